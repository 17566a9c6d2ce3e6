"""Consent: nobody's face is read before they have agreed to the notice."""

import asyncio
from dataclasses import replace
from time import time
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot import cards
from bot.asks import DEFAULT_LENGTH, Ask, Variation
from bot.options import BotOptions
from bot.pages import Page, PersonButton, answer, page_card
from core.language import Words
from core.mood import MoodName
from core.people import Consent
from core.ports import ConsentStore

if TYPE_CHECKING:
    from bot.desk import Desk

NOTICE = 1
"""The notice's number; a new number asks everybody again."""
WAITS_S = 600
"""How long a photo's address waits for an answer to the notice; the photo itself is not fetched meanwhile."""


class Consents:
    """Knows who has agreed, and in memory what they asked for before they had."""

    def __init__(self, store: ConsentStore, *, waits_s: float = WAITS_S) -> None:
        self._store = store
        self._waits_s = waits_s
        self._asks: dict[int, Ask] = {}
        self._told: set[int] = set()

    async def agreed(self, person_id: int) -> bool:
        consent = await self._store.consent_of(person_id)
        return consent is not None and consent.notice >= NOTICE

    async def agree(self, person_id: int) -> None:
        await self._store.give_consent(person_id, Consent(NOTICE, time()))

    def told(self, person_id: int) -> bool:
        """Say whether the person has seen the notice since the start."""
        return person_id in self._told

    def wait(self, ask: "Ask") -> None:
        """Remember what to answer once the person agrees, for ten minutes."""
        self._told.add(ask.person_id)
        self._asks[ask.person_id] = ask
        asyncio.get_running_loop().call_later(self._waits_s, self._forget, ask)

    def take(self, person_id: int) -> "Ask | None":
        return self._asks.pop(person_id, None)

    def _forget(self, ask: "Ask") -> None:
        if self._asks.get(ask.person_id) is ask:
            del self._asks[ask.person_id]


async def gate(desk: "Desk", ask: "Ask", words: Words) -> ui.LayoutView | None:
    """Give what to say in place of reading a photo, or None where the person whose photo it is has agreed."""
    owner_id = ask.author_id or ask.person_id
    if isinstance(ask.source, MoodName | Variation):
        return None
    if ask.agrees:
        await desk.consents.agree(ask.person_id)
    if await desk.consents.agreed(owner_id):
        return None
    if owner_id != ask.person_id:
        return cards.note(words("people-not-agreed"))
    desk.consents.wait(ask)
    return notice_card(words, desk.options, person_id=ask.person_id)


def notice_card(words: Words, options: BotOptions, *, person_id: int) -> ui.LayoutView:
    """What is computed, what is kept, who runs it, and how to delete; with the two ways on."""
    agree = PersonButton("agree", words("button-agree"), person_id=person_id, style=discord.ButtonStyle.success)
    instead = PersonButton("instead", words("button-mood-instead"), person_id=person_id)
    return page_card(notice_text(words, options), [agree, instead])


def notice_text(words: Words, options: BotOptions) -> str:
    lines = ["people-notice-what", "people-notice-kept", "people-notice-others"]
    title = f"**{words('people-notice-title')}**"
    return "\n".join(
        (title, *(words(line) for line in lines), operator_line(words, options), words("people-notice-rights"))
    )


def operator_line(words: Words, options: BotOptions) -> str:
    """Say who runs the bot, and where to reach them."""
    name = cards.escape(options.operator_name, limit_chars=100) or words("people-operator-unknown")
    contact = cards.escape(options.operator_contact, limit_chars=200)
    if contact:
        return words("people-operator-contact", operator=name, contact=contact)
    return words("people-operator", operator=name)


async def agree(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Keep the consent, then answer the photo that waits; without one, ask to send it again."""
    person_id = interaction.user.id
    ask = desk.consents.take(person_id)

    async def thanks(words: Words) -> Page:
        await desk.consents.agree(person_id)
        return Page(cards.note(words("people-agreed-send-again")))

    if ask is None:
        await answer(desk, interaction, thanks)
        return
    await desk.answer(interaction, replace(ask, agrees=True))


async def pick_instead(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Forget the photo and offer the moods."""
    ask = desk.consents.take(interaction.user.id)
    private = interaction.message is not None and interaction.message.flags.ephemeral

    async def moods(words: Words) -> Page:
        asker_id = None if private else interaction.user.id
        length = (ask and ask.length) or DEFAULT_LENGTH
        return Page(cards.mood_picker(words("people-pick-mood"), words, length=length, asker_id=asker_id))

    await answer(desk, interaction, moods)
