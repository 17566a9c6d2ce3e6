"""Says whether a song that a search found is the song that was wanted; in doubt it is not.

The rules:

1. Case, accents, punctuation, "pt." for "part" and one letter in a long word make no difference.
2. Notes of the same recording go: "feat. X", a remaster, a year's or radio's mix, mono, deluxe, from a quoted film.
3. All else in a title belongs to its name and stands on both sides, "Live" and "(Tiny Desk)" too.
4. Two brackets may be missing on one side. One is "with X" if the other side names X. The other is a subtitle: it
   opens the title, or speaks ("Who Loves Me"), or the ISRC is the same; a word such as "live" makes it none.
5. The wanted artist leads the row, or one of several does and the others are on it; guests may follow.
6. Karaoke, tributes and the like are never the song.
7. Of several rows the closest title wins, then a studio album, then the fewest guests.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

LONG_NAME = 14
LONG_WORD = 7
"""Letters; only in a long word of a long name may one letter be another: in a short one it makes another song."""

_END = r"(?=\s[-\u2013\u2014]\s|[(\[]|$)"
_SEGMENT = re.compile(
    r"\(([^()]*)\)|\[([^\[\]]*)\]"
    rf"|\s[-\u2013\u2014]\s([^()\[\]]*?){_END}|\s((?:feat|ft|featuring)\b\.?\s[^()\[\]]*?){_END}",
    re.IGNORECASE,
)
_FEATURED = re.compile(r"(feat|ft|featuring)\b")
_TOGETHER = re.compile(r"(with|w) (.+)")
_SAME_RECORDING = re.compile(
    r"\b((digital(ly)? )?remaster(ed)?( version)?|\d{4} mix"
    r"|(single|album|original|radio|mono|stereo|lp|explicit|clean|soundtrack|7 inch) (version|edit|mix)"
    r"|mono|stereo|bonus track( version)?|deluxe( edition)?|explicit|clean|soundtrack|motion picture"
    r"|from the (film|movie)|(7|12) inch)\b"
)
_FROM_QUOTED = re.compile(r"\bfrom (?:[\w ]*[\"\u201c].+[\"\u201d]|['\u2018].+['\u2019])", re.IGNORECASE)
_FILLER = re.compile(r"\b(\d+(st|nd|rd|th)?|in|and|the|new|original|music|from|anniversary|edition)\b")
_SPEAKS = re.compile(r"\b(i(?=['\u2019 ]\w)|me|my|you|your|we|who|are)\b|^the .*song$", re.IGNORECASE)
_OTHER_RECORDING = re.compile(
    r"\b(live|karaoke|tribute|cover|remix|rmx|mix|version|edit|acoustic|un ?plugged|instrumental|demo|sessions?|take"
    r"|concert|tour|festival|bbc|mtv|rehearsal|orchestral?|symphon(y|ic)|strings?|piano(forte)?|guitar|sped ?up|slowed"
    r"|nightcore|lullaby|reprise|rework|revisited|remake|re ?record(ed|ing)|recorded|performance|rendition|stripped"
    r"|alternate|outtake|extended|medley|dub|mash ?up|bootleg|lo ?fi|intro|outro|interlude|skit|a ?cap+el+a"
    r"|(en|ao|dal) vivo|en (directo|concert|espanol)|akustik|acustic[oa]|acoustique|versao|spotify)\b"
)
_IMITATION = re.compile(
    r"\b(karaoke|tribute|lullab(y|ies)|ringtones?|originally performed|made famous|in the style of|backing tracks?"
    r"|cover(s|ed)? (band|version|by)|8 ?bit)\b"
)
_TWO_NAMES = {"jimi hendrix experience": "jimi hendrix", "wings": "paul mccartney"}
"""Artists whose records stand under either name."""
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
    """What a bracket, a credit or the rest after a dash is to a title."""

    NOTE = auto()
    SUBTITLE = auto()
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
        full: Without notes of the same recording.
        core: Without subtitles too.
        whole: With all that stands in it.
    """

    full: str
    core: str
    whole: str


def best_match(title: str, artist: str, found: list[Found], *, same_isrc: bool = False) -> Found | None:
    """Pick the row that is this song by this artist, or None; the rows may have been found by the song's ISRC."""
    scored = [(score, -n, row) for n, row in enumerate(found) if (score := _score(title, artist, row, same_isrc))]
    return max(scored)[2] if scored else None


