"""The ways in: `/mood`, a mention with a photo, and a photo in a direct message."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import cards, wording
from bot.desk import DEFAULT_LENGTH, LENGTHS, Ask, Desk, request_of
from core.mood import PICKABLE_MOODS, MoodName
from core.wording import MOOD_WORDS

PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff")
MOOD_CHOICES = [app_commands.Choice(name=MOOD_WORDS[mood], value=mood.value) for mood in PICKABLE_MOODS]


class MoodCog(commands.Cog):
    """Hands each request to the desk."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk

    @app_commands.command(name="mood", description=wording.COMMAND)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(photo=wording.PHOTO, mood=wording.MOOD, tracks=wording.TRACKS, private=wording.PRIVATE)
    @app_commands.choices(mood=MOOD_CHOICES)
    async def mood(
        self,
        interaction: discord.Interaction[Any],
        photo: discord.Attachment | None = None,
        mood: str | None = None,
        tracks: app_commands.Range[int, LENGTHS[0], LENGTHS[-1]] = DEFAULT_LENGTH,
        private: bool = True,
    ) -> None:
        person_id = interaction.user.id
        if photo and mood:
            await self._desk.refuse(interaction, wording.PHOTO_OR_MOOD)
        elif photo or mood:
            source = photo or MoodName(mood)
            await self._desk.answer(interaction, Ask(person_id, source, tracks, private, request_of(interaction)))
        else:
            card = cards.mood_picker(wording.HOW_TO_ASK, length=tracks, asker_id=None)
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
