"""A small Kaggle over real sockets: one data set, one file, and whatever status a test asks for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

GET = "/api/v1/datasets.DatasetApiService/GetDataset"
DOWNLOAD = "/api/v1/datasets.DatasetApiService/DownloadDataset"


class FakeKaggle(ThreadingHTTPServer):
    """Gives `content` as the data set's file, or answers every request with `status`."""

    def __init__(self, content: bytes, *, status: int = 200) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = content
        self.status = status
        self.asked: list[dict[str, object]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: FakeKaggle

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        if self.server.status != 200:
            self._answer(self.server.status, b"{}", "application/json")
        elif self.path == GET:
            self._answer(200, json.dumps({"currentVersionNumber": 2}).encode(), "application/json")
        elif self.path == DOWNLOAD and asked.get("fileName") == "data_moods.csv":
            self._answer(200, self.server.content, "text/csv")
        else:
            self._answer(404, b"{}", "application/json")

    def _answer(self, status: int, body: bytes, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def serving(kaggle: FakeKaggle) -> Iterator[FakeKaggle]:
    thread = Thread(target=kaggle.serve_forever, daemon=True)
    thread.start()
    try:
        yield kaggle
    finally:
        kaggle.shutdown()
        kaggle.server_close()
        thread.join()
