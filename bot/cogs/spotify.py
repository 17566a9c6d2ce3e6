"""`/spotify`: people link their own Spotify accounts, see which one it is, and end that."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import cards, wording
from bot.replies import acknowledge, deliver, incident_card
from core.errors import MoodtapeError, NotLinked, OperatorProblem
from core.ports import AccountLinks
from core.wording import sentence


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class SpotifyCog(commands.GroupCog, group_name="spotify", group_description=wording.SPOTIFY):
    """Answers so that nobody else sees it."""

    def __init__(self, accounts: AccountLinks) -> None:
        self._accounts = accounts

    @app_commands.command(name="link", description=wording.LINK)
    async def link(self, interaction: discord.Interaction[Any]) -> None:
        person = interaction.user

        async def card() -> ui.LayoutView:
            url = await self._accounts.begin(person.id, name=person.name)
            return cards.way_out(wording.HOW_TO_LINK, label=wording.OPEN_SPOTIFY, url=url)

        await _answer(interaction, card)

    @app_commands.command(name="status", description=wording.STATUS)
    async def status(self, interaction: discord.Interaction[Any]) -> None:
        async def card() -> ui.LayoutView:
            account = await self._accounts.account_of(interaction.user.id)
            if account is None:
                return cards.note(sentence(NotLinked()))
            return cards.note(wording.linked(cards.escape(account.name), account.ends_on))

        await _answer(interaction, card)

    @app_commands.command(name="unlink", description=wording.UNLINK)
    async def unlink(self, interaction: discord.Interaction[Any]) -> None:
        async def card() -> ui.LayoutView:
            was_linked = await self._accounts.unlink(interaction.user.id)
            return cards.note(wording.UNLINKED if was_linked else sentence(NotLinked()))

        await _answer(interaction, card)


async def _answer(interaction: discord.Interaction[Any], make: Callable[[], Awaitable[ui.LayoutView]]) -> None:
    async def send(card: ui.LayoutView) -> None:
        await interaction.edit_original_response(view=card)

    if await acknowledge(interaction, ephemeral=True):
        await deliver(send, await _card(make))


async def _card(make: Callable[[], Awaitable[ui.LayoutView]]) -> ui.LayoutView:
    try:
        return await make()
    except MoodtapeError as error:
        return incident_card(error) if isinstance(error, OperatorProblem) else cards.note(sentence(error))
    except Exception as error:  # noqa: BLE001
        return incident_card(error)
