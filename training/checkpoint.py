"""The state of a training run on disk, replaced as a whole after each epoch."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import keras
import numpy as np

from training.average import WeightAverage
from training.config import EpochResult, TrainConfig
from training.lessons import Lessons

FORMAT = 3
"""Raise it when old checkpoints can no longer be read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run has done so far."""

    run_id: str
    history: tuple[EpochResult, ...] = ()

    @property
    def seconds(self) -> float:
        return sum(epoch.seconds for epoch in self.history)


def fingerprint(config: TrainConfig, *, lessons: Lessons) -> str:
    """Give twelve hexadecimal digits that differ between runs of other configs, faces or targets."""
    digest = sha256(json.dumps([FORMAT, asdict(config)], sort_keys=True).encode())
    digest.update(lessons.images.tobytes())
    for target in lessons.targets.values():
        digest.update(target.tobytes())
    return digest.hexdigest()[:12]


def save_checkpoint(folder: Path, *, network: keras.Model, average: WeightAverage, progress: Progress) -> None:
    """Write the whole state of a run after an epoch; a kill at any moment leaves the last whole one behind."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = folder / f"epoch-{len(progress.history):03d}.npz"
    values = [np.asarray(keras.ops.convert_to_numpy(variable)) for variable in _variables(network)]
    np.savez(arrays, *values, *average.weights)
    state = {
        "run_id": progress.run_id,
        "arrays": arrays.name,
        "steps": average.steps,
        "history": [asdict(epoch) for epoch in progress.history],
    }
    fresh = folder / "progress.json.new"
    fresh.write_text(json.dumps(state))
    fresh.replace(folder / "progress.json")
    for old in folder.glob("epoch-*.npz"):
        if old != arrays:
            old.unlink()


def load_checkpoint(folder: Path, *, network: keras.Model, average: WeightAverage) -> Progress | None:
    """Put a saved state into a freshly compiled network and its average; None where there is none."""
    file = folder / "progress.json"
    if not file.is_file():
        return None
    state = json.loads(file.read_text())
    variables = _variables(network)
    with np.load(folder / state["arrays"]) as arrays:
        values = [arrays[f"arr_{index}"] for index in range(len(arrays.files))]
    for variable, value in zip(variables, values, strict=False):
        variable.assign(value)
    average.weights = values[len(variables) :]
    average.steps = state["steps"]
    return Progress(state["run_id"], tuple(EpochResult(**epoch) for epoch in state["history"]))


def _variables(network: keras.Model) -> Sequence[keras.Variable]:
    network.optimizer.build(network.trainable_variables)
    return [*network.variables, *network.optimizer.variables]
