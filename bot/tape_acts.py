"""What the buttons under a tape do without a new one; only who presses sees the answer."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from time import time
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot import cards
from bot.asks import DEFAULT_LENGTH
from bot.cards import Controls
from bot.making import kept_tape
from bot.preferences import spoken
from bot.replies import acknowledge, deliver, incident_card
from bot.tape_buttons import Act
from core.errors import MoodtapeError, NotLinked, OperatorProblem, SpotifyLoginNeeded, TapeGone
from core.export import FORMATS
from core.language import Words
from core.ports import KeptTape
from core.taste import Verdict, opinion_on
from core.wording import sentence

if TYPE_CHECKING:
    from bot.desk import Desk

Doing = Callable[["Desk", discord.Interaction[Any], KeptTape, Words], Awaitable[ui.LayoutView]]


async def do_act(desk: "Desk", interaction: discord.Interaction[Any], act: Act, *, tape_id: str) -> None:
    """Do it for whoever may press, and say so, or say why not."""
    words = await spoken(desk.people.settings, interaction, desk.languages)

    async def send(card: ui.LayoutView) -> None:
        await interaction.edit_original_response(view=card, attachments=cards.uploads(card))

    if not await acknowledge(interaction, words, ephemeral=True, thinking=True, meter=desk.services.meter):
        return
    try:
        kept = await kept_tape(tape_id, person_id=interaction.user.id, people=desk.people)
        card = await DOINGS[act](desk, interaction, kept, words)
    except TapeGone as error:
        card = cards.mood_picker(sentence(error, words), words, length=DEFAULT_LENGTH, asker_id=None)
    except MoodtapeError as error:
        card = incident_card(error, words) if isinstance(error, OperatorProblem) else cards.note(sentence(error, words))
    except Exception as error:  # noqa: BLE001
        card = incident_card(error, words)
    await deliver(send, card, words)


async def _like(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> ui.LayoutView:
    await _teach(desk, interaction.user.id, kept, Verdict.UP)
    return cards.note(words("bot-liked"))


async def _dislike(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> ui.LayoutView:
    await _teach(desk, interaction.user.id, kept, Verdict.DOWN)
    return cards.note(words("bot-disliked"))


async def _teach(desk: "Desk", person_id: int, kept: KeptTape, verdict: Verdict) -> None:
    now = time()
    for track in kept.tape.tracks:
        await desk.people.tastes.learn(person_id, opinion_on(track, verdict, when_s=now))


async def _save(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> ui.LayoutView:
    """Make the playlist in the person's own library: one, however often they press."""
    person_id = interaction.user.id
    request_id = f"save-{kept.tape_id}-{person_id}"
    try:
        playlist = await desk.services.publisher.publish(
            kept.tape, owner=str(person_id), request_id=request_id, language=words.language.value
        )
    except SpotifyLoginNeeded as error:
        raise NotLinked from error
    if playlist is None:
        return cards.note(words("bot-nothing-to-save"))
    return cards.way_out(words("bot-saved"), label=words("button-open-playlist"), url=playlist.url)


async def _export(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> ui.LayoutView:
    title = words("playlist-title", mood=kept.tape.mood.name.value, made_on=datetime.now(UTC).date())
    files = {
        f"moodtape.{ending}": kind.write(kept.tape.tracks, title).encode("utf-8", "replace")
        for ending, kind in FORMATS.items()
    }
    return cards.files_card(words("bot-exported"), files)


async def _share(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> ui.LayoutView:
    """Post the tape for everybody; the analysis stays with its owner."""
    if not await desk.people.tapes.share_tape(kept.tape_id, person_id=interaction.user.id):
        raise TapeGone
    controls = Controls(kept.tape_id, desk.can_save)
    card = cards.shared_card(kept.tape, words, controls=controls, playlist_url=kept.playlist_url)
    await interaction.edit_original_response(view=cards.note(words("bot-shared")))
    await interaction.followup.send(view=card, ephemeral=False)
    return cards.note(words("bot-shared"))


DOINGS: dict[Act, Doing] = {
    Act.UP: _like,
    Act.DOWN: _dislike,
    Act.SAVE: _save,
    Act.EXPORT: _export,
    Act.SHARE: _share,
}
