"""From the bytes that a stranger sent to upright RGB pixels."""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pi_heif import register_heif_opener
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from core.errors import BadPhoto, DamagedPhoto, NotAnImage, PhotoCrashesReader, PhotoTooHeavy, TooManyPixels
from emotion.limits import PhotoLimits

OPENERS = (JpegImageFile, PngImageFile, WebPImageFile, AvifImageFile, GifImageFile, BmpImageFile, TiffImageFile)
"""Named here, these are loaded before the first photo; left to itself Pillow loads fifty more over it."""

FORMATS = (*(str(opener.format) for opener in OPENERS), "HEIF")
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

LYING = range(5, 9)
"""The orientations that swap width and height."""

BROKEN_TAGS = (ValueError, TypeError, LookupError, ArithmeticError, OSError, EOFError, SyntaxError, struct.error)
"""What Pillow raises, by accident, over metadata that is not as it should be."""

TWELVE_BITS = 4_095
FULL_SCALES = (255, TWELVE_BITS, 65_535, 2**31 - 1)
"""White, in pictures whose depth Pillow does not tell."""


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
    """Decode the first frame to sRGB, turned upright, transparency over white.

    Raises:
        PhotoTooHeavy: More bytes than the limit.
        NotAnImage: No format that is read here.
        TooManyPixels: The header promises more than the limit.
        DamagedPhoto: The pixels cannot be made.
        PhotoCrashesReader: They need more memory than there is.
    """
    if len(photo) > limits.size_bytes:
        raise PhotoTooHeavy(len(photo), limits.size_bytes)
    try:
        with warnings.catch_warnings(action="ignore"):
            return _decoded(_open(photo, limits), limits.long_side_px)
    except BadPhoto:
        raise
    except MemoryError as error:
        raise PhotoCrashesReader from error
    except Exception as error:
        raise DamagedPhoto from error


def _open(photo: bytes, limits: PhotoLimits) -> Image.Image:
    _register_heif()
    try:
        image = Image.open(BytesIO(photo), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise NotAnImage from error
    except Image.DecompressionBombError as error:
        raise TooManyPixels(limits.pixels) from error
    if image.width * image.height > limits.pixels:
        raise TooManyPixels(limits.pixels)
    return image


def _register_heif() -> None:
    """Teach Pillow the iPhone's format, and nothing of it but the picture itself."""
    register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)


def _decoded(image: Image.Image, long_side_px: int) -> DecodedPhoto:
    width, height = image.size
    shrink = long_side_px / max(width, height)
    if not image.draft("RGB", (ceil(width * shrink), ceil(height * shrink))):
        image.load()
        width, height = image.size
    orientation = _orientation(image)
    if orientation in LYING:
        width, height = height, width
    image = _upright_rgb(image, long_side_px, orientation)
    return DecodedPhoto(np.asarray(image), width, height)


def _upright_rgb(image: Image.Image, long_side_px: int, orientation: int) -> Image.Image:
    profile = image.info.get("icc_profile")
    image = _eight_bits(image, long_side_px)
    image.thumbnail((long_side_px, long_side_px), reducing_gap=2.0)
    image = _over_white(_in_srgb(image, profile))
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def _orientation(image: Image.Image) -> int:
    """Read how the picture lies, where Pillow or the format has not turned it already."""
    image.load()
    try:
        return image.getexif().get(ExifTags.Base.Orientation, 1)
    except BROKEN_TAGS:
        return 1


def _eight_bits(image: Image.Image, long_side_px: int) -> Image.Image:
    """Bring modes that cannot be averaged into one that can."""
    if image.mode in ("I", "F") and (spare := max(image.size) // (2 * long_side_px)) > 1:
        image = image.reduce(spare)
    if image.mode[0] in "IF":
        return Image.fromarray(_scaled(np.asarray(image)))
    if image.mode in ("P", "PA", "1", "L", "RGB") and image.has_transparency_data:
        return image.convert("RGBA")
    plain = {"P": "RGB", "PA": "RGB", "1": "L"}
    return image.convert(plain[image.mode]) if image.mode in plain else image


def _scaled(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Bring 16 or 32 bits, 12 bits kept in more, or fractions of white, to 0..255."""
    if values.dtype.itemsize == 2:
        return (values // (257 if values.max() > TWELVE_BITS else 16)).astype(np.uint8)
    finite = np.nan_to_num(values.astype(np.float32)).clip(0)
    most = float(finite.max())
    white = 1.0 if values.dtype.kind == "f" and most <= 1 else next(s for s in (*FULL_SCALES, most) if most <= s)
    return (finite * (255 / white)).astype(np.uint8)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Follow the embedded colour profile, without its alpha; a broken one is ignored."""
    if not profile:
        return image
    try:
        return _converted(image, profile)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    source, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
    if "sRGB" in ImageCms.getProfileDescription(source):
        return image
    colours = {"RGBA": "RGB", "LA": "L"}.get(image.mode, image.mode)
    converted = ImageCms.profileToProfile(image.convert(colours), source, srgb, outputMode="RGB")
    assert converted is not None  # noqa: S101
    if colours != image.mode:
        converted.putalpha(image.getchannel("A"))
    return converted


def _over_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    rgba = image.convert("RGBA")
    white = Image.new("RGB", rgba.size, "white")
    white.paste(rgba, mask=rgba)
    return white
