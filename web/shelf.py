"""Tapes that were made lately: in memory only, without any face, each under a name that nobody can guess."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from time import time

from core.errors import SpotifyRateLimited, SpotifyUnavailable, StorageUnavailable
from core.flow import Result
from core.mood import mood_named
from core.music import Tape, Track, Why
from web.forms import Wishes
from web.problems import TapeUnknown

KEPT_S = 3600.0
WAITING_S = 26 * 3600.0
"""A tape that waits for its playlist is kept longer: Spotify's longest wait is a day."""
MOST = 4000
PASSING = (SpotifyRateLimited, SpotifyUnavailable, StorageUnavailable)
"""Why there is no playlist now, but may be one later."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One tape under its name, until so many seconds since 1970; nothing about who asked."""

    name: str
    until_s: float
    result: Result
    wishes: Wishes


def waits(result: Result) -> bool:
    """Say whether the tape may get its playlist later."""
    return isinstance(result.spotify_problem, PASSING)


def faceless(result: Result) -> Result:
    """Leave out what a face looked like: the reading, where the mood lies, and which tracks are close to the look."""
    playlist = result.playlist
    bare = (
        replace(playlist, tracks=_unlooked(playlist.tracks), missing=_unlooked(playlist.missing)) if playlist else None
    )
    return replace(result, reading=None, tape=_faceless_tape(result.tape), playlist=bare)


def _faceless_tape(tape: Tape) -> Tape:
    """Only faces give a mood a spread, unless they show one emotion alone and lie where its mood does."""
    mood = mood_named(tape.mood.name) if tape.mood.spread else tape.mood
    return replace(tape, mood=mood, tracks=_unlooked(tape.tracks), spares=_unlooked(tape.spares))


def _unlooked(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    return tuple(replace(track, why=None) if track.why and track.why.why is Why.LOOK else track for track in tracks)


class Shelf:
    """Holds tapes for an hour, or for a day; where there are too many, the oldest go."""

    def __init__(self, *, most: int = MOST, clock: Callable[[], float] = time) -> None:
        self._most = most
        self._clock = clock
        self._tapes: dict[str, Shelved] = {}

    def put(self, result: Result, *, wishes: Wishes | None = None) -> Shelved:
        """Keep a tape under a new name, without any face; give it whole, for its maker alone."""
        until_s = self._clock() + (WAITING_S if waits(result) else KEPT_S)
        self._tapes = {name: kept for name, kept in self._tapes.items() if self._holds(kept)}
        if len(self._tapes) >= self._most:
            del self._tapes[next(iter(self._tapes))]
        whole = Shelved(token_urlsafe(16), until_s, result, wishes or Wishes())
        self._tapes[whole.name] = replace(whole, result=faceless(result))
        return whole

    def change(self, shelved: Shelved, result: Result) -> Shelved:
        """Keep what became of a tape, as long as the tape; one that is gone stays gone."""
        changed = replace(shelved, result=result)
        if shelved.name in self._tapes:
            self._tapes[shelved.name] = replace(changed, result=faceless(result))
        return changed

    def get(self, name: str) -> Shelved:
        """Give a tape by its name.

        Raises:
            TapeUnknown: It never was, or is not any more.
        """
        kept = self._tapes.get(name)
        if kept is None or not self._holds(kept):
            raise TapeUnknown
        return kept

    def _holds(self, kept: Shelved) -> bool:
        return kept.until_s > self._clock()
