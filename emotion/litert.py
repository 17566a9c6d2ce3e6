"""One LiteRT network: a file that was checked, one thread, safe to share between threads."""

import hashlib
from pathlib import Path
from threading import Lock

import numpy as np
from ai_edge_litert.interpreter import Interpreter
from numpy.typing import NDArray

from core.errors import ModelMismatch, ModelMissing


class Network:
    """A .tflite file with one input, run on one thread.

    Raises:
        ModelMissing: There is no such file.
        ModelMismatch: Its SHA-256 is not the expected one, or LiteRT cannot load it.
    """

    def __init__(self, path: Path, *, sha256: str) -> None:
        weights = _checked(path, sha256)
        try:
            self._interpreter = Interpreter(model_content=weights, num_threads=1)
            self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError) as error:
            raise ModelMismatch(path, "LiteRT cannot load it") from error
        self._input = self._interpreter.get_input_details()[0]
        self._outputs = [output["index"] for output in self._interpreter.get_output_details()]
        self._lock = Lock()

    @property
    def input_shape(self) -> tuple[int, ...]:
        return tuple(int(n) for n in self._input["shape"])

    def run(self, batch: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Run a batch, shaped like the network's input but for its first axis; outputs are copies."""
        with self._lock:
            self._resize(batch.shape)
            self._interpreter.set_tensor(self._input["index"], batch)
            self._interpreter.invoke()
            return [self._interpreter.get_tensor(index) for index in self._outputs]

    def _resize(self, shape: tuple[int, ...]) -> None:
        if tuple(self._interpreter.get_input_details()[0]["shape"]) != shape:
            self._interpreter.resize_tensor_input(self._input["index"], shape)
            self._interpreter.allocate_tensors()


def _checked(path: Path, sha256: str) -> bytes:
    try:
        weights = path.read_bytes()
    except OSError as error:
        raise ModelMissing(path) from error
    if hashlib.sha256(weights).hexdigest() != sha256:
        raise ModelMismatch(path, "its SHA-256 is not the one on record")
    return weights
