"""Photos that the command line is pointed at."""

from pathlib import Path

from core.errors import PhotoFileUnreadable, PhotoTooHeavy


def read_photo(path: Path, *, limit_bytes: int) -> bytes:
    """Read a photo's bytes, having looked at its size first.

    Raises:
        PhotoFileUnreadable: There is no file that can be read.
        PhotoTooHeavy: It has more bytes than the limit.
    """
    try:
        size_bytes = path.stat().st_size
        if size_bytes > limit_bytes:
            raise PhotoTooHeavy(size_bytes, limit_bytes)
        if not path.is_file():
            raise PhotoFileUnreadable(path)
        return path.read_bytes()
    except OSError as error:
        raise PhotoFileUnreadable(path) from error
