import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.attachments import over_http, photo_session, read_photo
from bot.client import run_bot
from bot.jobs import AT_ONCE
from core.errors import DiscordTokenRejected, PhotoTooHeavy, PhotoUnavailable
from core.ports import People, Services
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import AgreedPeople, links, shown
from tests.fakes.cdn import Photo, gone_photo, huge_photo, photo, stuck_photo
from tests.fakes.discord import TOKEN, FakeDiscord, Fault
from tests.fakes.people import people
from tests.fakes.services import PLAYLIST_URL, FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH, LANGUAGES

DATA = bytes(range(256)) * 1000


@asynccontextmanager
async def running(
    offered: Services, *, stores: People | None = None, **options: Any
) -> AsyncIterator[tuple[FakeDiscord, asyncio.Event]]:
    """A fake Discord with the real bot connected to it, and the event that stops the bot."""
    stop = asyncio.Event()
    async with FakeDiscord() as server:
        bot = asyncio.create_task(
            run_bot(TOKEN, offered, stores or people(AgreedPeople()), languages=LANGUAGES, stop=stop, **options)
        )
        try:
            await server.ready()
            yield server, stop
        finally:
            stop.set()
            await asyncio.wait_for(bot, 20)


async def answers(server: FakeDiscord, *, count: int = 1) -> list[str]:
    """The text of the edits by which commands are answered, once there are so many."""
    await server.until(lambda: len(server.sent("PATCH", "/messages/@original")) >= count)
    return [shown(r.json["components"]) for r in server.sent("PATCH", "/messages/@original")]


def tapes(server: FakeDiscord) -> list[str]:
    """The tokens of the commands that were answered with a tape."""
    edits = server.sent("PATCH", "/messages/@original")
    return [r.path.split("/")[3] for r in edits if "You look mostly happy" in shown(r.json["components"])]


async def test_a_photo_over_the_wire_is_deferred_and_then_answered_once():
    reader = FakeReader()
    async with running(services(reader=reader)) as (server, _):
        await server.slash("mood", photo=photo(DATA))
        told = await answers(server)

        assert [r.json for r in server.sent("POST", "/callback")] == [{"type": 5, "data": {"flags": 64}}]
        assert reader.photos == [DATA]
        assert len(told) == 1
        assert "You look mostly happy" in told[0]
        assert links(server.sent("PATCH", "@original")[0].json["components"]) == [PLAYLIST_URL]


async def test_a_photo_in_a_direct_message_over_the_wire_gets_one_reply():
    async with running(services()) as (server, _):
        await server.direct_message(photo(DATA))
        await server.until(lambda: server.sent("POST", "/messages"))

        replies = server.sent("POST", "/messages")
        assert ["You look mostly happy" in shown(r.json["components"]) for r in replies] == [True]
        assert server.sent("POST", "/typing")


async def test_a_button_over_the_wire_replaces_its_message():
    async with running(services()) as (server, _):
        await server.slash("mood")
        await server.until(lambda: server.sent("POST", "/callback"))
        offer = server.sent("POST", "/callback")[0].json["data"]["components"]
        await server.click("mood:calm:20", components=offer)

        assert "A tape for a calm mood" in (await answers(server))[0]
        assert server.sent("POST", "/callback")[1].json == {"type": 6}


async def test_200_megabytes_behind_10_bytes_are_cut_off_at_the_cap():
    async with running(services()) as (server, _):
        await server.slash("mood", photo=huge_photo(200_000_000, declared_bytes=10))

        assert "too large" in (await answers(server))[0]
        assert server.cdn_sent_bytes < 40_000_000


async def test_a_body_from_the_wire_is_capped_at_the_byte():
    async with FakeDiscord() as server, photo_session() as session:
        with pytest.raises(PhotoTooHeavy):
            await read_photo(server.attachment(photo(DATA)), download=over_http(session), limit_bytes=255_999)
        whole = await read_photo(server.attachment(photo(DATA)), download=over_http(session), limit_bytes=256_000)

    assert whole == DATA


@pytest.mark.parametrize("served", [stuck_photo(), gone_photo()], ids=["stuck", "gone"])
async def test_a_photo_that_does_not_come_over_the_wire_is_unavailable(served: Photo):
    async with FakeDiscord() as server, photo_session() as session:
        with pytest.raises(PhotoUnavailable):
            await read_photo(server.attachment(served), download=over_http(session), timeout_s=0.2)


async def test_a_rejected_token_is_said_so():
    async with FakeDiscord():
        with pytest.raises(DiscordTokenRejected):
            await run_bot("another token", services(), people(AgreedPeople()), languages=LANGUAGES)


async def test_after_the_socket_drops_the_session_is_resumed_and_serves():
    async with running(services()) as (server, _):
        server.drop()
        await server.slash("mood", mood="sad")
        await server.until(lambda: server.resumed)

        assert "A tape for a sad mood" in (await answers(server))[0]
        assert len(server.identified) == 1


async def test_stopping_lets_a_running_job_finish_and_closes_the_connection():
    gate = asyncio.Event()
    reader = FakeReader(gate=gate)
    async with running(services(reader=reader)) as (server, stop):
        await server.slash("mood", photo=photo(DATA))
        await server.until(lambda: server.sent("POST", "/callback"))
        stop.set()
        await asyncio.sleep(0.05)
        gate.set()

        assert "You look mostly happy" in (await answers(server))[0]
        await server.until(lambda: server.closed_with)
        assert server.closed_with == [1000]


