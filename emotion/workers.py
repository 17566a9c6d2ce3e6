"""A bounded pool of processes that read photos: what a photo can break is a worker, and a worker is replaced."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from queue import LifoQueue
from threading import Timer

from core.errors import Busy, PhotoCrashesReader, PhotoTooHeavy, ReaderCannotStart
from core.faces import Reading
from emotion.limits import PhotoLimits, WorkerLimits
from emotion.process import WorkerLost, WorkerProcess

MAX_WAITING = 60
"""Photos that may wait, in memory, to be read; whoever receives photos bounds those that are still arriving."""

MAX_WAITING_BYTES = 250_000_000
SECONDS_A_PHOTO = 0.1
GRACE_S = 2.0
RESTART_S = 30.0
ATTEMPTS = 2


class PhotoWorkers:
    """Reads photos in worker processes, each fed by a thread of its own; the photo lives in memory only."""

    def __init__(
        self,
        *,
        workers: int = 2,
        limits: PhotoLimits | None = None,
        worker_limits: WorkerLimits | None = None,
        max_waiting: int = MAX_WAITING,
        max_waiting_bytes: int = MAX_WAITING_BYTES,
        program: Sequence[str] = ("emotion.worker",),
    ) -> None:
        self._limits = limits or PhotoLimits()
        bounds = worker_limits or WorkerLimits()
        self._workers = [WorkerProcess(bounds, program=program) for _ in range(workers)]
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="reader")
        self._max_waiting = max_waiting
        self._max_waiting_bytes = max_waiting_bytes
        self._waiting = 0
        self._waiting_bytes = 0
        self._closing = False
        self._free: LifoQueue[WorkerProcess] = LifoQueue()
        for worker in reversed(self._workers):
            self._free.put(worker)

    def start(self, workers: int) -> None:
        """Start so many processes without waiting for them; the others start with their first photo.

        Raises:
            ReaderCannotStart: This machine starts no more processes.
        """
        for worker in self._workers[:workers]:
            worker.start()

    def wait(self) -> None:
        """Wait until what was started is ready.

        Raises:
            OperatorProblem: A network is missing or broken, or the process ends before it is ready.
        """
        for worker in self._workers:
            if worker.pid:
                worker.wait()

    @property
    def pids(self) -> list[int]:
        return [worker.pid for worker in self._workers if worker.pid]

    async def read(self, photo: bytes) -> Reading:
        """Read a photo in a worker; waits for a free one.

        Raises:
            BadPhoto: The bytes are not a photo that can be read, or reading them takes too long or crashes.
            Busy: Too many photos wait already.
            OperatorProblem: No worker can be started.
        """
        if len(photo) > self._limits.size_bytes:
            raise PhotoTooHeavy(len(photo), self._limits.size_bytes)
        with self._counted(len(photo)):
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, photo)

    def close(self) -> None:
        """Give what is being read two seconds, take nothing more, and leave no process behind."""
        self._closing = True
        killer = Timer(GRACE_S, self._kill)
        killer.start()
        self._threads.shutdown(wait=True, cancel_futures=True)
        killer.cancel()
        for worker in self._workers:
            worker.stop()

    def _kill(self) -> None:
        for worker in self._workers:
            worker.kill()

    @contextmanager
    def _counted(self, size_bytes: int) -> Iterator[None]:
        if self._waiting >= self._max_waiting or self._waiting_bytes + size_bytes > self._max_waiting_bytes:
            raise Busy(retry_after_s=self._waiting * SECONDS_A_PHOTO)
        self._waiting += 1
        self._waiting_bytes += size_bytes
        try:
            yield
        finally:
            self._waiting -= 1
            self._waiting_bytes -= size_bytes

    def _read(self, photo: bytes) -> Reading:
        worker = self._free.get()
        try:
            return self._attempts(worker, photo)
        finally:
            self._free.put(worker)

    def _attempts(self, worker: WorkerProcess, photo: bytes) -> Reading:
        """Try a photo in two processes at most, and allow for one that does not even start."""
        lost, problem = 0, None
        for _ in range(ATTEMPTS + 1):
            if self._closing:
                raise Busy(retry_after_s=RESTART_S)
            try:
                return worker.read(photo)
            except WorkerLost:
                lost += 1
                if lost == ATTEMPTS:
                    break
            except ReaderCannotStart as error:
                problem = error
        raise problem or PhotoCrashesReader
