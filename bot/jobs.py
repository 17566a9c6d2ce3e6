"""One job for each person, a bounded line for all of them, and a graceful end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from core.errors import Busy

logger = logging.getLogger(__name__)

AT_ONCE = 8
"""Jobs that are served at the same time; they mostly wait for a worker, a download or Spotify."""

LONGEST_LINE = 200
JOB_LIMIT_S = 600
"""Well inside the 15 minutes for which Discord takes an answer."""
FIRST_GUESS_S = 3.0
NEWEST_COUNTS = 0.2
"""How much the newest job moves the average of how long one takes."""

T = TypeVar("T")


class AlreadyAsked(Exception):
    """The person's last job still runs."""


class Stopping(Exception):
    """The process is about to end: no new job is taken, and this one is not finished."""


class Cancelled(Exception):
    """The person no longer wants it."""


class Job:
    """One person's place in the line, and their work once they are called.

    Attributes:
        ended: Why the work was stopped from outside; None if it was not.
        stage, outcome: What it did last and how it went, for the log.
    """

    def __init__(self, person_id: int, *, wait_s: Callable[["Job"], float]) -> None:
        self.person_id = person_id
        self.called = asyncio.Event()
        self.ended: type[Stopping] | type[Cancelled] | None = None
        self.stage = "waiting"
        self.outcome = "Unanswered"
        self.holder = asyncio.current_task()
        self.arrived_s = asyncio.get_running_loop().time()
        self.called_s: float | None = None
        self._wait_s = wait_s
        self._work: asyncio.Task[object] | None = None

    @property
    def wait_s(self) -> float:
        """How long it is likely to wait before it is called; 0 once it is."""
        return 0 if self.called.is_set() else self._wait_s(self)

    def call(self, *, now_s: float) -> None:
        if not self.called.is_set():
            self.called_s = now_s
            self.called.set()

    def end(self, why: type[Stopping] | type[Cancelled]) -> bool:
        """Stop the work, and say whether there was any to stop; the first reason counts."""
        if self.ended or (self._work and self._work.done()):
            return False
        self.ended = why
        if self._work:
            self._work.cancel()
        return True

    async def run(self, work: Callable[[], Awaitable[T]], *, limit_s: float) -> T:
        """Wait to be called, then do the work, all within `limit_s`.

        Raises:
            TimeoutError: It took longer.
            Cancelled: The person no longer wants it.
            Stopping: The process is about to end.
        """

        async def in_turn() -> T:
            async with asyncio.timeout(limit_s):
                await self.called.wait()
                return await work()

        if self.ended:
            raise self.ended
        task = asyncio.create_task(in_turn(), name="mood-job")
        self._work = task
        try:
            result = await task
        except asyncio.CancelledError:
            if self.ended is None:
                raise
            self.outcome = self.ended.__name__
            raise self.ended from None
        except Exception as error:
            self.outcome = type(error).__name__
            raise
        self.outcome = "Answered"
        return result


class Jobs:
    """Knows who is being served, who waits, and for about how long."""

    def __init__(self, *, at_once: int = AT_ONCE, longest_line: int = LONGEST_LINE) -> None:
        self._at_once = at_once
        self._longest_line = longest_line
        self._jobs: dict[int, Job] = {}
        self._presses: set[tuple[int, asyncio.Task[Any] | None]] = set()
        self._average_s = FIRST_GUESS_S
        self.stopping = False

    @contextmanager
    def hold(self, person_id: int) -> Iterator[Job]:
        """Give a person the last place in the line, until the current task has answered them.

        Raises:
            AlreadyAsked: They have a job already.
            Stopping: No new one is taken.
            Busy: The line is full; it holds as long as the line now takes.
        """
        if self.stopping:
            raise Stopping
        if person_id in self._jobs:
            raise AlreadyAsked
        if len(self._jobs) >= self._at_once + self._longest_line:
            raise Busy(self._until(self._longest_line))
        job = self._jobs[person_id] = Job(person_id, wait_s=self._wait_s)
        self._call_next()
        try:
            yield job
        except Exception as error:
            job.outcome = type(error).__name__
            raise
        finally:
            del self._jobs[person_id]
            self._learn(job)
            self._call_next()

    @contextmanager
    def press(self, person_id: int) -> Iterator[None]:
        """Note that the current task does something for a person without a place in the line."""
        press = (person_id, asyncio.current_task())
        self._presses.add(press)
        try:
            yield
        finally:
            self._presses.discard(press)

    def cancel(self, person_id: int) -> bool:
        """Stop a person's waiting or running job; say whether there was one."""
        job = self._jobs.get(person_id)
        return job is not None and job.end(Cancelled)

    async def cancelled(self, person_id: int, *, limit_s: float = 10) -> None:
        """Stop a person's job, and wait until nothing runs for them any more but the current task."""
        self.cancel(person_id)
        self._presses.discard((person_id, asyncio.current_task()))
        job = self._jobs.get(person_id)
        running = {task for who, task in self._presses if who == person_id} | {job.holder if job else None}
        if tasks := {task for task in running if task}:
            await asyncio.wait(tasks, timeout=limit_s)

    async def drain(self, *, limit_s: float, grace_s: float = 3) -> None:
        """End waiting jobs, let called ones finish for `limit_s`, then end them; all get `grace_s` to say so."""
        self.stopping = True
        for job in self._jobs.values():
            if not job.called.is_set():
                job.end(Stopping)
        await self._answered(limit_s)
        for job in self._jobs.values():
            job.end(Stopping)
        await self._answered(grace_s)

    async def _answered(self, limit_s: float) -> None:
        holders = {job.holder for job in self._jobs.values() if job.holder}
        if holders:
            await asyncio.wait(holders, timeout=limit_s)

    def _call_next(self) -> None:
        now_s = asyncio.get_running_loop().time()
        for job in islice(self._jobs.values(), 0 if self.stopping else self._at_once):
            job.call(now_s=now_s)

    def _wait_s(self, job: Job) -> float:
        ahead = list(self._jobs).index(job.person_id)
        return self._until(ahead - self._at_once + 1)

    def _until(self, place: int) -> float:
        """Estimate when the job in this place of the line (1 is next) is called."""
        return self._average_s * place / self._at_once

    def _learn(self, job: Job) -> None:
        now_s = asyncio.get_running_loop().time()
        took_s = now_s - job.called_s if job.called_s is not None else 0.0
        if job.called_s is not None and job.ended is None:
            self._average_s += NEWEST_COUNTS * (took_s - self._average_s)
        waited_s = now_s - job.arrived_s - took_s
        told = {"outcome": job.outcome, "stage": job.stage, "waited_s": round(waited_s, 2), "took_s": round(took_s, 2)}
        logger.info("job %s", " ".join(f"{name}={value}" for name, value in told.items()), extra=told)
