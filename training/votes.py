"""FER+: what ten people saw in each face of FER-2013, as votes over its seven emotions."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS, Emotion
from core.errors import DataInvalid
from training.data import FaceSet

COLUMNS = {
    Emotion.ANGRY: "anger",
    Emotion.DISGUST: "disgust",
    Emotion.FEAR: "fear",
    Emotion.HAPPY: "happiness",
    Emotion.SAD: "sadness",
    Emotion.SURPRISE: "surprise",
    Emotion.NEUTRAL: "neutral",
}
"""FER+'s name of each emotion; its contempt, unknown and not-a-face are left out."""

OTHER_FILE = "its rows are not those of the FER-2013 file"


def with_votes(faces: FaceSet, path: Path) -> FaceSet:
    """Add the votes of `fer2013new.csv`, whose rows follow those of the `fer2013.csv` that the faces are from.

    Rows of parts that the faces do not hold are skipped.

    Raises:
        DataInvalid: The file is not there, breaks its format or belongs to other faces.
    """
    usages, votes = _read(path)
    wanted = np.isin(usages, np.unique(faces.usages))
    if not np.array_equal(usages[wanted], faces.usages):
        raise DataInvalid(path, OTHER_FILE)
    return replace(faces, votes=votes[wanted])


def perceived(votes: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Turn votes [n, 7] into shares whose rows sum to 1; a row without votes stays 0."""
    totals = votes.sum(axis=1, keepdims=True)
    return (votes / np.maximum(totals, 1)).astype(np.float32)


def plurality(votes: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Give the emotion with the most votes per face, and whether it is alone there: not without votes, nor in a tie."""
    ranked = np.sort(votes.astype(np.int64), axis=1)
    return votes.argmax(axis=1), ranked[:, -1] > ranked[:, -2]


def _read(path: Path) -> tuple[NDArray[np.str_], NDArray[np.uint8]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in ("Usage", *COLUMNS.values()) if name not in (reader.fieldnames or ())]
            if missing:
                raise DataInvalid(path, f"line 1: the column {missing[0]} is missing")
            rows = [(row["Usage"], _votes(row, path=path, line=reader.line_num)) for row in reader]
    except OSError as error:
        raise DataInvalid(path, "there is no such file") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise DataInvalid(path, "it is not a table") from error
    usages = np.array([usage for usage, _ in rows], np.str_)
    return usages, np.array([votes for _, votes in rows], np.uint8).reshape(-1, len(EMOTIONS))


def _votes(row: dict[str, str | None], *, path: Path, line: int) -> list[int]:
    named = [row[COLUMNS[emotion]] for emotion in EMOTIONS]
    if None in named:
        raise DataInvalid(path, f"line {line}: a column is missing")
    cells = [(cell or "0").strip() for cell in named]
    if not all(cell.isascii() and cell.isdigit() and int(cell) <= 255 for cell in cells):
        raise DataInvalid(path, f"line {line}: a vote is not a whole number from 0 to 255")
    return [int(cell) for cell in cells]
