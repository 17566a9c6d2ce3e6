"""Public-domain pictures from scikit-image, encoded in every way that people send them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random

import numpy as np
from PIL import Image, ImageCms
from skimage import data

ROTATED_BY_EXIF = 6
ORIENTATION = 0x0112
UNDO = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What a camera does that leaves the turning to the EXIF orientation."""

MODES = {
    "JPEG": ("RGB", "L", "CMYK"),
    "PNG": ("RGB", "L", "LA", "RGBA", "P", "1", "I;16"),
    "WEBP": ("RGB", "RGBA"),
    "AVIF": ("RGB", "RGBA"),
    "GIF": ("P", "L"),
    "BMP": ("RGB", "L", "P", "1", "RGBA"),
    "TIFF": ("RGB", "RGBA", "L", "CMYK", "P", "1", "LAB", "YCbCr", "I;16"),
}
"""The colour modes that each format can hold."""


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
    return turned(image, ROTATED_BY_EXIF, kind)


def cut_out(image: Image.Image) -> Image.Image:
    """The picture with a transparent left fifth whose hidden colour is black."""
    pixels = np.dstack([np.asarray(image), np.full(image.size[::-1], 255, np.uint8)])
    pixels[:, : image.width // 5] = 0
    return Image.fromarray(pixels)


def animated(*frames: Image.Image) -> bytes:
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)


def lying(image: Image.Image, orientation: int) -> tuple[Image.Image, bytes]:
    """Turn an upright picture so that this EXIF orientation turns it back; the pixels, and the EXIF block."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return image.transpose(UNDO[orientation]) if orientation in UNDO else image, exif.tobytes()


def turned(image: Image.Image, orientation: int, kind: str, **options: object) -> bytes:
    """Encode an upright picture as a camera does that was held in this orientation, 1 to 8."""
    pixels, exif = lying(image, orientation)
    return heic(pixels, exif=exif) if kind == "HEIC" else encoded(pixels, kind, exif=exif, **options)


def heic(image: Image.Image, **options: object) -> bytes:
    """Encode as an iPhone does."""
    from pillow_heif import from_pillow

    buffer = BytesIO()
    from_pillow(image).save(buffer, quality=90, **options)
    return buffer.getvalue()


def red_and_blue_swapped() -> bytes:
    """An ICC profile whose first channel is blue and whose last is red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    renamed = srgb.replace("sRGB".encode("utf-16-be"), "Odd ".encode("utf-16-be"))
    return renamed.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)


def channels_swapped(image: Image.Image) -> Image.Image:
    return Image.fromarray(np.asarray(image)[..., ::-1].copy())


def deep(image: Image.Image) -> Image.Image:
    """The picture in 16 bits of grey."""
    return Image.fromarray(np.asarray(image.convert("L"), np.uint16) * 257)


def corpus(image: Image.Image) -> dict[str, bytes]:
    """One picture in every format and colour mode that is read here, by name."""
    paletted = image.convert("P", palette=Image.Palette.ADAPTIVE)
    modes = {mode: image.convert(mode) for mode in ("RGB", "L", "LA", "RGBA", "CMYK", "1", "YCbCr", "LAB")}
    modes |= {"P": paletted, "I;16": deep(image)}
    whole = {f"{kind}-{mode}": encoded(modes[mode], kind) for kind, names in MODES.items() for mode in names}
    return whole | {
        "JPEG-progressive": encoded(image, "JPEG", progressive=True),
        "JPEG-icc": encoded(channels_swapped(image), "JPEG", icc_profile=red_and_blue_swapped()),
        "MPO-RGB": encoded(image, "MPO", save_all=True, append_images=[image]),
        "PNG-interlaced": interlaced_png(),
        "WEBP-lossless": encoded(image, "WEBP", lossless=True),
        "WEBP-animated": encoded(image, "WEBP", save_all=True, append_images=[image.rotate(180)]),
        "GIF-animated": animated(image, image.rotate(180)),
        "TIFF-deflate": encoded(image, "TIFF", compression="tiff_adobe_deflate"),
        "TIFF-lzw": encoded(image, "TIFF", compression="tiff_lzw"),
        "HEIC-RGB": heic(image),
        "HEIC-RGBA": heic(image.convert("RGBA")),
    }


