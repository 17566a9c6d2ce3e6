"""The tapes that programs made lately, in memory only, each under an id that nobody can guess."""

from collections import OrderedDict
from collections.abc import Callable
from secrets import token_urlsafe
from time import time

from web.api_models import TapeTold
from web.problems import TapeUnknown

KEPT_S = 3600.0
MOST = 1000


class Shelf:
    """Holds the last tapes for an hour; the oldest goes where there are too many."""

    def __init__(self, *, kept_s: float = KEPT_S, most: int = MOST, clock: Callable[[], float] = time) -> None:
        self._kept_s = kept_s
        self._most = most
        self._clock = clock
        self._tapes: OrderedDict[str, tuple[float, TapeTold]] = OrderedDict()

    def place(self) -> tuple[str, float]:
        """Give a new id, and the second since 1970 until which it holds."""
        return token_urlsafe(16), self._clock() + self._kept_s

    def put(self, tape: TapeTold, *, until_s: float) -> None:
        self._tapes[tape.id] = until_s, tape
        self._clear()

    def get(self, number: str) -> TapeTold:
        """Give a tape by its id.

        Raises:
            TapeUnknown: It never was, or is not any more.
        """
        self._clear()
        if number not in self._tapes:
            raise TapeUnknown
        return self._tapes[number][1]

    def _clear(self) -> None:
        while self._tapes:
            oldest = next(iter(self._tapes))
            if len(self._tapes) <= self._most and self._tapes[oldest][0] > self._clock():
                return
            del self._tapes[oldest]
