import logging

import pytest

from bot.limits import Allowance, FairLimits
from bot.options import BotOptions
from core.errors import SettingsInvalid, TooManyTapes, TooManyTapesHere
from tests.bot.helpers import PHOTO, send_photo_dm, shown, world
from tests.fakes.services import FakeReader, services

ALICE, BOB, CAROL = 1, 2, 3
HERE, THERE = 10, 20
AN_HOUR_S = 3600


async def test_a_person_has_their_share_and_is_told_when_there_is_more():
    limits = FairLimits(Allowance(person=2))
    for guild_id in (HERE, None):
        await limits.take(ALICE, guild_id=guild_id)
    with pytest.raises(TooManyTapes) as refused:
        await limits.take(ALICE, guild_id=THERE)

    assert 0 < refused.value.retry_after_s <= AN_HOUR_S
    await limits.take(BOB, guild_id=HERE)


async def test_a_server_has_its_share_and_its_people_are_served_elsewhere():
    limits = FairLimits(Allowance(server=2))
    for person_id in (ALICE, BOB):
        await limits.take(person_id, guild_id=HERE)
    with pytest.raises(TooManyTapesHere):
        await limits.take(CAROL, guild_id=HERE)

    await limits.take(CAROL, guild_id=THERE)
    await limits.take(CAROL, guild_id=None)


async def test_what_a_server_refuses_costs_the_person_nothing():
    limits = FairLimits(Allowance(person=1, server=1))
    await limits.take(ALICE, guild_id=HERE)
    with pytest.raises(TooManyTapesHere):
        await limits.take(BOB, guild_id=HERE)

    await limits.take(BOB, guild_id=THERE)


async def test_a_storage_that_does_not_answer_stops_nobody(caplog: pytest.LogCaptureFixture):
    limits = FairLimits(Allowance(person=1, storage_url="redis://:secret@127.0.0.1:1"))
    with caplog.at_level(logging.WARNING, "bot.limits"):
        for _ in range(2):
            await limits.take(ALICE, guild_id=HERE)

    assert "tapes are not being counted" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("url", ["nonsense://127.0.0.1", "redis://127.0.0.1:port", ""])
def test_a_storage_that_there_is_not_stops_the_start(url: str):
    with pytest.raises(SettingsInvalid) as refused:
        FairLimits(Allowance(storage_url=url))

    assert refused.value.setting == "RATE_LIMIT_STORAGE_URL"


def test_the_storages_password_is_in_no_repr():
    assert "secret" not in repr(Allowance(storage_url="redis://:secret@127.0.0.1"))


async def test_one_more_tape_than_the_share_gets_one_sentence_that_only_the_person_sees():
    reader, options = FakeReader(), BotOptions(allowance=Allowance(person=1))
    async with world(services(reader=reader), bot_options=options) as (_, channel, alice):
        await alice.slash(channel, "mood", photo=PHOTO, private=False)
        refused = await alice.slash(channel, "mood", photo=PHOTO, private=False)

        assert "You have had quite a few tapes" in shown(refused.response.components)
        assert refused.ephemeral
        assert len(reader.photos) == 1


async def test_one_more_photo_than_the_share_gets_one_reply():
    options = BotOptions(allowance=Allowance(person=1))
    async with world(services(), bot_options=options) as (env, _, alice):
        for _ in range(2):
            await send_photo_dm(env, alice.user)

        assert "You have had quite a few tapes" in shown(alice.user.dm_channel.last_message.components)
