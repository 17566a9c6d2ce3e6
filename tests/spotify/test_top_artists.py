import asyncio
import logging
from dataclasses import replace

import pytest

from core.errors import StorageUnavailable
from spotify.client import Connections
from spotify.linking import AccountLinker
from spotify.tokens import SCOPES, TOP_ARTISTS
from tests.fakes.stores import MemoryLedger, MemoryLinks, MemoryLogins
from tests.spotify.kit import app_of
from tests.spotify.test_linking import Linking

ALICE, BOB = 111, 222
TOP = ("GET", "/me/top/artists")
NAMES = tuple(f"Artist {number}" for number in range(30))


@pytest.fixture
def home(fake_spotify):
    """Alice is linked, and hears thirty artists."""
    fake_spotify.top = {"fixed-account-id": list(NAMES)}
    return MemoryLogins(**{"111": fake_spotify.accounts.login(scopes=(*SCOPES, TOP_ARTISTS))})


def linker_of(fake, logins, *, top_lasts_s=3600.0, **limits):
    app = app_of(fake, **limits)
    return AccountLinker(app, logins, pending=MemoryLinks(), ledger=MemoryLedger(), top_lasts_s=top_lasts_s)


async def test_the_twenty_artists_that_a_person_hears_most_come_in_order(fake_spotify, home):
    assert await linker_of(fake_spotify, home).top_artists(ALICE) == NAMES[:20]


async def test_a_fresh_link_may_be_asked(fake_spotify):
    fake_spotify.top = {"fixed-account-id": ["Nova"]}
    linking = Linking(fake_spotify)
    await linking.link(ALICE)
    assert await linking.linker.top_artists(ALICE) == ("Nova",)


async def test_who_withholds_the_scope_is_linked_and_has_no_top_artists(fake_spotify):
    fake_spotify.accounts.withholds = frozenset({TOP_ARTISTS})
    linking = Linking(fake_spotify)
    assert await linking.link(ALICE)
    assert await linking.linker.top_artists(ALICE) == ()


async def test_a_link_from_before_the_scope_and_no_link_ask_spotify_nothing(fake_spotify):
    logins = MemoryLogins(**{"111": fake_spotify.accounts.login()})
    linker = linker_of(fake_spotify, logins)
    assert [await linker.top_artists(person) for person in (ALICE, BOB)] == [(), ()]
    assert fake_spotify.calls == []


async def test_an_answer_is_kept_for_a_while_and_no_longer(fake_spotify, home):
    linker = linker_of(fake_spotify, home, top_lasts_s=0.2)
    for _ in range(2):
        assert await linker.top_artists(ALICE)
    assert fake_spotify.count(*TOP) == 1
    await asyncio.sleep(0.4)
    assert linker._tops == {}
    assert await linker.top_artists(ALICE)
    assert fake_spotify.count(*TOP) == 2


async def test_unlinking_drops_what_is_kept(fake_spotify, home):
    linker = linker_of(fake_spotify, home)
    await linker.top_artists(ALICE)
    await linker.unlink(ALICE)
    assert (await linker.top_artists(ALICE), linker._tops) == ((), {})


async def test_an_answer_that_comes_after_unlinking_is_not_kept(fake_spotify, home):
    fake_spotify.fail(*TOP, status=200, body=b'{"items": [{"name": "Nova"}]}', hang_s=0.2)
    linker = linker_of(fake_spotify, home, read_s=2.0)
    asking = asyncio.create_task(linker.top_artists(ALICE))
    await asyncio.to_thread(fake_spotify.wait_for, *TOP)
    await linker.unlink(ALICE)
    await asking
    assert linker._tops == {}


async def test_another_account_of_the_same_person_is_asked_anew(fake_spotify, home):
    linker = linker_of(fake_spotify, home)
    await linker.top_artists(ALICE)
    fake_spotify.top["another"] = ["Kite"]
    home.of("111").save(fake_spotify.accounts.login(account_id="another", scopes=(TOP_ARTISTS,)))
    assert await linker.top_artists(ALICE) == ("Kite",)


async def test_another_account_does_not_get_an_answer_that_is_on_its_way(fake_spotify, home):
    fake_spotify.top["another"] = ["Kite"]
    fake_spotify.fail(*TOP, status=200, body=b'{"items": [{"name": "Nova"}]}', hang_s=0.5)
    linker = linker_of(fake_spotify, home, read_s=2.0)
    asking = asyncio.create_task(linker.top_artists(ALICE))
    await asyncio.to_thread(fake_spotify.wait_for, *TOP)
    home.of("111").save(fake_spotify.accounts.login(account_id="another", scopes=(TOP_ARTISTS,)))
    assert (await linker.top_artists(ALICE), await asking) == (("Kite",), ("Nova",))