def normalise(text: str) -> str:
    """Fold case, accents and punctuation: "P!nk & Beyoncé" is "pink and beyonce"."""
    text = re.sub(r"(?<=\w)!(?=\w)", "i", re.sub(r"\$(?=\w)", "s", unicodedata.normalize("NFKC", text).casefold()))
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    letters = _DROPPED_G.sub("ing", unicodedata.normalize("NFKC", letters).translate(_MARKS))
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"['\u2018\u2019`\u00b4\"\u201c\u201d]", "", letters))
    words = re.sub(r"\bn\b", "and", " ".join(words.split()))
    return re.sub(r"\b([24]) u\b", lambda found: "to you" if found[1] == "2" else "for you", words)


def parse_title(title: str, credited: str, same_isrc: bool) -> Title:
    """Tell the name from notes and subtitles; `credited` holds, in normal form, whom the other side names."""

    def keep(*roles: Role) -> str:
        return _SEGMENT.sub(lambda part: _shown(part) if _role(part, credited, same_isrc) in roles else " ", title)

    full = _fold_parts(normalise(keep(Role.NAME, Role.SUBTITLE))) or title.casefold()
    core = _fold_parts(normalise(keep(Role.NAME))) or full
    return Title(full, core, _fold_parts(normalise(title)) or full)


def bare_title(title: str) -> str:
    """Give the title as people would look for it: no credits, no "Remastered", but "Live" and "Remix"."""
    named = normalise(title)
    bare = _SEGMENT.sub(
        lambda part: " " if _role(part, named, same_isrc=False) is Role.NOTE else f" {_inside(part)} ", title
    )
    return " ".join(bare.split()) or title


def same_title(wanted: Title, other: Title) -> bool:
    """Compare as written, without notes, and without the subtitles of either side, never of both."""
    pairs = [(wanted.whole, other.whole), (wanted.full, other.full)]
    pairs += [(wanted.core, other.full), (wanted.full, other.core)]
    return any(re.findall(r"\d+", one) == re.findall(r"\d+", two) and _alike(one, two) for one, two in pairs)


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


def _score(title: str, artist: str, row: Found, same_isrc: bool) -> tuple[float, bool, int, bool] | None:
    asked, shown = normalise(f"{title} {artist}"), normalise(" ".join((row.title, *row.artists)))
    wanted, other = parse_title(title, shown, same_isrc), parse_title(row.title, asked, same_isrc)
    if _is_imitation(row) and not _IMITATION.search(asked):
        return None
    if not same_title(wanted, other) or not same_artist(artist, row.artists):
        return None
    studio = bool(_OTHER_RECORDING.search(asked)) or not _OTHER_RECORDING.search(normalise(row.album))
    guests = sum(_artist(name) not in asked for name in row.artists)
    return fuzz.ratio(wanted.full, other.full), studio, -guests, other.full == other.whole


def _is_imitation(row: Found) -> bool:
    shown = normalise(" ".join((row.title, *row.artists)))
    return bool(_IMITATION.search(shown)) or "karaoke" in normalise(row.album)


def _inside(part: re.Match[str]) -> str:
    return next(group for group in part.groups() if group is not None)


def _shown(part: re.Match[str]) -> str:
    """Give a part that belongs to the name; "Acoustic" is an "Acoustic Version"."""
    return re.sub(r"(?<=\w)\s+version\b", "", part[0], flags=re.IGNORECASE)


def _role(part: re.Match[str], credited: str, same_isrc: bool) -> Role:
    text = re.sub(r"^(7|12)[\"\u201d]", r"\1 inch", _inside(part))
    if _OTHER_RECORDING.search(_SAME_RECORDING.sub("", normalise(text))):
        return Role.NAME
    inside = normalise(_FROM_QUOTED.sub(" soundtrack ", text))
    rest = _SAME_RECORDING.sub("", inside)
    together = _TOGETHER.match(inside)
    if _FEATURED.match(inside) or (together and set(together[2].split()) <= {"and", *credited.split()}):
        return Role.NOTE
    if rest != inside and not _FILLER.sub("", rest).split():
        return Role.NOTE
    if together or part[0][0] not in "([":
        return Role.NAME
    return Role.SUBTITLE if part.start() == 0 or same_isrc or _SPEAKS.search(text) else Role.NAME


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
    plain = re.sub(r"^the ", "", normalise(name)) or name.casefold().strip()
    return _TWO_NAMES.get(plain, plain)


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
