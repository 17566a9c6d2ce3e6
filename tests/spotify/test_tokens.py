from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from core.errors import SpotifyLoginNeeded, SpotifyRateLimited, SpotifyUnavailable
from spotify.client import Connections
from spotify.errors import AnotherAccount
from spotify.login import MemoryStore
from spotify.tokens import AccessTokens, OneLogin, StubbornStore
from tests.spotify.kit import app_of, store_of

TOKEN = ("POST", "/api/token")


def tokens_of(fake, store):
    return AccessTokens(app_of(fake), store)


def test_a_fresh_token_is_used_as_it_is(fake_spotify):
    store = store_of(fake_spotify)
    assert tokens_of(fake_spotify, store).current() == store.load()["access_token"]
    assert fake_spotify.calls == []


def test_eight_threads_with_an_old_token_refresh_it_once(fake_spotify):
    tokens = tokens_of(fake_spotify, store_of(fake_spotify, expires_in_s=0))
    with ThreadPoolExecutor(8) as threads:
        given = set(threads.map(lambda _: tokens.current(), range(8)))
    assert len(given) == 1
    assert fake_spotify.count(*TOKEN) == 1


def test_a_rotated_refresh_token_is_kept(fake_spotify):
    fake_spotify.accounts.rotates = True
    store = store_of(fake_spotify)
    tokens = tokens_of(fake_spotify, store)
    assert len({tokens.renewed(), tokens.renewed(), tokens.renewed()}) == 3
    assert store.load()["refresh_token"] in fake_spotify.accounts.refresh


def test_a_refresh_token_that_is_not_rotated_is_kept_too(fake_spotify):
    store = store_of(fake_spotify)
    before = store.load()["refresh_token"]
    tokens_of(fake_spotify, store).renewed()
    assert store.load()["refresh_token"] == before


def test_a_refresh_keeps_what_else_is_stored(fake_spotify):
    store = store_of(fake_spotify)
    store.save({**store.load(), "logged_in_at": 1_790_000_000})
    tokens_of(fake_spotify, store).renewed()
    assert store.load()["logged_in_at"] == 1_790_000_000


def test_a_dead_refresh_token_is_discarded_and_asks_for_a_login(fake_spotify):
    store = store_of(fake_spotify, expires_in_s=0)
    fake_spotify.accounts.refresh.clear()
    with pytest.raises(SpotifyLoginNeeded):
        tokens_of(fake_spotify, store).current()
    assert store.load() is None


def test_a_login_that_another_process_refreshed_meanwhile_is_used(fake_spotify):
    class Overtaken(MemoryStore):
        def load(self):
            now, self._token = self._token, newer
            return now

    store, newer = Overtaken(), fake_spotify.accounts.login()
    store.save(fake_spotify.accounts.login(expires_in_s=0))
    del fake_spotify.accounts.refresh[store._token["refresh_token"]]
    assert tokens_of(fake_spotify, store).current() == newer["access_token"]


def test_a_login_of_another_account_does_not_stand_in_for_a_dead_one(fake_spotify):
    class Overtaken(MemoryStore):
        def load(self):
            now, self._token = self._token, newer
            return now

    store, newer = Overtaken(), fake_spotify.accounts.login(account_id="another")
    store.save(fake_spotify.accounts.login(expires_in_s=0))
    del fake_spotify.accounts.refresh[store._token["refresh_token"]]
    with pytest.raises(AnotherAccount):
        tokens_of(fake_spotify, store).current()
    assert store.load() == newer


def test_a_dead_login_is_discarded_only_if_it_is_still_the_stored_one(fake_spotify):
    store = store_of(fake_spotify)
    StubbornStore(store).discard({"refresh_token": "a dead one"})
    assert store.load()
    StubbornStore(store).discard(dict(store.load()))
    assert store.load() is None


