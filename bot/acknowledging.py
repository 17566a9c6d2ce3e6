"""Telling Discord within its 3 s that an answer will come."""

import asyncio
import logging
from contextlib import suppress
from time import perf_counter
from typing import Any

import discord

from bot import cards
from core.language import Words
from core.metrics import Acknowledgement, Meter

logger = logging.getLogger(__name__)

ACKNOWLEDGE_LIMIT_S = 2.5


async def acknowledge(
    interaction: discord.Interaction[Any], words: Words, *, ephemeral: bool, meter: Meter, thinking: bool = False
) -> bool:
    """Tell Discord within its 3 s that an answer will come; False where it no longer listens.

    A command gets a pending reply of its own; a button's message stays until it is replaced, or gets a reply beside it
    where `thinking`.
    """
    start_s = perf_counter()
    outcome = await acknowledged(interaction, ephemeral=ephemeral, thinking=thinking)
    meter.discord_acknowledged(outcome, seconds=perf_counter() - start_s)
    if outcome is Acknowledgement.LATE:
        with suppress(Exception):
            await interaction.edit_original_response(view=cards.note(words("bot-too-slow")))
    return outcome is Acknowledgement.TAKEN


async def acknowledged(
    interaction: discord.Interaction[Any], *, ephemeral: bool = False, thinking: bool = False
) -> Acknowledgement:
    """Acknowledge, and say how that went."""
    try:
        async with asyncio.timeout(ACKNOWLEDGE_LIMIT_S):
            await interaction.response.defer(ephemeral=ephemeral, thinking=thinking)
    except TimeoutError:
        logger.warning("Discord did not take an acknowledgement in %s s", ACKNOWLEDGE_LIMIT_S)
        return Acknowledgement.LATE
    except Exception as error:  # noqa: BLE001
        code = error.code if isinstance(error, discord.HTTPException) else None
        logger.warning("Discord refused an acknowledgement: %s, code %s", type(error).__name__, code)
        return Acknowledgement.REFUSED
    return Acknowledgement.TAKEN
