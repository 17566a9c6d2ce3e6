import asyncio

import pytest

from bot.jobs import AlreadyAsked, Jobs, Stopping

ALICE, BOB = 1, 2


async def work(jobs: Jobs, person_id: int, gate: asyncio.Event) -> None:
    with jobs.hold(person_id):
        await gate.wait()


async def started(jobs: Jobs, person_id: int, gate: asyncio.Event) -> asyncio.Task[None]:
    task = asyncio.create_task(work(jobs, person_id, gate))
    await asyncio.sleep(0)
    return task


async def test_one_person_has_one_job_and_two_people_have_two():
    jobs, gate = Jobs(), asyncio.Event()
    tasks = [await started(jobs, ALICE, gate), await started(jobs, BOB, gate)]
    with pytest.raises(AlreadyAsked), jobs.hold(ALICE):
        pass

    gate.set()
    await asyncio.gather(*tasks)
    with jobs.hold(ALICE):
        pass


async def test_a_failed_job_makes_room_for_the_next():
    jobs = Jobs()
    with pytest.raises(ZeroDivisionError), jobs.hold(ALICE):
        raise ZeroDivisionError

    with jobs.hold(ALICE):
        pass


async def test_draining_waits_for_running_jobs_and_takes_no_new_ones():
    jobs, gate = Jobs(), asyncio.Event()
    task = await started(jobs, ALICE, gate)
    draining = asyncio.create_task(jobs.drain(limit_s=10))
    await asyncio.sleep(0)
    with pytest.raises(Stopping), jobs.hold(BOB):
        pass

    gate.set()
    await draining
    assert task.done()


async def test_draining_ends_what_takes_too_long():
    jobs = Jobs()
    task = await started(jobs, ALICE, asyncio.Event())
    await jobs.drain(limit_s=0.01)

    assert task.cancelled()
