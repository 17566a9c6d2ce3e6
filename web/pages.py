"""Renders the pages; every value from outside is escaped."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from secrets import token_urlsafe

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from core.emotion import EMOTIONS
from core.export import FORMATS
from core.flow import Result
from core.language import Words
from core.mood import PICKABLE_MOODS
from core.music import Track
from core.wording import about_tape, headline, mood_word, percent
from web.forms import TRACKS_DEFAULT, TRACKS_MAX, TRACKS_MIN
from web.wording import spotify_line

WEB = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Bar:
    """One emotion of a reading: its word, its probability in 0..1, and that in words."""

    word: str
    probability: float
    percent: str


def templates(*, limit_bytes: int) -> Environment:
    """Load the templates with what every page knows."""
    env = Environment(loader=FileSystemLoader(WEB / "templates"), autoescape=True, undefined=StrictUndefined)
    env.globals.update(
        moods=PICKABLE_MOODS,
        mood_word=mood_word,
        tracks_min=TRACKS_MIN,
        tracks_max=TRACKS_MAX,
        limit_bytes=limit_bytes,
        limit_mb=round(limit_bytes / 1_000_000),
        once=partial(token_urlsafe, 16),
    )
    env.trim_blocks = env.lstrip_blocks = True
    return env


def form_page(
    env: Environment, words: Words, *, tracks: int = TRACKS_DEFAULT, problem: str | None = None, status: int = 200
) -> HTMLResponse:
    """Show the form, and above it what went wrong before."""
    html = env.get_template("form.html").render(words=words, tracks=tracks, problem=problem)
    return HTMLResponse(html, status, headers=_spoken(words))


def note_page(env: Environment, words: Words, title: str, *lines: str, status: int = 200) -> HTMLResponse:
    """Say a few sentences under a title."""
    html = env.get_template("note.html").render(words=words, title=title, lines=lines)
    return HTMLResponse(html, status, headers=_spoken(words))


def result_page(env: Environment, result: Result, words: Words, *, tracks: int, files: str) -> HTMLResponse:
    """Show the tape; `tracks` is the wanted length, for the next one, and `files` its name among the downloads."""
    html = env.get_template("result.html").render(
        words=words,
        headline=headline(result, words),
        about_tape=about_tape(result.tape, words),
        bars=bars(result, words),
        sides=sides(result.tracks),
        playlist_url=result.playlist.url if result.playlist else None,
        spotify_line=spotify_line(result, words),
        faces=len(result.reading.faces) if result.reading else 0,
        mood=result.tape.mood.name.value,
        tracks=tracks,
        files=[(name.upper(), f"/tapes/{files}.{name}") for name in FORMATS],
    )
    return HTMLResponse(html, headers=_spoken(words))


def bars(result: Result, words: Words) -> list[Bar]:
    """The seven probabilities, most probable first; none where the mood was picked."""
    if result.reading is None:
        return []
    room = result.reading.room()
    ranked = sorted(EMOTIONS, key=room.__getitem__, reverse=True)
    return [Bar(mood_word(emotion, words), room[emotion], percent(room[emotion], words)) for emotion in ranked]


def sides(tracks: tuple[Track, ...]) -> list[tuple[str, int, tuple[Track, ...]]]:
    """Cut a tape in two: each side's letter, the number of its first track, and its tracks."""
    half = (len(tracks) + 1) // 2
    cut = [("A", 1, tracks[:half]), ("B", half + 1, tracks[half:])]
    return [side for side in cut if side[2]]


def _spoken(words: Words) -> dict[str, str]:
    return {"Content-Language": words.language.value, "Vary": "Accept-Language"}
