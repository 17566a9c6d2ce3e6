"""Leaves alone for a while what failed, so that it does not keep others from their turn."""

import time
from collections.abc import Callable

SHORTEST_S = 60.0
LONGEST_S = 86_400.0


class Pauses:
    """A minute after the first failure, twice as long after each further one, at most a day."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, tuple[float, float]] = {}

    def over(self, name: str) -> bool:
        """Say whether it may be tried."""
        return self._failed.get(name, (0.0, 0.0))[0] <= self._clock()

    def failed(self, name: str) -> None:
        pause_s = min(LONGEST_S, self._failed.get(name, (0.0, SHORTEST_S / 2))[1] * 2)
        self._failed[name] = self._clock() + pause_s, pause_s

    def worked(self, name: str) -> None:
        self._failed.pop(name, None)
