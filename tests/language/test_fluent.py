import logging
from datetime import date
from pathlib import Path

import pytest

from core.language import Language, Words
from language.fluent import FluentLanguages, MessageBroken
from tests.fakes.words import LANGUAGES

ENGLISH = """\
hello = Hello { $name }
farewell = Goodbye
tracks = { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
day = { DATETIME($day, dateStyle: "long") }
"""
GERMAN = 'hello = Hallo { $nam }\ntracks = { $count } Titel\nday = { DATETIME($day, dateStyle: "long") }\n'


@pytest.fixture
def languages(tmp_path: Path) -> FluentLanguages:
    for code, text in (("en", ENGLISH), ("de", GERMAN)):
        (tmp_path / code).mkdir()
        (tmp_path / code / "some.ftl").write_text(text, encoding="utf-8")
    return FluentLanguages(tmp_path)


def german(languages: FluentLanguages) -> Words:
    return languages.words_for("de")


def test_a_message_that_is_missing_is_said_in_english(languages: FluentLanguages):
    assert german(languages)("farewell") == "Goodbye"


def test_a_broken_message_is_said_in_english_and_logged(languages: FluentLanguages, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.ERROR):
        assert german(languages)("hello", name="Ada") == "Hello Ada"

    assert "message hello cannot be formatted" in caplog.text


def test_what_is_broken_in_english_too_is_told_as_its_id(languages: FluentLanguages):
    assert german(languages)("hello") == "hello"
    assert german(languages)("nothing-such") == "nothing-such"


def test_tests_are_strict():
    with pytest.raises(MessageBroken):
        LANGUAGES.words_for("fr")("nothing-such")


def test_numbers_plurals_and_dates_take_the_languages_form(languages: FluentLanguages):
    english = languages.words_for("en")

    assert [english("tracks", count=count) for count in (1, 2)] == ["1 track", "2 tracks"]
    assert german(languages)("tracks", count=12345) == "12.345 Titel"
    assert german(languages)("day", day=date(2026, 11, 23)) == "23. November 2026"


def test_a_value_of_any_length_and_form_is_said(languages: FluentLanguages):
    english = languages.words_for("en")

    assert english("hello", name="{ $count } -> <b>") == "Hello { $count } -> <b>"
    assert english("hello", name="x" * 5000).endswith("x…")


@pytest.mark.parametrize(("locale", "language"), [(None, "en"), ("de-AT", "de"), ("zh-TW", "en"), ("pt", "pt-BR")])
def test_a_locale_gets_its_language_or_english(locale: str | None, language: str):
    words = LANGUAGES.words_for(locale)

    assert words.language is Language(language)
    assert words.in_english.language is Language.ENGLISH


def test_nothing_is_read_before_something_is_said(tmp_path: Path):
    languages = FluentLanguages(tmp_path / "nowhere")

    assert languages.words_for("ja").language is Language.JAPANESE
