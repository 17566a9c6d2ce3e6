# pyright: basic, reportAttributeAccessIssue=false
"""Reading cells of foreign tables: what is certain is repaired, what is not becomes unknown."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Floats = NDArray[np.float64]
NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
SPOTIFY_ID = r"^(?:.*track[:/])?(?P<id>[0-9A-Za-z]{22})(?:\?.*)?$"
ISRC = r"^(?P<isrc>[A-Z]{2}[0-9A-Z]{3}[0-9]{7})$"
"""Country, registrant, two digits of the year, five of the recording. Source: ISO 3901:2019."""
YEAR = r"(?:^|\D)(?P<year>(?:19|20)\d\d)(?:\D|$)"
QUOTED = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NOTES = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11, "h": 11}
YES = ("true", "1", "1.0", "yes", "t", "explicit")
NO = ("false", "0", "0.0", "no", "f", "clean")
MINUTE_S = 60
LONGEST_S = 10_000
"""A duration of more is in milliseconds."""


def one_line(text: Any) -> Any:
    """Put text on one line: composed letters, single spaces, none around."""
    composed = pc.utf8_normalize(text, form="NFC")
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(composed, pattern=r"[\s\p{Z}\p{Cc}]+", replacement=" "))


def each_once(text: Any, read: Callable[[str], Any], kind: Any) -> Any:
    """Apply a function to each different text once."""
    coded = text.dictionary_encode()
    return pa.array([read(value) for value in coded.dictionary.to_pylist()], kind).take(coded.indices)


def numbers(text: Any) -> Floats:
    """Read numbers, NaN where there is none."""
    trimmed = pc.utf8_trim_whitespace(text)
    plain = pc.if_else(pc.match_substring_regex(trimmed, NUMBER), trimmed, pa.scalar(None, pa.string()))
    return plain.cast(pa.float64()).to_numpy(zero_copy_only=False)


def names(cell: str) -> list[str]:
    """Read one or more names: `A`, `A;B`, `['A', 'B']`."""
    if cell.startswith("[") and cell.endswith("]"):
        found = [(a or b).replace("\\'", "'").replace('\\"', '"') for a, b in QUOTED.findall(cell)]
    else:
        found = cell.split(";")
    return [name for name in map(str.strip, found) if name]


def first_name(cell: str) -> str | None:
    """Read a genre or language: the first of several, in small letters."""
    found = names(cell.replace("|", ";") if not cell.startswith("[") else cell)
    return found[0].split(",")[0].strip().casefold() or None if found else None


def spotify_ids(text: Any) -> Any:
    """Read ids, whether bare, as uri or as link; null where there is none."""
    return pc.struct_field(pc.extract_regex(text, pattern=SPOTIFY_ID), "id")


def isrcs(text: Any) -> Any:
    """Read a recording's code, in large letters and without hyphens; null where there is none."""
    bare = pc.ascii_upper(pc.replace_substring(text, pattern="-", replacement=""))
    return pc.struct_field(pc.extract_regex(bare, pattern=ISRC), "isrc")


def years(text: Any) -> NDArray[np.int16]:
    """Read the year of a date, 1900 to 2099; 0 where there is none."""
    found = pc.struct_field(pc.extract_regex(text, pattern=YEAR), "year")
    return pc.fill_null(found.cast(pa.int16()), 0).to_numpy(zero_copy_only=False)


def yes_or_no(text: Any) -> NDArray[np.int8]:
    """Read 1 for yes, 0 for no, -1 for anything else."""
    word = pc.utf8_lower(pc.utf8_trim_whitespace(text))
    yes, no = (pc.is_in(word, value_set=pa.array(words)).to_numpy(zero_copy_only=False) for words in (YES, NO))
    return np.select([yes, no], [1, 0], -1).astype(np.int8)


def seconds(cell: str, *, in_ms: bool) -> float | None:
    """Read a duration: `3:45`, `1:02:03`, milliseconds or seconds; None where it is none."""
    try:
        if ":" in cell:
            total = 0.0
            for part in cell.split(":"):
                total = total * MINUTE_S + float(part)
            return total
        value = float(cell)
    except ValueError:
        return None
    return value / 1000 if in_ms or value > LONGEST_S else value


def pitch_class(cell: str) -> int:
    """Read a key: `C#`, `Db`, `C♯` or 1; -1 where it is none."""
    word = cell.strip().casefold().replace("♯", "#").replace("♭", "b")
    if word.split(".")[0].isdecimal():
        number = int(word.split(".")[0])
        return number if number < 12 else -1
    match = re.fullmatch(r"([a-h])([#b]?)", word.split("/")[0])
    return (NOTES[match[1]] + {"": 0, "#": 1, "b": -1}[match[2]]) % 12 if match else -1


def mode(cell: str) -> int:
    """Read 1 for major, 0 for minor, -1 where it is neither."""
    return {"major": 1, "maj": 1, "1": 1, "1.0": 1, "minor": 0, "min": 0, "0": 0, "0.0": 0}.get(
        cell.strip().casefold(), -1
    )


def time_signature(cell: str) -> int:
    """Read beats per bar: `4`, `4/4`, and `4-Mar` or `3-Apr`, which spreadsheets make of 3/4; 0 where it is none."""
    word = cell.strip().casefold()
    match = re.fullmatch(r"(\d)(?:\.0|/\d+)?", word)
    if match:
        return int(match[1])
    date = re.fullmatch(r"0?(\d{1,2})-([a-z]{3})|([a-z]{3})-0?(\d{1,2})", word)
    if not date or (date[2] or date[3]) not in MONTHS:
        return 0
    pair = [int(date[1] or date[4]), MONTHS.index(date[2] or date[3]) + 1]
    if 4 not in pair:
        return 0
    pair.remove(4)
    return pair[0] if pair[0] <= 9 else 0
