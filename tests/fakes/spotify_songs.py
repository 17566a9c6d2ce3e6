"""The fake Spotify's music, and a search over it."""

import hashlib
import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.music import Track

BASE62 = string.digits + string.ascii_letters


@dataclass(frozen=True, slots=True)
class FakeTrack:
    """One recording; `track_id` comes from its names unless it is given."""

    title: str
    artists: tuple[str, ...]
    album: str = "An Album"
    track_id: str = ""

    @property
    def id(self) -> str:
        return self.track_id or made_up_id(self.title, *self.artists, self.album)

    @property
    def uri(self) -> str:
        return f"spotify:track:{self.id}"

    @property
    def isrc(self) -> str:
        return f"ZZ{self.id[:3].upper()}{int.from_bytes(self.id.encode()[:8]) % 10_000_000:07}"

    def payload(self) -> dict[str, Any]:
        return {
            "album": {"name": self.album, "type": "album"},
            "artists": [{"name": name, "type": "artist"} for name in self.artists],
            "external_ids": {"isrc": self.isrc},
            "external_urls": {"spotify": f"https://open.spotify.com/track/{self.id}"},
            "id": self.id,
            "name": self.title,
            "type": "track",
            "uri": self.uri,
        }


def song(title: str, *artists: str, album: str = "An Album") -> FakeTrack:
    return FakeTrack(title, artists, album)


def made_up_id(*parts: str) -> str:
    """An id in Spotify's form: 22 characters of base 62."""
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    return "".join(BASE62[byte % 62] for byte in digest[:22])


def as_fake(track: "FakeTrack | Track | tuple[str, str]") -> FakeTrack:
    """Take over a catalogue's track, with its id where it has one, or a title and an artist."""
    if isinstance(track, FakeTrack):
        return track
    if isinstance(track, Track):
        return FakeTrack(track.title, (track.artist,), track_id=(track.uri or "").rpartition(":")[2])
    return song(*track)


def find(tracks: Iterable[FakeTrack], query: str) -> list[FakeTrack]:
    """Search as Spotify does: filters need all their words, plain words need half of theirs; best first."""
    filters = dict(re.findall(r'(track|artist):"([^"]*)"', query) + re.findall(r"(isrc):(\w+)", query))
    if filters:
        return [track for track in tracks if _passes(track, filters)]
    wanted = _words(query)
    ranked = sorted(tracks, key=lambda track: -_share(wanted, track))
    return [track for track in ranked if _share(wanted, track) >= 0.5]


def _passes(track: FakeTrack, filters: dict[str, str]) -> bool:
    if "isrc" in filters:
        return track.isrc == filters["isrc"]
    title, artist = _words(track.title), _words(" ".join(track.artists))
    return _words(filters.get("track", "")) <= title and _words(filters.get("artist", "")) <= artist


def _share(wanted: set[str], track: FakeTrack) -> float:
    return len(wanted & _words(f"{track.title} {' '.join(track.artists)}")) / max(1, len(wanted))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold().replace("'", "")))


SONGS = (
    song("Good Day Karaoke (Made Famous by Nova)", "Karaoke Stars"),
    song("Good Day", "Nova Tribute Band"),
    song("Good Day", "Nova"),
    song("Rain Again - Remastered 2011", "The Lanterns"),
    song("Café del Mar", "Zoë & The Tide"),
    song("Higher (feat. Ada Moon)", "Kite", "Ada Moon"),
    song("Slow Light - Live", "Harbour"),
    song("Slow Light", "Harbour"),
    song("Blue Paper", "Someone Else"),
)
"""A small catalogue with decoys: karaoke, tribute, live, and the same title by someone else."""
