import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DamagedPhoto, NotAnImage, PhotoTooHeavy, TooManyPixels
from emotion.decode import PhotoLimits, decode_photo
from tests.app.command import environment
from tests.photos import animated, astronaut, coffee, cut_out, encoded, huge_png, turned_by_exif

LIMITS = PhotoLimits()


def decode(photo: bytes, limits: PhotoLimits = LIMITS):
    return decode_photo(photo, limits=limits)


def difference(a: np.ndarray, b: Image.Image) -> float:
    return float(np.abs(a.astype(float) - np.asarray(b.convert("RGB"), float)).mean())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "BMP", "TIFF"])
def test_formats_are_told_by_their_content(kind):
    decoded = decode(encoded(astronaut(), kind))
    assert (decoded.width, decoded.height) == (512, 512)
    assert difference(decoded.pixels, astronaut()) < 6


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "1", "LA", "RGBA"])
def test_colour_modes_become_rgb(mode):
    kind = "TIFF" if mode == "CMYK" else "PNG"
    decoded = decode(encoded(astronaut().convert(mode), kind))
    assert decoded.pixels.shape == (512, 512, 3)


def test_sixteen_bits_are_scaled_and_not_clipped():
    deep = Image.fromarray((np.asarray(astronaut().convert("L"), np.uint16)) * 257)
    assert difference(decode(encoded(deep, "PNG")).pixels, astronaut().convert("L")) < 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_turned_by_exif_comes_out_upright(kind):
    tall = astronaut().crop((0, 0, 400, 512))
    decoded = decode(turned_by_exif(tall, kind))
    assert (decoded.width, decoded.height) == (400, 512)
    assert difference(decoded.pixels, tall) < 6


def test_transparency_shows_white():
    decoded = decode(encoded(cut_out(astronaut()), "PNG"))
    assert decoded.pixels[:, :100].min() == 255


def test_an_animation_is_its_first_frame():
    decoded = decode(animated(astronaut(), coffee().resize((512, 512))))
    assert difference(decoded.pixels, astronaut()) < 12


def test_a_large_photo_is_worked_on_small_and_remembers_its_size():
    decoded = decode(encoded(astronaut().resize((4000, 3000))))
    assert decoded.pixels.shape == (1200, 1600, 3)
    assert (decoded.width, decoded.height, decoded.scale) == (4000, 3000, 2.5)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"%PDF-1.7 ", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"PK\3\4"]
)
def test_what_is_no_photo_is_said_so(content):
    with pytest.raises(NotAnImage):
        decode(content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_truncated_photo_is_damaged(kind):
    photo = encoded(astronaut(), kind)
    with pytest.raises((DamagedPhoto, NotAnImage)):
        decode(photo[: len(photo) // 2])


def test_more_bytes_than_the_limit_are_refused():
    with pytest.raises(PhotoTooHeavy) as refusal:
        decode(bytes(25_000_000))
    assert refusal.value.size_bytes == 25_000_000


@pytest.mark.parametrize("side", [5_100, 10_000, 30_000])
def test_more_pixels_than_the_limit_are_refused_before_they_are_made(side):
    with pytest.raises(TooManyPixels):
        decode(huge_png(side, side))


def test_a_header_without_its_pixels_is_damaged():
    with pytest.raises(DamagedPhoto):
        decode(huge_png(800, 800), replace(LIMITS, long_side_px=100))


def test_no_prefix_of_a_photo_escapes_the_error_tree():
    photo = turned_by_exif(astronaut().resize((64, 64)))
    for length in range(0, len(photo), 7):
        try:
            decode(photo[:length])
        except (DamagedPhoto, NotAnImage):
            continue


def peak_mib(photo: bytes, folder: Path) -> float:
    """Decode in a process of its own and give the most memory that it held."""
    (folder / "photo").write_bytes(photo)
    program = """
import re, sys
from pathlib import Path
from emotion.decode import PhotoLimits, decode_photo

def most_kib():
    return int(re.search(r"VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())[1])

before = most_kib()
decode_photo(Path(sys.argv[1]).read_bytes(), limits=PhotoLimits())
print((most_kib() - before) / 1024)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, folder / "photo"], capture_output=True, text=True, check=True, env=environment()
    )
    return float(done.stdout)


@pytest.mark.parametrize(
    ("mode", "kind", "side", "most_mib"),
    [("RGB", "JPEG", 7_000, 60), ("RGB", "PNG", 4_900, 180), ("RGBA", "PNG", 4_900, 280), ("RGBA", "WEBP", 4_900, 420)],
)
def test_the_largest_photos_fit_a_small_machine(tmp_path, mode, kind, side, most_mib):
    photo = encoded(Image.new(mode, (side, side), "white"), kind)
    assert peak_mib(photo, tmp_path) < most_mib
