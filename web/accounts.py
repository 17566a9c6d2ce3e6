"""Where Spotify sends people back to who link their own accounts."""

from fastapi import FastAPI
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from core.errors import LinkNotAllowed, LinkProblem, MoodtapeError
from core.ports import AccountLinks
from core.wording import sentence
from web.pages import note_page
from web.wording import WordsOf, linked

STATE_CHARS = 200
CODE_CHARS = 2000
ERROR_CHARS = 100


def add_callback(page: FastAPI, accounts: AccountLinks, env: Environment, words: WordsOf) -> None:
    """Serve /spotify/callback."""

    async def finish(request: Request) -> Response:
        said = words(request.scope)
        state, code, fault = (request.query_params.get(key, "") for key in ("state", "code", "error"))
        try:
            account = await accounts.finish(state[:STATE_CHARS], code=code[:CODE_CHARS], error=fault[:ERROR_CHARS])
        except MoodtapeError as error:
            return note_page(env, said, said("web-not-linked"), sentence(error, said), status=_status(error))
        return note_page(env, said, *linked(account, said))

    page.add_api_route("/spotify/callback", finish, methods=["GET"])


def _status(error: MoodtapeError) -> int:
    if isinstance(error, LinkNotAllowed):
        return 403
    return 400 if isinstance(error, LinkProblem) else 503
