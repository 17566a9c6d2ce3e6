"""`/spotify`: people link their own Spotify accounts, see which one it is, and end that."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import cards
from bot.desk import Desk
from bot.pages import Page, answer
from bot.registration import named, said
from core.errors import NotLinked
from core.language import Words
from core.ports import AccountLinks


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class SpotifyCog(commands.GroupCog, group_name="spotify", group_description=said("command-spotify")):
    """Answers so that nobody else sees it."""

    def __init__(self, accounts: AccountLinks, desk: Desk) -> None:
        self._accounts = accounts
        self._desk = desk

    @app_commands.command(name=named("link", message="command-link-name"), description=said("command-link"))
    async def link(self, interaction: discord.Interaction[Any]) -> None:
        person = interaction.user

        async def page(words: Words) -> Page:
            url = await self._accounts.begin(person.id, name=person.name)
            return Page(cards.way_out(words("bot-how-to-link"), label=words("button-open-spotify"), url=url))

        await answer(self._desk, interaction, page)

    @app_commands.command(name=named("status", message="command-status-name"), description=said("command-status"))
    async def status(self, interaction: discord.Interaction[Any]) -> None:
        async def page(words: Words) -> Page:
            account = await self._accounts.account_of(interaction.user.id)
            if account is None:
                raise NotLinked
            return Page(cards.note(words("bot-linked", account=cards.escape(account.name), ends_on=account.ends_on)))

        await answer(self._desk, interaction, page)

    @app_commands.command(name=named("unlink", message="command-unlink-name"), description=said("command-unlink"))
    async def unlink(self, interaction: discord.Interaction[Any]) -> None:
        async def page(words: Words) -> Page:
            if not await self._accounts.unlink(interaction.user.id):
                raise NotLinked
            return Page(cards.note(words("bot-unlinked")))

        await answer(self._desk, interaction, page)
