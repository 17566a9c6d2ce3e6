import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.errors import Busy, DamagedPhoto, ModelMissing, PhotoCrashesReader, PhotoTakesTooLong, PhotoTooHeavy
from emotion.limits import PhotoLimits, WorkerLimits
from emotion.process import WorkerLost, parsed_error
from emotion.workers import PhotoWorkers
from tests.app.command import environment

PATIENT = WorkerLimits(photo_cpu_s=20, photo_s=120, start_s=120)


@contextmanager
def pool(*, workers=1, limits=PATIENT, **options):
    opened = PhotoWorkers(workers=workers, worker_limits=limits, program=["tests.fakes.worker"], **options)
    try:
        yield opened
    finally:
        opened.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: Callable[[], object]) -> None:
    until = time.monotonic() + 120
    while not condition() and time.monotonic() < until:
        time.sleep(0.01)
    assert condition()


async def test_a_photo_is_read_in_another_process():
    with pool() as reader:
        assert (await reader.read(b"pid")).width not in (os.getpid(), 640)


async def test_no_process_runs_before_the_first_photo():
    with pool() as reader:
        assert reader.pids == []


async def test_a_bad_photo_costs_no_worker():
    with pool() as reader:
        with pytest.raises(DamagedPhoto):
            await reader.read(b"damaged")
        pids = reader.pids
        await reader.read(b"fine")
        assert reader.pids == pids


@pytest.mark.parametrize("photo", [b"crash", b"eat", b"orphan"])
async def test_a_photo_that_ends_two_workers_is_refused_and_the_next_is_read(photo):
    with pool() as reader:
        with pytest.raises(PhotoCrashesReader):
            await reader.read(photo)
        assert (await reader.read(b"fine")).width == 640


async def test_a_worker_killed_in_the_middle_of_a_photo_costs_nobody_the_photo(tmp_path):
    arrived = tmp_path / "arrived"
    with pool() as reader:
        reading = asyncio.create_task(reader.read(f"once {arrived}".encode()))
        await asyncio.to_thread(wait_until, arrived.exists)
        os.kill(reader.pids[0], signal.SIGKILL)
        assert (await reading).width == 640


async def test_other_photos_notice_nothing_of_a_killed_worker(tmp_path):
    arrived = tmp_path / "arrived"
    with pool(workers=2) as reader:
        reading = asyncio.create_task(reader.read(f"once {arrived}".encode()))
        await asyncio.to_thread(wait_until, arrived.exists)
        others = [asyncio.create_task(reader.read(b"fine")) for _ in range(4)]
        os.kill(reader.pids[0], signal.SIGKILL)
        assert {each.width for each in await asyncio.gather(reading, *others)} == {640}


async def test_an_idle_worker_that_was_killed_is_replaced():
    with pool() as reader:
        await reader.read(b"fine")
        os.kill(reader.pids[0], signal.SIGKILL)
        assert (await reader.read(b"fine")).width == 640


@pytest.mark.parametrize(
    ("photo", "limits"),
    [
        (b"spin", WorkerLimits(photo_cpu_s=0.2, photo_s=120, start_s=120)),
        (b"sleep", WorkerLimits(photo_cpu_s=20, photo_s=0.2, start_s=120)),
    ],
)
async def test_a_photo_that_takes_too_long_is_refused(photo, limits):
    with pool(limits=limits) as reader:
        with pytest.raises(PhotoTakesTooLong):
            await reader.read(photo)
        assert len(reader.pids) == 1


async def test_a_worker_that_was_stopped_is_killed_in_time():
    with pool(limits=WorkerLimits(photo_s=0.5, start_s=120)) as reader:
        reader.start(1)
        reader.wait()
        os.kill(reader.pids[0], signal.SIGSTOP)
        with pytest.raises(PhotoTakesTooLong):
            await reader.read(bytes(10_000_000))


async def test_a_worker_writes_no_photo_to_a_file(tmp_path):
    with pool() as reader, pytest.raises(PhotoCrashesReader):
        await reader.read(f"write {tmp_path / 'photo'}".encode())
    assert (tmp_path / "photo").read_bytes() == b""


