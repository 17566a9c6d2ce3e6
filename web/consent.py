"""Whether a visitor agreed to the notice: one cookie that says yes, and tells nobody apart."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

COOKIE, YES = "photo-notice", "agreed"
KEPT_S = 180 * 24 * 3600


def has_agreed(visit: HTTPConnection) -> bool:
    return visit.cookies.get(COOKIE) == YES


def remember(answer: Response, *, agreed: bool, secure: bool) -> None:
    """Keep the answer in the visitor's browser, or take it out again; `secure` keeps it to https."""
    if agreed:
        answer.set_cookie(COOKIE, YES, max_age=KEPT_S, httponly=True, samesite="lax", secure=secure)
    else:
        answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=secure)
