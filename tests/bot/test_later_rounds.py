"""Rounds in which playlists that are waited for are made, a few at a time."""

import asyncio
from typing import Any

import pytest

from bot.later import A_ROUND, keep_promises, keep_some
from core.errors import (
    SpotifyLoginNeeded,
    SpotifyUnavailable,
    StorageUnavailable,
    TracksNotOnSpotify,
)
from core.mood import MoodName
from core.music import Playlist, Tape
from core.ports import KeptTape, TapeRequest
from core.wording import sentence
from tests.bot.helpers import AgreedPeople, shown, world
from tests.bot.test_later import LIMITED, messages, only
from tests.fakes.people import people
from tests.fakes.services import PLAYLIST_URL, FakePublisher, FakeRecommender, services
from tests.fakes.words import ENGLISH


class Choosy(FakePublisher):
    """Does not make the playlists of these requests."""

    def __init__(self, *refused: str, refusal: Exception) -> None:
        super().__init__()
        self.refused = refused
        self.refusal = refusal

    async def publish(self, tape: Tape, *, request_id: str | None = None, **how: Any) -> Playlist | None:
        self.error = self.refusal if request_id in self.refused else None
        return await super().publish(tape, request_id=request_id, **how)


async def wish(memory: AgreedPeople, person_id: int, tape: Tape, number: int) -> None:
    """Let a person wait for one more tape's playlist."""
    name, expires_at = f"tape-{number}", 9e9 + number
    kept = KeptTape(name, person_id, TapeRequest(tape.mood.name), tape, expires_at, awaited_in="en")
    await memory.keep_tape(kept)


async def test_a_wave_of_wishes_is_served_a_few_a_round_and_the_oldest_first():
    memory, publisher, tape = AgreedPeople(), FakePublisher(), await FakeRecommender().pick(TapeRequest(MoodName.CALM))
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        for number in range(2 * A_ROUND, 0, -1):
            await wish(memory, alice.id, tape, number)
        after = await keep_some(env.bot)
        assert publisher.request_ids == [f"later-tape-{number}" for number in range(1, A_ROUND + 1)]

        assert await keep_some(env.bot, after=after) > after
        assert await memory.awaited(after=0.0, limit=9) == []
        assert len(messages(alice)) == 2 * A_ROUND


@pytest.mark.parametrize("refusal", [SpotifyLoginNeeded(), StorageUnavailable(), ZeroDivisionError()])
async def test_what_cannot_be_made_waits_and_keeps_nobody_from_their_turn(refusal: Exception):
    memory, tape = AgreedPeople(), await FakeRecommender().pick(TapeRequest(MoodName.CALM))
    publisher = Choosy(*(f"later-tape-{number}" for number in range(1, A_ROUND + 1)), refusal=refusal)
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        for number in range(1, A_ROUND + 2):
            await wish(memory, alice.id, tape, number)
        after = await keep_some(env.bot, after=await keep_some(env.bot))

        assert len(messages(alice)) == 1
        assert len(await memory.awaited(after=0.0, limit=A_ROUND + 1)) == A_ROUND
        assert await keep_some(env.bot, after=after) == 0.0


async def test_while_spotify_is_silent_each_round_asks_once_and_the_next_asks_for_the_next():
    memory, tape = AgreedPeople(), await FakeRecommender().pick(TapeRequest(MoodName.CALM))
    publisher, after = FakePublisher(error=SpotifyUnavailable()), 0.0
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        for number in range(3):
            await wish(memory, alice.id, tape, number)
        for _ in range(5):
            after = await keep_some(env.bot, after=after)

        assert publisher.request_ids == [f"later-tape-{number}" for number in (0, 1, 2, 0)]


async def test_a_wish_that_can_never_be_fulfilled_ends_and_is_told_once():
    memory, tape = AgreedPeople(), await FakeRecommender().pick(TapeRequest(MoodName.CALM))
    publisher = FakePublisher(error=TracksNotOnSpotify())
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        await wish(memory, alice.id, tape, 1)
        for _ in range(3):
            await keep_some(env.bot)

        (message,) = messages(alice)
        assert sentence(TracksNotOnSpotify(), ENGLISH) in shown(message.components)
        assert len(publisher.tapes) == 1
        assert only(memory).awaited_in is None


@pytest.mark.parametrize("how", ["deleted", "fulfilled"])
async def test_a_wish_that_ends_while_others_are_served_makes_no_playlist(how: str):
    memory, tape = AgreedPeople(), await FakeRecommender().pick(TapeRequest(MoodName.CALM))

    class Meanwhile(FakePublisher):
        async def publish(self, tape: Tape, **more: Any) -> Playlist | None:
            if how == "deleted":
                memory.tapes_by_id.pop("tape-2", None)
            else:
                await memory.fulfil("tape-2", playlist_url=PLAYLIST_URL)
            return await super().publish(tape, **more)

    publisher = Meanwhile()
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        for number in (1, 2):
            await wish(memory, alice.id, tape, number)
        await keep_some(env.bot)

        assert publisher.request_ids == ["later-tape-1"]
        assert len(messages(alice)) == 1


async def test_an_end_leaves_the_rest_of_a_round_and_sends_the_message_of_the_playlist_just_made():
    memory, tape, stop = AgreedPeople(), await FakeRecommender().pick(TapeRequest(MoodName.CALM)), asyncio.Event()

    class Ending(FakePublisher):
        async def publish(self, tape: Tape, **more: Any) -> Playlist | None:
            stop.set()
            return await super().publish(tape, **more)

    publisher = Ending()
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        for number in range(3):
            await wish(memory, alice.id, tape, number)
        await asyncio.wait_for(keep_promises(env.bot, stop, every_s=0.01), 5)

        assert len(publisher.tapes) == len(messages(alice)) == 1


async def test_a_wait_that_spotify_asks_for_ends_the_round():
    memory, tape = AgreedPeople(), await FakeRecommender().pick(TapeRequest(MoodName.CALM))
    publisher = FakePublisher(error=LIMITED)
    async with world(services(publisher=publisher), stores=people(memory)) as (env, _, alice):
        for number in range(3):
            await wish(memory, alice.id, tape, number)

        assert await keep_some(env.bot, after=7.0) == 7.0
        assert len(publisher.tapes) == 1
