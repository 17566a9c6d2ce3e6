"""What was made lately, in memory only, each thing under a name that nobody can guess."""

from collections import OrderedDict
from collections.abc import Callable
from secrets import token_urlsafe
from time import time
from typing import Generic, TypeVar

from web.problems import TapeUnknown

KEPT_S = 3600.0
MOST = 1000

T = TypeVar("T")


class Shelf(Generic[T]):
    """Holds the last things for an hour; the oldest goes where there are too many."""

    def __init__(self, *, kept_s: float = KEPT_S, most: int = MOST, clock: Callable[[], float] = time) -> None:
        self._kept_s = kept_s
        self._most = most
        self._clock = clock
        self._things: OrderedDict[str, tuple[float, T]] = OrderedDict()

    def place(self) -> tuple[str, float]:
        """Give a new name, and the second since 1970 until which it holds."""
        return token_urlsafe(16), self._clock() + self._kept_s

    def put(self, thing: T, *, name: str, until_s: float) -> None:
        self._things[name] = until_s, thing
        self._clear()

    def get(self, name: str) -> T:
        """Give a thing by its name.

        Raises:
            TapeUnknown: It never was, or is not any more.
        """
        self._clear()
        if name not in self._things:
            raise TapeUnknown
        return self._things[name][1]

    def _clear(self) -> None:
        while self._things:
            oldest = next(iter(self._things))
            if len(self._things) <= self._most and self._things[oldest][0] > self._clock():
                return
            del self._things[oldest]
