import json
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import pytest
import simcord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.limits import Allowance
from bot.options import BotOptions
from core.emotion import Emotion, EmotionScores
from core.faces import Reading
from core.music import Tape
from core.ports import People, Services, TapeRequest
from storage.database import Database
from storage.models import TapeRow
from storage.privacy import personal_tables
from tests.bot.helpers import AgreedPeople, parts, world
from tests.bot.stored import agreed_people
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import people
from tests.fakes.services import FakePublisher, FakeRecommender, face, reading, scores
from tests.storage.test_any_sequence import emptied

PEOPLE = range(3)
PERCENTS = ("71%", "72%", "73%")
"""How happy each of them looks: whoever else reads that has seen their analysis."""

ARTISTS = ("Alice's own", "Bob's own", "Carol's own")
"""Whose face a tape was made from: whoever else reads that has seen a tape that was not shared."""

PATIENT = BotOptions(allowance=Allowance(person=100_000, server=100_000))
COMMANDS: dict[str, dict[str, Any]] = {
    "mood": {"mood": "calm"},
    "privacy": {},
    "history": {},
    "preferences": {"history": True},
    "help": {},
    "spotify status": {},
}
Steps = list[tuple[int, str, int]]
acts = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE), st.sampled_from(["photo", "press", "press", "press", *COMMANDS]), st.integers(0)
    ),
    max_size=12,
)


class PersonalReader:
    """Reads each person's own face out of their photo."""

    async def read(self, photo: bytes) -> Reading:
        return reading(face(scores(Emotion.HAPPY, probability=0.71 + photo[0] / 100)))


class PersonalRecommender(FakeRecommender):
    """Names as the artist whose face a tape is made from."""

    async def pick(self, request: TapeRequest) -> Tape:
        tape = await super().pick(request)
        if not isinstance(request.feeling, EmotionScores):
            return tape
        artist = ARTISTS[round(request.feeling[Emotion.HAPPY] * 100) - 71]
        return replace(tape, tracks=tuple(replace(track, artist=artist) for track in tape.tracks))


class Kept(Protocol):
    """Looks behind the stores."""

    async def owners(self) -> set[int]: ...

    async def sharers(self) -> set[int]:
        """Give who has shared a tape that is kept."""
        ...


class InMemory(AgreedPeople):
    async def owners(self) -> set[int]:
        tables = (self.consents, self.settings, self.tastes, self.history)
        return {*set().union(*tables), *(kept.owner_id for kept in self.tapes_by_id.values())}

    async def sharers(self) -> set[int]:
        return {kept.owner_id for kept in self.tapes_by_id.values() if kept.shared}


class InDatabase:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def owners(self) -> set[int]:
        columns = [table.__table__.columns[str(table.person_column)] for table in personal_tables()]
        rows = [await self._database.read_async(lambda s, c=column: s.scalars(select(c)).all()) for column in columns]
        return {int(owner) for some in rows for owner in some}

    async def sharers(self) -> set[int]:
        shared = select(TapeRow.owner_id).where(TapeRow.shared)
        return set(await self._database.read_async(lambda session: session.scalars(shared).all()))


@dataclass
class Party:
    """Three people in one channel, and every message that the bot has shown to any of them."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    members: list[simcord.MemberActor]
    stores: People
    kept: "Kept"
    seen: list[Any] = field(default_factory=list)

    async def act(self, person: int, act: str, choice: int) -> None:
        member, before = self.members[person], len(self.env.http_requests)
        if act == "photo":
            result = await member.slash(self.channel, "mood", photo=("s.jpg", bytes([person]) * 10))
        elif act in COMMANDS:
            result = await member.slash(self.channel, act, **COMMANDS[act])
        else:
            result = await self._press(member, choice)
        if result:
            self.seen += [message for message in (result.response, *result.followups) if message]
        self._nothing_leaks(person, before, await self.kept.sharers())

    async def _press(self, member: simcord.MemberActor, choice: int) -> Any:
        pressable = [
            (message, part)
            for message in self.seen
            for part in parts(message.components)
            if part.get("custom_id") and part["type"] in (2, 3)
        ]
        if not pressable:
            return None
        message, part = pressable[choice % len(pressable)]
        try:
            if part["type"] == 3:
                return await member.select(message, ["sad"], custom_id=part["custom_id"])
            return await member.click(message, custom_id=part["custom_id"])
        except simcord.SetupError:
            return None

    def _nothing_leaks(self, person: int, before: int, sharers: set[int]) -> None:
        """Whatever was sent in answer to one person tells of nobody else's face, and to all of nobody's."""
        for request in self.env.http_requests[before:]:
            told = json.dumps(request.json, default=str, ensure_ascii=False)
            posted = request.method == "POST" and not request.path.endswith("/callback")
            for other, (percent, artist) in enumerate(zip(PERCENTS, ARTISTS, strict=True)):
                mine = other == person and not posted
                assert percent not in told or mine, request.path
                assert artist not in told or mine or self.members[other].id in sharers, request.path

    async def consistent(self) -> None:
        """Each row belongs to one of them, what is exported is their own, and everybody is still served."""
        ids = {member.id for member in self.members}
        assert await self.kept.owners() <= ids
        for member in self.members:
            told = repr(await self.stores.everything.export(member.id))
            assert not [other for other in ids - {member.id} if str(other) in told]
        for person in PEOPLE:
            await self.act(person, "photo", 0)


async def play(steps: Steps, stores: People, kept: Kept) -> None:
    offered = Services(PersonalReader(), PersonalRecommender(), FakePublisher(), FakeAccounts())
    async with world(offered, stores=stores, bot_options=PATIENT) as (env, channel, alice):
        others = [env.guild.add_member(env.create_user(name)) for name in ("bob", "carol")]
        party = Party(env, channel, [alice, *others], stores, kept)
        for person, act, choice in [*((person, "photo", 0) for person in PEOPLE), *steps]:
            await party.act(person, act, choice)
        await party.consistent()


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts)
async def test_whatever_people_press_the_store_stays_consistent_and_nobody_sees_anothers_face(steps: Steps):
    store = InMemory()
    await play(steps, people(store), store)


@pytest.mark.slow
@settings(max_examples=8, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(acts)
async def test_whatever_people_press_the_database_stays_consistent_and_nobody_sees_anothers_face(
    database: Database, steps: Steps
):
    await play(steps, agreed_people(emptied(database)), InDatabase(database))
    await database.close_async()
