"""The same rules hold for the database's stores and for those in memory that other tests use."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Barrier

import pytest

from core.ledger import BOT, PendingLink, PlaylistRecord, Stage
from spotify.stores import Ledger, Logins, PendingLinks, ResolvedTracks
from storage.accounts import StoredLinks, StoredLogins
from storage.ledger import StoredLedger, StoredTracks
from tests.fakes.stores import MemoryLedger, MemoryLinks, MemoryLogins, MemoryTracks

ANA, BO = "1001", "1002"
TOKEN = {"access_token": "planted-access", "refresh_token": "planted-refresh", "expires_at": 1_790_000_000}
LINK = PendingLink(ANA, "planted-verifier", expires_at=100.0, name="Ana")
RECORD = PlaylistRecord("request-1", BOT, "Tape 1", 10.0)
MADE = replace(RECORD, stage=Stage.MADE, playlist_id="abc", uris=("u:1", "u:2"), started_at=9.0)
LARGEST = 2**63 - 1


@dataclass(frozen=True)
class Stores:
    logins: Logins
    links: PendingLinks
    ledger: Ledger
    tracks: ResolvedTracks


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def stores(kind: str, request: pytest.FixtureRequest) -> Stores:
    if kind == "memory":
        return Stores(MemoryLogins(), MemoryLinks(), MemoryLedger(), MemoryTracks())
    database = request.getfixturevalue("database")
    return Stores(StoredLogins(database), StoredLinks(database), StoredLedger(database), StoredTracks(database))


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Run the calls in as many threads, all released together."""
    start = Barrier(len(calls))

    def run(call: Callable[[], object]) -> object:
        start.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def test_no_login_is_none(stores):
    assert stores.logins.of(BOT).load() is None


def test_the_last_login_saved_is_loaded(stores):
    stores.logins.of(BOT).save({"access_token": "old"})
    stores.logins.of(BOT).save(TOKEN)
    assert stores.logins.of(BOT).load() == TOKEN


def test_a_login_is_its_owners_alone(stores):
    stores.logins.of(ANA).save(TOKEN)
    assert stores.logins.of(BO).load() is None
    assert stores.logins.owners() == [ANA]


def test_a_deleted_login_is_gone_and_may_be_deleted_again(stores):
    stores.logins.of(ANA).save(TOKEN)
    stores.logins.of(BO).save(TOKEN)
    stores.logins.of(ANA).delete()
    stores.logins.of(ANA).delete()
    assert stores.logins.owners() == [BO]


def test_a_link_serves_one_callback(stores):
    stores.links.put("state", LINK)
    taken = stores.links.take("state", now=50.0)
    assert (taken.owner, taken.verifier, taken.name) == (ANA, "planted-verifier", "Ana")
    assert stores.links.take("state", now=50.0) is None


def test_a_made_up_state_takes_nothing(stores):
    stores.links.put("state", LINK)
    assert stores.links.take("another", now=50.0) is None
    assert stores.links.take("state", now=50.0) is not None


def test_a_late_link_is_none_and_forgotten(stores):
    stores.links.put("state", LINK)
    assert stores.links.take("state", now=100.0) is None
    assert stores.links.take("state", now=50.0) is None


def test_a_new_link_replaces_the_owners_last_one(stores):
    stores.links.put("first", LINK)
    stores.links.put("second", LINK)
    stores.links.put("other", replace(LINK, owner=BO))
    assert stores.links.take("first", now=50.0) is None
    assert stores.links.take("second", now=50.0).owner == ANA
    assert stores.links.take("other", now=50.0).owner == BO


def test_of_many_callbacks_at_once_one_gets_the_link(stores):
    stores.links.put("state", LINK)
    taken = at_once(*[lambda: stores.links.take("state", now=50.0)] * 8)
    assert sum(link is not None for link in taken) == 1


def test_a_request_has_one_record(stores):
    assert stores.ledger.begin(RECORD) == RECORD
    assert stores.ledger.begin(replace(RECORD, tag="Tape 2")) == RECORD


def test_of_many_that_begin_at_once_one_stands_for_all(stores):
    records = [replace(RECORD, tag=f"Tape {number}") for number in range(8)]
    standing = at_once(*[lambda record=record: stores.ledger.begin(record) for record in records])
    assert len(set(standing)) == 1


def test_a_change_is_kept_and_changes_nothing_else(stores):
    stores.ledger.begin(RECORD)
    stores.ledger.change(replace(MADE, owner=ANA))
    assert stores.ledger.made(BOT, before=11.0, limit=9) == [MADE]


def test_a_record_that_another_began_is_not_changed_nor_forgotten(stores):
    stores.ledger.begin(RECORD)
    earlier = replace(RECORD, tag="an earlier one", stage=Stage.MADE)
    assert not stores.ledger.change(earlier)
    stores.ledger.forget(earlier)
    assert stores.ledger.unfinished(BOT, before=11.0) == [RECORD]


def test_what_is_unwanted_is_never_made(stores):
    stores.ledger.begin(RECORD)
    assert stores.ledger.change(replace(RECORD, stage=Stage.UNWANTED))
    assert not stores.ledger.change(replace(RECORD, stage=Stage.MADE))
    assert stores.ledger.made(BOT, before=11.0, limit=9) == []


