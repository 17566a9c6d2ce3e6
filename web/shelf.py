"""Tapes that were made lately: in memory only, without any face, each under a name that nobody can guess."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from time import time

from core.errors import SpotifyRateLimited, SpotifyUnavailable, StorageUnavailable
from core.flow import Result
from web.forms import Wishes
from web.problems import TapeUnknown

KEPT_S = 3600.0
WAITING_S = 26 * 3600.0
"""A tape that waits for its playlist is kept longer: Spotify's longest wait is a day."""
MOST = 2000
PASSING = (SpotifyRateLimited, SpotifyUnavailable, StorageUnavailable)
"""Why there is no playlist now, but may be one later."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One tape under its name, until so many seconds since 1970: nothing about who asked, and no reading."""

    name: str
    until_s: float
    result: Result
    wishes: Wishes


def waits(result: Result) -> bool:
    """Say whether the tape may get its playlist later."""
    return isinstance(result.spotify_problem, PASSING)


class Shelf:
    """Holds tapes for an hour, or for a day; where there are too many, those that end first go."""

    def __init__(self, *, most: int = MOST, clock: Callable[[], float] = time) -> None:
        self._most = most
        self._clock = clock
        self._tapes: dict[str, Shelved] = {}

    def put(self, result: Result, *, wishes: Wishes | None = None) -> Shelved:
        """Keep a tape under a new name."""
        until_s = self._clock() + (WAITING_S if waits(result) else KEPT_S)
        self._tapes = {name: kept for name, kept in self._tapes.items() if self._holds(kept)}
        if len(self._tapes) >= self._most:
            del self._tapes[min(self._tapes, key=lambda name: self._tapes[name].until_s)]
        return self._set(Shelved(token_urlsafe(16), until_s, replace(result, reading=None), wishes or Wishes()))

    def change(self, shelved: Shelved, result: Result) -> Shelved:
        """Keep what became of a tape, as long as the tape."""
        return self._set(replace(shelved, result=result))

    def get(self, name: str) -> Shelved:
        """Give a tape by its name.

        Raises:
            TapeUnknown: It never was, or is not any more.
        """
        kept = self._tapes.get(name)
        if kept is None or not self._holds(kept):
            raise TapeUnknown
        return kept

    def _set(self, shelved: Shelved) -> Shelved:
        self._tapes[shelved.name] = shelved
        return shelved

    def _holds(self, kept: Shelved) -> bool:
        return kept.until_s > self._clock()
