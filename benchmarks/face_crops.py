"""What finding, aligning and harming a face does to the emotion network, on faces of FER-2013."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.data import lfw_subset

from emotion.align import CROP_PX, align_face, similarity, template
from emotion.classifier import PERCEIVED, EmotionClassifier
from emotion.detect import FaceDetector, FoundFace
from emotion.mesh import FaceMesh
from emotion.quality import feature_contrast, light, sharpness, white
from training.data import Usage, load_faces
from training.votes import plurality, with_votes

PICTURE = (480, 640)
FACE_SIDE_PX = (96.0, 288.0)
ROLL_DEG = 30.0
FEATHER_PX = 3

Crop = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Judged:
    """Faces that most people agreed on: uint8 [n, 48, 48], and what they saw, int64 [n]."""

    images: Crop
    seen: NDArray[np.int64]


def load_judged(fer2013: Path, ferplus: Path, *, usage: str, limit: int | None, seed: int) -> Judged:
    """Load a part of FER-2013, or `limit` faces of it drawn by the seed."""
    faces = with_votes(load_faces(fer2013, usages={Usage(usage)}), ferplus)
    seen, clear = plurality(faces.votes)
    kept = np.random.default_rng(seed).permutation(np.flatnonzero(clear))[:limit]
    return Judged(faces.images[kept], seen[kept])


def right(crops: Crop, seen: NDArray[np.int64], classifier: EmotionClassifier) -> NDArray[np.bool_]:
    """Say for each crop whether the perceived head sees what most people saw."""
    return classifier.classify(np.ascontiguousarray(crops), head=PERCEIVED).argmax(axis=1) == seen


@dataclass(frozen=True, slots=True)
class Pasted:
    """A face in a larger picture: RGB uint8 [480, 640, 3], and the map from the face's 48 x 48 pixels to it."""

    picture: NDArray[np.uint8]
    placed: NDArray[np.float64]


