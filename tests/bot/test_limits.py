import asyncio
import logging
from dataclasses import replace

import pytest
from limits.aio.storage import MemoryStorage

from bot.limits import Allowance, FairLimits
from bot.options import BotOptions
from core.errors import StorageUnavailable, TooManyTapes, TooManyTapesHere
from tests.bot.helpers import PHOTO, answer, send_photo_dm, shown, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.services import FakeReader, services

ALICE, BOB, CAROL = 1, 2, 3
HERE, THERE = 10, 20
AN_HOUR_S = 3600


class BrokenCounts(MemoryStorage):
    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        raise StorageUnavailable


class HangingCounts(MemoryStorage):
    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        return await asyncio.Future()


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


async def test_what_a_server_refuses_costs_the_person_nothing_however_many_ask_at_once():
    limits, people = FairLimits(Allowance(person=1, server=2)), range(20)
    told = await asyncio.gather(
        *(limits.take(person_id, guild_id=HERE) for person_id in people), return_exceptions=True
    )
    assert [type(one) for one in told].count(TooManyTapesHere) == 18

    for person_id, refusal in zip(people, told, strict=True):
        if refusal is not None:
            await limits.take(person_id, guild_id=None)


@pytest.mark.parametrize("counts", [BrokenCounts(), HangingCounts()], ids=["broken", "hanging"])
async def test_a_storage_that_does_not_answer_stops_nobody(counts: MemoryStorage, caplog: pytest.LogCaptureFixture):
    limits = FairLimits(Allowance(person=1), counts=counts)
    with caplog.at_level(logging.WARNING, "bot.limits"):
        for _ in range(2):
            await limits.take(ALICE, guild_id=HERE)

    assert caplog.text.count("tapes are not being counted") == 2


async def test_one_more_tape_than_the_share_gets_one_sentence_that_only_the_person_sees():
    reader, options = FakeReader(), BotOptions(allowance=Allowance(person=1))
    async with world(services(reader=reader), bot_options=options) as (_, channel, alice):
        await alice.slash(channel, "mood", photo=PHOTO, private=False)
        refused = await alice.slash(channel, "mood", photo=PHOTO, private=False)

        assert "You have had quite a few tapes" in shown(refused.response.components)
        assert refused.ephemeral
        assert len(reader.photos) == 1


@pytest.mark.parametrize("label", ["Another tape", "Save to my Spotify"])
async def test_a_press_on_somebody_elses_button_costs_no_tape(label: str):
    options, offered = BotOptions(allowance=Allowance(person=1, server=2)), replace(services(), accounts=FakeAccounts())
    async with world(offered, bot_options=options) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        card = await alice.slash(channel, "mood", mood="calm", private=False)
        for _ in range(3):
            tap = await bob.click(card.response, label=label)
            assert shown(answer(tap).components).startswith("That tape is no longer here")

        made = await bob.slash(channel, "mood", mood="calm")
        assert "A tape for a calm mood" in shown(made.response.components)


async def test_one_more_photo_than_the_share_gets_one_reply():
    options = BotOptions(allowance=Allowance(person=1))
    async with world(services(), bot_options=options) as (env, _, alice):
        for _ in range(2):
            await send_photo_dm(env, alice.user)

        assert "You have had quite a few tapes" in shown(alice.user.dm_channel.last_message.components)
