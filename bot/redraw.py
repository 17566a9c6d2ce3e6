"""Changing single buttons of a card that people already see."""

from collections.abc import Callable, Mapping
from typing import Any

import discord
from discord import ui

Change = Callable[[ui.Button[Any]], None]


def has_button(message: discord.Message | None, custom_id: str) -> bool:
    if message is None:
        return False
    return any(isinstance(item, ui.Button) and item.custom_id == custom_id for item in _card(message).walk_children())


def redrawn(message: discord.Message, changes: Mapping[str, Change]) -> ui.LayoutView:
    """Build a message's card again, with the buttons of these custom ids changed; its pictures stay."""
    card, names = _card(message), {file.id: file.filename for file in message.attachments}
    for item in card.walk_children():
        if isinstance(item, ui.Button) and (change := changes.get(item.custom_id or "")):
            change(item)
        elif isinstance(item, ui.MediaGallery):
            for picture in item.items:
                if (file_id := picture.media.attachment_id) in names:
                    picture.media = discord.UnfurledMediaItem(f"attachment://{names[file_id]}")
    return card


def _card(message: discord.Message) -> ui.LayoutView:
    """Build it without waiting for clicks: those go to the items that are found by their custom ids."""
    card = ui.LayoutView.from_message(message, timeout=None)
    card.stop()
    return card
