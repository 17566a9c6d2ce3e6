"""What is kept of Spotify accounts: whose they are, links in the making, and the playlists that we began."""

from dataclasses import dataclass
from enum import StrEnum

BOT = "bot"
"""The owner of the bot's own login; a person's own login is owned by their Discord id in digits."""


@dataclass(frozen=True, slots=True, repr=False)
class PendingLink:
    """A person on their way to Spotify's page and back; good for one callback until `expires_at` (since 1970).

    `name` is what Discord calls them, for the page that they come back to.
    """

    owner: str
    verifier: str
    expires_at: float
    name: str = ""


class Stage(StrEnum):
    MAKING = "making"
    MADE = "made"
    UNWANTED = "unwanted"


@dataclass(frozen=True, slots=True)
class PlaylistRecord:
    """One playlist that we began, so that it can be finished, found again or removed.

    Attributes:
        request_id: What it answers; the same request makes no second one.
        tag: Part of its description, by which it is found where Spotify's answer with its id was lost.
        uris: What it holds, in order.
        started_at: In seconds since 1970; by our own clock, and by Spotify's once it is `MADE`.
        account_id: In whose library it is; None, from older versions, for the account that is logged in.
    """

    request_id: str
    owner: str
    tag: str
    started_at: float
    stage: Stage = Stage.MAKING
    playlist_id: str | None = None
    uris: tuple[str, ...] = ()
    account_id: str | None = None
