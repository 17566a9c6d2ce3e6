# pyright: reportUnknownMemberType=false, reportUnknownParameterType=false, reportMissingParameterType=false
"""Counts what is asked of Spotify and what comes back, below retries and everything else."""

import re
from time import perf_counter
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from core.metrics import Meter

UNREACHABLE = "unreachable"
OTHER = "other"
OPERATIONS = (
    ("GET", r"/me", "account"),
    ("GET", r"/me/playlists", "list playlists"),
    ("POST", r"/me/playlists", "create playlist"),
    ("PUT", r"/playlists/[^/]+/items", "fill playlist"),
    ("POST", r"/playlists/[^/]+/items", "fill playlist"),
    ("GET", r"/playlists/[^/]+/items", "read playlist"),
    ("PUT", r"/playlists/[^/]+/images", "set cover"),
    ("DELETE", r"/me/library", "remove playlist"),
    ("GET", r"/search", "search"),
    ("GET", r"/tracks/[^/]+", "track"),
    ("GET", r"/me/top/[^/]+", "top"),
    ("POST", r"/api/token", "token"),
)
"""Method, path behind the version, and what that is called."""

_VERSION = re.compile(r"/v[0-9]+(?=/)")


class MeasuredAdapter(HTTPAdapter):
    """Sends requests as `requests` does."""

    def __init__(self, meter: Meter, **options: Any) -> None:
        super().__init__(**options)
        self._meter = meter

    def send(self, request: requests.PreparedRequest, *rest: Any, **options: Any) -> requests.Response:
        start_s = perf_counter()
        outcome = UNREACHABLE
        try:
            response = super().send(request, *rest, **options)
            outcome = outcome_of(response.status_code)
            return response
        finally:
            self._meter.spotify_answered(
                operation_of(request.method or "", request.path_url),
                outcome=outcome,
                seconds=perf_counter() - start_s,
            )


def operation_of(method: str, path: str) -> str:
    """Name a request by one of a dozen words, without the ids in its path."""
    bare = _VERSION.sub("", path.partition("?")[0], count=1)
    return next((name for kind, form, name in OPERATIONS if kind == method and re.fullmatch(form, bare)), OTHER)


def outcome_of(status: int) -> str:
    """Name an answer: "ok", the status where we act on it by itself, or its class, as in "5xx"."""
    if status < 400:
        return "ok"
    return str(status) if status in (401, 403, 429) else f"{status // 100}xx"
