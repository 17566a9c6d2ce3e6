import asyncio
import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import time

import pytest
from limits import RateLimitItemPerHour, RateLimitItemPerSecond
from limits.aio.strategies import FixedWindowRateLimiter
from sqlalchemy import text

from bot.limits import Allowance, FairLimits
from core.errors import TooManyTapes, TooManyTapesHere
from core.people import Retention
from storage.counts import StoredCounts
from storage.privacy import StoredPeople

ANA, BO, HERE = 10011001, 10021002, 5005
REPOSITORY = Path(__file__).parents[2]
TAKER = """
import asyncio, sys
from pathlib import Path
from bot.limits import Allowance, FairLimits
from core.errors import TooManyTapes
from storage.counts import StoredCounts
from storage.opening import open_database

async def main(folder, url):
    database = open_database(Path(folder), url=url or None)
    limits, had = FairLimits(Allowance(person=20), counts=StoredCounts(database)), 0
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(12):
        try:
            await limits.take(10011001, guild_id=None)
            had += 1
        except TooManyTapes:
            pass
    await database.close_async()
    print(had)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
async def counts(database):
    yield StoredCounts(database)
    await database.close_async()


async def test_a_share_outlives_the_process_that_counted_it(opened):
    for _ in range(2):
        database = opened()
        await FairLimits(Allowance(person=2), counts=StoredCounts(database)).take(ANA, guild_id=HERE)
        await database.close_async()
    database = opened()
    with pytest.raises(TooManyTapes) as refused:
        await FairLimits(Allowance(person=2), counts=StoredCounts(database)).take(ANA, guild_id=HERE)
    assert 3500 < refused.value.retry_after_s <= 3600
    await database.close_async()


async def test_of_many_who_ask_at_once_as_many_as_may_are_served(counts):
    limiter, three = FixedWindowRateLimiter(counts), RateLimitItemPerHour(3)
    assert sorted(await asyncio.gather(*(limiter.hit(three, "key") for _ in range(15)))) == [False] * 12 + [True] * 3


def test_of_many_threads_that_count_at_once_each_gets_another_sum(opened):
    async def count(times: int) -> list[int]:
        database = opened()
        sums = [await StoredCounts(database).incr("key", 60) for _ in range(times)]
        await database.close_async()
        return sums

    with ThreadPoolExecutor(4) as threads:
        sums = threads.map(lambda _: asyncio.run(count(15)), range(4))
    assert sorted(one for some in sums for one in some) == list(range(1, 61))


@pytest.mark.slow
def test_of_three_processes_that_count_at_once_exactly_the_share_is_served(opened, tmp_path):
    database = opened()
    url = "" if database.url.get_backend_name() == "sqlite" else database.url.render_as_string(hide_password=False)
    database.close()
    program = [sys.executable, "-c", TAKER, str(tmp_path), url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": REPOSITORY}
    takers = [subprocess.Popen(program, **pipes) for _ in range(3)]
    assert [taker.stdout.readline() for taker in takers] == ["ready\n"] * 3
    for taker in takers:
        taker.stdin.write("\n")
        taker.stdin.flush()
    assert sum(int(taker.communicate(timeout=60)[0]) for taker in takers) == 20


async def test_a_servers_share_is_exact_and_its_refusal_costs_the_person_nothing(counts):
    limits = FairLimits(Allowance(person=1, server=1), counts=counts)
    told = await asyncio.gather(*(limits.take(who, guild_id=HERE) for who in (ANA, BO)), return_exceptions=True)
    assert {type(one) for one in told} == {type(None), TooManyTapesHere}
    await limits.take(BO if told[0] is None else ANA, guild_id=None)


async def test_a_new_window_begins_with_the_first_count_after_the_last(counts):
    limiter, item = FixedWindowRateLimiter(counts), RateLimitItemPerSecond(1)
    assert await limiter.hit(item, "key")
    assert not await limiter.hit(item, "key")
    await asyncio.sleep(1.05)
    assert await counts.get(item.key_for("key")) == 0
    assert await limiter.hit(item, "key")


async def test_a_window_from_when_the_clock_was_ahead_begins_anew(counts, database):
    limiter, once = FixedWindowRateLimiter(counts), RateLimitItemPerHour(1)
    assert await limiter.hit(once, "key")
    database.write(lambda session: session.execute(text("UPDATE counts SET expires_at = expires_at + 86400")))
    assert await limiter.hit(once, "key")
    assert not await limiter.hit(once, "key")
    assert await counts.get_expiry(once.key_for("key")) < time() + 3601


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("how", ["read", "count"])
async def test_an_error_that_nobody_waits_for_any_more_is_no_alarm(counts, database, how, caplog):
    def fail(session):
        session.execute(text("SELECT * FROM nowhere"))

    database.write(lambda session: session.execute(text("DROP TABLE counts")))
    asked = asyncio.create_task(database.read_async(fail) if how == "read" else counts.incr("key", 60))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asked.cancel()
    await asyncio.wait({asked})
    await asyncio.wait({task for task in asyncio.all_tasks() if task.get_name() in {"database-read", "counts"}})
    assert asked.cancelled()
    del asked
    gc.collect()
    assert "never retrieved" not in caplog.text


async def test_no_id_is_in_the_table_and_late_counts_are_purged(counts, database):
    await FairLimits(Allowance(), counts=counts).take(ANA, guild_id=HERE)
    rows = database.read(lambda session: session.execute(text("SELECT * FROM counts")).all())
    assert len(rows) == 2
    assert not [row for row in rows for told in (str(ANA), str(HERE)) if told in str(row)]
    ends_at = max(row.expires_at for row in rows)
    assert await StoredPeople(database).purge(now=ends_at + 1, retention=Retention()) == 2


async def test_a_cleared_key_counts_afresh_and_a_reset_clears_all(counts):
    for key in ("a", "a", "b"):
        await counts.incr(key, 60)
    await counts.clear("a")
    assert (await counts.incr("a", 60), await counts.get("b"), await counts.check()) == (1, 1, True)
    await counts.reset()
    assert (await counts.get("a"), await counts.get("b")) == (0, 0)