async def test_a_worker_sees_no_secret(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    with pool() as reader:
        assert (await reader.read(b"environment DISCORD_TOKEN")).height == 0
        assert (await reader.read(b"environment PATH")).height > 0


async def test_a_missing_network_is_told_at_the_start(monkeypatch):
    monkeypatch.setenv("LANG", "no-networks")
    with pool() as reader:
        reader.start(1)
        with pytest.raises(ModelMissing) as problem:
            reader.wait()
    assert problem.value.path == Path("nowhere/face.tflite")


async def test_the_event_loop_goes_on_while_a_photo_is_read(tmp_path):
    arrived = tmp_path / "arrived"
    with pool(limits=WorkerLimits(photo_s=3, start_s=120)) as reader:
        reading = asyncio.create_task(reader.read(f"once {arrived}".encode()))
        await asyncio.to_thread(wait_until, arrived.exists)
        assert not reading.done()
        with pytest.raises(PhotoTakesTooLong):
            await reading


async def test_a_crowd_is_told_to_come_back():
    with pool(max_waiting=2) as reader:
        waiting = [asyncio.create_task(reader.read(b"wait 0.1")) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await reader.read(b"fine")
        await asyncio.gather(*waiting)
        assert (await reader.read(b"fine")).width == 640


async def test_a_heavy_photo_is_refused_without_a_worker():
    with pool(limits=PATIENT) as reader:
        with pytest.raises(PhotoTooHeavy):
            await reader.read(bytes(PhotoLimits().size_bytes + 1))
        assert reader.pids == []


async def test_waiting_photos_are_bounded_in_bytes_too():
    with pool(max_waiting_bytes=100) as reader:
        waiting = asyncio.create_task(reader.read(b"wait 0.1" + 70 * b" "))
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await reader.read(bytes(40))
        await waiting


async def test_a_worker_lost_while_it_starts_again_costs_nobody_the_photo(tmp_path):
    arrived = tmp_path / "arrived"
    with pool() as reader:
        reading = asyncio.create_task(reader.read(f"once {arrived}".encode()))
        await asyncio.to_thread(wait_until, arrived.exists)
        first = reader.pids[0]
        os.kill(first, signal.SIGKILL)
        await asyncio.to_thread(wait_until, lambda: reader.pids and reader.pids[0] != first)
        os.kill(reader.pids[0], signal.SIGKILL)
        assert (await reading).width == 640


async def test_closing_ends_what_takes_too_long_and_says_that_it_is_a_bad_moment():
    with pool() as reader:
        reading = asyncio.create_task(reader.read(b"sleep"))
        await asyncio.to_thread(wait_until, lambda: reader.pids)
        await asyncio.to_thread(reader.close)
        with pytest.raises(Busy):
            await reading


async def test_closing_finishes_what_is_read_and_leaves_no_process():
    with pool() as reader:
        reading = asyncio.create_task(reader.read(b"wait 0.3"))
        await asyncio.to_thread(wait_until, lambda: reader.pids)
        pids = reader.pids
        await asyncio.to_thread(reader.close)
        assert (await reading).width == 640
    assert not any(map(alive, pids))


def test_a_worker_ends_with_its_parent():
    program = """
import os
from emotion.limits import WorkerLimits
from emotion.process import WorkerProcess

worker = WorkerProcess(WorkerLimits(start_s=120), program=["tests.fakes.worker"])
worker.start()
worker.wait()
os.write(1, str(worker.pid).encode())
os._exit(0)
"""
    done = subprocess.run([sys.executable, "-c", program], env=environment(), capture_output=True, check=True)
    wait_until(lambda: not alive(int(done.stdout)))


def test_what_decodes_and_infers_is_loaded_in_workers_only():
    program = "import sys, app.compose; print({'PIL', 'cv2', 'ai_edge_litert', 'pi_heif'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "answer",
    [
        {"error": "Busy", "told": {"retry_after_s": 9}},
        {"error": "BadPhoto", "told": {}},
        {"error": "Path", "told": {}},
        {"error": "DamagedPhoto", "told": {"colour": "red"}},
        {"error": "DamagedPhoto"},
    ],
)
def test_a_worker_names_only_errors_of_photos_and_networks(answer):
    with pytest.raises(WorkerLost):
        parsed_error(answer)
