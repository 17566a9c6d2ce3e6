"""The service as an operator meets it: its own port, its metrics, its log."""

import json
import signal
import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError

import pytest

from tests.app.command import moodtape
from tests.app.test_service import free_port, running, upload, wait_for
from tests.photos import astronaut, encoded

pytestmark = pytest.mark.slow


def read(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return answer.read().decode()


def samples(text: str) -> dict[str, float]:
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in lines}


def test_a_tape_is_counted_on_the_operators_port_and_logged_as_json(tmp_path):
    port, own_port = free_port(), free_port()
    with running(tmp_path, port, METRICS_PORT=str(own_port), LOG_FORMAT="json") as service:
        wait_for(own_port, service)
        upload(port, encoded(astronaut()))
        ready, counted = json.loads(read(own_port, "/readyz")), samples(read(own_port, "/metrics"))
        service.send_signal(signal.SIGTERM)
        _, log = service.communicate(timeout=20)
    lines = [json.loads(line) for line in log.splitlines()]
    assert ready == {"ready": True, "checks": {"networks": "ready", "catalogue": "ready"}}
    assert counted['moodtape_stage_seconds_count{stage="detect"}'] == 1
    assert counted["moodtape_readers_memory_bytes"] > 50_000_000
    assert [line["stage"] for line in lines if "stage" in line] == ["pick"]


def answered(port: int, photo: bytes) -> tuple[int, str]:
    try:
        return 200, upload(port, photo)
    except HTTPError as refused:
        return refused.code, refused.read().decode()


def photos_with_readers(port: int) -> float:
    return samples(read(port, "/metrics"))["moodtape_photos_reading"]


def test_sigterm_while_photos_are_read_answers_everybody_and_leaves_nothing_behind(tmp_path):
    port, own_port = free_port(), free_port()
    photo = encoded(astronaut().resize((4000, 4000)))
    settings = {"METRICS_PORT": str(own_port), "LOG_FORMAT": "json"}
    with running(tmp_path, port, **settings) as service, ThreadPoolExecutor(6) as people:
        wait_for(own_port, service)
        waiting = [people.submit(answered, port, photo) for _ in range(6)]
        while not photos_with_readers(own_port):
            pass
        service.send_signal(signal.SIGTERM)
        answers = [one.result(timeout=30) for one in waiting]
        _, log = service.communicate(timeout=20)
    assert {status for status, _ in answers} <= {200, 503}
    assert all("You look mostly" in page or "again in a minute" in page for _, page in answers)
    assert [line["level"] for line in map(json.loads, log.splitlines()) if line["level"] != "INFO"] == []
    assert service.returncode == 0


def test_what_is_no_http_is_a_json_line_too(tmp_path):
    port = free_port()
    with running(tmp_path, port, LOG_FORMAT="json", LOG_LEVEL="DEBUG") as service:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(b"\x16\x03\x01 not http\r\n\r\n")
            line.recv(1000)
        service.send_signal(signal.SIGTERM)
        _, log = service.communicate(timeout=20)
    loggers = {json.loads(line)["logger"] for line in log.splitlines()}
    assert "uvicorn.error" in loggers


def test_a_page_for_this_machine_shows_them_too(tmp_path):
    port = free_port()
    with running(tmp_path, port):
        assert json.loads(read(port, "/readyz"))["ready"]
        assert "moodtape_photos_waiting 0.0" in read(port, "/metrics")


def test_a_taken_metrics_port_is_one_sentence(tmp_path):
    port = str(free_port())
    done = moodtape("run", folder=tmp_path, WEB_PORT=port, METRICS_PORT=port)
    assert done.returncode == 2
    assert "METRICS_PORT" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
