"""Generated faces and files in FER-2013's layouts, and the real data where they lie beside the checkout."""

import csv
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.emotion import EMOTIONS
from training.data import FaceSet, Usage

SHARED_FER2013 = Path(__file__).resolve().parents[3] / "shared" / "data" / "fer2013"


def generated_faces(n: int, *, usage: Usage = Usage.TRAINING, seed: int = 0) -> FaceSet:
    """Draw grey noise whose labels go round."""
    images = np.random.default_rng(seed).integers(0, 256, (n, 48, 48), dtype=np.uint8)
    return FaceSet(images, np.arange(n, dtype=np.uint8) % len(EMOTIONS), np.full(n, usage.value))


def joined(*parts: FaceSet) -> FaceSet:
    return FaceSet(
        np.concatenate([part.images for part in parts]),
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.usages for part in parts]),
    )


def csv_row(image: np.ndarray, *, label: object = 3, usage: str = "Training") -> str:
    return f"{label},{' '.join(map(str, image.ravel()))},{usage}"


def write_csv(path: Path, rows: Sequence[str], *, header: str = "emotion,pixels,Usage") -> Path:
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


def real_public_test() -> FaceSet:
    """Read PublicTest from ../shared; skips where that folder is absent."""
    if not (SHARED_FER2013 / "publictest.webp").is_file():
        pytest.skip("FER-2013 is not beside this checkout")
    with (SHARED_FER2013 / "publictest.csv").open(newline="") as file:
        labels = [int(row["emotion"]) for row in csv.DictReader(file)]
    encoded = np.frombuffer((SHARED_FER2013 / "publictest.webp").read_bytes(), np.uint8)
    tiles = cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE)
    down, across = tiles.shape[0] // 48, tiles.shape[1] // 48
    images = tiles.reshape(down, 48, across, 48).transpose(0, 2, 1, 3).reshape(-1, 48, 48)[: len(labels)]
    return FaceSet(images.copy(), np.array(labels, np.uint8), np.full(len(labels), Usage.PUBLIC_TEST.value))
