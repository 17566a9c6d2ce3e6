"""Tapes as files: kept in memory for an hour after their page was shown, for whoever has the page."""

from dataclasses import dataclass

from fastapi import FastAPI
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from core.export import FORMATS
from core.flow import Result
from core.mood import MoodName
from core.music import Track
from core.wording import mood_word
from web.pages import note_page
from web.problems import TapeUnknown
from web.shelf import Shelf
from web.wording import WordsOf

MOST = 500


@dataclass(frozen=True, slots=True)
class Shelved:
    """What a file is made of: nothing about who asked."""

    mood: MoodName
    tracks: tuple[Track, ...]


def shelve(result: Result, shelf: Shelf[Shelved]) -> str:
    """Keep a result's tracks and give their name."""
    name, until_s = shelf.place()
    shelf.put(Shelved(result.tape.mood.name, result.tracks), name=name, until_s=until_s)
    return name


def add_downloads(page: FastAPI, shelf: Shelf[Shelved], env: Environment, words: WordsOf) -> None:
    """Serve /tapes/NAME.m3u8, .xspf and .csv."""

    async def download(request: Request, name: str, ending: str) -> Response:
        said, format_ = words(request.scope), FORMATS.get(ending)
        try:
            shelved = shelf.get(name)
        except TapeUnknown:
            shelved = None
        if shelved is None or format_ is None:
            return note_page(env, said, said("web-no-such-file"), said("web-file-gone"), status=404)
        text = format_.write(shelved.tracks, f"Moodtape: {mood_word(shelved.mood, said)}")
        disposition = f'attachment; filename="moodtape-{shelved.mood}.{ending}"'
        return Response(text, headers={"Content-Disposition": disposition}, media_type=format_.media_type)

    page.add_api_route("/tapes/{name}.{ending}", download, methods=["GET"])
