"""The sockets of the fake Spotify."""

import json
import os
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    path: str
    query: list[tuple[str, str]]
    authorization: str
    content_type: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body or b"{}")

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


@dataclass(frozen=True, slots=True)
class Answer:
    """A body of bytes goes out as it is, anything else as JSON."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)
    hang_s: float = 0.0
    reset: bool = False


def page(rows: list[Any], request: Request, *, most: int) -> Answer:
    """Answer with the rows that the request's limit and offset ask for."""
    query = dict(request.query)
    limit, offset = int(query.get("limit", most)), int(query.get("offset", 0))
    if not 1 <= limit <= most:
        return error(400, "Invalid limit")
    end = offset + limit
    following = f"{request.path}?limit={limit}&offset={end}" if end < len(rows) else None
    body = {"items": rows[offset:end], "total": len(rows), "limit": limit, "offset": offset, "next": following}
    return Answer(200, body)


def error(status: int, message: str) -> Answer:
    """Answer with an error in the API's form."""
    return Answer(status, {"error": {"status": status, "message": message}})


class Server(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, answer: Callable[[Request], Answer], closing: Event) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, answer, closing))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent about clients that hang up."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True

    def __init__(self, answer: Callable[[Request], Answer], closing: Event, *rest: Any) -> None:
        self._answer = answer
        self._closing = closing
        super().__init__(*rest)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        authorization, content_type = self.headers.get("Authorization", ""), self.headers.get("Content-Type", "")
        query = parse_qsl(address.query, keep_blank_values=True)
        answer = self._answer(Request(self.command, address.path, query, authorization, content_type, body))
        self._closing.wait(answer.hang_s)
        if answer.reset:
            self._reset()
        else:
            self._send(answer)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""

    def _send(self, answer: Answer) -> None:
        body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        self.send_response_only(answer.status)
        for name, value in {"Date": self.date_time_string(), **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.connection.detach())
