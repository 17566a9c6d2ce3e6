"""Playlists that Spotify did not take at first: made when it does, and told to who waits for them."""

import asyncio
import logging
from contextlib import suppress
from time import time
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot import cards
from bot.incidents import report
from core.errors import (
    SpotifyProblem,
    SpotifyRateLimited,
    SpotifyUnavailable,
    StorageUnavailable,
    TracksNotOnSpotify,
)
from core.language import Words
from core.music import Playlist
from core.ports import KeptTape, PlaylistPublisher
from core.wording import sentence

if TYPE_CHECKING:
    from bot.client import MoodtapeBot

logger = logging.getLogger(__name__)

EVERY_S = 60.0
A_ROUND = 30
"""So many are made in a round, one after the other, so that those who ask now find the other workers free."""


async def keep_promises(bot: "MoodtapeBot", stop: asyncio.Event, *, every_s: float = EVERY_S) -> None:
    """Make awaited playlists, a few every minute, until `stop` is set."""
    after = 0.0
    while not stop.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every_s)
        if stop.is_set() or not bot.is_ready():
            continue
        try:
            after = await keep_some(bot, after=after, stop=stop)
        except StorageUnavailable:
            logger.warning("awaited playlists could not be looked up, which is tried again each minute")
        except Exception as error:  # noqa: BLE001
            report(error, bot.desk.languages.words_for(None))


async def keep_some(bot: "MoodtapeBot", *, after: float = 0.0, stop: asyncio.Event | None = None) -> float:
    """Make the next few of the playlists that are awaited for tapes which expire later than `after`, the oldest first.

    A wait that Spotify asks for, its silence and `stop` end the round; what fails otherwise is left for later, and the
    others have their turn.

    Returns:
        The `after` of the next round: 0 to begin again with the oldest, once there are none left.
    """
    desk = bot.desk
    awaited = await desk.people.tapes.awaited(after=max(after, time()), limit=A_ROUND)
    for kept in awaited:
        if stop and stop.is_set():
            return after
        try:
            await _keep(bot, kept)
        except SpotifyRateLimited:
            return after
        except SpotifyUnavailable:
            return kept.expires_at
        except (SpotifyProblem, StorageUnavailable) as problem:
            logger.info("an awaited playlist is left for later: %s", problem)
        except Exception as error:  # noqa: BLE001
            report(error, desk.languages.words_for(None))
        after = kept.expires_at
    return after if awaited else 0.0


async def _keep(bot: "MoodtapeBot", found: KeptTape) -> None:
    """Make one playlist if it is still awaited, and tell that it is there, or that it never will be."""
    desk, tapes = bot.desk, bot.desk.people.tapes
    kept = await tapes.tape(found.tape_id, person_id=found.owner_id, now=time())
    if kept is None or kept.awaited_in is None:
        return
    words = desk.languages.words_for(kept.awaited_in)
    try:
        playlist = await publish_awaited(desk.services.publisher, kept, language=kept.awaited_in)
    except TracksNotOnSpotify as problem:
        if await tapes.give_up(kept.tape_id):
            await _tell(bot, kept, cards.note(f"{_title(kept, words)}\n{sentence(problem, words)}"))
        return
    if playlist and await tapes.fulfil(kept.tape_id, playlist_url=playlist.url):
        await _tell(bot, kept, playlist_card(kept, playlist.url, words))


async def publish_awaited(publisher: PlaylistPublisher, kept: KeptTape, *, language: str) -> Playlist | None:
    """Make the playlist that a kept tape lacks: one, whoever asks how often.

    Raises:
        SpotifyProblem: Spotify would not.
        StorageUnavailable: The ledger of playlists did not answer.
    """
    return await publisher.publish(kept.tape, request_id=f"later-{kept.tape_id}", language=language)


def playlist_card(kept: KeptTape, url: str, words: Words) -> discord.ui.LayoutView:
    """Say that a tape's playlist is there, with the way to it."""
    text = f"{_title(kept, words)}\n{words('bot-playlist-ready')}"
    return cards.way_out(text, label=words("button-open-playlist"), url=url)


def _title(kept: KeptTape, words: Words) -> str:
    return f"**{words('headline-picked', mood=kept.tape.mood.name.value)}**"


async def _tell(bot: "MoodtapeBot", kept: KeptTape, card: discord.ui.LayoutView) -> None:
    """Send a direct message; who takes none finds the same behind the button."""
    try:
        channel = await bot.create_dm(discord.Object(kept.owner_id))
        await channel.send(view=card)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        logger.info("what became of an awaited playlist could not be sent: %s", type(error).__name__)
