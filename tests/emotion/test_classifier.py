import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import ModelMismatch, ModelMissing
from emotion.classifier import EmotionClassifier, default_model_folder, probabilities


@pytest.fixture(scope="module")
def classifier() -> EmotionClassifier:
    return EmotionClassifier.load(default_model_folder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("emotion.tflite", "card.json"):
        shutil.copy(default_model_folder() / name, tmp_path / name)
    return tmp_path


def crops(n: int) -> NDArray[np.uint8]:
    """Draw waves and rings of n different lengths."""
    y, x = np.mgrid[0:48, 0:48].astype(float)
    waves = [np.sin(x / (2 + i)) + np.cos(y / (3 + i)) + np.hypot(x - 24, y - 20) / (9 + i) for i in range(n)]
    return np.array([np.round(60 * wave + 90).clip(0, 255) for wave in waves], np.uint8).reshape(n, 48, 48)


def change_card(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    card = json.loads((folder / "card.json").read_text())
    change(card)
    (folder / "card.json").write_text(json.dumps(card))


def mismatch(folder: Path) -> str:
    with pytest.raises(ModelMismatch) as caught:
        EmotionClassifier.load(folder)
    return caught.value.reason


GOLDEN = {
    "fer2013": [
        [0.158693, 0.012203, 0.346435, 0.260990, 0.123746, 0.055092, 0.042840],
        [0.148981, 0.015377, 0.278179, 0.053316, 0.107066, 0.362483, 0.034599],
        [0.058661, 0.009905, 0.094914, 0.060173, 0.526127, 0.050571, 0.199649],
    ],
    "perceived": [
        [0.181186, 0.002002, 0.022967, 0.311936, 0.221964, 0.130199, 0.129747],
        [0.065005, 0.000865, 0.023219, 0.020384, 0.042152, 0.769961, 0.078413],
        [0.009255, 0.000449, 0.001175, 0.014346, 0.346266, 0.014458, 0.614051],
    ],
}


@pytest.mark.parametrize("head", ["fer2013", "perceived"])
def test_golden_probabilities(classifier: EmotionClassifier, head: str) -> None:
    assert np.allclose(classifier.classify(crops(3), head=head), GOLDEN[head], atol=1e-4)


def test_what_people_see_is_answered_where_no_head_is_named(classifier: EmotionClassifier) -> None:
    assert np.array_equal(classifier.classify(crops(3)), classifier.answers(crops(3))["perceived"])


@pytest.mark.parametrize("n", [0, 1, 2, 31, 32, 33, 70])
def test_any_batch_gives_one_row_per_crop_that_sums_to_one(classifier: EmotionClassifier, n: int) -> None:
    answers = classifier.classify(crops(n))
    assert (answers.shape, answers.dtype) == ((n, 7), np.float32)
    assert np.allclose(answers.sum(axis=1), 1, atol=1e-5)


def test_a_crop_is_answered_alike_alone_and_in_a_batch(classifier: EmotionClassifier) -> None:
    batch = classifier.classify(crops(40))
    alone = [classifier.classify(crops(40)[i : i + 1])[0] for i in (0, 33, 39)]
    assert np.allclose(batch[[0, 33, 39]], alone, atol=1e-5)


@pytest.mark.parametrize("value", [0, 128, 255])
def test_a_flat_crop_has_finite_probabilities(classifier: EmotionClassifier, value: int) -> None:
    assert np.isfinite(classifier.classify(np.full((1, 48, 48), value, np.uint8))).all()


@pytest.mark.parametrize(
    "wrong",
    [
        np.zeros((1, 48, 48), np.float32),
        np.full((1, 48, 48), np.nan, np.float32),
        np.zeros((1, 48, 48), np.int64),
        np.zeros((48, 48), np.uint8),
        np.zeros((1, 48, 48, 1), np.uint8),
        np.zeros((1, 64, 64), np.uint8),
    ],
)
def test_crops_of_another_shape_or_type_are_refused(classifier: EmotionClassifier, wrong: NDArray[Any]) -> None:
    with pytest.raises(ValueError, match="crops must be uint8"):
        classifier.classify(wrong)


def test_threads_may_share_a_classifier(classifier: EmotionClassifier) -> None:
    many = crops(12)
    expected = classifier.classify(many)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda i: classifier.classify(many[: i % 12 + 1]), range(48)))
    for i, answer in enumerate(answers):
        assert np.allclose(answer, expected[: i % 12 + 1], atol=1e-5)


