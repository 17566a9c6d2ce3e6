"""Words from Fluent catalogues (projectfluent.org): one folder a language, English where a message is broken."""

import logging
from functools import cached_property
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from core.language import Language, Value, Words, match_language

MESSAGES = Path(__file__).with_name("messages")
LONGEST_CHARS = 1000
"""Longer values are cut: Fluent refuses them from 2,500 characters on."""
logger = logging.getLogger(__name__)


class MessageBroken(Exception):
    """A message is missing, or cannot be formatted with the values that it was given."""


class FluentLanguages:
    """Reads each language's catalogue when it is first spoken.

    `strict` raises where even the English message is broken, which people otherwise see as the message's id.
    """

    def __init__(self, folder: Path = MESSAGES, *, strict: bool = False) -> None:
        english = FluentWords(Language.ENGLISH, folder, strict=strict)
        others = {one: FluentWords(one, folder, english=english) for one in Language}
        self._words = others | {Language.ENGLISH: english}

    def words_for(self, locale: str | None) -> Words:
        language = match_language(locale) if locale else None
        return self._words[language or Language.ENGLISH]


class FluentWords:
    """One language's messages, and English for those that are broken."""

    def __init__(
        self, language: Language, folder: Path, *, english: "FluentWords | None" = None, strict: bool = False
    ) -> None:
        self.language = language
        self._folder = folder
        self._english = english
        self._strict = strict

    @property
    def in_english(self) -> Words:
        return self._english or self

    def __call__(self, message: str, /, **values: Value) -> str:
        try:
            return _format(self._bundle, message, values)
        except MessageBroken as error:
            if self._strict:
                raise
            logger.error("%s, language %s", error, self.language)
            return self._english(message, **values) if self._english else message

    @cached_property
    def _bundle(self) -> FluentBundle:
        return load_bundle(self.language, self._folder)


def load_bundle(language: Language, folder: Path) -> FluentBundle:
    """Read the catalogue of one language from its folder."""
    bundle = FluentBundle([language.value], use_isolating=False)
    for path in sorted((folder / language.value).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def _format(bundle: FluentBundle, message: str, values: dict[str, Value]) -> str:
    name, _, attribute = message.partition(".")
    if not bundle.has_message(name):
        raise MessageBroken(f"message {message} is missing")
    found = bundle.get_message(name)
    pattern = found.attributes.get(attribute) if attribute else found.value
    if pattern is None:
        raise MessageBroken(f"message {message} has no words")
    words, errors = bundle.format_pattern(pattern, {name: _cut(value) for name, value in values.items()})
    if errors:
        raise MessageBroken(f"message {message} cannot be formatted: {errors[0]}")
    return str(words)


def _cut(value: Value) -> Value:
    if isinstance(value, str) and len(value) > LONGEST_CHARS:
        return value[: LONGEST_CHARS - 1] + "…"
    return value
