"""Generated faces and files in FER-2013's layouts, and the real data where they lie beside the checkout."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.emotion import EMOTIONS
from training.data import FaceSet, Usage
from training.votes import COLUMNS

FERPLUS = ("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt", "unknown", "NF")

SHARED_FER2013 = Path(__file__).resolve().parents[3] / "shared" / "data" / "fer2013"


def generated_faces(n: int, *, usage: Usage = Usage.TRAINING, seed: int = 0) -> FaceSet:
    """Draw grey noise whose labels go round and of which ten people saw the label six times or more."""
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 256, (n, 48, 48), dtype=np.uint8)
    labels = np.arange(n, dtype=np.uint8) % len(EMOTIONS)
    votes = rng.multinomial(4, np.full(7, 1 / 7), n) + 6 * np.eye(7, dtype=int)[labels]
    return FaceSet(images, labels, np.full(n, usage.value), votes.astype(np.uint8))


def joined(*parts: FaceSet) -> FaceSet:
    return FaceSet(
        np.concatenate([part.images for part in parts]),
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.usages for part in parts]),
        np.concatenate([part.votes for part in parts]),
    )


def csv_row(image: np.ndarray, *, label: object = 3, usage: str = "Training") -> str:
    return f"{label},{' '.join(map(str, image.ravel()))},{usage}"


def write_csv(path: Path, rows: Sequence[str], *, header: str = "emotion,pixels,Usage") -> Path:
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


def votes_row(votes: Mapping[str, object], *, usage: str = "Training") -> str:
    """Write one row of FER+'s file; people who are not named gave no vote."""
    return ",".join([usage, "fer0.png", *(str(votes.get(name, 0)) for name in FERPLUS)])


def write_votes(path: Path, rows: Sequence[str]) -> Path:
    return write_csv(path, rows, header=f"Usage,Image name,{','.join(FERPLUS)}")


def real_public_test() -> FaceSet:
    """Read PublicTest from ../shared; skips where that folder is absent."""
    if not (SHARED_FER2013 / "publictest.webp").is_file():
        pytest.skip("FER-2013 is not beside this checkout")
    with (SHARED_FER2013 / "publictest.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    labels = np.array([int(row["emotion"]) for row in rows], np.uint8)
    votes = np.array([[int(row[COLUMNS[emotion]] or 0) for emotion in EMOTIONS] for row in rows], np.uint8)
    encoded = np.frombuffer((SHARED_FER2013 / "publictest.webp").read_bytes(), np.uint8)
    tiles = cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE)
    down, across = tiles.shape[0] // 48, tiles.shape[1] // 48
    images = tiles.reshape(down, 48, across, 48).transpose(0, 2, 1, 3).reshape(-1, 48, 48)[: len(labels)]
    return FaceSet(images.copy(), labels, np.full(len(labels), Usage.PUBLIC_TEST.value), votes)
