"""What is begun in one account is never tried in another."""

import logging
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from core.errors import SpotifyLinkEnded, SpotifyLoginNeeded, SpotifyUnavailable
from core.ledger import BOT, PlaylistRecord, Stage
from spotify.tokens import MemoryStore
from tests.fakes.spotify_parts import FakePlaylist
from tests.fakes.stores import MemoryLedger, MemoryLogins
from tests.spotify.kit import GOOD_DAY, age, publisher_of, store_of, tape

OURS, OTHERS = "fixed-account-id", "another-account"
FILL = ("PUT", "/playlists/*/items")
DAY_S = 86_400


async def made_by(fake, store, ledger, *, request_id=None, **options):
    with publisher_of(fake, store, ledger=ledger, **options) as publisher:
        return await publisher.publish(tape(GOOD_DAY), request_id=request_id)


async def tended(fake, store, ledger, **options):
    with publisher_of(fake, store, ledger=ledger, **options) as publisher:
        await publisher.tend()


def lost(name, *, account_id, stage=Stage.UNWANTED, age_s=120.0, playlist_id="gone"):
    return PlaylistRecord(name, BOT, f"tag{name}", time.time() - age_s, stage, playlist_id, account_id=account_id)


async def test_a_record_says_in_whose_account_it_is(fake_spotify):
    ledger = MemoryLedger()
    await made_by(fake_spotify, store_of(fake_spotify, account_id=OTHERS), ledger)
    assert [record.account_id for record in ledger.records.values()] == [OTHERS]


async def test_what_lies_unfinished_in_another_account_waits_for_it_to_come_back(fake_spotify):
    fake_spotify.playlists["theirs"] = FakePlaylist("theirs", "", "", True, OTHERS)
    ledger = MemoryLedger(lost("a", account_id=OTHERS, playlist_id="theirs"), lost("b", account_id=OTHERS))
    await tended(fake_spotify, store_of(fake_spotify), ledger)
    assert (len(ledger.records), fake_spotify.calls) == (2, [])
    await tended(fake_spotify, store_of(fake_spotify, account_id=OTHERS), ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})


async def test_what_is_old_in_another_account_is_let_go_and_told_once(fake_spotify, caplog):
    old = [lost(str(number), account_id=OTHERS, age_s=31 * DAY_S, stage=stage) for number, stage in enumerate(Stage)]
    ledger = MemoryLedger(*old)
    for _ in range(2):
        await tended(fake_spotify, store_of(fake_spotify), ledger)
    assert (ledger.records, fake_spotify.count("DELETE")) == ({}, 0)
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert [warning[:11] for warning in warnings] == ["3 playlists"]


async def test_nothing_of_another_account_is_let_go_while_our_clock_is_ahead(fake_spotify):
    ledger = MemoryLedger(*(lost(stage, account_id=OTHERS, stage=stage) for stage in Stage))
    await tended(fake_spotify, store_of(fake_spotify), ledger, later_s=400 * DAY_S)
    assert len(ledger.records) == 3


async def test_old_playlists_of_another_account_do_not_block_those_of_this_one(fake_spotify):
    old = {"age_s": 32 * DAY_S, "stage": Stage.MADE}
    ledger = MemoryLedger(*(lost(str(number), account_id=OTHERS, **old) for number in range(50)))
    store = store_of(fake_spotify)
    await made_by(fake_spotify, store, ledger)
    age(ledger, days=31)
    await tended(fake_spotify, store, ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})
    assert fake_spotify.count("DELETE") == 1


async def test_young_playlists_wait_for_their_account_to_come_back(fake_spotify):
    ledger, ours = MemoryLedger(), store_of(fake_spotify)
    await made_by(fake_spotify, ours, ledger)
    age(ledger, days=20)
    await tended(fake_spotify, store_of(fake_spotify, account_id=OTHERS), ledger)
    assert len(ledger.records) == len(fake_spotify.playlists) == 1
    age(ledger, days=20)
    await tended(fake_spotify, ours, ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})


async def test_a_record_of_an_older_version_is_the_present_accounts(fake_spotify):
    ledger, store = MemoryLedger(), store_of(fake_spotify)
    await made_by(fake_spotify, store, ledger)
    age(ledger, days=31)
    ledger.records = {name: replace(record, account_id=None) for name, record in ledger.records.items()}
    await tended(fake_spotify, store, ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})


async def test_a_request_left_unfinished_in_another_account_is_made_in_this_one(fake_spotify):
    ledger = MemoryLedger(lost("a", account_id=OTHERS, stage=Stage.MAKING))
    await made_by(fake_spotify, store_of(fake_spotify), ledger, request_id="a")
    assert ledger.records["a"].account_id == OURS
    assert [playlist.account_id for playlist in fake_spotify.playlists.values()] == [OURS]
    await tended(fake_spotify, store_of(fake_spotify, account_id=OTHERS), ledger)
    assert list(ledger.records) == ["a"]


