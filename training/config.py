"""What a training run is told, and what it tells back."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from core.errors import DataInvalid
from training.augment import Augmentation

ALL_KNOWN = ConfigDict(extra="forbid")
Share = Annotated[float, Field(ge=0, lt=1)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs at one side length of the training views."""

    __pydantic_config__: ClassVar = ALL_KNOWN

    epochs: Count
    size_px: Annotated[int, Field(ge=8, le=96)]


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """One training run.

    Attributes:
        widths: Filters of each stage of the network.
        dropout: Share of pooled features dropped.
        precision: Keras's dtype policy in training; the served network is made from the float32 weights.
        perceived_weight: Weight of the loss against the taggers' votes beside that against the labels.
        stages: Sizes of the training views, small ones first.
        batch: Faces per step.
        peak_rate: Learning rate after the warm-up; it then falls to nearly nothing along a cosine.
        warmup_share: Share of the steps in which the learning rate rises.
        weight_decay: Decoupled weight decay of AdamW; biases and normalisation have none.
        clip_norm: Largest norm of all gradients together.
        label_smoothing: Probability mass spread over all labels.
        mixup: Alpha of the beta distribution by which two views are blended; 0 leaves them apart.
        teachers: Folders of trained models whose mean answer to a face is blended into its targets.
        teacher_weight: Share of the teachers' answer in a target.
        ema: Decay per step of the averaged weights, which are what is served.
        validation_share: Share of the cleaned Training part kept for choosing between runs.
    """

    __pydantic_config__: ClassVar = ALL_KNOWN

    widths: Annotated[tuple[Count, ...], Field(min_length=1)] = (32, 64, 128, 256)
    dropout: Share = 0.3
    precision: Literal["float32", "mixed_bfloat16", "mixed_float16"] = "mixed_bfloat16"
    perceived_weight: Annotated[float, Field(ge=0)] = 1.0
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)] = (Stage(epochs=32, size_px=36),)
    batch: Count = 64
    peak_rate: Positive = 3e-3
    warmup_share: Share = 0.2
    weight_decay: Annotated[float, Field(ge=0)] = 0.05
    clip_norm: Positive = 5.0
    label_smoothing: Share = 0.1
    mixup: Annotated[float, Field(ge=0)] = 0.0
    teachers: tuple[str, ...] = ()
    teacher_weight: Share = 0.5
    ema: Share = 0.999
    augmentation: Augmentation = field(default_factory=Augmentation)
    validation_share: Share = 0.05
    seed: Annotated[int, Field(ge=0)] = 1

    @property
    def epochs(self) -> int:
        return sum(stage.epochs for stage in self.stages)

    @property
    def served_px(self) -> int:
        """Give the side at which the served network sees a whole face: then it is as large as it was last learnt."""
        return self.whole_px(self.stages[-1].size_px)

    def whole_px(self, size_px: int) -> int:
        """Give the side of a whole face whose views are of a size."""
        return round(size_px / self.augmentation.window)

    def size_px(self, epoch: int) -> int:
        """Give the side of the training views in an epoch, counted from 0."""
        ends = accumulate(stage.epochs for stage in self.stages)
        return next(stage.size_px for stage, end in zip(self.stages, ends, strict=True) if epoch < end)


@dataclass(frozen=True, slots=True)
class EpochResult:
    """How one epoch went.

    Attributes:
        epoch: Counted from 1.
        loss: Of both heads together.
        accuracy: Against the labels, 0 to 1.
        validation_loss: Against the labels, without smoothing.
        validation_accuracy: Of the averaged weights on whole faces as large as in the views, 0 to 1.
        validation_perceived_accuracy: Likewise against the taggers' plurality; nan without votes.
    """

    epoch: int
    epochs: int
    size_px: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float
    validation_perceived_accuracy: float
    seconds: float


@dataclass(frozen=True, slots=True)
class TrainResult:
    """What a finished run leaves behind: the model's folder, its MLflow run, and the curves."""

    folder: Path
    run_id: str
    seconds: float
    history: tuple[EpochResult, ...]


OnEpoch = Callable[[EpochResult], None]


def load_config(path: Path) -> TrainConfig:
    """Read a run's config from a TOML file; what it does not name is as in `TrainConfig`.

    Raises:
        DataInvalid: The file is not there, is not TOML, or a value in it is not usable.
    """
    try:
        return TypeAdapter(TrainConfig).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise DataInvalid(path, "there is no file that can be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataInvalid(path, "it is not TOML") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise DataInvalid(path, f"{name}: {first['msg'][:1].lower()}{first['msg'][1:]}") from error
