"""Where every way in ends: one request goes in, exactly one reply comes out."""

from dataclasses import replace
from typing import Any

import discord
from discord import ui

from bot import cards
from bot.asks import DEFAULT_LENGTH, LENGTHS, Ask, Variation
from bot.attachments import Download
from bot.cards import Controls
from bot.consent import Consents, gate
from bot.jobs import AlreadyAsked, Cancelled, Job, Jobs, Stopping
from bot.limits import FairLimits
from bot.making import Made, make_tape
from bot.options import BotOptions
from bot.preferences import spoken, spoken_in, wants_privacy
from bot.replies import acknowledge, apologise, deliver, incident_card, progress, replying, typing
from bot.tape_acts import do_act
from bot.tape_buttons import Act
from bot.wording import words_of, words_of_message
from core.errors import (
    Busy,
    FaceUnclear,
    MoodtapeError,
    NoFace,
    OperatorProblem,
    TapeGone,
    TooManyTapes,
    TooManyTapesHere,
)
from core.flow import OnStep
from core.language import Languages, Words
from core.mood import Goal, MoodName
from core.ports import People, Services
from core.wording import SENTENCES, sentence

JOB_LIMIT_S = 600
"""Well inside the 15 minutes for which Discord takes an answer."""

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
        self.can_save = services.accounts is not None
        self._download = download
        self.jobs = Jobs()
        self._limits = FairLimits(options.allowance)

    async def answer(self, interaction: discord.Interaction[Any], ask: Ask) -> None:
        """Answer a command with a new reply, or a button by replacing its message."""

        words = words_of(interaction, self.languages)

        async def send(card: ui.LayoutView) -> None:
            await interaction.edit_original_response(view=card, attachments=cards.uploads(card))

        try:
            with self.jobs.hold(ask.person_id) as job:
                await self._limits.take(ask.person_id, guild_id=interaction.guild_id)
                if ask.private is None:
                    ask = replace(ask, private=await wants_privacy(self.people.settings, interaction))
                private = ask.private is not False
                if not await acknowledge(
                    interaction, words, ephemeral=private, thinking=ask.beside, meter=self.services.meter
                ):
                    return
                words = await spoken(self.people.settings, interaction, self.languages)
                async with progress(send, words, job) as on_step:
                    card = await self._card(ask, words, on_step, job)
                await deliver(send, card, words)
        except REFUSALS as refusal:
            await self.refuse(interaction, _refusal(refusal, words))

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

    async def answer_message(self, message: discord.Message, photo: discord.Attachment) -> None:
        """Answer a message that brought a photo with one reply to it."""
        words = words_of_message(message, self.languages)
        send, guild_id = replying(message), message.guild.id if message.guild else None
        private = message.guild is None
        ask = Ask(message.author.id, photo, private=private, request_id=request_of(message), guild_id=guild_id)
        try:
            with self.jobs.hold(ask.person_id) as job:
                await self._limits.take(ask.person_id, guild_id=guild_id)
                words = await spoken_in(self.people.settings, message, self.languages)
                async with typing(message.channel), progress(send, words, job) as on_step:
                    card = await self._card(ask, words, on_step, job)
                await deliver(send, card, words)
        except REFUSALS as refusal:
            await deliver(send, cards.note(_refusal(refusal, words)), words)
        except Exception as error:  # noqa: BLE001
            await deliver(send, incident_card(error, words), words)

    async def vary(self, interaction: discord.Interaction[Any], variation: Variation) -> None:
        """Answer a tape's button with a new tape beside the last."""
        person_id, guild_id = interaction.user.id, interaction.guild_id
        ask = Ask(person_id, variation, request_id=request_of(interaction), guild_id=guild_id, beside=True)
        await self.answer(interaction, ask)

    async def act(self, interaction: discord.Interaction[Any], act: Act, *, tape_id: str) -> None:
        """Answer a tape's button that needs no new tape."""
        await do_act(self, interaction, act, tape_id=tape_id)

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
        await apologise(interaction, error, words_of(interaction, self.languages))

    async def _card(self, ask: Ask, words: Words, on_step: OnStep, job: Job) -> ui.LayoutView:
        try:
            if notice := await gate(self, ask, words):
                return notice
            made = await job.run(lambda: self._made(ask, words, on_step), limit_s=JOB_LIMIT_S)
            own = ask.author_id in (None, ask.person_id)
            shown = (self.can_save, made.corrected, made.energy, own)
            controls = Controls(made.tape_id, *shown) if made.tape_id else None
            asker_id = None if ask.private else ask.person_id
            return cards.result_card(made.result, words, picture=made.picture, controls=controls, asker_id=asker_id)
        except MoodtapeError as error:
            self.services.meter.refused(error)
            return problem_card(error, ask, words)
        except (Cancelled, Stopping) as end:
            return cards.note(_refusal(end, words))
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
    if isinstance(error, OperatorProblem) or type(error) not in SENTENCES:
        return incident_card(error, words)
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
    return cards.note(sentence(error, words))


def _refusal(refusal: Exception, words: Words) -> str:
    if isinstance(refusal, MoodtapeError):
        return sentence(refusal, words)
    messages = {AlreadyAsked: "bot-one-at-a-time", Stopping: "bot-stopping", Cancelled: "bot-stopped"}
    return words(messages[type(refusal)])
