"""One selfie, stage by stage: median, 95th percentile and peak memory.

    python -m benchmarks.selfie [--runs 100]

The photo is scikit-image's astronaut as a 1280 x 1280 JPEG; the tape has 20 tracks of the starter catalogue, each found
by search; Spotify is the stateful fake of the tests, over real sockets on this machine, so publishing measures our own
work and not Spotify's answers. Milliseconds of wall time, warm, one photo at a time.
"""

import argparse
import asyncio
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.table import Table

from app.native import quiet_native_stderr
from core.emotion import EmotionScores
from core.ledger import BOT
from core.ports import TapeRequest
from emotion.align import align_face
from emotion.classifier import EmotionClassifier, default_model_folder
from emotion.decode import PhotoLimits, decode_photo
from emotion.detect import FaceDetector, bundled_weights
from recommender.catalogue import load_starter
from recommender.pick import CatalogueRecommender
from spotify.app import SpotifyApp
from spotify.publish import SpotifyPublisher
from tests.fakes.spotify import FakeSpotify
from tests.fakes.stores import MemoryLedger, MemoryLogins, MemoryTracks
from tests.fakes.words import LANGUAGES
from tests.photos import astronaut, encoded

STAGES = ("decode", "detect", "align", "classify", "pick", "publish", "whole")
WARM_UPS = 3


class Stopwatch:
    """Collects the milliseconds of each named stage."""

    def __init__(self) -> None:
        self.laps_ms: dict[str, list[float]] = {stage: [] for stage in STAGES}

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        start = perf_counter()
        yield
        self.laps_ms[stage].append((perf_counter() - start) * 1e3)


async def measure(runs: int) -> Stopwatch:
    """Take the same selfie through every stage; the warm-ups are not counted."""
    photo = encoded(astronaut().resize((1280, 1280)), quality=90)
    with quiet_native_stderr():
        detector, classifier = FaceDetector(bundled_weights()), EmotionClassifier.load(default_model_folder())
    catalogue = load_starter()
    recommender = CatalogueRecommender(catalogue)
    watch = Stopwatch()
    known = [(track.title, track.artist) for track in catalogue.tracks(np.arange(len(catalogue)))]
    with FakeSpotify(tracks=known) as fake:
        for run in range(WARM_UPS + runs):
            watch = Stopwatch() if run == WARM_UPS else watch
            app = SpotifyApp(fake.client_id, 8888, fake.api_url, fake.accounts_url)
            logins = MemoryLogins(**{BOT: fake.accounts.login()})
            publisher = SpotifyPublisher(
                app, logins, ledger=MemoryLedger(), resolved=MemoryTracks(), languages=LANGUAGES
            )
            with watch.time("whole"):
                await _selfie(photo, detector, classifier, recommender, publisher, watch)
            publisher.close()
    return watch


async def _selfie(
    photo: bytes,
    detector: FaceDetector,
    classifier: EmotionClassifier,
    recommender: CatalogueRecommender,
    publisher: SpotifyPublisher,
    watch: Stopwatch,
) -> None:
    with watch.time("decode"):
        decoded = decode_photo(photo, limits=PhotoLimits())
    with watch.time("detect"):
        faces = detector.detect(decoded.pixels)
    with watch.time("align"):
        crops = np.stack([align_face(decoded.pixels, face.landmarks) for face in faces])
    with watch.time("classify"):
        scores = EmotionScores(tuple(classifier.classify(crops)[0].tolist()))
    with watch.time("pick"):
        tape = await recommender.pick(TapeRequest(scores, length=20, seed=1))
    with watch.time("publish"):
        await publisher.publish(tape)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100)
    watch = asyncio.run(measure(parser.parse_args().runs))
    table = Table("stage", "median ms", "95th percentile ms")
    for stage, laps_ms in watch.laps_ms.items():
        table.add_row(stage, f"{np.median(laps_ms):.1f}", f"{np.percentile(laps_ms, 95):.1f}")
    console = Console()
    console.print(table)
    console.print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
