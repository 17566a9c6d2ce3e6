import asyncio
import logging
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from app.cli import main
from app.cli_spotify import spotify as spotify_cli
from app.compose import open_database, open_logins, spotify_app
from app.doctor import examine
from app.metrics import Metrics
from app.settings import Settings, load_settings
from app.watch import login_ends_on, watch_login
from core.errors import SettingsInvalid
from core.ledger import BOT, PlaylistRecord, Stage
from spotify.account import end_in_words
from storage.ledger import StoredLedger
from tests.app.command import Done, clean_environment

DAY = date(2026, 11, 23)
LOGIN = {"access_token": "planted-access", "refresh_token": "planted-refresh", "expires_at": 0}
PERSONAL = {"spotify_client_id": "an-app", "spotify_personal_accounts": True}


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch, tmp_path):
    clean_environment(monkeypatch)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def moodtape(monkeypatch, capfd):
    """Run `moodtape` in this process, in an empty folder."""

    def run(*options):
        monkeypatch.setattr("sys.argv", ["moodtape", *options])
        with pytest.raises(SystemExit) as left:
            main()
        return Done(left.value.code or 0, *capfd.readouterr())

    return run


def settings_of(folder, **values):
    return Settings(_env_file=None, data_dir=folder, **{"spotify_client_id": "an-app", **values})


def log_in(settings, *, on, owner=BOT):
    began = datetime(on.year, on.month, on.day, 12, tzinfo=UTC).timestamp()
    with open_logins(settings) as logins:
        logins.of(owner).save({**LOGIN, "logged_in_at": began})


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2027, 4, 22), None),
        (date(2027, 4, 23), "ends on 23 May 2027, in 30 days"),
        (date(2027, 5, 22), "ends on 23 May 2027, in 1 day:"),
        (date(2027, 5, 23), "ended on 23 May 2027"),
        (date(2027, 8, 1), "ended on 23 May 2027"),
    ],
)
def test_the_end_of_the_login_is_told_from_thirty_days_before(tmp_path, today, told):
    settings = settings_of(tmp_path)
    log_in(settings, on=DAY)
    warning = end_in_words(login_ends_on(settings), today=today)
    assert (told in warning and "moodtape spotify login" in warning) if told else warning is None


def test_without_an_app_or_a_login_nothing_ends(tmp_path):
    assert login_ends_on(settings_of(tmp_path)) is None
    assert login_ends_on(settings_of(tmp_path, spotify_client_id=None)) is None


async def test_the_service_warns_once_a_day_and_tells_the_metrics_until_it_is_stopped(tmp_path, caplog):
    settings, metrics, stop = settings_of(tmp_path), Metrics(), asyncio.Event()
    log_in(settings, on=date(2020, 1, 1))
    with caplog.at_level(logging.WARNING):
        watching = asyncio.create_task(watch_login(settings, metrics, stop, every_s=0.05))
        await asyncio.sleep(0.5)
        stop.set()
        await watching
    assert caplog.text.count("ended on 1 July 2020") in (1, 2)
    ends = metrics.registry.get_sample_value("moodtape_spotify_login_ends_seconds")
    assert datetime.fromtimestamp(ends, UTC) == datetime(2020, 7, 1, tzinfo=UTC)
    assert "planted" not in caplog.text


