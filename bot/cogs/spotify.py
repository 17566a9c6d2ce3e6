"""`/spotify`: people link their own Spotify accounts, see which one it is, and end that."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import cards
from bot.registration import named, said
from bot.replies import acknowledge, deliver, incident_card
from bot.wording import words_of
from core.errors import MoodtapeError, NotLinked, OperatorProblem
from core.language import Languages, Words
from core.metrics import Meter
from core.ports import AccountLinks
from core.wording import sentence


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class SpotifyCog(commands.GroupCog, group_name="spotify", group_description=said("command-spotify")):
    """Answers so that nobody else sees it."""

    def __init__(self, accounts: AccountLinks, languages: Languages, *, meter: Meter) -> None:
        self._accounts = accounts
        self._languages = languages
        self._meter = meter

    @app_commands.command(name=named("link", message="command-link-name"), description=said("command-link"))
    async def link(self, interaction: discord.Interaction[Any]) -> None:
        person, words = interaction.user, words_of(interaction, self._languages)

        async def card() -> ui.LayoutView:
            url = await self._accounts.begin(person.id, name=person.name)
            return cards.way_out(words("bot-how-to-link"), label=words("button-open-spotify"), url=url)

        await _answer(interaction, words, card, meter=self._meter)

    @app_commands.command(name=named("status", message="command-status-name"), description=said("command-status"))
    async def status(self, interaction: discord.Interaction[Any]) -> None:
        words = words_of(interaction, self._languages)

        async def card() -> ui.LayoutView:
            account = await self._accounts.account_of(interaction.user.id)
            if account is None:
                return cards.note(sentence(NotLinked(), words))
            return cards.note(words("bot-linked", account=cards.escape(account.name), ends_on=account.ends_on))

        await _answer(interaction, words, card, meter=self._meter)

    @app_commands.command(name=named("unlink", message="command-unlink-name"), description=said("command-unlink"))
    async def unlink(self, interaction: discord.Interaction[Any]) -> None:
        words = words_of(interaction, self._languages)

        async def card() -> ui.LayoutView:
            was_linked = await self._accounts.unlink(interaction.user.id)
            return cards.note(words("bot-unlinked") if was_linked else sentence(NotLinked(), words))

        await _answer(interaction, words, card, meter=self._meter)


async def _answer(
    interaction: discord.Interaction[Any], words: Words, make: Callable[[], Awaitable[ui.LayoutView]], *, meter: Meter
) -> None:
    async def send(card: ui.LayoutView) -> None:
        await interaction.edit_original_response(view=card)

    if await acknowledge(interaction, words, ephemeral=True, meter=meter):
        await deliver(send, await _card(make, words), words)


async def _card(make: Callable[[], Awaitable[ui.LayoutView]], words: Words) -> ui.LayoutView:
    try:
        return await make()
    except MoodtapeError as error:
        return incident_card(error, words) if isinstance(error, OperatorProblem) else cards.note(sentence(error, words))
    except Exception as error:  # noqa: BLE001
        return incident_card(error, words)
