"""Says whether a song that a search found is the song that was wanted; in doubt it is not."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

LONG_NAME = 14
LONG_WORD = 7
"""Letters; only in a long word of a long name may one letter be another: in a short one it makes another song."""
VERSION_RATIO = 90.0
SUBTITLE_WORDS = 3
"""A bracket that one side lacks is a subtitle if it has so many words; fewer rather name a recording."""

_SEGMENT = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\s[-\u2013\u2014]\s([^()\[\]]*?)(?=\s[-\u2013\u2014]\s|[(\[]|$)")
_CREDIT = re.compile(r"^(feat|ft|featuring|with)\b")
_OPEN_CREDIT = re.compile(r"\s(feat|ft|featuring)\b\.?\s.*$", re.IGNORECASE)
_SAME_RECORDING = re.compile(
    r"\b((digital(ly)? )?remaster(ed)?( version)?|\d{4} mix"
    r"|(single|album|original|radio|mono|stereo|lp) (version|edit|mix)"
    r"|mono|stereo|bonus track|deluxe( edition)?|explicit|clean|soundtrack"
    r"|from (?!.*\b(live|unplugged|sessions?|concert|hall|studios?)\b).*)\b"
)
_FILLER = re.compile(r"\b(\d+(st|nd|rd|th)?|in|and|the|new|original|motion|picture|anniversary|edition)\b")
_OTHER_RECORDING = re.compile(
    r"\b(live|karaoke|tribute|cover|remix|mix|version|edit|acoustic|unplugged|instrumental|demo|sessions?|rehearsal|take"
    r"|orchestra|orchestral|symphonic|strings?|piano(forte)?|guitar|sped up|speed up|slowed|nightcore|lullaby|reprise"
    r"|rework|revisited|remake|re ?recorded|recorded|performance|rendition|stripped|alternate|outtake|extended|medley"
    r"|dub|arr|mash ?up|bootleg|lo ?fi|chill(ed|out)?|music box|8d|8 ?bit|\d+ ?hz|intro|outro|interlude|skit|parody"
    r"|a ?cap+el+a|(en|ao|dal) vivo|en (directo|concert|espanol)|akustik|acustic[oa]|acoustique|versao|spotify|ringtone"
    r"|workout|originally|made famous|in the style)\b"
)
_IMITATION = re.compile(
    r"\b(karaoke|tribute|lullab(y|ies)|ringtones?|originally performed|made famous|in the style of|backing tracks?"
    r"|cover(s|ed)? (band|version|by)|8 ?bit)\b"
)
_DROPPED_G = re.compile(r"(?<=\w\w)in['\u2019](?!\w)")
_THE = re.compile(r"^the (?=(\w+ ){2})")
"""Three further words carry a title without it; "The One" is not "One"."""
_PART = ("part", "parts", "pt", "pts")
_NUMERALS = {
    numeral: str(n)
    for numerals in (
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    )
    for n, numeral in enumerate(numerals, 1)
}
_ACCENTS = re.compile(r"(?<=[a-z\u03b1-\u03c9])[\u0300-\u036f]+")
"""Of Latin and Greek letters only: in other scripts a mark makes another letter."""
_MARKS = str.maketrans(
    {"\u0451": "\u0435", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "&": " and ", "+": " and "}
)


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
    text = re.sub(r"(?<=\w)!(?=\w)", "i", re.sub(r"\$(?=\w)", "s", unicodedata.normalize("NFKC", text).casefold()))
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    letters = _DROPPED_G.sub("ing", unicodedata.normalize("NFKC", letters).translate(_MARKS))
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"['\u2018\u2019`\u00b4\"\u201c\u201d]", "", letters))
    return re.sub(r"\bn\b", "and", " ".join(words.split()))


def parse_title(title: str) -> Title:
    """Take credits and notes of the same recording away, and set marks of another recording apart."""
    versions = sorted(_version(part) for part in _SEGMENT.finditer(title) if _role(part) is Role.OTHER)
    full = _OPEN_CREDIT.sub("", _SEGMENT.sub(lambda part: part[0] if _role(part) is Role.NAME else " ", title))
    core = _SEGMENT.sub(lambda part: part[0] if part[3] is not None else " ", full)
    folded = _fold_parts(normalise(full)) or title.casefold()
    plain = folded == _fold_parts(normalise(title))
    return Title(_fold_parts(normalise(core)) or folded, folded, tuple(versions), plain)


def _version(part: re.Match[str]) -> str:
    inside = normalise(_inside(part))
    return re.sub(r"\s*\bversion\b", "", inside) or inside


def bare_title(title: str) -> str:
    """Give the title as people would look for it: no credits, no "Remastered", but "Live" and "Remix"."""
    dropped = (Role.CREDIT, Role.SAME)
    bare = _SEGMENT.sub(lambda part: " " if _role(part) in dropped else f" {_inside(part)} ", title)
    return " ".join(_OPEN_CREDIT.sub("", bare).split()) or title


def same_title(wanted: Title, other: Title) -> bool:
    if len(wanted.versions) != len(other.versions) or re.findall(r"\d+", wanted.full) != re.findall(r"\d+", other.full):
        return False
    if not all(map(_same_version, wanted.versions, other.versions)):
        return False
    return _alike(wanted.full, other.full) or (_subtitled(wanted, other) and _alike(wanted.core, other.core))


def _same_version(one: str, other: str) -> bool:
    return re.findall(r"\d+", one) == re.findall(r"\d+", other) and fuzz.ratio(one, other) >= VERSION_RATIO


def _subtitled(wanted: Title, other: Title) -> bool:
    """Say whether one has a subtitle in brackets and the other has none."""
    extras = [len(title.full.split()) - len(title.core.split()) for title in (wanted, other)]
    return min(extras) == 0 and max(extras) >= SUBTITLE_WORDS


def same_artist(wanted: str, artists: tuple[str, ...]) -> bool:
    """Compare a catalogue's artist, who may be several in one line, with a search's list."""
    main = re.split(r"\s[(\[]?(?:feat|ft|featuring|with)\b\.?\s", wanted, flags=re.IGNORECASE)[0]
    names = [_artist(name) for name in artists if name]
    if not names:
        return False
    if any(_alike(_artist(main), name) for name in (names[0], " and ".join(names))):
        return True
    if _leader(main) and _alike(_leader(main), _leader(artists[0])):
        return True
    parts = [_artist(part) for part in re.split(r",|;|/|&|\+|\s(?:and|x|vs\.?)\s", main, flags=re.IGNORECASE)]
    return any(_alike(part, names[0]) for part in parts) and all(
        any(_alike(part, name) for name in names) for part in parts
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
    if _OTHER_RECORDING.search(rest):
        return Role.OTHER
    if _CREDIT.search(inside):
        return Role.CREDIT
    return Role.SAME if rest != inside and not _FILLER.sub("", rest).split() else Role.NAME


def _fold_parts(text: str) -> str:
    """Write "pt 2", "part ii" and "part two" as "part 2", and a numeral at the end, as in "rocky ii", as a number."""
    words, counting = list[str](), False
    for word in text.split():
        counting = word in _PART or (counting and (word in _NUMERALS or word.isdigit()))
        words.append("part" if word in _PART else _NUMERALS.get(word, word) if counting else word)
    if len(words) > 1 and re.fullmatch(r"[ivx]{2,}", words[-1]):
        words[-1] = _NUMERALS.get(words[-1], words[-1])
    return " ".join(words)


def _artist(name: str) -> str:
    return re.sub(r"^the ", "", normalise(name)) or name.casefold().strip()


def _leader(name: str) -> str:
    """Bob Marley of "Bob Marley & The Wailers"."""
    return normalise(name).partition(" and the ")[0]


def _alike(one: str, other: str) -> bool:
    """Say whether two normal forms are the same but for spaces, a leading "the", or one letter of many."""
    one, other = (_THE.sub("", name) for name in (one, other))
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    words = list(zip(one.split(), other.split(), strict=False))
    differing = [pair for pair in words if pair[0] != pair[1]]
    if min(len(one), len(other)) < LONG_NAME or one.count(" ") != other.count(" ") or len(differing) != 1:
        return False
    first, second = differing[0]
    return min(len(first), len(second)) >= LONG_WORD and first.isascii() and OSA.distance(first, second) == 1
