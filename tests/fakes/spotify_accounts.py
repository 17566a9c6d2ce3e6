"""The fake Spotify's accounts service: logins, codes and tokens."""

import base64
import hashlib
import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

ACCOUNT = "fixed-account-id"
"""Whose login it is unless another is named."""
ALL_SCOPES = ("playlist-modify-public", "playlist-read-private", "ugc-image-upload")


@dataclass(frozen=True, slots=True)
class Grant:
    """What one access token may do, in whose account, and until when in seconds since 1970."""

    scopes: frozenset[str]
    account_id: str
    expires_at: float


@dataclass(frozen=True, slots=True)
class PendingCode:
    challenge: str
    redirect_uri: str
    client_id: str
    scopes: frozenset[str]
    account_id: str


@dataclass(slots=True)
class FakeAccounts:
    """Issues tokens to one client; the switches may be turned at any time.

    `visitor` is the account whose browser comes to the page where people agree.
    """

    client_id: str = "fake-client-id"
    visitor: str = ACCOUNT
    lifetime_s: int = 3600
    rotates: bool = False
    declines: bool = False
    stumbles: bool = False
    withholds: frozenset[str] = frozenset()
    access: dict[str, Grant] = field(default_factory=dict)
    refresh: dict[str, tuple[frozenset[str], str]] = field(default_factory=dict)
    codes: dict[str, PendingCode] = field(default_factory=dict)
    _numbers: Any = field(default_factory=itertools.count)

    def login(
        self, *, account_id: str = ACCOUNT, scopes: Iterable[str] = ALL_SCOPES, expires_in_s: int | None = None
    ) -> dict[str, Any]:
        """Give what a finished login leaves in a token store."""
        token = self._issue(frozenset(scopes), account_id)
        if expires_in_s is not None:
            self.access[token["access_token"]] = Grant(frozenset(scopes), account_id, time.time() + expires_in_s)
            token["expires_in"] = expires_in_s
        return {**token, "expires_at": int(time.time()) + token["expires_in"], "account_id": account_id}

    def authorize(self, query: dict[str, str]) -> tuple[int, str]:
        """Answer the page where the operator agrees at once: a status, and where to go next."""
        redirect_uri = query.get("redirect_uri", "")
        if not redirect_uri.startswith(("https://", "http://127.0.0.1:", "http://[::1]:")):
            return 400, "INVALID_CLIENT: Insecure redirect URI"
        if query.get("client_id") != self.client_id or query.get("response_type") != "code":
            return 400, "INVALID_CLIENT: Invalid client"
        if query.get("code_challenge_method") != "S256" or not query.get("code_challenge"):
            return 400, "code_challenge_method must be S256"
        answer = {"code": self._code(query)}
        if self.declines or self.stumbles:
            answer = {"error": "access_denied" if self.declines else "server_error"}
        return 302, f"{redirect_uri}?{urlencode({**answer, 'state': query.get('state', '')})}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Answer POST /api/token."""
        if form.get("client_id") != self.client_id:
            return 400, {"error": "invalid_client", "error_description": "Invalid client"}
        if form.get("grant_type") == "authorization_code":
            return self._exchange(form)
        if form.get("grant_type") == "refresh_token":
            return self._refresh(form)
        return 400, {"error": "unsupported_grant_type"}

    def _code(self, query: dict[str, str]) -> str:
        code = f"login-code-{next(self._numbers)}"
        scopes = frozenset(query.get("scope", "").split()) - self.withholds
        self.codes[code] = PendingCode(
            query["code_challenge"], query["redirect_uri"], query["client_id"], scopes, self.visitor
        )
        return code

    def _exchange(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        pending = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if pending is None or pending.challenge != challenge or pending.redirect_uri != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant", "error_description": "Invalid authorization code"}
        return 200, self._issue(pending.scopes, pending.account_id)

    def _refresh(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        old = form.get("refresh_token", "")
        if old not in self.refresh:
            return 400, {"error": "invalid_grant", "error_description": "Refresh token revoked"}
        token = self._issue(*self.refresh[old])
        if self.rotates:
            del self.refresh[old]
        else:
            del self.refresh[token.pop("refresh_token")]
        return 200, token

    def _issue(self, scopes: frozenset[str], account_id: str) -> dict[str, Any]:
        number = next(self._numbers)
        access, refresh = f"access-token-{number}", f"refresh-token-{number}"
        self.access[access] = Grant(scopes, account_id, time.time() + self.lifetime_s)
        self.refresh[refresh] = scopes, account_id
        return {
            "access_token": access,
            "token_type": "Bearer",
            "scope": " ".join(sorted(scopes)),
            "expires_in": self.lifetime_s,
            "refresh_token": refresh,
        }
