"""Choosing a track for each point of a path, and ordering the chosen so that each step is small."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.music import Steps
from recommender.catalogue import Catalogue
from recommender.goals import Path
from recommender.near import Rows

Floats = NDArray[np.float64]

STEP = 0.35
"""Neighbours on a tape are to be no farther apart on the plane, nor in the next two."""
TEMPO_STEP_BPM = 40.0
LOUDNESS_STEP_DB = 6.0

REACH_STAYING = 0.32
REACH_MOVING = 0.2
"""Distance from the path at which a track's odds have fallen by a factor of e. A path that stays at one point needs the
wider one, so that two tapes differ in a catalogue of a thousand."""

LEAP = 1000.0
JUMP = 8.0
"""What a step too far on the plane, or in tempo or loudness, costs beside the odds."""

OFF_PATH = 2.0
"""What standing a distance off the path costs in the order, beside a step of the same distance."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The tracks that a tape is made from: rows of the catalogue, and what counts for the order, [m] each."""

    rows: Rows
    valence: Floats
    arousal: Floats
    tempo_bpm: Floats
    loudness_db: Floats
    artist: NDArray[np.int32]

    def part(self, places: Rows) -> "Pool":
        """Only these of the tracks, in this order."""
        return Pool(
            self.rows[places],
            self.valence[places],
            self.arousal[places],
            self.tempo_bpm[places],
            self.loudness_db[places],
            self.artist[places],
        )


def pool_of(catalogue: Catalogue, rows: Rows) -> Pool:
    """Read rows of a catalogue."""
    return Pool(
        rows,
        catalogue.valence[rows].astype(np.float64),
        catalogue.arousal[rows].astype(np.float64),
        catalogue.tempo_bpm[rows].astype(np.float64),
        catalogue.loudness_db[rows].astype(np.float64),
        catalogue.artist[rows],
    )


def choose(pool: Pool, path: Path, *, favour: Floats, reach: float) -> Rows:
    """Choose a track of another artist for each point of the path; fewer where there are fewer artists.

    Each time the best is taken: what is near the point, what `favour` (log-odds, [m]) adds, and no leap from the
    track before unless there is no other.
    """
    chosen: list[int] = []
    price = -favour
    for valence, arousal in path:
        cost = price + ((pool.valence - valence) ** 2 + (pool.arousal - arousal) ** 2) / reach**2
        if chosen:
            cost += _leaps(pool, chosen[-1])
        best = int(np.argmin(cost)) if len(cost) else -1
        if best < 0 or not np.isfinite(cost[best]):
            break
        chosen.append(best)
        price[pool.artist == pool.artist[best]] = np.inf
    return np.array(chosen, np.intp)


def choose_spares(pool: Pool, path: Path, *, chosen: Rows, favour: Floats, reach: float, count: int) -> Rows:
    """Choose up to `count` more tracks along the path, each by an artist of its own who is not among the chosen."""
    spares: list[int] = []
    price = np.where(np.isin(pool.artist, pool.artist[chosen]), np.inf, -favour)
    for valence, arousal in path[np.linspace(0, len(path) - 1, count).round().astype(np.intp)]:
        cost = price + ((pool.valence - valence) ** 2 + (pool.arousal - arousal) ** 2) / reach**2
        best = int(np.argmin(cost))
        if not np.isfinite(cost[best]):
            break
        spares.append(best)
        price[pool.artist == pool.artist[best]] = np.inf
    return np.array(spares, np.intp)


def _leaps(pool: Pool, last: int) -> Floats:
    """What the step from one track to each other one costs."""
    away = np.hypot(pool.valence - pool.valence[last], pool.arousal - pool.arousal[last])
    cost = np.where(away > STEP, LEAP * (1 + away), 0)
    cost += JUMP * (np.abs(pool.tempo_bpm - pool.tempo_bpm[last]) > TEMPO_STEP_BPM)
    cost += JUMP * (np.abs(pool.loudness_db - pool.loudness_db[last]) > LOUDNESS_STEP_DB)
    return cost


