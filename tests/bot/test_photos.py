import pytest

from bot.limits import Allowance
from bot.options import BotOptions
from core.mood import Goal
from core.people import Consent, GuildSettings, HistoryEntry, PersonSettings
from tests.bot.helpers import PHOTO, AgreedPeople, buttons, shown, world
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH

MENU = "Make a tape from this photo"
SEES = BotOptions(message_content=True)


async def test_the_menu_makes_a_tape_from_a_photo_of_ones_own():
    reader = FakeReader()
    async with world(services(reader=reader)) as (_, channel, alice):
        message = await alice.send(channel, "look", attachments=[PHOTO])
        result = await alice.context_menu(channel, MENU, message)

        assert "You look mostly happy" in shown(result.response.components)
        assert result.ephemeral


async def test_a_photo_of_somebody_else_needs_their_consent():
    memory, reader = MemoryPeople(), FakeReader()
    async with world(services(reader=reader), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.consents[alice.id] = Consent(1, 0.0)
        message = await bob.send(channel, "me", attachments=[PHOTO])
        refused = await alice.context_menu(channel, MENU, message)

        assert shown(refused.response.components) == ENGLISH("people-not-agreed")
        assert refused.ephemeral
        assert reader.photos == []


async def test_a_photo_of_somebody_who_agreed_makes_a_private_tape_and_no_history_of_their_mood():
    memory = MemoryPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.consents[bob.id] = Consent(1, 0.0)
        await memory.change_settings(alice.id, lambda now: type(now)(history=True, private=False))
        message = await bob.send(channel, "me", attachments=[PHOTO])
        result = await alice.context_menu(channel, MENU, message)

        assert "mostly happy" in shown(result.response.components)
        assert result.ephemeral
        assert memory.history == dict[int, list[HistoryEntry]]()


@pytest.mark.parametrize("label", ["Another tape", "Lift me"])
async def test_a_tape_like_one_of_somebody_elses_photo_is_not_in_ones_history(label: str):
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.settings[alice.id] = PersonSettings(history=True)
        message = await bob.send(channel, "me", attachments=[PHOTO])
        card = await alice.context_menu(channel, MENU, message)
        tap = await alice.click(card.response, label=label)
        await alice.click(tap.response, label=label)

        assert len(memory.tapes_by_id) == 3
        assert memory.history == {}


async def test_the_menu_heeds_what_the_server_prefers():
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (env, channel, alice):
        memory.guilds[env.guild.id] = GuildSettings(Goal.CALM, 7, explicit=False)
        message = await alice.send(channel, "look", attachments=[PHOTO])
        await alice.context_menu(channel, MENU, message)

        request = recommender.requests[-1]
        assert (request.goal, request.length, request.explicit) == (Goal.CALM, 7, False)


async def test_the_menu_of_a_message_without_a_photo_says_so():
    async with world(services()) as (_, channel, alice):
        result = await alice.context_menu(channel, MENU, await alice.send(channel, "hello"))

        assert shown(result.response.components) == ENGLISH("people-no-photo")


async def test_any_photo_counts_in_a_channel_where_the_server_switched_that_on():
    memory = MemoryPeople()
    async with world(services(), stores=people(memory), bot_options=SEES) as (_, channel, alice):
        memory.consents[alice.id] = Consent(1, 0.0)
        await alice.send(channel, "not here yet", attachments=[PHOTO])
        assert channel.last_message.content == "not here yet"

        memory.guilds[channel.guild.id] = GuildSettings(photo_channels=frozenset({channel.id}))
        await alice.send(channel, "me today", attachments=[PHOTO])
        assert "You look mostly happy" in shown(channel.last_message.components)


async def test_in_a_photo_channel_the_notice_comes_once_and_nothing_is_read():
    memory, reader = MemoryPeople(), FakeReader()
    async with world(services(reader=reader), stores=people(memory), bot_options=SEES) as (_, channel, alice):
        memory.guilds[channel.guild.id] = GuildSettings(photo_channels=frozenset({channel.id}))
        await alice.send(channel, "me today", attachments=[PHOTO])
        assert buttons(channel.last_message.components) == ["I agree", "Pick a mood instead"]

        await alice.send(channel, "me again", attachments=[PHOTO])
        assert channel.last_message.content == "me again"
        assert reader.photos == []


async def test_in_a_photo_channel_a_refusal_goes_again_after_a_minute():
    memory, options = AgreedPeople(), BotOptions(message_content=True, allowance=Allowance(person=1))
    async with world(services(), stores=people(memory), bot_options=options) as (env, channel, alice):
        memory.guilds[channel.guild.id] = GuildSettings(photo_channels=frozenset({channel.id}))
        for text in ("me today", "me again"):
            await alice.send(channel, text, attachments=[PHOTO])
        assert "You have had quite a few tapes" in shown(channel.last_message.components)

        await env.advance_time(61)
        assert channel.last_message.content == "me again"
        assert "You look mostly happy" in shown(channel.history()[1].components)


async def test_in_a_photo_channel_nothing_is_said_while_the_process_ends():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory), bot_options=SEES) as (env, channel, alice):
        memory.guilds[channel.guild.id] = GuildSettings(photo_channels=frozenset({channel.id}))
        await env.bot.desk.jobs.drain(limit_s=0)
        await alice.send(channel, "me today", attachments=[PHOTO])

        assert channel.last_message.content == "me today"


async def test_whoever_mentions_us_keeps_the_refusal():
    options = BotOptions(allowance=Allowance(person=1))
    async with world(services(), bot_options=options) as (env, channel, alice):
        for _ in range(2):
            await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        await env.advance_time(61)

        assert "You have had quite a few tapes" in shown(channel.last_message.components)


@pytest.mark.parametrize("name", ["notes.txt", "song.mp3"])
async def test_other_files_in_a_photo_channel_are_left_alone(name: str):
    memory = MemoryPeople()
    async with world(services(), stores=people(memory), bot_options=SEES) as (_, channel, alice):
        memory.guilds[channel.guild.id] = GuildSettings(photo_channels=frozenset({channel.id}))
        await alice.send(channel, "a file", attachments=[(name, b"text")])

        assert channel.last_message.content == "a file"
