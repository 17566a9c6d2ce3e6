"""What becomes of a playlist when a call to Spotify fails: every call with every fault, measured on the fake.

    python -m tests.spotify.fault_matrix [--write]

Prints docs/spotify-faults.md, or writes it.
"""

import argparse
import asyncio
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from core.errors import SpotifyProblem
from core.ledger import BOT
from core.music import Playlist
from core.wording import instead_of_playlist, sentence
from spotify.account import check_login
from spotify.linking import AccountLinker
from spotify.tokens import SCOPES, TOP_ARTISTS
from storage.accounts import StoredLogins
from storage.opening import open_database
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_accounts import ACCOUNT
from tests.fakes.spotify_songs import SONGS
from tests.fakes.stores import MemoryLedger, MemoryLinks, MemoryLogins
from tests.fakes.words import ENGLISH
from tests.spotify.kit import app_of, publisher_of, store_of
from tests.spotify.victim import PERSON, tape

PAGE = Path(__file__).resolve().parents[2] / "docs" / "spotify-faults.md"
PATIENCE = {"connect_s": 1.0, "read_s": 1.0, "token_s": 3.0, "making_s": 5.0, "search_s": 5.0, "removing_s": 4.0}
LONGEST_S = 10.0
AT_ONCE = 4
MIGRATING = Lock()
"""Alembic keeps what it works on for the whole process."""
QUOTA = b'{"error": {"status": 429, "message": "Too many", "reason": "QUOTA_EXCEEDED"}}'

CALLS = {
    "token refresh": ("POST", "/api/token"),
    "me": ("GET", "/me"),
    "search": ("GET", "/search"),
    "create": ("POST", "/me/playlists"),
    "put items": ("PUT", "/playlists/*/items"),
    "cover": ("PUT", "/playlists/*/images"),
    "delete": ("DELETE", "/me/library"),
    "list playlists": ("GET", "/me/playlists"),
    "top artists": ("GET", "/me/top/artists"),
}
FAULTS: dict[str, dict[str, Any]] = {
    "timeout": {"hang_s": 1.6, "after": True},
    "reset": {"reset": True, "after": True},
    "401": {"status": 401},
    "403": {"status": 403},
    "404": {"status": 404},
    "429 short": {"status": 429, "headers": {"Retry-After": "0"}, "times": 1},
    "429 long": {"status": 429, "headers": {"Retry-After": "86400"}},
    "429 quota": {"status": 429, "headers": {"Retry-After": "1"}, "body": QUOTA},
    "500": {"status": 500, "after": True},
    "502": {"status": 502, "body": b"<html>Bad gateway</html>", "after": True},
    "200 without JSON": {"status": 200, "body": b"", "after": True},
}
KILLED = {"killed before": False, "killed after": True}
BEGUN_BY = {"delete": CALLS["put items"], "list playlists": CALLS["create"]}
"""What must fail first, so that the call is made at all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one fault led to; counts of playlists at once, and after a minute in a fresh process or at the next tending.

    `whole` says that no playlist in the account lacks or doubles a track.
    """

    call: str
    fault: str
    told: str
    at_once: int
    later: int
    covered: bool
    whole: bool
    sent: int
    held_s: float

    @property
    def good(self) -> bool:
        """Whoever got a playlist has one, nobody else has one, none is broken, and no worker was held too long."""
        expected = 1 if self.told == PLAYLIST else 0
        return self.later == expected and self.whole and self.held_s < LONGEST_S


PLAYLIST = "the playlist"
NOBODY = "nothing: the process is gone"
LEANING, PLAIN = "a tape that leans to their artists", "a tape that does not"


