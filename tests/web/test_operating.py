import asyncio
from collections.abc import Mapping

import httpx
import pytest
from prometheus_client import CollectorRegistry, Counter

from core.errors import NoTracks
from tests.fakes.services import services
from tests.fakes.words import LANGUAGES
from web.operating import Check, Operating, create_operating
from web.server import create_page

HERE = "127.0.0.1"
ELSEWHERE = "203.0.113.7"
DOORS = ("/readyz", "/metrics")


def gives(outcome: str | None) -> Check:
    async def check() -> str | None:
        return outcome

    return check


def fails_with(error: Exception) -> Check:
    async def check() -> str | None:
        raise error

    return check


async def asked(
    path: str,
    operating: Operating,
    *,
    own_port: bool = False,
    visitor: str = HERE,
    host: str = "127.0.0.1:8080",
    headers: Mapping[str, str] | None = None,
) -> httpx.Response:
    app = (
        create_operating(operating)
        if own_port
        else create_page(services(), languages=LANGUAGES, operating=operating, allowed_hosts="*")
    )
    transport = httpx.ASGITransport(app, client=(visitor, 50_000))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
        return await client.get(path, headers=headers)


def counting() -> CollectorRegistry:
    registry = CollectorRegistry()
    Counter("tapes", "Tapes made.", registry=registry).inc(3)
    return registry


@pytest.mark.parametrize("own_port", [False, True])
async def test_a_page_that_answers_is_alive(own_port):
    answer = await asked("/healthz", Operating(), own_port=own_port, visitor=HERE)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_ready_is_when_every_check_is_well():
    answer = await asked("/readyz", Operating(checks={"networks": gives(None)}), own_port=True)
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "checks": {"networks": "ready"}})


async def test_what_is_not_ready_is_named():
    operating = Operating(checks={"networks": gives(None), "discord": gives("not connected")})
    answer = await asked("/readyz", operating, own_port=True)
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "checks": {"networks": "ready", "discord": "not connected"}}


async def test_a_failing_check_tells_no_secret():
    operating = Operating(
        checks={"database": fails_with(ValueError("planted-secret")), "music": fails_with(NoTracks())}
    )
    answer = await asked("/readyz", operating, own_port=True)
    assert answer.json()["checks"] == {"database": "the check failed; the log says why", "music": "NoTracks"}


async def test_a_check_that_hangs_is_not_waited_for():
    operating = Operating(checks={"database": asyncio.Event().wait}, check_limit_s=0.01)
    answer = await asked("/readyz", operating, own_port=True)
    assert answer.json()["checks"] == {"database": "no answer in time"}


async def test_metrics_come_as_prometheus_reads_them():
    answer = await asked("/metrics", Operating(counting()), own_port=True)
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert "tapes_total 3.0" in answer.text


@pytest.mark.parametrize("path", DOORS)
async def test_this_machine_may_look_at_a_page_of_its_own(path):
    assert (await asked(path, Operating(on_page=True))).status_code == 200


@pytest.mark.parametrize("path", DOORS)
async def test_a_published_page_has_no_such_doors(path):
    assert (await asked(path, Operating())).status_code == 404


@pytest.mark.parametrize("path", DOORS)
@pytest.mark.parametrize(
    "visit",
    [
        {"visitor": ELSEWHERE},
        {"host": "mood.example.org"},
        {"headers": {"X-Forwarded-For": ELSEWHERE}},
        {"headers": {"Forwarded": f"for={ELSEWHERE}"}},
    ],
)
async def test_nobody_else_gets_in_through_the_page(path, visit):
    assert (await asked(path, Operating(on_page=True), **visit)).status_code == 404


async def test_the_own_port_answers_loopback_names_only():
    assert (await asked("/metrics", Operating(), own_port=True, host="evil.example")).status_code == 400
