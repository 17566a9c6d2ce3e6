"""The three ports of a tape with a stopwatch around each; the rooms behind them know nothing of it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter

from app.logs import in_request
from app.metrics import Metrics, Stage
from core.errors import SpotifyProblem, SpotifyRateLimited, StorageUnavailable
from core.faces import Reading
from core.music import Playlist, Tape
from core.ports import EmotionReader, PlaylistPublisher, Recommender, Services, TapeRequest

logger = logging.getLogger(__name__)


def measured(services: Services, metrics: Metrics, *, readers: int) -> Services:
    """Count what passes through; `readers` is how many photos are read at a time."""
    return replace(
        services,
        reader=MeasuredReader(services.reader, metrics, readers=readers),
        recommender=MeasuredRecommender(services.recommender, metrics),
        publisher=MeasuredPublisher(services.publisher, metrics),
        meter=metrics,
    )


class MeasuredReader:
    """Counts photos and faces, and how long a photo waits."""

    def __init__(self, reader: EmotionReader, metrics: Metrics, *, readers: int) -> None:
        self._reader = reader
        self._metrics = metrics
        self._readers = readers
        self._photos = 0

    async def read(self, photo: bytes) -> Reading:
        in_request()
        start_s = perf_counter()
        with self._counted():
            reading = await self._reader.read(photo)
        seconds = perf_counter() - start_s
        self._metrics.has_read(reading, seconds=seconds)
        _log(Stage.READ, seconds, faces=len(reading.faces), level=logging.DEBUG)
        return reading

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._change(1)
        try:
            yield
        finally:
            self._change(-1)

    def _change(self, by: int) -> None:
        self._photos += by
        self._metrics.holds_photos(self._photos, readers=self._readers)


class MeasuredRecommender:
    def __init__(self, recommender: Recommender, metrics: Metrics) -> None:
        self._recommender = recommender
        self._metrics = metrics

    async def pick(self, request: TapeRequest) -> Tape:
        in_request()
        start_s = perf_counter()
        tape = await self._recommender.pick(request)
        seconds = perf_counter() - start_s
        self._metrics.took(Stage.PICK, seconds)
        _log(Stage.PICK, seconds, tracks=len(tape.tracks))
        return tape


class MeasuredPublisher:
    """Counts playlists, why there is none, and how long Spotify wants to be left alone."""

    def __init__(self, publisher: PlaylistPublisher, metrics: Metrics) -> None:
        self._publisher = publisher
        self._metrics = metrics

    async def publish(
        self, tape: Tape, *, request_id: str | None = None, owner: str | None = None, language: str = "en"
    ) -> Playlist | None:
        start_s = perf_counter()
        with self._refusals():
            playlist = await self._publisher.publish(tape, request_id=request_id, owner=owner, language=language)
        if playlist is not None:
            seconds = perf_counter() - start_s
            self._metrics.took(Stage.PUBLISH, seconds)
            _log(Stage.PUBLISH, seconds, tracks=len(playlist.tracks))
        return playlist

    async def gone(self) -> frozenset[int]:
        return await self._publisher.gone()

    async def tend(self) -> None:
        await self._publisher.tend()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except (SpotifyProblem, StorageUnavailable) as problem:
            self._metrics.refused(problem)
            if isinstance(problem, SpotifyRateLimited):
                self._metrics.spotify_asks_to_wait(problem.retry_after_s)
            raise


def _log(stage: Stage, seconds: float, *, level: int = logging.INFO, **counts: int) -> None:
    logger.log(
        level, "%s done in %.0f ms", stage, seconds * 1e3, extra={"stage": stage, "ms": round(seconds * 1e3)} | counts
    )
