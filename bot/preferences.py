"""Whose choice counts: what was asked for, else what the person chose, else what the server did."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

import discord

from bot.wording import words_of, words_of_message
from core.errors import MoodtapeError
from core.language import Languages, Words
from core.mood import Goal
from core.ports import SettingsStore

logger = logging.getLogger(__name__)

LOOK_UP_LIMIT_S = 0.5
"""Before an acknowledgement there is no time to wait for a slow database."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What counts for one person in one place.

    Attributes:
        goal: None for the one that suits the mood.
        length: Number of tracks, 5..50.
        explicit: Both the person and the server let explicit tracks come.
    """

    goal: Goal | None = None
    length: int = 20
    explicit: bool = True
    private: bool = True


async def preferences(store: SettingsStore, *, person_id: int, guild_id: int | None) -> Preferences:
    """Join what the person chose with what the server did.

    Raises:
        StorageUnavailable: The database cannot be read.
    """
    person = await store.settings_of(person_id)
    if guild_id is None:
        return Preferences(explicit=person.explicit, private=person.private is not False)
    guild = await store.guild_settings(guild_id)
    private = guild.private if person.private is None else person.private
    return Preferences(guild.goal, guild.length, guild.explicit and person.explicit, private)


async def wants_privacy(store: SettingsStore, interaction: discord.Interaction[Any]) -> bool:
    """Say, before the acknowledgement, whether the reply is for this person alone; yes where that is not known."""
    try:
        async with asyncio.timeout(LOOK_UP_LIMIT_S):
            found = await preferences(store, person_id=interaction.user.id, guild_id=interaction.guild_id)
    except (TimeoutError, MoodtapeError) as error:
        logger.warning("a reply is private because settings could not be read: %s", type(error).__name__)
        return True
    return found.private


async def spoken(store: SettingsStore, interaction: discord.Interaction[Any], languages: Languages) -> Words:
    """Speak the language that the person chose here, else the one that they have set in Discord."""
    try:
        async with asyncio.timeout(LOOK_UP_LIMIT_S):
            chosen = (await store.settings_of(interaction.user.id)).language
    except (TimeoutError, MoodtapeError):
        chosen = None
    return languages.words_for(chosen) if chosen else words_of(interaction, languages)


async def spoken_in(store: SettingsStore, message: discord.Message, languages: Languages) -> Words:
    """Speak the language that the author chose, else the server's choice here, else the one it has set in Discord."""
    try:
        async with asyncio.timeout(LOOK_UP_LIMIT_S):
            chosen = (await store.settings_of(message.author.id)).language
            if chosen is None and message.guild:
                chosen = (await store.guild_settings(message.guild.id)).language
    except (TimeoutError, MoodtapeError):
        chosen = None
    return languages.words_for(chosen) if chosen else words_of_message(message, languages)
