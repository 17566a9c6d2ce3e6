"""What the tests of this room share."""

import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from core.metrics import Meter
from core.mood import Mood, MoodName, MoodPoint
from core.music import Tape, Track
from spotify.app import Limits, SpotifyApp
from spotify.client import Client, Connections
from spotify.publish import SpotifyPublisher
from spotify.stores import Ledger, ResolvedTracks, TokenStore
from spotify.tokens import MemoryStore, OneLogin
from tests.fakes.spotify import FakeSpotify
from tests.fakes.stores import MemoryLedger, MemoryTracks
from tests.fakes.words import LANGUAGES

IMPATIENT = {
    "connect_s": 0.5,
    "read_s": 0.25,
    "making_s": 2.0,
    "token_s": 1.5,
    "publish_s": 8.0,
    "pauses_s": (0.01, 0.02),
}
TODAY = date(2026, 11, 22)


def app_of(fake: FakeSpotify, *, login_port: int = 8888, **limits: Any) -> SpotifyApp:
    """The fake's app, with patience for a test."""
    patience = Limits(**{**IMPATIENT, **limits})
    return SpotifyApp(fake.client_id, login_port, fake.api_url, fake.accounts_url, patience)


def store_of(fake: FakeSpotify, **login: Any) -> MemoryStore:
    """A store with a finished login."""
    store = MemoryStore()
    store.save(fake.accounts.login(**login))
    return store


@contextmanager
def client_of(fake: FakeSpotify, store: MemoryStore | None = None, *, budget_s: float = 5) -> Iterator[Client]:
    with closing(Connections(app_of(fake), OneLogin(store or store_of(fake)))) as connect:
        yield connect(budget_s)


@contextmanager
def publisher_of(
    fake: FakeSpotify,
    store: TokenStore | None = None,
    *,
    ledger: Ledger | None = None,
    resolved: ResolvedTracks | None = None,
    workers: int = 8,
    later_s: float = 0,
    meter: Meter | None = None,
    **limits: Any,
) -> Iterator[SpotifyPublisher]:
    """Open a publisher whose clock is `later_s` ahead."""
    publisher = SpotifyPublisher(
        app_of(fake, **limits),
        OneLogin(store_of(fake) if store is None else store),
        ledger=ledger or MemoryLedger(),
        resolved=resolved or MemoryTracks(),
        languages=LANGUAGES,
        workers=workers,
        today=lambda: TODAY,
        clock=lambda: time.time() + later_s,
        meter=meter,
    )
    try:
        yield publisher
    finally:
        publisher.close()


def age(ledger: MemoryLedger, *, days: float) -> None:
    """Let what is in a ledger have been made so much earlier."""
    for name, record in ledger.records.items():
        ledger.records[name] = replace(record, started_at=record.started_at - days * 86_400)


def track(title: str, artist: str = "Nova", *, uri: str | None = None) -> Track:
    return Track(title, artist, MoodPoint(0.7, 0.4), uri)


def tape(*tracks: Track) -> Tape:
    return Tape(Mood(MoodName.HAPPY, MoodPoint(0.8, 0.5)), tracks)


GOOD_DAY = track("Good Day", "Nova")
RAIN_AGAIN = track("Rain Again", "The Lanterns")
HIGHER = track("Higher", "Kite")
SLOW_LIGHT = track("Slow Light", "Harbour")
TAPE = tape(SLOW_LIGHT, GOOD_DAY, HIGHER, RAIN_AGAIN)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
