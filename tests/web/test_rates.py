import httpx
import pytest
from starlette.requests import HTTPConnection

from tests.fakes.services import services
from tests.fakes.words import LANGUAGES
from tests.web.visitor import HOME, visitor, words
from web.rates import Rates, address_of
from web.server import create_page


async def test_an_address_that_asks_too_often_is_told_when_to_come_back() -> None:
    async with visitor(rates=Rates(makes=2)) as client:
        answers = [await client.post("/tape", data={"mood": "calm"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 60
    assert "That was a little fast for me" in words(answers[2])


async def test_programs_are_told_in_a_problem_document() -> None:
    async with visitor(rates=Rates(makes=0)) as client:
        answer = await client.post("/api/v1/mood", json={"mood": "calm"})
    assert answer.json()["type"] == "urn:moodtape:problem:too-many-requests"
    assert answer.headers["content-type"] == "application/problem+json"
    assert "retry-after" in answer.headers


async def test_one_address_does_not_use_up_anothers_share() -> None:
    page = create_page(services(), languages=LANGUAGES, rates=Rates(makes=1))
    for host in ("192.0.2.1", "192.0.2.2"):
        transport = httpx.ASGITransport(page, client=(host, 5000))
        async with httpx.AsyncClient(transport=transport, base_url=HOME) as client:
            assert (await client.post("/tape", data={"mood": "calm"})).status_code == 200


async def test_looking_does_not_use_up_the_share_for_tapes() -> None:
    async with visitor(rates=Rates(makes=1)) as client:
        for _ in range(5):
            assert (await client.get("/")).status_code == 200
        assert (await client.post("/tape", data={"mood": "calm"})).status_code == 200


async def test_a_header_that_names_another_address_is_not_believed() -> None:
    async with visitor(rates=Rates(makes=1)) as client:
        statuses = [
            (await client.post("/tape", data={"mood": "calm"}, headers={"X-Forwarded-For": host})).status_code
            for host in ("192.0.2.1", "192.0.2.2")
        ]
    assert statuses == [200, 429]


@pytest.mark.parametrize(
    ("host", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("a socket", "a socket"),
    ],
)
def test_a_subscribers_addresses_count_as_one(host: str, counted_as: str) -> None:
    assert address_of(HTTPConnection({"type": "http", "client": (host, 5000)})) == counted_as


def test_a_visitor_without_an_address_is_counted_too() -> None:
    assert address_of(HTTPConnection({"type": "http", "client": None})) == ""
