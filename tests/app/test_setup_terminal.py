"""`moodtape setup` as people meet it: in a terminal of its own."""

import asyncio
import fcntl
import os
import pty
import signal
import stat
import subprocess
import sys
import termios
from contextlib import suppress
from pathlib import Path
from select import select
from time import sleep

import pytest
from discord.http import Route

from tests.app.command import PROGRAM, environment
from tests.fakes.discord import APPLICATION_ID, TOKEN, FakeDiscord
from tests.fakes.spotify import FakeSpotify
from tests.tables import spread_table

pytestmark = pytest.mark.slow

LIMIT_S = 20
THINKING_S = 0.3
"""Nobody answers at once; and Python misses a Ctrl-C between showing a prompt and reading from it."""
CTRL_C = "\x03"


SETUP = (*PROGRAM, "setup")
CLIENT_ID = "0123456789abcdef0123456789abcdef"


def _at_a_terminal() -> None:
    """Give the program what a terminal's shell would: also where whoever runs the tests ignores Ctrl-C."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def typed(*keys: str, folder: Path, program: tuple[str, ...] = SETUP) -> tuple[int, str]:
    """Type one key at each prompt; gives the exit status and all that the terminal shows."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        program,
        cwd=folder,
        env=environment(),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_at_a_terminal,
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


async def test_a_newcomer_answers_everything_and_gets_the_invitation(tmp_path):
    (tmp_path / "songs.csv").write_bytes(spread_table(5))
    keys = [f"{TOKEN}\n", f"{CLIENT_ID}\n", "songs.csv\n", "n\n", "mood.example.org\n"]
    async with FakeDiscord():
        with FakeSpotify() as spotify:
            spotify.accounts.client_id = CLIENT_ID
            program = (sys.executable, "-m", "tests.app.setup_with_fakes", Route.BASE, spotify.accounts_url)
            status, shown = await asyncio.to_thread(typed, *keys, folder=tmp_path, program=program)
    assert status == 0
    assert f"client_id={APPLICATION_ID}" in shown.split("Next:")[1]
    assert TOKEN not in shown
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600
    assert (tmp_path / ".env").read_text().splitlines() == [
        f"DISCORD_TOKEN={TOKEN}",
        f"SPOTIFY_CLIENT_ID={CLIENT_ID}",
        f"CATALOGUE_PATH={tmp_path}/songs.csv",
        "WEB_ALLOWED_HOSTS=mood.example.org",
    ]
