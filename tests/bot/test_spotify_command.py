from dataclasses import replace

import pytest

from core.errors import LinkExpired, NotLinked, SpotifyUnavailable, StorageUnavailable
from core.wording import sentence
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import links, shown, world
from tests.fakes.accounts import PAGE, STATE, FakeAccounts
from tests.fakes.services import services
from tests.fakes.words import ENGLISH


def linking(accounts: FakeAccounts):
    return replace(services(), accounts=accounts)


async def test_link_gives_this_person_alone_the_way_to_spotifys_page():
    accounts = FakeAccounts()
    async with world(linking(accounts)) as (_, channel, alice):
        result = await alice.slash(channel, "spotify link")

        assert result.ephemeral
        assert links(result.response.components) == [PAGE]
        assert shown(result.response.components) == ENGLISH("bot-how-to-link")
        assert accounts.begun == [(alice.id, "alice")]


async def test_status_names_the_account_that_was_linked_on_the_page():
    accounts = FakeAccounts()
    async with world(linking(accounts)) as (_, channel, alice):
        before = await alice.slash(channel, "spotify status")
        await alice.slash(channel, "spotify link")
        await accounts.finish(STATE, code="a-code")
        after = await alice.slash(channel, "spotify status")

        assert shown(before.response.components) == sentence(NotLinked(), ENGLISH)
        assert "Alice's Spotify is linked" in shown(after.response.components)
        assert "May 23, 2027" in shown(after.response.components)
        assert after.ephemeral


async def test_unlink_ends_it_and_says_so_once():
    accounts = FakeAccounts()
    async with world(linking(accounts)) as (_, channel, alice):
        await alice.slash(channel, "spotify link")
        await accounts.finish(STATE, code="a-code")
        results = [await alice.slash(channel, "spotify unlink") for _ in range(2)]

        assert [shown(r.response.components) for r in results] == [
            ENGLISH("bot-unlinked"),
            sentence(NotLinked(), ENGLISH),
        ]
        assert accounts.linked == {}


async def test_nobody_unlinks_another():
    accounts = FakeAccounts()
    async with world(linking(accounts)) as (env, channel, alice):
        await alice.slash(channel, "spotify link")
        await accounts.finish(STATE, code="a-code")
        bob = env.guild.add_member(env.create_user("bob"))
        await bob.slash(channel, "spotify unlink")

        assert list(accounts.linked) == [alice.id]


@pytest.mark.parametrize("command", ["link", "status", "unlink"])
@pytest.mark.parametrize("error", [LinkExpired(), SpotifyUnavailable(), StorageUnavailable()], ids=str)
async def test_a_problem_is_one_sentence(command, error):
    async with world(linking(FakeAccounts(error=error))) as (_, channel, alice):
        result = await alice.slash(channel, f"spotify {command}")

        assert shown(result.response.components) == sentence(error, ENGLISH)


async def test_a_bug_is_told_as_an_incident():
    async with world(linking(FakeAccounts(error=RuntimeError("private")))) as (_, channel, alice):
        result = await alice.slash(channel, "spotify link")

        assert "incident" in shown(result.response.components)
        assert "private" not in shown(result.response.components)


async def test_without_own_accounts_there_is_no_such_command():
    async with world(services()) as (env, _, _alice):
        assert "spotify" not in {command.name for command in env.bot.tree.get_commands()}


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
@pytest.mark.parametrize("command", ["link", "status", "unlink"])
async def test_requests_fit_discords_own_description(command):
    async with world(linking(FakeAccounts())) as (env, channel, alice):
        await alice.slash(channel, f"spotify {command}")

        assert all_complaints(env.http_requests) == []
