"""A report on the data and the served network: one HTML file with its pictures inside, and the numbers beside it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from core.errors import DataInvalid
from emotion.classifier import CARD, FER2013, PERCEIVED, EmotionClassifier
from training import page, plots
from training.calibrate import reliability, truths
from training.cleaning import clean
from training.data import FaceSet, Usage, load_faces
from training.evaluate import NO_FACE, answers_to, measure
from training.peers import PEERS
from training.robustness import robustness
from training.votes import with_votes

REPORT = "report.html"
NUMBERS = "report.json"
SAMPLES_PER_LABEL = 10
MISTAKES = 20
TITLES = {FER2013: "Against FER-2013's labels", PERCEIVED: "Against what most people see"}
TITLE = "Moodtape's emotion network"

Answers = dict[str, NDArray[np.float32]]


def write_report(
    path: Path, *, ferplus: Path | None, usage: Usage, classifier: EmotionClassifier, model: Path, out: Path
) -> Path:
    """Measure the network on one part of FER-2013 and write `report.html` and `report.json` into a folder.

    Args:
        model: Folder with the network's card, which tells how it was trained.

    Raises:
        DataInvalid: The data are not there, break their format or hold no face of that part.
    """
    everything = load_faces(path)
    if ferplus is not None:
        everything = with_votes(everything, ferplus)
    faces = everything.of(usage)
    if not len(faces):
        raise DataInvalid(path, NO_FACE)
    card = json.loads((model / CARD).read_text())
    training = everything.of(Usage.TRAINING) if usage is not Usage.TRAINING else None
    numbers = measure(faces, usage=usage.value, classifier=classifier, training=training).as_dict()
    numbers["robustness"] = [asdict(row) for row in robustness(faces, classifier=classifier)]
    said = answers_to(faces.images, classifier=classifier)
    sections = [
        _data_section(everything),
        _training_section(card),
        _numbers_section(numbers),
        *(_head_section(head, numbers=numbers, faces=faces, said=said) for head in (FER2013, PERCEIVED)),
        _robustness_section(numbers["robustness"]),
        _peers_section(numbers),
    ]
    out.mkdir(parents=True, exist_ok=True)
    page.replace_file(out / NUMBERS, json.dumps(numbers, indent=2) + "\n")
    return page.replace_file(out / REPORT, page.whole(TITLE, "".join(sections)))


def _data_section(faces: FaceSet) -> str:
    dropped = clean(faces, validation_share=0).dropped
    counts = ((usage.value, int((faces.usages == usage.value).sum())) for usage in Usage)
    draws = [plots.label_counts(faces)]
    if faces.votes.any():
        draws.append(plots.votes_per_label(faces))
    return page.section(
        "Data",
        page.table(("part", "faces"), counts),
        page.table(("dropped from Training", "faces"), ((name.replace("_", " "), n) for name, n in dropped.items())),
        page.picture(plots.side_by_side(*draws), alt="Faces per label, and the taggers' votes on each label"),
        _samples(faces),
    )


def _samples(faces: FaceSet) -> str:
    rng = np.random.default_rng(0)
    chosen: list[int] = []
    for label in range(len(EMOTIONS)):
        there = np.flatnonzero(faces.labels == label)
        chosen += rng.permutation(there)[:SAMPLES_PER_LABEL].tolist()
    captions = [EMOTIONS[faces.labels[index]].value for index in chosen]
    return page.picture(
        plots.face_grid(faces.images[chosen], captions, columns=SAMPLES_PER_LABEL), alt="Faces per label"
    )


def _training_section(card: dict[str, Any]) -> str:
    training = card.get("training", {})
    history = training.get("history", [])
    if not history:
        return page.section("Training", page.text("The card tells nothing of the training."))
    config = ((name, json.dumps(value)) for name, value in training.get("config", {}).items())
    accuracies = [name for name in history[0] if name.endswith("accuracy")]
    picture = plots.side_by_side(
        plots.curves(history, columns=["loss", "validation_loss"], title="Loss"),
        plots.curves(history, columns=accuracies, title="Accuracy"),
    )
    return page.section(
        "Training", page.picture(picture, alt="Training curves"), page.table(("setting", "value"), config)
    )


def _numbers_section(numbers: dict[str, Any]) -> str:
    rows = ((name, f"{value:.4g}") for name, value in numbers.items() if isinstance(value, int | float))
    return page.section(f"Numbers on {numbers['usage']}", page.table(("what", "value"), rows))


def _head_section(head: str, *, numbers: dict[str, Any], faces: FaceSet, said: Answers) -> str:
    truth, known = truths(faces)[head]
    if not known.any():
        return page.section(TITLES[head], page.text("No votes were given."))
    prefix = "" if head == FER2013 else "perceived_"
    answers, right = said[head][known], truth[known]
    picture = plots.side_by_side(
        plots.confusion(numbers[f"{prefix}confusion"], title="Confusion, % of each row"),
        plots.reliability_diagram(reliability(answers, right), title="Reliability"),
        plots.coverage_curve(answers, right, title="Answering only when sure"),
    )
    sure = numbers[f"{prefix}sure"]
    told = (
        f"From a confidence of {sure['sure_from']:.3f} on, {sure['precision']:.1%} of the answers are right, and "
        f"{sure['coverage']:.1%} of the faces get one."
    )
    per_class = (
        (name, *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")), row["n"])
        for name, row in numbers[f"{prefix}per_class"].items()
    )
    return page.section(
        TITLES[head],
        page.picture(picture, alt="Confusion, reliability and coverage"),
        page.text(told),
        page.table(("emotion", "precision", "recall", "F1", "faces"), per_class),
        _mistakes(faces.where(known), answers, right),
    )


def _mistakes(faces: FaceSet, said: NDArray[np.float32], truth: NDArray[np.integer]) -> str:
    answers = said.argmax(axis=1)
    wrong = np.flatnonzero(answers != truth)
    worst = wrong[np.argsort(-said.max(axis=1)[wrong])][:MISTAKES]
    captions = [f"{EMOTIONS[truth[i]].value}, said\n{EMOTIONS[answers[i]].value} {said[i].max():.0%}" for i in worst]
    return page.text("The surest of the wrong answers:") + page.picture(
        plots.face_grid(faces.images[worst], captions, columns=10), alt="Worst mistakes"
    )


def _robustness_section(rows: Sequence[dict[str, Any]]) -> str:
    cells = ((row["harm"], _percent(row[FER2013]), _percent(row[PERCEIVED])) for row in rows)
    return page.section("Robustness", page.table(("harm", "accuracy %", "against the taggers %"), cells))


def _peers_section(numbers: dict[str, Any]) -> str:
    ours = (
        f"Moodtape, on {numbers['usage']}",
        *(_percent(numbers[name]) for name in ("accuracy", "accuracy_without_training_copies", "macro_f1", "ece")),
        _percent(numbers["perceived_accuracy"]),
        f"{numbers['cpu_ms_per_face']:.1f}",
        numbers["model_bytes"] // 1000,
    )
    theirs = (
        (p.name, *map(_cell, (p.accuracy, p.without_copies, p.macro_f1, p.ece, p.against_taggers, p.cpu_ms, p.file_kb)))
        for p in PEERS
    )
    columns = ("network", "accuracy %", "without copies", "macro-F1", "ECE", "taggers", "CPU ms", "file KB")
    note = "The others were measured on PrivateTest, on another machine; compare within a few tenths only then."
    return page.section("Beside other networks", page.table(columns, [ours, *theirs]), page.text(note))


def _percent(share: float | None) -> str:
    return _cell(None if share is None else round(100 * share, 2))


def _cell(value: float | None) -> str:
    return "" if value is None else str(value)
