"""The log: plain lines for people, or one JSON object a line for machines."""

import logging
import sys
import threading
from contextvars import ContextVar
from datetime import UTC, datetime
from secrets import token_hex
from types import TracebackType
from typing import Any, Literal

from pythonjsonlogger.json import JsonFormatter

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
CHATTY = ("discord", "spotipy", "urllib3", "requests", "asyncio", "PIL")
"""Libraries that print tokens, or every byte, at DEBUG; they stay at INFO."""
FIELDS = ("incident", "stage", "ms", "faces", "tracks")
"""What a line may say besides its message; anything else that a library attaches stays out."""

_request: ContextVar[str | None] = ContextVar("request", default=None)


def set_up_logging(*, level: str = "INFO", form: Literal["text", "json"] = "text") -> None:
    """Log to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(json_ensure_ascii=False) if form == "json" else logging.Formatter(LINE))
    logging.basicConfig(level=level, handlers=[handler])
    if form == "json":
        _log_what_nobody_caught()
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.INFO, logging.getLevelName(level)))


def _log_what_nobody_caught() -> None:
    """Make warnings, and the errors that end the process or a thread, lines of the log too."""

    def fatal(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            logging.getLogger("app").critical("Ended by an error that nobody expected", exc_info=(kind, error, trace))

    def fatal_to_thread(end: threading.ExceptHookArgs) -> None:
        if end.exc_value is not None and not issubclass(end.exc_type, SystemExit):
            fatal(end.exc_type, end.exc_value, end.exc_traceback)

    logging.captureWarnings(True)
    sys.excepthook = fatal
    threading.excepthook = fatal_to_thread


def in_request() -> str:
    """Give the task at hand a short random id, unless it has one; each of its JSON lines then carries it."""
    known = _request.get()
    if known is None:
        known = token_hex(4)
        _request.set(known)
    return known


class JsonLines(JsonFormatter):
    """Writes time (UTC), level, logger, message, and where there are such: request, `FIELDS`, exc_info."""

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:
        log_data["time"] = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        log_data["level"] = record.levelname
        log_data["logger"] = record.name
        log_data["message"] = record.getMessage()
        if request := _request.get():
            log_data["request"] = request
        log_data.update((field, vars(record)[field]) for field in FIELDS if field in vars(record))
        log_data.update(message_dict)
