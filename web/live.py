"""Live mode: small pictures come over one WebSocket, and how the faces look goes back; nothing is kept."""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from core.errors import BadPhoto, Busy, MoodtapeError
from core.faces import Face, Reading
from core.language import Words
from core.ports import EmotionReader
from web.answers import problem_text
from web.consent import has_agreed
from web.problems import ConsentMissing
from web.rates import address_of
from web.wording import WordsOf, live_line, sentence

GOING_AWAY, POLICY, TOO_BIG, INTERNAL, TRY_LATER = 1001, 1008, 1009, 1011, 1013
"""Close codes. Source: RFC 6455, 7.4.1, and the IANA registry of WebSocket close codes."""
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LiveLimits:
    """What live connections may take.

    Attributes:
        readers: Pictures of all connections that are with the readers at a time; a tape's photo stands in the same
            line, so that it waits for one picture at most where there are no more of them than readers.
        idle_s: How long a connection may send nothing.
    """

    frame_bytes: int = 200_000
    frame_px: int = 640 * 640
    frames_a_second: float = 20
    idle_s: float = 20
    connections: int = 16
    connections_each: int = 3
    readers: int = 1


class FrameRefused(Exception):
    """A picture that our own page would not send; `code` closes the connection."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class LiveView:
    """Answers live connections out of a bounded share of the reader."""

    def __init__(self, reader: EmotionReader, *, words: WordsOf, limits: LiveLimits) -> None:
        self._reader = reader
        self._words = words
        self._limits = limits
        self._share = asyncio.Semaphore(limits.readers)
        self._open: Counter[str] = Counter()

    async def answer(self, socket: WebSocket) -> None:
        """Answer one connection until it ends; the outermost handler of its errors."""
        words = self._words(socket.scope)
        if not has_agreed(socket):
            return await socket.send_denial_response(problem_text(ConsentMissing(), words))
        await socket.accept()
        with self._counted(address_of(socket)) as admitted:
            try:
                code = await self._talk(socket) if admitted else TRY_LATER
            except WebSocketDisconnect:
                return None
            except FrameRefused as refused:
                code = refused.code
            except MoodtapeError as error:
                _logger.warning("live view: %s", sentence(error, words.in_english))
                code = INTERNAL
        with suppress(RuntimeError):
            await socket.close(code)
        return None

    @contextmanager
    def _counted(self, address: str) -> Iterator[bool]:
        self._open[address] += 1
        try:
            within = self._open.total() <= self._limits.connections
            yield within and self._open[address] <= self._limits.connections_each
        finally:
            self._open[address] -= 1
            self._open += Counter()

    async def _talk(self, socket: WebSocket) -> int:
        newest: asyncio.Queue[bytes] = asyncio.Queue(1)
        tasks = [asyncio.create_task(work(socket, newest)) for work in (self._take_in, self._read_out)]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
            return GOING_AWAY
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _take_in(self, socket: WebSocket, newest: "asyncio.Queue[bytes]") -> None:
        """Keep the newest picture only; one that nobody read yet is dropped."""
        with suppress(TimeoutError):
            while True:
                async with asyncio.timeout(self._limits.idle_s):
                    message = await socket.receive()
                if message["type"] == "websocket.disconnect":
                    raise WebSocketDisconnect
                frame = message.get("bytes") or b""
                if not frame:
                    raise FrameRefused(POLICY)
                if len(frame) > self._limits.frame_bytes:
                    raise FrameRefused(TOO_BIG)
                if newest.full():
                    newest.get_nowait()
                newest.put_nowait(frame)

    async def _read_out(self, socket: WebSocket, newest: "asyncio.Queue[bytes]") -> None:
        clock, words = asyncio.get_running_loop().time, self._words(socket.scope)
        while True:
            begun = clock()
            await socket.send_json(await self._read(await newest.get(), words))
            await asyncio.sleep(max(0.0, begun + 1 / self._limits.frames_a_second - clock()))

    async def _read(self, frame: bytes, words: Words) -> dict[str, Any]:
        try:
            reading = await self._in_turn(frame)
        except Busy as busy:
            return {"wait_s": busy.retry_after_s}
        except BadPhoto as error:
            raise FrameRefused(POLICY) from error
        if reading.width * reading.height > self._limits.frame_px:
            raise FrameRefused(TOO_BIG)
        return live_payload(reading, words)

    async def _in_turn(self, frame: bytes) -> Reading:
        """Read within the share; whoever leaves meanwhile frees it only when the reader is done with the picture."""
        await self._share.acquire()
        reading = asyncio.create_task(self._reader.read(frame))
        reading.add_done_callback(self._give_back)
        return await asyncio.shield(reading)

    def _give_back(self, reading: "asyncio.Task[Reading]") -> None:
        self._share.release()
        if not reading.cancelled():
            reading.exception()


def live_payload(reading: Reading, words: Words) -> dict[str, Any]:
    """Boxes as parts of the picture's width and height; the room's seven probabilities, null where none can be read."""
    readable = reading.faces and not reading.unclear
    return {
        "faces": [_box(face, reading) for face in reading.faces],
        "room": [round(p, 4) for p in reading.room().probabilities] if readable else None,
        "line": live_line(reading, words),
    }


def _box(face: Face, reading: Reading) -> list[float]:
    box, width, height = face.box, reading.width, reading.height
    return [round(part, 4) for part in (box.x_min / width, box.y_min / height, box.x_max / width, box.y_max / height)]
