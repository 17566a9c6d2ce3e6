"""From a request to a tape: a mood, a path, the tracks near it, an order, and a reason for each."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from time import time

import numpy as np
from numpy.typing import NDArray

from core.emotion import EmotionScores
from core.errors import NoTracks
from core.mood import Goal, Mood, MoodName, MoodPoint, goals_for, mood_named
from core.music import Lack, Shortage, Tape
from core.ports import TapeRequest
from recommender.catalogue import Catalogue, artist_key
from recommender.goals import Path, path_of
from recommender.moods import mood_at, mood_of
from recommender.near import Grid, Rows, grid_of, lookup, nearest
from recommender.sequence import (
    REACH_MOVING,
    REACH_STAYING,
    Pool,
    choose,
    choose_spares,
    pool_of,
    smooth_order,
    steps_of,
)
from recommender.sieve import EVERYTHING, Wanted, wanted_by
from recommender.taste import draw_likes, group_likes, liked_rows, unwanted_rows
from recommender.why import reasons

POOL = 2048
"""Tracks weighed for a tape, where so many pass; many vary from tape to tape and leave taste a choice."""

RARE = 1 / 16
"""Where fewer pass, they are picked out first and searched alone."""

MOST_BY_LIKED_ARTISTS = 1000

TASTE = 5.0
"""Log-odds of a track that is surely liked over one of which nothing is known."""

FAVOURITE = 2.5
"""Log-odds of a track by an artist whom the person listens to elsewhere: half of one that is surely liked."""

STALE = 50.0
"""What it costs, in log-odds, that a person has had a track lately."""

TRACKS_PER_SPARE = 4
FEWEST_SPARES = 4
"""Spotify lacks few tracks of a tape; those it lacks are replaced by spares."""

DAY_S = 86_400
NO_ROWS: Rows = np.zeros(0, np.intp)


Artists = NDArray[np.int64]


class CatalogueRecommender:
    """Picks from one catalogue; one track per artist."""

    def __init__(self, catalogue: Catalogue, *, clock: Callable[[], float] = time) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self._unplaced = _unplaced(catalogue)
        self._grid = _grid(catalogue, self._unplaced)
        self._by_key = lookup(catalogue.key)
        self._by_artist = lookup(catalogue.artist_key)

    @property
    def index_bytes(self) -> int:
        """The memory that finding tracks takes beside the catalogue's own."""
        parts = (self._grid.cells, self._by_key.by_hash, self._by_artist.by_hash)
        return sum(part.order.nbytes + part.start.nbytes for part in parts)

    async def pick(self, request: TapeRequest) -> Tape:
        """Choose and order tracks; fewer than asked where fewer pass, and the tape says why.

        Raises:
            NoTracks: None passes, or the catalogue is empty.
        """
        return await asyncio.to_thread(self.pick_now, request)

    def pick_now(self, request: TapeRequest) -> Tape:
        """Do what `pick` does, in the caller's thread."""
        if not len(self._catalogue):
            raise NoTracks
        mood = _mood(request.feeling)
        goal = request.goal or _default_goal(request, mood)
        had, liked = self._by_key.rows_with(np.array([*request.avoid], np.int64)), self._liked_artists(request)
        tape, spares, path = self._choose(request, mood, goal, wanted=self._wanted(request, blocked=had), liked=liked)
        shortage = None
        if len(tape.rows) < request.length:
            wanted = self._wanted(request)
            if len(had):
                tape, spares, path = self._choose(request, mood, goal, wanted=wanted, liked=liked, had=had)
            shortage = self._shortage(request, wanted, tape)
        if not len(tape.rows):
            raise NoTracks(shortage)
        ordered = tape.part(smooth_order(tape, path))
        made = self._tape(request, mood, goal, path=path, ordered=ordered, liked=liked, shortage=shortage)
        return replace(made, spares=tuple(self._catalogue.tracks(spares)))

    def _wanted(self, request: TapeRequest, *, blocked: Rows = NO_ROWS) -> Wanted:
        disliked = (unwanted_rows(taste, self._by_key) for taste in request.tastes)
        return wanted_by(
            request,
            self._catalogue,
            blocked=np.concatenate([blocked, *disliked]),
            unplaced=self._unplaced,
            gone=self._by_key.rows_with(np.array([*request.gone], np.int64)),
        )

    def _choose(
        self, request: TapeRequest, mood: Mood, goal: Goal, *, wanted: Wanted, liked: Artists, had: Rows = NO_ROWS
    ) -> tuple[Pool, Rows, Path]:
        """Choose from more and more tracks until the tape is full or there are no more artists; then its spares.

        Tracks that the person has had lately are chosen where there is nothing else.
        """
        dice = np.random.default_rng(request.seed)
        draws = [
            draw_likes(taste, catalogue=self._catalogue, by_key=self._by_key, dice=dice, now_s=self._today_s())
            for taste in request.tastes
        ]
        reach = (REACH_STAYING if goal is Goal.MATCH else REACH_MOVING) * (1 + mood.spread / 2)
        length, count = request.length, POOL
        while True:
            path = path_of(mood, goal, length=length, destination=request.destination, energy=request.energy)
            rows, complete = self._near(path, wanted, count)
            if len(liked) and not complete:
                rows = np.union1d(rows, self._by(liked, wanted))
            pool = pool_of(self._catalogue, rows)
            favour = dice.gumbel(size=len(rows)) + TASTE * group_likes(draws, self._catalogue, rows)
            favour -= STALE * np.isin(rows, had)
            favour += FAVOURITE * np.isin(self._catalogue.artist_key[rows], _keys_of(request.favourites))
            chosen = choose(pool, path, favour=favour, reach=reach)
            if len(chosen) == length or not len(chosen):
                return pool.part(chosen), _spares(pool, path, chosen, favour=favour, reach=reach), path
            if complete:
                length = len(chosen)
            count *= 8

    def _near(self, path: Path, wanted: Wanted, count: int) -> tuple[Rows, bool]:
        """Find the tracks nearest to a path among those that pass, and say whether they are all that pass."""
        size, share, within = len(self._catalogue), 1.0, None
        if size > 4 * count:
            share = wanted.share()
        if size <= 4 * count or share < RARE:
            within = np.flatnonzero(wanted.passing(EVERYTHING))
            if len(within) <= count:
                return within, True
        grid = self._grid if within is None else grid_of(self._grid.valence[within], self._grid.arousal[within])
        points = {(float(valence), float(arousal)) for valence, arousal in path}
        each = max(count // len(points), 2 * len(path))
        passing = wanted.passing if within is None else _all
        found = [
            nearest(grid, point, each, passing=passing, share=share if within is None else 1.0) for point in points
        ]
        rows = np.unique(np.concatenate(found))
        return rows if within is None else within[rows], len(found[0]) < each

    def _by(self, artists: Artists, wanted: Wanted) -> Rows:
        rows = self._by_artist.rows_with(artists)[:MOST_BY_LIKED_ARTISTS]
        return rows[wanted.passing(rows)]

    def _liked_artists(self, request: TapeRequest) -> Artists:
        rows = [liked_rows(taste, self._by_key) for taste in request.tastes]
        thumbed = self._catalogue.artist_key[np.concatenate([NO_ROWS, *rows])]
        return np.unique(np.concatenate([thumbed, _keys_of(request.favourites)]))

    def _tape(
        self,
        request: TapeRequest,
        mood: Mood,
        goal: Goal,
        *,
        path: Path,
        ordered: Pool,
        liked: Artists,
        shortage: Shortage | None,
    ) -> Tape:
        tracks = self._catalogue.tracks(ordered.rows)
        known = np.isin(self._catalogue.artist_key[ordered.rows], liked).tolist()
        why = reasons(tracks, request=request, mood=mood, goal=goal, path=path, liked=known)
        explained = tuple(replace(track, why=reason) for track, reason in zip(tracks, why, strict=True))
        return Tape(mood, explained, goal, steps_of(ordered), shortage)

    def _shortage(self, request: TapeRequest, wanted: Wanted, tape: Pool) -> Shortage | None:
        if len(tape.rows) == request.length:
            return None
        counts = wanted.reasons()
        counts[Lack.ARTIST] = len(self._catalogue) - sum(counts.values()) - len(tape.rows)
        return Shortage(request.length, tuple((lack, count) for lack, count in counts.items() if count))

    def _today_s(self) -> float:
        """The time by days, so that a seed makes the same tape all day."""
        return self._clock() // DAY_S * DAY_S


def _keys_of(names: Iterable[str]) -> Artists:
    return np.array([artist_key(name) for name in names], np.int64)


def _spares(pool: Pool, path: Path, chosen: Rows, *, favour: NDArray[np.float64], reach: float) -> Rows:
    if len(chosen) == len(pool.rows):
        return NO_ROWS
    count = max(FEWEST_SPARES, len(chosen) // TRACKS_PER_SPARE)
    return pool.rows[choose_spares(pool, path, chosen=chosen, favour=favour, reach=reach, count=count)]


def _mood(feeling: EmotionScores | MoodName | MoodPoint) -> Mood:
    if isinstance(feeling, MoodName):
        return mood_named(feeling)
    return mood_at(feeling) if isinstance(feeling, MoodPoint) else mood_of(feeling)


def _default_goal(request: TapeRequest, mood: Mood) -> Goal:
    """A point was asked for exactly; a mood gets the goal that suits it."""
    return Goal.MATCH if isinstance(request.feeling, MoodPoint) else goals_for(mood)[0]


def _unplaced(catalogue: Catalogue) -> Rows:
    """Rows that lie nowhere on the plane."""
    return np.flatnonzero(~((np.abs(catalogue.valence) <= 1) & (np.abs(catalogue.arousal) <= 1)))


def _grid(catalogue: Catalogue, unplaced: Rows) -> Grid:
    valence, arousal = catalogue.valence, catalogue.arousal
    if len(unplaced):
        valence, arousal = valence.copy(), arousal.copy()
        valence[unplaced] = arousal[unplaced] = 0
    return grid_of(valence, arousal)


def _all(rows: Rows) -> NDArray[np.bool_]:
    return np.ones(len(rows), np.bool_)
