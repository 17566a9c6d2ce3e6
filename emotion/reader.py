"""Photo bytes in, faces and their emotions out: one photo, in this process, step by step."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from core.emotion import EmotionScores
from core.faces import Face, FaceBox, Landmarks, Reading, Timings, in_reading_order
from emotion.align import CROP_PX, align_face
from emotion.classifier import FER2013, PERCEIVED, EmotionClassifier, default_model_folder
from emotion.decode import DecodedPhoto, decode_photo
from emotion.detect import FaceDetector, FoundFace, bundled_weights
from emotion.limits import PhotoLimits
from emotion.quality import face_quality


@dataclass(frozen=True, slots=True)
class Networks:
    """What has to be loaded before the first photo."""

    detector: FaceDetector
    classifier: EmotionClassifier


def load_networks(*, yunet: Path | None = None) -> Networks:
    """Load the networks that come with Moodtape, and run each once; YuNet's file, where given, finds the faces.

    Raises:
        ModelMissing: A file is not there.
        ModelMismatch: A file is not the one on record.
    """
    detector = FaceDetector(bundled_weights(), yunet=yunet)
    networks = Networks(detector, EmotionClassifier.load(default_model_folder()))
    networks.detector.detect(np.zeros((320, 320, 3), np.uint8))
    networks.classifier.classify(np.zeros((1, CROP_PX, CROP_PX), np.uint8))
    return networks


def read_photo(photo: bytes, *, networks: Networks, limits: PhotoLimits) -> Reading:
    """Decode, detect, align and classify; all faces of a photo are classified at once.

    Raises:
        BadPhoto: The bytes are not a photo that can be read.
    """
    start = perf_counter()
    decoded = decode_photo(photo, limits=limits)
    decoded_at = perf_counter()
    found = networks.detector.detect(decoded.pixels)
    detected_at = perf_counter()
    faces = _faces(decoded, found, networks.classifier)
    marks = (start, decoded_at, detected_at, perf_counter())
    timings = Timings(*((after - before) * 1e3 for before, after in pairwise(marks)))
    return Reading(decoded.width, decoded.height, faces, timings)


def _faces(decoded: DecodedPhoto, found: list[FoundFace], classifier: EmotionClassifier) -> tuple[Face, ...]:
    if not found:
        return ()
    crops = np.stack([align_face(decoded.pixels, face.landmarks) for face in found])
    answers, sure_from = classifier.answers(crops), classifier.heads[PERCEIVED].sure_from
    rows = zip(found, crops, answers[PERCEIVED].tolist(), answers[FER2013].tolist(), strict=True)
    return in_reading_order(_face(*row, decoded, sure_from) for row in rows)


def _face(
    found: FoundFace,
    crop: NDArray[np.uint8],
    perceived: list[float],
    labelled: list[float],
    decoded: DecodedPhoto,
    sure_from: float,
) -> Face:
    """Put a face together, in pixels of the photo as sent."""
    height, width = decoded.pixels.shape[:2]
    x_min, y_min, x_max, y_max = (found.box * decoded.scale).tolist()
    return Face(
        FaceBox(x_min, y_min, x_max, y_max),
        float(found.score),
        EmotionScores(tuple(perceived)),
        sure=max(perceived) >= sure_from,
        landmarks=Landmarks(*map(tuple, (found.points * decoded.scale).tolist())),
        quality=face_quality(found, crop, picture=(width, height), scale=decoded.scale),
        labelled=EmotionScores(tuple(labelled)),
    )
