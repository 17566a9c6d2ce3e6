"""One worker process, seen from its parent. What it says is checked: a photo may have taken it over."""

import json
import logging
import os
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import Any

from pydantic import TypeAdapter

from core import errors
from core.errors import BadPhoto, MoodtapeError, OperatorProblem, PhotoTakesTooLong, ReaderCannotStart
from core.faces import Reading
from emotion.limits import WorkerLimits

logger = logging.getLogger(__name__)

HOME = Path(__file__).resolve().parents[1]
ANSWER_BYTES = 1_000_000
KEPT = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
"""All that a worker gets of the environment: there are secrets in the rest."""

OUT_OF_TIME = (signal.SIGPROF, signal.SIGALRM)
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
GIVES_BACK = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "1048576", "MALLOC_TRIM_THRESHOLD_": "4194304"}
"""Makes glibc return the memory of a large photo; without it a worker stays some 25 MB larger ever after."""


class WorkerLost(Exception):
    """The process ended, or said what it should not, instead of answering."""


@dataclass(frozen=True, slots=True)
class Running:
    """A process, and our end of its socket."""

    process: subprocess.Popen[bytes]
    connection: Connection


class WorkerProcess:
    """One process that reads photos, replaced whenever it is gone; used by one thread at a time."""

    def __init__(self, limits: WorkerLimits, *, program: Sequence[str]) -> None:
        """Take the name of the program's module and what stands behind its limits on the command line."""
        self._limits = limits
        self._program = program
        self._running: Running | None = None
        self._ready = False
        self._readings = TypeAdapter(Reading)

    @property
    def pid(self) -> int | None:
        return self._running.process.pid if self._running else None

    def start(self) -> None:
        """Start the process, unless it runs; it loads its networks while we go on.

        Raises:
            ReaderCannotStart: This machine starts no more processes.
        """
        if self._running and self._running.process.poll() is None:
            return
        self.stop()
        try:
            self._running = _launch(self._program, self._limits)
        except OSError as error:
            raise ReaderCannotStart(error.strerror or "no process") from error

    def wait(self) -> None:
        """Wait until its networks are loaded.

        Raises:
            OperatorProblem: They cannot be.
        """
        if self._ready:
            return
        try:
            problem = _parsed(self._exchange(None, seconds=self._limits.start_s))
        except (WorkerLost, TimeoutError) as error:
            self.stop()
            raise ReaderCannotStart("it ends before it is ready") from error
        if "error" in problem:
            self.stop()
            raise parsed_error(problem)
        self._ready = True

    def read(self, photo: bytes) -> Reading:
        """Read a photo; a process that is lost or stopped over it is replaced at once.

        Raises:
            BadPhoto: It cannot be read, or takes too long.
            WorkerLost: The process ended.
            OperatorProblem: No process can be started.
        """
        self.start()
        self.wait()
        try:
            return self._reading(self._exchange(photo, seconds=self._limits.photo_s))
        except TimeoutError as error:
            self._replace()
            raise PhotoTakesTooLong from error
        except WorkerLost:
            self._replace()
            raise

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._running:
            _kill(self._running.process)
            self._running.process.wait()
            self._running.connection.close()
        self._running, self._ready = None, False

    def kill(self) -> None:
        """End the process from another thread; whoever waits for it finds it lost."""
        if running := self._running:
            _kill(running.process)

    def _replace(self) -> None:
        self.stop()
        self.start()

    def _exchange(self, photo: bytes | None, *, seconds: float) -> bytes:
        """Send a photo, if there is one, and take the answer; kill the process when its time is up."""
        if self._running is None:
            raise WorkerLost
        process, connection = self._running.process, self._running.connection
        until = monotonic() + seconds
        killer = Timer(seconds, _kill, (process,))
        killer.start()
        try:
            if photo is not None:
                _check_silent(connection)
                connection.send_bytes(photo)
            _wait_for_either(process, connection)
            return connection.recv_bytes(ANSWER_BYTES)
        except (EOFError, OSError) as error:
            _kill(process)
            ended_by = -process.wait()
            logger.warning("a worker that reads photos was lost (signal %s) and is replaced", ended_by)
            late = monotonic() >= until or ended_by in OUT_OF_TIME
            raise (TimeoutError if late else WorkerLost) from error
        finally:
            killer.cancel()

    def _reading(self, answer: bytes) -> Reading:
        told = _parsed(answer)
        if "error" in told:
            raise parsed_error(told)
        try:
            return self._readings.validate_python(told.get("reading"))
        except ValueError as error:
            raise WorkerLost from error


def _check_silent(connection: Connection) -> None:
    """An answer that nobody waits for would be taken for the next photo's."""
    ear = select.poll()
    ear.register(connection, select.POLLIN)
    if ear.poll(0):
        raise OSError("spoke without being asked")


def _wait_for_either(process: subprocess.Popen[bytes], connection: Connection) -> None:
    """Wait for an answer, or for the end of a process whose offspring may hold the socket open."""
    end = os.pidfd_open(process.pid)
    try:
        if connection not in wait([connection, end]):
            raise EOFError
    finally:
        os.close(end)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it may have started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _launch(program: Sequence[str], limits: WorkerLimits) -> Running:
    module, *more = program
    ours, theirs = Pipe()
    numbers = (theirs.fileno(), limits.photo_cpu_s, limits.photo_s, limits.memory_bytes)
    with theirs:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-m", module, *map(str, numbers), *more],
            pass_fds=[theirs.fileno()],
            env=_environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    return Running(process, ours)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    paths = [str(HOME), *filter(None, [kept.get("PYTHONPATH")])]
    return kept | ONE_THREAD | GIVES_BACK | {"PYTHONPATH": os.pathsep.join(paths)}


def _parsed(answer: bytes) -> dict[str, Any]:
    try:
        told = json.loads(answer)
    except ValueError as error:
        raise WorkerLost from error
    if not isinstance(told, dict):
        raise WorkerLost
    return told


def parsed_error(told: dict[str, Any]) -> MoodtapeError:
    """Make the error that a worker names, if it is one that a worker may name."""
    kind: Any = getattr(errors, str(told["error"]), None)
    try:
        if not issubclass(kind, BadPhoto | OperatorProblem) or kind.__subclasses__():
            raise WorkerLost
        values = {name: Path(value) if name == "path" else value for name, value in told["told"].items()}
        return kind(**values)
    except (TypeError, KeyError, AttributeError) as error:
        raise WorkerLost from error
