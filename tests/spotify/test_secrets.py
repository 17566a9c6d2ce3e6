import json
import logging
import traceback
from contextlib import closing

import pytest

from core.errors import SpotifyProblem
from core.flow import Result
from core.ledger import BOT
from core.payload import result_payload
from spotify.account import check_login
from spotify.login import Callback, MemoryStore
from spotify.tokens import AccessTokens
from storage.accounts import StoredLogins
from storage.ledger import StoredLedger, StoredTracks
from storage.opening import open_database
from storage.tokens import TokenFile
from tests.fakes.words import ENGLISH
from tests.spotify.kit import GOOD_DAY, app_of, client_of, publisher_of, store_of, tape
from tests.spotify.test_login import Operator, log_in


def secrets_of(fake):
    accounts = fake.accounts
    return [*accounts.access, *accounts.refresh, *accounts.codes, "login-code-"]


def leaks(fake, text):
    return [secret for secret in secrets_of(fake) if secret in text]


async def test_no_secret_reaches_the_log_at_debug(fake_spotify, caplog):
    caplog.set_level(logging.DEBUG)
    store = MemoryStore()
    log_in(fake_spotify, store, Operator())
    check_login(app_of(fake_spotify), store)
    with publisher_of(fake_spotify, store) as publisher:
        await publisher.publish(tape(GOOD_DAY))
    assert "urllib3" in {record.name.partition(".")[0] for record in caplog.records}
    own = [record.getMessage() for record in caplog.records if not is_the_browser_of_the_test(record)]
    assert leaks(fake_spotify, "\n".join(own)) == []


def is_the_browser_of_the_test(record):
    return record.threadName.startswith("ThreadPoolExecutor") and record.name.startswith("urllib3")


@pytest.mark.parametrize("fault", [{"status": 401}, {"status": 500}, {"hang_s": 0.4}, {"reset": True}])
@pytest.mark.parametrize("path", ["/search", "/me/playlists", "/api/token"])
async def test_no_secret_reaches_an_error_or_its_traceback(fake_spotify, caplog, fault, path):
    caplog.set_level(logging.DEBUG)
    fake_spotify.fail("GET" if path == "/search" else "POST", path, **fault, times=9)
    store = store_of(fake_spotify, expires_in_s=0)
    with publisher_of(fake_spotify, store) as publisher, pytest.raises(SpotifyProblem) as raised:
        await publisher.publish(tape(GOOD_DAY))
    assert leaks(fake_spotify, "".join(traceback.format_exception(raised.value)) + caplog.text) == []


def test_no_secret_reaches_a_repr(fake_spotify, tmp_path):
    app, store = app_of(fake_spotify), store_of(fake_spotify)
    file = TokenFile(tmp_path / "token.json")
    file.save(store.load())
    with client_of(fake_spotify, store) as client, publisher_of(fake_spotify, store) as publisher:
        client.me()
        things = [app, store, file, client, publisher, AccessTokens(app, store), Callback(code="login-code-1")]
        assert leaks(fake_spotify, repr(things)) == []


async def test_no_secret_rests_in_the_database_or_leaves_in_a_reply(fake_spotify, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    with closing(open_database(tmp_path)) as database:
        store = StoredLogins(database).of(BOT)
        store.save(fake_spotify.accounts.login(expires_in_s=0))
        stores = {"ledger": StoredLedger(database), "resolved": StoredTracks(database)}
        with publisher_of(fake_spotify, store, **stores) as publisher:
            playlist = await publisher.publish(tape(GOOD_DAY), request_id="a")
            await publisher.tend()
        files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        things = [database, store, *stores.values(), *stores["ledger"].made(BOT, before=1e12, limit=9)]
    reply = json.dumps(result_payload(Result(None, tape(GOOD_DAY), playlist), ENGLISH))
    assert leaks(fake_spotify, files.decode("latin-1") + reply + repr(things) + caplog.text) == []