async def test_linking_again_asks_again(fake_spotify):
    fake_spotify.top, linking = {"fixed-account-id": ["Nova"]}, Linking(fake_spotify)
    await linking.link(ALICE)
    await linking.linker.top_artists(ALICE)
    fake_spotify.top = {"fixed-account-id": ["Kite"]}
    await linking.link(ALICE)
    assert await linking.linker.top_artists(ALICE) == ("Kite",)


QUOTA = b'{"error": {"reason": "QUOTA_EXCEEDED"}}'


@pytest.mark.parametrize(
    ("fault", "closed"), [({}, False), ({"headers": {"Retry-After": "9"}}, True), ({"body": QUOTA}, True)]
)
async def test_a_refusal_of_top_artists_closes_publishing_only_where_it_says_so(fake_spotify, home, fault, closed):
    app = app_of(fake_spotify)
    connect = Connections(app, home)
    fake_spotify.fail(*TOP, status=429, **fault)
    linker = AccountLinker(app, home, pending=MemoryLinks(), ledger=MemoryLedger(), connect=connect)
    assert await linker.top_artists(ALICE) == ()
    assert (connect.breaker.left_s > 0) is closed


FAULTS = {
    "401": {"status": 401},
    "403": {"status": 403},
    "404": {"status": 404},
    "429": {"status": 429, "headers": {"Retry-After": "600"}},
    "500": {"status": 500},
    "reset": {"reset": True},
    "no JSON": {"status": 200, "body": b""},
    "no list": {"status": 200, "body": b'{"items": 7}'},
    "no names": {"status": 200, "body": b'{"items": [{}, 3]}'},
}


@pytest.mark.parametrize("name", FAULTS)
async def test_spotifys_troubles_give_none_and_a_line_in_the_log(fake_spotify, home, caplog, name):
    caplog.set_level(logging.INFO)
    fake_spotify.fail(*TOP, **FAULTS[name], times=9)
    assert await linker_of(fake_spotify, home).top_artists(ALICE) == ()
    assert any(record.name == "spotify.linking" and record.levelno == logging.INFO for record in caplog.records)


async def test_a_dead_login_gives_none(fake_spotify):
    login = fake_spotify.accounts.login(scopes=(TOP_ARTISTS,), expires_in_s=0)
    fake_spotify.accounts.refresh.clear()
    assert await linker_of(fake_spotify, MemoryLogins(**{"111": login}), token_s=0.3).top_artists(ALICE) == ()


async def test_a_silent_spotify_holds_a_tape_for_two_seconds_and_answers_the_next(fake_spotify, home):
    fake_spotify.fail(*TOP, status=200, body=b'{"items": [{"name": "Nova"}]}', hang_s=2.3)
    linker = linker_of(fake_spotify, home, read_s=5.0, making_s=7.0)
    assert await linker.top_artists(ALICE) == ()
    await asyncio.gather(*linker._asking.values())
    assert await linker.top_artists(ALICE) == ("Nova",)
    assert fake_spotify.count(*TOP) == 1


async def test_a_wait_that_spotify_asked_for_is_kept_with_the_publisher(fake_spotify, home):
    app = app_of(fake_spotify)
    connect = Connections(app, home)
    linker = AccountLinker(app, home, pending=MemoryLinks(), ledger=MemoryLedger(), connect=connect)
    connect.breaker.open_for(60)
    assert await linker.top_artists(ALICE) == ()
    assert fake_spotify.calls == []


async def test_a_database_that_does_not_answer_gives_none(fake_spotify):
    class Away(MemoryLogins):
        def of(self, owner):
            raise StorageUnavailable

    assert await linker_of(fake_spotify, Away()).top_artists(ALICE) == ()


async def test_the_bots_own_login_is_not_asked_for_its_taste(fake_spotify):
    url = await AccountLinker(
        replace(app_of(fake_spotify), public_url="https://mood.example.org"),
        MemoryLogins(),
        pending=MemoryLinks(),
        ledger=MemoryLedger(),
    ).begin(ALICE, name="alice")
    assert "user-top-read" in url
    assert TOP_ARTISTS not in SCOPES
