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
from core.errors import SpotifyProblem, SpotifyRateLimited, StorageUnavailable
from core.language import Words
from core.music import Playlist
from core.ports import KeptTape, PlaylistPublisher

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
            after = await keep_some(bot, after=after)
        except StorageUnavailable:
            logger.warning("awaited playlists could not be looked up, which is tried again each minute")
        except Exception as error:  # noqa: BLE001
            report(error, bot.desk.languages.words_for(None))


async def keep_some(bot: "MoodtapeBot", *, after: float = 0.0) -> float:
    """Make the next few of the playlists that are awaited for tapes which expire later than `after`, the oldest first.

    A wait that Spotify asks for ends the round; what fails otherwise is left for later, and the others have their turn.

    Returns:
        The `after` of the next round: 0 to begin again with the oldest.
    """
    desk = bot.desk
    awaited = await desk.people.tapes.awaited(after=max(after, time()), limit=A_ROUND)
    for kept in awaited:
        try:
            await _keep(bot, kept)
        except SpotifyRateLimited:
            return after
        except (SpotifyProblem, StorageUnavailable) as problem:
            logger.info("an awaited playlist is left for later: %s", problem)
        except Exception as error:  # noqa: BLE001
            report(error, desk.languages.words_for(None))
        after = kept.expires_at
    return after if len(awaited) == A_ROUND else 0.0


async def _keep(bot: "MoodtapeBot", kept: KeptTape) -> None:
    desk, language = bot.desk, kept.awaited_in or "en"
    playlist = await publish_awaited(desk.services.publisher, kept, language=language)
    if playlist and await desk.people.tapes.fulfil(kept.tape_id, playlist_url=playlist.url):
        await _tell(bot, kept, playlist.url, desk.languages.words_for(language))


async def publish_awaited(publisher: PlaylistPublisher, kept: KeptTape, *, language: str) -> Playlist | None:
    """Make the playlist that a kept tape lacks: one, whoever asks how often.

    Raises:
        SpotifyProblem: Spotify would not.
        StorageUnavailable: The ledger of playlists did not answer.
    """
    return await publisher.publish(kept.tape, request_id=f"later-{kept.tape_id}", language=language)


def playlist_card(kept: KeptTape, url: str, words: Words) -> discord.ui.LayoutView:
    """Say that a tape's playlist is there, with the way to it."""
    text = f"**{words('headline-picked', mood=kept.tape.mood.name.value)}**\n{words('bot-playlist-ready')}"
    return cards.way_out(text, label=words("button-open-playlist"), url=url)


async def _tell(bot: "MoodtapeBot", kept: KeptTape, url: str, words: Words) -> None:
    """Send the link as a direct message; who takes none finds it behind the button."""
    try:
        channel = await bot.create_dm(discord.Object(kept.owner_id))
        await channel.send(view=playlist_card(kept, url, words))
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        logger.info("the link of an awaited playlist could not be sent: %s", type(error).__name__)
