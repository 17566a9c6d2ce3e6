"""A small Discord on 127.0.0.1: REST, gateway and CDN over real sockets."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import BodyPartReader, WSMsgType, web
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from tests.fakes.cdn import Photo, Uploaded

TOKEN = "a-token-of-the-fake"
APPLICATION_ID = "1000000000000000001"
PERSON_ID = "1000000000000000002"
CHANNEL_ID = "1000000000000000003"
COMMAND_ID = "1000000000000000004"
BOT = {"id": APPLICATION_ID, "username": "moodtape", "discriminator": "0", "avatar": None, "bot": True}
PERSON = {"id": PERSON_ID, "username": "alice", "discriminator": "0", "avatar": None, "global_name": "Alice"}
CHANNEL = {"id": CHANNEL_ID, "type": 1, "recipients": [PERSON], "last_message_id": None, "flags": 0}


@dataclass(frozen=True, slots=True)
class Request:
    """One REST request that the bot sent; `files` are the bodies of a multipart one."""

    method: str
    path: str
    json: Any
    files: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Answers the next request whose method and start of path fit."""

    method: str
    path: str
    status: int
    body: dict[str, Any] = field(default_factory=dict)


class FakeDiscord:
    """Records what the bot sends and plays one person, alice, in a direct message.

    While it is open, discord.py talks to it in place of Discord.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.faults: list[Fault] = []
        self.identified: list[dict[str, Any]] = []
        self.resumed: list[dict[str, Any]] = []
        self.closed_with: list[int | None] = []
        self.cdn_sent_bytes = 0
        self.heartbeat_ms = 45_000
        self._news = asyncio.Condition()
        self._photos: dict[str, Photo] = {}
        self._events: list[dict[str, Any]] = []
        self._socket: tuple[web.WebSocketResponse, web.Request] | None = None
        self._frozen: web.WebSocketResponse | None = None
        self._session_is_over = False
        self._last_id = 2_000_000_000_000_000_000

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_get("/cdn/{id}/{name}", self._cdn)
        app.router.add_route("*", "/api/{path:.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._host = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self._real = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        Route.BASE = f"http://{self._host}/api"
        DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://{self._host}/gateway")
        return self

    async def __aexit__(self, *_: object) -> None:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self._real
        await self._runner.cleanup()

    async def until(self, happened: Callable[[], object], *, limit_s: float = 10) -> None:
        """Wait until something about the recorded traffic is true."""
        async with asyncio.timeout(limit_s), self._news:
            await self._news.wait_for(happened)

    async def ready(self) -> None:
        await self.until(lambda: self.identified and self._socket)

    def sent(self, method: str, ending: str) -> list[Request]:
        """The requests with this method whose path ends so."""
        return [r for r in self.requests if r.method == method and r.path.endswith(ending)]

    async def slash(self, name: str, *, photo: Photo | None = None, person_id: str = PERSON_ID, **options: Any) -> str:
        """Alice, or somebody else, uses a command; the photo is its option `photo`. Gives the interaction's token."""
        told = [{"name": k, "type": _option_type(v), "value": v} for k, v in options.items()]
        data: dict[str, Any] = {"id": COMMAND_ID, "name": name, "type": 1, "options": told}
        if photo:
            attachment = self._attach(photo)
            told.append({"name": "photo", "type": 11, "value": attachment["id"]})
            data["resolved"] = {"attachments": {attachment["id"]: attachment}}
        return await self._interaction(2, data, user=PERSON | {"id": person_id})

    async def click(self, custom_id: str, *, components: list[dict[str, Any]]) -> None:
        """Alice clicks a button of a message with these components."""
        message = self._message(components)
        await self._interaction(3, {"custom_id": custom_id, "component_type": 2}, message=message)

    async def direct_message(self, photo: Photo) -> None:
        """Alice sends the bot a photo."""
        message = self._message([], author=PERSON)
        await self._dispatch("MESSAGE_CREATE", message | {"attachments": [self._attach(photo)], "flags": 0})

    def attachment(self, photo: Photo) -> Uploaded:
        """Upload a photo to the CDN."""
        told = self._attach(photo)
        return Uploaded(told["size"], told["url"])

    def drop(self) -> None:
        """Cut the gateway's connection without a word."""
        assert self._socket
        transport = self._socket[1].transport
        self._socket = None
        if transport:
            transport.abort()

    async def close_gateway(self, code: int, *, session_is_over: bool = False) -> None:
        """Close the gateway's connection with a reason; a session that is over cannot be resumed."""
        assert self._socket
        (socket, _), self._socket, self._session_is_over = self._socket, None, session_is_over
        await socket.close(code=code)

    async def invalidate_session(self) -> None:
        """End the session in a way that it cannot be resumed."""
        assert self._socket
        (socket, _), self._socket, self._session_is_over = self._socket, None, True
        await socket.send_json({"op": 9, "d": False})

    def freeze(self) -> None:
        """Say nothing more on the present connection, heartbeats included, without closing it."""
        assert self._socket
        (self._frozen, _), self._socket = self._socket, None

    async def _interaction(self, kind: int, data: dict[str, Any], **extra: Any) -> str:
        number = self._new_id()
        told = {"id": number, "application_id": APPLICATION_ID, "type": kind, "token": f"token-{number}", "version": 1}
        where = {"channel_id": CHANNEL_ID, "channel": CHANNEL, "user": PERSON, "context": 1, "locale": "en-US"}
        rest = {"entitlements": [], "authorizing_integration_owners": {}, "attachment_size_limit": 10_485_760}
        await self._dispatch("INTERACTION_CREATE", {**told, **where, **rest, "data": data, **extra})
        return told["token"]

    async def _dispatch(self, name: str, data: dict[str, Any]) -> None:
        event = {"op": 0, "t": name, "s": len(self._events) + 1, "d": data}
        self._events.append(event)
        if self._socket:
            await self._socket[0].send_json(event)

    def _attach(self, photo: Photo) -> dict[str, Any]:
        number = self._new_id()
        self._photos[number] = photo
        url = f"http://{self._host}/cdn/{number}/selfie.jpg"
        return {"id": number, "filename": "selfie.jpg", "size": photo.declared_bytes, "url": url, "proxy_url": url}

    def _message(self, components: list[dict[str, Any]], *, author: dict[str, Any] = BOT) -> dict[str, Any]:
        lists = dict.fromkeys(("mentions", "mention_roles", "attachments", "embeds"), ())
        told = {"id": self._new_id(), "channel_id": CHANNEL_ID, "author": author, "content": "", "type": 0}
        flags = {"tts": False, "mention_everyone": False, "pinned": False, "flags": 1 << 15, "edited_timestamp": None}
        return {**told, **lists, **flags, "timestamp": "2026-11-01T12:00:00+00:00", "components": components}

    def _new_id(self) -> str:
        self._last_id += 1
        return str(self._last_id)

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _rest(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix("/api")
        got = await _parsed(request, path)
        fault = next((f for f in self.faults if f.method == got.method and path.startswith(f.path)), None)
        if fault:
            self.faults.remove(fault)
            return _json(fault.body, status=fault.status)
        if request.headers.get("Authorization", f"Bot {TOKEN}") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        self.requests.append(got)
        await self._tell()
        return self._answer(got)

    def _answer(self, got: Request) -> web.Response:
        fixed = {
            "/users/@me": BOT,
            "/oauth2/applications/@me": _application(),
            "/gateway/bot": {"url": f"ws://{self._host}/gateway", "shards": 1, "session_start_limit": {}},
        }
        if got.path in fixed:
            return _json(fixed[got.path])
        if got.path.endswith("/commands"):
            return _json([{**c, "id": COMMAND_ID, "application_id": APPLICATION_ID, "version": "1"} for c in got.json])
        if got.path.endswith("/callback"):
            return _json({"interaction": {"id": got.path.split("/")[2], "type": 2}})
        if got.path.endswith("/typing"):
            return web.Response(status=204)
        if got.path.startswith(("/webhooks/", "/channels/")):
            return _json(self._message(got.json.get("components", [])))
        return _json({"message": "404: Not Found", "code": 0}, status=404)

    async def _cdn(self, request: web.Request) -> web.StreamResponse:
        photo = self._photos[request.match_info["id"]]
        response = web.StreamResponse(status=photo.status, headers={"Content-Type": "image/jpeg"})
        await response.prepare(request)
        async for chunk in photo.body():
            await response.write(chunk)
            self.cdn_sent_bytes += len(chunk)
        return response

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": self.heartbeat_ms}})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._hear(json.loads(frame.data), socket, request)
        self.closed_with.append(socket.close_code)
        await self._tell()
        return socket

    async def _hear(self, said: dict[str, Any], socket: web.WebSocketResponse, request: web.Request) -> None:
        if socket is self._frozen:
            return
        if said["op"] == 1:
            await socket.send_json({"op": 11})
        elif said["op"] == 2:
            self._socket, self._session_is_over = (socket, request), False
            self._events.clear()
            await self._dispatch("READY", self._ready())
            self.identified.append(said["d"])
        elif said["op"] == 6 and self._session_is_over:
            await socket.send_json({"op": 9, "d": False})
        elif said["op"] == 6:
            self._socket = socket, request
            for event in self._events[said["d"]["seq"] :]:
                await socket.send_json(event)
            await self._dispatch("RESUMED", {})
            self.resumed.append(said["d"])
        await self._tell()

    def _ready(self) -> dict[str, Any]:
        url = f"ws://{self._host}/gateway"
        application = {"id": APPLICATION_ID, "flags": 0}
        return {
            "v": 10,
            "user": BOT,
            "guilds": [],
            "session_id": "s",
            "resume_gateway_url": url,
            "application": application,
        }


def _application() -> dict[str, Any]:
    about = {"id": APPLICATION_ID, "name": "moodtape", "icon": None, "description": "", "flags": 0, "verify_key": ""}
    return {**about, "bot_public": True, "bot_require_code_grant": False, "owner": PERSON, "summary": ""}


def _option_type(value: object) -> int:
    return {str: 3, int: 4, bool: 5}[type(value)]


def _json(body: Any, *, status: int = 200) -> web.Response:
    headers = {"Content-Type": "application/json", "Via": "1.1 fake"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=headers)


async def _parsed(request: web.Request, path: str) -> Request:
    if not request.content_type.startswith("multipart/"):
        body = await request.read()
        return Request(request.method, path, json.loads(body) if body else None)
    told, files = None, list[bytes]()
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            told = json.loads(await part.text())
        else:
            files.append(bytes(await part.read()))
    return Request(request.method, path, told, tuple(files))
