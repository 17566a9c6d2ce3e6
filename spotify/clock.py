"""A second clock: Spotify's, as its answers tell it. Ours may jump, and with it every playlist would be old."""

from email.utils import parsedate_to_datetime
from typing import Any

from requests import Response


class SpotifyClock:
    """Listens to answers as a hook of a `requests` session; safe from many threads, since it is one value.

    Attributes:
        heard_s: When the last answer came, by Spotify's clock, in seconds since 1970; None where none has told it.
    """

    def __init__(self) -> None:
        self.heard_s: float | None = None

    def hear(self, response: Response, *_: Any, **__: Any) -> None:
        """Read an answer's Date; one that makes no sense says nothing."""
        try:
            self.heard_s = parsedate_to_datetime(response.headers["Date"]).timestamp()
        except (KeyError, ValueError, OverflowError):
            return
