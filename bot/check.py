"""Asking Discord whether a token is good, without connecting to the gateway."""

import asyncio

import aiohttp
import discord

from core.errors import DiscordTokenRejected, DiscordUnreachable

LIMIT_S = 10.0


async def check_token(token: str) -> str:
    """Give the bot's name.

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
        return str(client.user)
