"""From the bytes that a stranger sent to upright RGB pixels."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from core.errors import DamagedPhoto, NotAnImage, PhotoTooHeavy, TooManyPixels

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """What is refused before pixels are made, and the longest side that is worked on."""

    size_bytes: int = 15_000_000
    pixels: int = 50_000_000
    long_side_px: int = 1_600


@dataclass(frozen=True, slots=True)
class DecodedPhoto:
    """An upright photo.

    Attributes:
        pixels: uint8 [height, width, 3], RGB, at most the limit's long side.
        width: Of the photo as it was sent, upright, in pixels.
        height: The same.
    """

    pixels: NDArray[np.uint8]
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels of the photo as sent per pixel of `pixels`."""
        return max(self.width, self.height) / max(self.pixels.shape[:2])


def decode_photo(photo: bytes, *, limits: PhotoLimits) -> DecodedPhoto:
    """Decode the first frame, turned upright by its EXIF tag, transparency over white.

    Raises:
        PhotoTooHeavy: More bytes than the limit.
        NotAnImage: No format that is read here.
        TooManyPixels: The header promises more than the limit.
        DamagedPhoto: The pixels cannot be made.
    """
    if len(photo) > limits.size_bytes:
        raise PhotoTooHeavy(len(photo), limits.size_bytes)
    image = _open(photo, limits)
    sent = sorted(image.size)
    try:
        pixels = _upright_rgb(image, limits.long_side_px)
    except Exception as error:
        raise DamagedPhoto from error
    height, width = pixels.shape[:2]
    width, height = sent if width < height else reversed(sent)
    return DecodedPhoto(pixels, width, height)


def _open(photo: bytes, limits: PhotoLimits) -> Image.Image:
    try:
        image = Image.open(BytesIO(photo), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise NotAnImage from error
    except BOMBS as error:
        raise TooManyPixels(limits.pixels) from error
    except Exception as error:
        raise DamagedPhoto from error
    if image.width * image.height > limits.pixels:
        raise TooManyPixels(limits.pixels)
    return image


def _upright_rgb(image: Image.Image, long_side_px: int) -> NDArray[np.uint8]:
    image.draft("RGB", (long_side_px, long_side_px))
    image = _opaque_rgb(ImageOps.exif_transpose(image))
    image.thumbnail((long_side_px, long_side_px), reducing_gap=2.0)
    return np.asarray(image)


def _opaque_rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image) // 257).clip(0, 255).astype(np.uint8)).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    white = Image.new("RGB", rgba.size, "white")
    white.paste(rgba, mask=rgba)
    return white
