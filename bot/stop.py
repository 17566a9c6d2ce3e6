"""What people see while they wait, with the button that ends their wait."""

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.acknowledging import acknowledged
from bot.guarded import Guarded
from core.language import Words

if TYPE_CHECKING:
    from bot.desk import Desk


class StopButton(Guarded, ui.DynamicItem[ui.Button[Any]], template=r"stop:(?P<person>[0-9]{1,20})"):
    """Stops the waiting or running job of the one person it belongs to."""

    def __init__(self, person_id: int, *, label: str) -> None:
        self.person_id = person_id
        super().__init__(ui.Button(label=label, custom_id=f"stop:{person_id}"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["person"]), label=str(getattr(item, "label", None) or "Stop"))

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        if interaction.user.id != self.person_id:
            await desk.refuse(interaction, (await desk.words(interaction))("bot-not-yours"))
        elif not desk.jobs.cancel(self.person_id):
            await desk.refuse(interaction, (await desk.words(interaction))("bot-nothing-to-stop"))
        else:
            await acknowledged(interaction)


def waiting_card(text: str, words: Words, *, person_id: int) -> ui.LayoutView:
    """One sentence, and the button for whoever no longer wants to wait."""
    view = ui.LayoutView(timeout=None)
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(StopButton(person_id, label=words("button-stop")))
    view.add_item(ui.TextDisplay(text)).add_item(row)
    return view