def paste(face: Crop, rng: np.random.Generator) -> Pasted:
    """Put a face into a grey picture at a random place, scale and roll, in random light."""
    height, width = PICTURE
    scale, roll = rng.uniform(*FACE_SIDE_PX) / CROP_PX, rng.uniform(-ROLL_DEG, ROLL_DEG)
    reach = 0.7 * scale * CROP_PX
    middle = (rng.uniform(reach, width - reach), rng.uniform(min(reach, height / 2), max(height - reach, height / 2)))
    placed = np.asarray(cv2.getRotationMatrix2D(((CROP_PX - 1) / 2,) * 2, roll, scale), np.float64)
    placed[:, 2] += np.array(middle) - (CROP_PX - 1) / 2
    lit = 255 * np.clip(rng.uniform(0.5, 1.2) * (face / 255) ** rng.uniform(0.7, 1.5), 0, 1)
    warped = cv2.warpAffine(
        lit.astype(np.uint8), placed, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    mask = cv2.warpAffine(np.ones((CROP_PX, CROP_PX), np.float32), placed, (width, height))
    mask = cv2.GaussianBlur(mask, (0, 0), FEATHER_PX)
    grey = mask * warped + (1 - mask) * float(lit.mean())
    return Pasted(np.repeat(grey.astype(np.uint8)[..., np.newaxis], 3, axis=2), placed)


def nearest(found: Sequence[FoundFace], pasted: Pasted) -> FoundFace | None:
    """Pick the face that was pasted among those that were found."""
    middle = pasted.placed @ np.array([(CROP_PX - 1) / 2, (CROP_PX - 1) / 2, 1])
    side = CROP_PX * float(np.hypot(*pasted.placed[:, 0]))
    apart = [(float(np.hypot(*((face.box[:2] + face.box[2:]) / 2 - middle))), face) for face in found]
    best = min(apart, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] < 0.35 * side else None


def landing_px(face: FoundFace, pasted: Pasted, *, wider: float) -> float:
    """How far a pasted face's own pixels are moved by alignment: the mean over a grid, in pixels of 48."""
    grid = np.stack(np.meshgrid(np.arange(8, 41, 8), np.arange(8, 41, 8)), axis=-1).reshape(-1, 2).astype(np.float64)
    in_picture = grid @ pasted.placed[:, :2].T + pasted.placed[:, 2]
    to_crop = similarity(face.landmarks, template(wider))
    landed = in_picture @ to_crop[:, :2].T + to_crop[:, 2]
    expected = (grid - CROP_PX / 2) / wider + CROP_PX / 2
    return float(np.linalg.norm(landed - expected, axis=1).mean())


def paste_all(
    judged: Judged, *, detector: FaceDetector, classifier: EmotionClassifier, factors: Sequence[float], seed: int
) -> list[str]:
    """Tell accuracy on FER-2013's own crops, and on the same faces found again and aligned, factor by factor."""
    rng = np.random.default_rng(seed)
    pairs = [(pasted, nearest(detector.detect(pasted.picture), pasted)) for pasted in map_paste(judged.images, rng)]
    kept = np.array([face is not None for _, face in pairs])
    both = [(pasted, face) for pasted, face in pairs if face is not None]
    own = right(judged.images, judged.seen, classifier)
    lines = [
        f"{len(kept)} faces, {kept.mean():.1%} found again",
        f"own crops: accuracy {own.mean():.4f}; of the faces found again {own[kept].mean():.4f}",
    ]
    for wider in factors:
        crops = np.stack([align_face(pasted.picture, face.landmarks, wider=wider) for pasted, face in both])
        said = right(crops, judged.seen[kept], classifier)
        moved = np.median([landing_px(face, pasted, wider=wider) for pasted, face in both])
        lost = 100 * (own[kept].mean() - said.mean())
        lines.append(f"{wider:.2f} wider: accuracy {said.mean():.4f}, {lost:+.2f} points lost, moved {moved:.2f} px")
    return lines


def map_paste(images: Crop, rng: np.random.Generator):
    """Paste one face after another."""
    return (paste(image, rng) for image in images)


def _blurred(face: Crop, sigma: float) -> Crop:
    return np.asarray(cv2.GaussianBlur(face, (0, 0), sigma), np.uint8)


def _small(face: Crop, side_px: float) -> Crop:
    small = cv2.resize(face, (int(side_px), int(side_px)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (CROP_PX, CROP_PX), interpolation=cv2.INTER_LINEAR), np.uint8)


def _dark(face: Crop, gain: float) -> Crop:
    """Less light at the same noise, 8 bits, and a JPEG, as a phone would make it."""
    noise = np.random.default_rng(0).normal(0, 1.5, face.shape)
    darker = np.clip(np.round(face * gain + noise), 0, 255).astype(np.uint8)
    _, jpeg = cv2.imencode(".jpg", darker, [cv2.IMWRITE_JPEG_QUALITY, 85])
    return np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE), np.uint8)


def _bright(face: Crop, gain: float) -> Crop:
    return np.clip(face * gain, 0, 255).astype(np.uint8)


def _without_chin(face: Crop, rows: float) -> Crop:
    cut = face.copy()
    cut[CROP_PX - int(rows) :] = cut[CROP_PX - int(rows) - 1]
    return cut


def _without_side(face: Crop, columns: float) -> Crop:
    cut = face.copy()
    cut[:, : int(columns)] = cut[:, int(columns), np.newaxis]
    return cut


def _masked(face: Crop, level: float) -> Crop:
    covered = face.copy()
    covered[29:] = np.clip(level + np.random.default_rng(0).normal(0, 5, covered[29:].shape), 0, 255)
    return covered


def _dark_glasses(face: Crop, level: float) -> Crop:
    covered = face.copy()
    covered[14:24] = np.clip(level + np.random.default_rng(0).normal(0, 5, covered[14:24].shape), 0, 255)
    return covered


def _half_covered(face: Crop, level: float) -> Crop:
    covered = face.copy()
    covered[:, :22] = np.clip(level + np.random.default_rng(0).normal(0, 6, covered[:, :22].shape), 0, 255)
    return covered


