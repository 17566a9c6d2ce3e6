"""Tapes as files: from memory, for as long as the tape is kept, for whoever has the page."""

from fastapi import FastAPI
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from core.export import FORMATS
from core.wording import mood_word
from web.pages import note_page
from web.problems import TapeUnknown
from web.shelf import Shelf
from web.wording import WordsOf


def add_downloads(page: FastAPI, shelf: Shelf, env: Environment, words: WordsOf) -> None:
    """Serve /tapes/NAME.m3u8, .xspf and .csv."""

    async def download(request: Request, name: str, ending: str) -> Response:
        said, format_ = words(request.scope), FORMATS.get(ending)
        try:
            shelved = shelf.get(name)
        except TapeUnknown:
            shelved = None
        if shelved is None or format_ is None:
            return note_page(env, said, said("web-no-such-file"), said("web-file-gone"), status=404)
        mood = shelved.result.tape.mood.name
        text = format_.write(shelved.result.tracks, f"Moodtape: {mood_word(mood, said)}")
        disposition = f'attachment; filename="moodtape-{mood}.{ending}"'
        return Response(text, headers={"Content-Disposition": disposition}, media_type=format_.media_type)

    page.add_api_route("/tapes/{name}.{ending}", download, methods=["GET", "HEAD"])
