"""Train the emotion network with Keras, logged to MLflow, resumable after being killed."""

import time
from collections import Counter
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import cv2
import keras
import numpy as np
from numpy.typing import NDArray

from core.errors import DataInvalid
from emotion.classifier import FER2013, PERCEIVED, probabilities
from training.average import WeightAverage
from training.checkpoint import Progress, fingerprint, load_checkpoint, save_checkpoint
from training.cleaning import CleanData, clean
from training.config import EpochResult, OnEpoch, TrainConfig, TrainResult
from training.data import FaceSet
from training.export import LITERT_FILE, ModelFacts, export_model
from training.lessons import lessons_from
from training.networks import HEADS, emotion_network
from training.tracking import DEFAULT_TRACKING_URI, git_revision, open_run
from training.views import Views, as_input, views_ahead
from training.votes import plurality

VALIDATION_BATCH = 256
JIT: Any = "auto" if keras.config.backend() != "tensorflow" else False
"""TensorFlow's XLA makes these convolutions a third slower on CPUs."""


def _ignore(_: EpochResult) -> None:
    pass


def train_emotion(
    config: TrainConfig,
    *,
    data: FaceSet,
    out: Path,
    on_epoch: OnEpoch = _ignore,
    work: Path = Path("runs"),
    tracking_uri: str = DEFAULT_TRACKING_URI,
) -> TrainResult:
    """Train a network and put the served model, its card and its Keras weights into `out`.

    A run that was killed goes on after its last whole epoch when it is started again with the same config and data.

    Args:
        work: Folder for checkpoints; each config and data have a folder of their own in it.

    Raises:
        DataInvalid: There is no Training face.
    """
    cleaned = clean(data, validation_share=config.validation_share)
    if not len(cleaned.training):
        raise DataInvalid(out, "there is no Training face to learn from")
    keras.utils.set_random_seed(config.seed)
    lessons = lessons_from(cleaned.training, config=config)
    network = _compiled(config, faces=len(lessons))
    average = WeightAverage(network, decay=config.ema)
    checkpoint = work / fingerprint(config, lessons=lessons)
    progress = load_checkpoint(checkpoint, network=network, average=average)
    tracking = open_run(config, uri=tracking_uri, run_id=progress.run_id if progress else None)
    tracking.log_data(cleaned)
    progress = replace(progress or Progress(tracking.run_id), run_id=tracking.run_id)
    for epoch, views in views_ahead(range(len(progress.history), config.epochs), lessons=lessons, config=config):
        result = _train_epoch(network, epoch, views=views, average=average, data=cleaned, config=config)
        progress = replace(progress, history=(*progress.history, result))
        save_checkpoint(checkpoint, network=network, average=average, progress=progress)
        tracking.log_epoch(result)
        on_epoch(result)
    served = _served_network(config, weights=average.weights)
    facts = _facts(config, data=cleaned, progress=progress)
    tracking.log_summary(export_model(served, folder=out, faces=data, validation=cleaned.validation, facts=facts))
    tracking.finish(out)
    return TrainResult(out, tracking.run_id, progress.seconds, progress.history)


def _served_network(config: TrainConfig, *, weights: list[NDArray[np.float32]]) -> keras.Model:
    network = emotion_network(widths=config.widths, dropout=config.dropout, size_px=config.served_px)
    network.set_weights(weights)
    return network


