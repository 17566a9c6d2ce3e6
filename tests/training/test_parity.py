import json
from hashlib import sha256
from pathlib import Path

import cv2
import keras
import numpy as np
import pytest

from core.errors import ModelMismatch
from emotion.classifier import EmotionClassifier, default_model_folder
from tests.training.faces import generated_faces
from tests.training.foreign import FOREIGN_WARNINGS
from training.export import KERAS_FILE, LITERT_FILE, to_litert
from training.networks import HEADS, emotion_network

pytestmark = FOREIGN_WARNINGS

FOLDER = default_model_folder()
CROPS = generated_faces(8).images


def test_committed_keras_and_litert_networks_answer_alike() -> None:
    network = keras.models.load_model(FOLDER / KERAS_FILE, compile=False)
    side_px = network.input_shape[1]
    faces = np.stack([cv2.resize(crop, (side_px, side_px), interpolation=cv2.INTER_AREA) for crop in CROPS])
    expected = network(faces[..., None].astype(np.float32), training=False)
    classifier = EmotionClassifier.load(FOLDER)
    batch, alone = classifier.logits(CROPS), classifier.logits(CROPS[:1])
    for head in HEADS:
        wanted = np.asarray(keras.ops.convert_to_numpy(expected[head]))
        assert np.abs(batch[head] - wanted).max() <= 5e-3
        assert np.abs(alone[head] - wanted[:1]).max() <= 5e-3


def test_the_heads_of_the_committed_network_answer_differently() -> None:
    served = EmotionClassifier.load(FOLDER).logits(CROPS)
    assert np.abs(served["fer2013"] - served["perceived"]).max() > 0.1


def test_exporting_the_committed_keras_network_gives_the_served_size() -> None:
    network = keras.models.load_model(FOLDER / KERAS_FILE, compile=False)
    assert abs(len(to_litert(network)) - (FOLDER / LITERT_FILE).stat().st_size) < 10_000


def test_a_network_of_another_input_shape_is_refused(tmp_path: Path) -> None:
    model = to_litert(emotion_network(widths=(2,), dropout=0, size_px=32))
    card = json.loads((FOLDER / "card.json").read_text())
    (tmp_path / LITERT_FILE).write_bytes(model)
    (tmp_path / "card.json").write_text(json.dumps(card | {"sha256": sha256(model).hexdigest()}))
    with pytest.raises(ModelMismatch) as caught:
        EmotionClassifier.load(tmp_path)
    assert caught.value.reason == "its input is not the one on its card"
