"""What is taken out of the Training part before a network learns from it, and which faces choose between runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

import cv2
import numpy as np
from numpy.typing import NDArray

from training.data import SIDE_PX, FaceSet, Usage

FLAT_SPREAD = 1.0
"""Standard deviation in grey levels below which an image shows nothing."""

NEAR_COPY = 0.99
"""Correlation of two 16 x 16 thumbnails from which on they show the same photo."""


CHUNK = 1024


@dataclass(frozen=True, slots=True)
class CleanData:
    """Faces to learn from, faces to choose by, and how many were dropped for which reason."""

    training: FaceSet
    validation: FaceSet
    dropped: Mapping[str, int]


def clean(faces: FaceSet, *, validation_share: float) -> CleanData:
    """Drop flat images, surplus exact copies and near-copies of PublicTest; split off a fixed validation part.

    A face's side of the split depends on its pixels alone: the same for each layout, run and seed.
    """
    training = faces.of(Usage.TRAINING)
    dropped: dict[str, int] = {}
    for reason, keep in (
        ("flat", lambda part: part.images.std(axis=(1, 2)) >= FLAT_SPREAD),
        ("exact_copies", lambda part: _first_of_each(part.images)),
        ("near_copies_of_public_test", lambda part: ~near_copies(part.images, faces.of(Usage.PUBLIC_TEST).images)),
    ):
        before = len(training)
        training = training.where(keep(training))
        dropped[reason] = before - len(training)
    chosen = np.array([crc32(image.tobytes()) < validation_share * 2**32 for image in training.images], bool)
    return CleanData(training.where(~chosen), training.where(chosen), dropped)


def _first_of_each(images: NDArray[np.uint8]) -> NDArray[np.bool_]:
    _, first = np.unique(images.reshape(len(images), SIDE_PX**2), axis=0, return_index=True)
    keep = np.zeros(len(images), bool)
    keep[first] = True
    return keep


def near_copies(images: NDArray[np.uint8], others: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Mark the images that show the same photo as one of the others: bool [n]."""
    if not len(images) or not len(others):
        return np.zeros(len(images), bool)
    there = _thumbnails(others).T
    parts = np.array_split(_thumbnails(images), -(-len(images) // CHUNK))
    return np.concatenate([(part @ there).max(axis=1) >= NEAR_COPY for part in parts])


def _thumbnails(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    small = [cv2.resize(image, (16, 16), interpolation=cv2.INTER_AREA) for image in images]
    flat = np.stack(small).reshape(len(images), -1).astype(np.float32)
    flat -= flat.mean(axis=1, keepdims=True)
    return flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
