"""Which of a tape's tracks Spotify has, under which uri, and what stands in for those that it lacks."""

import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from core.errors import TracksNotOnSpotify
from core.music import Tape, Track
from spotify.client import Connect
from spotify.search import find_track, is_track_uri
from spotify.stores import ResolvedTracks

FOUND_LASTS_S = 30 * 86_400
LACKING_LASTS_S = 7 * 86_400
"""Spotify's policy allows temporary caching only; what it lacks today it may have next week."""

FindUris = Callable[[list[Track]], Awaitable[list[str | None]]]
"""Gives the uri of each track, or None."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a playlist can hold, in order, each with its uri, no song twice.

    Attributes:
        spares: Tracks with uris that may still stand in.
        missing: Tracks of the tape that Spotify lacks and nothing stands in for.
    """

    tracks: tuple[Track, ...]
    spares: tuple[Track, ...]
    missing: tuple[Track, ...]


class KnownTracks:
    """Answers from storage what was searched before, and searches for the rest; safe from many threads."""

    def __init__(
        self, connect: Connect, store: ResolvedTracks, *, budget_s: float, clock: Callable[[], float] = time.time
    ) -> None:
        self._connect = connect
        self._store = store
        self._budget_s = budget_s
        self._clock = clock

    def look_up(self, tracks: Iterable[Track]) -> Mapping[int, str | None]:
        """Give uris by `Track.key` without asking Spotify; None for a track that it lacks, even one with a uri."""
        tracks = list(tracks)
        known = self._store.find([track.key for track in tracks], now=self._clock())
        own = {track.key: track.uri for track in tracks if track.uri and is_track_uri(track.uri)}
        return {**known, **{key: uri for key, uri in own.items() if known.get(key, uri) is not None}}

    def search(self, track: Track) -> str | None:
        """Ask Spotify for a track's uri, and keep the answer.

        Raises:
            SpotifyProblem: Spotify did not answer.
        """
        uri = find_track(self._connect(self._budget_s), track)
        self._store.keep(track.key, uri, until=self._clock() + (FOUND_LASTS_S if uri else LACKING_LASTS_S))
        return uri

    def lack(self, tracks: Iterable[Track]) -> None:
        """Keep that Spotify lacks these tracks."""
        for track in tracks:
            self._store.keep(track.key, None, until=self._clock() + LACKING_LASTS_S)

    def lacking(self) -> frozenset[int]:
        return self._store.missing(now=self._clock())


async def resolve(tape: Tape, *, known: Mapping[int, str | None], find: FindUris) -> Resolved:
    """Resolve a tape's tracks; each that Spotify lacks gives its place to the spare nearest to it.

    Raises:
        TracksNotOnSpotify: It has none of them.
    """
    unknown = [track for track in tape.tracks if track.key not in known]
    searched = dict(zip((track.key for track in unknown), await find(unknown), strict=True))
    uris = {**known, **searched}
    spares = list(tape.spares)
    taken: dict[str, Track] = {uri: track for track in tape.tracks if (uri := uris.get(track.key))}
    places: dict[str, Track] = {}
    missing: list[Track] = []
    for track in tape.tracks:
        uri, standing = uris.get(track.key), track
        while uri is None and spares:
            standing = _nearest(spares, track)
            spares.remove(standing)
            uri = known[standing.key] if standing.key in known else (await find([standing]))[0]
            uri = None if uri in taken else uri
        if uri is None:
            missing.append(track)
        else:
            places.setdefault(uri, replace(standing, uri=uri))
            taken.setdefault(uri, standing)
    if not places:
        raise TracksNotOnSpotify
    left = tuple(replace(spare, uri=uri) for spare in spares if (uri := known.get(spare.key)) and uri not in taken)
    return Resolved(tuple(places.values()), left, tuple(missing))


def without(resolved: Resolved, dead: Iterable[str]) -> Resolved:
    """Put the nearest spare in the place of each track whose uri is dead."""
    dead, spares = set(dead), [spare for spare in resolved.spares if spare.uri not in set(dead)]
    tracks: list[Track] = []
    missing = list(resolved.missing)
    for track in resolved.tracks:
        if track.uri not in dead:
            tracks.append(track)
        elif spares:
            tracks.append(_nearest(spares, track))
            spares.remove(tracks[-1])
        else:
            missing.append(track)
    return Resolved(tuple(tracks), tuple(spares), tuple(missing))


def _nearest(spares: list[Track], track: Track) -> Track:
    return min(spares, key=lambda spare: spare.point.distance_to(track.point))
