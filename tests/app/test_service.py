import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest

from app.service import bot_options
from app.settings import load_settings
from tests.app.command import PROGRAM, environment, moodtape
from tests.photos import astronaut, encoded


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(folder, port, **settings):
    service = subprocess.Popen(
        [*PROGRAM, "run"],
        cwd=folder,
        env=environment(WEB_PORT=str(port), **settings),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(port, service)
        yield service
    finally:
        service.kill()
        service.communicate()


def wait_for(port, service):
    for _ in range(300):
        assert service.poll() is None, service.stderr.read()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the page did not start")


def upload(port: int, photo: bytes) -> str:
    boundary = "moodtape-test"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/tape",
        data=head.encode() + photo + f"\r\n--{boundary}--\r\n".encode(),
        headers={"Content-Type": f"multipart/form-data; boundary={boundary}", "Cookie": "photo-notice=agreed"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return response.read().decode()


def test_with_no_configuration_the_page_turns_a_portrait_into_a_tape(tmp_path):
    port = free_port()
    with running(tmp_path, port) as service:
        page = upload(port, encoded(astronaut()))
        service.send_signal(signal.SIGTERM)
        _, log = service.communicate(timeout=20)
    assert "You look mostly happy" in page
    assert "https://open.spotify.com/search/" in page
    assert service.returncode == 0
    assert "Traceback" not in log


def test_health_is_answered(tmp_path):
    port = free_port()
    with running(tmp_path, port), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as response:
        assert json.load(response) == {"status": "ok"}


def test_a_taken_port_is_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = moodtape("run", folder=tmp_path, WEB_PORT=str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "already in use" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", ["none.csv"])
def test_a_missing_catalogue_stops_the_start_with_one_sentence(tmp_path, path):
    done = moodtape("run", folder=tmp_path, CATALOGUE_PATH=path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_photo_without_discord_and_spotify_loads_neither():
    program = (
        "import sys, app.cli, app.compose, app.output; print({'discord', 'spotipy', 'fastapi'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_the_shares_that_were_set_reach_the_bot(tmp_path):
    (tmp_path / ".env").write_text("PERSON_TAPES_PER_HOUR=3\n")
    allowance = bot_options(load_settings(tmp_path / ".env")).allowance

    assert (allowance.person, allowance.server) == (3, 600)
