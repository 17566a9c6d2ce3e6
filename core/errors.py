"""Everything that can go wrong in a way that a person should hear about.

    MoodtapeError
    +-- BadPhoto
    |   +-- NotAnImage
    |   +-- DamagedPhoto
    |   +-- PhotoTooHeavy       size_bytes, limit_bytes
    |   +-- TooManyPixels       limit_px
    |   +-- PhotoTakesTooLong
    |   +-- PhotoCrashesReader
    |   +-- PhotoUnavailable
    |   +-- PhotoFileUnreadable path
    +-- NoFace
    +-- FaceUnclear             reason
    +-- UnknownMood             name
    +-- NoTracks                shortage
    +-- TapeGone
    +-- Busy                    retry_after_s
    +-- TooManyTapes            retry_after_s
    +-- TooManyTapesHere        retry_after_s
    +-- StorageUnavailable
    +-- SpotifyProblem
    |   +-- SpotifyLoginNeeded
    |   +-- SpotifyLinkEnded
    |   +-- SpotifyForbidden
    |   +-- SpotifyRateLimited  retry_after_s
    |   +-- SpotifyUnavailable
    |   +-- TracksNotOnSpotify
    +-- LinkProblem
    |   +-- LinkExpired
    |   +-- LinkDeclined
    |   +-- LinkFailed
    |   +-- LinkNotAllowed
    |   +-- NotLinked
    +-- OperatorProblem
        +-- SettingsInvalid     setting, advice
        +-- ReaderCannotStart   reason
        +-- ModelMissing        path
        +-- ModelMismatch       path, reason
        +-- CatalogueMissing    path
        +-- CatalogueInvalid    path, reason
        +-- DataInvalid         path, reason
        +-- DownloadFailed      what, reason
        +-- FolderUnusable      path
        +-- DatabaseUnusable    where, reason
        +-- SecretKeyWrong
        +-- DiscordTokenRejected
        +-- SpotifyLoginFailed  reason
        +-- DiscordUnreachable
        +-- TrainingNotInstalled
        +-- PortTaken           port

Errors carry data; `core/wording.py` has one sentence for each leaf.
"""

from dataclasses import dataclass
from pathlib import Path

from core.faces import FaceReason
from core.music import Shortage


class MoodtapeError(Exception):
    """The root; only leaves are raised."""

    def __str__(self) -> str:
        return type(self).__name__


class BadPhoto(MoodtapeError):
    """The photo cannot be read; another one may."""


class NotAnImage(BadPhoto):
    pass


class DamagedPhoto(BadPhoto):
    pass


@dataclass(eq=False)
class PhotoTooHeavy(BadPhoto):
    size_bytes: int
    limit_bytes: int


@dataclass(eq=False)
class TooManyPixels(BadPhoto):
    limit_px: int


class PhotoTakesTooLong(BadPhoto):
    """Its worker was not done in time, and was stopped."""


class PhotoCrashesReader(BadPhoto):
    """Two workers ended while they read it, or it needs more memory than a worker may have."""


class PhotoUnavailable(BadPhoto):
    """The photo could not be downloaded, or not in time."""


@dataclass(eq=False)
class PhotoFileUnreadable(BadPhoto):
    path: Path


class NoFace(MoodtapeError):
    pass


@dataclass(eq=False)
class FaceUnclear(MoodtapeError):
    """There are faces, and none can be read; `reason` is what hinders the largest."""

    reason: FaceReason


@dataclass(eq=False)
class UnknownMood(MoodtapeError):
    name: str


@dataclass(eq=False)
class NoTracks(MoodtapeError):
    """No catalogue holds a track for this request; `shortage` says what kept them all away, None for no music."""

    shortage: Shortage | None = None


class TapeGone(MoodtapeError):
    """A tape is no longer kept, or belongs to somebody else, which is not told apart."""


@dataclass(eq=False)
class Busy(MoodtapeError):
    retry_after_s: float


@dataclass(eq=False)
class TooManyTapes(MoodtapeError):
    """A person has had their share for now."""

    retry_after_s: float


@dataclass(eq=False)
class TooManyTapesHere(MoodtapeError):
    """A server has had its share for now."""

    retry_after_s: float


class StorageUnavailable(MoodtapeError):
    """The database did not answer, is full or is locked; the call changed nothing."""


class SpotifyProblem(MoodtapeError):
    """No playlist could be made; the tape itself is good."""


class SpotifyLoginNeeded(SpotifyProblem):
    """The bot has no login, or Spotify no longer accepts it."""


class SpotifyLinkEnded(SpotifyProblem):
    """The person's own account is not linked, or Spotify no longer accepts its login."""


class SpotifyForbidden(SpotifyProblem):
    pass


@dataclass(eq=False)
class SpotifyRateLimited(SpotifyProblem):
    retry_after_s: float


class SpotifyUnavailable(SpotifyProblem):
    pass


class TracksNotOnSpotify(SpotifyProblem):
    """Spotify's search found none of the tape's tracks."""


class LinkProblem(MoodtapeError):
    """A person's own Spotify account is not linked."""


class LinkExpired(LinkProblem):
    """The link to Spotify's page was used before, replaced by a newer one, made up, or is too old."""


class LinkDeclined(LinkProblem):
    """The person did not grant what was asked for."""


class LinkFailed(LinkProblem):
    """Spotify's page sent an error back that is no refusal by the person."""


class LinkNotAllowed(LinkProblem):
    """The account is not among the five that the app's owner may allow."""


class NotLinked(LinkProblem):
    pass


class OperatorProblem(MoodtapeError):
    """Something that only the operator can mend."""


@dataclass(eq=False)
class SettingsInvalid(OperatorProblem):
    setting: str
    advice: str


@dataclass(eq=False)
class ReaderCannotStart(OperatorProblem):
    """The process that reads photos ends before it is ready."""

    reason: str


@dataclass(eq=False)
class ModelMissing(OperatorProblem):
    path: Path


@dataclass(eq=False)
class ModelMismatch(OperatorProblem):
    path: Path
    reason: str


@dataclass(eq=False)
class CatalogueMissing(OperatorProblem):
    path: Path


@dataclass(eq=False)
class CatalogueInvalid(OperatorProblem):
    path: Path
    reason: str


@dataclass(eq=False)
class DataInvalid(OperatorProblem):
    """A file of training or evaluation data breaks its format."""

    path: Path
    reason: str


@dataclass(eq=False)
class DownloadFailed(OperatorProblem):
    what: str
    reason: str


@dataclass(eq=False)
class FolderUnusable(OperatorProblem):
    """The folder for what must survive a restart cannot be made or written."""

    path: Path


@dataclass(eq=False)
class DatabaseUnusable(OperatorProblem):
    """The database cannot be opened or brought up to date; `where` names it without a password."""

    where: str
    reason: str


class SecretKeyWrong(OperatorProblem):
    """Something in the database was encrypted under a key that is not there."""


class DiscordTokenRejected(OperatorProblem):
    pass


@dataclass(eq=False)
class SpotifyLoginFailed(OperatorProblem):
    """The operator's login at Spotify did not finish."""

    reason: str


class DiscordUnreachable(OperatorProblem):
    pass


class TrainingNotInstalled(OperatorProblem):
    """TensorFlow and MLflow are not there."""


@dataclass(eq=False)
class PortTaken(OperatorProblem):
    port: int
