"""While Spotify takes no playlists, people can have theirs when it does again."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.later import keep_promises, keep_some
from core.errors import (
    SpotifyLoginNeeded,
    SpotifyRateLimited,
    SpotifyUnavailable,
    StorageUnavailable,
)
from core.music import Playlist, Tape
from core.people import PersonSettings
from core.ports import KeptTape, Services, TapeRequest
from core.wording import sentence
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import PHOTO, AgreedPeople, answer, buttons, links, shown, simulated, world
from tests.fakes.people import people
from tests.fakes.services import PLAYLIST_URL, FakePublisher, FakeRecommender, services, track
from tests.fakes.words import ENGLISH, LANGUAGES

LATER = "Make the playlist later"
LIMITED = SpotifyRateLimited(600)
PROMISED = ENGLISH("bot-later", problem=sentence(LIMITED, ENGLISH))
READY = ENGLISH("bot-playlist-ready")


def limited(publisher: FakePublisher | None = None, **ports: Any) -> tuple[Services, FakePublisher]:
    publisher = publisher or FakePublisher(error=LIMITED)
    return services(publisher=publisher, **ports), publisher


def only(memory: AgreedPeople) -> KeptTape:
    (kept,) = memory.tapes_by_id.values()
    return kept


def messages(person: Any) -> list[Any]:
    return [message for message in person.user.dm_channel.history() if message.author.bot]


@pytest.mark.parametrize("error", [LIMITED, SpotifyUnavailable()], ids=["limited", "unavailable"])
async def test_a_tape_that_spotify_keeps_waiting_offers_its_playlist_for_later(error: Exception):
    async with world(limited(FakePublisher(error=error))[0]) as (_, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)

        assert LATER in buttons(card.response.components)


@pytest.mark.parametrize("error", [None, SpotifyLoginNeeded(), StorageUnavailable()])
async def test_nothing_is_offered_for_later_where_waiting_does_not_help(error: Exception | None):
    async with world(limited(FakePublisher(error=error))[0]) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")

        assert LATER not in buttons(card.response.components)


async def test_whoever_wants_to_wait_hears_how_long_and_that_a_message_comes():
    memory = AgreedPeople()
    async with world(limited()[0], stores=people(memory)) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        told = [answer(await alice.click(card.response, label=LATER)) for _ in range(2)]

        assert [shown(one.components) for one in told] == [PROMISED, PROMISED]
        assert "10 minutes" in PROMISED
        assert all(one.ephemeral for one in told)
        assert only(memory).awaited_in == "en"


async def test_once_spotify_takes_playlists_again_the_link_comes_as_one_message():
    offered, publisher = limited()
    memory = AgreedPeople()
    async with world(offered, stores=people(memory)) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.click(card.response, label=LATER)
        await keep_some(env.bot)
        publisher.error = None
        for _ in range(2):
            await keep_some(env.bot)

        (message,) = messages(alice)
        assert shown(message.components) == f"**A tape for a calm mood**\n{READY}"
        assert links(message.components) == [PLAYLIST_URL]
        assert (only(memory).playlist_url, only(memory).awaited_in) == (PLAYLIST_URL, None)
        assert publisher.request_ids[-1] == f"later-{only(memory).tape_id}"


async def test_of_two_rounds_at_once_one_tells():
    offered, publisher = limited()
    async with world(offered) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.click(card.response, label=LATER)
        publisher.error = None
        await asyncio.gather(keep_some(env.bot), keep_some(env.bot))

        assert len(messages(alice)) == 1


async def test_a_wish_survives_a_restart_and_is_told_in_the_language_it_was_made_in():
    memory, german = AgreedPeople(), LANGUAGES.words_for("de")
    async with world(limited()[0], stores=people(memory)) as (env, channel, alice):
        memory.settings[alice.id] = PersonSettings(language="de")
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.click(card.response, label=german("button-later"))
        await env.restart_bot(simulated(services(), stores=people(memory)))
        await keep_some(env.bot)

        assert german("bot-playlist-ready") in shown(messages(alice)[0].components)


async def test_a_playlist_that_spotify_takes_by_now_is_made_at_once_and_not_told_again():
    offered, publisher = limited()
    memory = AgreedPeople()
    async with world(offered, stores=people(memory)) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.click(card.response, label=LATER)
        publisher.error = None
        told = [answer(await alice.click(card.response, label=LATER)) for _ in range(2)]
        await keep_some(env.bot)

        assert [links(one.components) for one in told] == [[PLAYLIST_URL]] * 2
        assert messages(alice) == []
        assert len(publisher.tapes) == 3


async def test_a_message_that_discord_refuses_leaves_the_link_behind_the_button(caplog: pytest.LogCaptureFixture):
    offered, publisher = limited()
    async with world(offered) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.click(card.response, label=LATER)
        publisher.error = None
        env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
        env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
        await keep_some(env.bot)
        tap = await alice.click(card.response, label=LATER)

        assert messages(alice) == []
        assert links(answer(tap).components) == [PLAYLIST_URL]
        assert "ERROR" not in caplog.text


async def test_only_its_owner_waits_for_a_shared_tape():
    memory = AgreedPeople()
    async with world(limited()[0], stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        card = await alice.slash(channel, "mood", mood="calm", private=False)
        await alice.click(card.response, label="Share")
        tap = await bob.click(card.response, label=LATER)

        assert shown(answer(tap).components) == ENGLISH("bot-later-not-yours")
        assert answer(tap).ephemeral
        assert only(memory).awaited_in is None
        assert LATER not in buttons(channel.last_message.components)


async def test_whoever_has_everything_deleted_is_not_written_to():
    offered, publisher = limited()
    memory = AgreedPeople()
    async with world(offered, stores=people(memory)) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.click(card.response, label=LATER)
        publisher.error = None
        await memory.delete(alice.id)
        await keep_some(env.bot)

        assert messages(alice) == []


async def test_promises_are_kept_until_the_end_whatever_goes_wrong():
    stop = asyncio.Event()

    class Mending(FakePublisher):
        async def publish(self, tape: Tape, **how: Any) -> Playlist | None:
            self.error = (LIMITED, ZeroDivisionError(), LIMITED, None)[min(len(self.tapes), 3)]
            if self.error is None:
                stop.set()
            return await super().publish(tape, **how)

    async with world(services(publisher=Mending())) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        env.bot.desk.services.publisher.tapes.clear()
        await alice.click(card.response, label=LATER)
        await asyncio.wait_for(keep_promises(env.bot, stop, every_s=0.01), 5)

        assert len(messages(alice)) == 1


async def test_what_may_stand_in_for_a_track_is_kept_while_a_playlist_is_awaited():
    class Sparing(FakeRecommender):
        async def pick(self, request: TapeRequest) -> Tape:
            return replace(await super().pick(request), spares=(track(99),))

    offered, publisher = limited(recommender=Sparing())
    memory = AgreedPeople()
    async with world(offered, stores=people(memory)) as (_, channel, alice):
        await alice.slash(channel, "mood", mood="calm")
        publisher.error = None
        await alice.slash(channel, "mood", mood="calm")

        waiting, made = memory.tapes_by_id.values()
        assert (waiting.tape.spares, made.tape.spares) == ((track(99),), ())


@pytest.mark.parametrize("name", ["tape", "await_playlist", "settings_of"])
@pytest.mark.parametrize("error", [StorageUnavailable(), ZeroDivisionError()], ids=["storage", "mistake"])
async def test_each_failure_while_asking_to_wait_ends_in_one_reply(name: str, error: Exception):
    class Failing(AgreedPeople):
        broken = False

        def __getattribute__(self, asked: str) -> Any:
            if asked == name and object.__getattribute__(self, "broken"):
                raise error
            return super().__getattribute__(asked)

    memory = Failing()
    async with world(limited()[0], stores=people(memory)) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        memory.broken = True
        begun = len(env.http_requests)
        tap = await alice.click(card.response, label=LATER)

        sent = env.http_requests[begun:]
        assert [one.method == "PATCH" or one.json["type"] == 4 for one in sent].count(True) == 1
        told = shown(answer(tap).components)
        assert told in (sentence(StorageUnavailable(), ENGLISH), PROMISED) or "incident" in told


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
async def test_requests_for_a_late_playlist_fit_discords_own_description():
    offered, publisher = limited()
    async with world(offered) as (env, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(card.response, label=LATER)
        publisher.error = None
        await keep_some(env.bot)
        await alice.click(card.response, label=LATER)

        assert all_complaints(env.http_requests) == []
