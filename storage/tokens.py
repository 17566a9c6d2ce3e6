"""The Spotify login in a file that only its owner can read."""

import json
import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

logger = logging.getLogger(__name__)

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700


class TokenFile:
    """Saves, loads and deletes one login; a reader never sees half a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __repr__(self) -> str:
        return f"TokenFile({str(self._path)!r})"

    def load(self) -> dict[str, Any] | None:
        """Read the login; None where there is none or the file is damaged."""
        try:
            token = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            token = None
        if not isinstance(token, dict):
            logger.warning("The Spotify login in %s cannot be read, as if there were none", self._path)
            return None
        return cast("dict[str, Any]", token)

    def save(self, token: dict[str, Any]) -> None:
        """Replace the login in one step.

        Raises:
            OSError: The folder cannot be written.
        """
        folder = self._path.parent
        folder.mkdir(parents=True, mode=OWNER_ONLY_FOLDER, exist_ok=True)
        scratch = folder / f".{self._path.name}.{secrets.token_hex(4)}"
        try:
            _write(scratch, json.dumps(token))
            scratch.replace(self._path)
        finally:
            scratch.unlink(missing_ok=True)

    def delete(self) -> None:
        """Forget the login; there may be none."""
        with suppress(FileNotFoundError):
            self._path.unlink()


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
