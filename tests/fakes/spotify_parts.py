"""What the fake Spotify is made of: playlists, covers, and planned trouble."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image

MOST_COVER_BYTES = 256_000


@dataclass(slots=True)
class FakePlaylist:
    id: str
    name: str
    description: str
    public: bool
    account_id: str
    uris: list[str] = field(default_factory=list)
    cover: bytes | None = None
    changes: int = 0

    def payload(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "public": self.public,
            "owner": {"id": user_id(self.account_id), "type": "user"},
            "type": "playlist",
            "uri": f"spotify:playlist:{self.id}",
            "snapshot_id": str(self.changes),
            "external_urls": {"spotify": f"https://open.spotify.com/playlist/{self.id}"},
        }


def user_id(account_id: str) -> str:
    """Name an account as playlists name their owners, which is not its `account_id`."""
    return f"user-of-{account_id}"


def cover_in(body: bytes, *, content_type: str) -> bytes | None:
    """Give the JPEG in the body of an upload; None for what Spotify would not take."""
    if content_type != "image/jpeg" or len(body) > MOST_COVER_BYTES:
        return None
    try:
        jpeg = base64.b64decode(body, validate=True)
        with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
            picture.load()
    except (binascii.Error, OSError):
        return None
    return jpeg


CHAOS: tuple[dict[str, Any], ...] = (
    {"status": 500},
    {"status": 502, "after": True},
    {"status": 401},
    {"status": 429, "headers": {"Retry-After": "1"}},
    {"reset": True},
    {"reset": True, "after": True},
    {"hang_s": 3.5, "after": True},
)


@dataclass(slots=True)
class Fault:
    """What happens instead of an answer to the next `times` matching requests.

    Attributes:
        after: The request has its effect first; only its answer is lost.
        hang_s: Silence before the answer.
        reset: The connection is cut without an answer.
        strike: Called before the answer, such as to kill whoever asked.
    """

    method: str
    pattern: str
    status: int = 500
    times: int = 1
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    after: bool = False
    hang_s: float = 0.0
    reset: bool = False
    strike: Callable[[], None] = lambda: None
