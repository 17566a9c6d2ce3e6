"""How accurate the network stays under what selfies do to a face."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from emotion.classifier import FER2013, PERCEIVED, EmotionClassifier
from training.calibrate import truths
from training.data import SIDE_PX, FaceSet
from training.evaluate import answers_to

Image = NDArray[np.uint8]
Harm = Callable[[Image, np.random.Generator], Image]

CENTRE = (SIDE_PX - 1) / 2
JPEG_QUALITY = 30
GLASSES_ROWS = slice(14, 23)
SHADOW = 0.3


@dataclass(frozen=True, slots=True)
class Robustness:
    """Accuracy of both heads under one kind of harm, 0 to 1; None where no right answer is known."""

    harm: str
    fer2013: float | None
    perceived: float | None


def robustness(faces: FaceSet, *, classifier: EmotionClassifier, seed: int = 0) -> list[Robustness]:
    """Measure both heads on the faces as they are and under each harm; random ones come from the seed."""
    known = truths(faces)
    rows: list[Robustness] = []
    for name, harm in {"none": _none, **HARMS}.items():
        rng = np.random.default_rng(seed)
        images = np.stack([harm(image, rng) for image in faces.images])
        said = answers_to(images, classifier=classifier)
        shares = {head: _share_right(said[head], *known[head]) for head in (FER2013, PERCEIVED)}
        rows.append(Robustness(name, shares[FER2013], shares[PERCEIVED]))
    return rows


def _share_right(said: NDArray[np.floating], truth: NDArray[np.integer], known: NDArray[np.bool_]) -> float | None:
    right = said.argmax(axis=1)[known] == truth[known]
    return float(right.mean()) if len(right) else None


def _none(image: Image, rng: np.random.Generator) -> Image:
    return image


def _moved(image: Image, *, degrees: float = 0, scale: float = 1, shift: tuple[float, float] = (0, 0)) -> Image:
    matrix = cv2.getRotationMatrix2D((CENTRE, CENTRE), degrees, scale)
    matrix[:, 2] += np.array(shift) * SIDE_PX
    moved = cv2.warpAffine(image, matrix, (SIDE_PX, SIDE_PX), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return moved.astype(np.uint8)


def _shifted(image: Image, rng: np.random.Generator) -> Image:
    angle = rng.uniform(0, 2 * np.pi)
    return _moved(image, shift=(0.15 * float(np.cos(angle)), 0.15 * float(np.sin(angle))))


def _turned(image: Image, rng: np.random.Generator) -> Image:
    return _moved(image, degrees=float(rng.choice([-15, 15])))


def _relit(image: Image, *, gamma: float) -> Image:
    return np.round(255 * (image / 255) ** gamma).astype(np.uint8)


def _jpeg(image: Image, rng: np.random.Generator) -> Image:
    _, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return np.asarray(cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE), np.uint8)


def _half_in_shadow(image: Image, rng: np.random.Generator) -> Image:
    light = np.where(np.arange(SIDE_PX) < SIDE_PX / 2, SHADOW, 1)
    return (image * (light if rng.random() < 0.5 else light[::-1])).astype(np.uint8)


def _glasses(image: Image, rng: np.random.Generator) -> Image:
    worn = image.copy()
    for left in (7, 27):
        worn[GLASSES_ROWS, left : left + 14] = 25
    worn[16:18, 21:27] = 25
    return worn


HARMS: Mapping[str, Harm] = {
    "crop 15 % wider": lambda image, rng: _moved(image, scale=1 / 1.15),
    "crop 15 % tighter": lambda image, rng: _moved(image, scale=1 / 0.85),
    "crop shifted by 15 %": _shifted,
    "turned by 15 degrees": _turned,
    "gamma 0.5": lambda image, rng: _relit(image, gamma=0.5),
    "gamma 2": lambda image, rng: _relit(image, gamma=2),
    "blurred (sigma 1.5 px)": lambda image, rng: cv2.GaussianBlur(image, (0, 0), 1.5).astype(np.uint8),
    "JPEG quality 30": _jpeg,
    "half in shadow": _half_in_shadow,
    "dark glasses": _glasses,
}
