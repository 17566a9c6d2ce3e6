"""How the bot comes back from each way in which the gateway may end a connection or a session."""

import asyncio

import pytest

from bot.attachments import over_http, photo_session
from bot.client import MoodtapeBot
from tests.bot.helpers import AgreedPeople
from tests.bot.test_wire import answers, running
from tests.fakes.discord import TOKEN, FakeDiscord
from tests.fakes.people import people
from tests.fakes.services import services
from tests.fakes.words import LANGUAGES


async def serves(server: FakeDiscord) -> None:
    await server.slash("mood", mood="sad")
    assert "A tape for a sad mood" in (await answers(server))[0]


@pytest.mark.slow
async def test_after_a_session_that_cannot_be_resumed_the_bot_identifies_anew_and_serves():
    async with running(services()) as (server, _):
        await server.invalidate_session()
        await server.until(lambda: len(server.identified) == 2)

        assert server.resumed == []
        await serves(server)


@pytest.mark.slow
async def test_after_the_gateway_closes_because_the_session_timed_out_the_bot_identifies_anew_and_serves():
    async with running(services()) as (server, _):
        await server.close_gateway(4009, session_is_over=True)
        await server.until(lambda: len(server.identified) == 2)

        assert server.resumed == []
        await serves(server)


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4009])
async def test_after_the_gateway_closes_and_still_knows_the_session_it_is_resumed_and_serves(code: int):
    async with running(services()) as (server, _):
        await server.close_gateway(code)
        await server.until(lambda: server.resumed)

        assert len(server.identified) == 1
        await serves(server)


async def test_a_connection_on_which_heartbeats_get_no_answer_is_given_up_and_the_session_resumed():
    async with FakeDiscord() as server, photo_session() as session:
        server.heartbeat_ms = 50
        bot = MoodtapeBot(services(), people(AgreedPeople()), languages=LANGUAGES, download=over_http(session))
        bot._connection.heartbeat_timeout = 0.4
        async with bot:
            serving = asyncio.create_task(bot.start(TOKEN))
            await server.ready()
            server.freeze()
            await server.until(lambda: server.resumed)
            await serves(server)
        await serving

    assert server.closed_with[0] == 4000
    assert len(server.identified) == 1
