"""`/settings`: what those who manage a server choose for it."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import cards
from bot.cogs.mood import GOALS
from bot.cogs.people import AUTOMATIC, LANGUAGE_CHOICES, language_name, yes_or_no
from bot.desk import LENGTHS, Desk
from bot.pages import Page, answer
from bot.registration import named, said
from core.language import Words
from core.mood import Goal
from core.people import GuildSettings

GOAL_CHOICES = [
    app_commands.Choice(name=said("choice-automatic"), value=AUTOMATIC),
    *(
        app_commands.Choice(name=said(message), value=goal.value)
        for goal, message in GOALS.items()
        if goal is not Goal.TAKE_ME
    ),
]
MOST_CHANNELS = 50


class ServerCog(commands.Cog):
    """Answers to those who may manage the server, and forgets servers that it left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name=named("settings", message="command-settings-name"), description=said("command-settings"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.describe(
        goal=said("option-usual-goal"),
        tracks=said("option-usual-tracks"),
        explicit=said("option-explicit-here"),
        photos_in=said("option-photos-in"),
        no_photos_in=said("option-no-photos-in"),
        private=said("option-private-here"),
        language=said("option-language-here"),
    )
    @app_commands.rename(
        goal=named("goal", message="option-usual-goal-name"),
        tracks=named("tracks", message="option-tracks-name"),
        explicit=named("explicit", message="option-explicit-name"),
        photos_in=named("photos-in", message="option-photos-in-name"),
        no_photos_in=named("no-photos-in", message="option-no-photos-in-name"),
        private=named("private", message="option-private-name"),
        language=named("language", message="option-language-name"),
    )
    @app_commands.choices(goal=GOAL_CHOICES, language=LANGUAGE_CHOICES)
    async def settings(
        self,
        interaction: discord.Interaction[Any],
        goal: str | None = None,
        tracks: app_commands.Range[int, LENGTHS[0], LENGTHS[-1]] | None = None,
        explicit: bool | None = None,
        photos_in: discord.TextChannel | None = None,
        no_photos_in: discord.TextChannel | None = None,
        private: bool | None = None,
        language: str | None = None,
    ) -> None:
        given = {"length": tracks, "explicit": explicit, "private": private}
        changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        if goal is not None:
            changes["goal"] = None if goal == AUTOMATIC else Goal(goal)
        if language is not None:
            changes["language"] = None if language == AUTOMATIC else language
        on = frozenset({photos_in.id}) if photos_in else frozenset[int]()
        off = frozenset({no_photos_in.id}) if no_photos_in else frozenset[int]()

        async def page(words: Words) -> Page:
            return Page(cards.note(await self._change(interaction, changes, words, on=on, off=off)))

        await answer(self._desk, interaction, page)

    async def _change(
        self,
        interaction: discord.Interaction[Any],
        changes: dict[str, Any],
        words: Words,
        *,
        on: frozenset[int],
        off: frozenset[int],
    ) -> str:
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            return words("people-not-manager")
        store, seen = self._desk.people.settings, self._desk.options.message_content

        def change(now: GuildSettings) -> GuildSettings:
            channels = frozenset(sorted((now.photo_channels | on) - off)[:MOST_CHANNELS])
            return replace(now, **changes, photo_channels=channels)

        if on and not seen:
            return words("people-no-message-content")
        if changes or on or off:
            now = await store.change_guild(interaction.guild_id, change)
        else:
            now = await store.guild_settings(interaction.guild_id)
        return settings_text(now, words, message_content=seen)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._desk.people.settings.forget_guild(guild.id)


def settings_text(settings: GuildSettings, words: Words, *, message_content: bool) -> str:
    goal = words(GOALS[settings.goal] if settings.goal else "choice-automatic")
    channels = " ".join(f"<#{channel}>" for channel in sorted(settings.photo_channels)) or words("people-no-channels")
    return "\n".join(
        (
            f"**{words('people-settings-title')}**",
            words("people-setting-goal", value=goal),
            words("people-setting-length", count=settings.length),
            words("people-setting-explicit", value=yes_or_no(settings.explicit, words)),
            words("people-setting-channels", value=channels),
            words("people-setting-private", value=yes_or_no(settings.private, words)),
            words("people-setting-language", value=language_name(settings.language, words)),
            *([] if message_content else [words("people-channels-off")]),
        )
    )
