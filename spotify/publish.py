"""Turns a tape into a playlist."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from threading import Barrier, Event, Lock
from typing import TypeVar

from core.errors import SpotifyUnavailable, StorageUnavailable
from core.language import Languages
from core.metrics import Meter
from core.music import SPOTIFY, Playlist, Tape, Track
from spotify.app import SpotifyApp
from spotify.client import Connections
from spotify.cover import cover_of
from spotify.naming import Title, title_of
from spotify.playlists import Draft, Made, Maker
from spotify.removing import Remover
from spotify.resolve import KnownTracks, Resolved, resolve
from spotify.stores import BOT, Ledger, Logins, PlaylistRecord, ResolvedTracks, Stage

logger = logging.getLogger(__name__)

T = TypeVar("T")

WORKERS = 16
SEARCHES_PER_TAPE = 4
ABANDONED_S = 60.0
"""A playlist that is in the making for longer has lost its maker: a worker may hold it ten seconds. So has one that was
begun so far in the future: the clock was set back."""
LOOK_AGAIN_S = 0.25
RECOVERED_AT_ONCE = 20
REMOVED_AT_ONCE = 40
READINGS_AT_ONCE = 5
"""So often a round reads on in an account's list for lost playlists: 1000 playlists a minute."""
MOST_REFUSED = 5
"""After so many refusals a round takes no further old playlists one by one."""
DAY_S = 86_400
MOST_AHEAD_S = DAY_S


@dataclass(frozen=True, slots=True)
class Order:
    """One request to publish."""

    tape: Tape
    request_id: str
    owner: str
    language: str


@dataclass(slots=True)
class _Job:
    task: "asyncio.Task[Playlist]"
    waiting: int = 0


