"""What the operating system or the interpreter can do: quieten native libraries, hide this process, keep it steady."""

import ctypes
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PR_SET_DUMPABLE = 4


@contextmanager
def quiet_native_stderr() -> Iterator[None]:
    """Send what is written to file descriptor 2 nowhere; LiteRT has no switch for its one line at load.

    For the start of a process only, before other threads write there.
    """
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def hide_memory_and_environment() -> None:
    """Keep other processes of the same user, such as a reader that a photo took over, from looking into this one.

    Linux only, and without effect on root; elsewhere nothing happens. Source: prctl(2).
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def settle_objects() -> None:
    """Leave what is loaded by now out of the garbage collector's rounds: with all modules, one stops all for .1 s."""
    gc.collect()
    gc.freeze()
