"""Live mode as a person's browser uses it: frames a second, waiting times, and memory over minutes.

    python -m benchmarks.live [--minutes 1] [--people 1] [--readers 2]

The real page with its two readers, and the real networks; each person's next picture (320 x 240 JPEG of a portrait that
sways) is sent when the last one's answer is there. Every two seconds somebody else makes a tape from a 512 x 512 photo
of the same portrait, to see what live mode costs those who wait. Memory is what this process (page and people) and its
readers hold together; the first tenth of the time does not count.
"""

import argparse
import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median, quantiles
from time import perf_counter

import httpx
from PIL import Image
from rich.console import Console
from websockets.asyncio.client import connect

from app.compose import open_services
from app.settings import Settings
from app.words import open_languages
from emotion.workers import PhotoWorkers
from tests.photos import astronaut, encoded
from web.consent import COOKIE, YES
from web.live import LiveLimits
from web.rates import Rates
from web.server import create_page, serve

STEPS = 40
TAPE_EVERY_S = 2.0
MEMORY_EVERY_S = 1.0
COOKIES = {COOKIE: YES}


@dataclass(slots=True)
class Seen:
    """What was measured: milliseconds an answer, milliseconds a tape, megabytes held."""

    frames_ms: list[float] = field(default_factory=list)
    tapes_ms: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)
    with_face: int = 0


def film() -> list[bytes]:
    """A portrait that sways, as the page's script sends it."""
    portrait = astronaut().resize((240, 240))
    frames = []
    for step in range(STEPS):
        frame = Image.new("RGB", (320, 240), "grey")
        frame.paste(portrait, (80 * step // STEPS, 0))
        frames.append(encoded(frame, quality=70))
    return [*frames, *reversed(frames)]


async def watch(home: str, seen: Seen, *, until_s: float) -> None:
    """Be one person before a camera."""
    frames = film()
    cookie = {"Cookie": f"{COOKIE}={YES}", "Origin": home}
    async with connect(
        f"{home.replace('http', 'ws')}/live", additional_headers=cookie, compression=None, proxy=None
    ) as socket:
        number = 0
        while (begun := perf_counter()) < until_s:
            await socket.send(frames[number % len(frames)])
            told = json.loads(await socket.recv())
            seen.with_face += bool(told["faces"])
            seen.frames_ms.append((perf_counter() - begun) * 1e3)
            number += 1


async def make_tapes(home: str, seen: Seen, *, until_s: float) -> None:
    photo = encoded(astronaut())
    async with httpx.AsyncClient(base_url=home, cookies=COOKIES, timeout=30) as client:
        while (begun := perf_counter()) < until_s:
            (await client.post("/tape", files={"photo": photo})).raise_for_status()
            seen.tapes_ms.append((perf_counter() - begun) * 1e3)
            await asyncio.sleep(TAPE_EVERY_S)


async def weigh(reader: PhotoWorkers, seen: Seen, *, until_s: float) -> None:
    while perf_counter() < until_s:
        seen.memory_mb.append(sum(map(_resident_mb, ["self", *map(str, reader.pids)])))
        await asyncio.sleep(MEMORY_EVERY_S)


def _resident_mb(pid: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


async def measure(*, minutes: float, people: int, readers: int) -> Seen:
    """Serve, watch and make tapes for so long."""
    stop, ready, seen = asyncio.Event(), asyncio.get_running_loop().create_future(), Seen()
    with open_services(Settings(_env_file=None), warm_readers=2) as services:
        assert isinstance(services.reader, PhotoWorkers)
        live = LiveLimits(readers=readers, connections_each=people)
        page = create_page(services, languages=open_languages(), rates=Rates(makes=10**6), live=live)
        serving = asyncio.create_task(serve(page, host="127.0.0.1", port=0, stop=stop, on_ready=ready.set_result))
        home = f"http://127.0.0.1:{await ready}"
        until_s = perf_counter() + 60 * minutes
        watching = [watch(home, seen, until_s=until_s) for _ in range(people)]
        tapes = make_tapes(home, seen, until_s=until_s)
        await asyncio.gather(*watching, tapes, weigh(services.reader, seen, until_s=until_s))
        stop.set()
        await serving
    return seen


def _spread(values: Sequence[float]) -> str:
    return f"median {median(values):.0f} ms, 95th percentile {quantiles(values, n=20)[-1]:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--people", type=int, default=1)
    parser.add_argument("--readers", type=int, default=2, help="How many of the two live mode may use at a time.")
    told = parser.parse_args()
    seen = asyncio.run(measure(minutes=told.minutes, people=told.people, readers=told.readers))
    each = len(seen.frames_ms) / (60 * told.minutes) / told.people
    settled = seen.memory_mb[len(seen.memory_mb) // 10 :]
    tenth = max(1, len(settled) // 10)
    first, last = mean(settled[:tenth]), mean(settled[-tenth:])
    console = Console()
    console.print(f"people: {told.people}; readers for them: {told.readers} of 2; minutes: {told.minutes:g}")
    console.print(f"analysed frames a second for each person: {each:.1f} (at least 10 wanted)")
    console.print(f"a frame's answer: {_spread(seen.frames_ms)}")
    console.print(f"frames with a face: {seen.with_face} of {len(seen.frames_ms)}")
    console.print(f"a tape beside it: {_spread(seen.tapes_ms)} ({len(seen.tapes_ms)} tapes)")
    console.print(f"memory: {first:.1f} MiB at first, {last:.1f} MiB at last, {last - first:+.1f} MiB")


if __name__ == "__main__":
    main()
