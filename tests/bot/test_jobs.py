import asyncio
import logging
import re

import pytest

from bot.jobs import AlreadyAsked, Cancelled, Job, Jobs, Stopping
from core.errors import Busy, NoFace

ALICE, BOB, CAROL = 1, 2, 3


class Work:
    """Jobs that each last until their gate opens; `begun` has the people in the order in which they were called."""

    def __init__(self, jobs: Jobs) -> None:
        self.jobs = jobs
        self.begun: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.held: dict[int, Job] = {}

    async def ask(self, person_id: int) -> "asyncio.Task[None]":
        self.gates[person_id] = asyncio.Event()
        task = asyncio.create_task(self._serve(person_id))
        for _ in range(3):
            await asyncio.sleep(0)
        return task

    async def _serve(self, person_id: int) -> None:
        async def work() -> None:
            self.begun.append(person_id)
            await self.gates[person_id].wait()

        with self.jobs.hold(person_id) as job:
            self.held[person_id] = job
            await job.run(work, limit_s=60)


async def test_one_person_has_one_job_and_two_people_have_two():
    work = Work(Jobs())
    tasks = [await work.ask(ALICE), await work.ask(BOB)]
    with pytest.raises(AlreadyAsked), work.jobs.hold(ALICE):
        pass

    for gate in work.gates.values():
        gate.set()
    await asyncio.gather(*tasks)
    with work.jobs.hold(ALICE):
        pass


async def test_a_failed_job_makes_room_for_the_next():
    jobs = Jobs()
    with pytest.raises(ZeroDivisionError), jobs.hold(ALICE):
        raise ZeroDivisionError

    with jobs.hold(ALICE):
        pass


async def test_whoever_came_first_is_called_first():
    work = Work(Jobs(at_once=1))
    tasks = [await work.ask(person) for person in (BOB, CAROL, ALICE)]
    assert work.begun == [BOB]

    work.gates[BOB].set()
    await tasks[0]
    await asyncio.sleep(0)
    assert work.begun == [BOB, CAROL]
    for gate in work.gates.values():
        gate.set()
    await asyncio.gather(*tasks)
    assert work.begun == [BOB, CAROL, ALICE]


async def test_the_expected_wait_shrinks_with_the_line():
    work = Work(Jobs(at_once=1))
    tasks = [await work.ask(person) for person in (ALICE, BOB, CAROL)]
    before = [work.held[person].wait_s for person in (ALICE, BOB, CAROL)]
    work.gates[ALICE].set()
    await tasks[0]
    after = [work.held[person].wait_s for person in (BOB, CAROL)]

    assert before == [0, 3, 6]
    assert after[0] == 0
    assert 0 < after[1] < 6
    await work.jobs.drain(limit_s=0)
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_full_line_says_when_to_come_back():
    work = Work(Jobs(at_once=1, longest_line=1))
    tasks = [await work.ask(ALICE), await work.ask(BOB)]
    with pytest.raises(Busy) as refused, work.jobs.hold(CAROL):
        pass

    assert refused.value.retry_after_s == 3
    await work.jobs.drain(limit_s=0)
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.parametrize("person", [ALICE, BOB], ids=["running", "waiting"])
async def test_a_job_can_be_cancelled_and_makes_room(person: int):
    work = Work(Jobs(at_once=1))
    tasks = {who: await work.ask(who) for who in (ALICE, BOB, CAROL)}
    assert work.jobs.cancel(person)
    with pytest.raises(Cancelled):
        await tasks.pop(person)

    for gate in work.gates.values():
        gate.set()
    await asyncio.gather(*tasks.values())
    assert set(work.begun) >= {ALICE, BOB, CAROL} - {person}
    assert not work.jobs.cancel(person)


async def test_draining_waits_for_running_jobs_and_takes_no_new_ones():
    work = Work(Jobs())
    task = await work.ask(ALICE)
    draining = asyncio.create_task(work.jobs.drain(limit_s=10))
    await asyncio.sleep(0)
    with pytest.raises(Stopping), work.jobs.hold(BOB):
        pass

    work.gates[ALICE].set()
    await draining
    assert task.done()
    assert task.exception() is None


async def test_draining_ends_waiting_jobs_at_once_and_lets_running_ones_finish():
    work = Work(Jobs(at_once=1))
    running, waiting = await work.ask(ALICE), await work.ask(BOB)
    draining = asyncio.create_task(work.jobs.drain(limit_s=10))
    with pytest.raises(Stopping):
        await waiting

    assert not running.done()
    work.gates[ALICE].set()
    await draining
    assert work.begun == [ALICE]


async def test_draining_ends_what_takes_too_long():
    work = Work(Jobs())
    task = await work.ask(ALICE)
    await work.jobs.drain(limit_s=0.01)

    assert isinstance(task.exception(), Stopping)


async def test_work_without_end_is_ended():
    with pytest.raises(TimeoutError), Jobs().hold(ALICE) as job:
        await job.run(asyncio.Event().wait, limit_s=0.01)


async def test_a_job_leaves_one_line_without_ids(caplog: pytest.LogCaptureFixture):
    async def fails() -> None:
        raise NoFace

    with caplog.at_level(logging.INFO, "bot.jobs"), Jobs().hold(123456789) as job:
        job.stage = "reading"
        with pytest.raises(NoFace):
            await job.run(fails, limit_s=1)

    [line] = caplog.messages
    assert re.fullmatch(r"job outcome=NoFace stage=reading waited_s=[0-9.]+ took_s=[0-9.]+", line)
