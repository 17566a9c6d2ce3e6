"""A tape's own page, for as long as it is kept, and its playlist, where Spotify allowed none at first."""

from dataclasses import replace
from urllib.parse import quote

from fastapi import FastAPI
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from core.errors import SpotifyProblem, StorageUnavailable
from core.ports import PlaylistPublisher
from web.forms import Order, read_order
from web.pages import result_page
from web.problems import PageProblem
from web.shelf import Shelf, Shelved, waits
from web.wording import WordsOf


async def with_playlist(shelved: Shelved, *, shelf: Shelf, publisher: PlaylistPublisher, language: str) -> Shelved:
    """Make a kept tape's playlist: one, however often and from wherever it is asked for.

    Raises:
        SpotifyProblem: There is still none.
        StorageUnavailable: As above.
    """
    result = shelved.result
    if result.playlist:
        return shelved
    playlist = await publisher.publish(result.tape, request_id=f"web-{shelved.name}", language=language)
    return shelf.change(shelved, replace(result, playlist=playlist, spotify_problem=None))


async def _next_order(request: Request, shelved: Shelved) -> Order:
    """Read the next tape's form, which goes along; where it cannot be used, wish for the same as before."""
    try:
        return await read_order(request, limit_bytes=0)
    except PageProblem:
        return Order(shelved.wishes, feeling=shelved.result.tape.mood.name)


def add_playlists(page: FastAPI, publisher: PlaylistPublisher, shelf: Shelf, env: Environment, words: WordsOf) -> None:
    """Serve /tapes/NAME, which shows the tape, and /tapes/NAME/playlist, which makes its playlist."""

    async def show(request: Request, name: str) -> Response:
        shelved, said = shelf.get(name), words(request.scope)
        line = said("web-playlist-not-yet") if waits(shelved.result) else None
        feeling = shelved.result.tape.mood.name
        return result_page(env, shelved, said, order=Order(shelved.wishes), feeling=feeling, line=line)

    async def make(request: Request, name: str) -> Response:
        shelved, said = shelf.get(name), words(request.scope)
        order = await _next_order(request, shelved)
        feeling = order.feeling or shelved.result.tape.mood.name
        try:
            shelved = await with_playlist(shelved, shelf=shelf, publisher=publisher, language=said.language.value)
        except (SpotifyProblem, StorageUnavailable) as problem:
            shelved = replace(shelved, result=replace(shelved.result, spotify_problem=problem))
        return result_page(env, shelved, said, order=order, feeling=feeling, at_playlist=True)

    async def back_to_tape(name: str) -> Response:
        return RedirectResponse(f"/tapes/{quote(name, safe='')}", 303)

    page.add_api_route("/tapes/{name}", show, methods=["GET", "HEAD"])
    page.add_api_route("/tapes/{name}/playlist", back_to_tape, methods=["GET", "HEAD"])
    page.add_api_route("/tapes/{name}/playlist", make, methods=["POST"])
