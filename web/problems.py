"""What can go wrong between a visitor and a page, and the HTTP status of every problem.

    PageProblem
    +-- FormUnreadable
    +-- NothingChosen           neither a photo nor a mood
    +-- ConsentMissing          a photo, but the notice was not agreed to
    +-- TracksOutOfRange
    +-- UploadTooSlow
    +-- HostUnknown
    +-- ForeignPage             another site's page sent it
    +-- LengthInvalid           the declared length is no number
    +-- TooManyRequests         retry_after_s
    +-- BodyTooHeavy            limit_bytes
    +-- ContentTypeUnknown
    +-- ValuesInvalid           values: where, and what is wrong
    +-- TapeUnknown
    +-- Restarting              the server stops before it could answer
    +-- Incident                number

`web/wording.py` has one sentence for each leaf.
"""

from dataclasses import dataclass

from core import errors
from core.errors import MoodtapeError


class PageProblem(Exception):
    """The root; only leaves are raised."""


class FormUnreadable(PageProblem):
    pass


class NothingChosen(PageProblem):
    """Neither a photo nor a mood."""


class ConsentMissing(PageProblem):
    """A photo, from somebody who did not agree to the notice."""


class TracksOutOfRange(PageProblem):
    pass


class UploadTooSlow(PageProblem):
    pass


class HostUnknown(PageProblem):
    pass


class ForeignPage(PageProblem):
    """Another site's page sent it."""


class LengthInvalid(PageProblem):
    pass


@dataclass(eq=False)
class TooManyRequests(PageProblem):
    retry_after_s: float


@dataclass(eq=False)
class BodyTooHeavy(PageProblem):
    limit_bytes: int


class ContentTypeUnknown(PageProblem):
    pass


@dataclass(eq=False)
class ValuesInvalid(PageProblem):
    """Each value's place, such as `feeling.point.valence`, and what is wrong with it; never the value."""

    values: tuple[tuple[str, str], ...]


class TapeUnknown(PageProblem):
    """There is no such tape, or not any more."""


class Restarting(PageProblem):
    """The server stops before it could answer."""


@dataclass(eq=False)
class Incident(PageProblem):
    """What nobody foresaw; `number` is in the log too."""

    number: str


Problem = MoodtapeError | PageProblem

STATUSES: dict[type[Exception], int] = {
    errors.PhotoTooHeavy: 413,
    errors.NoFace: 422,
    errors.FaceUnclear: 422,
    errors.TracksNotOnSpotify: 422,
    errors.BadPhoto: 400,
    errors.UnknownMood: 400,
    UploadTooSlow: 408,
    ConsentMissing: 403,
    ForeignPage: 403,
    TooManyRequests: 429,
    BodyTooHeavy: 413,
    ContentTypeUnknown: 415,
    ValuesInvalid: 422,
    TapeUnknown: 404,
    Restarting: 503,
    Incident: 500,
    PageProblem: 400,
    MoodtapeError: 503,
}
"""The first that fits counts."""


def status_of(problem: Problem) -> int:
    """Give the HTTP status; where wishes keep all tracks away, that is for the asker to mend."""
    if isinstance(problem, errors.NoTracks) and problem.shortage and problem.shortage.left_out:
        return 422
    return next(status for kind, status in STATUSES.items() if isinstance(problem, kind))


def retry_after_s(problem: Problem) -> float | None:
    """How long to wait before trying again; None where waiting does not help."""
    waits = isinstance(problem, errors.Busy | errors.SpotifyRateLimited | TooManyRequests)
    return problem.retry_after_s if waits else None
