"""The recommender: latency, memory, paths, and what taste gains.

    python -m benchmarks.recommend [--runs 200] [--sizes 1000,100000,2000000] [--listeners 60] [--json]

Catalogues are generated. A tape has 20 tracks and all constraints: a goal that moves, three genres or languages or
decades, nothing explicit, sixty tracks to avoid, a taste of twenty thumbs. Milliseconds of one thread: its own time
("cpu"), which other programs on the machine do not disturb, and the clock's ("wall"). Text is not read from disk.

Listeners are simulated: each likes some genres, decades, tempos, artists and places of the plane more than others, and
about three in ten of all tracks. They ask for eight tapes of different moods and give a thumb to each track. The share
of liked tracks is compared with the same recommender without taste, with the most popular tracks and with random ones;
regret is how many of the twenty were not liked, summed over the tapes.
"""

import argparse
import json
from dataclasses import dataclass, replace
from itertools import product
from time import perf_counter, thread_time
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from core.mood import PICKABLE_MOODS, Goal, MoodName, mood_named
from core.music import Tape
from core.ports import TapeRequest
from core.taste import Opinion, Taste, Verdict, learn
from recommender.catalogue import Catalogue
from recommender.pick import CatalogueRecommender
from tests.recommender.generated import GENRES, LANGUAGES, generated

LENGTH = 20
NOW_S = 1.8e9
ARRAYS = ("valence", "arousal", "tempo_bpm", "loudness_db", "year", "explicit", "artist", "genre", "language", "key")
MOODS = (MoodName.HAPPY, MoodName.SAD, MoodName.CALM, MoodName.ENERGETIC, MoodName.ANGRY)


def constrained(catalogue: Catalogue, seed: int) -> TapeRequest:
    """A request with every constraint; which filter it has goes round."""
    dice = np.random.default_rng(seed)
    rows = dice.integers(0, len(catalogue), 80)
    thumbs = (Verdict.UP, Verdict.DOWN)
    taste = Taste()
    for row, track in zip(rows[:20].tolist(), catalogue.tracks(rows[:20]), strict=True):
        opinion = Opinion(thumbs[row % 2], track.point, int(catalogue.key[row]), NOW_S - row % 1000)
        taste = learn(taste, opinion)
    filters: list[dict[str, Any]] = [
        {"genres": frozenset(dice.choice(GENRES, 3).tolist())},
        {"languages": frozenset(dice.choice(LANGUAGES, 3).tolist())},
        {"decades": frozenset(dice.choice([1960, 1970, 1980, 1990, 2000, 2010], 3).tolist())},
    ]
    return TapeRequest(
        MOODS[seed % len(MOODS)],
        length=LENGTH,
        seed=seed,
        goal=(Goal.LIFT, Goal.CALM, Goal.ENERGISE, Goal.LET_OUT)[seed % 4],
        energy=float(dice.uniform(-0.5, 0.5)),
        avoid=frozenset(catalogue.key[rows[20:]].tolist()),
        explicit=False,
        tastes=(taste,),
        **filters[seed % 3],
    )


def measure_size(size: int, runs: int) -> dict[str, Any]:
    """Time tapes from a catalogue of one size, and look at their paths."""
    catalogue = generated(size)
    start = perf_counter()
    recommender = CatalogueRecommender(catalogue, clock=lambda: NOW_S)
    index_s = perf_counter() - start
    cpu_ms, wall_ms, tapes = [], [], []
    for seed in range(runs + 5):
        request = constrained(catalogue, seed)
        wall, cpu = perf_counter(), thread_time()
        tape = recommender.pick_now(request)
        if seed >= 5:
            cpu_ms.append((thread_time() - cpu) * 1e3)
            wall_ms.append((perf_counter() - wall) * 1e3)
            tapes.append(tape)
    return {
        "tracks": size,
        "cpu_ms": _median_and_p99(cpu_ms),
        "wall_ms": _median_and_p99(wall_ms),
        "index_s": index_s,
        "bytes_a_track": _bytes_a_track(catalogue, recommender),
        "paths": _paths(tapes) | {"plain": _plain(recommender)},
    }


