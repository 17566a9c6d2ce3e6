import pytest

from core.errors import NoFace
from core.wording import sentence
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import PHOTO, buttons, send_photo_dm, shown, world
from tests.fakes.services import NO_FACE, FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH


async def test_a_mention_with_a_photo_gets_one_reply_to_it():
    async with world(services()) as (env, channel, alice):
        message = await alice.send(channel, f"{env.bot.user.mention} please", attachments=[PHOTO])

        reply = channel.last_message
        assert "You look mostly happy" in shown(reply.components)
        assert reply.reference.message_id == message.id
        assert [r.path for r in env.http_requests if r.path.endswith("/typing")]


async def test_a_photo_in_a_direct_message_gets_one_reply():
    async with world(services()) as (env, _, alice):
        await send_photo_dm(env, alice.user)

        assert "You look mostly happy" in shown(alice.user.dm_channel.last_message.components)


@pytest.mark.parametrize("text", ["look at me", "@everyone look"])
async def test_a_photo_without_a_mention_is_left_alone(text: str):
    reader = FakeReader()
    async with world(services(reader=reader)) as (env, channel, alice):
        await alice.send(channel, text, attachments=[PHOTO])

        assert reader.photos == []
        assert not [r for r in env.http_requests if r.path.endswith(("/messages", "/typing"))]


async def test_a_mention_without_a_photo_is_left_alone():
    async with world(services()) as (env, channel, alice):
        await alice.send(channel, f"{env.bot.user.mention} hello")

        assert not [r for r in env.http_requests if r.path.endswith("/messages")]


async def test_other_bots_are_left_alone():
    reader = FakeReader()
    async with world(services(reader=reader)) as (env, channel, _):
        robot = env.guild.add_member(env.create_user("robot", bot=True))
        await robot.send(channel, env.bot.user.mention, attachments=[PHOTO])

        assert reader.photos == []


async def test_no_face_in_a_mention_offers_moods_to_the_asker_only():
    recommender = FakeRecommender()
    async with world(services(reader=FakeReader(NO_FACE), recommender=recommender)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        offer = channel.last_message
        assert shown(offer.components) == sentence(NoFace(), ENGLISH)

        refused = await bob.click(offer, label="Happy")
        assert refused.ephemeral
        assert shown(refused.response.components) == ENGLISH("bot-not-yours")
        assert recommender.requests == []

        await alice.click(offer, label="Happy")
        assert "A tape for a happy mood" in shown(channel.last_message.components)
        assert buttons(channel.last_message.components)[0] == "Open in Spotify"


async def test_a_second_photo_at_the_same_time_gets_one_sentence():
    async with world(services(reader=FakeReader(delay_s=60)), settle_timeout=1) as (env, channel, alice):
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])

        assert shown(channel.last_message.components) == ENGLISH("bot-one-at-a-time")
        await env.advance_time(61)
        assert "You look mostly happy" in shown(channel.last_message.components)


async def test_a_channel_without_typing_still_gets_its_reply():
    async with world(services()) as (env, channel, alice):
        env.inject_error("POST", "/channels/*/typing", status=403, code=50013)
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])

        assert "You look mostly happy" in shown(channel.last_message.components)


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
async def test_requests_fit_discords_own_description():
    async with world(services(reader=FakeReader(NO_FACE))) as (env, channel, alice):
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        await alice.click(channel.last_message, label="Sad")

        assert all_complaints(env.http_requests) == []


async def test_the_photo_among_other_files_is_read():
    reader = FakeReader()
    async with world(services(reader=reader)) as (env, channel, alice):
        await alice.send(channel, env.bot.user.mention, attachments=[("notes.txt", b"text"), PHOTO])

    assert reader.photos == [PHOTO[1]]
