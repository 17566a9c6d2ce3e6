"""What the buttons under a tape do without a new one; only who presses sees the answer."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from time import time
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import ui

from bot import cards
from bot.acknowledging import acknowledge
from bot.asks import DEFAULT_LENGTH
from bot.cards import Controls
from bot.jobs import JOB_LIMIT_S, Cancelled, Job, Stopping
from bot.later import playlist_card, publish_awaited
from bot.making import kept_tape
from bot.redraw import Change, has_button, redrawn
from bot.replies import Send, deliver, problem_note, progress, refused
from bot.tape_buttons import EMOJI, Act, act_id
from core.errors import SpotifyRateLimited, SpotifyUnavailable, TapeGone
from core.export import FORMATS
from core.language import Words
from core.ports import KeptTape
from core.taste import Verdict, opinion_on
from core.wording import sentence

if TYPE_CHECKING:
    from bot.desk import Desk

logger = logging.getLogger(__name__)

MAKING = {Act.SAVE: True, Act.LATER: False}
"""What makes a playlist and so waits for its turn; whether it counts as one more tape."""
SHOWN = (Act.UP, Act.DOWN, Act.SHARE)
"""What the person's own card shows once it is done."""
MARK = "✅"


@dataclass(frozen=True, slots=True)
class Done:
    """What to say, and what to show instead where the pressed card is the person's own.

    Attributes:
        changes: What becomes of the card's buttons, by their custom ids.
    """

    card: ui.LayoutView
    changes: Mapping[str, Change] = field(default_factory=dict)


Doing = Callable[["Desk", discord.Interaction[Any], KeptTape, Words], Awaitable[Done]]


async def do_act(desk: "Desk", interaction: discord.Interaction[Any], act: Act, *, tape_id: str) -> None:
    """Do it for whoever may press, and show it or say so, or say why not.

    Raises:
        AlreadyAsked, Stopping, Busy, TooManyTapes, TooManyTapesHere: It makes a playlist, and they have no turn now.
    """
    if act not in MAKING:
        await _answer(desk, interaction, act, tape_id=tape_id)
        return
    async with desk.turn(interaction.user.id, guild_id=interaction.guild_id, counts=MAKING[act]) as job:
        await _answer(desk, interaction, act, tape_id=tape_id, job=job)


async def _answer(
    desk: "Desk", interaction: discord.Interaction[Any], act: Act, *, tape_id: str, job: Job | None = None
) -> None:
    words = await desk.words(interaction)
    on_card = act in SHOWN and has_button(interaction.message, act_id(Act.SHARE, tape_id))
    meter = desk.services.meter
    if not await acknowledge(interaction, words, ephemeral=True, thinking=not on_card, meter=meter):
        return
    send = _sending(interaction, beside=on_card)

    async def work() -> Done:
        try:
            kept = await kept_tape(tape_id, person_id=interaction.user.id, people=desk.people)
        except TapeGone:
            if MAKING.get(act):
                await desk.give_back(interaction.user.id, guild_id=interaction.guild_id)
            raise
        return await DOINGS[act](desk, interaction, kept, words)

    async with AsyncExitStack() as meanwhile:
        if job:
            await meanwhile.enter_async_context(progress(send, words, job))
        done = await _outcome(work, job, words)
    if not (on_card and done.changes and await _redraw(interaction, done.changes)):
        await deliver(send, done.card, words)


async def _outcome(work: Callable[[], Awaitable[Done]], job: Job | None, words: Words) -> Done:
    try:
        return await (job.run(work, limit_s=JOB_LIMIT_S) if job else work())
    except (Cancelled, Stopping) as end:
        return Done(cards.note(refused(end, words)))
    except TapeGone as error:
        return Done(cards.mood_picker(sentence(error, words), words, length=DEFAULT_LENGTH, asker_id=None))
    except Exception as error:  # noqa: BLE001
        return Done(problem_note(error, words))


def _sending(interaction: discord.Interaction[Any], *, beside: bool) -> Send:
    """Answer in the reply that waits, or beside the card that was pressed."""

    async def send(card: ui.LayoutView) -> None:
        if beside:
            await interaction.followup.send(view=card, files=cards.uploads(card), ephemeral=True)
        else:
            await interaction.edit_original_response(view=card, attachments=cards.uploads(card))

    return send


async def _redraw(interaction: discord.Interaction[Any], changes: Mapping[str, Change]) -> bool:
    """Show the changes on the card that was pressed; False where that could not be done."""
    if interaction.message is None:
        return False
    try:
        await interaction.edit_original_response(view=redrawn(interaction.message, changes))
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        logger.info("a card could not be changed: %s", error)
        return False
    return True


