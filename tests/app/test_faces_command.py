import json

import pytest
from PIL import Image

from core.faces import FaceReason
from tests.app.command import moodtape
from tests.photos import astronaut, coffee, encoded, turned_by_exif

FACE_KEYS = {"box", "score", "landmarks", "roll_deg", "quality"}
POINTS = {"left_eye", "right_eye", "nose", "left_mouth", "right_mouth"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faces")
    (folder / "selfie.jpg").write_bytes(encoded(astronaut()))
    (folder / "note.jpg").write_bytes(b"not a photo")
    (folder / "turned.jpg").write_bytes(turned_by_exif(astronaut().resize((768, 768))))
    (folder / "cup.png").write_bytes(encoded(coffee(), "PNG"))
    return folder


@pytest.fixture(scope="module")
def done(folder):
    photos = ("selfie.jpg", "note.jpg", "turned.jpg", "cup.png", "missing.jpg")
    return moodtape("faces", *photos, "--json", "--draw", "drawn", folder=folder)


@pytest.fixture(scope="module")
def lines(done):
    return {line["photo"]: line for line in map(json.loads, done.stdout.splitlines())}


def test_one_line_a_photo_in_the_order_given(lines):
    assert list(lines) == ["selfie.jpg", "note.jpg", "turned.jpg", "cup.png", "missing.jpg"]


def test_a_face_has_box_points_roll_and_quality(lines):
    (face,) = lines["selfie.jpg"]["faces"]
    assert set(face) == FACE_KEYS
    assert set(face["landmarks"]) == POINTS
    assert face["quality"] == {"ok": True, "reasons": []}
    assert face["landmarks"]["left_eye"] == pytest.approx([204, 102], abs=4)
    assert abs(face["roll_deg"]) < 10


def test_places_are_in_pixels_of_the_upright_photo_as_sent(lines):
    turned, upright = lines["turned.jpg"], lines["selfie.jpg"]
    assert (turned["width"], turned["height"]) == (768, 768)
    assert turned["faces"][0]["box"] == pytest.approx([1.5 * v for v in upright["faces"][0]["box"]], abs=12)


def test_a_photo_without_a_face_is_no_error(lines):
    assert (lines["cup.png"]["faces"], lines["cup.png"]["error"]) == ([], None)


@pytest.mark.parametrize("photo", ["note.jpg", "missing.jpg"])
def test_a_bad_photo_is_one_sentence_and_stops_no_other(done, lines, photo):
    assert lines[photo]["faces"] == []
    assert lines[photo]["error"].endswith(".")
    assert done.returncode == 2


def test_boxes_are_drawn_into_a_folder_for_several_photos(done, folder):
    drawn = sorted(path.name for path in (folder / "drawn").iterdir())
    assert drawn == ["001-selfie-faces.png", "003-turned-faces.png", "004-cup-faces.png"]
    with Image.open(folder / "drawn" / drawn[0]) as picture:
        assert (0, 255, 0) in {colour for _, colour in picture.getcolors(1 << 20)}


def test_people_get_a_table_and_a_single_picture(folder):
    (folder / "far.png").write_bytes(encoded(astronaut().resize((130, 130)), "PNG"))
    done = moodtape("faces", "far.png", "--draw", "boxes.png", folder=folder)
    assert done.returncode == 0
    assert FaceReason.TOO_SMALL.value.replace("_", " ") in done.stdout
    assert (folder / "boxes.png").is_file()


def test_a_photo_is_never_drawn_over(folder):
    before = (folder / "cup.png").read_bytes()
    done = moodtape("faces", "cup.png", "--draw", "cup.png", folder=folder)
    assert (done.returncode, "somewhere else" in done.stderr) == (2, True)
    assert (folder / "cup.png").read_bytes() == before