Measure = Callable[[Crop], float]
HARMS: dict[str, tuple[Callable[[Crop, float], Crop], tuple[float, ...], Measure | None]] = {
    "blur, sigma in px": (_blurred, (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0), sharpness),
    "small, side in px": (_small, (36, 32, 26, 20, 16, 12), sharpness),
    "dark, gain": (_dark, (0.3, 0.15, 0.1, 0.07, 0.05, 0.03), light),
    "bright, gain": (_bright, (1.5, 2.0, 2.5, 3.0, 4.0, 6.0), white),
    "chin cut off, rows": (_without_chin, (8, 13, 18, 24), None),
    "side cut off, columns": (_without_side, (8, 13, 18, 24), None),
    "mask, grey level": (_masked, (170,), feature_contrast),
    "dark glasses, grey level": (_dark_glasses, (30,), feature_contrast),
    "half covered, grey level": (_half_covered, (150,), feature_contrast),
}


def harm_all(judged: Judged, *, classifier: EmotionClassifier) -> list[str]:
    """Tell accuracy under each harm beside what its measure says of the harmed faces."""
    lines = [f"as they are: accuracy {right(judged.images, judged.seen, classifier).mean():.4f}"]
    for name, (harm, strengths, measure) in HARMS.items():
        for strength in strengths:
            crops = np.stack([harm(image, strength) for image in judged.images])
            told = f"{name} {strength:g}: accuracy {right(crops, judged.seen, classifier).mean():.4f}"
            lines.append(told + (f"; {measure.__name__} {_spread(list(map(measure, crops)))}" if measure else ""))
    return lines


def pose_all(judged: Judged, *, mesh: FaceMesh, classifier: EmotionClassifier, bins: int = 6) -> list[str]:
    """Tell accuracy on the faces as they are, by what the mesh says of turn, nod and presence."""
    side = 4 * CROP_PX
    box, eyes = np.array([0.1, 0.1, 0.9, 0.95]) * side, np.array([(0.3, 0.38), (0.68, 0.38)]) * side
    said = right(judged.images, judged.seen, classifier)
    fitted = []
    for image in judged.images:
        large = cv2.cvtColor(cv2.resize(image, (side, side), interpolation=cv2.INTER_CUBIC), cv2.COLOR_GRAY2RGB)
        fitted.append(mesh.fit(np.asarray(large, np.uint8), box.astype(np.float32), eyes.astype(np.float32)))
    measures = {
        "turn in degrees": [abs(face.yaw_deg) for face in fitted],
        "nod in degrees": [abs(face.pitch_deg) for face in fitted],
        "presence": [face.presence for face in fitted],
    }
    return [line for name, values in measures.items() for line in _by_bin(name, np.array(values), said, bins)]


def _by_bin(name: str, values: NDArray[np.floating], said: NDArray[np.bool_], bins: int) -> list[str]:
    shares = np.array_split(np.argsort(values, kind="stable"), bins)
    return [
        f"{name} {values[part[0]]:.3f} to {values[part[-1]]:.3f}: accuracy {said[part].mean():.3f} ({len(part)} faces)"
        for part in shares
    ]


def _spread(values: Sequence[float]) -> str:
    low, middle, high = np.percentile(values, (5, 50, 95))
    return f"{middle:.3f} ({low:.3f} to {high:.3f})"


def tiny_all(detector: FaceDetector) -> list[str]:
    """Count what is found in scikit-image's piece of Labeled Faces in the Wild: 25 x 25 px, grey, enlarged 16 times."""
    crops = [cv2.resize((crop * 255).astype(np.uint8), (400, 400)) for crop in lfw_subset()]
    pictures = [cv2.copyMakeBorder(crop, *[100] * 4, cv2.BORDER_CONSTANT, value=128) for crop in crops]
    found = [len(detector.detect(cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB))) for picture in pictures]
    faces, others = found[:100], found[100:]
    return [
        f"{sum(count == 1 for count in faces)} of {len(faces)} faces found, each once",
        f"{sum(count > 0 for count in others)} of {len(others)} crops without a face taken for one",
    ]