def test_logout_deletes_the_login_and_leaves_those_of_people(tmp_path, moodtape):
    settings = settings_of(tmp_path / "data")
    for owner in (BOT, "111"):
        log_in(settings, on=DAY, owner=owner)
    first, second = (moodtape("spotify", "logout") for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert ("deleted" in first.stdout, "no login" in second.stdout) == (True, True)
    with open_logins(settings) as logins:
        assert logins.owners() == ["111"]


def test_the_operator_can_end_the_links_of_all_people(tmp_path, moodtape):
    settings = settings_of(tmp_path / "data")
    for owner in (BOT, "111", "222"):
        log_in(settings, on=DAY, owner=owner)
    done = moodtape("spotify", "logout", "--people")
    assert (done.returncode, done.stdout) == (0, "Logins of people that are deleted: 2\n")
    with open_logins(settings) as logins:
        assert logins.owners() == [BOT]


def test_what_a_dead_login_left_behind_goes_with_the_links_of_all_people(tmp_path, moodtape):
    settings = settings_of(tmp_path / "data")
    log_in(settings, on=DAY, owner="111")
    with closing(open_database(settings)) as database:
        for owner in (BOT, "111", "222"):
            StoredLedger(database).begin(PlaylistRecord(f"of {owner}", owner, "tag", 1.0, Stage.MADE))
    done = moodtape("spotify", "logout", "--people")
    assert done.stdout == "Logins of people that are deleted: 1\n"
    with closing(open_database(settings)) as database:
        assert StoredLedger(database).owners() == [BOT]


def test_login_without_an_app_says_which_setting_is_empty(tmp_path, moodtape):
    done = moodtape("spotify", "login")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "SPOTIFY_CLIENT_ID" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_commands_are_login_and_logout():
    assert {command.callback.__name__ for command in spotify_cli.registered_commands} == {"login", "logout"}


@pytest.mark.parametrize(
    ("values", "setting"),
    [
        ({"spotify_personal_accounts": True}, "WEB_PUBLIC_URL"),
        (
            {
                "spotify_personal_accounts": True,
                "web_public_url": "https://mood.example.org",
                "spotify_client_id": None,
            },
            "SPOTIFY_CLIENT_ID",
        ),
    ],
)
def test_own_accounts_need_an_app_and_a_page(tmp_path, values, setting):
    with pytest.raises(SettingsInvalid) as raised:
        spotify_app(settings_of(tmp_path, **values))
    assert raised.value.setting == setting


def test_people_come_back_to_the_public_page(tmp_path):
    app = spotify_app(settings_of(tmp_path, **PERSONAL, web_public_url="https://mood.example.org/"))
    assert app.link_redirect_uri == "https://mood.example.org/spotify/callback"
    assert app.redirect_uri == "http://127.0.0.1:8888/callback"


@pytest.mark.parametrize(
    "url", ["mood.example.org", "http://mood.example.org", "http://localhost:8080", "https://a/b", "https://u:p@a"]
)
def test_an_address_that_spotify_would_not_take_is_refused(tmp_path, url):
    (tmp_path / ".env").write_text(f"WEB_PUBLIC_URL={url}\n")
    with pytest.raises(SettingsInvalid) as raised:
        load_settings(tmp_path / ".env")
    assert raised.value.setting == "WEB_PUBLIC_URL"


@pytest.mark.parametrize(
    ("url", "hosts"),
    [("https://mood.example.org:8443/", ("mood.example.org",)), ("http://127.0.0.1:8080", ("127.0.0.1",))],
)
def test_the_public_host_is_answered(tmp_path, url, hosts):
    assert settings_of(tmp_path, web_public_url=url).extra_hosts == hosts


async def test_the_doctor_counts_linked_accounts_and_tells_the_redirect_uri(tmp_path):
    settings = settings_of(tmp_path, **PERSONAL, web_public_url="https://mood.example.org")
    log_in(settings, on=DAY, owner="111")
    found = {finding.subject: finding for finding in await examine(settings)}
    assert found["Own accounts"].told.startswith("1 linked")
    assert "https://mood.example.org/spotify/callback" in found["Own accounts"].told
    assert found["Spotify"].broken


async def test_the_doctor_tells_a_wrong_key_instead_of_failing(tmp_path):
    found = {finding.subject: finding for finding in await examine(settings_of(tmp_path, secret_keys="no key"))}
    assert found["Spotify"].broken
    assert "SECRET_KEYS" in found["Spotify"].told


async def test_the_doctor_says_that_a_login_was_stored_under_another_key(tmp_path):
    settings = settings_of(tmp_path)
    with open_logins(settings) as logins:
        logins.of(BOT).save(LOGIN)
    (tmp_path / "secret.key").unlink()
    found = {finding.subject: finding for finding in await examine(settings)}
    assert "another key" in found["Spotify"].told
    assert found["Spotify"].ok is False
