"""Photo bytes in, faces and their emotions out."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from core.emotion import EmotionScores
from core.errors import Busy
from core.faces import Face, FaceBox, Reading
from emotion.align import align_face
from emotion.classifier import PERCEIVED, EmotionClassifier
from emotion.decode import DecodedPhoto, PhotoLimits, decode_photo
from emotion.detect import FaceDetector, FoundFace

MAX_WAITING = 60
"""Photos that may wait, in memory, to be read; whoever receives photos bounds those that are still arriving."""

SECONDS_A_PHOTO = 0.1


class PhotoReader:
    """Reads photos in a bounded number of threads; the photo lives in memory only.

    LiteRT, OpenCV and Pillow release Python's lock while they work.
    """

    def __init__(
        self,
        detector: FaceDetector,
        classifier: EmotionClassifier,
        *,
        limits: PhotoLimits,
        workers: int = 2,
        max_waiting: int = MAX_WAITING,
    ) -> None:
        self._detector = detector
        self._classifier = classifier
        self._limits = limits
        self._workers = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="reader")
        self._max_waiting = max_waiting
        self._waiting = 0

    async def read(self, photo: bytes) -> Reading:
        """Read a photo in a worker; waits for a free one.

        Raises:
            BadPhoto: The bytes are not a photo that can be read.
            Busy: Too many photos wait already.
        """
        if self._waiting >= self._max_waiting:
            raise Busy(retry_after_s=self._waiting * SECONDS_A_PHOTO)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, self._read, photo)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Finish what is being read and take nothing more."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _read(self, photo: bytes) -> Reading:
        decoded = decode_photo(photo, limits=self._limits)
        found = self._detector.detect(decoded.pixels)
        if not found:
            return Reading(decoded.width, decoded.height, ())
        crops = np.stack([align_face(decoded.pixels, face.landmarks) for face in found])
        rows = self._classifier.classify(crops, head=PERCEIVED)
        sure_from = self._classifier.heads[PERCEIVED].sure_from
        faces = (_face(face, row.tolist(), decoded, sure_from=sure_from) for face, row in zip(found, rows, strict=True))
        return Reading(decoded.width, decoded.height, tuple(faces))


def _face(found: FoundFace, probabilities: list[float], decoded: DecodedPhoto, *, sure_from: float) -> Face:
    x_min, y_min, x_max, y_max = (float(value) * decoded.scale for value in found.box)
    box = FaceBox(x_min, y_min, x_max, y_max)
    return Face(box, found.score, EmotionScores(tuple(probabilities)), sure=max(probabilities) >= sure_from)
