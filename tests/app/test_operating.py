"""The service as an operator meets it: its own port, its metrics, its log."""

import json
import signal
import urllib.request

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
