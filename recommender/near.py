"""Finding tracks near a point of the plane, and by number, in catalogues of any size.

Two sorted lists of rows do it, four bytes a track each. On a plane of two axes a grid of cells beats libraries for many
dimensions: it is built by one sort of 16-bit numbers (they insert track by track), its answers are exact, and it
filters while it looks, so that it finds what exists however few tracks pass.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, pi, sqrt

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]
Sieve = Callable[[Rows], Flags]
"""Says of each of these rows whether it may be on the tape."""

ROWS_PER_BUCKET = 32
MOST_CELLS_A_SIDE = 255
MOST_HASHES = 2**16


@dataclass(frozen=True, slots=True)
class Buckets:
    """Rows sorted by a small number: those of number k are `order[start[k]:start[k + 1]]`."""

    order: NDArray[np.int32]
    start: NDArray[np.int32]

    def rows(self, first: int, last: int) -> NDArray[np.int32]:
        """All rows whose number is in first..last."""
        return self.order[self.start[first] : self.start[last + 1]]


def buckets(numbers: NDArray[np.uint16], count: int) -> Buckets:
    """Sort rows by their numbers, each below `count`; a radix sort, which is linear."""
    order = np.argsort(numbers, kind="stable").astype(np.int32)
    counts = np.bincount(numbers, minlength=count)
    return Buckets(order, np.concatenate([[0], np.cumsum(counts)]).astype(np.int32))


@dataclass(frozen=True, slots=True)
class Grid:
    """Tracks by the cell of the plane that they lie in; cells in rows of equal valence."""

    valence: NDArray[np.float32]
    arousal: NDArray[np.float32]
    cells: Buckets
    side: int


def grid_of(valence: NDArray[np.float32], arousal: NDArray[np.float32]) -> Grid:
    """Put tracks into cells; valence and arousal in -1..1, [n]."""
    side = min(MOST_CELLS_A_SIDE, max(1, int(sqrt(len(valence) / ROWS_PER_BUCKET))))
    cell = _band(valence, side).astype(np.uint16) * np.uint16(side) + _band(arousal, side).astype(np.uint16)
    return Grid(valence, arousal, buckets(cell, side**2), side)


def nearest(grid: Grid, point: tuple[float, float], count: int, *, passing: Sieve, share: float) -> Rows:
    """Find the `count` tracks nearest to a point among those that pass; all that pass where they are fewer.

    Args:
        share: About how many of all tracks pass, 0 to 1; only how fast this is depends on it.
    """
    width = 2 / grid.side
    density = len(grid.valence) * share / 4
    radius = sqrt(count / max(density, 1e-9) / pi)
    while True:
        reach = min(grid.side, ceil(radius / width))
        rows = _block(grid, point, reach)
        rows = rows[passing(rows)]
        away = np.hypot(grid.valence[rows] - point[0], grid.arousal[rows] - point[1])
        sure = away <= reach * width
        if reach == grid.side or np.count_nonzero(sure) >= count:
            return rows if len(rows) <= count else rows[np.argpartition(away, count - 1)[:count]]
        radius = reach * width * 1.6


def _block(grid: Grid, point: tuple[float, float], reach: int) -> Rows:
    """All rows in the cells at most `reach` from the point's own."""
    here = _band(np.array(point, np.float64), grid.side)
    low, high = np.maximum(here - reach, 0).tolist(), np.minimum(here + reach, grid.side - 1).tolist()
    lines = (
        grid.cells.rows(line * grid.side + low[1], line * grid.side + high[1]) for line in range(low[0], high[0] + 1)
    )
    return np.concatenate([*lines]).astype(np.intp)


def _band(values: NDArray[np.float32] | NDArray[np.float64], side: int) -> NDArray[np.intp]:
    return np.clip(((values + 1) * (side / 2)).astype(np.intp), 0, side - 1)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Rows by a number that each track has, its key or its artist: the last bits of the number say in which bucket."""

    numbers: NDArray[np.int64] | NDArray[np.int32]
    by_hash: Buckets
    mask: int

    def rows_with(self, wanted: NDArray[np.int64]) -> Rows:
        """All rows with one of these numbers, those of the first number first; `wanted` holds each once."""
        place = wanted & self.mask
        begin, end = self.by_hash.start[place], self.by_hash.start[place + 1]
        sizes = end - begin
        skipped = np.cumsum(sizes) - sizes
        rows = self.by_hash.order[np.arange(sizes.sum()) + np.repeat(begin - skipped, sizes)].astype(np.intp)
        return rows[self.numbers[rows] == np.repeat(wanted, sizes)]


def lookup(numbers: NDArray[np.int64] | NDArray[np.int32]) -> Lookup:
    """Make rows findable by number."""
    hashes = min(MOST_HASHES, 2 ** max(0, len(numbers) // ROWS_PER_BUCKET).bit_length())
    return Lookup(numbers, buckets((numbers & (hashes - 1)).astype(np.uint16), hashes), hashes - 1)
