"""Leaves Spotify alone for as long as it asks."""

import time
from collections.abc import Callable

from core.errors import SpotifyRateLimited


class Breaker:
    """One for all jobs of a process; safe from many threads, since it is one number."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until_s = 0.0

    @property
    def left_s(self) -> float:
        """How long nothing will pass yet, in seconds; 0 where all does."""
        return max(0.0, self._until_s - self._clock())

    def check(self) -> None:
        """Let a request pass.

        Raises:
            SpotifyRateLimited: Spotify asked to wait, and the wait is not over.
        """
        if left_s := self.left_s:
            raise SpotifyRateLimited(left_s)

    def open_for(self, seconds: float) -> None:
        """Let nothing pass for so long, or longer where that was said before."""
        self._until_s = max(self._until_s, self._clock() + seconds)
