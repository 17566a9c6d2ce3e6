"""compose.yaml, the scrape configuration and the dashboard name what is there."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.metrics import Metrics
from app.settings import Settings, load_settings
from tests.fakes.errors import leaves

ROOT = Path(__file__).parents[2]
PROMTOOL = shutil.which("promtool")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def panels() -> list[dict[str, Any]]:
    return json.loads((ROOT / "docs/grafana/moodtape.json").read_text())["panels"]


def expressions() -> list[str]:
    return [target["expr"] for panel in panels() for target in panel["targets"]]


def known_samples() -> set[str]:
    metrics = Metrics()
    metrics.watch_memory(list)
    families = list(metrics.registry.collect())
    typed = {"histogram": ("_bucket", "_count", "_sum"), "counter": ("_total",), "gauge": ("",)}
    return {family.name + ending for family in families for ending in typed[family.type]} | {"up"}


def alerts() -> list[dict[str, Any]]:
    [group] = yaml.safe_load((ROOT / "docs/alerts.yml").read_text())["groups"]
    return group["rules"]


def test_the_dashboard_and_the_alerts_ask_only_for_what_is_counted():
    asked = [*expressions(), *(alert["expr"] for alert in alerts())]
    named = {name for expr in asked for name in re.findall(r"\b(?:moodtape|process)_\w+|\bup\b", expr)}
    assert named <= known_samples()


def test_all_that_is_counted_is_on_the_dashboard():
    counted = {name for name in known_samples() if name.startswith("moodtape_")}
    families = {re.sub(r"_(bucket|count|sum|total)$", "", name) for name in counted}
    assert [family for family in families if not any(family in expr for expr in expressions())] == []


def test_no_panel_covers_another():
    cells = [
        (x, y)
        for panel in panels()
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(cells) == len(set(cells))
    assert len({panel["id"] for panel in panels()}) == len(panels())


def test_all_four_services_are_there(compose):
    assert set(compose) == {"moodtape", "postgres", "prometheus", "grafana"}
    assert all("healthcheck" in service for service in compose.values())


def test_ports_are_published_on_loopback_only_and_metrics_and_database_not_at_all(compose):
    published = [port for service in compose.values() for port in service.get("ports", [])]
    assert all(port.startswith("127.0.0.1:") for port in published)
    assert not any(port.endswith((":9464", ":5432")) for port in published)


def test_images_are_pinned(compose):
    images = {name: service["image"] for name, service in compose.items() if "build" not in service}
    assert all(re.search(r":v?\d+\.\d+", image) for image in images.values())


def test_the_services_environment_is_settings(compose, tmp_path, monkeypatch):
    environment = compose["moodtape"]["environment"]
    assert set(environment) <= {name.upper() for name in Settings.model_fields}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert load_settings(tmp_path / "none").metrics_port == 9464


def test_no_password_is_written_down(compose):
    secrets = [
        value
        for service in compose.values()
        for name, value in service.get("environment", {}).items()
        if "PASSWORD" in name or name == "DATABASE_URL"
    ]
    assert len(secrets) == 3
    assert all("_PASSWORD:?" in value for value in secrets)


def test_prometheus_scrapes_the_port_that_the_service_opens(compose):
    [job] = yaml.safe_load((ROOT / "docs/prometheus.yml").read_text())["scrape_configs"]
    port = compose["moodtape"]["environment"]["METRICS_PORT"]
    assert job["static_configs"] == [{"targets": [f"moodtape:{port}"]}]
    assert all(f'job="{job["job_name"]}"' in expr for expr in expressions() if expr.startswith("up"))


def test_errors_that_the_alerts_name_are_errors():
    named = {name for alert in alerts() for name in re.findall(r'error="(\w+)"', alert["expr"])}
    assert named <= {leaf.__name__ for leaf in leaves()}


def test_the_operators_page_says_what_to_do_at_each_alert():
    page = (ROOT / "docs/operating.md").read_text()
    assert [alert["alert"] for alert in alerts() if f"`{alert['alert']}`" not in page] == []


@pytest.mark.skipif(PROMTOOL is None, reason="promtool is not on this machine: apt-get install prometheus")
def test_alerts_come_when_they_should_and_not_before():
    for command in (["check", "config", "docs/prometheus.yml"], ["test", "rules", "tests/app/alerts_test.yml"]):
        done = subprocess.run([str(PROMTOOL), *command], cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr


def test_files_that_are_mounted_are_there(compose):
    mounts = [mount for service in compose.values() for mount in service.get("volumes", []) if mount.startswith("./")]
    assert all((ROOT / mount.split(":")[0]).is_file() for mount in mounts)
    assert yaml.safe_load((ROOT / "docs/grafana/datasources.yml").read_text())["datasources"][0]["uid"] == "prometheus"
