"""Finding, aligning and judging faces: how right, how fast, and what it costs the emotion network.

    python -m benchmarks.faces corpus FOLDER [--manifest manifest.csv] [--yunet FILE] [--variants]
    python -m benchmarks.faces speed [--runs 30]
    python -m benchmarks.faces tiny
    python -m benchmarks.faces paste --fer2013 fer2013.csv --ferplus fer2013new.csv [--limit N] [--wider 1.0 1.1 1.2]
    python -m benchmarks.faces quality --fer2013 fer2013.csv --ferplus fer2013new.csv [--limit N]

`corpus` wants a folder of photos and a manifest: a CSV with the columns `file` (relative to the folder), `kind` (any
word: single, close-up, group, animal, ...) and `boxes` ("x_min y_min x_max y_max" in pixels of the upright photo,
several separated by ";", empty where the photo shows no person's face). It tells, kind by kind, the recall of faces,
the share of photos with exactly one box and that the right one, the share whose best-scored box is right, and the share
of photos without a face that got a box. `--variants` adds each photo of the kind "single" rotated by 30, 90 and 180
degrees and darkened by gamma 4. Beside ours: YuNet, bare and with the mesh behind it, where `--yunet` names its ONNX
file; OpenCV's Haar cascade where this OpenCV has it (4 has, 5 has not: run this file in an environment with OpenCV 4).

`speed` is CPU time on one thread, warm, from encoded photo to crop, and what a worker process takes to start. `tiny`
counts the faces found in scikit-image's 200 tiny crops of Labeled Faces in the Wild, 100 of them without one. `paste`
puts faces of FER-2013 into larger pictures at random scale, roll and light, finds and aligns them, and compares the
perceived head's accuracy with that on FER-2013's own crops, for each width of the template. `quality` draws the curves
that the limits of `emotion/quality.py` were read off.
"""

import argparse
import asyncio
import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from resource import getpagesize
from statistics import median
from time import perf_counter, process_time
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.native import quiet_native_stderr
from emotion.align import align_face
from emotion.classifier import EmotionClassifier, default_model_folder
from emotion.decode import decode_photo
from emotion.detect import FaceDetector, bundled_weights
from emotion.limits import PhotoLimits
from emotion.workers import PhotoWorkers
from tests.photos import astronaut, coffee, encoded

Picture = NDArray[np.uint8]
Boxes = list[tuple[float, ...]]
Find = Callable[[Picture], Boxes]
"""Gives boxes in pixels of the picture, best first."""

SIZE_RATIO = 2.5
DARK_GAMMA = 4


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture of the corpus and the faces that are in it."""

    kind: str
    picture: Picture
    boxes: Boxes


@dataclass(slots=True)
class Score:
    """Sums over the photos of one kind."""

    photos: int = 0
    faces: int = 0
    hit: int = 0
    exactly_one: int = 0
    best_right: int = 0
    false_box: int = 0
    cpu_ms: list[float] = field(default_factory=list)

    def add(self, truth: Boxes, found: Boxes, cpu_ms: float) -> None:
        self.photos += 1
        self.faces += len(truth)
        self.hit += sum(any(same_face(box, other) for other in found) for box in truth)
        right = [any(same_face(box, other) for box in truth) for other in found]
        self.exactly_one += len(truth) == 1 and right == [True]
        self.best_right += bool(right and right[0])
        self.false_box += bool(found) and not truth
        self.cpu_ms.append(cpu_ms)

    def told(self) -> str:
        if not self.faces:
            return (
                f"{self.photos:5} photos  false box {self.false_box / self.photos:6.1%}  {median(self.cpu_ms):6.1f} ms"
            )
        rates = (self.hit / self.faces, self.exactly_one / self.photos, self.best_right / self.photos)
        return (
            f"{self.photos:5} photos  "
            + "  ".join(f"{rate:6.1%}" for rate in rates)
            + f"  {median(self.cpu_ms):6.1f} ms"
        )


def same_face(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    """Two boxes are of one face when each holds the other's centre and neither is much larger."""
    held = all(
        low <= (other_low + other_high) / 2 <= high
        for box, other in ((a, b), (b, a))
        for low, high, other_low, other_high in zip(box[:2], box[2:], other[:2], other[2:], strict=True)
    )
    sides = sorted(max(box[2] - box[0], box[3] - box[1]) for box in (a, b))
    return held and sides[1] <= SIZE_RATIO * max(sides[0], 1e-6)


