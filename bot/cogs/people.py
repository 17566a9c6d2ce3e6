"""What is a person's own: `/privacy`, `/preferences`, `/history`, and how to reach who runs the bot."""

from dataclasses import replace
from time import time
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot import cards, guide, history, privacy
from bot.desk import Desk
from bot.pages import Page, answer, page_card
from bot.registration import named, said
from core.language import Language, Words
from core.people import LONGEST_FEEDBACK, Feedback, PersonSettings
from core.ports import AccountLinks

FEEDBACK_ID = "feedback"
AUTOMATIC = "auto"
LANGUAGE_NAMES = {
    Language.ENGLISH: "choice-english",
    Language.SPANISH: "choice-spanish",
    Language.FRENCH: "choice-french",
    Language.GERMAN: "choice-german",
    Language.PORTUGUESE: "choice-portuguese",
    Language.JAPANESE: "choice-japanese",
}
LANGUAGE_CHOICES = [
    app_commands.Choice(name=said("choice-automatic"), value=AUTOMATIC),
    *(app_commands.Choice(name=said(name), value=language.value) for language, name in LANGUAGE_NAMES.items()),
]


class PeopleCog(commands.Cog):
    """Answers so that nobody else sees it."""

    def __init__(self, bot: commands.Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk
        if desk.accounts is None:
            self.preferences._params.pop("favourites")  # discord.py has no public way to leave an option out

    @app_commands.command(name=named("privacy", message="command-privacy-name"), description=said("command-privacy"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(self, interaction: discord.Interaction[Any]) -> None:
        await privacy.show(self._desk, interaction)

    @app_commands.command(name=named("history", message="command-history-name"), description=said("command-history"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def history(self, interaction: discord.Interaction[Any]) -> None:
        await history.show(self._desk, interaction)

    @app_commands.command(name=named("help", message="command-help-name"), description=said("command-help"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        async def page(words: Words) -> Page:
            return Page(page_card(await guide.help_text(self._bot.tree, words)))

        await answer(self._desk, interaction, page)

    @app_commands.command(
        name=named("preferences", message="command-preferences-name"), description=said("command-preferences")
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(
        language=said("option-language"),
        private=said("option-usually-private"),
        history=said("option-history"),
        explicit=said("option-explicit"),
        favourites=said("option-favourites"),
    )
    @app_commands.rename(
        language=named("language", message="option-language-name"),
        private=named("private", message="option-private-name"),
        history=named("history", message="option-history-name"),
        explicit=named("explicit", message="option-explicit-name"),
        favourites=named("favourites", message="option-favourites-name"),
    )
    @app_commands.choices(language=LANGUAGE_CHOICES)
    async def preferences(
        self,
        interaction: discord.Interaction[Any],
        language: str | None = None,
        private: bool | None = None,
        history: bool | None = None,
        explicit: bool | None = None,
        favourites: bool | None = None,
    ) -> None:
        given = {"private": private, "history": history, "explicit": explicit, "favourites": favourites}
        changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        if language is not None:
            changes["language"] = None if language == AUTOMATIC else language

        async def page(words: Words) -> Page:
            store = self._desk.people.settings
            if changes:
                now = await store.change_settings(interaction.user.id, lambda now: replace(now, **changes))
            else:
                now = await store.settings_of(interaction.user.id)
            spoken_now = self._desk.languages.words_for(now.language) if now.language else words
            text = preferences_text(now, spoken_now, linkable=self._desk.accounts is not None)
            if favourites and self._desk.accounts:
                text = f"{text}\n\n{await about_favourites(interaction.user.id, self._desk.accounts, spoken_now)}"
            return Page(cards.note(text))

        await answer(self._desk, interaction, page)

    @app_commands.command(name=named("feedback", message="command-feedback-name"), description=said("command-feedback"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def feedback(self, interaction: discord.Interaction[Any]) -> None:
        words = await self._desk.words(interaction)
        field = ui.TextInput[Any](
            custom_id="text", style=discord.TextStyle.paragraph, min_length=1, max_length=LONGEST_FEEDBACK
        )
        modal = ui.Modal(title=words("modal-feedback"), custom_id=FEEDBACK_ID, timeout=None)
        modal.add_item(ui.Label(text=words("modal-feedback-text"), component=field))
        try:
            await interaction.response.send_modal(modal)
        except Exception as error:  # noqa: BLE001
            await self._desk.apologise(interaction, error)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take feedback that was sent, even if it was begun before a restart."""
        sent: Any = interaction.data or {}
        if interaction.type is not discord.InteractionType.modal_submit or sent.get("custom_id") != FEEDBACK_ID:
            return
        text = " ".join(written(sent.get("components") or [])).strip()

        async def page(words: Words) -> Page:
            if not text:
                return Page(cards.note(words("people-feedback-empty")))
            await self._desk.people.feedback.add_feedback(Feedback(interaction.user.id, text, time()))
            return Page(cards.note(words("people-feedback-thanks")))

        try:
            await answer(self._desk, interaction, page)
        except Exception as error:  # noqa: BLE001
            await self._desk.apologise(interaction, error)


def written(components: list[Any]) -> list[str]:
    """Collect what was typed into a modal's fields."""
    texts = list[str]()
    for component in components:
        inner = component.get("components") or ([component["component"]] if component.get("component") else [])
        texts += [*([str(component["value"])] if component.get("value") else []), *written(inner)]
    return texts


def preferences_text(settings: PersonSettings, words: Words, *, linkable: bool) -> str:
    """One line for each choice; `linkable` where people can link their Spotify accounts."""
    favourites = words("people-setting-favourites", value=yes_or_no(settings.favourites, words))
    private = words("people-as-server") if settings.private is None else yes_or_no(settings.private, words)
    return "\n".join(
        (
            f"**{words('people-preferences-title')}**",
            words("people-setting-language", value=language_name(settings.language, words)),
            words("people-setting-private", value=private),
            words("people-setting-history", value=yes_or_no(settings.history, words)),
            words("people-setting-explicit", value=yes_or_no(settings.explicit, words)),
            *([favourites] if linkable else []),
        )
    )


async def about_favourites(person_id: int, accounts: AccountLinks, words: Words) -> str:
    """Say what switching them on means, or what is still to be done for it."""
    if await accounts.account_of(person_id) is None:
        return words("people-favourites-not-linked")
    return words("people-favourites-on" if await accounts.top_artists(person_id) else "people-favourites-none")


def yes_or_no(on: bool, words: Words) -> str:
    return words("people-yes") if on else words("people-no")


def language_name(tag: str | None, words: Words) -> str:
    return words(LANGUAGE_NAMES[Language(tag)] if tag in list(Language) else "choice-automatic")
