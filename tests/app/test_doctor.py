import discord.http
import pytest

from app.doctor import Finding, examine
from app.settings import Settings
from tests.app.command import moodtape


def settings_of(**values: object) -> Settings:
    return Settings(_env_file=None, **values)


async def findings(**values: object) -> dict[str, Finding]:
    return {finding.subject: finding for finding in await examine(settings_of(**values))}


@pytest.fixture
def no_discord(monkeypatch):
    monkeypatch.setattr(discord.http.Route, "BASE", "http://127.0.0.1:9/api/v10")


async def test_an_empty_machine_is_healthy_and_says_what_is_off(tmp_path):
    found = await findings(data_dir=tmp_path)
    assert {subject: finding.ok for subject, finding in found.items()} == {
        "Python": True,
        "Networks": True,
        "Catalogue": True,
        "Page": True,
        "Data folder": True,
        "Discord": None,
        "Spotify": None,
    }


async def test_an_app_without_a_login_is_told_the_command(tmp_path):
    found = await findings(data_dir=tmp_path, spotify_client_id="an-app")
    assert found["Spotify"].broken
    assert "moodtape spotify login" in found["Spotify"].told


async def test_a_database_that_cannot_be_reached_is_said_though_only_discord_needs_it(tmp_path, no_discord):
    url = "postgresql://moodtape:planted-secret@127.0.0.1:9/moodtape"
    found = await findings(data_dir=tmp_path, discord_token="planted", database_url=url)
    assert found["Database"].broken
    assert "planted-secret" not in found["Database"].told


async def test_a_page_for_others_is_told_from_one_for_this_machine(tmp_path):
    assert "this machine alone" in (await findings(data_dir=tmp_path))["Page"].told
    published = await findings(data_dir=tmp_path, web_allowed_hosts="mood.example.org")
    assert "answers to mood.example.org too" in published["Page"].told


@pytest.mark.parametrize(
    ("settings", "said", "unsaid"),
    [
        ({"web_trusted_proxies": "10.0.0.1"}, "from the proxy at 10.0.0.1", "network"),
        ({"web_host": "0.0.0.0"}, "open to every network of this machine", "proxy"),
        ({"web_host": "0.0.0.0", "web_allowed_hosts": "a.example"}, "open to every network of this machine", "alone"),
        ({"web_host": "192.0.2.7"}, "open to the network of 192.0.2.7", "every"),
        ({"web_allowed_hosts": "localhost"}, "for this machine alone", "open"),
    ],
)
async def test_the_page_line_says_which_networks_reach_the_page(tmp_path, settings, said, unsaid):
    told = (await findings(data_dir=tmp_path, **settings))["Page"].told
    assert said in told
    assert unsaid not in told


async def test_no_discord_is_no_wrong_token(tmp_path, no_discord):
    found = await findings(data_dir=tmp_path, discord_token="planted-secret")
    assert "cannot be reached" in found["Discord"].told


async def test_a_missing_catalogue_is_named(tmp_path):
    found = await findings(data_dir=tmp_path, catalogue_path=tmp_path / "none.csv")
    assert found["Catalogue"].broken
    assert "none.csv" in found["Catalogue"].told


async def test_a_data_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    assert (await findings(data_dir=tmp_path / "file" / "data"))["Data folder"].broken


def test_the_command_says_it_all_and_leaves_nothing_behind(tmp_path):
    done = moodtape("doctor", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "starter catalogue" in done.stdout
    assert list(tmp_path.iterdir()) == []
