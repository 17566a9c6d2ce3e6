"""Many people publish at once: playlists a second, latencies, calls a playlist, and how late the event loop gets.

    python -m benchmarks.publish [--people 200] [--workers 16] [--faults 0.05]

Each tape has 20 tracks with known ids. Spotify is the stateful fake of the tests in a process of its own, over real
sockets, so that it does not share the event loop; it answers at once, so times are our own work and the fake's. The
ledger is the SQLite database in a temporary folder. With faults, each call goes wrong with that probability: a server
error, a lost connection or answer, a stray 401, a short 429, or silence for longer than we wait.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np

from app.native import settle_objects
from core.errors import SpotifyProblem
from core.ledger import BOT
from core.mood import Mood, MoodName, MoodPoint
from core.music import Playlist, Tape, Track
from spotify.app import SpotifyApp
from spotify.publish import SpotifyPublisher
from storage.accounts import StoredLogins
from storage.ledger import StoredLedger, StoredTracks
from storage.opening import open_database
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song
from tests.fakes.words import LANGUAGES

TRACKS = 20
TICK_S = 0.002
SONGS = tuple(song(f"Song {number}", f"Artist {number}") for number in range(TRACKS))


@dataclass(slots=True)
class Measured:
    """Seconds each; `told` are the sentences in place of playlists."""

    playlists: list[Playlist] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    latencies_s: list[float] = field(default_factory=list)
    delays_s: list[float] = field(default_factory=list)
    whole_s: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--workers", type=int, default=16)
    parser.add_argument("--faults", type=float, default=0.0)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.faults)
        return
    measured, seen = run(options.people, options.workers, options.faults)
    show(measured, seen)


def run(people: int, workers: int, faults: float) -> tuple[Measured, dict[str, Any]]:
    """Let so many people publish at once; give what was measured, and what the fake saw."""
    command = [sys.executable, "-m", "benchmarks.publish", "--serve", "--faults", str(faults)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as fake:
        assert fake.stdout
        where = json.loads(fake.stdout.readline())
        app = SpotifyApp(where["client_id"], api_url=where["api_url"], accounts_url=where["accounts_url"])
        with TemporaryDirectory() as folder, closing(open_database(Path(folder))) as database:
            logins = StoredLogins(database)
            logins.of(BOT).save(where["login"])
            stores = {"ledger": StoredLedger(database), "resolved": StoredTracks(database)}
            with closing(SpotifyPublisher(app, logins, **stores, languages=LANGUAGES, workers=workers)) as publisher:
                settle_objects()
                measured = asyncio.run(crowd(publisher, people))
        told, _ = fake.communicate("done\n", timeout=60)
    return measured, json.loads(told)


async def crowd(publisher: SpotifyPublisher, people: int) -> Measured:
    measured, tapes = Measured(), [_tape(number) for number in range(people)]
    watch = asyncio.create_task(_watch_loop(measured.delays_s))
    start = perf_counter()
    await asyncio.gather(*(_person(publisher, tape, measured) for tape in tapes))
    measured.whole_s = perf_counter() - start
    watch.cancel()
    return measured


async def _person(publisher: SpotifyPublisher, tape: Tape, measured: Measured) -> None:
    start = perf_counter()
    try:
        measured.playlists.append(await publisher.publish(tape))
    except SpotifyProblem as problem:
        measured.told.append(str(problem))
    measured.latencies_s.append(perf_counter() - start)


def _tape(number: int) -> Tape:
    points = np.random.default_rng(number).uniform(-1, 1, (TRACKS, 2)).tolist()
    tracks = (Track(s.title, s.artists[0], MoodPoint(v, a), s.uri) for s, (v, a) in zip(SONGS, points, strict=True))
    return Tape(Mood(MoodName.HAPPY, MoodPoint(0.8, 0.5)), (*tracks,))


async def _watch_loop(delays_s: list[float]) -> None:
    while True:
        due = perf_counter() + TICK_S
        await asyncio.sleep(TICK_S)
        delays_s.append(perf_counter() - due)


def serve(faults: float) -> None:
    """Be Spotify until a line comes in; then tell what was seen."""
    with FakeSpotify(tracks=SONGS) as fake:
        where = {"client_id": fake.client_id, "api_url": fake.api_url, "accounts_url": fake.accounts_url}
        print(json.dumps({**where, "login": fake.accounts.login()}), flush=True)
        fake.chaos = faults
        sys.stdin.readline()
        wanted = [row.uri for row in SONGS]
        ids = {playlist.id for playlist in fake.playlists.values() if playlist.uris == wanted}
        covered = sum(playlist.cover is not None for playlist in fake.playlists.values())
        seen = {"calls": len(fake.calls), "kept": [*fake.playlists], "whole": [*ids], "covered": covered}
        print(json.dumps({**seen, "violations": fake.violations}))


def show(measured: Measured, seen: dict[str, Any]) -> None:
    made = [playlist.url.rpartition("/")[2] for playlist in measured.playlists]
    latency = np.percentile(measured.latencies_s, [50, 95, 99])
    print(f"{len(made)} playlists, {len(measured.told)} sentences {sorted(set(measured.told))}, {os.cpu_count()} cores")
    print(f"{len(made) / measured.whole_s:.1f} playlists a second, {seen['calls'] / max(1, len(made)):.2f} calls each")
    print(
        "seconds until the playlist: " + ", ".join(f"p{p} {s:.2f}" for p, s in zip((50, 95, 99), latency, strict=True))
    )
    worst_ms, p99_ms = max(measured.delays_s) * 1e3, np.percentile(measured.delays_s, 99) * 1e3
    print(f"event loop late by at most {worst_ms:.1f} ms, p99 {p99_ms:.1f} ms")
    wrong = set(made) - set(seen["whole"])
    strays = set(seen["kept"]) - set(made)
    print(f"covers {seen['covered']}, not whole {len(wrong)}, doubled {len(made) - len(set(made))}, ", end="")
    print(f"left for the next tidying {len(strays)}, contract broken {len(seen['violations'])}")


if __name__ == "__main__":
    main()
