"""Turns a problem into its answer: the form with a sentence for people, problem details for programs."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from math import ceil
from re import sub
from typing import Any

from jinja2 import Environment
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Scope

from core.errors import OperatorProblem, SpotifyProblem, StorageUnavailable
from core.language import Words
from core.metrics import Meter
from web.consent import has_agreed
from web.forms import Wishes
from web.pages import form_page
from web.problems import (
    ForeignPage,
    HostUnknown,
    LengthInvalid,
    Problem,
    ValuesInvalid,
    retry_after_s,
    status_of,
)
from web.wording import WordsOf, sentence

API = "/api/v1"
PROBLEM_TYPE = "urn:moodtape:problem:"
COUNTED_BEFORE = (SpotifyProblem, StorageUnavailable)
"""A playlist that could not be made; whoever measures the publisher counts it."""
_logger = logging.getLogger(__name__)

Answer = Callable[[Scope, Problem], Response]


def answers(env: Environment, words: WordsOf, *, meter: Meter) -> Answer:
    """Make the function that counts and answers a problem, wherever it turns up; programs hear it in English."""

    def answer(scope: Scope, problem: Problem) -> Response:
        told = words(scope)
        if not isinstance(problem, COUNTED_BEFORE):
            meter.refused(problem)
        if isinstance(problem, OperatorProblem):
            _logger.error("%s", sentence(problem, told.in_english))
        made = problem_details(problem, told.in_english) if is_api(scope) else _for_people(env, scope, problem, told)
        if (wait_s := retry_after_s(problem)) is not None:
            made.headers["Retry-After"] = str(max(1, ceil(wait_s)))
        return made

    return answer


def is_api(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["path"].startswith(f"{API}/")


def plain_answer(_: Scope, problem: Problem) -> Response:
    """Name a problem where there is neither a page nor a language."""
    return PlainTextResponse(code_of(type(problem)), status_of(problem))


def problem_text(problem: Problem, words: Words) -> PlainTextResponse:
    """Say a problem without a page around it."""
    return PlainTextResponse(sentence(problem, words), status_of(problem))


def problem_details(problem: Problem, words: Words) -> JSONResponse:
    """Describe a problem to a program, as RFC 9457 has it."""
    wrong = [dict(zip(("at", "detail"), each, strict=True)) for each in _values(problem)]
    told, more = sentence(problem, words), {"errors": wrong} if wrong else {}
    return details(status_of(problem), code_of(type(problem)), told, more)


def details(status: int, code: str, words: str, more: dict[str, Any] | None = None) -> JSONResponse:
    """One problem document; `code` names its kind, such as "no-face"."""
    told = {"type": f"{PROBLEM_TYPE}{code}", "title": HTTPStatus(status).phrase, "status": status, "detail": words}
    return JSONResponse(told | (more or {}), status, media_type="application/problem+json")


def code_of(kind: type[Exception]) -> str:
    """Write a kind's name with hyphens: `NoFace` is "no-face"."""
    return sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


def _values(problem: Problem) -> tuple[tuple[str, str], ...]:
    return problem.values if isinstance(problem, ValuesInvalid) else ()


def _for_people(env: Environment, scope: Scope, problem: Problem, words: Words) -> Response:
    if isinstance(problem, HostUnknown | ForeignPage | LengthInvalid) or scope["type"] == "websocket":
        return problem_text(problem, words)
    wishes = scope.get("state", {}).get("wishes", Wishes())
    agreed = has_agreed(HTTPConnection(scope))
    told, status = sentence(problem, words), status_of(problem)
    return form_page(env, words, agreed=agreed, wishes=wishes, problem=told, status=status)