async def _like(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> Done:
    return await _teach(desk, interaction.user.id, kept, Verdict.UP, words)


async def _dislike(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> Done:
    return await _teach(desk, interaction.user.id, kept, Verdict.DOWN, words)


async def _teach(desk: "Desk", person_id: int, kept: KeptTape, verdict: Verdict, words: Words) -> Done:
    """Learn an opinion on each track, unless that is what is known of them; the owner's card shows the last thumb."""
    known = {one.key: one.verdict for one in (await desk.people.tastes.taste_of(person_id)).opinions}
    if all(known.get(track.key) is verdict for track in kept.tape.tracks):
        return Done(cards.note(words("bot-learnt-already")))
    now = time()
    await desk.people.tastes.learn(person_id, *(opinion_on(track, verdict, when_s=now) for track in kept.tape.tracks))
    pressed, other = (Act.UP, Act.DOWN) if verdict is Verdict.UP else (Act.DOWN, Act.UP)
    changes = {act_id(pressed, kept.tape_id): _mark, act_id(other, kept.tape_id): partial(_unmark, other)}
    told = cards.note(words("bot-liked" if verdict is Verdict.UP else "bot-disliked"))
    return Done(told, changes if person_id == kept.owner_id else {})


def _mark(button: ui.Button[Any]) -> None:
    button.style, button.emoji = discord.ButtonStyle.success, MARK


def _unmark(act: Act, button: ui.Button[Any]) -> None:
    button.style, button.emoji = discord.ButtonStyle.secondary, EMOJI[act]


async def _save(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> Done:
    """Make the playlist in the person's own library: one, however often they press."""
    person_id = interaction.user.id
    request_id = f"save-{kept.tape_id}-{person_id}"
    playlist = await desk.services.publisher.publish(
        kept.tape, owner=str(person_id), request_id=request_id, language=words.language.value
    )
    if playlist is None:
        return Done(cards.note(words("bot-nothing-to-save")))
    return Done(cards.way_out(words("bot-saved"), label=words("button-open-playlist"), url=playlist.url))


async def _later(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> Done:
    """Make the playlist if Spotify takes it by now; else note that its owner waits for it, and say how long."""
    tapes, person_id = desk.people.tapes, interaction.user.id
    if kept.owner_id != person_id:
        return Done(cards.note(words("bot-later-not-yours")))
    if kept.playlist_url:
        return Done(playlist_card(kept, kept.playlist_url, words))
    try:
        playlist = await publish_awaited(desk.services.publisher, kept, language=words.language.value)
    except (SpotifyRateLimited, SpotifyUnavailable) as problem:
        if await tapes.await_playlist(kept.tape_id, person_id=person_id, language=words.language.value):
            return Done(cards.note(words("bot-later", problem=sentence(problem, words))))
        kept = await kept_tape(kept.tape_id, person_id=person_id, people=desk.people)
        if not kept.playlist_url:
            raise TapeGone from problem
        return Done(playlist_card(kept, kept.playlist_url, words))
    if playlist is None:
        return Done(cards.note(words("bot-nothing-to-save")))
    await tapes.fulfil(kept.tape_id, playlist_url=playlist.url)
    return Done(playlist_card(kept, playlist.url, words))


async def _export(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> Done:
    title = words("playlist-title", mood=kept.tape.mood.name.value, made_on=datetime.now(UTC).date())
    files = {
        f"moodtape.{ending}": kind.write(kept.tape.tracks, title).encode("utf-8", "replace")
        for ending, kind in FORMATS.items()
    }
    return Done(cards.files_card(words("bot-exported"), files))


async def _share(desk: "Desk", interaction: discord.Interaction[Any], kept: KeptTape, words: Words) -> Done:
    """Post the tape for everybody, once; the analysis stays with its owner."""
    tapes, person_id = desk.people.tapes, interaction.user.id
    if kept.owner_id != person_id:
        raise TapeGone
    if not await tapes.share_tape(kept.tape_id, person_id=person_id):
        return Done(cards.note(words("bot-shared-already")))
    controls = Controls(kept.tape_id, desk.accounts is not None)
    card = cards.shared_card(kept.tape, words, controls=controls, playlist_url=kept.playlist_url)
    try:
        await interaction.followup.send(view=card, ephemeral=False)
    except Exception:
        await tapes.share_tape(kept.tape_id, person_id=person_id, shared=False)
        raise
    changes = {act_id(Act.SHARE, kept.tape_id): partial(_spend, words("button-shared"))}
    return Done(cards.note(words("bot-shared")), changes)


def _spend(label: str, button: ui.Button[Any]) -> None:
    button.label, button.disabled = label, True


DOINGS: dict[Act, Doing] = {
    Act.UP: _like,
    Act.DOWN: _dislike,
    Act.SAVE: _save,
    Act.EXPORT: _export,
    Act.SHARE: _share,
    Act.LATER: _later,
}
