"""Asking Discord whether a token is good, without connecting to the gateway; and the links that invite the bot."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp
import discord

from core.errors import DiscordTokenRejected, DiscordUnreachable

LIMIT_S = 10.0
AUTHORIZE = "https://discord.com/oauth2/authorize"
USER_INSTALL = 1
"""Discord's number for an app that a person adds to their own account."""


@dataclass(frozen=True, slots=True)
class Application:
    """Whose a token is."""

    name: str
    application_id: int


async def check_token(token: str) -> str:
    """Give the bot's name.

    Raises:
        DiscordTokenRejected: Discord does not know the token.
        DiscordUnreachable: Discord did not answer in time.
    """
    return (await application_of(token)).name


async def application_of(token: str) -> Application:
    """Ask whose a token is.

    Raises:
        DiscordTokenRejected: Discord does not know the token.
        DiscordUnreachable: Discord did not answer in time.
    """
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            async with asyncio.timeout(LIMIT_S):
                await client.login(token)
        except discord.LoginFailure as error:
            raise DiscordTokenRejected from error
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            raise DiscordUnreachable from error
        return Application(str(client.user), client.application_id or 0)


def invite_link(application_id: int) -> str:
    """Give the link that adds the bot to a server, where it may send messages with embeds and files."""
    permissions = discord.Permissions(send_messages=True, embed_links=True, attach_files=True)
    return discord.utils.oauth_url(application_id, permissions=permissions, scopes=("bot", "applications.commands"))


def personal_link(application_id: int) -> str:
    """Give the link that adds the commands to a person's own account, for every place that they write in."""
    query = {"client_id": application_id, "integration_type": USER_INSTALL, "scope": "applications.commands"}
    return f"{AUTHORIZE}?{urlencode(query)}"
