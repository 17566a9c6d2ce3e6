"""A worker process without networks, that does what a photo tells it.

python -m tests.fakes.worker SOCKET PHOTO_CPU_S PHOTO_S MEMORY_BYTES
"""

import os
import signal
import time
from pathlib import Path
from typing import Any

from core.errors import DamagedPhoto, ModelMissing
from core.faces import Reading
from emotion.worker import Read, serve


def read(photo: bytes) -> Reading:
    """Obey the first word of a photo; any other photo is 640 x 480 px without a face."""
    command, _, value = photo[:1_000].decode(errors="replace").partition(" ")
    if command in COMMANDS:
        COMMANDS[command](value)
    return Reading(os.getpid() if command == "pid" else 640, len(os.environ.get(value, "")), ())


def _damaged(_: str) -> None:
    raise DamagedPhoto


def _spin(_: str) -> None:
    while True:
        pass


def _crash(_: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _orphan(_: str) -> None:
    """End, and leave a child behind that holds the socket."""
    if os.fork():
        os._exit(1)
    time.sleep(600)


def _once(path: str) -> None:
    """Say that the photo has arrived, and never answer; the second time, answer."""
    if not Path(path).exists():
        Path(path).touch()
        time.sleep(600)


COMMANDS: dict[str, Any] = {
    "damaged": _damaged,
    "spin": _spin,
    "sleep": lambda _: time.sleep(600),
    "crash": _crash,
    "orphan": _orphan,
    "eat": lambda _: bytearray(4 << 30),
    "write": lambda path: Path(path).write_bytes(b"a face"),
    "once": _once,
    "wait": lambda seconds: time.sleep(float(seconds)),
}


def open_reader(_: Path | None) -> Read:
    if "no-networks" in os.environ.get("LANG", ""):
        raise ModelMissing(Path("nowhere/face.tflite"))
    return read


if __name__ == "__main__":
    serve(open_reader)
