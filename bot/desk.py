"""Where every way in ends: one request goes in, exactly one reply comes out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import discord
from discord import ui

from bot import cards
from bot.acknowledging import acknowledge
from bot.asks import DEFAULT_LENGTH, LENGTHS, Ask, Variation
from bot.attachments import Download
from bot.cards import Controls
from bot.consent import Consents, gate
from bot.jobs import JOB_LIMIT_S, AlreadyAsked, Cancelled, Job, Jobs, Stopping
from bot.limits import FairLimits
from bot.making import Made, make_tape
from bot.options import BotOptions
from bot.preferences import spoken, spoken_in, wants_privacy
from bot.replies import (
    Send,
    apologise,
    deliver,
    incident_card,
    problem_note,
    progress,
    refused,
    replying,
    typing,
)
from bot.tape_acts import do_act
from bot.tape_buttons import Act
from bot.wording import words_of, words_of_message
from core.errors import (
    Busy,
    FaceUnclear,
    MoodtapeError,
    NoFace,
    TapeGone,
    TooManyTapes,
    TooManyTapesHere,
)
from core.flow import OnStep
from core.language import Languages, Words
from core.mood import Goal, MoodName
from core.ports import People, Services
from core.wording import sentence

REFUSALS = (AlreadyAsked, Stopping, Busy, TooManyTapes, TooManyTapesHere)


class Desk:
    """Takes requests from commands, buttons and messages."""

    def __init__(
        self,
        services: Services,
        people: People,
        download: Download,
        languages: Languages,
        *,
        options: BotOptions = BotOptions(),  # noqa: B008
    ) -> None:
        self.languages = languages
        self.people = people
        self.options = options
        self.consents = Consents(people.consents)
        self.accounts = services.accounts
        self.services = services
        self._download = download
        self.jobs = Jobs()
        self._limits = FairLimits(options.allowance, counts=people.counts)

    async def words(self, interaction: discord.Interaction[Any]) -> Words:
        """Speak the language that the person chose here, else the one that they have set in Discord."""
        return await spoken(self.people.settings, interaction, self.languages)

    @asynccontextmanager
    async def turn(self, person_id: int, *, guild_id: int | None, counts: bool = True) -> AsyncIterator[Job]:
        """Give a person their one place in the line, where `counts` for one of the tapes that they may have.

        Raises:
            AlreadyAsked, Stopping, Busy, TooManyTapes, TooManyTapesHere: They cannot have it.
        """
        with self.jobs.hold(person_id) as job:
            if counts:
                await self._limits.take(person_id, guild_id=guild_id)
            yield job

    async def answer(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        """Answer a command with a new reply, or a button by replacing its message."""
        words = words_of(interaction, self.languages)

        async def send(card: ui.LayoutView) -> None:
            await interaction.edit_original_response(view=card, attachments=cards.uploads(card))

        try:
            with self.jobs.hold(ask.person_id) as job:
                ask = await self._looked_up(interaction, ask)
                if not await acknowledge(
                    interaction, words, ephemeral=bool(ask.private), thinking=ask.beside, meter=self.services.meter
                ):
                    return
                words = await self.words(interaction)
                async with progress(send, words, job) as on_step:
                    card = await self._card(ask, words, on_step, job)
                await deliver(send, card, words)
        except REFUSALS as refusal:
            await self.refuse(interaction, refused(refusal, await self.words(interaction)))

    async def _looked_up(self, interaction: discord.Interaction[Any], ask: Ask) -> Ask:
        """Count the tape and find out who may see it, each for as long as it may take before an acknowledgement.

        Who has just agreed to the notice asked before, which counted then.
        """
        private = ask.private
        if not ask.agrees:
            await self._limits.take(ask.person_id, guild_id=interaction.guild_id)
        if private is None:
            private = await wants_privacy(self.people.settings, interaction)
        return replace(ask, private=private)

    async def answer_pick(
        self,
        interaction: discord.Interaction[Any],
        mood: MoodName,
        *,
        length: int,
        asker_id: int | None,
        goal: Goal | None = None,
        destination: MoodName | None = None,
    ) -> None:
        """Answer a mood button; without an asker its message is a private one."""
        wanted = min(max(length, LENGTHS[0]), LENGTHS[-1])
        private = asker_id is None
        ask = Ask(interaction.user.id, mood, wanted, private, request_of(interaction), guild_id=interaction.guild_id)
        await self.answer(interaction, replace(ask, goal=goal, destination=destination))

    async def give_back(self, person_id: int, *, guild_id: int | None) -> None:
        """Take a tape off the count that could not be, since its button was somebody else's or too old."""
        await self._limits.give_back(person_id, guild_id=guild_id)

    async def answer_message(
        self, message: discord.Message, photo: discord.Attachment, *, refusal_for_s: float | None = None
    ) -> None:
        """Answer a message that brought a photo with one reply to it; a refusal stays `refusal_for_s`, or for good."""
        send = replying(message)
        try:
            await self._answer_message(message, photo, send, refuse=replying(message, for_s=refusal_for_s))
        except Exception as error:  # noqa: BLE001
            words = words_of_message(message, self.languages)
            await deliver(send, incident_card(error, words), words)

    async def _answer_message(
        self, message: discord.Message, photo: discord.Attachment, send: Send, *, refuse: Send
    ) -> None:
        guild_id, private = message.guild.id if message.guild else None, message.guild is None
        ask = Ask(message.author.id, photo, private=private, request_id=request_of(message), guild_id=guild_id)
        try:
            async with self.turn(ask.person_id, guild_id=guild_id) as job:
                words = await spoken_in(self.people.settings, message, self.languages)
                async with typing(message.channel), progress(send, words, job) as on_step:
                    card = await self._card(ask, words, on_step, job)
                await deliver(send, card, words)
        except REFUSALS as refusal:
            words = await spoken_in(self.people.settings, message, self.languages)
            await deliver(refuse, cards.note(refused(refusal, words)), words)

    async def vary(self, interaction: discord.Interaction[Any], variation: Variation) -> None:
        """Answer a tape's button with a new tape beside the last."""
        person_id, guild_id = interaction.user.id, interaction.guild_id
        ask = Ask(person_id, variation, request_id=request_of(interaction), guild_id=guild_id, beside=True)
        await self.answer(interaction, ask)

    async def act(self, interaction: discord.Interaction[Any], act: Act, *, tape_id: str) -> None:
        """Answer a tape's button that needs no new tape."""
        try:
            with self.jobs.press(interaction.user.id):
                await do_act(self, interaction, act, tape_id=tape_id)
        except REFUSALS as refusal:
            await self.refuse(interaction, refused(refusal, await self.words(interaction)))

    async def refuse(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Answer at once with one sentence that only this person sees."""
        await self.say(interaction, cards.note(text))

    async def say(self, interaction: discord.Interaction[Any], card: ui.LayoutView) -> None:
        """Answer at once with a card that only this person sees."""

        async def send(view: ui.LayoutView) -> None:
            await interaction.response.send_message(view=view, files=cards.uploads(view), ephemeral=True)

        await deliver(send, card, words_of(interaction, self.languages))

    async def apologise(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Answer with an incident where answering itself failed."""
        try:
            words = await self.words(interaction)
        except Exception:  # noqa: BLE001
            words = words_of(interaction, self.languages)
        await apologise(interaction, error, words)

    async def _card(self, ask: Ask, words: Words, on_step: OnStep, job: Job) -> ui.LayoutView:
        try:
            if notice := await gate(self, ask, words):
                return notice
            made = await job.run(lambda: self._made(ask, words, on_step), limit_s=JOB_LIMIT_S)
            own = ask.author_id in (None, ask.person_id)
            shown = (self.accounts is not None, made.corrected, made.energy, own)
            controls = Controls(made.tape_id, *shown) if made.tape_id else None
            asker_id = None if ask.private else ask.person_id
            return cards.result_card(made.result, words, picture=made.picture, controls=controls, asker_id=asker_id)
        except MoodtapeError as error:
            self.services.meter.refused(error)
            if isinstance(error, TapeGone):
                await self.give_back(ask.person_id, guild_id=ask.guild_id)
            return problem_card(error, ask, words)
        except (Cancelled, Stopping) as end:
            return cards.note(refused(end, words))
        except Exception as error:  # noqa: BLE001
            return incident_card(error, words)

    async def _made(self, ask: Ask, words: Words, on_step: OnStep) -> Made:
        return await make_tape(
            ask, services=self.services, people=self.people, download=self._download, words=words, on_step=on_step
        )


def request_of(asked: discord.Interaction[Any] | discord.Message) -> str:
    """Name a request by what asked for it."""
    return f"discord-{asked.id}"


def problem_card(error: MoodtapeError, ask: Ask, words: Words) -> ui.LayoutView:
    """Say what is wrong in one sentence, with the moods where one of them helps; tell an operator's matter as such."""
    if isinstance(error, NoFace | FaceUnclear | TapeGone):
        asker_id = None if ask.private else ask.person_id
        return cards.mood_picker(
            sentence(error, words),
            words,
            length=ask.length or DEFAULT_LENGTH,
            asker_id=asker_id,
            goal=ask.goal,
            destination=ask.destination,
        )
    return problem_note(error, words)
