"""Where every way in ends: one request goes in, exactly one reply comes out."""

import asyncio
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot import cards
from bot.attachments import Download, read_photo
from bot.jobs import AlreadyAsked, Jobs, Stopping
from bot.replies import acknowledge, apologise, deliver, incident_card, progress, typing
from bot.wording import words_of, words_of_message
from core.errors import FaceUnclear, MoodtapeError, NoFace, OperatorProblem
from core.flow import OnStep, Result, Step, playlist_from_mood, playlist_from_selfie
from core.language import Languages, Words
from core.mood import MoodName
from core.ports import Services
from core.wording import SENTENCES, sentence

DEFAULT_LENGTH = 20
LENGTHS = range(5, 51)
JOB_LIMIT_S = 600
"""Well inside the 15 minutes for which Discord takes an answer."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What one person wants a tape from: their photo, or the mood they picked.

    Attributes:
        length: Number of tracks, 5..50.
        private: Nobody else sees the reply.
        request_id: The interaction or message that asked; the same one makes one playlist.
    """

    person_id: int
    source: discord.Attachment | MoodName
    length: int = DEFAULT_LENGTH
    private: bool = True
    request_id: str | None = None


class Desk:
    """Takes requests from commands, buttons and messages."""

    def __init__(self, services: Services, download: Download, languages: Languages) -> None:
        self.languages = languages
        self._services = services
        self._download = download
        self.jobs = Jobs()

    async def answer(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        """Answer a command with a new reply, or a button by replacing its message."""

        words = words_of(interaction, self.languages)

        async def send(card: ui.LayoutView) -> None:
            await interaction.edit_original_response(view=card)

        try:
            with self.jobs.hold(ask.person_id):
                if not await acknowledge(interaction, words, ephemeral=ask.private):
                    return
                async with progress(send, words) as on_step:
                    card = await self._card(ask, words, on_step)
                await deliver(send, card, words)
        except (AlreadyAsked, Stopping) as refusal:
            await self.refuse(interaction, _refusal(refusal, words))

    async def answer_pick(
        self, interaction: discord.Interaction[Any], mood: MoodName, *, length: int, asker_id: int | None
    ) -> None:
        """Answer a mood button; without an asker its message is a private one."""
        wanted = min(max(length, LENGTHS[0]), LENGTHS[-1])
        private = asker_id is None
        await self.answer(interaction, Ask(interaction.user.id, mood, wanted, private, request_of(interaction)))

    async def answer_message(self, message: discord.Message, photo: discord.Attachment) -> None:
        """Answer a message that brought a photo with one reply to it."""
        words = words_of_message(message, self.languages)
        ask = Ask(message.author.id, photo, private=message.guild is None, request_id=request_of(message))

        async def send(card: ui.LayoutView) -> None:
            await message.reply(view=card, mention_author=False)

        try:
            with self.jobs.hold(ask.person_id):
                async with typing(message.channel):
                    card = await self._card(ask, words, _ignore)
                await deliver(send, card, words)
        except (AlreadyAsked, Stopping) as refusal:
            await deliver(send, cards.note(_refusal(refusal, words)), words)

    async def refuse(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Answer at once with one sentence that only this person sees."""
        await self.say(interaction, cards.note(text))

    async def say(self, interaction: discord.Interaction[Any], card: ui.LayoutView) -> None:
        """Answer at once with a card that only this person sees."""

        async def send(view: ui.LayoutView) -> None:
            await interaction.response.send_message(view=view, ephemeral=True)

        await deliver(send, card, words_of(interaction, self.languages))

    async def apologise(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Answer with an incident where answering itself failed."""
        await apologise(interaction, error, words_of(interaction, self.languages))

    async def _card(self, ask: Ask, words: Words, on_step: OnStep) -> ui.LayoutView:
        try:
            async with asyncio.timeout(JOB_LIMIT_S):
                return cards.result_card(await self._result(ask, words, on_step), words)
        except MoodtapeError as error:
            return _problem_card(error, ask, words)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if not self.jobs.stopping or task is None:
                raise
            task.uncancel()
            return cards.note(words("bot-stopping"))
        except Exception as error:  # noqa: BLE001
            return incident_card(error, words)

    async def _result(self, ask: Ask, words: Words, on_step: OnStep) -> Result:
        make: dict[str, Any] = {"services": self._services, "length": ask.length, "on_step": on_step}
        make |= {"request_id": ask.request_id, "language": words.language.value}
        if isinstance(ask.source, MoodName):
            return await playlist_from_mood(ask.source, **make)
        on_step(Step.READING)
        return await playlist_from_selfie(await read_photo(ask.source, download=self._download), **make)


def request_of(asked: discord.Interaction[Any] | discord.Message) -> str:
    """Name a request by what asked for it."""
    return f"discord-{asked.id}"


def _problem_card(error: MoodtapeError, ask: Ask, words: Words) -> ui.LayoutView:
    if isinstance(error, OperatorProblem) or type(error) not in SENTENCES:
        return incident_card(error, words)
    if isinstance(error, NoFace | FaceUnclear):
        asker_id = None if ask.private else ask.person_id
        return cards.mood_picker(sentence(error, words), words, length=ask.length, asker_id=asker_id)
    return cards.note(sentence(error, words))


def _refusal(refusal: AlreadyAsked | Stopping, words: Words) -> str:
    return words("bot-stopping") if isinstance(refusal, Stopping) else words("bot-one-at-a-time")


def _ignore(_: Step) -> None:
    pass