def smooth_order(tape: Pool, path: Path) -> Rows:
    """Turn round stretches of a tape (2-opt) until no turn makes its steps smaller without leaving the path."""
    count = len(tape.rows)
    step = np.pad(_strain(tape), (0, 1))
    off = OFF_PATH * ((tape.valence[:, None] - path[:, 0]) ** 2 + (tape.arousal[:, None] - path[:, 1]) ** 2) / STEP**2
    order = np.arange(count + 1)
    stretches = _stretches(count)
    for _ in range(4 * count):
        gain = _gains(step[order[:, None], order].ravel(), off[order[:count]].ravel(), stretches)
        best = int(np.argmax(gain))
        if gain[best] < 1e-9:
            break
        first, last = int(stretches.first[best]), int(stretches.last[best])
        order[first : last + 1] = order[first : last + 1][::-1]
    return order[:count]


def steps_of(tape: Pool) -> Steps:
    """Measure how far neighbours are from each other."""
    if len(tape.rows) < 2:
        return Steps(0.0, 0.0)
    away = np.hypot(np.diff(tape.valence), np.diff(tape.arousal))
    return Steps(float(away.max()), float(away.mean()), _largest(tape.tempo_bpm), _largest(tape.loudness_db))


def _largest(values: Floats) -> float | None:
    jumps = np.abs(np.diff(values))
    known = jumps[np.isfinite(jumps)]
    return float(known.max()) if len(known) else None


def _strain(tape: Pool) -> Floats:
    """What each step from track to track costs, [n, n]; in units of the bounds, squared, and much more beyond them."""
    away = np.hypot(np.subtract.outer(tape.valence, tape.valence), np.subtract.outer(tape.arousal, tape.arousal)) / STEP
    tempo = np.nan_to_num(np.abs(np.subtract.outer(tape.tempo_bpm, tape.tempo_bpm)) / TEMPO_STEP_BPM)
    loudness = np.nan_to_num(np.abs(np.subtract.outer(tape.loudness_db, tape.loudness_db)) / LOUDNESS_STEP_DB)
    smooth = away**2 + 0.25 * tempo**2 + 0.25 * loudness**2
    return smooth + 50 * (away > 1) + JUMP * (tempo > 1) + JUMP * (loudness > 1)


@dataclass(frozen=True, slots=True)
class _Stretches:
    """All stretches first..last of a tape, those with the same middle together, the shortest first.

    The rest are places in flat matrices: of steps as they are and as they would be, and of tracks on the path. `begin`
    is where the stretches with the same middle begin, `worth` is 1/2 for those of one track.
    """

    first: Rows
    last: Rows
    begin: Rows
    worth: Floats
    steps_now: tuple[Rows, Rows]
    steps_turned: tuple[Rows, Rows]
    on_path: tuple[Rows, Rows]
    diagonal: Rows


def _stretches(count: int) -> _Stretches:
    first, last = np.triu_indices(count)
    by_middle = np.lexsort((last - first, first + last))
    first, last = first[by_middle], last[by_middle]
    middle, side = first + last, count + 1
    before, after = (first - 1) % side, last + 1
    return _Stretches(
        first,
        last,
        begin=np.searchsorted(middle, middle),
        worth=np.where(first == last, 0.5, 1.0),
        steps_now=(before * side + first, last * side + after),
        steps_turned=(before * side + last, first * side + after),
        on_path=(first * count + last, last * count + first),
        diagonal=np.arange(count) * (count + 1),
    )


def _gains(step: Floats, off: Floats, stretches: _Stretches) -> Floats:
    """What turning round each stretch saves; steps and distances from the path in the present order, flat.

    Turned round, the track at i stands at j and the one at j at i, and so on inwards: a running sum over the stretches
    with the same middle gives all of them at once. Beyond both ends of the tape steps cost nothing.
    """
    pair = (off[stretches.on_path[0]] + off[stretches.on_path[1]]) * stretches.worth
    total = np.cumsum(pair)
    turned = total - (total - pair)[stretches.begin]
    kept = np.concatenate([[0.0], np.cumsum(off[stretches.diagonal])])
    saved = kept[stretches.last + 1] - kept[stretches.first] - turned
    now, then = stretches.steps_now, stretches.steps_turned
    return saved + step[now[0]] + step[now[1]] - step[then[0]] - step[then[1]]