def _median_and_p99(laps_ms: list[float]) -> dict[str, float]:
    return {"median": float(np.median(laps_ms)), "p99": float(np.percentile(laps_ms, 99))}


def _bytes_a_track(catalogue: Catalogue, recommender: CatalogueRecommender) -> float:
    """The arrays of catalogue and index; titles are beside the count."""
    own = sum(getattr(catalogue, name).nbytes for name in (*ARRAYS, "artist_key"))
    return (own + recommender.index_bytes) / len(catalogue)


def _paths(tapes: list[Tape]) -> dict[str, Any]:
    return {
        "largest_step": max(tape.steps.largest for tape in tapes),
        "mean_step": float(np.mean([tape.steps.mean for tape in tapes])),
        "tempo_step_bpm": float(np.max([tape.steps.tempo_bpm or 0 for tape in tapes])),
        "loudness_step_db": float(np.max([tape.steps.loudness_db or 0 for tape in tapes])),
        "artist_repeats": sum(len(tape.tracks) - len({track.artist for track in tape.tracks}) for tape in tapes),
        "short_tapes": sum(tape.shortage is not None for tape in tapes),
    }


def _plain(recommender: CatalogueRecommender, *, pairs: int = 20) -> dict[str, Any]:
    """Tapes without filters: two seeds, and "another" that avoids the first tape."""
    seeds: list[int] = []
    another: list[int] = []
    tapes: list[Tape] = []
    for mood, seed in product(PICKABLE_MOODS, range(pairs)):
        asked = TapeRequest(mood, seed=seed, length=LENGTH)
        first = recommender.pick_now(asked)
        second = recommender.pick_now(replace(asked, seed=seed + 1000))
        avoiding = recommender.pick_now(replace(asked, seed=seed + 2000, avoid=_keys(first)))
        seeds.append(len(_keys(first) & _keys(second)))
        another.append(len(_keys(first) & _keys(avoiding)))
        tapes += [first, second, avoiding]
    at_most_four = float(np.mean(np.array(seeds) <= 4))
    return {"shared_by_seeds_mean": float(np.mean(seeds)), "shared_by_seeds_most": max(seeds)} | {
        "seeds_share_at_most_4": at_most_four,
        "shared_with_another_most": max(another),
        **_paths(tapes),
    }


def _keys(tape: Tape) -> frozenset[int]:
    return frozenset(track.key for track in tape.tracks)


@dataclass(frozen=True)
class Listener:
    """Whom the recommender does not know: which rows they like."""

    likes: np.ndarray


