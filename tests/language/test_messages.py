"""Each language says everything, and can."""

import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import ast

from bot.faces import PLACES
from core.faces import FaceReason
from core.flow import Step
from core.language import Language
from core.mood import Goal, MoodName
from core.music import Lack
from language.fluent import MESSAGES, FluentWords
from tests.language.catalogue import entries, files, messages, references, selects, variables

ROOT = Path(__file__).parents[2]
ENGLISH = messages(Language.ENGLISH)
NUMBERS = (0, 1, 2, 5, 21, 1_000_000)
KINDS = {
    "mood": tuple(MoodName),
    "goal": tuple(goal for goal in Goal if goal is not Goal.MATCH),
    "lack": tuple(Lack),
    "step": tuple(Step),
    "towards": (*MoodName, "relief"),
    "energy": ("more", "less", "same"),
    "place": tuple(place for row in PLACES for place in row),
    "unit": ("seconds", "minutes", "hours"),
}
"""What a message may choose by; add a variable that takes one of several names here."""
SAMPLES = KINDS | {
    "count": NUMBERS,
    "faces": NUMBERS,
    "probability": (0.0, 0.126, 1.0),
}
"""Other variables get a word, or a date where their name ends in "_on"."""
LIMITS = {
    r"(command|option)-[a-z-]+-name": r"[^\W\d_A-Z][\w-]{0,31}",
    r"(command|option|choice)-.*": r".{1,100}",
    r"menu-.*": r".{1,32}",
    r"button-.*": r".{1,80}",
    r"modal-.*": r".{1,45}",
}

READING_REASONS = ("error-face-unclear", "web-face-hard", "bot-face-reason", "bot-face-unclear")

each_language = pytest.mark.parametrize("language", Language)
each_translation = pytest.mark.parametrize("language", [one for one in Language if one is not Language.ENGLISH])


def samples(variable: str, name: str) -> tuple[object, ...]:
    if variable == "reason" and name in READING_REASONS:
        return tuple(FaceReason)
    other = date(2026, 11, 23) if variable.endswith("_on") else "something"
    return SAMPLES.get(variable, (other,))


@cache
def strict(language: Language) -> FluentWords:
    return FluentWords(language, MESSAGES, strict=True)


@cache
def said(name: str, language: Language) -> list[str]:
    """A message in every way that its values can shape it; the first broken one raises."""
    words = strict(language)
    names = sorted(variables(name, language))
    ways = product(*(samples(variable, name) for variable in names))
    return [words(name, **dict(zip(names, values, strict=True))) for values in ways]


@each_language
def test_each_entry_can_be_read(language: Language):
    broken = [(file, entry.content) for file, entry in entries(language) if isinstance(entry, ast.Junk)]
    assert broken == []


@each_language
def test_no_message_stands_twice(language: Language):
    names = [entry.id.name for _, entry in entries(language) if isinstance(entry, ast.Message)]
    assert sorted(names) == sorted(set(names))


@each_translation
def test_no_language_lacks_a_message_or_has_one_more(language: Language):
    assert sorted(set(ENGLISH) - set(messages(language))) == [], "to be translated"
    assert sorted(set(messages(language)) - set(ENGLISH)) == [], "not in English"


@each_translation
def test_a_message_stands_in_the_same_file_in_each_language(language: Language):
    here, english = files(language), files(Language.ENGLISH)
    assert {name: file for name, file in here.items() if file != english.get(name, file)} == {}


@each_translation
def test_a_message_needs_the_same_values_in_each_language(language: Language):
    both = sorted(set(ENGLISH) & set(messages(language)))
    other = {name for name in both if variables(name, language) != variables(name, Language.ENGLISH)}
    assert other == set()


@each_language
def test_each_message_can_be_said_with_all_values(language: Language):
    parts = set().union(*(references(message) for message in messages(language).values()))
    for name in messages(language):
        for told in said(name, language):
            assert told.strip() or name in parts, name
            assert "{" not in told, name
            assert "???" not in told, name


@each_language
def test_a_choice_names_each_kind_or_leaves_the_rest_to_other(language: Language):
    for name, message in messages(language).items():
        for select in selects(message):
            kinds = {str(kind) for kind in samples(select.variable, name)} if select.variable in KINDS else None
            if kinds is None:
                continue
            assert select.keys - {"other"} <= kinds, name
            assert select.default == "other" or select.keys == kinds, name


@each_language
def test_discords_limits_hold(language: Language):
    for name in messages(language):
        limit = next((limit for ids, limit in LIMITS.items() if re.fullmatch(ids, name)), ".*")
        for told in said(name, language):
            assert re.fullmatch(limit, told, re.DOTALL), (name, told, len(told))
            assert not name.endswith("-name") or told == told.lower(), (name, told)


@each_language
def test_only_the_pages_notice_holds_markup(language: Language):
    for name in messages(language):
        told = re.sub(r"<https://\S+>", "", said(name, language)[0])
        assert ("<" in told) == name.startswith("web-notice-") or name == "web-notice-title", name
        assert re.sub(r"</?strong>", "", told).count("<") == 0, name
        assert told.count("<strong>") == told.count("</strong>"), name


@each_translation
def test_a_command_is_called_by_its_name_in_that_language(language: Language):
    here, english = names(language), names(Language.ENGLISH)
    for name in messages(language):
        for command in re.findall(r"`/([^`]+)`", said(name, language)[0]):
            assert not set(command.split()) & (english - here), (name, command)


def names(language: Language) -> set[str]:
    """What the commands are called."""
    return {said(name, language)[0] for name in messages(language) if re.fullmatch(r"command-.*-name", name)}


def sources() -> str:
    rooms = ("app", "bot", "core", "recommender", "spotify", "storage", "web")
    paths = [path for room in rooms for kind in ("*.py", "*.html") for path in (ROOT / room).rglob(kind)]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_each_message_that_the_code_asks_for_exists():
    asked = re.findall(r"""(?:\bwords|\bsaid|\bmessage=)\(?\s*["']([a-z][a-z0-9.-]*)["']""", sources())
    assert sorted(set(asked) - set(ENGLISH)) == []


def test_each_message_is_asked_for():
    quoted = set(re.findall(r"""["']([a-z0-9-]+)["']""", sources()))
    within = set().union(*(references(message) for message in ENGLISH.values()))
    assert sorted(set(ENGLISH) - quoted - within) == []
