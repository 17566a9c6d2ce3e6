"""A tape as a file for other players: M3U8, XSPF and CSV. All are text; write them as UTF-8."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO
from xml.etree import ElementTree

from core.music import Track

XSPF = "http://xspf.org/ns/0/"
COLUMNS = ("title", "artist", "year", "spotify_uri", "open_in_spotify")
FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Also in full width, which spreadsheets read alike."""

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its media type and how it is written."""

    media_type: str
    write: Callable[[Sequence[Track], str], str]


def to_m3u8(tracks: Sequence[Track], title: str) -> str:
    """List Spotify's page of each track, with its artist and title on the line before."""
    lines = ["#EXTM3U", f"#PLAYLIST:{one_line(title)}"]
    for track in tracks:
        lines += [f"#EXTINF:-1,{one_line(track.artist)} - {one_line(track.title)}", one_line(track.url)]
    return "\n".join([*lines, ""])


def to_xspf(tracks: Sequence[Track], title: str) -> str:
    """Write version 1 of the XML Shareable Playlist Format; a track's `location` is there where its id is known.

    Source: https://xspf.org/spec (2026-11).
    """
    playlist = ElementTree.Element("playlist", version="1", xmlns=XSPF)
    _add(playlist, "title", title)
    listed = ElementTree.SubElement(playlist, "trackList")
    for track in tracks:
        entry = ElementTree.SubElement(listed, "track")
        if track.uri:
            _add(entry, "location", track.url)
            _add(entry, "identifier", track.uri)
        _add(entry, "title", track.title)
        _add(entry, "creator", track.artist)
        _add(entry, "annotation", "Open in Spotify")
        _add(entry, "info", track.url)
    ElementTree.indent(playlist)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(playlist, encoding="unicode")}\n'


def to_csv(tracks: Sequence[Track], title: str) -> str:
    """Write a row for each track; a cell that a spreadsheet would take for a formula gets an apostrophe in front.

    The playlist's title has no place in this format.
    """
    table = StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for track in tracks:
        cells = (track.title, track.artist, str(track.year or ""), track.uri or "", track.url)
        writer.writerow([_no_formula(one_line(cell)) for cell in cells])
    return table.getvalue()


FORMATS = {
    "m3u8": Format("application/vnd.apple.mpegurl", to_m3u8),
    "xspf": Format("application/xspf+xml", to_xspf),
    "csv": Format("text/csv", to_csv),
}
"""By the ending of a file's name."""


def one_line(text: str) -> str:
    """Put foreign text on one line, without what no file may hold."""
    return _UNFIT.sub("", _BREAKS.sub(" ", text))


def _add(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = one_line(text)


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_STARTS) else cell
