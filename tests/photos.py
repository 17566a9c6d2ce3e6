"""Public-domain pictures from scikit-image, encoded in every way that people send them."""

import struct
import zlib
from io import BytesIO

import numpy as np
from PIL import Image
from skimage import data

ROTATED_BY_EXIF = 6
ORIENTATION = 0x0112


def astronaut() -> Image.Image:
    """Eileen Collins, smiling; NASA, public domain; 512 x 512 RGB."""
    return Image.fromarray(data.astronaut())


def coffee() -> Image.Image:
    """A cup of coffee; no face."""
    return Image.fromarray(data.coffee())


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def turned_by_exif(image: Image.Image, kind: str = "JPEG") -> bytes:
    """Pixels lie on their side; the EXIF tag says how to turn them upright."""
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED_BY_EXIF
    return encoded(image.transpose(Image.Transpose.ROTATE_90), kind, exif=exif)


def cut_out(image: Image.Image) -> Image.Image:
    """The picture with a transparent left fifth whose hidden colour is black."""
    pixels = np.dstack([np.asarray(image), np.full(image.size[::-1], 255, np.uint8)])
    pixels[:, : image.width // 5] = 0
    return Image.fromarray(pixels)


def animated(*frames: Image.Image) -> bytes:
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def huge_png(width: int, height: int) -> bytes:
    """A valid header that promises many pixels, and hardly any data."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body
