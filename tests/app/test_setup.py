import asyncio
import stat
from pathlib import Path

import pytest
import typer

from app.setup import Checks, set_up
from core.errors import DiscordUnreachable, SpotifyUnavailable
from tests.app.command import clean_environment, moodtape
from tests.fakes.discord import APPLICATION_ID, TOKEN, FakeDiscord
from tests.fakes.terminal import CTRL_C, FakeTerminal
from tests.tables import spread_table

CLIENT_ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture(autouse=True)
def env_file(tmp_path, monkeypatch) -> Path:
    clean_environment(monkeypatch)
    monkeypatch.chdir(tmp_path)
    return tmp_path / ".env"


def unreachable(_: object):
    raise DiscordUnreachable


def knows(_: object) -> bool:
    return True


def knows_not(_: object) -> bool:
    return False


def no_spotify(_: object) -> bool:
    raise SpotifyUnavailable


async def talk(*answers: str, env_file: Path, checks: Checks | None = None) -> FakeTerminal:
    terminal = FakeTerminal(answers)
    await asyncio.to_thread(set_up, terminal, env_file=env_file, checks=checks or Checks(spotify=knows))
    return terminal


async def test_a_good_token_is_saved_and_ends_with_the_invitation(env_file):
    async with FakeDiscord():
        terminal = await talk(TOKEN, env_file=env_file)
    assert env_file.read_text() == f"DISCORD_TOKEN={TOKEN}\n"
    assert f"client_id={APPLICATION_ID}&scope=bot+applications.commands&permissions=51200" in terminal.text
    assert f"client_id={APPLICATION_ID}&integration_type=1&scope=applications.commands" in terminal.text


async def test_a_rejected_token_is_asked_for_again_and_not_saved(env_file):
    async with FakeDiscord():
        terminal = await talk("another-token", env_file=env_file)
    assert len(terminal.asked_secretly) == 2
    assert "Discord does not accept" in terminal.text
    assert not env_file.exists()


async def test_a_token_is_typed_unseen_and_never_said(env_file):
    async with FakeDiscord():
        terminal = await talk(TOKEN, env_file=env_file)
    assert len(terminal.asked_secretly) == 1
    assert TOKEN not in terminal.text


async def test_only_the_owner_can_read_the_file(env_file):
    env_file.write_text("")
    env_file.chmod(0o644)
    await talk("", CLIENT_ID, env_file=env_file)
    assert stat.S_IMODE(env_file.stat().st_mode) == 0o600
    assert [path.name for path in env_file.parent.iterdir()] == [".env"]


async def test_what_is_set_is_tried_and_not_asked_for(env_file):
    env_file.write_text(f"DISCORD_TOKEN={TOKEN}\nSPOTIFY_CLIENT_ID={CLIENT_ID}\n")
    async with FakeDiscord():
        terminal = await talk(env_file=env_file)
    assert terminal.asked_secretly == []
    assert "The token is the one of moodtape" in terminal.text
    assert "Spotify knows this app" in terminal.text


async def test_ctrl_c_loses_nothing_that_was_answered(env_file):
    async with FakeDiscord():
        with pytest.raises(typer.Abort):
            await talk(TOKEN, CTRL_C, env_file=env_file)
    assert env_file.read_text() == f"DISCORD_TOKEN={TOKEN}\n"


async def test_without_a_network_a_token_is_saved_only_on_request(env_file):
    checks = Checks(discord=unreachable, spotify=knows)
    await talk(TOKEN, "n", env_file=env_file, checks=checks)
    assert not env_file.exists()
    terminal = await talk(TOKEN, "y", env_file=env_file, checks=checks)
    assert env_file.read_text() == f"DISCORD_TOKEN={TOKEN}\n"
    assert "ends with the link that invites the bot" in terminal.text


@pytest.mark.parametrize("wrong", ["not one word", "x" * 31, CLIENT_ID])
async def test_a_client_id_that_spotify_does_not_know_is_asked_for_again(env_file, wrong):
    terminal = await talk("", wrong, env_file=env_file, checks=Checks(spotify=knows_not))
    assert sum("Client ID" in question for question in terminal.asked) == 2
    assert not env_file.exists()


async def test_an_unchecked_client_id_may_be_saved(env_file):
    await talk("", CLIENT_ID, "y", env_file=env_file, checks=Checks(spotify=no_spotify))
    assert env_file.read_text() == f"SPOTIFY_CLIENT_ID={CLIENT_ID}\n"


async def test_the_redirect_uri_and_the_login_are_told(env_file):
    env_file.write_text("SPOTIFY_LOGIN_PORT=9999\n")
    terminal = await talk("", CLIENT_ID, env_file=env_file)
    assert "http://127.0.0.1:9999/callback" in terminal.text
    assert "moodtape spotify login" in terminal.text


async def test_a_table_of_tracks_is_opened_before_it_is_saved(env_file, tmp_path):
    (tmp_path / "songs.csv").write_bytes(spread_table(5))
    terminal = await talk("", "", "none.csv", "songs.csv", env_file=env_file)
    assert "There is no catalogue" in terminal.text
    assert env_file.read_text() == f"CATALOGUE_PATH={tmp_path}/songs.csv\n"


async def test_the_page_stays_on_this_machine_unless_a_host_is_named(env_file):
    await talk("", "", "", "y", env_file=env_file)
    assert not env_file.exists()
    await talk("", "", "", "n", "https://mood.example.org", "mood.example.org", env_file=env_file)
    assert env_file.read_text() == "WEB_ALLOWED_HOSTS=mood.example.org\n"


async def test_every_network_is_answered_only_on_a_second_yes(env_file):
    await talk("", "", "", "n", "", "n", env_file=env_file)
    assert not env_file.exists()
    await talk("", "", "", "n", "", "y", env_file=env_file)
    assert env_file.read_text() == "WEB_HOST=0.0.0.0\n"


async def test_a_value_of_the_environment_is_not_asked_for(env_file, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "another-token")
    async with FakeDiscord():
        terminal = await talk(env_file=env_file)
    assert terminal.asked_secretly == []
    assert "set in the environment" in terminal.text


def test_without_a_terminal_it_is_one_sentence(tmp_path):
    done = moodtape("setup", folder=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []
