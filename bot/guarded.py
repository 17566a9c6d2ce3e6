"""What buttons and lists have in common: nothing that goes wrong in them is left without an answer."""

from typing import TYPE_CHECKING, Any, cast

import discord

if TYPE_CHECKING:
    from bot.client import MoodtapeBot
    from bot.desk import Desk


class Guarded:
    """Tells the errors of a `DynamicItem` as incidents; the library would only log them."""

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        """Do what was pressed for."""
        raise NotImplementedError

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        desk = cast("MoodtapeBot", interaction.client).desk
        try:
            await self.answer(interaction, desk)
        except Exception as error:  # noqa: BLE001
            await desk.apologise(interaction, error)
