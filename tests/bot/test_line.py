import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import simcord

from bot.jobs import Job, Jobs
from tests.bot.helpers import PHOTO, buttons, send_photo_dm, shown, simulated, world
from tests.fakes.services import FakeReader, services
from tests.fakes.words import ENGLISH


class ToldJobs(Jobs):
    """Tells the simulator that whoever stands in line waits on purpose."""

    def __init__(self, env: simcord.Env, **options: Any) -> None:
        super().__init__(**options)
        self._env = env

    @contextmanager
    def hold(self, person_id: int) -> Iterator[Job]:
        with super().hold(person_id) as job:
            wait = job.called.wait
            job.called.wait = lambda: self._env.external_wait(wait(), reason="the line")
            yield job


def slow_world(reader: FakeReader):
    return world(services(reader=reader), settle_timeout=1)


async def test_a_long_line_is_told_with_about_how_long_and_shrinks():
    async with slow_world(FakeReader(delay_s=8)) as (env, channel, alice):
        env.bot.desk.jobs = ToldJobs(env, at_once=1)
        people = [alice, *(env.guild.add_member(env.create_user(name)) for name in ("bob", "carol", "dave"))]
        results = [await person.slash(channel, "mood", photo=PHOTO) for person in people]
        told = list[str]()
        for _ in range(13):
            await env.advance_time(2.1)
            told.append(shown(results[3].response.components))

        waits = list(dict.fromkeys(one for one in told if "in line" in one))
        assert [re.findall("about (.*)[.]", one) for one in waits] == [["10 seconds"], ["5 seconds"]]
        assert told[-1] == "Reading your photo…"
        await env.advance_time(10)
        assert all("You look mostly happy" in shown(one.response.components) for one in results)


async def test_a_full_line_is_told_in_one_sentence():
    async with slow_world(FakeReader(delay_s=8)) as (env, channel, alice):
        env.bot.desk.jobs = ToldJobs(env, at_once=1, longest_line=0)
        await alice.slash(channel, "mood", photo=PHOTO)
        bob = env.guild.add_member(env.create_user("bob"))
        refused = await bob.slash(channel, "mood", photo=PHOTO)

        assert shown(refused.response.components) == ENGLISH("error-busy", count=1, unit="seconds")
        assert refused.ephemeral
        await env.advance_time(9)


async def test_a_running_job_can_be_stopped_and_leaves_one_answer():
    async with slow_world(FakeReader(delay_s=60)) as (env, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)
        await env.advance_time(3)
        assert buttons(result.response.components) == [ENGLISH("button-stop")]
        await alice.click(result.response, label=ENGLISH("button-stop"))

        assert shown(result.response.components) == ENGLISH("bot-stopped")
        assert result.followups == []
        again = await alice.slash(channel, "mood", mood="calm")
        assert "calm" in shown(again.response.components)


async def test_a_waiting_job_can_be_stopped_and_is_never_begun():
    reader = FakeReader(delay_s=60)
    async with slow_world(reader) as (env, channel, alice):
        env.bot.desk.jobs = ToldJobs(env, at_once=1)
        bob, carol = (env.guild.add_member(env.create_user(name)) for name in ("bob", "carol"))
        results = [await person.slash(channel, "mood", photo=PHOTO) for person in (alice, bob, carol)]
        await env.advance_time(3)
        await carol.click(results[2].response, label=ENGLISH("button-stop"))
        await env.advance_time(150)

        assert shown(results[2].response.components) == ENGLISH("bot-stopped")
        assert len(reader.photos) == 2


async def test_nobody_stops_the_job_of_somebody_else():
    async with slow_world(FakeReader(delay_s=60)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        result = await alice.slash(channel, "mood", photo=PHOTO, private=False)
        await env.advance_time(3)
        refused = await bob.click(result.response, label=ENGLISH("button-stop"))

        assert shown(refused.response.components) == ENGLISH("bot-not-yours")
        assert refused.ephemeral
        await env.advance_time(60)
        assert "You look mostly happy" in shown(result.response.components)


async def test_a_stop_button_that_a_restart_left_behind_gets_one_sentence():
    async with slow_world(FakeReader(delay_s=60)) as (env, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)
        await env.advance_time(3)
        await env.restart_bot(simulated(services()))
        tap = await alice.click(result.response, label=ENGLISH("button-stop"))

        assert shown(tap.response.components) == ENGLISH("bot-nothing-to-stop")


async def test_a_photo_message_that_takes_long_gets_one_reply_that_changes():
    async with slow_world(FakeReader(delay_s=60)) as (env, _, alice):
        await send_photo_dm(env, alice.user)
        await env.advance_time(3)
        reply = alice.user.dm_channel.last_message
        assert buttons(reply.components) == [ENGLISH("button-stop")]
        await env.advance_time(60)

        assert alice.user.dm_channel.last_message.id == reply.id
        assert "You look mostly happy" in shown(alice.user.dm_channel.last_message.components)
