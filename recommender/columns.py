"""Which column of a foreign table is which: names that tables of tracks give to what they hold."""

import re
from collections.abc import Mapping, Sequence

SYNONYMS = {
    "title": ("title", "name", "track_name", "track", "song", "song_name", "song_title", "track_title"),
    "artist": (
        "artist",
        "artists",
        "artist_name",
        "track_artist",
        "artist_names",
        "artist_s_name",
        "artists_name",
        "performer",
    ),
    "isrc": ("isrc", "track_isrc", "isrc_code", "isrc_id", "external_ids_isrc", "external_id_isrc", "recording_isrc"),
    "spotify_id": ("spotify_id", "track_id", "spotify_track_id", "id", "track_uri", "spotify_uri", "uri"),
    "year": (
        "release_date",
        "track_album_release_date",
        "album_release_date",
        "year",
        "release_year",
        "released_year",
        "date",
    ),
    "valence": ("raw_valence", "valence", "valence_tags", "valence_percent", "happiness"),
    "energy": ("raw_energy", "energy", "arousal_tags", "energy_percent", "arousal"),
    "tempo_bpm": ("tempo", "tempo_bpm", "bpm", "beats_per_minute_bpm"),
    "loudness_db": ("loudness", "loudness_db", "db"),
    "danceability": ("danceability", "danceability_percent", "dance"),
    "acousticness": ("acousticness", "acousticness_percent", "acoustic"),
    "instrumentalness": ("instrumentalness", "instrumentalness_percent", "instrumental"),
    "liveness": ("liveness", "liveness_percent", "live"),
    "speechiness": ("speechiness", "speechiness_percent", "speech"),
    "duration_s": ("duration_ms", "duration", "length", "duration_s", "track_duration_ms", "length_duration"),
    "explicit": ("explicit", "is_explicit", "track_explicit"),
    "genre": ("genre", "track_genre", "playlist_genre", "artist_genre", "genres", "top_genre"),
    "language": ("language", "lang"),
    "pitch_class": ("key", "pitch_class"),
    "mode": ("mode", "audio_mode"),
    "time_signature": ("time_signature",),
    "moods": ("moods", "mood"),
}
"""Our field, and the names of columns that hold it, the likeliest first."""

NEEDED = ("title", "artist", "valence", "energy")
TAG_SCALE = ("valence_tags", "arousal_tags")
"""MuSe's columns, on the scale of Warriner et al. 2013: 1 to 9."""


class ColumnsUnknown(Exception):
    """It is not clear which column is which; the text says what to do."""


def recognised(header: Sequence[str], *, given: Mapping[str, str]) -> dict[str, str]:
    """Map our fields to columns of a table; `given` says which column holds a field, where names do not tell.

    Raises:
        ColumnsUnknown: A field or column in `given` does not exist, or one that is needed is not found.
    """
    for field, column in given.items():
        if field not in SYNONYMS:
            raise ColumnsUnknown(f"--map knows no field {field}, only {', '.join(SYNONYMS)}")
        if column not in header:
            raise ColumnsUnknown(f"it has no column {column}")
    by_name = {plain(column): column for column in reversed(header)}
    found = {field: by_name[name] for field, names in SYNONYMS.items() for name in reversed(names) if name in by_name}
    columns = found | dict(given)
    for field in NEEDED:
        if field not in columns:
            raise ColumnsUnknown(f"it has no column for the {field}; name it with --map {field}=COLUMN")
    return columns


def plain(column: str) -> str:
    """Write a column's name in small letters, digits and underscores; a percent sign becomes a word."""
    words = column.strip("\ufeff").casefold().replace("%", " percent")
    return re.sub(r"[^0-9a-z]+", "_", words).strip("_")
