"""The program of one worker process: photos come in over a socket, and readings go back as JSON.

    python -m emotion.worker SOCKET PHOTO_CPU_S PHOTO_S MEMORY_BYTES [YUNET]

It can write to no file, and ends when the socket closes.
"""

import json
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path

from core.errors import BadPhoto, MoodtapeError, OperatorProblem, ReaderCannotStart
from core.faces import Reading

READY = b"{}"

Read = Callable[[bytes], Reading]
Open = Callable[[Path | None], Read]
"""Takes the file of YuNet, where it is to find the faces."""


def main() -> None:
    serve(open_reader)


def serve(open_reader: Open) -> None:
    """Confine this process, open the reader, and answer until the other end closes."""
    socket, photo_cpu_s, photo_s, memory_bytes, *yunet = sys.argv[1:]
    connection = Connection(int(socket))
    confine(int(memory_bytes))
    try:
        read = open_reader(Path(yunet[0]) if yunet else None)
    except OperatorProblem as error:
        connection.send_bytes(told(error))
    except Exception as error:  # noqa: BLE001
        connection.send_bytes(told(ReaderCannotStart(type(error).__name__)))
    else:
        connection.send_bytes(READY)
        answer_all(connection, read, cpu_s=float(photo_cpu_s), clock_s=float(photo_s))


def confine(memory_bytes: int) -> None:
    """Bound this process's memory, and keep what it holds out of files; its parent alone may end it."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, signal.SIG_IGN)


def answer_all(connection: Connection, read: Read, *, cpu_s: float, clock_s: float) -> None:
    """Answer photo after photo; the kernel ends this process over one that takes too long, parent or no parent."""
    while True:
        try:
            photo = connection.recv_bytes()
            signal.setitimer(signal.ITIMER_PROF, cpu_s)
            signal.setitimer(signal.ITIMER_REAL, clock_s)
            answer = _answer(photo, read)
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            connection.send_bytes(answer)
        except (EOFError, OSError):
            return


def told(error: MoodtapeError) -> bytes:
    return json.dumps({"error": type(error).__name__, "told": vars(error)}, default=str).encode()


def open_reader(yunet: Path | None) -> Read:
    import cv2

    from emotion.limits import PhotoLimits
    from emotion.reader import load_networks, read_photo

    cv2.setNumThreads(1)
    networks, limits = load_networks(yunet=yunet), PhotoLimits()
    return lambda photo: read_photo(photo, networks=networks, limits=limits)


def _answer(photo: bytes, read: Read) -> bytes:
    try:
        return json.dumps({"reading": asdict(read(photo))}).encode()
    except BadPhoto as error:
        return told(error)


if __name__ == "__main__":
    main()
