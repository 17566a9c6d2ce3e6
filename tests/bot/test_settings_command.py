import discord

from bot.options import BotOptions
from core.mood import Goal
from core.people import GuildSettings
from tests.bot.helpers import shown, world
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import FakeRecommender, services
from tests.fakes.words import ENGLISH

SEES = BotOptions(message_content=True)


def manager(env):
    role = env.guild.create_role("keepers", permissions=discord.Permissions(manage_guild=True))
    return env.guild.add_member(env.create_user("mara"), roles=[role])


async def test_settings_change_one_by_one_and_are_told():
    async with world(services(), stores=people(memory := MemoryPeople()), bot_options=SEES) as (env, channel, _):
        mara = manager(env)
        await mara.slash(channel, "settings", goal="lift", tracks=12)
        result = await mara.slash(
            channel, "settings", explicit=False, private=False, language="fr", **{"photos-in": channel}
        )

        assert memory.guilds[env.guild.id] == GuildSettings(
            Goal.LIFT, 12, explicit=False, photo_channels=frozenset({channel.id}), private=False, language="fr"
        )
        text = shown(result.response.components)
        assert "Usual length: 12 tracks" in text
        assert f"<#{channel.id}>" in text
        assert result.ephemeral


async def test_settings_without_a_change_are_only_told():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, _):
        result = await manager(env).slash(channel, "settings")

        assert "Usual length: 20 tracks" in shown(result.response.components)
        assert ENGLISH("people-channels-off") in shown(result.response.components)
        assert memory.guilds == {}


async def test_a_goal_and_a_channel_can_be_taken_back():
    async with world(services(), stores=people(memory := MemoryPeople()), bot_options=SEES) as (env, channel, _):
        memory.guilds[env.guild.id] = GuildSettings(Goal.CALM, photo_channels=frozenset({channel.id}))
        await manager(env).slash(channel, "settings", goal="auto", **{"no-photos-in": channel})

        assert memory.guilds[env.guild.id] == GuildSettings()


async def test_who_may_not_manage_the_server_changes_nothing():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        settings = next(one for one in await env.bot.tree.fetch_commands() if one.name == "settings")
        env.guild.set_command_permissions(settings, {alice: True})
        result = await alice.slash(channel, "settings", tracks=9)

        assert shown(result.response.components) == ENGLISH("people-not-manager")
        assert memory.guilds == {}


async def test_discord_shows_settings_only_to_those_who_manage_a_server_and_only_there():
    async with world(services()) as (env, _, _):
        registered = next(r.json for r in env.http_requests if r.method == "PUT")
        settings = next(one for one in registered if one["name"] == "settings")
        assert settings["default_member_permissions"] == discord.Permissions(manage_guild=True).value
        assert (settings["integration_types"], settings["contexts"]) == ([0], [0])


async def test_without_message_content_a_photo_channel_is_refused_with_the_reason():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, _):
        result = await manager(env).slash(channel, "settings", tracks=9, **{"photos-in": channel})

        assert shown(result.response.components) == ENGLISH("people-no-message-content")
        assert memory.guilds == {}


async def test_settings_count_for_tapes_on_the_server():
    recommender, memory = FakeRecommender(), MemoryPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (env, channel, alice):
        memory.guilds[env.guild.id] = GuildSettings(Goal.LIFT, 9, explicit=False, private=False)
        result = await alice.slash(channel, "mood", mood="sad")

        request = recommender.requests[0]
        assert (request.goal, request.length, request.explicit) == (Goal.LIFT, 9, False)
        assert not result.ephemeral


async def test_a_server_that_was_left_is_forgotten():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, _, _):
        memory.guilds[env.guild.id] = GuildSettings(length=9)
        env.bot._connection.parse_guild_delete({"id": str(env.guild.id)})
        await env.settle()

        assert memory.guilds == {}


async def test_message_content_is_asked_of_discord_only_where_it_is_switched_on():
    async with world(services(), bot_options=SEES) as (env, _, _):
        assert env.bot.intents.message_content
