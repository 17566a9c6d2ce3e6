"""The languages that Moodtape speaks, and what the doors need to speak them."""

from datetime import date
from enum import StrEnum
from typing import Protocol


class Language(StrEnum):
    """Each has its folder of messages; the value is its BCP 47 tag."""

    ENGLISH = "en"
    SPANISH = "es"
    FRENCH = "fr"
    GERMAN = "de"
    PORTUGUESE = "pt-BR"
    JAPANESE = "ja"


Value = str | int | float | date


class Words(Protocol):
    """Everything that is said in one language."""

    @property
    def language(self) -> Language: ...

    @property
    def in_english(self) -> "Words":
        """The same for those who run Moodtape, such as in logs."""
        ...

    def __call__(self, message: str, /, **values: Value) -> str:
        """Give a message its words; numbers, plurals and dates take the language's form."""
        ...


class Languages(Protocol):
    def words_for(self, locale: str | None) -> Words:
        """Give the words of the language that fits a locale's tag, such as "de-AT"; English where none does."""
        ...


def match_language(locale: str) -> Language | None:
    """Find the language of a locale's tag, whatever its region; None for one that is not spoken here."""
    wanted = _primary(locale)
    return next((language for language in Language if _primary(language) == wanted), None)


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