def png(width: int, height: int, *chunks: tuple[bytes, bytes], depth: int = 8, colour: int = 2, lace: int = 0) -> bytes:
    """Put a PNG together from its header's numbers and further chunks."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, lace)
    parts = ((b"IHDR", header), *chunks, (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


def interlaced_png() -> bytes:
    """An 8 x 8 grey picture in Adam7 order."""
    passes = ((1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4))
    rows = b"".join((b"\0" + b"\x80" * width) * height for width, height in passes)
    return png(8, 8, (b"IDAT", zlib.compress(rows)), colour=0, lace=1)


def huge_png(width: int, height: int) -> bytes:
    """A valid header that promises many pixels, and hardly any data."""
    return png(width, height, (b"IDAT", zlib.compress(b"\0" * 100)))


def looping_tiff() -> bytes:
    """A picture whose directory names itself as the next one."""
    entries = ((256, 4, 1, 8), (257, 4, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8))
    entries += ((277, 3, 1, 1), (278, 4, 1, 8), (279, 4, 1, 64))
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<I", 72) + bytes(64) + directory + struct.pack("<I", 72)


def many_frames(frames: int) -> bytes:
    """A GIF of 2 x 2 pixels and very many frames."""
    first = encoded(Image.new("P", (2, 2)), "GIF")
    start = first.index(b",")
    return first[:start] + first[start:-1] * frames + b";"


def inflating_png(side: int) -> bytes:
    """A black square that is a thousand times smaller in the file than in memory."""
    return png(side, side, (b"IDAT", zlib.compress(b"\0" * (side * (3 * side + 1)))))


def inflating_chunk(name: bytes) -> bytes:
    """A tiny picture with metadata that inflates to 60 MB."""
    return png(8, 8, (name, b"x\0\0" + zlib.compress(bytes(60_000_000))), (b"IDAT", zlib.compress(bytes(200))))


BOMBS: dict[str, Callable[[], bytes]] = {
    "huge.png": lambda: huge_png(50_000, 50_000),
    "deflate.png": lambda: inflating_png(7_000),
    "profile.png": lambda: inflating_chunk(b"iCCP"),
    "text.png": lambda: inflating_chunk(b"zTXt"),
    "frames.gif": lambda: many_frames(10_000),
    "loop.tiff": looping_tiff,
    "selfie.svg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>",
    "selfie.pdf": lambda: b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
    "selfie.zip": lambda: b"PK\3\4" + bytes(26) + b"selfie.jpg" + bytes(100),
    "selfie.jpg": lambda: b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + struct.pack(">I", 800) + b"mdat" + bytes(792),
    "empty": bytes,
    "letter.txt": lambda: b"Dear bot, here is my selfie.\n" * 10,
}
"""Makes what is no photo, or is one that means harm, by name."""


def mutated(photo: bytes, other: bytes, random: Random) -> bytes:
    """Damage a file as fuzzers do: flipped, overwritten, cut out, doubled, spliced with another, or cut short."""
    body = bytearray(photo)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randrange(len(body) + 1)
        span = min(random.choice((1, 2, 4, 16, 256)), len(body) - at)
        match random.randrange(6):
            case 0 if span:
                body[at] ^= 1 << random.randrange(8)
            case 1:
                body[at : at + span] = random.choice((b"\0", b"\xff", b"\x7f", b"\x80")) * span
            case 2:
                body[at : at + span] = random.randbytes(span)
            case 3:
                del body[at : at + span]
            case 4:
                body[at:at] = body[at : at + span]
            case _:
                body[at:] = other[at:] if random.random() < 0.5 else body[at : at + span]
    return bytes(body)
