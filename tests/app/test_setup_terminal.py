"""`moodtape setup` as people meet it: in a terminal of its own."""

import fcntl
import os
import pty
import subprocess
import termios
from contextlib import suppress
from pathlib import Path
from select import select
from time import sleep

import pytest

from tests.app.command import PROGRAM, environment

pytestmark = pytest.mark.slow

LIMIT_S = 20
THINKING_S = 1.0
"""Nobody answers at once; and Python misses a Ctrl-C between showing a prompt and reading from it."""
CTRL_C = "\x03"


def typed(*keys: str, folder: Path) -> tuple[int, str]:
    """Type one key at each prompt; gives the exit status and all that the terminal shows."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [*PROGRAM, "setup"],
        cwd=folder,
        env=environment(),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    left, shown, seen = list(keys), "", 0
    with suppress(OSError):
        while select([ours], [], [], LIMIT_S)[0] and (chunk := os.read(ours, 4096)):
            shown += chunk.decode()
            if left and shown[seen:].endswith(": "):
                seen = len(shown)
                sleep(THINKING_S)
                os.write(ours, left.pop(0).encode())
    os.close(ours)
    return command.wait(timeout=LIMIT_S), shown


def test_enter_alone_sets_nothing_up_and_says_how_to_go_on(tmp_path):
    status, shown = typed("\n", "\n", "\n", "\n", folder=tmp_path)
    assert "moodtape run" in shown
    assert status == 0
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_is_one_sentence(tmp_path):
    status, shown = typed("\n", CTRL_C, folder=tmp_path)
    assert "Stopped." in shown
    assert "Traceback" not in shown
    assert status == 130