async def test_stopping_tells_those_whose_job_takes_too_long():
    reader = FakeReader(gate=asyncio.Event())
    async with running(services(reader=reader), drain_limit_s=0.05) as (server, stop):
        await server.slash("mood", photo=photo(DATA))
        await server.until(lambda: server.sent("POST", "/callback"))
        stop.set()

        assert await answers(server) == [ENGLISH("bot-stopping")]


async def test_stopping_answers_those_who_wait_at_once_and_lets_the_others_finish():
    gate = asyncio.Event()
    async with running(services(reader=FakeReader(gate=gate))) as (server, stop):
        for number in range(AT_ONCE + 2):
            await server.slash("mood", photo=photo(DATA), person_id=f"2000{number:02}")
        await server.until(lambda: len(server.sent("POST", "/callback")) == AT_ONCE + 2)
        stop.set()
        assert await answers(server, count=2) == [ENGLISH("bot-stopping")] * 2

        gate.set()
        told = await answers(server, count=AT_ONCE + 2)
        assert sum("You look mostly happy" in one for one in told) == AT_ONCE


async def test_a_hundred_people_in_the_same_second_are_all_answered_in_order_of_arrival():
    reader = FakeReader(delay_s=0.001)
    async with running(services(reader=reader)) as (server, _):
        tokens = [
            await server.slash("mood", photo=photo(DATA + bytes([number])), person_id=f"2000{number:03}")
            for number in range(100)
        ]
        await server.until(lambda: len(tapes(server)) >= 100, limit_s=60)

        assert sorted(tapes(server)) == sorted(tokens)
        assert max(place - data[-1] for place, data in enumerate(reader.photos)) < AT_ONCE


async def test_a_wish_that_comes_while_stopping_gets_one_sentence():
    gate = asyncio.Event()
    async with running(services(reader=FakeReader(gate=gate))) as (server, stop):
        await server.slash("mood", photo=photo(DATA))
        await server.until(lambda: server.sent("POST", "/callback"))
        stop.set()
        await asyncio.sleep(0.05)
        await server.slash("mood", mood="sad")
        await server.until(lambda: len(server.sent("POST", "/callback")) == 2)

        assert shown(server.sent("POST", "/callback")[1].json["data"]["components"]) == ENGLISH("bot-stopping")
        gate.set()


async def test_a_rate_limited_answer_is_sent_again():
    async with running(services()) as (server, _):
        server.faults.append(Fault("PATCH", "/webhooks/", 429, {"retry_after": 0.05, "global": False, "message": ""}))
        await server.slash("mood", mood="sad")

        assert "A tape for a sad mood" in (await answers(server))[0]


async def test_an_acknowledgement_that_discord_does_not_take_in_time_gets_one_sentence():
    recommender = FakeRecommender()
    async with running(services(recommender=recommender)) as (server, _):
        server.faults += [Fault("POST", "/interactions/", 500)] * 2
        await server.slash("mood", mood="sad")

        assert await answers(server) == [ENGLISH("bot-too-slow")]
        assert recommender.requests == []


async def test_a_bot_that_is_stopped_before_it_is_connected_ends():
    stop = asyncio.Event()
    stop.set()
    async with FakeDiscord() as server:
        await run_bot(TOKEN, services(), people(AgreedPeople()), languages=LANGUAGES, stop=stop)

    assert server.identified == []


async def test_a_token_that_the_gateway_rejects_is_said_so():
    async with FakeDiscord() as server:
        bot = asyncio.create_task(run_bot(TOKEN, services(), people(AgreedPeople()), languages=LANGUAGES))
        await server.ready()
        await server.close_gateway(4004)
        with pytest.raises(DiscordTokenRejected):
            await bot


async def test_the_bot_comes_back_when_discord_was_out_of_order(caplog: pytest.LogCaptureFixture):
    async with FakeDiscord() as server:
        server.faults.append(Fault("GET", "/users/@me", 403, {"message": "no", "code": 0}))
        stop = asyncio.Event()
        bot = asyncio.create_task(
            run_bot(TOKEN, services(), people(AgreedPeople()), languages=LANGUAGES, stop=stop, first_retry_s=0.05)
        )
        await server.ready()
        stop.set()
        await bot

    assert "Discord is tried again" in caplog.text
    assert TOKEN not in caplog.text


async def test_a_cancelled_bot_closes_its_connection():
    async with FakeDiscord() as server:
        bot = asyncio.create_task(run_bot(TOKEN, services(), people(AgreedPeople()), languages=LANGUAGES))
        await server.ready()
        bot.cancel()
        with suppress(asyncio.CancelledError):
            await bot
        await server.until(lambda: server.closed_with)

    assert bot.cancelled()


async def test_a_file_is_sent_over_the_wire_as_a_multipart_body(tmp_path: Path):
    async with FakeDiscord() as server, discord.Client(intents=discord.Intents.none()) as client:
        await client.login(TOKEN)
        webhook = discord.Webhook.partial(1, "token", client=client)
        (tmp_path / "cover.png").write_bytes(DATA)
        await webhook.send("hello", file=discord.File(tmp_path / "cover.png"))

    assert [(r.json["content"], r.files) for r in server.sent("POST", "/webhooks/1/token")] == [("hello", (DATA,))]


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
async def test_all_requests_on_the_wire_fit_discords_own_description():
    async with running(services()) as (server, _):
        await server.slash("mood", photo=photo(DATA))
        await answers(server)
        await server.direct_message(photo(DATA))
        await server.until(lambda: server.sent("POST", "/messages"))

        assert all_complaints(r for r in server.requests if r.path != "/oauth2/applications/@me") == []