def test_a_higher_temperature_is_less_sure() -> None:
    logits = np.array([[2, 0, 0, 0, 0, 0, 0]], np.float32)
    assert probabilities(logits, temperature=0.5)[0, 0] > probabilities(logits, temperature=2)[0, 0] > 1 / 7


@pytest.mark.parametrize("name", ["card.json", "emotion.tflite"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelMissing) as caught:
        EmotionClassifier.load(folder)
    assert caught.value.path == folder / name


@pytest.mark.parametrize("length", [0, 1000])
def test_a_truncated_file_is_refused(folder: Path, length: int) -> None:
    file = folder / "emotion.tflite"
    file.write_bytes(file.read_bytes()[:length])
    assert mismatch(folder) == "its SHA-256 is not the one on record"


def test_a_file_that_is_no_network_is_refused(folder: Path) -> None:
    (folder / "emotion.tflite").write_bytes(b"not a network")
    change_card(folder, lambda card: card.update(sha256=sha256(b"not a network").hexdigest()))
    assert mismatch(folder) == "LiteRT cannot load it"


def test_labels_in_another_order_are_refused(folder: Path) -> None:
    change_card(folder, lambda card: card["labels"].reverse())
    assert mismatch(folder) == "its labels are not the seven emotions in order"


@pytest.mark.parametrize("source", [{"shape": [64, 64, 1]}, {"shape": [44]}, {}, [], None])
def test_a_card_without_a_usable_input_is_refused(folder: Path, source: object) -> None:
    change_card(folder, lambda card: card.update(input=source))
    assert mismatch(folder) == "it does not describe the network's input"


def test_a_card_of_another_network_is_refused(folder: Path) -> None:
    change_card(folder, lambda card: card["input"].update(shape=[40, 40, 1]))
    assert mismatch(folder) == "its input is not the one on its card"


@pytest.mark.parametrize("head", ["fer2013", "perceived"])
def test_a_card_without_one_of_the_heads_is_refused(folder: Path, head: str) -> None:
    change_card(folder, lambda card: card["heads"].pop(head))
    assert mismatch(folder) == f"the head {head} is missing"


@pytest.mark.parametrize("sure_from", [-0.1, 1.1, float("nan")])
def test_an_impossible_threshold_is_refused(folder: Path, sure_from: float) -> None:
    change_card(folder, lambda card: card["heads"]["perceived"].update(sure_from=sure_from))
    assert mismatch(folder) == "it gives no usable threshold"


@pytest.mark.parametrize("output", [-1, 2])
def test_a_head_that_the_network_lacks_is_refused(folder: Path, output: int) -> None:
    change_card(folder, lambda card: card["heads"]["fer2013"].update(output=output))
    assert mismatch(folder) == "its output is not 7 numbers per face"


@pytest.mark.parametrize("temperature", [0, -1, float("nan"), float("inf")])
def test_an_impossible_temperature_is_refused(folder: Path, temperature: float) -> None:
    change_card(folder, lambda card: card["heads"]["fer2013"].update(temperature=temperature))
    assert mismatch(folder) == "it gives no usable temperature"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"heads": []}', '{"heads": {"fer2013": {}}}', '{"heads": {}}'])
def test_a_broken_card_is_refused(folder: Path, text: str) -> None:
    (folder / "card.json").write_text(text)
    assert mismatch(folder)


def test_the_default_model_lies_beside_the_package() -> None:
    assert (default_model_folder() / "card.json").is_file()
