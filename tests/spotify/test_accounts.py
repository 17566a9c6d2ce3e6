"""What is begun in one account is never tried in another."""

import logging
import time
from dataclasses import replace

import pytest

from core.errors import SpotifyLinkEnded, SpotifyLoginNeeded, SpotifyUnavailable
from core.ledger import BOT, PlaylistRecord, Stage
from spotify.tokens import MemoryStore
from tests.fakes.stores import MemoryLedger
from tests.spotify.kit import GOOD_DAY, publisher_of, store_of, tape

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


async def test_what_lies_unfinished_in_another_account_is_let_go_and_told_once(fake_spotify, caplog):
    ledger = MemoryLedger(*(lost(str(number), account_id=OTHERS) for number in range(30)))
    for _ in range(2):
        await tended(fake_spotify, store_of(fake_spotify), ledger)
    assert (ledger.records, fake_spotify.calls) == ({}, [])
    assert [record.getMessage()[:12] for record in caplog.records if record.levelno == logging.WARNING] == [
        "30 playlists"
    ]


async def test_old_playlists_of_another_account_do_not_block_those_of_this_one(fake_spotify):
    old = {"age_s": 32 * DAY_S, "stage": Stage.MADE}
    ledger = MemoryLedger(*(lost(str(number), account_id=OTHERS, **old) for number in range(50)))
    store = store_of(fake_spotify)
    await made_by(fake_spotify, store, ledger, later_s=-31 * DAY_S)
    await tended(fake_spotify, store, ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})
    assert fake_spotify.count("DELETE") == 1


async def test_young_playlists_wait_for_their_account_to_come_back(fake_spotify):
    ledger, ours = MemoryLedger(), store_of(fake_spotify)
    await made_by(fake_spotify, ours, ledger, later_s=-20 * DAY_S)
    await tended(fake_spotify, store_of(fake_spotify, account_id=OTHERS), ledger)
    assert len(ledger.records) == len(fake_spotify.playlists) == 1
    ledger.records = {name: replace(record, started_at=0.0) for name, record in ledger.records.items()}
    await tended(fake_spotify, ours, ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})


async def test_a_record_of_an_older_version_is_the_present_accounts(fake_spotify):
    ledger, store = MemoryLedger(), store_of(fake_spotify)
    await made_by(fake_spotify, store, ledger, later_s=-31 * DAY_S)
    ledger.records = {name: replace(record, account_id=None) for name, record in ledger.records.items()}
    await tended(fake_spotify, store, ledger)
    assert (ledger.records, fake_spotify.playlists) == ({}, {})


async def test_a_request_left_unfinished_in_another_account_is_made_in_this_one(fake_spotify):
    ledger = MemoryLedger(lost("a", account_id=OTHERS, stage=Stage.MAKING))
    await made_by(fake_spotify, store_of(fake_spotify), ledger, request_id="a")
    assert [record.account_id for record in ledger.records.values()] == [OURS]
    assert [playlist.account_id for playlist in fake_spotify.playlists.values()] == [OURS]


class Switched(MemoryStore):
    """A store in which another account logs in as soon as a playlist is there."""

    def __init__(self, fake):
        super().__init__()
        self._fake = fake
        self.save(fake.accounts.login())

    def load(self):
        token = super().load()
        return self._fake.accounts.login(account_id=OTHERS) if token and self._fake.playlists else token


async def test_a_login_that_changes_in_the_middle_touches_nothing_of_the_new_account(fake_spotify):
    ledger = MemoryLedger()
    with pytest.raises(SpotifyUnavailable):
        await made_by(fake_spotify, Switched(fake_spotify), ledger)
    assert fake_spotify.library(OTHERS) == []
    assert (ledger.records, fake_spotify.count(*FILL), fake_spotify.count("DELETE")) == ({}, 0, 0)


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
