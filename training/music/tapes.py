"""What tapes are like over many seeds: steps, artists, repeats, and how much of the catalogue they reach."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from core.errors import NoTracks
from core.mood import PICKABLE_MOODS, Goal, MoodName
from core.music import Tape
from core.ports import Recommender, TapeRequest

LENGTH = 20
LONG_STEP = 0.35
NOBODY = "various artists"

OnTape = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TapeQuality:
    """What the tapes of one mood are like.

    Attributes:
        mean_step, longest_step: Distances on the plane between neighbours, whose sides are 2 long.
        long_steps: Share of steps over .35.
        tapes_with_long_steps: Share of tapes that have one.
        artist_repeats: Tracks by an artist who is on the same tape already, all tapes together.
        mean_shared_with_another, most_shared_with_another: Tracks that "another" shares with the tape before it.
        mean_shared_with_stranger: Tracks that a tape shares with one made of another seed for somebody else.
        coverage: Share of the catalogue that was on at least one of the tapes.
    """

    mood: MoodName
    goal: Goal | None
    tapes: int
    mean_length: float
    mean_step: float
    longest_step: float
    long_steps: float
    tapes_with_long_steps: float
    artist_repeats: int
    mean_shared_with_another: float
    most_shared_with_another: int
    mean_shared_with_stranger: float
    coverage: float

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class TapesReport:
    """The tapes of each mood, and the share of the catalogue that all of them reach together."""

    moods: tuple[TapeQuality, ...]
    coverage: float

    def as_dict(self) -> dict[str, Any]:
        return {"coverage": self.coverage, "moods": [quality.as_dict() for quality in self.moods]}


def _ignore(_: str) -> None:
    pass


def measure_tapes(
    recommender: Recommender, *, catalogue_size: int, tapes: int, seed: int, on_tape: OnTape = _ignore
) -> TapesReport:
    """Make tapes for the moods that people pick, and for each one "another" that avoids its tracks.

    Args:
        tapes: Number of pairs per mood.
    """
    asked = [(mood, None) for mood in PICKABLE_MOODS] + [(MoodName.SAD, Goal.MATCH)]
    qualities: list[TapeQuality] = []
    heard: set[int] = set()
    for mood, goal in asked:
        pairs = asyncio.run(_pairs(recommender, mood, goal, seeds=range(seed, seed + tapes), on_tape=on_tape))
        reached = {track.key for pair in pairs for tape in pair for track in tape.tracks}
        heard |= reached
        qualities.append(_quality(mood, goal, pairs, coverage=len(reached) / catalogue_size))
    return TapesReport(tuple(qualities), coverage=len(heard) / catalogue_size)


async def _pairs(
    recommender: Recommender, mood: MoodName, goal: Goal | None, *, seeds: Iterable[int], on_tape: OnTape
) -> list[tuple[Tape, Tape]]:
    pairs: list[tuple[Tape, Tape]] = []
    for seed in seeds:
        tape = await recommender.pick(TapeRequest(mood, length=LENGTH, seed=seed, goal=goal))
        avoid = frozenset(track.key for track in tape.tracks)
        request = TapeRequest(mood, length=LENGTH, seed=seed + 1, goal=goal, avoid=avoid)
        pairs.append((tape, await _another(recommender, request, tape)))
        on_tape("Tapes")
    return pairs


async def _another(recommender: Recommender, request: TapeRequest, tape: Tape) -> Tape:
    try:
        return await recommender.pick(request)
    except NoTracks:
        return replace(tape, tracks=())


def _quality(mood: MoodName, goal: Goal | None, pairs: list[tuple[Tape, Tape]], *, coverage: float) -> TapeQuality:
    tapes = [tape for pair in pairs for tape in pair]
    steps = [np.array([a.point.distance_to(b.point) for a, b in pairwise(tape.tracks)]) for tape in tapes]
    every = np.concatenate(steps) if steps else np.zeros(0)
    shared = [_shared(one, other) for one, other in pairs]
    strangers = [_shared(one, other) for (one, _), (other, _) in pairwise(pairs)]
    return TapeQuality(
        mood=mood,
        goal=goal,
        tapes=len(tapes),
        mean_length=float(np.mean([len(tape.tracks) for tape in tapes])),
        mean_step=float(every.mean()) if len(every) else 0.0,
        longest_step=float(every.max(initial=0)),
        long_steps=float((every > LONG_STEP).mean()) if len(every) else 0.0,
        tapes_with_long_steps=float(np.mean([(own > LONG_STEP).any() for own in steps])),
        artist_repeats=sum(map(artist_repeats, tapes)),
        mean_shared_with_another=float(np.mean(shared)),
        most_shared_with_another=max(shared),
        mean_shared_with_stranger=float(np.mean(strangers)) if strangers else 0.0,
        coverage=coverage,
    )


def _shared(one: Tape, other: Tape) -> int:
    return len({track.key for track in one.tracks} & {track.key for track in other.tracks})


def artist_repeats(tape: Tape) -> int:
    """Count tracks by an artist who is on the tape already; each "Various Artists" is somebody else."""
    names = [track.artist.strip().casefold() for track in tape.tracks]
    named = [name for name in names if name != NOBODY]
    return len(named) - len(set(named))
