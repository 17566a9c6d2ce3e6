"""Registering the commands with Discord, in all languages, whenever they have changed.

A command's texts are message ids (`said`, `named`); Discord gets English and a translation for each locale.
"""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from core.language import Languages, match_language

logger = logging.getLogger(__name__)

ENGLISH_LOCALES = ("en-US", "en-GB")
TRANSLATED = ("name", "description")

Payload = dict[str, Any]


def said(message: str, **values: str) -> locale_str:
    """Mark the text of a command, an option or a choice that is registered: a message with its values.

    Choices of an autocompletion are words instead: there nothing puts English in the place of the id.
    """
    return locale_str(message, message=message, values=values)


def named(name: str, *, message: str) -> locale_str:
    """Mark the name of a command or an option; in English the message is that name."""
    return locale_str(name, message=message, values={})


class CommandTranslator(app_commands.Translator):
    """Gives marked texts their words in the locales whose language is spoken here."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        if "message" not in string.extras or match_language(locale.value) is None:
            return None
        return self._languages.words_for(locale.value)(string.extras["message"], **string.extras["values"])


async def sync_commands(client: discord.Client, tree: app_commands.CommandTree[Any], *, hash_path: Path | None) -> None:
    """Register the commands, unless the file says that Discord has them already.

    Without a file they are registered at every start.
    """
    if client.application_id is None:
        return
    commands = await described(tree)
    digest = commands_hash(commands, application_id=client.application_id)
    if _remembered(hash_path) == digest:
        return
    try:
        await client.http.bulk_upsert_global_commands(client.application_id, payload=commands)
    except discord.HTTPException as error:
        logger.error("commands were not registered: status %s, code %s", error.status, error.code)
        return
    if hash_path:
        _remember(hash_path, digest)


async def described(tree: app_commands.CommandTree[Any]) -> list[Payload]:
    """Describe all commands as Discord takes them; the tree has a translator."""
    assert tree.translator is not None  # noqa: S101
    return [_english_first(await one.get_translated_payload(tree, tree.translator)) for one in tree.get_commands()]


def commands_hash(commands: list[Payload], *, application_id: int) -> str:
    """Digest the application's id and all its commands with their translations."""
    told = json.dumps([application_id, commands], sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _english_first(part: Payload) -> Payload:
    """Put English in the place of message ids; all locales without words of their own see it."""
    told = dict(part)
    for key in TRANSLATED:
        translations = dict(told.get(f"{key}_localizations") or {})
        english = [translations.pop(locale, None) for locale in ENGLISH_LOCALES]
        if english[0]:
            told |= {key: english[0], f"{key}_localizations": translations}
    for children in ("options", "choices"):
        if children in told:
            told[children] = [_english_first(child) for child in told[children]]
    return told


def _remembered(path: Path | None) -> str | None:
    try:
        return path.read_text() if path else None
    except (OSError, ValueError):
        return None


def _remember(path: Path, digest: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(digest)
    except OSError as error:
        logger.warning("commands are registered again at the next start: %s cannot be written", error.filename or path)
