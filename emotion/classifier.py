"""Aligned grey crops in, calibrated emotion probabilities out: the served network and its card."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from core.errors import ModelMismatch, ModelMissing
from emotion.litert import Network

SIDE_PX = 48
WRONG_INPUT = "its input is not the one on its card"
FER2013 = "fer2013"
"""The head that answers as FER-2013's labels do, for comparison with other networks."""

PERCEIVED = "perceived"
"""The head that answers as ten people who look at the face do."""

CARD = "card.json"
LARGEST_BATCH = 32


def default_model_folder() -> Path:
    """Find the model that comes with Moodtape, in a checkout as in an installed package."""
    return Path(__file__).resolve().parents[1] / "models" / "emotion"


@dataclass(frozen=True, slots=True)
class Head:
    """One answer of the network.

    Attributes:
        output: Which of the network's outputs it is.
        temperature: What its logits are divided by.
        sure_from: Confidence from which on nine of ten answers were right; 0 where that was not measured.
    """

    output: int
    temperature: float
    sure_from: float = 0.0


def probabilities(logits: NDArray[np.float32], *, temperature: float) -> NDArray[np.float32]:
    """Turn logits [n, 7] into probabilities [n, 7] whose rows sum to 1."""
    scaled = logits.astype(np.float64) / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)


class EmotionClassifier:
    """A loaded network on one LiteRT thread; several threads may share it, one is served at a time."""

    def __init__(self, network: Network, *, heads: Mapping[str, Head], model_bytes: int) -> None:
        self._network = network
        self.heads = heads
        self.model_bytes = model_bytes

    @classmethod
    def load(cls, folder: Path) -> "EmotionClassifier":
        """Load the network that `card.json` in a folder describes.

        Raises:
            ModelMissing: The card or the network's file is not there.
            ModelMismatch: The card, the file and this program do not fit each other.
        """
        card_file = folder / CARD
        card = _read_card(card_file)
        heads = _heads(card, path=card_file)
        if card.get("labels") != [emotion.value for emotion in EMOTIONS]:
            raise ModelMismatch(card_file, "its labels are not the seven emotions in order")
        input_shape = _input_shape(card, path=card_file)
        model_file = folder / str(card.get("file"))
        network = Network(model_file, sha256=str(card.get("sha256")))
        _check_shapes(network, input_shape=input_shape, heads=heads, path=model_file)
        return cls(network, heads=heads, model_bytes=model_file.stat().st_size)

    def classify(self, crops: NDArray[np.uint8], *, head: str = PERCEIVED) -> NDArray[np.float32]:
        """Give calibrated probabilities, float32 [n, 7] in the order of `EMOTIONS`, for crops uint8 [n, 48, 48].

        Raises:
            ValueError: The crops have another shape or type.
        """
        return self.answers(crops)[head]

    def answers(self, crops: NDArray[np.uint8]) -> dict[str, NDArray[np.float32]]:
        """Give the calibrated probabilities of every head from one run of the network.

        Raises:
            ValueError: The crops have another shape or type.
        """
        logits = self.logits(crops)
        return {name: probabilities(logits[name], temperature=head.temperature) for name, head in self.heads.items()}

    def logits(self, crops: NDArray[np.uint8]) -> dict[str, NDArray[np.float32]]:
        """Give the raw output of every head, float32 [n, 7], for crops uint8 [n, 48, 48].

        Raises:
            ValueError: The crops have another shape or type.
        """
        if crops.dtype != np.uint8 or crops.ndim != 3 or crops.shape[1:] != (SIDE_PX, SIDE_PX):
            raise ValueError(f"crops must be uint8 [n, {SIDE_PX}, {SIDE_PX}], not {crops.dtype} {list(crops.shape)}")
        starts = range(0, len(crops), LARGEST_BATCH)
        batches = (_scaled(crops[start : start + LARGEST_BATCH], self._network.input_shape[1]) for start in starts)
        outputs = [self._network.run(batch) for batch in batches]
        nothing = [np.empty((0, len(EMOTIONS)), np.float32)]
        return {
            name: np.concatenate([output[head.output] for output in outputs] or nothing)
            for name, head in self.heads.items()
        }


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ModelMissing(file) from error


def _read_card(file: Path) -> Mapping[str, Any]:
    try:
        card = json.loads(_read(file))
    except ValueError as error:
        raise ModelMismatch(file, "it is not a card in JSON") from error
    if not isinstance(card, dict):
        raise ModelMismatch(file, "it is not a card in JSON")
    return card


def _heads(card: Mapping[str, Any], *, path: Path) -> dict[str, Head]:
    try:
        heads = {name: _head(told) for name, told in card["heads"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelMismatch(path, "it does not describe the network's heads") from error
    for name in (FER2013, PERCEIVED):
        if name not in heads:
            raise ModelMismatch(path, f"the head {name} is missing")
    if not all(0.01 < head.temperature < 100 for head in heads.values()):
        raise ModelMismatch(path, "it gives no usable temperature")
    if not all(0 <= head.sure_from <= 1 for head in heads.values()):
        raise ModelMismatch(path, "it gives no usable threshold")
    return heads


def _head(told: Mapping[str, Any]) -> Head:
    return Head(int(told["output"]), float(told["temperature"]), float(told.get("sure_from", 0)))


def _input_shape(card: Mapping[str, Any], *, path: Path) -> tuple[int, int, int]:
    match card.get("input"):
        case {"shape": [int(height), int(width), 1]} if 0 < height == width <= SIDE_PX:
            return height, width, 1
    raise ModelMismatch(path, "it does not describe the network's input")


def _scaled(crops: NDArray[np.uint8], side_px: int) -> NDArray[np.float32]:
    if side_px != SIDE_PX:
        crops = np.stack([cv2.resize(crop, (side_px, side_px), interpolation=cv2.INTER_AREA) for crop in crops])
    return crops[..., None].astype(np.float32)


def _check_shapes(
    network: Network, *, input_shape: tuple[int, int, int], heads: Mapping[str, Head], path: Path
) -> None:
    if network.input_shape[1:] != input_shape:
        raise ModelMismatch(path, WRONG_INPUT)
    try:
        outputs = network.run(np.zeros((1, *input_shape), np.float32))
    except ValueError as error:
        raise ModelMismatch(path, WRONG_INPUT) from error
    for head in heads.values():
        if not 0 <= head.output < len(outputs) or outputs[head.output].shape != (1, len(EMOTIONS)):
            raise ModelMismatch(path, f"its output is not {len(EMOTIONS)} numbers per face")
