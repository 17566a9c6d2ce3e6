"""A second clock: Spotify's, as its answers tell it. Ours may jump, and with it every playlist would be old."""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

from requests import Response


class SpotifyClock:
    """Listens to answers as a hook of a `requests` session; safe from many threads, since it is one value."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._ahead_s: float | None = None

    def hear(self, response: Response, *_: Any, **__: Any) -> None:
        """Read an answer's Date; one that makes no sense says nothing."""
        try:
            said_s = parsedate_to_datetime(response.headers["Date"]).timestamp()
        except (KeyError, ValueError, OverflowError):
            return
        self._ahead_s = said_s - self._monotonic()

    @property
    def now_s(self) -> float | None:
        """Spotify's time in seconds since 1970; None where no answer has told it yet."""
        return None if self._ahead_s is None else self._monotonic() + self._ahead_s
