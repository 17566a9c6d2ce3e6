from bot.consent import NOTICE, Consents
from bot.limits import Allowance
from bot.options import BotOptions
from core.mood import MoodName
from core.people import Consent
from tests.bot.helpers import PHOTO, buttons, send_photo_dm, shown, simulated, speak, world
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH, LANGUAGES

WAYS_ON = ["I agree", "Pick a mood instead"]


async def test_before_the_first_photo_a_notice_is_shown_and_nothing_is_read():
    reader = FakeReader()
    options = BotOptions("Ada", "ada@example.org")
    async with world(services(reader=reader), stores=people(), bot_options=options) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        text = shown(result.response.components)
        assert ENGLISH("people-notice-what") in text
        assert "Run by Ada (ada\\@example.org)." in text
        assert buttons(result.response.components) == WAYS_ON
        assert result.ephemeral
        assert reader.photos == []


async def test_after_i_agree_the_photo_is_answered_and_the_next_one_at_once():
    memory, reader = MemoryPeople(), FakeReader()
    async with world(services(reader=reader), stores=people(memory)) as (_, channel, alice):
        notice = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(notice.response, label="I agree")
        assert "You look mostly happy" in shown(notice.response.components)
        assert memory.consents[alice.id].notice == NOTICE

        second = await alice.slash(channel, "mood", photo=PHOTO)
        assert "You look mostly happy" in shown(second.response.components)
        assert reader.photos == [PHOTO[1]] * 2


async def test_the_photo_that_brought_the_notice_counts_once():
    options = BotOptions(allowance=Allowance(person=1))
    async with world(services(), stores=people(), bot_options=options) as (_, channel, alice):
        notice = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(notice.response, label="I agree")
        second = await alice.slash(channel, "mood", photo=PHOTO)

        assert "You look mostly happy" in shown(notice.response.components)
        assert "You have had quite a few tapes" in shown(second.response.components)


async def test_a_mood_instead_needs_no_consent():
    memory, recommender, reader = MemoryPeople(), FakeRecommender(), FakeReader()
    async with world(services(reader=reader, recommender=recommender), stores=people(memory)) as (_, channel, alice):
        notice = await alice.slash(channel, "mood", photo=PHOTO, tracks=7)
        await alice.click(notice.response, label="Pick a mood instead")
        await alice.click(notice.response, label="Calm")

        assert "A tape for a calm mood" in shown(notice.response.components)
        assert [(one.feeling, one.length) for one in recommender.requests] == [(MoodName.CALM, 7)]
        assert (memory.consents, reader.photos) == ({}, [])


async def test_nobody_agrees_for_somebody_else():
    memory, reader = MemoryPeople(), FakeReader()
    async with world(services(reader=reader), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        notice = await alice.slash(channel, "mood", photo=PHOTO, private=False)
        for label in WAYS_ON:
            pressed = await bob.click(notice.response, label=label)
            assert shown(pressed.response.components) == ENGLISH("bot-not-yours")

        assert (memory.consents, reader.photos) == ({}, [])


async def test_after_a_restart_the_consent_counts_and_the_photo_is_asked_for_again():
    memory = MemoryPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        notice = await alice.slash(channel, "mood", photo=PHOTO)
        await env.restart_bot(simulated(services(), stores=people(memory)))
        await alice.click(notice.response, label="I agree")

        assert shown(notice.response.components) == ENGLISH("people-agreed-send-again")
        assert memory.consents[alice.id].notice == NOTICE


async def test_the_address_of_a_photo_is_forgotten_after_ten_minutes():
    reader = FakeReader()
    async with world(services(reader=reader), stores=people()) as (env, channel, alice):
        notice = await alice.slash(channel, "mood", photo=PHOTO)
        await env.advance_time(601)
        await alice.click(notice.response, label="I agree")

        assert shown(notice.response.components) == ENGLISH("people-agreed-send-again")
        assert reader.photos == []


async def test_consent_to_an_older_notice_is_asked_for_again():
    memory = MemoryPeople()
    memory.consents[1] = Consent(NOTICE - 1, 0.0)

    assert not await Consents(memory).agreed(1)


async def test_a_photo_in_a_message_brings_the_notice_too():
    reader = FakeReader()
    async with world(services(reader=reader), stores=people()) as (env, channel, alice):
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        assert buttons(channel.last_message.components) == WAYS_ON
        await send_photo_dm(env, alice.user)
        assert buttons(alice.user.dm_channel.last_message.components) == WAYS_ON
        assert reader.photos == []

        await alice.click(channel.last_message, label="I agree")
        assert "You look mostly happy" in shown(channel.last_message.components)


async def test_the_notice_is_in_the_language_of_who_asks():
    async with world(services(), stores=people()) as (env, channel, alice):
        speak(env, {alice.id: "ja"})
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert LANGUAGES.words_for("ja")("people-notice-kept") in shown(result.response.components)
