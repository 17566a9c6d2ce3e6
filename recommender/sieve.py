"""Which tracks a request leaves out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.music import Lack
from core.ports import TapeRequest
from recommender.catalogue import Catalogue
from recommender.near import Flags, Rows

Part = Rows | slice
Test = Callable[[Part], Flags]
EVERYTHING = slice(None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The tests that a track must pass, each with the reason that it gives."""

    size: int
    tests: tuple[tuple[Lack, Test], ...]

    def passing(self, rows: Part) -> Flags:
        """Say of each row whether it passes all tests."""
        count = self.size if isinstance(rows, slice) else len(rows)
        passed = np.ones(count, np.bool_)
        for _, test in self.tests:
            passed &= test(rows)
        return passed

    def share(self, *, samples: int = 2048) -> float:
        """Estimate how many of all tracks pass, 0 to 1."""
        rows = np.linspace(0, self.size - 1, min(self.size, samples)).astype(np.intp)
        return float(np.mean(self.passing(rows)))

    def reasons(self) -> dict[Lack, int]:
        """Count the tracks that fail, each by the first test that it fails."""
        left = np.ones(self.size, np.bool_)
        counts: dict[Lack, int] = {}
        for lack, test in self.tests:
            passed = left & test(EVERYTHING)
            counts[lack] = int(np.count_nonzero(left)) - int(np.count_nonzero(passed))
            left = passed
        return {lack: count for lack, count in counts.items() if count}


def wanted_by(request: TapeRequest, catalogue: Catalogue, *, blocked: Rows, unplaced: Rows, gone: Rows) -> Wanted:
    """Turn a request into tests.

    Args:
        blocked: Rows that the person has had or does not like.
        unplaced: Rows that lie nowhere on the plane.
        gone: Rows that Spotify does not have.
    """
    tests: list[tuple[Lack, Test]] = []
    if len(unplaced):
        tests.append((Lack.UNPLACED, _unmarked(unplaced, len(catalogue))))
    if len(gone):
        tests.append((Lack.GONE, _unmarked(gone, len(catalogue))))
    if len(blocked):
        tests.append((Lack.DISLIKED, _unmarked(blocked, len(catalogue))))
    if not request.explicit:
        tests.append((Lack.EXPLICIT, lambda rows: catalogue.explicit[rows] == 0))
    if request.genres:
        tests.append((Lack.GENRE, _one_of(catalogue.genre, _codes(request.genres, catalogue.genres))))
    if request.languages:
        tests.append((Lack.LANGUAGE, _one_of(catalogue.language, _codes(request.languages, catalogue.languages))))
    if request.decades:
        tests.append((Lack.DECADE, _in_decade(catalogue.year, request.decades)))
    return Wanted(len(catalogue), tuple(tests))


def _codes(names: Iterable[str], known: tuple[str, ...]) -> list[int]:
    wanted = {name.casefold() for name in names}
    return [code for code, name in enumerate(known) if name.casefold() in wanted]


def _one_of(values: NDArray[np.int16], codes: list[int]) -> Test:
    return lambda rows: _any([values[rows] == code for code in codes], values[rows])


def _in_decade(years: NDArray[np.int16], decades: Iterable[int]) -> Test:
    def test(rows: Part) -> Flags:
        year = years[rows]
        return _any([(year >= first) & (year < first + 10) for first in decades], year)

    return test


def _any(flags: list[Flags], like: NDArray[np.int16]) -> Flags:
    found = np.zeros(len(like), np.bool_)
    for flag in flags:
        found |= flag
    return found


def _unmarked(blocked: Rows, size: int) -> Test:
    marked = np.zeros(size, np.bool_)
    marked[blocked] = True
    return lambda rows: ~marked[rows]
