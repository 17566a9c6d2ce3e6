"""The ways in: `/mood`, a mention with a photo, and a photo in a direct message."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import cards
from bot.desk import DEFAULT_LENGTH, LENGTHS, Ask, Desk, request_of
from bot.registration import named, said
from bot.wording import words_of
from core.mood import PICKABLE_MOODS, MoodName

PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff")
MOOD_CHOICES = [
    app_commands.Choice(name=said("mood-word", mood=mood.value), value=mood.value) for mood in PICKABLE_MOODS
]


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
        tracks=said("option-tracks"),
        private=said("option-private"),
    )
    @app_commands.rename(
        photo=named("photo", message="option-photo-name"),
        mood=named("mood", message="option-mood-name"),
        tracks=named("tracks", message="option-tracks-name"),
        private=named("private", message="option-private-name"),
    )
    @app_commands.choices(mood=MOOD_CHOICES)
    async def mood(
        self,
        interaction: discord.Interaction[Any],
        photo: discord.Attachment | None = None,
        mood: str | None = None,
        tracks: app_commands.Range[int, LENGTHS[0], LENGTHS[-1]] = DEFAULT_LENGTH,
        private: bool = True,
    ) -> None:
        person_id, words = interaction.user.id, words_of(interaction, self._desk.languages)
        if photo and mood:
            await self._desk.refuse(interaction, words("bot-photo-or-mood"))
        elif photo or mood:
            source = photo or MoodName(mood)
            await self._desk.answer(interaction, Ask(person_id, source, tracks, private, request_of(interaction)))
        else:
            card = cards.mood_picker(words("bot-how-to-ask"), words, length=tracks, asker_id=None)
            await self._desk.say(interaction, card)

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
