"""A Spotify with a memory, over real sockets on 127.0.0.1; it refuses what Spotify refuses a new app.

with FakeSpotify(tracks=[("Good Day", "Nova")]) as fake:
    app = SpotifyApp(fake.client_id, api_url=fake.api_url, accounts_url=fake.accounts_url)
    store.save(fake.accounts.login())
    ...
    fake.playlists, fake.calls, fake.violations
"""

import random
import re
import time
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from threading import Event, RLock, Thread
from typing import Any, Self

from core.music import Track
from tests.fakes.spotify_accounts import ACCOUNT, FakeAccounts, Grant
from tests.fakes.spotify_contract import load_contract, violation
from tests.fakes.spotify_parts import CHAOS, FakePlaylist, Fault, cover_in, user_id
from tests.fakes.spotify_server import Answer, Request, Server, error, page
from tests.fakes.spotify_songs import FakeTrack, as_fake, find, made_up_id

MOST_PLAYLISTS = 11_000
CLOSED = (
    "/users/*/playlists",
    "/playlists/*/tracks",
    "/playlists/*/followers",
    "/tracks",
    "/audio-features*",
    "/audio-analysis*",
    "/recommendations*",
    "/artists/*/related-artists",
)


class FakeSpotify:
    """One app and the accounts that use it; a context manager that serves while it is open.

    Each account has its own library and its own `top` artists; the `quota` is the developer's, and all calls of the
    app spend it. Switches: `dead` are uris that no longer exist, `quota` the calls left, `chaos` the share of calls
    that go wrong, `profiles` what accounts say of themselves, `allow_listed` whether they may use the app.
    """

    def __init__(self, *, tracks: Iterable[FakeTrack | Track | tuple[str, str]] = ()) -> None:
        self.tracks = [as_fake(track) for track in tracks]
        self.accounts = FakeAccounts()
        self.profiles: dict[str, dict[str, Any]] = {}
        self.top: dict[str, list[str]] = {}
        self.allow_listed = True
        self.dead: set[str] = set()
        self.quota: int | None = None
        self.chaos = 0.0
        self._dice = random.Random(1)
        self.playlists: dict[str, FakePlaylist] = {}
        self.removed: list[FakePlaylist] = []
        self.calls: list[str] = []
        self.violations: list[str] = []
        self._faults: list[Fault] = []
        self._lock = RLock()
        self._closing = Event()
        self._server = Server(self._answer, self._closing)

    def __enter__(self) -> Self:
        load_contract()
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def client_id(self) -> str:
        return self.accounts.client_id

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1/"

    @property
    def accounts_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/accounts"

    def fail(self, method: str, pattern: str, **trouble: Any) -> None:
        """Plan trouble (as `Fault` has it) for paths such as "/me/playlists", "/playlists/*/items" or "/api/token"."""
        self._faults.append(Fault(method, pattern, **trouble))

    def heal(self) -> None:
        """Forget the planned trouble."""
        self._faults.clear()

    def count(self, method: str, pattern: str = "*") -> int:
        """Count the calls so far."""
        return sum(fnmatch(call, f"{method} {pattern}") for call in self.calls)

    def wait_for(self, method: str, pattern: str = "*", *, patience_s: float = 5) -> None:
        """Block until such a call has come in."""
        until_s = time.monotonic() + patience_s
        while not self.count(method, pattern) and time.monotonic() < until_s:
            time.sleep(0.005)

    def library(self, account_id: str = ACCOUNT) -> list[FakePlaylist]:
        """Give an account's playlists, newest first."""
        return [playlist for playlist in reversed(self.playlists.values()) if playlist.account_id == account_id]

    def titles(self, playlist_id: str) -> list[str]:
        """Name the tracks of a playlist in order."""
        names = {track.uri: track.title for track in self.tracks}
        return [names[uri] for uri in self.playlists[playlist_id].uris]

    def _answer(self, request: Request) -> Answer:
        with self._lock:
            path = request.path.removeprefix("/v1").removeprefix("/accounts")
            self.calls.append(f"{request.method} {path}")
            fault = self._fault(request.method, path)
            if fault and not fault.after:
                fault.strike()
            if fault and not fault.after:
                self._check(request)
                return _as_answer(fault)
            answer = self._route(request, path)
            if fault:
                fault.strike()
            return _as_answer(fault) if fault else answer

    def _fault(self, method: str, path: str) -> Fault | None:
        for fault in self._faults:
            if fault.times > 0 and fault.method == method and fnmatch(path, fault.pattern):
                fault.times -= 1
                return fault
        if self._dice.random() < self.chaos:
            return Fault(method, path, **self._dice.choice(CHAOS))
        return None

    def _route(self, request: Request, path: str) -> Answer:
        if request.path.startswith("/accounts/"):
            return self._accounts(request, path)
        if self._quota_spent():
            body = {"error": {"status": 429, "message": "Quota exceeded", "reason": "QUOTA_EXCEEDED"}}
            return Answer(429, body, {"Retry-After": "1"})
        if any(fnmatch(path, closed) for closed in CLOSED):
            self.violations.append(f"{request.method} {path} is closed to new apps")
            return error(403, "Forbidden")
        if complaint := self._check(request):
            return error(400, complaint)
        for method, pattern, scopes, handler in self._routes():
            if method == request.method and (match := re.fullmatch(pattern, path)):
                grant = self.accounts.access.get(request.authorization.removeprefix("Bearer "))
                refusal = self._refusal(grant, scopes)
                return refusal if refusal or grant is None else handler(grant, request, *match.groups())
        return error(404, "Not found")

    def _routes(self) -> list[tuple[str, str, set[str], Callable[..., Answer]]]:
        modify, read = {"playlist-modify-public"}, {"playlist-read-private"}
        upload = {"ugc-image-upload", *modify}
        return [
            ("GET", "/me", set(), self._me),
            ("GET", "/me/top/artists", {"user-top-read"}, self._top_artists),
            ("GET", "/me/playlists", read, self._list),
            ("POST", "/me/playlists", modify, self._create),
            ("GET", "/playlists/([^/]+)/items", set(), self._items),
            ("PUT", "/playlists/([^/]+)/items", modify, self._replace),
            ("POST", "/playlists/([^/]+)/items", modify, self._add),
            ("PUT", "/playlists/([^/]+)/images", upload, self._upload),
            ("DELETE", "/me/library", modify, self._unfollow),
            ("GET", "/search", set(), self._search),
            ("GET", "/tracks/([^/]+)", set(), self._track),
        ]

    def _quota_spent(self) -> bool:
        if self.quota is not None:
            self.quota -= 1
        return self.quota is not None and self.quota < 0

    def _check(self, request: Request) -> str | None:
        if not request.path.startswith("/v1/"):
            return None
        complaint = violation(request.method, request.path, request.query, request.body, request.content_type)
        if complaint:
            self.violations.append(complaint)
        return complaint

    def _refusal(self, grant: Grant | None, scopes: set[str]) -> Answer | None:
        if grant is None:
            return error(401, "Invalid access token")
        if grant.expires_at <= time.time():
            return error(401, "The access token expired")
        if not self.allow_listed:
            return error(403, "Check settings on developer.spotify.com/dashboard, the user may not be registered.")
        return None if scopes <= grant.scopes else error(403, "Insufficient client scope")

    def _accounts(self, request: Request, path: str) -> Answer:
        if (request.method, path) == ("POST", "/api/token"):
            return Answer(*self.accounts.token(request.form))
        if (request.method, path) != ("GET", "/authorize"):
            return Answer(404, b"")
        status, target = self.accounts.authorize(dict(request.query))
        return Answer(302, b"", {"Location": target}) if status == 302 else Answer(status, target.encode())

    def _me(self, grant: Grant, _: Request) -> Answer:
        own = {"id": user_id(grant.account_id), "account_id": grant.account_id, "display_name": "Moodtape Bot"}
        return Answer(200, self.profiles.get(grant.account_id, own))

    def _top_artists(self, grant: Grant, request: Request) -> Answer:
        return page([{"name": name, "type": "artist"} for name in self.top.get(grant.account_id, [])], request, most=50)

    def _list(self, grant: Grant, request: Request) -> Answer:
        return page([playlist.payload() for playlist in self.library(grant.account_id)], request, most=50)

    def _create(self, grant: Grant, request: Request) -> Answer:
        wanted = request.json
        if len(self.library(grant.account_id)) >= MOST_PLAYLISTS:
            return error(400, "Too many playlists")
        playlist_id = made_up_id("playlist", str(len(self.playlists) + len(self.removed)))
        about, public = wanted.get("description", ""), wanted.get("public", True)
        playlist = FakePlaylist(playlist_id, wanted["name"], about, public, grant.account_id)
        self.playlists[playlist_id] = playlist
        return Answer(201, playlist.payload())

    def _items(self, grant: Grant, request: Request, playlist_id: str) -> Answer:
        playlist = self._own(grant, playlist_id)
        if isinstance(playlist, Answer):
            return playlist
        known = {track.uri: track for track in self.tracks}
        return page([{"item": known[uri].payload()} for uri in playlist.uris], request, most=50)

    def _own(self, grant: Grant, playlist_id: str) -> FakePlaylist | Answer:
        """Give a playlist to whose it is."""
        playlist = self.playlists.get(playlist_id)
        if playlist is None:
            return error(404, "Resource not found")
        return playlist if playlist.account_id == grant.account_id else error(403, "Forbidden")

    def _replace(self, grant: Grant, request: Request, playlist_id: str) -> Answer:
        return self._change(grant, request, playlist_id, status=200, keep=False)

    def _add(self, grant: Grant, request: Request, playlist_id: str) -> Answer:
        return self._change(grant, request, playlist_id, status=201, keep=True)

    def _change(self, grant: Grant, request: Request, playlist_id: str, *, status: int, keep: bool) -> Answer:
        playlist = self._own(grant, playlist_id)
        uris = request.json.get("uris") if isinstance(request.json, dict) else None
        if isinstance(playlist, Answer):
            return playlist
        if not isinstance(uris, list) or len(uris) > 100:
            return error(400, "A maximum of 100 items can be set in one request")
        if not set(uris) <= {track.uri for track in self.tracks}:
            return error(400, "Invalid track uri")
        if set(uris) & self.dead:
            return error(400, "Payload contains a non-existing ID")
        playlist.uris = (playlist.uris if keep else []) + uris
        playlist.changes += 1
        return Answer(status, {"snapshot_id": str(playlist.changes)})

    def _upload(self, grant: Grant, request: Request, playlist_id: str) -> Answer:
        playlist = self._own(grant, playlist_id)
        if isinstance(playlist, Answer):
            return playlist
        jpeg = cover_in(request.body, content_type=request.content_type)
        if jpeg is None:
            return error(400, "Not a JPEG of at most 256 KB in base64")
        playlist.cover = jpeg
        return Answer(202, b"")

    def _unfollow(self, grant: Grant, request: Request) -> Answer:
        """Take playlists out of the account's own library; those of others are not in it, which is no error."""
        uris = dict(request.query)["uris"].split(",")
        if len(uris) > 40:
            return error(400, "Too many uris")
        for playlist_id in (uri.removeprefix("spotify:playlist:") for uri in uris):
            if isinstance(self._own(grant, playlist_id), FakePlaylist):
                self.removed.append(self.playlists.pop(playlist_id))
        return Answer(200, b"")

    def _search(self, _: Grant, request: Request) -> Answer:
        alive = [track for track in self.tracks if track.uri not in self.dead]
        rows = [track.payload() for track in find(alive, dict(request.query)["q"])]
        answer = page(rows, request, most=10)
        return Answer(200, {"tracks": answer.body}) if answer.status == 200 else answer

    def _track(self, _: Grant, __: Request, track_id: str) -> Answer:
        for track in self.tracks:
            if track.id == track_id and track.uri not in self.dead:
                return Answer(200, track.payload())
        return error(404, "Resource not found")


def _as_answer(fault: Fault) -> Answer:
    planned = {"error": {"status": fault.status, "message": "a planned fault"}}
    body = planned if fault.body is None else fault.body
    return Answer(fault.status, body, fault.headers, hang_s=fault.hang_s, reset=fault.reset)
