"""Photos that are already there: a message's menu, and the channels where a server lets any photo count."""

import logging
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.mood import likeliest_photo
from bot.desk import Ask, Desk, request_of
from bot.registration import named
from core.errors import MoodtapeError

logger = logging.getLogger(__name__)

REFUSAL_FOR_S = 60.0
"""Where a photo was not for us in particular, "later, please" would only stand in people's way."""


class PhotosCog(commands.Cog):
    """Hands photos of messages to the desk."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk
        self._menu = app_commands.ContextMenu(
            name=named("Make a tape from this photo", message="menu-tape"),
            callback=self.tape,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )

    async def cog_load(self) -> None:
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    async def tape(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Answer a message's menu; a photo of somebody else's needs their consent, and the reply stays private."""
        if not message.attachments:
            await self._desk.refuse(interaction, (await self._desk.words(interaction))("people-no-photo"))
            return
        theirs = message.author.id != interaction.user.id
        private = theirs or None
        await self._desk.answer(
            interaction,
            Ask(
                interaction.user.id,
                likeliest_photo(message.attachments),
                private=private,
                request_id=request_of(interaction),
                author_id=message.author.id if theirs else None,
                guild_id=interaction.guild_id,
            ),
        )

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer photos where the server switched that on; who has not agreed sees the notice once.

        While the process ends nothing is said, since nobody would be left to take that back.
        """
        me = self._bot.user
        if not self._desk.options.message_content or message.author.bot or message.guild is None:
            return
        if me is None or me in message.mentions or not any(is_picture(one) for one in message.attachments):
            return
        if self._desk.jobs.stopping:
            return
        if await self._counts(message):
            photo = likeliest_photo(message.attachments)
            await self._desk.answer_message(message, photo, refusal_for_s=REFUSAL_FOR_S)

    async def _counts(self, message: discord.Message) -> bool:
        assert message.guild is not None  # noqa: S101
        consents, author_id = self._desk.consents, message.author.id
        try:
            settings = await self._desk.people.settings.guild_settings(message.guild.id)
            if message.channel.id not in settings.photo_channels:
                return False
            return not consents.told(author_id) or await consents.agreed(author_id)
        except MoodtapeError as error:
            logger.warning("a photo in a channel was left alone: %s", type(error).__name__)
            return False


def is_picture(attachment: discord.Attachment) -> bool:
    return bool(attachment.width) or (attachment.content_type or "").startswith("image/")
