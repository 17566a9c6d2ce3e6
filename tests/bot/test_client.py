from pathlib import Path

import pytest
import simcord

from bot.client import MoodtapeBot
from tests.bot.helpers import PHOTO, shown, simulated, world
from tests.fakes.services import services


async def registrations(hash_path: Path | None) -> int:
    async with simcord.run(simulated(services(), hash_path=hash_path)) as env:
        return len([r for r in env.http_requests if r.method == "PUT"])


async def test_commands_are_registered_once_for_as_long_as_they_stay_the_same(tmp_path: Path):
    path = tmp_path / "state" / "commands.sha256"

    assert [await registrations(path) for _ in range(2)] == [1, 0]
    path.write_text("another hash")
    assert await registrations(path) == 1


async def test_without_a_file_commands_are_registered_at_every_start():
    assert [await registrations(None) for _ in range(2)] == [1, 1]


async def test_a_failed_registration_is_tried_again_at_the_next_start(tmp_path: Path):
    path = tmp_path / "commands.sha256"
    env = simcord.Env(simulated(services(), hash_path=path))
    env.inject_error("PUT", "/applications/*", status=400)
    await env.start()
    await env.shutdown()

    assert not path.exists()
    assert await registrations(path) == 1


async def test_only_unprivileged_intents_are_asked_for():
    intents = simulated(services()).intents

    assert {name for name, on in intents if on} == {"guilds", "guild_messages", "dm_messages"}


async def test_nobody_is_ever_mentioned():
    allowed = simulated(services()).allowed_mentions

    assert allowed is not None
    assert allowed.to_dict() == {"parse": []}


async def test_no_two_commands_share_a_name():
    async with world(services()) as (env, _, _):
        assert isinstance(env.bot, MoodtapeBot)
        names = [command.qualified_name for command in env.bot.tree.walk_commands()]

        assert len(names) == len(set(names))
        assert "mood" in names


async def test_the_command_is_for_servers_people_and_all_places():
    async with world(services()) as (env, _, _):
        commands = next(r.json for r in env.http_requests if r.method == "PUT")
        registered = next(command for command in commands if command["name"] == "mood")

        assert registered["integration_types"] == [0, 1]
        assert registered["contexts"] == [0, 1, 2]


async def test_an_outdated_command_gets_one_sentence():
    async with world(services(), check_errors=False) as (env, channel, alice):
        env.bot.tree.remove_command("mood")
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert result.ephemeral
        assert "incident" in shown(result.response.components)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"], ids=["no file can be written", "no text"])
async def test_a_broken_memory_of_the_commands_does_not_stop_the_bot(tmp_path: Path, content: bytes | None):
    path = tmp_path / "hash"
    path.write_bytes(content or b"")
    assert await registrations(path if content else path / "below-a-file") == 1
