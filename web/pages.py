"""Renders the pages; every value from outside is escaped."""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from secrets import token_urlsafe

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from core.emotion import EMOTIONS
from core.export import FORMATS
from core.faces import Reading
from core.flow import Result
from core.language import Words
from core.mood import PICKABLE_MOODS, goals_for
from core.music import Track
from core.wording import about_tape, headline, mood_word, percent
from web import wording
from web.forms import TO, TRACKS_MAX, TRACKS_MIN, Feeling, Order, Wishes, feeling_text, heard_text
from web.shelf import Shelved, waits

WEB = Path(__file__).parent
SPOTIFY = "https://open.spotify.com"
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
WITH_PLAYER = f"{STRICT_POLICY}; frame-src {SPOTIFY}"
_PLAYLIST = re.compile(rf"{re.escape(SPOTIFY)}/playlist/([0-9A-Za-z]{{10,40}})")


@dataclass(frozen=True, slots=True)
class Bar:
    """One emotion of a reading: its word, its probability in 0..1, and that in words."""

    word: str
    probability: float
    percent: str


@dataclass(frozen=True, slots=True)
class FaceSpot:
    """One face of a group: its number, its box as x, y, width and height in pixels of the photo, and its looks."""

    number: int
    box: tuple[float, float, float, float]
    line: str


def templates(*, limit_bytes: int) -> Environment:
    """Load the templates with what every page knows."""
    loader = FileSystemLoader(WEB / "templates")
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False)
    limit_mb = round(limit_bytes / 1_000_000)
    env.globals.update(
        moods=PICKABLE_MOODS,
        mood_word=mood_word,
        emotions=EMOTIONS,
        energies=wording.energies,
        goal_word=wording.goal_word,
        script_words=partial(wording.script_words, limit_mb=limit_mb),
        tracks_min=TRACKS_MIN,
        tracks_max=TRACKS_MAX,
        limit_bytes=limit_bytes,
        limit_mb=limit_mb,
        once=partial(token_urlsafe, 16),
        to=TO,
    )
    env.trim_blocks = env.lstrip_blocks = True
    return env


def form_page(
    env: Environment,
    words: Words,
    *,
    agreed: bool,
    wishes: Wishes | None = None,
    problem: str | None = None,
    status: int = 200,
) -> HTMLResponse:
    """Show the form, and above it what went wrong before; a photo can be chosen by who agreed to the notice."""
    html = env.get_template("form.html").render(
        words=words, agreed=agreed, wishes=wishes or Wishes(), goals=wording.GOALS, problem=problem
    )
    return HTMLResponse(html, status, headers=_spoken(words))


def note_page(env: Environment, words: Words, title: str, *lines: str, status: int = 200) -> HTMLResponse:
    """Say a few sentences under a title."""
    html = env.get_template("note.html").render(words=words, title=title, lines=lines)
    return HTMLResponse(html, status, headers=_spoken(words))


def result_page(
    env: Environment,
    shelved: Shelved,
    words: Words,
    *,
    order: Order,
    feeling: Feeling,
    line: str | None = None,
    at_playlist: bool = False,
) -> HTMLResponse:
    """Show the tape, and the form for the next one from the same feeling.

    Args:
        line: Said of Spotify instead of what came of it last.
        at_playlist: Whether what became of the playlist is what the visitor waits for.
    """
    result = shelved.result
    tape, player, first = result.tape, embed_url(result), goals_for(result.tape.mood)
    html = env.get_template("result.html").render(
        words=words,
        headline=headline(result, words),
        about_tape=about_tape(tape, words),
        bars=bars(result, words),
        spots=spots(result.reading, words),
        photo=result.reading,
        sides=sides(result.tracks),
        playlist_url=result.playlist.url if result.playlist else None,
        player=player,
        spotify_line=line or wording.spotify_line(result, words),
        waits=waits(result),
        at_playlist=at_playlist,
        own_page=f"/tapes/{shelved.name}",
        faces=len(result.reading.faces) if result.reading else 0,
        mood=tape.mood.name.value,
        wishes=order.wishes,
        goals=[*first, *(goal for goal in wording.GOALS if goal not in first)],
        feeling=feeling_text(feeling),
        heard=heard_text(list(dict.fromkeys([*order.heard, *(track.key for track in tape.tracks)]))),
        files=[(name.upper(), f"/tapes/{shelved.name}.{name}") for name in FORMATS],
    )
    return HTMLResponse(html, headers=_spoken(words) | ({"Content-Security-Policy": WITH_PLAYER} if player else {}))


def bars(result: Result, words: Words) -> list[Bar]:
    """The seven probabilities, most probable first; none where the mood was picked."""
    if result.reading is None:
        return []
    room = result.reading.room()
    ranked = sorted(EMOTIONS, key=room.__getitem__, reverse=True)
    return [Bar(mood_word(emotion, words), room[emotion], percent(room[emotion], words)) for emotion in ranked]


def spots(reading: Reading | None, words: Words) -> list[FaceSpot]:
    """The faces of a group in reading order; none for one face alone."""
    faces = reading.faces if reading and len(reading.faces) > 1 else ()
    boxes = ((face.box, wording.face_line(face, words)) for face in faces)
    return [
        FaceSpot(n, (box.x_min, box.y_min, box.x_max - box.x_min, box.y_max - box.y_min), line)
        for n, (box, line) in enumerate(boxes, 1)
    ]


def sides(tracks: tuple[Track, ...]) -> list[tuple[str, int, tuple[Track, ...]]]:
    """Cut a tape in two: each side's letter, the number of its first track, and its tracks."""
    half = (len(tracks) + 1) // 2
    cut = [("A", 1, tracks[:half]), ("B", half + 1, tracks[half:])]
    return [side for side in cut if side[2]]


def _spoken(words: Words) -> dict[str, str]:
    return {"Content-Language": words.language.value, "Vary": "Accept-Language"}


def embed_url(result: Result) -> str | None:
    """Give the address of Spotify's player for the playlist.

    Source: https://developer.spotify.com/documentation/embeds
    """
    match = _PLAYLIST.fullmatch(result.playlist.url) if result.playlist else None
    return f"{SPOTIFY}/embed/playlist/{match[1]}" if match else None
