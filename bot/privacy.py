"""`/privacy`: what is stored about a person, as words and as a file, and how it ends."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot import cards
from bot.consent import operator_line
from bot.pages import Page, PersonButton, answer, page_card
from core.language import Words

if TYPE_CHECKING:
    from bot.desk import Desk

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
PLAIN_LIMIT_BYTES = 8_000_000
"""A larger export is sent as a ZIP file; Discord takes 10 MiB."""


async def show(desk: "Desk", interaction: discord.Interaction[Any], _: str = "") -> None:
    """Say what is stored about the person, with the ways to have it, to end it, and to take consent back."""

    async def page(words: Words) -> Page:
        rows = await desk.people.everything.export(interaction.user.id)
        text = privacy_text(rows, words, linkable=desk.accounts is not None)
        text = "\n".join((text, operator_line(words, desk.options)))
        return Page(page_card(text, _buttons(rows, words, person_id=interaction.user.id)))

    await answer(desk, interaction, page)


def privacy_text(rows: Rows, words: Words, *, linkable: bool) -> str:
    """One line for each kind of thing that is stored; `linkable` where people can link their Spotify accounts."""
    kinds = [f"- {words('people-stored', table=table, count=len(kept))}" for table, kept in rows.items()]
    head = words("people-stored-title") if kinds else words("people-nothing-stored")
    favourites = [words("people-privacy-favourites")] if linkable else []
    return "\n".join((head, *kinds, words("people-privacy-photos"), *favourites))


async def export(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Give all of it as a file."""

    async def page(words: Words) -> Page:
        file = export_file(await desk.people.everything.export(interaction.user.id))
        card = page_card(words("people-export"))
        card.add_item(ui.File(f"attachment://{file.filename}"))
        return Page(card, (file,))

    await answer(desk, interaction, page)


def export_file(rows: Rows, *, limit_bytes: int = PLAIN_LIMIT_BYTES) -> discord.File:
    """Write JSON, zipped where it is long."""
    content = json.dumps(rows, ensure_ascii=False, indent=1, default=str).encode()
    if len(content) <= limit_bytes:
        return discord.File(BytesIO(content), "moodtape.json")
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("moodtape.json", content)
    zipped.seek(0)
    return discord.File(zipped, "moodtape.zip")


async def ask_to_delete(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    async def page(words: Words) -> Page:
        sure = PersonButton(
            "delete-now",
            words("button-delete-data-now"),
            person_id=interaction.user.id,
            style=discord.ButtonStyle.danger,
        )
        back = PersonButton("privacy", words("button-keep-data"), person_id=interaction.user.id)
        return Page(page_card(words("people-delete-sure"), [sure, back]))

    await answer(desk, interaction, page)


async def delete(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Delete all that is stored, the link to Spotify too, and stop what is being made."""
    person_id = interaction.user.id

    async def page(words: Words) -> Page:
        desk.consents.take(person_id)
        await desk.jobs.cancelled(person_id)
        if desk.accounts:
            await desk.accounts.unlink(person_id)
        await desk.people.everything.delete(person_id)
        return Page(cards.note(words("people-deleted")))

    await answer(desk, interaction, page)


async def revoke(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Take the consent back; the next photo brings the notice again."""

    async def page(words: Words) -> Page:
        desk.consents.take(interaction.user.id)
        await desk.jobs.cancelled(interaction.user.id)
        await desk.people.consents.revoke_consent(interaction.user.id)
        return Page(cards.note(words("people-revoked")))

    await answer(desk, interaction, page)


def _buttons(rows: Rows, words: Words, *, person_id: int) -> list[PersonButton]:
    if not rows:
        return []
    take_back = [PersonButton("revoke", words("button-revoke"), person_id=person_id)] if rows.get("consents") else []
    return [
        PersonButton("export", words("button-export-data"), person_id=person_id),
        *take_back,
        PersonButton("delete", words("button-delete-data"), person_id=person_id, style=discord.ButtonStyle.danger),
    ]
