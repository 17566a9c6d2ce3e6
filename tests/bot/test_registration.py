"""The commands as Discord gets them, in all languages."""

import re
from collections.abc import Iterator
from typing import Any

from bot.registration import commands_hash, described
from tests.bot.helpers import world
from tests.fakes.services import services

NAME = re.compile(r"[^\W\d_][\w-]{0,31}")
TEXTS = ("name", "description")
LOCALES = {"de", "es-ES", "es-419", "fr", "ja", "pt-BR"}


async def registered() -> list[dict[str, Any]]:
    async with world(services()) as (env, _, _):
        return await described(env.bot.tree)


def walk(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield part
        yield from walk([*part.get("options", ()), *part.get("choices", ())])


async def test_each_text_of_a_command_is_there_in_each_language():
    for part in walk(await registered()):
        for key in TEXTS:
            is_own_name = key == "name" and not part.get("name_localizations") and "value" not in part
            if key in part and not is_own_name:
                assert set(part.get(f"{key}_localizations", ())) == LOCALES, part[key]


async def test_english_texts_are_words_and_not_ids_of_messages():
    mood = next(part for part in await registered() if part["name"] == "mood")
    photo, moods = mood["options"][:2]

    assert mood["description"] == "Turn a selfie or a mood into a Spotify playlist"
    assert photo["description"] == "A photo with your face; it is read in memory and not kept"
    assert [choice["name"] for choice in moods["choices"]] == ["happy", "calm", "energetic", "sad", "angry"]
    assert [choice["name_localizations"]["ja"] for choice in moods["choices"]][:2] == ["うれしい", "おだやか"]


async def test_a_command_keeps_its_own_name_in_english():
    async with world(services()) as (env, _, _):
        names = {command.name for command in env.bot.tree.get_commands()}
        told = {command["name"] for command in await described(env.bot.tree)}

        assert told == names


async def test_names_fit_discord_and_differ_in_each_language():
    commands = await registered()
    for siblings in (commands, *(part["options"] for part in walk(commands) if part.get("options"))):
        for locale in LOCALES:
            names = [part.get("name_localizations", {}).get(locale, part["name"]) for part in siblings]
            assert len(names) == len(set(names)), (locale, names)
            slash = [part["name"] for part in siblings if part.get("type") not in (2, 3)]
            assert all(NAME.fullmatch(name) and name == name.lower() for name in slash)


async def test_descriptions_and_choices_fit_discord():
    for part in walk(await registered()):
        for told in (part.get("description", "-"), *part.get("description_localizations", {}).values()):
            assert 1 <= len(told) <= 100, told
        for told in (part["name"], *part.get("name_localizations", {}).values()):
            assert 1 <= len(told) <= (100 if "value" in part else 32), told


async def test_another_translation_is_another_set_of_commands():
    commands = await registered()
    digest = commands_hash(commands, application_id=1)
    commands[0]["description_localizations"]["de"] += "!"

    assert commands_hash(commands, application_id=1) != digest
