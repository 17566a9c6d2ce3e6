"""Pages that are about one person: nobody else sees them, and their buttons answer to nobody else."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot import cards
from bot.acknowledging import acknowledge
from bot.guarded import Guarded
from bot.replies import deliver, problem_note
from bot.wording import words_of
from core.language import Words

if TYPE_CHECKING:
    from bot.client import MoodtapeBot
    from bot.desk import Desk

TEMPLATE = r"person:(?P<act>[a-z-]{1,30}):(?P<person>[0-9]{1,20})(?::(?P<detail>[0-9a-z-]{1,30}))?"


@dataclass(frozen=True, slots=True)
class Page:
    """A card, and the files that it shows."""

    card: ui.LayoutView
    files: tuple[discord.File, ...] = ()


Make = Callable[[Words], Awaitable[Page]]
Act = Callable[["Desk", discord.Interaction[Any], str], Awaitable[None]]
Acts = Mapping[str, Act]
"""What the buttons do, by the names in their custom ids."""


class PersonButton(Guarded, ui.DynamicItem[ui.Button[Any]], template=TEMPLATE):
    """Does one act for one person, however long ago it was shown."""

    def __init__(
        self,
        act: str,
        label: str,
        *,
        person_id: int,
        detail: str = "",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        self.act = act
        self.person_id = person_id
        self.detail = detail
        custom_id = f"person:{act}:{person_id}" + (f":{detail}" if detail else "")
        super().__init__(ui.Button(label=label, custom_id=custom_id, style=style))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        label = str(getattr(item, "label", None) or match["act"])
        return cls(match["act"], label, person_id=int(match["person"]), detail=match["detail"] or "")

    async def answer(self, interaction: discord.Interaction[Any], desk: "Desk") -> None:
        act = cast("MoodtapeBot", interaction.client).acts.get(self.act)
        if self.person_id != interaction.user.id or act is None:
            await desk.refuse(interaction, (await desk.words(interaction))("bot-not-yours"))
        else:
            await act(desk, interaction, self.detail)


def page_card(
    text: str, buttons: Sequence[PersonButton] = (), *, pictures: Mapping[str, str] | None = None
) -> ui.LayoutView:
    """Text, then pictures (file names with what they show, in words), then one row of buttons."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text[: cards.TEXT_LIMIT]))
    if pictures:
        shown = (discord.MediaGalleryItem(f"attachment://{name}", description=alt) for name, alt in pictures.items())
        view.add_item(ui.MediaGallery(*shown))
    if buttons:
        row: ui.ActionRow[Any] = ui.ActionRow()
        for button in buttons:
            row.add_item(button)
        view.add_item(row)
    return view


async def answer(desk: "Desk", interaction: discord.Interaction[Any], make: Make) -> None:
    """Answer a command or a form with a page that only this person sees, or a button by replacing its page."""
    words = words_of(interaction, desk.languages)
    sent = interaction.type is discord.InteractionType.modal_submit
    with desk.jobs.press(interaction.user.id):
        if not await acknowledge(interaction, words, ephemeral=True, thinking=sent, meter=desk.services.meter):
            return
        words = await desk.words(interaction)
        page = await _page(make, words)

    async def send(card: ui.LayoutView) -> None:
        files = page.files if card is page.card else ()
        await interaction.edit_original_response(view=card, attachments=list(files))

    await deliver(send, page.card, words)


async def _page(make: Make, words: Words) -> Page:
    try:
        return await make(words)
    except Exception as error:  # noqa: BLE001
        return Page(problem_note(error, words))
