"""Turns a tape into a playlist of the bot's own account."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial

from core.errors import SpotifyUnavailable, TracksNotOnSpotify
from core.metrics import Meter
from core.music import SPOTIFY, Playlist, Tape, Track
from spotify.app import SpotifyApp
from spotify.client import Connector
from spotify.playlists import Draft, Maker, draft
from spotify.search import TrackFinder
from spotify.stores import TokenStore

ABOUT = "Made by Moodtape from a mood."
SEARCHES_PER_TAPE = 4


class SpotifyPublisher:
    """Makes public playlists in a few worker threads; a tape holds one worker at most ten seconds at a time."""

    def __init__(
        self,
        app: SpotifyApp,
        store: TokenStore,
        *,
        workers: int = 8,
        today: Callable[[], date] = date.today,
        meter: Meter | None = None,
    ) -> None:
        self._limits = app.limits
        self._today = today
        self._connect = Connector(app, store, meter=meter)
        self._maker = Maker(self._connect, app.limits)
        self._finder = TrackFinder(self._connect, budget_s=app.limits.search_s)
        self._workers = ThreadPoolExecutor(workers, thread_name_prefix="spotify")

    def close(self) -> None:
        """Wait for the playlists that are being made or removed, and try once more what could not be removed."""
        self._workers.shutdown()
        self._maker.sweep()
        self._connect.close()

    async def publish(self, tape: Tape) -> Playlist:
        """Resolve the tracks and make the playlist.

        A publish that is cancelled, or takes too long, removes its playlist behind the caller's back.

        Raises:
            SpotifyProblem: There is no playlist, and nothing is left behind.
        """
        try:
            async with asyncio.timeout(self._limits.publish_s):
                tracks, missing = await self._resolve(tape.tracks)
                playlist_id = await self._make(draft(self._name(tape), ABOUT, tuple(str(t.uri) for t in tracks)))
        except TimeoutError as error:
            raise SpotifyUnavailable from error
        return Playlist(f"{SPOTIFY}/playlist/{playlist_id}", tracks, missing)

    async def _resolve(self, tracks: tuple[Track, ...]) -> tuple[tuple[Track, ...], tuple[Track, ...]]:
        uris = await self._uris(tracks)
        found: dict[str, Track] = {}
        missing: list[Track] = []
        for track, uri in zip(tracks, uris, strict=True):
            if uri:
                found.setdefault(uri, replace(track, uri=uri))
            else:
                missing.append(track)
        if not found:
            raise TracksNotOnSpotify
        return tuple(found.values()), tuple(missing)

    async def _uris(self, tracks: tuple[Track, ...]) -> list[str | None]:
        gate = asyncio.Semaphore(SEARCHES_PER_TAPE)

        async def resolve(track: Track) -> str | None:
            async with gate:
                return await asyncio.wrap_future(self._workers.submit(self._finder.uri, track))

        searches = [asyncio.create_task(resolve(track)) for track in tracks]
        try:
            return await asyncio.gather(*searches)
        finally:
            for search in searches:
                search.cancel()

    async def _make(self, wanted: Draft) -> str:
        job = self._workers.submit(self._maker.make, wanted)
        try:
            return await asyncio.wrap_future(job)
        except asyncio.CancelledError:
            job.add_done_callback(self._remove_made)
            raise

    def _remove_made(self, job: Future[str]) -> None:
        if job.cancelled() or job.exception():
            return
        remove = partial(self._maker.remove, job.result())
        try:
            self._workers.submit(remove)
        except RuntimeError:
            remove()

    def _name(self, tape: Tape) -> str:
        today = self._today()
        return f"Moodtape: {tape.mood.name.value}, {today.day} {today:%B %Y}"