class Switched(MemoryStore):
    """A store in which another account logs in as soon as a playlist is there."""

    def __init__(self, fake):
        super().__init__()
        self._fake = fake
        self.save(fake.accounts.login())

    def load(self):
        token = super().load()
        return self._fake.accounts.login(account_id=OTHERS) if token and self._fake.playlists else token


async def test_what_a_login_began_that_changes_in_the_middle_is_finished_in_its_account(fake_spotify):
    ledger = MemoryLedger()
    playlist = await made_by(fake_spotify, Switched(fake_spotify), ledger)
    (ours,) = fake_spotify.library(OURS)
    assert ours.uris == [track.uri for track in playlist.tracks]
    assert [record.account_id for record in ledger.records.values()] == [OURS]
    assert fake_spotify.library(OTHERS) == []


async def test_what_cannot_be_finished_after_a_change_of_login_waits_for_its_account(fake_spotify):
    ledger = MemoryLedger()
    fake_spotify.fail(*FILL, status=401)
    with pytest.raises(SpotifyUnavailable):
        await made_by(fake_spotify, Switched(fake_spotify), ledger)
    assert (fake_spotify.library(OURS), fake_spotify.library(OTHERS), ledger.records) == ([], [], {})
    fake_spotify.fail(*FILL, status=401)
    fake_spotify.fail("DELETE", "/me/library", status=401)
    with pytest.raises(SpotifyUnavailable):
        await made_by(fake_spotify, Switched(fake_spotify), ledger)
    await tended(fake_spotify, store_of(fake_spotify), ledger, later_s=61)
    assert (fake_spotify.library(OURS), ledger.records) == ([], {})


class Turning(MemoryStore):
    """A store in which another account logs in after so many looks."""

    def __init__(self, fake, looks):
        super().__init__()
        self._logins = [fake.accounts.login()] * looks + [fake.accounts.login(account_id=OTHERS)]

    def load(self):
        return self._logins.pop(0) if len(self._logins) > 1 else self._logins[0]


@pytest.mark.parametrize("looks", range(1, 8))
async def test_nothing_is_removed_from_an_account_that_logs_in_during_tidying(fake_spotify, looks):
    fake_spotify.playlists["a"] = FakePlaylist("a", "", "Tape tagunknown.", True, OTHERS)
    old = lost("old", account_id=OURS, stage=Stage.MADE, age_s=31 * DAY_S, playlist_id="a")
    ledger = MemoryLedger(old, lost("unknown", account_id=OURS, playlist_id=None))
    with suppress(SpotifyUnavailable):
        await tended(fake_spotify, Turning(fake_spotify, looks), ledger)
    assert list(fake_spotify.playlists) == ["a"]


class Unlinking(MemoryLedger):
    """Clears its owner, whose login goes, as soon as a playlist is there."""

    def change(self, record):
        self.logins.of(record.owner).delete()
        self.clear(record.owner)
        return super().change(record)


async def test_who_unlinks_while_a_playlist_is_made_keeps_no_empty_one(fake_spotify):
    ledger, known = Unlinking(), tape(replace(GOOD_DAY, uri=fake_spotify.tracks[2].uri))
    ledger.logins = MemoryLogins(**{"42": fake_spotify.accounts.login()})
    store = ledger.logins.of("42")
    with publisher_of(fake_spotify, store, ledger=ledger) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(known, owner="42")
    assert (len(fake_spotify.removed), fake_spotify.playlists) == (1, {})


async def test_a_missing_login_of_a_person_and_one_of_the_bot_are_told_apart(fake_spotify):
    known = tape(replace(GOOD_DAY, uri=fake_spotify.tracks[2].uri))
    with publisher_of(fake_spotify, MemoryStore()) as publisher:
        with pytest.raises(SpotifyLinkEnded):
            await publisher.publish(known, owner="42")
        with pytest.raises(SpotifyLoginNeeded):
            await publisher.publish(known)
        with pytest.raises(SpotifyLoginNeeded):
            await publisher.publish(tape(GOOD_DAY), owner="42")


async def test_a_dead_login_of_a_person_asks_for_a_new_link(fake_spotify):
    store = store_of(fake_spotify, expires_in_s=0)
    fake_spotify.accounts.refresh.clear()
    known = tape(replace(GOOD_DAY, uri=fake_spotify.tracks[2].uri))
    with publisher_of(fake_spotify, store) as publisher, pytest.raises(SpotifyLinkEnded):
        await publisher.publish(known, owner="42")
