"""From the bytes that a stranger sent to upright RGB pixels."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from core.errors import DamagedPhoto, NotAnImage, PhotoTooHeavy, TooManyPixels

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a photo upright, by its EXIF orientation."""

BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """What is refused before pixels are made, and the longest side that is worked on.

    Attributes:
        pixels: Of a JPEG, which is decoded straight to a smaller size.
        pixels_whole: Of any other format, which is decoded whole before it can shrink.
    """

    size_bytes: int = 15_000_000
    pixels: int = 50_000_000
    pixels_whole: int = 25_000_000
    long_side_px: int = 1_600

    def pixels_of(self, image: Image.Image) -> int:
        return self.pixels if isinstance(image, JpegImageFile) else self.pixels_whole


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
        raise TooManyPixels(limits.pixels_whole) from error
    except Exception as error:
        raise DamagedPhoto from error
    if image.width * image.height > limits.pixels_of(image):
        raise TooManyPixels(limits.pixels_of(image))
    return image


def _upright_rgb(image: Image.Image, long_side_px: int) -> NDArray[np.uint8]:
    image.draft("RGB", (long_side_px, long_side_px))
    image.load()
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    image = _eight_bits(image)
    image.thumbnail((long_side_px, long_side_px), reducing_gap=2.0)
    image = _opaque_rgb(image)
    return np.asarray(image.transpose(TURNS[orientation]) if orientation in TURNS else image)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Bring modes that cannot be averaged into one that can."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image) // 257).clip(0, 255).astype(np.uint8))
    if image.mode in ("P", "PA"):
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.convert("L") if image.mode in ("1", "F") else image


def _opaque_rgb(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    white = Image.new("RGB", rgba.size, "white")
    white.paste(rgba, mask=rgba)
    return white