def outcomes() -> list[Outcome]:
    """Try every call with every fault, and with the process killed."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        tried = [threads.submit(_fault, call, fault) for call in CALLS for fault in FAULTS]
        killed = [threads.submit(_killed, call, when) for call in CALLS for when in KILLED]
        return [job.result() for job in (*tried, *killed)]


def page(found: list[Outcome]) -> str:
    """Write the outcomes as Markdown, without times, which differ from run to run."""
    lines = [*HEAD]
    for call in CALLS:
        lines += ["", f"## {call[:1].upper()}{call[1:]}: `{' '.join(CALLS[call])}`", "", *COLUMNS]
        lines += [_row(outcome) for outcome in found if outcome.call == call]
    return "\n".join(lines) + "\n"


HEAD = (
    "# What Spotify's failures do",
    "",
    "Measured on the stateful fake by `python -m tests.spotify.fault_matrix --write`; a test proves that this page is",
    "current. A fault strikes each time that its call is made, except the short 429, which strikes once. Where the",
    "call changes something, a timeout, reset, 5xx or empty answer comes after the change: the worst case. To see the",
    "call that removes, items are refused first; to see the list of playlists, the answer to create is lost first.",
    '"In a minute" is what the next round of tidying leaves, after a kill in a fresh process on the same database.',
    "",
    "In every row: no worker is held for ten seconds, whoever was told of a playlist has exactly one, nobody else has",
    "one, and no playlist lacks or doubles a track.",
)
COLUMNS = ("| fault | the person gets | sent | account at once | in a minute |", "|---|---|---|---|---|")


def _row(outcome: Outcome) -> str:
    cover = "" if outcome.covered or not outcome.later else ", no cover"
    kept = [f"{count} playlist{cover}" if count else "empty" for count in (outcome.at_once, outcome.later)]
    return f"| {outcome.fault} | {outcome.told} | {outcome.sent} x | {kept[0]} | {kept[1]} |"


def _fault(call: str, fault: str) -> Outcome:
    with FakeSpotify(tracks=SONGS) as fake:
        ledger, store = MemoryLedger(), store_of(fake, expires_in_s=0 if call == "token refresh" else None)
        if first := BEGUN_BY.get(call):
            fake.fail(*first, status=500, times=9, after=True)
        fake.fail(*CALLS[call], **{"times": 99, **FAULTS[fault]})
        began_s = time.monotonic()
        told = _told_by(call, fake, store, ledger)
        held_s, at_once, sent = time.monotonic() - began_s, len(fake.playlists), fake.count(*CALLS[call])
        fake.heal()
        asyncio.run(_tended(fake, ledger))
        return _outcome(fake, call, fault, told=told, at_once=at_once, sent=sent, held_s=held_s)


def _told_by(call: str, fake: FakeSpotify, store: Any, ledger: MemoryLedger) -> str:
    if call == "me":
        return _told_operator(fake, store)
    return asyncio.run(_leaning(fake) if call == "top artists" else _told(fake, store, ledger))


async def _leaning(fake: FakeSpotify) -> str:
    fake.top = {ACCOUNT: ["Nova"]}
    logins = MemoryLogins(**{str(PERSON): fake.accounts.login(scopes=(TOP_ARTISTS,))})
    linker = AccountLinker(app_of(fake, **PATIENCE), logins, pending=MemoryLinks(), ledger=MemoryLedger())
    return LEANING if await linker.top_artists(PERSON) else PLAIN


async def _told(fake: FakeSpotify, store: Any, ledger: MemoryLedger) -> str:
    with publisher_of(fake, store, ledger=ledger, publish_s=30.0, **PATIENCE) as publisher:
        try:
            playlist = await publisher.publish(tape(SONGS[7].uri))
        except SpotifyProblem as problem:
            return f"track links: {instead_of_playlist(problem, ENGLISH).partition(' Here are')[0]}"
    assert isinstance(playlist, Playlist)
    return PLAYLIST


def _told_operator(fake: FakeSpotify, store: Any) -> str:
    status = check_login(app_of(fake, **PATIENCE), store)
    return (
        f"`moodtape doctor`: {sentence(status.problem, ENGLISH)}"
        if status.problem
        else "`moodtape doctor`: all is well"
    )


async def _tended(fake: FakeSpotify, ledger: MemoryLedger) -> None:
    with publisher_of(fake, ledger=ledger, later_s=61, **PATIENCE) as publisher:
        await publisher.tend()


def _killed(call: str, when: str) -> Outcome:
    with FakeSpotify(tracks=SONGS) as fake, TemporaryDirectory() as folder:
        with MIGRATING, closing(open_database(Path(folder))) as database:
            login = fake.accounts.login(expires_in_s=0 if call in ("token refresh", "me") else None)
            StoredLogins(database).of(BOT).save(login)
            StoredLogins(database).of(str(PERSON)).save(fake.accounts.login(scopes=(*SCOPES, TOP_ARTISTS)))
        if first := BEGUN_BY.get(call):
            fake.fail(*first, status=500, times=9, after=True)
        victim = _victim(fake, folder, {"me": "me", "top artists": "top"}.get(call, "publish"))
        fake.fail(*CALLS[call], reset=True, after=KILLED[when], strike=lambda: _kill(victim))
        began_s = time.monotonic()
        assert victim.wait(timeout=60) == -9, (call, when)
        held_s, at_once, sent = time.monotonic() - began_s, len(fake.playlists), fake.count(*CALLS[call])
        fake.heal()
        assert _victim(fake, folder, "tend").wait(timeout=60) == 0
        return _outcome(fake, call, when, told=NOBODY, at_once=at_once, sent=sent, held_s=min(held_s, 1.0))


def _victim(fake: FakeSpotify, folder: str, what: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.spotify.victim", fake.api_url, fake.accounts_url, fake.client_id]
    return subprocess.Popen([*command, folder, what, SONGS[7].uri], cwd=PAGE.parents[1], stderr=subprocess.DEVNULL)


def _kill(victim: "subprocess.Popen[bytes]") -> None:
    victim.kill()
    victim.wait()


def _outcome(fake: FakeSpotify, call: str, fault: str, *, told: str, at_once: int, sent: int, held_s: float) -> Outcome:
    wanted = [SONGS[2].uri, SONGS[7].uri]
    kept = [*fake.playlists.values()]
    whole = all(playlist.uris == wanted for playlist in kept) and fake.violations == []
    covered = all(playlist.cover for playlist in kept)
    return Outcome(call, fault, told, at_once, len(kept), covered, whole, sent, held_s)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the page instead of printing it")
    options = parser.parse_args()
    found = outcomes()
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
    else:
        sys.stdout.write(page(found))
    for outcome in found:
        if not outcome.good:
            sys.stderr.write(f"not good: {outcome}\n")


if __name__ == "__main__":
    main()