def _compiled(config: TrainConfig, *, faces: int) -> keras.Model:
    network = emotion_network(widths=config.widths, dropout=config.dropout, dtype=config.precision)
    steps = config.epochs * -(-faces // config.batch)
    warmup = max(1, int(steps * config.warmup_share))
    rate: Any = keras.optimizers.schedules.CosineDecay(
        config.peak_rate / 20, max(1, steps - warmup), alpha=1e-3, warmup_target=config.peak_rate, warmup_steps=warmup
    )
    optimizer = keras.optimizers.AdamW(
        rate,
        weight_decay=config.weight_decay,
        global_clipnorm=config.clip_norm,
    )
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    losses = {head: keras.losses.CategoricalCrossentropy(from_logits=True) for head in HEADS}
    weights = {FER2013: 1.0, PERCEIVED: config.perceived_weight}
    network.compile(optimizer, losses, loss_weights=weights, metrics={FER2013: ["accuracy"]}, jit_compile=JIT)
    return network


def _train_epoch(
    network: keras.Model, epoch: int, *, views: Views, average: WeightAverage, data: CleanData, config: TrainConfig
) -> EpochResult:
    start = time.monotonic()
    learnt = _learn(network, views, average=average, batch=config.batch)
    size_px = config.size_px(epoch)
    loss, accuracy, perceived_accuracy = _validate(
        network, data.validation, weights=average.weights, size_px=config.whole_px(size_px)
    )
    return EpochResult(
        epoch=epoch + 1,
        epochs=config.epochs,
        size_px=size_px,
        loss=learnt["loss"],
        accuracy=learnt[f"{FER2013}_accuracy"],
        validation_loss=loss,
        validation_accuracy=accuracy,
        validation_perceived_accuracy=perceived_accuracy,
        seconds=time.monotonic() - start,
    )


def _learn(network: keras.Model, views: Views, *, average: WeightAverage, batch: int) -> dict[str, float]:
    """Take one step per batch, and give the means over the epoch.

    Not by `fit`: its input pipeline waits up to a minute for its own thread at the end of each call.
    """
    sums: Counter[str] = Counter()
    for start in range(0, len(views.images), batch):
        part = slice(start, start + batch)
        targets = {head: target[part] for head, target in views.targets.items()}
        weights = {head: weight[part] for head, weight in views.weights.items()}
        told = network.train_on_batch(views.images[part], targets, weights, return_dict=True)
        sums.update({name: float(mean) * len(views.images[part]) for name, mean in told.items()})
        average.follow(network)
    return {name: total / len(views.images) for name, total in sums.items()}


def _validate(
    network: keras.Model, faces: FaceSet, *, weights: list[NDArray[np.float32]], size_px: int
) -> tuple[float, float, float]:
    """Give loss, accuracy and agreement with the taggers under other weights, on whole faces; nan without faces."""
    if not len(faces):
        return float("nan"), float("nan"), float("nan")
    images = [cv2.resize(image, (size_px, size_px), interpolation=cv2.INTER_AREA) for image in faces.images]
    trained = network.get_weights()
    network.set_weights(weights)
    starts = range(0, len(images), VALIDATION_BATCH)
    parts = [network.predict_on_batch(as_input(np.stack(images[at : at + VALIDATION_BATCH]))) for at in starts]
    logits = {head: np.concatenate([part[head] for part in parts]) for head in HEADS}
    network.set_weights(trained)
    said = probabilities(logits[FER2013], temperature=1)
    seen, clear = plurality(faces.votes)
    agreed = logits[PERCEIVED].argmax(axis=1)[clear] == seen[clear]
    return (
        float(-np.log(said[np.arange(len(faces)), faces.labels] + 1e-12).mean()),
        float((said.argmax(axis=1) == faces.labels).mean()),
        float(agreed.mean()) if len(agreed) else float("nan"),
    )


def _facts(config: TrainConfig, *, data: CleanData, progress: Progress) -> ModelFacts:
    counts = {"training": len(data.training), "validation": len(data.validation), "dropped": dict(data.dropped)}
    training: dict[str, Any] = {
        "config": asdict(config),
        "teachers": [sha256((Path(folder) / LITERT_FILE).read_bytes()).hexdigest() for folder in config.teachers],
        "seconds": round(progress.seconds),
        "git_revision": git_revision(),
        "history": [asdict(epoch) for epoch in progress.history],
    }
    return ModelFacts(seed=config.seed, counts=counts, training=training)
