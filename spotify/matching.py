"""Says whether a song that a search found is the song that was wanted; in doubt it is not."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz import fuzz

TITLE_RATIO = 92.0
ARTIST_RATIO = 93.0
VERSION_RATIO = 90.0

_SEGMENT = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\s[-\u2013\u2014]\s([^()\[\]]*?)(?=\s[-\u2013\u2014]\s|[(\[]|$)")
_CREDIT = re.compile(r"^(feat|ft|featuring|with)\b")
_OPEN_CREDIT = re.compile(r"\s(feat|ft|featuring)\b\.?\s.*$", re.IGNORECASE)
_SAME_RECORDING = re.compile(
    r"\b((digital(ly)? )?remaster(ed)?( version)?|\d{4} mix"
    r"|(single|album|original|radio|mono|stereo|lp) (version|edit|mix)"
    r"|mono|stereo|bonus track|deluxe( edition)?|explicit|clean|from .*|soundtrack)\b"
)
_OTHER_RECORDING = re.compile(
    r"\b(live|karaoke|tribute|cover|remix|mix|version|edit|acoustic|unplugged|instrumental|demo|sessions?|rehearsal|take"
    r"|orchestral|piano|sped up|slowed|nightcore|lullaby|reprise|rework|revisited|remake|re ?recorded|medley|dub|arr"
    r"|a ?cappella|ringtone|workout|originally|made famous|in the style|8 ?bit|\d+ ?hz)\b"
)
_IMITATION = re.compile(
    r"\b(karaoke|tribute|lullab(y|ies)|ringtones?|originally performed|made famous|in the style of|backing tracks?"
    r"|cover(s|ed)? (band|version|by)|8 ?bit)\b"
)
_PART = re.compile(r"\b(?:part|pt)\s+(\w+)\b")
_NUMERALS = {
    numeral: str(n) for n, numeral in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"], 1)
}
_MARKS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "&": " and ", "+": " and "})


class Role(Enum):
    """What a bracket, or the rest after a dash, says about a recording."""

    CREDIT = auto()
    SAME = auto()
    OTHER = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """One row of a search."""

    uri: str
    title: str
    artists: tuple[str, ...]
    album: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in its normal form.

    Attributes:
        core: Without what stands in brackets.
        full: With the brackets that belong to the name.
        versions: What marks another recording, such as "live at wembley" or "acoustic".
        plain: Nothing at all was taken away.
    """

    core: str
    full: str
    versions: tuple[str, ...]
    plain: bool


def best_match(title: str, artist: str, found: list[Found]) -> Found | None:
    """Pick the row that is this song by this artist, or None."""
    scored = [(score, -rank, row) for rank, row in enumerate(found) if (score := _score(title, artist, row))]
    return max(scored)[2] if scored else None


def normalise(text: str) -> str:
    """Fold case, accents and punctuation: "P!nk & Beyoncé" is "pink and beyonce"."""
    text = re.sub(r"(?<=\w)!(?=\w)", "i", re.sub(r"\$(?=\w)", "s", text.casefold())).translate(_MARKS)
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"['\u2018\u2019`\u00b4\"\u201c\u201d]", "", letters))
    return re.sub(r"\bn\b", "and", " ".join(words.split()))


def parse_title(title: str) -> Title:
    """Take credits and notes of the same recording away, and set marks of another recording apart."""
    versions = sorted(normalise(_inside(part)) for part in _SEGMENT.finditer(title) if _role(part) is Role.OTHER)
    full = _OPEN_CREDIT.sub("", _SEGMENT.sub(lambda part: part[0] if _role(part) is Role.NAME else " ", title))
    core = _SEGMENT.sub(lambda part: part[0] if part[3] is not None else " ", full)
    folded = _fold_parts(normalise(full)) or title.casefold()
    plain = folded == _fold_parts(normalise(title))
    return Title(_fold_parts(normalise(core)) or folded, folded, tuple(versions), plain)


def bare_title(title: str) -> str:
    """Give the title as people would look for it: no credits, no "Remastered", but "Live" and "Remix"."""
    dropped = (Role.CREDIT, Role.SAME)
    bare = _SEGMENT.sub(lambda part: " " if _role(part) in dropped else f" {_inside(part)} ", title)
    return " ".join(_OPEN_CREDIT.sub("", bare).split()) or title


def same_title(wanted: Title, other: Title) -> bool:
    if len(wanted.versions) != len(other.versions) or re.findall(r"\d+", wanted.full) != re.findall(r"\d+", other.full):
        return False
    if any(fuzz.ratio(a, b) < VERSION_RATIO for a, b in zip(wanted.versions, other.versions, strict=True)):
        return False
    one_is_short = wanted.core == wanted.full or other.core == other.full
    return _alike(wanted.full, other.full, TITLE_RATIO) or (
        one_is_short and _alike(wanted.core, other.core, TITLE_RATIO)
    )


def same_artist(wanted: str, artists: tuple[str, ...]) -> bool:
    """Compare a catalogue's artist, who may be several in one line, with a search's list."""
    main = re.split(r"\s[(\[]?(?:feat|ft|featuring|with)\b\.?\s", wanted, flags=re.IGNORECASE)[0]
    names = [_artist(name) for name in artists if name]
    if not names:
        return False
    if any(_alike(_artist(main), name, ARTIST_RATIO) for name in (names[0], " and ".join(names))):
        return True
    if _leader(main) and _alike(_leader(main), _leader(artists[0]), ARTIST_RATIO):
        return True
    parts = [_artist(part) for part in re.split(r",|;|/|&|\+|\s(?:and|x|vs\.?)\s", main, flags=re.IGNORECASE)]
    return any(_alike(part, names[0], ARTIST_RATIO) for part in parts) and all(
        any(_alike(part, name, ARTIST_RATIO) for name in names) for part in parts
    )


def _score(title: str, artist: str, row: Found) -> tuple[float, bool, bool] | None:
    wanted, other = parse_title(title), parse_title(row.title)
    if _is_imitation(row) and not _IMITATION.search(normalise(f"{title} {artist}")):
        return None
    if not same_title(wanted, other) or not same_artist(artist, row.artists):
        return None
    studio = wanted.versions != () or not _OTHER_RECORDING.search(normalise(row.album))
    return fuzz.ratio(wanted.full, other.full), studio, other.plain


def _is_imitation(row: Found) -> bool:
    shown = normalise(" ".join((row.title, *row.artists)))
    return bool(_IMITATION.search(shown)) or "karaoke" in normalise(row.album)


def _inside(part: re.Match[str]) -> str:
    return next(group for group in part.groups() if group is not None)


def _role(part: re.Match[str]) -> Role:
    inside = normalise(_inside(part))
    rest = _SAME_RECORDING.sub("", inside)
    if _CREDIT.search(inside):
        return Role.CREDIT
    if _OTHER_RECORDING.search(rest):
        return Role.OTHER
    return Role.SAME if rest != inside else Role.NAME


def _fold_parts(text: str) -> str:
    """Write "pt 2" and "part ii" as "part 2"."""
    return _PART.sub(lambda part: f"part {_NUMERALS.get(part[1], part[1])}", text)


def _artist(name: str) -> str:
    return re.sub(r"^the ", "", normalise(name)) or name.casefold().strip()


def _leader(name: str) -> str:
    """Bob Marley of "Bob Marley & The Wailers"."""
    return normalise(name).partition(" and the ")[0]


def _alike(a: str, b: str, ratio: float) -> bool:
    return fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")) >= ratio
