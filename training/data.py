"""FER-2013 in the layouts that people have it in: `fer2013.csv`, and folders of images."""

import csv
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from core.errors import DataInvalid

SIDE_PX = 48
COLUMNS = ("emotion", "pixels", "Usage")
IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg")


class Usage(StrEnum):
    """The official parts of FER-2013."""

    TRAINING = "Training"
    PUBLIC_TEST = "PublicTest"
    PRIVATE_TEST = "PrivateTest"


FOLDERS = {"train": Usage.TRAINING, "test": Usage.PUBLIC_TEST}


@dataclass(frozen=True, slots=True)
class FaceSet:
    """Labelled grey faces.

    Attributes:
        images: uint8 [n, 48, 48].
        labels: uint8 [n], indices into `core.emotion.EMOTIONS`.
        usages: str [n], values of `Usage`.
        votes: uint8 [n, 7], how many people saw each emotion; zeros where nobody was asked.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    usages: NDArray[np.str_]
    votes: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.images)

    def where(self, keep: NDArray[np.bool_] | NDArray[np.intp]) -> "FaceSet":
        return FaceSet(self.images[keep], self.labels[keep], self.usages[keep], self.votes[keep])

    def of(self, usage: Usage) -> "FaceSet":
        return self.where(self.usages == usage.value)


def no_votes(n: int) -> NDArray[np.uint8]:
    return np.zeros((n, len(EMOTIONS)), np.uint8)


def load_faces(path: Path, *, usages: Collection[Usage] = tuple(Usage)) -> FaceSet:
    """Load `fer2013.csv`, or a folder that holds `train/<emotion>/*` and `test/<emotion>/*`.

    Rows of other usages are skipped unread, which saves most of the time.

    Raises:
        DataInvalid: The data are not there, break their format or hold no face.
    """
    if path.is_dir():
        rows = _folder_rows(path, usages=usages)
    elif path.is_file():
        rows = _csv_rows(path, usages=usages)
    else:
        raise DataInvalid(path, "there is no such file or folder")
    return _gather(rows, path=path)


_Row = tuple[NDArray[np.uint8], int, str]


def _gather(rows: Iterator[_Row], *, path: Path) -> FaceSet:
    images: list[NDArray[np.uint8]] = []
    labels: list[int] = []
    usages: list[str] = []
    for image, label, usage in rows:
        images.append(image)
        labels.append(label)
        usages.append(usage)
    if not images:
        raise DataInvalid(path, "it holds no face of the wanted part")
    return FaceSet(np.stack(images), np.array(labels, np.uint8), np.array(usages), no_votes(len(images)))


def _csv_rows(path: Path, *, usages: Collection[Usage]) -> Iterator[_Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        try:
            columns = _columns(next(reader, []), path=path)
            for row in reader:
                if row:
                    yield from _csv_row(row, columns, usages=usages, fail=_failing(path, reader.line_num))
        except csv.Error as error:
            raise DataInvalid(path, f"line {reader.line_num}: it is not a table") from error
        except UnicodeDecodeError as error:
            raise DataInvalid(path, "it is not a text file") from error


def _failing(path: Path, line: int) -> Callable[[str], DataInvalid]:
    return lambda reason: DataInvalid(path, f"line {line}: {reason}")


def _columns(header: list[str], *, path: Path) -> tuple[int, int, int]:
    names = [name.strip() for name in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise DataInvalid(path, f"line 1: the column {missing[0]} is missing")
    return names.index("emotion"), names.index("pixels"), names.index("Usage")


def _csv_row(
    row: list[str], columns: tuple[int, int, int], *, usages: Collection[Usage], fail: Callable[[str], DataInvalid]
) -> Iterator[_Row]:
    if len(row) <= max(columns):
        raise fail("a column is missing")
    emotion, pixels, usage = (row[column].strip() for column in columns)
    if usage not in tuple(Usage):
        raise fail(f"the usage {usage[:20]!r} is unknown")
    if emotion not in map(str, range(len(EMOTIONS))):
        raise fail(f"the label {emotion[:20]!r} is not one of 0 to {len(EMOTIONS) - 1}")
    if usage in usages:
        yield _pixels(pixels, fail=fail), int(emotion), usage


def _pixels(text: str, *, fail: Callable[[str], DataInvalid]) -> NDArray[np.uint8]:
    if not (text.isascii() and text.replace(" ", "").isdigit()):
        raise fail("a pixel is not a whole number")
    values = np.fromstring(text, dtype=np.int64, sep=" ")
    if len(values) != SIDE_PX**2:
        raise fail(f"it has {len(values)} pixels instead of {SIDE_PX**2}")
    if values.max() > 255:
        raise fail("a pixel is above 255")
    return values.astype(np.uint8).reshape(SIDE_PX, SIDE_PX)


def _folder_rows(root: Path, *, usages: Collection[Usage]) -> Iterator[_Row]:
    labels = {emotion.value: label for label, emotion in enumerate(EMOTIONS)}
    for part in _known(root, FOLDERS):
        for folder in _known(part, labels):
            if FOLDERS[part.name.lower()] not in usages:
                continue
            for file in sorted(f for f in folder.iterdir() if f.suffix.lower() in IMAGE_SUFFIXES):
                yield _image(file), labels[folder.name.lower()], FOLDERS[part.name.lower()].value


def _known(parent: Path, names: Collection[str]) -> list[Path]:
    folders = sorted(f for f in parent.iterdir() if f.is_dir() and not f.name.startswith("."))
    for folder in folders:
        if folder.name.lower() not in names:
            raise DataInvalid(parent, f"the folder {folder.name} is not one of {', '.join(names)}")
    return folders


def _image(file: Path) -> NDArray[np.uint8]:
    encoded = np.frombuffer(file.read_bytes(), np.uint8)
    image = cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE) if len(encoded) else None
    if image is None:
        raise DataInvalid(file, "it is not an image")
    if image.shape != (SIDE_PX, SIDE_PX):
        image = cv2.resize(image, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    return image.astype(np.uint8)
