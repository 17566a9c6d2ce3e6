"""Choosing tracks near a mood, and ordering them so that each step is small."""

import asyncio
from math import isnan

import numpy as np
from numpy.typing import NDArray

from core.errors import NoTracks
from core.mood import Mood, MoodName, MoodPoint
from core.music import Tape, Track
from core.ports import TapeRequest
from recommender.catalogue import Catalogue
from recommender.moods import mood_named, mood_of

MAX_LENGTH = 100
POOL = 3
"""Tracks considered per track wanted: few keep to the mood, many vary from tape to tape."""

SPREAD = 0.15
"""Distance on the plane over which a track's odds fall by a factor of e."""

NOBODY = "various artists"

Floats = NDArray[np.float64]


class CatalogueRecommender:
    """Picks from one catalogue; one track per artist."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._table = catalogue.table
        self._points = catalogue.table[["valence", "arousal"]].to_numpy(np.float64)
        self._artists = _artist_codes(catalogue)

    async def pick(self, request: TapeRequest) -> Tape:
        """Choose and order tracks; fewer than asked where the catalogue has fewer artists.

        Raises:
            NoTracks: The catalogue is empty.
            ValueError: The length is not in 1..100.
        """
        if not 1 <= request.length <= MAX_LENGTH:
            raise ValueError(f"a tape has 1 to {MAX_LENGTH} tracks")
        if not len(self._table):
            raise NoTracks
        return await asyncio.to_thread(self._pick, request)

    def _pick(self, request: TapeRequest) -> Tape:
        mood = _mood(request)
        target = np.array([mood.point.valence, mood.point.arousal])
        away = np.hypot(*(self._points - target).T)
        drawn = self._draw(away, length=request.length, dice=np.random.default_rng(request.seed))
        ordered = drawn[smooth_order(self._points[drawn], start=int(np.argmin(away[drawn])))]
        return Tape(mood, tuple(self._track(int(row)) for row in ordered))

    def _draw(self, away: Floats, *, length: int, dice: np.random.Generator) -> NDArray[np.intp]:
        """Draw rows of different artists, nearer ones likelier (Gumbel's trick: weighted, without replacement)."""
        nearest = np.argsort(away, kind="stable")
        _, first = np.unique(self._artists[nearest], return_index=True)
        pool = nearest[np.sort(first)][: POOL * length]
        odds = -away[pool] / SPREAD + dice.gumbel(size=len(pool))
        return pool[np.argsort(-odds)[:length]]

    def _track(self, row: int) -> Track:
        cells = self._table.iloc[row]
        year = float(cells["year"])
        return Track(
            title=cells["title"],
            artist=cells["artist"],
            point=MoodPoint(float(cells["valence"]), float(cells["arousal"])),
            uri=cells["uri"],
            year=None if isnan(year) else int(year),
        )


def smooth_order(points: Floats, *, start: int) -> NDArray[np.intp]:
    """Order points [n, 2] from `start` on, each time by the nearest one that is left."""
    apart = np.hypot(*(points[:, np.newaxis] - points[np.newaxis]).transpose(2, 0, 1))
    order = [start]
    while len(order) < len(points):
        apart[:, order[-1]] = np.inf
        order.append(int(np.argmin(apart[order[-1]])))
    return np.array(order, np.intp)


def _mood(request: TapeRequest) -> Mood:
    feeling = request.feeling
    return mood_named(feeling) if isinstance(feeling, MoodName) else mood_of(feeling)


def _artist_codes(catalogue: Catalogue) -> NDArray[np.intp]:
    """Number the artists; a compilation's "Various Artists" is somebody else in each row."""
    codes: dict[str, int] = {}
    names = (str(name).casefold() for name in catalogue.table["artist"])
    keys = (f"{name}\n{row}" if name == NOBODY else name for row, name in enumerate(names))
    return np.array([codes.setdefault(key, len(codes)) for key in keys], np.intp)
