"""Turn a trained Keras network into the served files: LiteRT weights, their card, and the Keras network itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from emotion.classifier import CARD, FER2013, EmotionClassifier, probabilities
from training.data import FaceSet, Usage
from training.evaluate import measure

LITERT_FILE = "emotion.tflite"
KERAS_FILE = "emotion.keras"


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

    The temperature is fitted on PublicTest, or on the validation faces where there is no PublicTest. All files are
    made and measured elsewhere first; the card, without which no file is served, moves in last.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = {name: part for name, part in _parts(faces, validation).items() if len(part)}
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        fresh = Path(name)
        network.save(fresh / KERAS_FILE)
        (fresh / LITERT_FILE).write_bytes(to_litert(network))
        card = _card(fresh / LITERT_FILE, side_px=network.input_shape[1], facts=facts)
        if parts:
            calibrated_on = next(iter(parts))
            _write_card(card, fresh)
            logits = EmotionClassifier.load(fresh).logits(parts[calibrated_on].images)
            temperature = fit_temperature(logits, parts[calibrated_on].labels)
            card["heads"][FER2013] |= {"temperature": temperature, "calibrated_on": calibrated_on}
        _write_card(card, fresh)
        card["metrics"] = {part: _numbers(faces, part, fresh) for part, faces in parts.items()}
        _write_card(card, fresh)
        for file in (KERAS_FILE, LITERT_FILE, CARD):
            (fresh / file).replace(folder / file)
    return {f"{part}_{name}": value for part, numbers in card["metrics"].items() for name, value in numbers.items()}


def to_litert(network: keras.Model) -> bytes:
    """Convert to LiteRT with 16-bit weights; batch normalisation is folded into the convolutions."""
    with TemporaryDirectory() as folder:
        network.export(folder, format="tf_saved_model", verbose=False)
        converter = tf.lite.TFLiteConverter.from_saved_model(folder)
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.target_spec.supported_types = [tf.float16]
        return converter.convert()


def fit_temperature(logits: NDArray[np.float32], labels: NDArray[np.uint8]) -> float:
    """Find the temperature between 0.2 and 5 with the least negative log-likelihood, to about 0.3 %."""
    candidates = np.geomspace(0.2, 5, 1000)
    rows = np.arange(len(labels))
    losses = [-np.log(probabilities(logits, temperature=t)[rows, labels] + 1e-12).mean() for t in candidates]
    return round(float(candidates[np.argmin(losses)]), 4)


def _parts(faces: FaceSet, validation: FaceSet) -> dict[str, FaceSet]:
    return {Usage.PUBLIC_TEST.value: faces.of(Usage.PUBLIC_TEST), "validation": validation}


def _card(model_file: Path, *, side_px: int, facts: ModelFacts) -> dict[str, Any]:
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
        "heads": {FER2013: {"output": 0, "temperature": 1.0}},
        "metrics": {},
        "counts": dict(facts.counts),
        "training": dict(facts.training),
        "seed": facts.seed,
    }


def _write_card(card: Mapping[str, Any], folder: Path) -> None:
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n")


def _numbers(faces: FaceSet, usage: str, folder: Path) -> dict[str, float]:
    report = measure(faces, usage=usage, classifier=EmotionClassifier.load(folder))
    names = ("n", "accuracy", "macro_f1", "ece", "cpu_ms_per_face")
    return {name: round(getattr(report, name), 4) for name in names}
