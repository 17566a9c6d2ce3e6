import pytest

from bot.check import check_token
from core.errors import DiscordTokenRejected, DiscordUnreachable
from tests.fakes.discord import TOKEN, FakeDiscord, Fault


async def test_a_good_token_gives_the_bots_name():
    async with FakeDiscord() as server:
        assert await check_token(TOKEN) == "moodtape"

    assert server.identified == []


async def test_a_bad_token_is_said_so():
    async with FakeDiscord():
        with pytest.raises(DiscordTokenRejected):
            await check_token("another token")


async def test_a_discord_that_refuses_to_talk_is_unreachable():
    async with FakeDiscord() as server:
        server.faults.append(Fault("GET", "/users/@me", 403, {"message": "no", "code": 0}))
        with pytest.raises(DiscordUnreachable):
            await check_token(TOKEN)
