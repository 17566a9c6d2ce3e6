"""What is counted, in Prometheus' terms; every label has few values, and none of them is a person."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from resource import getpagesize
from time import monotonic

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from core.errors import MoodtapeError, OperatorProblem
from core.faces import Reading
from core.metrics import Acknowledgement

STAGE_BUCKETS_S = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)
ACKNOWLEDGE_BUCKETS_S = (0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 2.5, 3)
LAG_BUCKETS_S = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5)
FACES_BUCKETS = (0, 1, 2, 3, 5, 10, 20)
LAG_EVERY_S = 1.0


class Stage(StrEnum):
    """A part of the way from a photo to a playlist; `READ` is all of the first four together."""

    WAIT = "wait"
    DECODE = "decode"
    DETECT = "detect"
    CLASSIFY = "classify"
    READ = "read"
    PICK = "pick"
    PUBLISH = "publish"


class Metrics:
    """Everything that `/metrics` shows, in a registry of its own; safe from many threads."""

    def __init__(self, *, clock: Callable[[], float] = monotonic) -> None:
        self.registry = registry = CollectorRegistry()
        self._clock = clock
        self._spotify_waits_until_s = 0.0
        self._connected = False
        self._stages = Histogram(
            "moodtape_stage_seconds",
            "How long each stage of a request took.",
            ["stage"],
            buckets=STAGE_BUCKETS_S,
            registry=registry,
        )
        self._faces = Histogram(
            "moodtape_faces_per_photo",
            "Faces found in each photo that could be read.",
            buckets=FACES_BUCKETS,
            registry=registry,
        )
        self._reading = Gauge("moodtape_photos_reading", "Photos that a reader has now.", registry=registry)
        self._waiting = Gauge("moodtape_photos_waiting", "Photos that wait for a reader now.", registry=registry)
        self._refusals = Counter(
            "moodtape_refusals",
            "What people were told instead of what they asked for, by error.",
            ["error"],
            registry=registry,
        )
        self._spotify = Histogram(
            "moodtape_spotify_seconds",
            "How long Spotify took to answer, each attempt by itself.",
            ["operation", "outcome"],
            buckets=STAGE_BUCKETS_S,
            registry=registry,
        )
        self._acknowledged = Histogram(
            "moodtape_discord_acknowledge_seconds",
            "How long Discord took to take the word that an answer will come; after 3 s it is too late.",
            ["outcome"],
            buckets=ACKNOWLEDGE_BUCKETS_S,
            registry=registry,
        )
        self._lag = Histogram(
            "moodtape_loop_lag_seconds",
            "How much later than asked the event loop woke.",
            buckets=LAG_BUCKETS_S,
            registry=registry,
        )
        self._login_ends = Gauge(
            "moodtape_spotify_login_ends_seconds",
            "When the bot's login at Spotify ends, in seconds since 1970; 0 where that is not known.",
            registry=registry,
        )
        ProcessCollector(registry=registry)
        self._show_state()
        self._begin_at_zero()

    def _show_state(self) -> None:
        states = {
            "moodtape_spotify_wait_seconds": ("How long Spotify is left alone from now.", lambda: self.spotify_wait_s),
            "moodtape_discord_connected": ("1 while Discord's gateway is connected.", lambda: self._connected),
        }
        for name, (told, state) in states.items():
            Gauge(name, told, registry=self.registry).set_function(state)

    def _begin_at_zero(self) -> None:
        """Show what was never counted too: its first step is then seen."""
        for kind in _leaves(MoodtapeError):
            self._refusals.labels(kind.__name__)
        for stage in Stage:
            self._stages.labels(stage)
        for outcome in Acknowledgement:
            self._acknowledged.labels(outcome)

    @property
    def spotify_wait_s(self) -> float:
        """How long Spotify asked to be left alone from now; 0 where it did not."""
        return max(0.0, self._spotify_waits_until_s - self._clock())

    @property
    def is_discord_connected(self) -> bool:
        return self._connected

    def took(self, stage: Stage, seconds: float) -> None:
        self._stages.labels(stage).observe(seconds)

    def has_read(self, reading: Reading, *, seconds: float) -> None:
        """Count a photo that was read: its faces, its stages, and what is left for waiting."""
        timings = reading.timings
        stages_ms = {
            Stage.DECODE: timings.decode_ms,
            Stage.DETECT: timings.detect_ms,
            Stage.CLASSIFY: timings.classify_ms,
        }
        for stage, took_ms in stages_ms.items():
            self.took(stage, took_ms / 1e3)
        self.took(Stage.READ, seconds)
        self.took(Stage.WAIT, max(0.0, seconds - sum(stages_ms.values()) / 1e3))
        self._faces.observe(len(reading.faces))

    def holds_photos(self, count: int, *, readers: int) -> None:
        """Tell how many photos are with so many readers or wait for one."""
        self._reading.set(min(count, readers))
        self._waiting.set(max(0, count - readers))

    def refused(self, error: Exception) -> None:
        self._refusals.labels(type(error).__name__).inc()

    def spotify_answered(self, operation: str, *, outcome: str, seconds: float) -> None:
        self._spotify.labels(operation, outcome).observe(seconds)

    def spotify_asks_to_wait(self, seconds: float) -> None:
        self._spotify_waits_until_s = max(self._spotify_waits_until_s, self._clock() + seconds)

    def spotify_login_ends(self, day: date | None) -> None:
        self._login_ends.set(datetime.combine(day, time.min, UTC).timestamp() if day else 0)

    def discord_acknowledged(self, outcome: Acknowledgement, *, seconds: float) -> None:
        self._acknowledged.labels(outcome).observe(seconds)

    def discord_connected(self, connected: bool) -> None:
        self._connected = connected

    def loop_lagged(self, seconds: float) -> None:
        self._lag.observe(seconds)

    def watch_memory(self, pids: Callable[[], Iterable[int]]) -> None:
        """Show what the processes that read photos hold in memory."""
        memory = Gauge(
            "moodtape_readers_memory_bytes",
            "Resident memory of the processes that read photos, all together.",
            registry=self.registry,
        )
        memory.set_function(lambda: sum(map(resident_bytes, pids())))


def _leaves(kind: type[MoodtapeError]) -> Iterator[type[MoodtapeError]]:
    """Give what people can be told."""
    kinds = [more for more in kind.__subclasses__() if more is not OperatorProblem]
    if not kinds:
        yield kind
    for more in kinds:
        yield from _leaves(more)


def resident_bytes(pid: int) -> int:
    """Ask the kernel what a process holds in memory; 0 where it is gone or the kernel does not say."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * getpagesize()
    except (OSError, IndexError, ValueError):
        return 0


async def watch_loop(metrics: Metrics, stop: asyncio.Event, *, every_s: float = LAG_EVERY_S) -> None:
    """Measure once a second, until `stop` is set, how late the event loop is."""
    while not stop.is_set():
        asked_s = monotonic()
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every_s)
            return
        metrics.loop_lagged(max(0.0, monotonic() - asked_s - every_s))
