"""Encrypts what must not be readable in a stolen database: Fernet, with keys that can be changed."""

import logging
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from core.errors import FolderUnusable, SecretKeyWrong, SettingsInvalid

logger = logging.getLogger(__name__)

KEY_FILE = "secret.key"
OWNER_ONLY = 0o600
ADVICE = "each key is 32 random bytes in URL-safe base64, such as `openssl rand -base64 32 | tr '+/' '-_'` prints"


class Vault:
    """Seals and opens short texts; safe from many threads.

    Without keys of its own it uses those in the key file, one a line, newest first, and makes the file at first need.
    Where keys were set, those in the file still open what they sealed.
    """

    def __init__(self, key_file: Path, *, keys: Sequence[str] = ()) -> None:
        """Take the keys, newest first; nothing is read or written yet.

        Raises:
            SettingsInvalid: A key is not one.
        """
        self._key_file = key_file
        self._set_keys = [_key(text, source="SECRET_KEYS") for text in keys]
        self._all_keys: MultiFernet | None = None
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"Vault({str(self._key_file)!r})"

    def check(self) -> None:
        """Read the keys that there are.

        Raises:
            SettingsInvalid: One is no key.
            FolderUnusable: The key file cannot be read.
        """
        for line in self._lines():
            _key(line, source=str(self._key_file))

    def seal(self, text: str) -> str:
        """Encrypt under the newest key.

        Raises:
            FolderUnusable: A first key had to be made and could not be written.
        """
        return self._keys().encrypt(text.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """Decrypt under any key.

        Raises:
            SecretKeyWrong: None of the keys fits.
        """
        try:
            return self._keys().decrypt(sealed.encode()).decode()
        except InvalidToken:
            pass
        try:
            return self._keys(again=True).decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise SecretKeyWrong from error

    def reseal(self, sealed: str) -> str:
        """Encrypt under the newest key what any of the keys opens.

        Raises:
            SecretKeyWrong: None of the keys fits.
        """
        return self.seal(self.unseal(sealed))

    def renew(self) -> None:
        """Put a new key on top of the key file; the older ones stay, to open what they sealed.

        Raises:
            SettingsInvalid: The keys are set by the operator, who adds the new one.
            FolderUnusable: The file cannot be written.
        """
        if self._set_keys:
            raise SettingsInvalid("SECRET_KEYS", f"put the new key first, before a comma and the old ones; {ADVICE}")
        with self._lock:
            lines = [Fernet.generate_key().decode(), *self._lines()]
            self._write(lines, replace=True)
        self._keys(again=True)

    def _keys(self, *, again: bool = False) -> MultiFernet:
        with self._lock:
            if self._all_keys is None or again:
                self._all_keys = MultiFernet([*self._set_keys, *self._filed_keys()])
            return self._all_keys

    def _filed_keys(self) -> list[Fernet]:
        if not self._set_keys and not self._lines():
            self._write([Fernet.generate_key().decode()], replace=False)
        return [_key(line, source=str(self._key_file)) for line in self._lines()]

    def _lines(self) -> list[str]:
        try:
            return self._key_file.read_text(encoding="ascii", errors="replace").split()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise FolderUnusable(self._key_file.parent) from error

    def _write(self, lines: list[str], *, replace: bool) -> None:
        """Write the file in one step; without `replace`, another process's file stands."""
        scratch = self._key_file.with_name(f".{self._key_file.name}.{secrets.token_hex(4)}")
        try:
            self._key_file.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w") as file:
                file.write("\n".join(lines) + "\n")
                file.flush()
                os.fsync(file.fileno())
            if replace:
                scratch.replace(self._key_file)
            else:
                with suppress(FileExistsError):
                    self._key_file.hardlink_to(scratch)
        except OSError as error:
            raise FolderUnusable(self._key_file.parent) from error
        finally:
            scratch.unlink(missing_ok=True)


def _key(text: str, *, source: str) -> Fernet:
    try:
        return Fernet(text)
    except ValueError:
        raise SettingsInvalid(source, ADVICE) from None
