"""The ways in: `/mood`, a mention with a photo, and a photo in a direct message."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import cards
from bot.asks import DEFAULT_LENGTH, LENGTHS, Ask
from bot.desk import Desk, request_of
from bot.registration import named, said
from core.mood import PICKABLE_MOODS, Goal, MoodName

PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff")
MOOD_CHOICES = [
    app_commands.Choice(name=said("mood-word", mood=mood.value), value=mood.value) for mood in PICKABLE_MOODS
]
GOALS = {
    Goal.MATCH: "choice-goal-match",
    Goal.LIFT: "choice-goal-lift",
    Goal.CALM: "choice-goal-calm",
    Goal.ENERGISE: "choice-goal-energise",
    Goal.LET_OUT: "choice-goal-let-out",
    Goal.TAKE_ME: "choice-goal-take-me",
}
GOAL_CHOICES = [app_commands.Choice(name=said(name), value=goal.value) for goal, name in GOALS.items()]


class MoodCog(commands.Cog):
    """Hands each request to the desk."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk

    @app_commands.command(name=named("mood", message="command-mood-name"), description=said("command-mood"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(
        photo=said("option-photo"),
        mood=said("option-mood"),
        goal=said("option-goal"),
        to=said("option-to"),
        tracks=said("option-tracks"),
        private=said("option-private"),
    )
    @app_commands.rename(
        photo=named("photo", message="option-photo-name"),
        mood=named("mood", message="option-mood-name"),
        goal=named("goal", message="option-goal-name"),
        to=named("to", message="option-to-name"),
        tracks=named("tracks", message="option-tracks-name"),
        private=named("private", message="option-private-name"),
    )
    @app_commands.choices(mood=MOOD_CHOICES, goal=GOAL_CHOICES, to=MOOD_CHOICES)
    async def mood(
        self,
        interaction: discord.Interaction[Any],
        photo: discord.Attachment | None = None,
        mood: str | None = None,
        goal: str | None = None,
        to: str | None = None,
        tracks: app_commands.Range[int, LENGTHS[0], LENGTHS[-1]] | None = None,
        private: bool | None = None,
    ) -> None:
        desk = self._desk
        wanted = Goal(goal) if goal else Goal.TAKE_ME if to else None
        whereabouts = (wanted is Goal.TAKE_ME) == bool(to)
        if bool(photo) != bool(mood) and whereabouts:
            ask = Ask(interaction.user.id, photo or MoodName(mood), tracks, private, request_of(interaction))
            where = {"goal": wanted, "destination": MoodName(to) if to else None, "guild_id": interaction.guild_id}
            await desk.answer(interaction, replace(ask, **where))
            return
        words = await desk.words(interaction)
        if photo and mood:
            await desk.refuse(interaction, words("bot-photo-or-mood"))
        elif not whereabouts:
            await desk.refuse(interaction, words("bot-where-to"))
        else:
            length, destination = tracks or DEFAULT_LENGTH, MoodName(to) if to else None
            card = cards.mood_picker(
                words("bot-how-to-ask"), words, length=length, asker_id=None, goal=wanted, destination=destination
            )
            await desk.say(interaction, card)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        me = self._bot.user
        if message.author.bot or me is None or not message.attachments:
            return
        if message.guild is None or me in message.mentions:
            await self._desk.answer_message(message, likeliest_photo(message.attachments))


def likeliest_photo(attachments: Sequence[discord.Attachment]) -> discord.Attachment:
    """Pick the first that Discord takes for a picture, else one that its name gives away (HEIC), else the first."""
    pictures = (a for a in attachments if a.width or (a.content_type or "").startswith("image/"))
    named = (a for a in attachments if a.filename.lower().endswith(PHOTO_SUFFIXES))
    return next(pictures, None) or next(named, None) or attachments[0]
