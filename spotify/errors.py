"""Spotify's refusals and the network's failures in the words of `core.errors`, and when to try again.

| what comes back | what is raised | tried again |
|---|---|---|
| 401 | SpotifyLoginNeeded | once with a new token, by `spotify.client` |
| 403 | SpotifyForbidden | |
| 429 | SpotifyRateLimited | once, if the wait is short and it is no quota |
| 5xx, timeout, reset, a success without JSON | SpotifyUnavailable | twice, if repeating does no harm |
| any other 4xx | Refused, then SpotifyUnavailable by `spotify.client` | |
| 400 `invalid_grant` for a token | InvalidGrant, then SpotifyLoginNeeded by `spotify.tokens` | |
| any other 4xx for a token | SpotifyLoginNeeded | |
| nothing: the login is another account's by now | AnotherAccount, then SpotifyUnavailable by `spotify.client` | |

The checks are hooks of a `requests` session: they see each answer before spotipy does.
"""

import logging
import time
from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any, TypeVar, cast

from requests import RequestException, Response

from core.errors import (
    SpotifyForbidden,
    SpotifyLoginNeeded,
    SpotifyProblem,
    SpotifyRateLimited,
    SpotifyUnavailable,
)

logger = logging.getLogger(__name__)

T = TypeVar("T")

SHORT_WAIT_S = 2.0
UNKNOWN_WAIT_S = 60.0
QUOTA_WAIT_S = 3600.0
LONGEST_WAIT_S = 86_400.0
NOT_FOUND = 404
WITHOUT_JSON = ("/me/library", "/images")
DISPENSABLE = "/me/top/artists"


class Transient(Exception):
    """An answer that may well be another a moment later."""


class Refused(Exception):
    """An answer to a request that Spotify will not take, however often it is sent."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Negligible(Exception):
    """A 429 that is no quota, says nothing of how long, and is about what can be done without."""


class AnotherAccount(Exception):
    """The login is no longer that of the account that the work was begun in."""


class InvalidGrant(Exception):
    """Spotify no longer takes this refresh token or login code."""


def check_answer(response: Response, *_: Any, **__: Any) -> None:
    """Let an answer of the API pass, or raise what it means."""
    answer, status = _read(response), response.status_code
    if status < 400:
        if answer or _path(response).endswith(WITHOUT_JSON):
            return
        raise Transient("a success without JSON")
    logger.warning("Spotify answered %s to %s %s", status, response.request.method, _path(response))
    if status == 401:
        raise SpotifyLoginNeeded
    if status == 403:
        raise SpotifyForbidden
    raise _trouble(response)


def check_token_answer(response: Response, *_: Any, **__: Any) -> None:
    """Let an answer of the accounts service pass, or raise what it means."""
    answer, status = _read(response), response.status_code
    if status < 400:
        if isinstance(answer.get("access_token"), str) and isinstance(answer.get("expires_in"), int):
            return
        raise Transient("a success without a token")
    logger.warning("Spotify answered %s to a request for a token", status)
    if status == 429 or status >= 500:
        raise _trouble(response)
    if answer.get("error") == "invalid_grant":
        raise InvalidGrant
    raise SpotifyLoginNeeded


def keep_trying(attempt: Callable[[], T], *, pauses_s: Sequence[float], until_s: float) -> T:
    """Call until it works, as long as that makes sense and `until_s` of the monotonic clock is not reached.

    Args:
        pauses_s: Before each repetition after a failure of Spotify or the network; empty where repeating does harm.

    Raises:
        SpotifyProblem: It did not work.
    """
    pauses = iter(pauses_s)
    waited = False
    while True:
        problem: SpotifyProblem
        try:
            return attempt()
        except SpotifyRateLimited as limited:
            if waited or limited.retry_after_s > SHORT_WAIT_S:
                raise
            problem, pause_s, waited = limited, limited.retry_after_s, True
        except (Transient, RequestException) as error:
            problem, pause_s = SpotifyUnavailable(), next(pauses, None)
            problem.__cause__ = error
        if pause_s is None or time.monotonic() + pause_s >= until_s:
            raise problem
        time.sleep(pause_s)


def retry_after_s(response: Response) -> float:
    """Read how long Spotify wants to be left alone, in 0..86400 seconds."""
    quota = _is_quota(response)
    try:
        seconds = float(response.headers["Retry-After"])
    except (KeyError, ValueError):
        seconds = -1.0
    if not isfinite(seconds) or seconds < 0:
        return QUOTA_WAIT_S if quota else UNKNOWN_WAIT_S
    return min(max(seconds, UNKNOWN_WAIT_S) if quota else seconds, LONGEST_WAIT_S)


def _is_quota(response: Response) -> bool:
    return "QUOTA_EXCEEDED" in response.text[:2000]


def _trouble(response: Response) -> Exception:
    if response.status_code == 429:
        limited = SpotifyRateLimited(retry_after_s(response))
        if _path(response).endswith(DISPENSABLE) and not ("Retry-After" in response.headers or _is_quota(response)):
            limited.__cause__ = Negligible()
        return limited
    if response.status_code >= 500:
        return Transient(f"status {response.status_code}")
    return Refused(response.status_code)


def _read(response: Response) -> dict[str, Any]:
    """Read the whole body, which frees the connection, and give its JSON object; {} where it is none."""
    try:
        answer = response.json()
    except ValueError:
        return {}
    return cast("dict[str, Any]", answer) if isinstance(answer, dict) else {}


def _path(response: Response) -> str:
    return (response.request.path_url or "").partition("?")[0]
