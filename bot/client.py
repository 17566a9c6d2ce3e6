"""The Discord client: unprivileged intents, no prefix commands, and a clean start and end."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.acts import ACTS
from bot.attachments import Download, over_http, photo_session
from bot.buttons import MoodButton
from bot.cogs.mood import MoodCog
from bot.cogs.people import PeopleCog
from bot.cogs.photos import PhotosCog
from bot.cogs.server import ServerCog
from bot.cogs.spotify import SpotifyCog
from bot.desk import Desk
from bot.incidents import report
from bot.later import keep_promises
from bot.options import BotOptions
from bot.pages import PersonButton
from bot.registration import CommandTranslator, sync_commands
from bot.stop import StopButton
from bot.tape_buttons import ActButton, FeelingButton, FeelingSelect, TurnButton
from core.errors import DiscordTokenRejected, DiscordUnreachable
from core.language import Languages, Words
from core.ports import People, Services
from core.wording import sentence

logger = logging.getLogger(__name__)

DRAIN_LIMIT_S = 10.0
LAST_WORD_LIMIT_S = 2.0
"""For the message about a playlist that is just made, which would otherwise never be sent."""

FIRST_RETRY_S = 5.0
LAST_RETRY_S = 300.0
BAD_TOKEN_CODE = 4004
"""The gateway's way to say that it does not know a token."""


class MoodtapeTree(app_commands.CommandTree[Any]):
    """Answers what goes wrong before a command's own code runs, such as an outdated command."""

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        await self.client.desk.apologise(interaction, error)


class MoodtapeBot(commands.Bot):
    """One connection to Discord."""

    def __init__(
        self,
        services: Services,
        people: People,
        *,
        languages: Languages,
        download: Download,
        options: BotOptions = BotOptions(),  # noqa: B008
        commands_hash_path: Path | None = None,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=MoodtapeTree,
            intents=discord.Intents(
                guilds=True, guild_messages=True, dm_messages=True, message_content=options.message_content
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
        )
        self.desk = Desk(services, people, download, languages, options=options)
        self._meter = services.meter
        self.acts = ACTS
        self._commands_hash_path = commands_hash_path

    async def setup_hook(self) -> None:
        pressable = (PersonButton, StopButton, MoodButton, TurnButton, ActButton, FeelingSelect, FeelingButton)
        self.add_dynamic_items(*pressable)
        self.desk.options = self._with_operator(self.desk.options)
        await self.add_cog(MoodCog(self, self.desk))
        await self.add_cog(PhotosCog(self, self.desk))
        await self.add_cog(PeopleCog(self, self.desk))
        await self.add_cog(ServerCog(self.desk))
        if self.desk.accounts:
            await self.add_cog(SpotifyCog(self.desk.accounts, self.desk))
        await self.tree.set_translator(CommandTranslator(self.desk.languages))
        await sync_commands(self, self.tree, hash_path=self._commands_hash_path)

    async def on_connect(self) -> None:
        self._meter.discord_connected(True)

    async def on_resumed(self) -> None:
        self._meter.discord_connected(True)

    async def on_disconnect(self) -> None:
        self._meter.discord_connected(False)

    def _with_operator(self, options: BotOptions) -> BotOptions:
        """Name the application's owner where the operator is not named."""
        application = self.application
        if options.operator_name or application is None:
            return options
        owner = application.team.name if application.team else application.owner.name
        return replace(options, operator_name=owner)

    async def on_message(self, message: discord.Message, /) -> None:
        """Messages are heard by the cog; there are no prefix commands."""


async def run_bot(
    token: str,
    services: Services,
    people: People,
    *,
    languages: Languages,
    options: BotOptions = BotOptions(),  # noqa: B008
    stop: asyncio.Event | None = None,
    commands_hash_path: Path | None = None,
    drain_limit_s: float = DRAIN_LIMIT_S,
    first_retry_s: float = FIRST_RETRY_S,
) -> None:
    """Serve Discord until `stop` is set; come back, ever more slowly, after whatever else ends the connection.

    Running jobs get `drain_limit_s` to finish; then people are told, and the connection is closed.

    Raises:
        DiscordTokenRejected: Discord does not know the token.
    """
    stop = stop or asyncio.Event()
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    retry_s = first_retry_s
    async with photo_session() as session:
        while not stop.is_set():
            started_s = monotonic()
            bot = MoodtapeBot(
                services,
                people,
                languages=languages,
                download=over_http(session),
                options=options,
                commands_hash_path=commands_hash_path,
            )
            try:
                async with bot:
                    await _serve(bot, token, stop=stop, drain_limit_s=drain_limit_s)
            except discord.LoginFailure as error:
                raise DiscordTokenRejected from error
            except Exception as error:
                if isinstance(error, discord.ConnectionClosed) and error.code == BAD_TOKEN_CODE:
                    raise DiscordTokenRejected from error
                retry_s = first_retry_s if monotonic() - started_s > LAST_RETRY_S else retry_s
                logger.warning(
                    "%s Discord is tried again in %.0f s.", _what_ended(error, languages.words_for(None)), retry_s
                )
                services.meter.discord_connected(False)
                await _pause(stop, limit_s=retry_s)
                retry_s = min(2 * retry_s, LAST_RETRY_S)


def _what_ended(error: Exception, words: Words) -> str:
    if isinstance(error, aiohttp.ClientError | OSError):
        return sentence(DiscordUnreachable(), words)
    return f"Incident {report(error, words)} ended the connection."


async def _pause(stop: asyncio.Event, *, limit_s: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), limit_s)


async def _serve(bot: MoodtapeBot, token: str, *, stop: asyncio.Event, drain_limit_s: float) -> None:
    over = asyncio.Event()
    serving = asyncio.create_task(bot.start(token), name="discord-connection")
    stopping = asyncio.create_task(stop.wait(), name="discord-stop")
    promises = asyncio.create_task(keep_promises(bot, over), name="discord-promises")
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        over.set()
        await bot.desk.jobs.drain(limit_s=drain_limit_s)
        if serving.done():
            await serving
    finally:
        over.set()
        await asyncio.wait({promises}, timeout=LAST_WORD_LIMIT_S)
        for task in (serving, stopping, promises):
            task.cancel()
        await asyncio.gather(serving, stopping, promises, return_exceptions=True)