class SpotifyPublisher:
    """Makes public playlists in a few worker threads; a tape holds one worker at most ten seconds at a time."""

    def __init__(
        self,
        app: SpotifyApp,
        logins: Logins,
        *,
        ledger: Ledger,
        resolved: ResolvedTracks,
        languages: Languages,
        workers: int = WORKERS,
        keep_days: int = 30,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = time.time,
        meter: Meter | None = None,
        connect: Connections | None = None,
    ) -> None:
        """Share `connect` with others who use the same logins: they then share one breaker and refresh in turn."""
        self._limits = app.limits
        self._logins = logins
        self._ledger = ledger
        self._keep_days = keep_days
        self._languages = languages
        self._today = today
        self._clock = clock
        self._connect = connect or Connections(app, logins, meter=meter)
        self._known = KnownTracks(self._connect, resolved, budget_s=app.limits.search_s, clock=clock)
        self._remover = Remover(self._connect, ledger, app.limits)
        self._maker = Maker(self._connect, ledger, app.limits, remover=self._remover, known=self._known)
        self._workers = _started(workers)
        self._jobs: dict[str, _Job] = {}
        self._drawing = Lock()
        self._at_once = asyncio.Semaphore(2 * workers)
        self._clocks_agreed = True

    def close(self) -> None:
        """Wait for the playlists that are being made or removed."""
        self._workers.shutdown()
        self._connect.close()

    async def publish(
        self, tape: Tape, *, request_id: str | None = None, owner: str | None = None, language: str = "en"
    ) -> Playlist:
        """Resolve the tracks and make the playlist, or give the one that the same request has made.

        A publish that is cancelled, or takes too long, removes its playlist behind the caller's back.

        Raises:
            SpotifyProblem: There is no playlist; what was begun of it is removed, now or within minutes.
            StorageUnavailable: As above.
        """
        order = Order(tape, request_id or secrets.token_hex(16), owner or BOT, language)
        job = self._jobs.get(order.request_id)
        if job is None:
            job = self._jobs[order.request_id] = _Job(asyncio.create_task(self._publish(order)))
            job.task.add_done_callback(partial(self._finished, order.request_id))
        job.waiting += 1
        try:
            return await asyncio.shield(job.task)
        finally:
            job.waiting -= 1
            if not job.waiting and not job.task.done():
                self._jobs.pop(order.request_id, None)
                job.task.cancel()
                await asyncio.wait({job.task})

    def _finished(self, request_id: str, task: "asyncio.Task[Playlist]") -> None:
        if (job := self._jobs.get(request_id)) and job.task is task:
            del self._jobs[request_id]
        if not task.cancelled():
            task.exception()

    async def gone(self) -> frozenset[int]:
        """Give the keys of tracks that Spotify is known not to have; none where storage does not answer."""
        try:
            return await asyncio.to_thread(self._known.lacking)
        except StorageUnavailable as error:
            logger.warning("What Spotify lacks could not be looked up: %s", error)
            return frozenset()

    async def tend(self) -> None:
        """Remove what lost its maker, and playlists of the bot's account that are older than they are kept.

        What has become as old in an account that is no longer logged in is let go.

        Raises:
            SpotifyProblem: Spotify would not.
            StorageUnavailable: Storage would not.
        """
        self._connect.breaker.check()
        for owner in await self._in_worker(self._logins.owners):
            await self._recover(owner)
        await self._remove_old(before=self._clock() - self._keep_days * DAY_S)

    async def _recover(self, owner: str) -> None:
        """Remove what is not whole: nobody has its link, and the same request may then make it anew."""
        now_s = self._clock()
        abandoned = {"before": now_s - ABANDONED_S, "after": now_s + ABANDONED_S}
        unfinished = await self._in_worker(partial(self._ledger.unfinished, owner, **abandoned))
        due = await self._in_worker(partial(self._remover.due, owner, unfinished))
        for record in [record for record in due if record.playlist_id][:RECOVERED_AT_ONCE]:
            self._connect.breaker.check()
            if await self._in_worker(partial(self._remover.remove, record)):
                logger.info("A playlist that was left unfinished is removed")
        lost, readings = [record for record in due if not record.playlist_id], 0
        while lost and readings < READINGS_AT_ONCE:
            self._connect.breaker.check()
            lost, readings = await self._in_worker(partial(self._remover.search, lost)), readings + 1

    async def _remove_old(self, *, before: float) -> None:
        made = partial(self._ledger.made, BOT, before=before, limit=REMOVED_AT_ONCE)
        if not await self._in_worker(made) or not await self._in_worker(self._clocks_agree):
            return
        for owner in await self._in_worker(self._logins.owners):
            await self._in_worker(partial(self._remover.let_go, owner, before=before))
        old = await self._in_worker(made)
        if not old:
            return
        if await self._in_worker(partial(self._remover.remove_together, old)):
            logger.info("%d playlists older than %d days are removed", len(old), self._keep_days)
            return
        refused = 0
        for record in old:
            refused += not await self._in_worker(partial(self._remover.remove, record))
            if refused == MOST_REFUSED:
                return

    def _clocks_agree(self) -> bool:
        """Ask Spotify what time it is: a clock of ours that runs ahead must not age all playlists away."""
        self._connect(self._limits.making_s).me()
        spotify_s = self._connect.clock.heard_s
        agree = spotify_s is not None and self._clock() - spotify_s < MOST_AHEAD_S
        if not agree and self._clocks_agreed:
            logger.warning("This machine's clock and Spotify's differ: no old playlist is removed until they agree")
        self._clocks_agreed = agree
        return agree

    async def _publish(self, order: Order) -> Playlist:
        try:
            async with asyncio.timeout(self._limits.publish_s), self._at_once:
                resolved = await self._resolve(order.tape)
                return await self._made(order, resolved)
        except TimeoutError as error:
            raise SpotifyUnavailable from error

    async def _resolve(self, tape: Tape) -> Resolved:
        known = await self._in_worker(partial(self._known.look_up, (*tape.tracks, *tape.spares)))
        return await resolve(tape, known=known, find=self._find)

    async def _find(self, tracks: list[Track]) -> list[str | None]:
        gate = asyncio.Semaphore(SEARCHES_PER_TAPE)

        async def find(track: Track) -> str | None:
            async with gate:
                return await self._in_worker(partial(self._known.search, track))

        searches = [asyncio.create_task(find(track)) for track in tracks]
        try:
            return await asyncio.gather(*searches)
        finally:
            for search in searches:
                search.cancel()

    def _title(self, order: Order) -> Title:
        return title_of(order.tape, self._today(), self._languages.words_for(order.language))

    async def _made(self, order: Order, resolved: Resolved) -> Playlist:
        """Make the playlist, or wait for whoever else makes it for the same request."""
        title = await self._in_worker(partial(self._title, order))
        while True:
            tag = secrets.token_hex(6)
            draft = Draft(title, resolved, partial(self._drawn, order.tape, int(tag, 16)))
            record = PlaylistRecord(order.request_id, order.owner, tag, self._clock())
            outcome = await self._make(record, draft)
            if isinstance(outcome, Made):
                held = outcome.held
                return Playlist(_url(outcome.record), held.tracks, held.missing, outcome.covered)
            if outcome.stage is Stage.MADE:
                held_uris = set(outcome.uris)
                return Playlist(_url(outcome), tuple(t for t in resolved.tracks if t.uri in held_uris))
            if outcome.stage is Stage.UNWANTED:
                raise SpotifyUnavailable
            if abs(self._clock() - outcome.started_at) > ABANDONED_S:
                await self._in_worker(partial(self._remover.remove, outcome))
            await asyncio.sleep(LOOK_AGAIN_S)

    async def _make(self, record: PlaylistRecord, draft: Draft) -> Made | PlaylistRecord:
        unwanted = Event()
        job = self._workers.submit(partial(self._maker.make, record, draft, unwanted=unwanted))
        try:
            return await asyncio.wrap_future(job)
        except asyncio.CancelledError:
            unwanted.set()
            job.add_done_callback(self._remove_made)
            raise

    def _remove_made(self, job: "Future[Made | PlaylistRecord]") -> None:
        if job.cancelled() or job.exception():
            return
        made = job.result()
        if not isinstance(made, Made):
            return
        remove = partial(self._remover.remove, made.record)
        try:
            self._workers.submit(remove)
        except RuntimeError:
            remove()

    def _drawn(self, tape: Tape, seed: int, tracks: tuple[Track, ...]) -> bytes:
        """Draw one cover at a time: several at once would only keep the event loop from the interpreter's lock."""
        with self._drawing:
            return cover_of(replace(tape, tracks=tracks), seed=seed)

    async def _in_worker(self, work: Callable[[], T]) -> T:
        return await asyncio.wrap_future(self._workers.submit(work))


def _started(workers: int) -> ThreadPoolExecutor:
    """Start all threads now: each start makes whoever starts it wait, and later that is the event loop."""
    pool, all_there = ThreadPoolExecutor(workers, thread_name_prefix="spotify"), Barrier(workers)
    for started in [pool.submit(all_there.wait) for _ in range(workers)]:
        started.result()
    return pool


def _url(record: PlaylistRecord) -> str:
    return f"{SPOTIFY}/playlist/{record.playlist_id}"