def listener(catalogue: Catalogue, popularity: np.ndarray, dice: np.random.Generator) -> Listener:
    """Draw what somebody likes: the best three in ten by a sum of hidden preferences and a whim for each track."""
    artists = dice.normal(0, 0.5, int(catalogue.artist.max()) + 1)
    places = dice.uniform(-1, 1, 2)
    joy = (
        dice.normal(0, 1.0, len(GENRES) + 1)[catalogue.genre]
        + dice.normal(0, 0.6, 10)[(np.maximum(catalogue.year, 1950) - 1950) // 10]
        + artists[catalogue.artist]
        - 0.5 * np.nan_to_num(np.abs(catalogue.tempo_bpm - dice.uniform(80, 150)) / 28)
        - 0.5 * np.hypot(catalogue.valence - places[0], catalogue.arousal - places[1])
        + 0.3 * popularity
        + dice.normal(0, 0.5, len(catalogue))
    )
    return Listener(joy > np.quantile(joy, 0.7))


def simulate(size: int, listeners: int, *, tapes: int = 8) -> dict[str, Any]:
    """Let listeners ask and answer; share of liked tracks by tape, for four ways to choose."""
    catalogue = generated(size, seed=7)
    recommender = CatalogueRecommender(catalogue, clock=lambda: NOW_S)
    row_of = {int(key): row for row, key in enumerate(catalogue.key)}
    dice = np.random.default_rng(11)
    popularity = dice.normal(size=len(catalogue))
    shares = {way: np.zeros((listeners, tapes)) for way in ("taste", "no learning", "popularity", "random")}
    for number in range(listeners):
        who = listener(catalogue, popularity, dice)
        taste, had = Taste(), {"taste": frozenset[int](), "no learning": frozenset[int]()}
        moods = dice.permutation([*MOODS, *MOODS])[:tapes]
        for turn, mood in enumerate(moods):
            asked = TapeRequest(MoodName(mood), seed=number * 100 + turn, length=LENGTH)
            for way, tastes in (("taste", (taste,)), ("no learning", ())):
                tape = recommender.pick_now(replace(asked, avoid=had[way], tastes=tastes))
                rows = [row_of[track.key] for track in tape.tracks]
                had[way] |= _keys(tape)
                shares[way][number, turn] = who.likes[rows].mean()
                if way == "taste":
                    taste = _thumbs(taste, tape, who.likes[rows], NOW_S + turn)
            shares["popularity"][number, turn] = who.likes[_popular(catalogue, popularity, asked, turn)].mean()
            shares["random"][number, turn] = who.likes[dice.integers(0, len(catalogue), LENGTH)].mean()
    means = {way: share.mean(axis=0).tolist() for way, share in shares.items()}
    regret = {way: (LENGTH * np.cumsum(1 - share.mean(axis=0))).tolist() for way, share in shares.items()}
    return {
        "tracks": size,
        "listeners": listeners,
        "liked_share": means,
        "regret": regret,
        "gain_after_20_thumbs": means["taste"][1] / means["no learning"][1],
    }


def _thumbs(taste: Taste, tape: Tape, liked: np.ndarray, when_s: float) -> Taste:
    for track, good in zip(tape.tracks, liked, strict=True):
        taste = learn(taste, Opinion(Verdict.UP if good else Verdict.DOWN, track.point, track.key, when_s))
    return taste


def _popular(catalogue: Catalogue, popularity: np.ndarray, asked: TapeRequest, turn: int) -> np.ndarray:
    """The most popular of the hundred nearest tracks, others each time."""
    point = mood_named(MoodName(asked.feeling)).point
    near = np.argsort(np.hypot(catalogue.valence - point.valence, catalogue.arousal - point.arousal))[:200]
    return near[np.argsort(-popularity[near])][turn * 4 : turn * 4 + LENGTH]


def show(measured: dict[str, Any], console: Console) -> None:
    sizes = Table("tracks", "cpu ms median", "p99", "wall ms median", "p99", "index s", "bytes a track")
    for row in measured["sizes"]:
        laps = [row["cpu_ms"]["median"], row["cpu_ms"]["p99"], row["wall_ms"]["median"], row["wall_ms"]["p99"]]
        sizes.add_row(
            f"{row['tracks']:,}",
            *(f"{lap:.1f}" for lap in laps),
            f"{row['index_s']:.2f}",
            f"{row['bytes_a_track']:.0f}",
        )
    console.print(sizes)
    for row in measured["sizes"]:
        console.print(f"{row['tracks']:,}: {json.dumps(row['paths'])}", soft_wrap=True)
    simulated = measured["simulated"]
    shares = Table(
        "liked share, by tape", *(str(turn) for turn in range(1, len(simulated["regret"]["taste"]) + 1)), "regret"
    )
    for way, means in simulated["liked_share"].items():
        shares.add_row(way, *(f"{mean:.2f}" for mean in means), f"{simulated['regret'][way][-1]:.0f}")
    console.print(shares)
    console.print(f"after 20 thumbs: {simulated['gain_after_20_thumbs']:.2f} times the liked tracks of no learning")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--sizes", default="1000,100000,2000000")
    parser.add_argument("--listeners", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    measured = {
        "sizes": [measure_size(int(size), options.runs) for size in options.sizes.split(",") if size],
        "simulated": simulate(10_000, options.listeners),
    }
    if options.json:
        print(json.dumps(measured))
    else:
        show(measured, Console())


if __name__ == "__main__":
    main()
