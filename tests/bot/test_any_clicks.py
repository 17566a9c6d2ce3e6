import json
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
import simcord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.limits import Allowance
from bot.options import BotOptions
from core.emotion import Emotion, EmotionScores
from core.faces import Reading
from core.music import Tape
from core.ports import Services, TapeRequest
from tests.bot.helpers import AgreedPeople, parts, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import people
from tests.fakes.services import FakePublisher, FakeRecommender, face, reading, scores

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


@dataclass
class Party:
    """Three people in one channel, and every message that the bot has shown to any of them."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    members: list[simcord.MemberActor]
    store: AgreedPeople
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
        self._nothing_leaks(person, before)

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

    def _nothing_leaks(self, person: int, before: int) -> None:
        """Whatever was sent in answer to one person tells of nobody else's face, and to all of nobody's."""
        shared = {kept.owner_id for kept in self.store.tapes_by_id.values() if kept.shared}
        for request in self.env.http_requests[before:]:
            told = json.dumps(request.json, default=str, ensure_ascii=False)
            posted = request.method == "POST" and not request.path.endswith("/callback")
            for other, (percent, artist) in enumerate(zip(PERCENTS, ARTISTS, strict=True)):
                mine = other == person and not posted
                assert percent not in told or mine, request.path
                assert artist not in told or mine or self.members[other].id in shared, request.path

    async def consistent(self) -> None:
        """Each row belongs to one of them, what is exported is their own, and everybody is still served."""
        ids = {member.id for member in self.members}
        tables = (self.store.consents, self.store.settings, self.store.tastes, self.store.history)
        assert set().union(*tables) | {kept.owner_id for kept in self.store.tapes_by_id.values()} <= ids
        for member in self.members:
            told = repr(await self.store.export(member.id))
            assert not [other for other in ids - {member.id} if str(other) in told]
        for person in PEOPLE:
            await self.act(person, "photo", 0)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts)
async def test_whatever_people_press_the_store_stays_consistent_and_nobody_sees_anothers_face(
    steps: list[tuple[int, str, int]],
):
    store = AgreedPeople()
    offered = Services(PersonalReader(), PersonalRecommender(), FakePublisher(), FakeAccounts())
    async with world(offered, stores=people(store), bot_options=PATIENT) as (env, channel, alice):
        others = [env.guild.add_member(env.create_user(name)) for name in ("bob", "carol")]
        party = Party(env, channel, [alice, *others], store)
        for person, act, choice in [*((person, "photo", 0) for person in PEOPLE), *steps]:
            await party.act(person, act, choice)
        await party.consistent()
