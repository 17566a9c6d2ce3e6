"""Turn a trained Keras network into the served files: LiteRT weights, their card, and the Keras network itself."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import keras
import numpy as np

from core.emotion import EMOTIONS
from emotion.classifier import CARD, EmotionClassifier
from emotion.litert import Network
from training.calibrate import calibrate
from training.data import FaceSet, Usage
from training.evaluate import measure
from training.networks import HEADS

LITERT_FILE = "emotion.tflite"
KERAS_FILE = "emotion.keras"
REPOSITORY = Path(__file__).resolve().parents[1]
CARD_NUMBERS = ("n", "accuracy", "macro_f1", "ece", "perceived_accuracy", "perceived_ece", "cpu_ms_per_face")


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the card says about where a network comes from."""

    seed: int
    counts: Mapping[str, Any]
    training: Mapping[str, Any]


def export_model(
    network: keras.Model, *, folder: Path, faces: FaceSet, validation: FaceSet, facts: ModelFacts
) -> dict[str, float]:
    """Write `emotion.tflite`, `emotion.keras` and `card.json` into a folder, and give the numbers on the card.

    Temperatures and thresholds are fitted on PublicTest, or on the validation faces where there is no PublicTest. All
    files are made and measured elsewhere first; the card, without which no file is served, moves in last.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = {name: part for name, part in _parts(faces, validation).items() if len(part)}
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        fresh = Path(name)
        network.save(fresh / KERAS_FILE)
        (fresh / LITERT_FILE).write_bytes(to_litert(network))
        outputs = _outputs(network, file=fresh / LITERT_FILE)
        card = _card(fresh / LITERT_FILE, side_px=network.input_shape[1], facts=facts, outputs=outputs)
        _write_card(card, fresh)
        if parts:
            calibrated_on = next(iter(parts))
            fitted = calibrate(EmotionClassifier.load(fresh), faces=parts[calibrated_on])
            for head, numbers in fitted.items():
                card["heads"][head] |= {**numbers, "calibrated_on": calibrated_on}
            _write_card(card, fresh)
        card["metrics"] = {part: _numbers(faces, part, fresh) for part, faces in parts.items()}
        _write_card(card, fresh)
        for file in (KERAS_FILE, LITERT_FILE, CARD):
            (fresh / file).replace(folder / file)
    return {f"{part}_{name}": value for part, numbers in card["metrics"].items() for name, value in numbers.items()}


def _outputs(network: keras.Model, *, file: Path) -> dict[str, int]:
    """Find which output of the LiteRT file is which head, by their answers to noise."""
    noise = np.random.default_rng(0).uniform(0, 255, (4, *network.input_shape[1:])).astype(np.float32)
    expected = network.predict_on_batch(noise)
    served = Network(file, sha256=sha256(file.read_bytes()).hexdigest()).run(noise)
    gaps = {head: [np.abs(output - expected[head]).max() for output in served] for head in HEADS}
    return {head: int(np.argmin(gap)) for head, gap in gaps.items()}


def to_litert(network: keras.Model) -> bytes:
    """Convert to LiteRT with 16-bit weights, in a process of its own, where Keras runs on TensorFlow.

    So a network that was trained on JAX or PyTorch is converted as well.
    """
    with TemporaryDirectory() as name:
        weights, converted = Path(name) / KERAS_FILE, Path(name) / LITERT_FILE
        network.save(weights)
        command = [sys.executable, "-m", "training.litert", str(weights), str(converted)]
        environment = os.environ | {"KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
        subprocess.run(command, check=True, cwd=REPOSITORY, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603
        return converted.read_bytes()


def _parts(faces: FaceSet, validation: FaceSet) -> dict[str, FaceSet]:
    return {Usage.PUBLIC_TEST.value: faces.of(Usage.PUBLIC_TEST), "validation": validation}


def _card(model_file: Path, *, side_px: int, facts: ModelFacts, outputs: Mapping[str, int]) -> dict[str, Any]:
    return {
        "name": "moodtape-emotion",
        "file": model_file.name,
        "sha256": sha256(model_file.read_bytes()).hexdigest(),
        "keras_file": KERAS_FILE,
        "input": {
            "shape": [side_px, side_px, 1],
            "dtype": "float32",
            "range": [0, 255],
            "scaling": "crops of 48 x 48 are scaled to this shape by area; the graph sets each to mean 0 and spread 1",
        },
        "labels": [emotion.value for emotion in EMOTIONS],
        "heads": {head: {"output": outputs[head], "temperature": 1.0} for head in HEADS},
        "metrics": {},
        "counts": dict(facts.counts),
        "training": dict(facts.training),
        "seed": facts.seed,
    }


def _write_card(card: Mapping[str, Any], folder: Path) -> None:
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n")


def _numbers(faces: FaceSet, usage: str, folder: Path) -> dict[str, float]:
    report = measure(faces, usage=usage, classifier=EmotionClassifier.load(folder)).as_dict()
    return {name: round(report[name], 4) for name in CARD_NUMBERS if report[name] is not None}
