"""Two `AccessTokens` on one store stand for two processes that share the database."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from core.errors import SpotifyLoginNeeded, StorageUnavailable
from spotify.tokens import AccessTokens
from storage.accounts import StoredLogins
from storage.opening import open_database
from tests.fakes.stores import MemoryLogins
from tests.spotify.kit import app_of

OWNER = "111"


@pytest.fixture
def store(fake_spotify):
    fake_spotify.accounts.rotates = True
    return MemoryLogins(**{OWNER: fake_spotify.accounts.login(expires_in_s=0)}).of(OWNER)


class SlowToSave:
    """A store whose writes arrive a moment later."""

    def __init__(self, store, *, seconds):
        self.load, self.delete = store.load, store.delete
        self._store, self._seconds = store, seconds

    def save(self, token):
        time.sleep(self._seconds)
        self._store.save(token)


def both(fake, *stores, **limits):
    """Refresh in each process at the same moment."""
    ready = Barrier(len(stores))

    def refresh(tokens):
        ready.wait()
        return tokens.current()

    with ThreadPoolExecutor(len(stores)) as processes:
        return list(processes.map(refresh, [AccessTokens(app_of(fake, **limits), store) for store in stores]))


def test_a_process_that_comes_too_late_takes_the_others_token(fake_spotify, store):
    slow = [SlowToSave(store, seconds=0.05) for _ in range(4)]
    given = both(fake_spotify, *slow, pauses_s=(0.1, 0.3), read_s=2.0)
    assert set(given) <= set(fake_spotify.accounts.access)
    assert store.load()["refresh_token"] in fake_spotify.accounts.refresh
    assert store.load()["access_token"] in given


def test_two_databases_on_one_file_keep_one_working_login(fake_spotify, tmp_path):
    fake_spotify.accounts.rotates = True
    with closing(open_database(tmp_path)) as first, closing(open_database(tmp_path)) as second:
        stores = [StoredLogins(database).of(OWNER) for database in (first, second, first, second)]
        stores[0].save(fake_spotify.accounts.login(expires_in_s=0))
        given = both(fake_spotify, *stores, pauses_s=(0.1, 0.3), read_s=2.0)
        assert set(given) <= set(fake_spotify.accounts.access)
        assert stores[1].load()["refresh_token"] in fake_spotify.accounts.refresh


def test_processes_that_refresh_in_turn_keep_the_rotated_token(fake_spotify, store):
    first, second = (AccessTokens(app_of(fake_spotify), store) for _ in range(2))
    for tokens in (first, second, second, first, second):
        assert tokens.renewed() in fake_spotify.accounts.access
    assert store.load()["refresh_token"] in fake_spotify.accounts.refresh


def test_a_second_process_with_a_fresh_token_does_not_refresh(fake_spotify, store):
    first, second = (AccessTokens(app_of(fake_spotify), store) for _ in range(2))
    assert first.current() == second.current()
    assert fake_spotify.count("POST", "/api/token") == 1


def during_refresh(fake, store, act):
    """Do something to the store while Spotify's answer is on its way."""
    fake.fail("POST", "/api/token", status=503, hang_s=0.1)
    tokens = AccessTokens(app_of(fake), store)
    with ThreadPoolExecutor(1) as process:
        refreshing = process.submit(tokens.current)
        fake.wait_for("POST", "/api/token")
        act()
    return refreshing.exception()


def test_a_refresh_under_way_does_not_bring_a_deleted_login_back(fake_spotify, store):
    during_refresh(fake_spotify, store, store.delete)
    assert store.load() is None


def test_a_refresh_under_way_does_not_overwrite_a_new_login(fake_spotify, store):
    new = fake_spotify.accounts.login()
    during_refresh(fake_spotify, store, lambda: store.save(new))
    assert store.load() == new


def test_a_login_deleted_by_another_process_asks_for_a_new_one(fake_spotify, store):
    tokens = AccessTokens(app_of(fake_spotify), store)
    tokens.current()
    store.delete()
    with pytest.raises(SpotifyLoginNeeded):
        tokens.current()


def test_a_rotated_token_outlives_a_database_that_is_away(fake_spotify, store, caplog):
    class Away(SlowToSave):
        away = True

        def save(self, token):
            if self.away:
                raise StorageUnavailable
            super().save(token)

    flaky = Away(store, seconds=0)
    tokens = AccessTokens(app_of(fake_spotify), flaky)
    given = tokens.current()
    assert "could not be stored" in caplog.text
    flaky.away = False
    assert tokens.current() == given == store.load()["access_token"]
