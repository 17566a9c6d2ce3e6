"""Damaged files of every format through the reader of the service: crashes, hangs, memory, and what people are told.

    python -m benchmarks.fuzz_photos [--files 100000] [--seconds S] [--seed 1] [--workers 2] [--keep FOLDER]

Each file is one of the tests' corpus (a 32 x 32 portrait in every format and colour mode, or a bomb), damaged by a
seeded generator: the same seed and number make the same file again (`--first`). With `--keep`, files that crashed a
worker or took too long are written to a folder. Memory is the largest that any worker was seen to hold, and what the
youngest and the oldest hundredth of the run held on average, so that growth shows. Exit status 1 where a file took its
worker with it.
"""

import argparse
import asyncio
import logging
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from math import inf
from pathlib import Path
from random import Random
from time import perf_counter

from core.errors import MoodtapeError, PhotoCrashesReader, PhotoTakesTooLong
from emotion.limits import WorkerLimits
from emotion.workers import PhotoWorkers
from tests.photos import BOMBS, astronaut, corpus, mutated

SUSPECT = (PhotoCrashesReader, PhotoTakesTooLong)
UNDAMAGED_EVERY = 50


@dataclass
class Tally:
    """What came of the files.

    Attributes:
        outcomes: Files by the error that refused them, or `read`.
        suspects: The error and the name of each file that took its worker with it.
        slowest_s: Seconds on the clock, the wait for a free worker not counted.
        resident_kib: Of all workers that were seen, photo by photo.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    suspects: list[tuple[str, str]] = field(default_factory=list)
    slowest_s: float = 0.0
    slowest: str = ""
    resident_kib: list[int] = field(default_factory=list)
    peak_kib: int = 0


async def fuzz(
    reader: PhotoWorkers,
    seeds: Mapping[str, bytes],
    *,
    files: int,
    seed: int,
    lanes: int = 2,
    keep: Path | None = None,
    first: int = 0,
    seconds: float = inf,
) -> Tally:
    """Read so many damaged files, or as many as there is time for, `lanes` at a time."""
    tally, numbers = Tally(), iter(range(first, first + files))
    until = perf_counter() + seconds

    async def lane() -> None:
        for number in takewhile(lambda _: perf_counter() < until, numbers):
            name, photo = damaged(seeds, seed=seed, number=number)
            trouble = await one_at_a_time(reader, photo, name=name, tally=tally)
            if trouble and keep:
                (keep / name).write_bytes(photo)

    await asyncio.gather(*(lane() for _ in range(lanes)))
    return tally


def damaged(seeds: Mapping[str, bytes], *, seed: int, number: int) -> tuple[str, bytes]:
    """Make one file of a run; every fiftieth is left whole."""
    random = Random(f"{seed}-{number}")
    kind, other = random.choice(sorted(seeds)), random.choice(sorted(seeds))
    photo = seeds[kind]
    if number % UNDAMAGED_EVERY:
        photo = mutated(photo, seeds[other], random)
    return f"{number:06d}-{kind.replace(';', '')}", photo


async def one_at_a_time(reader: PhotoWorkers, photo: bytes, *, name: str, tally: Tally) -> bool:
    """Read one file and enter what came of it; True where it took its worker with it."""
    start, outcome = perf_counter(), "read"
    try:
        await reader.read(photo)
    except MoodtapeError as error:
        outcome = type(error).__name__
        if isinstance(error, SUSPECT):
            tally.suspects.append((outcome, name))
    taken_s = perf_counter() - start
    if taken_s > tally.slowest_s:
        tally.slowest_s, tally.slowest = taken_s, name
    tally.outcomes[outcome] += 1
    for pid in reader.pids:
        note_memory(pid, tally)
    return bool(tally.suspects) and tally.suspects[-1][1] == name


def note_memory(pid: int, tally: Tally) -> None:
    """Enter what a worker holds, where the system tells it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return
    told = dict(line.split(":", 1) for line in lines if line.startswith(("VmRSS", "VmHWM")))
    if told:
        tally.resident_kib.append(int(told["VmRSS"].split()[0]))
        tally.peak_kib = max(tally.peak_kib, int(told["VmHWM"].split()[0]))


def show(tally: Tally, *, taken_s: float) -> None:
    files, part = sum(tally.outcomes.values()), max(1, len(tally.resident_kib) // 100)
    for outcome, count in tally.outcomes.most_common():
        print(f"{outcome:22} {count:8} {100 * count / files:6.2f} %")
    print(f"{files} files in {taken_s:.0f} s; slowest {tally.slowest_s:.2f} s ({tally.slowest})")
    young, old = tally.resident_kib[:part], tally.resident_kib[-part:]
    if young:
        print(
            f"worker memory: {sum(young) / part / 1024:.0f} MiB at first, {sum(old) / part / 1024:.0f} MiB at last, "
            f"{tally.peak_kib / 1024:.0f} MiB at most"
        )
    for trouble, name in tally.suspects:
        print(f"{trouble}: {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file, to make a file again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=inf, help="stop after so many")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clock-s", type=float, default=WorkerLimits().photo_s, help="raise it on a busy machine")
    parser.add_argument("--keep", type=Path, help="folder for files that crashed a worker or took too long")
    told = parser.parse_args()
    logging.basicConfig(level="ERROR")
    if told.keep:
        told.keep.mkdir(parents=True, exist_ok=True)
    seeds = corpus(astronaut().resize((32, 32))) | {name: make() for name, make in BOMBS.items()}
    reader = PhotoWorkers(workers=told.workers, worker_limits=WorkerLimits(photo_s=told.clock_s, start_s=300))
    start = perf_counter()
    try:
        options = {name: getattr(told, name) for name in ("files", "seed", "keep", "first", "seconds")}
        tally = asyncio.run(fuzz(reader, seeds, lanes=told.workers, **options))
    finally:
        reader.close()
    show(tally, taken_s=perf_counter() - start)
    sys.exit(bool(tally.suspects))


if __name__ == "__main__":
    main()
