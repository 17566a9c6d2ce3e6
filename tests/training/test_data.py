from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import DataInvalid
from tests.training.faces import csv_row, generated_faces, write_csv
from training.data import Usage, load_faces

FACE = generated_faces(1).images[0]


def save_image(file: Path, image: np.ndarray) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(file), image)


def reason_of(path: Path) -> str:
    with pytest.raises(DataInvalid) as caught:
        load_faces(path)
    return caught.value.reason


def test_csv_gives_images_labels_and_usages_in_row_order(tmp_path: Path) -> None:
    drawn = generated_faces(3)
    usages = ["Training", "PublicTest", "PrivateTest"]
    rows = [csv_row(drawn.images[i], label=6 - i, usage=usages[i]) for i in range(3)]
    faces = load_faces(write_csv(tmp_path / "fer2013.csv", rows))
    assert np.array_equal(faces.images, drawn.images)
    assert faces.images.dtype == faces.labels.dtype == np.uint8
    assert faces.labels.tolist() == [6, 5, 4]
    assert faces.usages.tolist() == usages


def test_byte_order_mark_windows_line_ends_quotes_and_column_order_do_not_matter(tmp_path: Path) -> None:
    pixels = " ".join(map(str, FACE.ravel()))
    path = tmp_path / "fer2013.csv"
    path.write_bytes(f'\ufeffUsage,pixels,emotion\r\nPublicTest,"{pixels}",5\r\n\r\n'.encode())
    faces = load_faces(path)
    assert np.array_equal(faces.images[0], FACE)
    assert (faces.labels.tolist(), faces.usages.tolist()) == ([5], ["PublicTest"])


def test_only_the_wanted_usage_is_loaded(tmp_path: Path) -> None:
    rows = [csv_row(FACE), csv_row(FACE, usage="PublicTest")]
    faces = load_faces(write_csv(tmp_path / "fer2013.csv", rows), usages=(Usage.PUBLIC_TEST,))
    assert faces.usages.tolist() == ["PublicTest"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (csv_row(FACE[:47]), "line 3: it has 2256 pixels instead of 2304"),
        (csv_row(FACE).replace(" ", " x", 1), "line 3: a pixel is not a whole number"),
        (csv_row(FACE).replace(" ", " -", 1), "line 3: a pixel is not a whole number"),
        (csv_row(FACE).replace(" ", " 1.5 ", 1), "line 3: a pixel is not a whole number"),
        (csv_row(FACE).replace(" ", " \u0663 ", 1), "line 3: a pixel is not a whole number"),
        (csv_row(np.where(FACE > 0, 256, 0)), "line 3: a pixel is above 255"),
        (csv_row(FACE).replace(" ", "99999999999999999999 ", 1), "line 3: a pixel is above 255"),
        ("3,,Training", "line 3: a pixel is not a whole number"),
        (csv_row(FACE, label=7), "line 3: the label '7' is not one of 0 to 6"),
        (csv_row(FACE, label="happy"), "line 3: the label 'happy' is not one of 0 to 6"),
        (csv_row(FACE, label=""), "line 3: the label '' is not one of 0 to 6"),
        (csv_row(FACE, usage="Test"), "line 3: the usage 'Test' is unknown"),
        ("3,1 2 3", "line 3: a column is missing"),
    ],
)
def test_a_bad_row_is_named_by_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    assert reason_of(write_csv(tmp_path / "fer2013.csv", [csv_row(FACE), row])) == reason


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "fer2013.csv", ["3,1 2 3"], header="emotion,pixels")
    assert reason_of(path) == "line 1: the column Usage is missing"


@pytest.mark.parametrize(
    "content", [b"", b"emotion,pixels,Usage\n", b"\xff\xfe\x00\x01", b"emotion,pixels,Usage\n\xff"]
)
def test_a_file_without_faces_is_invalid(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "fer2013.csv"
    path.write_bytes(content)
    assert reason_of(path)


def test_a_missing_file_is_invalid(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "none.csv") == "there is no such file or folder"


def test_folders_give_training_and_public_test(tmp_path: Path) -> None:
    save_image(tmp_path / "train" / "happy" / "a.png", FACE)
    save_image(tmp_path / "test" / "Neutral" / "b.JPG", FACE)
    (tmp_path / "train" / "happy" / "notes.txt").write_text("not a face")
    faces = load_faces(tmp_path)
    assert sorted(zip(faces.usages.tolist(), faces.labels.tolist(), strict=True)) == [
        ("PublicTest", 6),
        ("Training", 3),
    ]
    assert np.array_equal(faces.of(Usage.TRAINING).images[0], FACE)


def test_images_of_other_sizes_and_colours_become_grey_48_by_48(tmp_path: Path) -> None:
    save_image(tmp_path / "train" / "sad" / "large.png", np.full((100, 96, 3), 128, np.uint8))
    faces = load_faces(tmp_path)
    assert faces.images.shape == (1, 48, 48)
    assert set(faces.images.ravel().tolist()) == {128}


@pytest.mark.parametrize(("folder", "wrong"), [("validate/happy", "validate"), ("train/joy", "joy")])
def test_an_unknown_folder_is_named(tmp_path: Path, folder: str, wrong: str) -> None:
    save_image(tmp_path / folder / "a.png", FACE)
    assert reason_of(tmp_path).startswith(f"the folder {wrong} is not one of ")


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_damaged_image_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "train" / "happy" / "a.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with pytest.raises(DataInvalid) as caught:
        load_faces(tmp_path)
    assert (caught.value.path, caught.value.reason) == (file, "it is not an image")


def test_empty_folders_hold_no_face(tmp_path: Path) -> None:
    (tmp_path / "train" / "happy").mkdir(parents=True)
    assert reason_of(tmp_path) == "it holds no face of the wanted part"
