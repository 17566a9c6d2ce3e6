import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DamagedPhoto, NotAnImage, PhotoTooHeavy, TooManyPixels
from emotion.decode import decode_photo
from emotion.limits import PhotoLimits
from tests.app.command import environment
from tests.photos import (
    BOMBS,
    animated,
    astronaut,
    channels_swapped,
    coffee,
    corpus,
    cut_out,
    encoded,
    heic,
    huge_png,
    interlaced_png,
    red_and_blue_swapped,
    turned,
    turned_by_exif,
)

LIMITS = PhotoLimits()
SMALL = astronaut().resize((64, 64))
TURNABLE = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "HEIC")
NO_PHOTO = ("selfie.svg", "selfie.pdf", "selfie.zip", "selfie.jpg", "empty", "letter.txt")


@pytest.fixture(scope="module")
def small_corpus():
    return corpus(SMALL)


def decode(photo: bytes, limits: PhotoLimits = LIMITS):
    return decode_photo(photo, limits=limits)


def difference(a: np.ndarray, b: Image.Image) -> float:
    return float(np.abs(a.astype(float) - np.asarray(b.convert("RGB"), float)).mean())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "BMP", "TIFF", "HEIC"])
def test_formats_are_told_by_their_content(kind):
    decoded = decode(heic(astronaut()) if kind == "HEIC" else encoded(astronaut(), kind))
    assert (decoded.width, decoded.height) == (512, 512)
    assert difference(decoded.pixels, astronaut()) < 6


def test_every_format_and_colour_mode_looks_right(small_corpus):
    for name, photo in small_corpus.items():
        if name == "PNG-interlaced":
            continue
        grey = re.search(r"-(L|LA|1|I;16)$", name)
        target = SMALL.convert("L") if grey else SMALL
        allowed = 100 if name.endswith("-1") else 25
        assert difference(decode(photo).pixels, target) < allowed, name


def test_an_interlaced_photo_is_read():
    assert (decode(interlaced_png()).pixels == 0x80).all()


def test_sixteen_bits_are_scaled_and_not_clipped(small_corpus):
    for name in ("PNG-I;16", "TIFF-I;16"):
        assert difference(decode(small_corpus[name]).pixels, SMALL.convert("L")) < 1


@pytest.mark.parametrize("kind", [np.uint16, np.int32])
def test_twelve_bits_kept_in_more_are_not_dark(kind):
    grey = np.asarray(SMALL.convert("L")).astype(kind) * 16
    assert difference(decode(encoded(Image.fromarray(grey), "TIFF")).pixels, SMALL.convert("L")) < 2


def test_a_large_photo_of_32_bits_is_shrunk_first():
    grey = np.asarray(astronaut().convert("L").resize((4_000, 4_000)), np.float32)
    decoded = decode(encoded(Image.fromarray(grey), "TIFF", compression="tiff_adobe_deflate"))
    assert (decoded.width, decoded.scale) == (4_000, 2.5)
    assert difference(decoded.pixels, astronaut().convert("L").resize((1_600, 1_600))) < 4


@pytest.mark.parametrize("white", [1.0, 255.0, 65_535.0])
def test_fractions_of_white_are_scaled(white):
    grey = np.asarray(SMALL.convert("L"), np.float32)
    photo = encoded(Image.fromarray(grey / 255 * white), "TIFF")
    assert difference(decode(photo).pixels, SMALL.convert("L")) < 2


@pytest.mark.parametrize("kind", TURNABLE)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_comes_out_upright_however_the_camera_was_held(kind, orientation):
    tall = SMALL.crop((0, 0, 48, 64))
    decoded = decode(turned(tall, orientation, kind))
    assert (decoded.width, decoded.height) == (48, 64)
    assert difference(decoded.pixels, tall) < 12


def test_broken_exif_costs_the_turn_and_not_the_photo():
    photo = encoded(SMALL, "PNG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")
    assert difference(decode(photo).pixels, SMALL) < 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_an_embedded_colour_profile_is_followed(kind):
    photo = encoded(channels_swapped(SMALL), kind, icc_profile=red_and_blue_swapped())
    assert difference(decode(photo).pixels, SMALL) < 12


def test_a_profile_leaves_transparency_alone():
    photo = encoded(cut_out(SMALL), "PNG", icc_profile=red_and_blue_swapped())
    assert decode(photo).pixels[:, :12].min() == 255


@pytest.mark.parametrize("profile", [b"nonsense", red_and_blue_swapped()[:400]])
def test_a_broken_colour_profile_is_ignored(profile):
    assert difference(decode(encoded(SMALL, "PNG", icc_profile=profile)).pixels, SMALL) < 1


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "TIFF", "HEIC"])
def test_transparency_shows_white(kind):
    cut = cut_out(astronaut())
    decoded = decode(heic(cut) if kind == "HEIC" else encoded(cut, kind))
    assert decoded.pixels[:, :90].min() > 250


def test_an_animation_is_its_first_frame():
    decoded = decode(animated(astronaut(), coffee().resize((512, 512))))
    assert difference(decoded.pixels, astronaut()) < 12


def test_a_large_photo_is_worked_on_small_and_remembers_its_size():
    decoded = decode(encoded(astronaut().resize((4000, 3000))))
    assert decoded.pixels.shape == (1200, 1600, 3)
    assert (decoded.width, decoded.height, decoded.scale) == (4000, 3000, 2.5)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_of_one_row_is_read(kind):
    assert decode(encoded(Image.new("RGB", (4_000, 1), "red"), kind)).pixels.shape == (1, 1_600, 3)


def test_a_large_photo_on_its_side_remembers_its_upright_size():
    decoded = decode(turned(astronaut().resize((1500, 2000)), 6, "JPEG"))
    assert (decoded.width, decoded.height) == (1500, 2000)
    assert decoded.pixels.shape == (1600, 1200, 3)


@pytest.mark.parametrize("name", NO_PHOTO)
def test_what_is_no_photo_is_said_so(name):
    with pytest.raises(NotAnImage):
        decode(BOMBS[name]())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_a_truncated_photo_is_damaged(kind):
    photo = encoded(astronaut(), kind)
    with pytest.raises((DamagedPhoto, NotAnImage)):
        decode(photo[: len(photo) // 2])


def test_more_bytes_than_the_limit_are_refused():
    with pytest.raises(PhotoTooHeavy) as refusal:
        decode(bytes(25_000_000))
    assert refusal.value.size_bytes == 25_000_000


@pytest.mark.parametrize("side", [7_100, 10_000, 50_000])
def test_more_pixels_than_the_limit_are_refused_before_they_are_made(side):
    with pytest.raises(TooManyPixels):
        decode(huge_png(side, side))


def test_a_header_without_its_pixels_is_damaged():
    with pytest.raises(DamagedPhoto):
        decode(huge_png(800, 800), replace(LIMITS, long_side_px=100))


def test_no_prefix_of_a_photo_escapes_the_error_tree():
    photo = turned_by_exif(SMALL)
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
from emotion.decode import decode_photo
from emotion.limits import PhotoLimits

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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "kind", "most_mib"),
    [("RGB", "JPEG", 60), ("RGB", "PNG", 320), ("RGBA", "PNG", 560), ("RGBA", "WEBP", 800)],
)
def test_the_largest_photos_fit_the_memory_of_a_worker(tmp_path, mode, kind, most_mib):
    photo = encoded(Image.new(mode, (7_000, 7_000), "white"), kind)
    assert peak_mib(photo, tmp_path) < most_mib
