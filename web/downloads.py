"""Tapes as files: kept in memory for an hour after their page was shown, for whoever has the page."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_urlsafe
from time import monotonic

from fastapi import FastAPI
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from core.export import FORMATS
from core.flow import Result
from core.mood import MoodName
from core.music import Track
from core.wording import mood_word
from web.guards import WordsOf
from web.pages import note_page

KEPT_S = 3600.0
KEPT_TAPES = 500


@dataclass(frozen=True, slots=True)
class Shelved:
    """What a file is made of: nothing about who asked."""

    mood: MoodName
    tracks: tuple[Track, ...]
    until_s: float


class Shelf:
    """The last 500 tapes of the last hour, each under a name that cannot be guessed."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._tapes: OrderedDict[str, Shelved] = OrderedDict()

    def put(self, result: Result) -> str:
        """Keep a result's tracks and give their name."""
        self._drop_old()
        name = token_urlsafe(16)
        self._tapes[name] = Shelved(result.tape.mood.name, result.tracks, self._clock() + KEPT_S)
        return name

    def get(self, name: str) -> Shelved | None:
        self._drop_old()
        return self._tapes.get(name)

    def _drop_old(self) -> None:
        while self._tapes:
            oldest = next(iter(self._tapes.values()))
            if oldest.until_s > self._clock() and len(self._tapes) < KEPT_TAPES:
                return
            self._tapes.popitem(last=False)


def add_downloads(page: FastAPI, shelf: Shelf, env: Environment, words: WordsOf) -> None:
    """Serve /tapes/NAME.m3u8, .xspf and .csv."""

    async def download(request: Request, name: str, ending: str) -> Response:
        shelved, format_ = shelf.get(name), FORMATS.get(ending)
        if shelved is None or format_ is None:
            said = words(request.scope)
            return note_page(env, said, said("web-no-such-file"), said("web-file-gone"), status=404)
        text = format_.write(shelved.tracks, f"Moodtape: {mood_word(shelved.mood, words(request.scope))}")
        disposition = f'attachment; filename="moodtape-{shelved.mood}.{ending}"'
        return Response(text, headers={"Content-Disposition": disposition}, media_type=format_.media_type)

    page.add_api_route("/tapes/{name}.{ending}", download, methods=["GET"])