def test_an_unknown_client_id_asks_for_a_login_and_keeps_the_stored_one(fake_spotify):
    store = store_of(fake_spotify, expires_in_s=0)
    fake_spotify.accounts.client_id = "another-app"
    tokens = AccessTokens(app_of(fake_spotify), store)
    fake_spotify.accounts.client_id = "renamed"
    with pytest.raises(SpotifyLoginNeeded):
        tokens.current()
    assert store.load()


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ({"status": 500}, SpotifyUnavailable),
        ({"status": 429, "headers": {"Retry-After": "900"}}, SpotifyRateLimited),
        ({"status": 200, "body": b""}, SpotifyUnavailable),
        ({"status": 200, "body": b'{"access_token": "x"}'}, SpotifyUnavailable),
        ({"status": 400, "body": b"[]"}, SpotifyLoginNeeded),
        ({"hang_s": 0.5}, SpotifyUnavailable),
        ({"reset": True}, SpotifyUnavailable),
    ],
)
def test_a_failing_refresh_is_told_and_keeps_the_login(fake_spotify, fault, problem):
    store = store_of(fake_spotify, expires_in_s=0)
    fake_spotify.fail(*TOKEN, **fault, times=9)
    with pytest.raises(problem):
        tokens_of(fake_spotify, store).current()
    assert store.load()


@pytest.mark.parametrize(
    "damage", [{"access_token": None}, {"refresh_token": ""}, {"expires_at": "soon"}, {"access_token": "a\r\nHost: b"}]
)
def test_a_damaged_login_counts_as_none(fake_spotify, damage):
    store = store_of(fake_spotify)
    store.save({**store.load(), **damage})
    with pytest.raises(SpotifyLoginNeeded):
        tokens_of(fake_spotify, store).current()


def test_a_rejected_token_is_renewed_once_for_all_threads(fake_spotify):
    store = store_of(fake_spotify)
    fake_spotify.accounts.access.clear()
    with (
        closing(Connections(app_of(fake_spotify, read_s=2.0), OneLogin(store))) as connect,
        ThreadPoolExecutor(8) as threads,
    ):
        names = {answer["display_name"] for answer in threads.map(lambda _: connect(5).me(), range(8))}
    assert names == {"Moodtape Bot"}
    assert fake_spotify.count(*TOKEN) == 1


def test_a_thread_does_not_wait_for_ever_for_a_refresh(fake_spotify):
    app = app_of(fake_spotify, token_s=0.5, read_s=2.0, pauses_s=())
    tokens = AccessTokens(app, store_of(fake_spotify, expires_in_s=0))
    fake_spotify.fail(*TOKEN, status=503, hang_s=1.5)
    with ThreadPoolExecutor(2) as threads:
        jobs = [threads.submit(tokens.current) for _ in range(2)]
    assert [type(job.exception()) for job in jobs] == [SpotifyUnavailable] * 2
    assert fake_spotify.count(*TOKEN) == 1


class FullDisk(MemoryStore):
    """Takes the first login and no other, until it is `freed`."""

    freed = False

    def save(self, token):
        if self._token and not self.freed:
            raise OSError(28, "No space left on device")
        super().save(token)


def test_a_login_that_cannot_be_stored_still_works(fake_spotify, caplog):
    store = FullDisk()
    store.save(fake_spotify.accounts.login(expires_in_s=0))
    assert tokens_of(fake_spotify, store).current() in fake_spotify.accounts.access
    assert "could not be stored" in caplog.text


def test_a_rotated_login_that_cannot_be_stored_is_kept_until_it_can(fake_spotify):
    fake_spotify.accounts.rotates = True
    store = FullDisk()
    store.save(fake_spotify.accounts.login(expires_in_s=0))
    first = store.load()
    tokens = tokens_of(fake_spotify, store)
    tokens.current()
    tokens.renewed()
    assert store.load() == first
    store.freed = True
    assert tokens.current() == store.load()["access_token"]
    assert store.load() != first


def test_a_new_login_of_the_operator_wins_over_one_kept_in_memory(fake_spotify):
    store = FullDisk()
    store.save(fake_spotify.accounts.login(expires_in_s=0))
    tokens = tokens_of(fake_spotify, store)
    tokens.current()
    store.freed = True
    store.save(fake_spotify.accounts.login())
    assert tokens.current() == store.load()["access_token"]
