"""What a training run is told, and what it tells back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from training.augment import Augmentation


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs at one side length of the training views."""

    epochs: int
    size_px: int


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """One training run.

    Attributes:
        widths: Filters of each stage of the network.
        dropout: Share of pooled features dropped.
        stages: Sizes of the training views, small ones first.
        batch: Faces per step.
        peak_rate: Learning rate after the warm-up; it then falls to nearly nothing along a cosine.
        warmup_share: Share of the steps in which the learning rate rises.
        weight_decay: Decoupled weight decay of AdamW; biases and normalisation have none.
        clip_norm: Largest norm of all gradients together.
        label_smoothing: Probability mass spread over all labels.
        ema: Decay per step of the averaged weights, which are what is served.
        validation_share: Share of the cleaned Training part kept for choosing between runs.
    """

    widths: tuple[int, ...] = (24, 48, 96, 160)
    dropout: float = 0.3
    stages: tuple[Stage, ...] = (Stage(epochs=18, size_px=36), Stage(epochs=7, size_px=44))
    batch: int = 64
    peak_rate: float = 3e-3
    warmup_share: float = 0.25
    weight_decay: float = 0.05
    clip_norm: float = 5.0
    label_smoothing: float = 0.1
    ema: float = 0.998
    augmentation: Augmentation = field(default_factory=Augmentation)
    validation_share: float = 0.05
    seed: int = 1

    @property
    def epochs(self) -> int:
        return sum(stage.epochs for stage in self.stages)

    @property
    def served_px(self) -> int:
        """Give the side that the served network sees faces at: that of the last views it learnt from."""
        return self.stages[-1].size_px

    def size_px(self, epoch: int) -> int:
        """Give the side of the training views in an epoch, counted from 0."""
        ends = accumulate(stage.epochs for stage in self.stages)
        return next(stage.size_px for stage, end in zip(self.stages, ends, strict=True) if epoch < end)


@dataclass(frozen=True, slots=True)
class EpochResult:
    """How one epoch went.

    Attributes:
        epoch: Counted from 1.
        validation_accuracy: Of the averaged weights on whole faces scaled to `size_px`, 0 to 1.
    """

    epoch: int
    epochs: int
    size_px: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TrainResult:
    """What a finished run leaves behind: the model's folder, its MLflow run, and the curves."""

    folder: Path
    run_id: str
    seconds: float
    history: tuple[EpochResult, ...]


OnEpoch = Callable[[EpochResult], None]