def test_a_change_of_a_forgotten_record_brings_nothing_back(stores):
    stores.ledger.begin(RECORD)
    stores.ledger.forget(RECORD)
    stores.ledger.change(replace(RECORD, stage=Stage.MADE))
    assert stores.ledger.made(BOT, before=11.0, limit=9) == []


def test_the_unfinished_are_the_owners_and_come_oldest_first(stores):
    for name, owner, started_at in [
        ("c", BOT, 3.0),
        ("a", BOT, 1.0),
        ("b", BOT, 2.0),
        ("ana", ANA, 1.0),
        ("d", BOT, 4.0),
    ]:
        stores.ledger.begin(PlaylistRecord(name, owner, "tag", started_at))
    stores.ledger.change(PlaylistRecord("b", BOT, "tag", 2.0, Stage.UNWANTED))
    assert [record.request_id for record in stores.ledger.unfinished(BOT, before=4.0)] == ["a", "b", "c"]


def test_the_unfinished_of_the_future_are_found_too(stores):
    for name, started_at in (("past", 1.0), ("now", 5.0), ("future", 9.0)):
        stores.ledger.begin(PlaylistRecord(name, BOT, "tag", started_at))
    names = [record.request_id for record in stores.ledger.unfinished(BOT, before=4.0, after=6.0)]
    assert names == ["past", "future"]


def test_the_made_are_cut_at_the_limit(stores):
    for number in range(4):
        stores.ledger.begin(PlaylistRecord(f"r{number}", BOT, "tag", float(number), Stage.MADE))
    assert [record.request_id for record in stores.ledger.made(BOT, before=3.0, limit=2)] == ["r0", "r1"]
    assert stores.ledger.unfinished(BOT, before=9.0) == []


def test_a_record_keeps_its_account(stores):
    stores.ledger.begin(replace(RECORD, account_id="one"))
    stores.ledger.change(replace(RECORD, account_id="another", stage=Stage.UNWANTED))
    assert [record.account_id for record in stores.ledger.unfinished(BOT, before=11.0)] == ["one"]


def test_what_is_due_in_another_account_is_let_go(stores):
    for name, account_id, started_at, stage in [
        ("due", "other", 1.0, Stage.MADE),
        ("lost", "other", 2.0, Stage.UNWANTED),
        ("young", "other", 6.0, Stage.MADE),
        ("making", "other", 9.0, Stage.MAKING),
        ("here", "ours", 1.0, Stage.MADE),
        ("unknown", None, 1.0, Stage.MAKING),
    ]:
        stores.ledger.begin(PlaylistRecord(name, BOT, "tag", started_at, stage, account_id=account_id))
    stores.ledger.begin(PlaylistRecord("ana", ANA, "tag", 1.0, Stage.MADE, account_id="other"))
    assert stores.ledger.let_go(BOT, account_id="ours", before=5.0) == 2
    left = [record.request_id for record in stores.ledger.made(BOT, before=99.0, limit=9)]
    left += [record.request_id for record in stores.ledger.unfinished(BOT, before=99.0)]
    assert left == ["here", "young", "unknown", "making"]
    assert len(stores.ledger.made(ANA, before=99.0, limit=9)) == 1


def test_an_owners_records_are_cleared_together(stores):
    for name, owner in (("a", ANA), ("b", ANA), ("c", BO)):
        stores.ledger.begin(PlaylistRecord(name, owner, "tag", 1.0))
    stores.ledger.change(PlaylistRecord("b", ANA, "tag", 1.0, Stage.MADE))
    assert stores.ledger.owners() == [ANA, BO]
    assert stores.ledger.clear(ANA) == [PlaylistRecord("a", ANA, "tag", 1.0)]
    assert stores.ledger.owners() == [BO]


def test_what_was_found_is_known_until_it_expires(stores):
    stores.tracks.keep(LARGEST, "spotify:track:a", until=100.0)
    stores.tracks.keep(2, None, until=50.0)
    assert stores.tracks.find([1, 2, LARGEST], now=49.0) == {2: None, LARGEST: "spotify:track:a"}
    assert stores.tracks.find(iter([1, 2, LARGEST]), now=50.0) == {LARGEST: "spotify:track:a"}


def test_the_last_finding_counts(stores):
    stores.tracks.keep(1, "spotify:track:a", until=100.0)
    stores.tracks.keep(1, None, until=200.0)
    assert stores.tracks.find([1], now=150.0) == {1: None}


def test_the_missing_are_those_that_spotify_does_not_have(stores):
    stores.tracks.keep(1, "spotify:track:a", until=100.0)
    stores.tracks.keep(2, None, until=100.0)
    stores.tracks.keep(3, None, until=50.0)
    assert stores.tracks.missing(now=60.0) == {2}


def test_many_keys_are_asked_for_at_once(stores):
    stores.tracks.keep(70_000, "spotify:track:a", until=100.0)
    assert stores.tracks.find(range(100_000), now=50.0) == {70_000: "spotify:track:a"}
