"""Coverage-guided fuzzing of the decoding in Python: ours, and Pillow's parsers of headers, chunks and tags.

    pip install atheris
    python -m benchmarks.fuzz_coverage CORPUS_FOLDER [-max_total_time=600] [any other option of libFuzzer]

The folder is filled with the tests' corpus where it is empty, and libFuzzer adds what it finds there. Whatever is
neither decoded nor refused with a `BadPhoto` stops the run and leaves its file behind.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["PIL", "emotion"]):
    from core.errors import BadPhoto
    from emotion.decode import decode_photo
    from emotion.limits import PhotoLimits

from tests.photos import astronaut, corpus

LIMITS = PhotoLimits(size_bytes=1_000_000, pixels=250_000, long_side_px=64)


def decode(photo: bytes) -> None:
    """Decode, and let nothing pass but a refusal."""
    try:
        decode_photo(photo, limits=LIMITS)
    except BadPhoto:
        return


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        for name, photo in corpus(astronaut().resize((32, 32))).items():
            (folder / name.replace("/", "-")).write_bytes(photo)
    atheris.Setup(sys.argv, decode)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
