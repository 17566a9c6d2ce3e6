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

from core.errors import OperatorProblem
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
from web.wording import sentence

API = "/api/v1"
PROBLEM_TYPE = "urn:moodtape:problem:"
_logger = logging.getLogger(__name__)

Answer = Callable[[Scope, Problem], Response]


def answers(env: Environment, *, meter: Meter) -> Answer:
    """Make the function that counts and answers a problem, wherever it turns up."""

    def answer(scope: Scope, problem: Problem) -> Response:
        meter.refused(problem)
        if isinstance(problem, OperatorProblem):
            _logger.error("%s", sentence(problem))
        made = problem_details(problem) if is_api(scope) else _for_people(env, scope, problem)
        if (wait_s := retry_after_s(problem)) is not None:
            made.headers["Retry-After"] = str(max(1, ceil(wait_s)))
        return made

    return answer


def is_api(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["path"].startswith(f"{API}/")


def plain_answer(_: Scope, problem: Problem) -> Response:
    """Answer where there is no page."""
    return problem_text(problem)


def problem_text(problem: Problem) -> PlainTextResponse:
    """Say a problem without a page around it."""
    return PlainTextResponse(sentence(problem), status_of(problem))


def problem_details(problem: Problem) -> JSONResponse:
    """Describe a problem to a program, as RFC 9457 has it."""
    more = {"errors": [dict(zip(("at", "detail"), each, strict=True)) for each in _values(problem)]}
    return details(status_of(problem), code_of(type(problem)), sentence(problem), more if _values(problem) else {})


def details(status: int, code: str, words: str, more: dict[str, Any] | None = None) -> JSONResponse:
    """One problem document; `code` names its kind, such as "no-face"."""
    told = {"type": f"{PROBLEM_TYPE}{code}", "title": HTTPStatus(status).phrase, "status": status, "detail": words}
    return JSONResponse(told | (more or {}), status, media_type="application/problem+json")


def code_of(kind: type[Exception]) -> str:
    """Write a kind's name with hyphens: `NoFace` is "no-face"."""
    return sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


def _values(problem: Problem) -> tuple[tuple[str, str], ...]:
    return problem.values if isinstance(problem, ValuesInvalid) else ()


def _for_people(env: Environment, scope: Scope, problem: Problem) -> Response:
    if isinstance(problem, HostUnknown | ForeignPage | LengthInvalid) or scope["type"] == "websocket":
        return problem_text(problem)
    wishes = scope.get("state", {}).get("wishes", Wishes())
    agreed = has_agreed(HTTPConnection(scope))
    return form_page(env, agreed=agreed, wishes=wishes, problem=sentence(problem), status=status_of(problem))