def read_corpus(folder: Path, manifest: Path) -> Iterator[Photo]:
    """Decode the photos that a manifest names."""
    with manifest.open(newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            decoded = decode_photo((folder / row["file"]).read_bytes(), limits=PhotoLimits())
            boxes = [
                tuple(float(v) / decoded.scale for v in box.split()) for box in row["boxes"].split(";") if box.strip()
            ]
            yield Photo(row["kind"], decoded.pixels, boxes)


def with_variants(photos: Iterator[Photo]) -> Iterator[Photo]:
    """Add the hard variants of each single portrait."""
    for photo in photos:
        yield photo
        if photo.kind == "single":
            yield from (_rotated(photo, degrees) for degrees in (30, 90, 180))
            dark = np.round(255 * (photo.picture / 255) ** DARK_GAMMA).astype(np.uint8)
            yield Photo("single, dark", dark, photo.boxes)


def _rotated(photo: Photo, degrees: float) -> Photo:
    image = Image.fromarray(photo.picture)
    turned = image.rotate(degrees, resample=Image.Resampling.BILINEAR, expand=True)
    turn = np.radians(degrees)
    matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    boxes: Boxes = []
    for box in photo.boxes:
        centre = np.array([box[0] + box[2], box[1] + box[3]]) / 2 - np.array(image.size) / 2
        x, y = matrix @ centre + np.array(turned.size) / 2
        half = max(box[2] - box[0], box[3] - box[1]) / 2
        boxes.append((x - half, y - half, x + half, y + half))
    return Photo(f"single, rotated by {degrees}", np.asarray(turned), boxes)


def contestants(yunet: Path | None) -> dict[str, Find]:
    """Open every detector that is at hand."""
    finders = {"ours": finder(FaceDetector(bundled_weights()))}
    if yunet:
        from emotion.yunet import YuNet

        bare = YuNet(yunet)
        finders["YuNet"] = lambda picture: [tuple(box) for box in bare.propose(picture).boxes.tolist()]
        finders["YuNet + mesh"] = finder(FaceDetector(bundled_weights(), yunet=yunet))
    else:
        print("YuNet: absent; name its ONNX file with --yunet")
    if hasattr(cv2, "CascadeClassifier"):
        finders["Haar"] = _haar()
    else:
        print(f"Haar: absent; OpenCV {cv2.__version__} has no cascades, OpenCV 4 has")
    return finders


def finder(detector: FaceDetector) -> Find:
    def find(picture: Picture) -> Boxes:
        faces = sorted(detector.detect(picture), key=lambda face: -face.score)
        return [tuple(face.box.tolist()) for face in faces]

    return find


def _haar() -> Find:
    opencv_4: Any = cv2
    cascade = opencv_4.CascadeClassifier(str(Path(opencv_4.data.haarcascades) / "haarcascade_frontalface_default.xml"))

    def find(picture: Picture) -> Boxes:
        found = cascade.detectMultiScale(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), 1.1, 5)
        return [(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h in found]

    return find


def corpus(folder: Path, manifest: Path, *, yunet: Path | None, variants: bool) -> None:
    """Print the table of the folder, detector by detector."""
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    finders = contestants(yunet)
    photos = read_corpus(folder, manifest)
    for photo in with_variants(photos) if variants else photos:
        for name, find in finders.items():
            start = process_time()
            found = find(photo.picture)
            scores[photo.kind, name].add(photo.boxes, found, (process_time() - start) * 1e3)
    print(f"{'kind':24}{'detector':14}{'':14}recall  one box  best right  CPU")
    for (kind, name), score in sorted(scores.items()):
        print(f"{kind:24}{name:14}{score.told()}")


def speed(runs: int) -> None:
    """Print CPU milliseconds from encoded photo to crop."""
    detector = FaceDetector(bundled_weights())
    portrait = astronaut().crop((128, 0, 384, 192))
    photos = {
        "1280 x 960, one face": encoded(portrait.resize((1280, 960)), quality=90),
        "12-megapixel JPEG": encoded(portrait.resize((4000, 3000)), quality=90),
        "1280 x 960, no face": encoded(coffee().resize((1280, 960)), quality=90),
    }
    for name, photo in photos.items():
        laps_ms = [_lap_ms(detector, photo) for _ in range(runs + 3)][3:]
        decode, detect, align = (median(lap) for lap in zip(*laps_ms, strict=True))
        total = median(sum(lap) for lap in laps_ms)
        print(f"{name}: {total:.1f} ms CPU (decode {decode:.1f}, detect {detect:.1f}, align {align:.1f})")
    starts = [_worker_start(encoded(portrait)) for _ in range(5)]
    answer_s, resident_mib = (median(values) for values in zip(*starts, strict=True))
    print(f"a worker: first answer {answer_s:.2f} s after its start; then {resident_mib:.0f} MiB resident")


def _worker_start(photo: bytes) -> tuple[float, float]:
    reader, start = PhotoWorkers(workers=1), perf_counter()
    try:
        asyncio.run(reader.read(photo))
        pages = int(Path(f"/proc/{reader.pids[0]}/statm").read_text().split()[1])
        return perf_counter() - start, pages * getpagesize() / 2**20
    finally:
        reader.close()


def _lap_ms(detector: FaceDetector, photo: bytes) -> tuple[float, float, float]:
    start = process_time()
    pixels = decode_photo(photo, limits=PhotoLimits()).pixels
    decoded = process_time()
    faces = detector.detect(pixels)
    detected = process_time()
    for face in faces:
        align_face(pixels, face.landmarks)
    return (decoded - start) * 1e3, (detected - decoded) * 1e3, (process_time() - detected) * 1e3


def on_fer2013(told: argparse.Namespace) -> None:
    """Print what `paste` or `quality` measures."""
    from benchmarks.face_crops import harm_all, load_judged, paste_all, pose_all

    judged = load_judged(told.fer2013, told.ferplus, usage=told.usage, limit=told.limit, seed=told.seed)
    classifier, detector = EmotionClassifier.load(default_model_folder()), FaceDetector(bundled_weights())
    if told.part == "paste":
        lines = paste_all(judged, detector=detector, classifier=classifier, factors=told.wider, seed=told.seed)
    else:
        lines = harm_all(judged, classifier=classifier) + pose_all(judged, mesh=detector.mesh, classifier=classifier)
    print("\n".join(lines))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    on_corpus = parts.add_parser("corpus")
    on_corpus.add_argument("folder", type=Path)
    on_corpus.add_argument("--manifest", type=Path)
    on_corpus.add_argument("--yunet", type=Path)
    on_corpus.add_argument("--variants", action="store_true")
    parts.add_parser("tiny")
    parts.add_parser("speed").add_argument("--runs", type=int, default=30)
    for name in ("paste", "quality"):
        part = parts.add_parser(name)
        part.add_argument("--fer2013", type=Path, required=True)
        part.add_argument("--ferplus", type=Path, required=True)
        part.add_argument("--usage", default="PublicTest")
        part.add_argument("--limit", type=int)
        part.add_argument("--seed", type=int, default=0)
        part.add_argument("--wider", type=float, nargs="+", default=[1.0, 1.05, 1.1, 1.15, 1.2, 1.25])
    told = parser.parse_args()
    cv2.setNumThreads(1)
    with quiet_native_stderr():
        FaceDetector(bundled_weights())
    if told.part == "corpus":
        manifest = told.manifest or told.folder / "manifest.csv"
        corpus(told.folder, manifest, yunet=told.yunet, variants=told.variants)
    elif told.part == "speed":
        speed(told.runs)
    elif told.part == "tiny":
        from benchmarks.face_crops import tiny_all

        print("\n".join(tiny_all(FaceDetector(bundled_weights()))))
    else:
        on_fer2013(told)


if __name__ == "__main__":
    main()
