"""Writing one setting into `.env`: all other lines stay as they are, and nobody else can read the file."""

import os
import re
import secrets
from io import StringIO
from pathlib import Path

from dotenv.parser import Binding, parse_stream

OWNER_ONLY = 0o600
_PLAIN = re.compile(r"[\w./:@%+,~-]*")
_LEAD = re.compile(r"\s*(?:export\s+)?")
_COMMENT = re.compile(r"=[^'\"\r\n]*?([ \t]+#[^\r\n]*)")


def set_value(path: Path, name: str, value: str) -> None:
    """Put a value in place of the last one, or at the end; the file is replaced in one step.

    A file that is not there yet starts as its example, where `.env.example` lies beside it.

    Raises:
        OSError: It cannot be read or written.
        UnicodeDecodeError: It is no text.
    """
    target = path.resolve()
    scratch = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        _write(scratch, with_value(_text(target), name, value))
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def with_value(text: str, name: str, value: str) -> str:
    """Give the text of a `.env` with another value for one name."""
    end = "\r\n" if "\r\n" in text else "\n"
    setting = f"{name}={_quoted(value)}"
    bindings = list(parse_stream(StringIO(text, newline="")))
    if any(_names(binding, name) for binding in bindings):
        return "".join(
            _changed(b.original.string, setting, end) if _names(b, name) else b.original.string for b in bindings
        )
    return text + (end if text and not text.endswith("\n") else "") + setting + end


def _names(binding: Binding, name: str) -> bool:
    return (binding.key or "").upper() == name


def _changed(original: str, setting: str, end: str) -> str:
    """Keep what stands around a setting: empty lines and `export` before it, and a comment behind it."""
    lead, comment = _LEAD.match(original), _COMMENT.search(original)
    return f"{lead[0] if lead else ''}{setting}{comment[1] if comment else ''}{end}"


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _text(target: Path) -> str:
    example = target.with_name(".env.example")
    source = target if target.exists() else example
    return source.read_bytes().decode() if source.exists() else ""


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
