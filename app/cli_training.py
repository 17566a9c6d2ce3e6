"""`moodtape train`, `evaluate` and `report`: making, measuring and showing the emotion network."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

if TYPE_CHECKING:
    from training.data import Usage

train = typer.Typer(help="Train a network (needs the `train` extra).", no_args_is_help=True, rich_markup_mode=None)
evaluate = typer.Typer(help="Measure how right Moodtape is.", no_args_is_help=True, rich_markup_mode=None)
report = typer.Typer(help="Show with pictures how right Moodtape is.", no_args_is_help=True, rich_markup_mode=None)

DataPath = Annotated[Path, typer.Option("--fer2013", help="fer2013.csv, or a folder with train/<emotion>/*.png.")]
VotesPath = Annotated[
    Path | None, typer.Option("--ferplus", help="fer2013new.csv: the votes of FER+, row by row as in fer2013.csv.")
]
UsageName = Annotated[str, typer.Option(help="Training, PublicTest or PrivateTest.")]


@train.callback()
def train_group() -> None:
    """Train a network (needs the `train` extra)."""


@evaluate.callback()
def evaluate_group() -> None:
    """Measure how right Moodtape is."""


@report.callback()
def report_group() -> None:
    """Show with pictures how right Moodtape is."""


@train.command("emotion")
def train_emotion(
    fer2013: DataPath,
    ferplus: VotesPath = None,
    out: Annotated[Path, typer.Option(help="Folder for the network and its card.")] = Path("runs/emotion"),
    config_file: Annotated[Path | None, typer.Option("--config", help="TOML, as in training/configs.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Instead of the config's.")] = None,
    tracking_uri: Annotated[str, typer.Option(help="Where MLflow keeps the run.")] = "sqlite:///mlflow.db",
) -> None:
    """Train the emotion network on FER-2013; started again after a stop, it goes on where it was."""
    from core.errors import TrainingNotInstalled
    from training.config import EpochResult, TrainConfig, load_config
    from training.data import load_faces
    from training.votes import with_votes

    try:
        from training.train import train_emotion as train_network
    except ModuleNotFoundError as error:
        raise TrainingNotInstalled from error

    config = load_config(config_file) if config_file else TrainConfig()
    config = config if seed is None else replace(config, seed=seed)
    faces = load_faces(fer2013)
    if ferplus:
        faces = with_votes(faces, ferplus)
    with Progress(console=Console(stderr=True)) as progress:
        epochs = progress.add_task("Training", total=config.epochs)

        def show(epoch: EpochResult) -> None:
            told = f"loss {epoch.loss:.3f}, validation accuracy {epoch.validation_accuracy:.3f}, {epoch.seconds:.0f} s"
            progress.update(epochs, completed=epoch.epoch, description=told)

        result = train_network(config, data=faces, out=out, on_epoch=show, tracking_uri=tracking_uri)
    typer.echo(f"{result.folder} is ready after {result.seconds / 60:.0f} minutes (MLflow run {result.run_id}).")
    typer.echo("To serve it, copy its files over those in models/emotion.")


@evaluate.command("emotion")
def evaluate_emotion(
    fer2013: DataPath,
    ferplus: VotesPath = None,
    usage: UsageName = "PublicTest",
    tta: Annotated[bool, typer.Option("--tta", help="Average over each face and its mirror image.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure the emotion network on a part of FER-2013, against its labels and against what people saw."""
    from app.native import quiet_native_stderr
    from emotion.classifier import EmotionClassifier, default_model_folder
    from training.evaluate import evaluate_emotion as measure

    part = _usage(usage)
    with quiet_native_stderr():
        classifier = EmotionClassifier.load(default_model_folder())
    with Progress(console=Console(stderr=True), transient=True) as progress:
        faces = progress.add_task("Faces", total=None)
        measured = measure(
            fer2013,
            usage=part,
            classifier=classifier,
            ferplus=ferplus,
            tta=tta,
            on_progress=lambda done, total: progress.update(faces, completed=done, total=total),
        ).as_dict()
    if as_json:
        typer.echo(json.dumps(measured))
    else:
        _show(measured, Console())


@report.command("emotion")
def report_emotion(
    fer2013: DataPath,
    ferplus: VotesPath = None,
    usage: UsageName = "PublicTest",
    out: Annotated[Path, typer.Option(help="Folder for report.html; made where it is missing.")] = Path("report"),
) -> None:
    """Write a report on data and network: samples, curves, confusion, calibration, robustness, worst mistakes."""
    from app.native import quiet_native_stderr
    from core.errors import TrainingNotInstalled
    from emotion.classifier import EmotionClassifier, default_model_folder

    try:
        from training.report import write_report
    except ModuleNotFoundError as error:
        raise TrainingNotInstalled from error

    part = _usage(usage)
    folder = default_model_folder()
    with quiet_native_stderr():
        classifier = EmotionClassifier.load(folder)
    with Console(stderr=True).status("Measuring and drawing ..."):
        file = write_report(fer2013, ferplus=ferplus, usage=part, classifier=classifier, model=folder, out=out)
    typer.echo(f"The report is in {file}.")


def _usage(name: str) -> "Usage":
    from training.data import Usage

    if name not in list(Usage):
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(Usage)}", param_hint="--usage")
    return Usage(name)


def _show(measured: dict, console: Console) -> None:
    apart = measured["accuracy_without_training_copies"]
    console.print(
        f"{measured['n']} faces of {measured['usage']}: accuracy {measured['accuracy']:.4f}"
        + (f" ({apart:.4f} without copies of Training faces)" if apart is not None else "")
        + f", macro-F1 {measured['macro_f1']:.4f}, calibration error {measured['ece']:.4f}, "
        f"{measured['cpu_ms_per_face']:.2f} ms a face"
    )
    if measured["perceived_accuracy"] is not None:
        sure = measured["perceived_sure"]
        console.print(
            f"Against what most people saw, {measured['perceived_n']} faces: accuracy "
            f"{measured['perceived_accuracy']:.4f}, calibration error {measured['perceived_ece']:.4f}; sure of "
            f"{sure['coverage']:.0%} of them, and {sure['precision']:.1%} right there"
        )
    table = Table("emotion", "precision", "recall", "F1", "faces")
    for label, row in measured["per_class"].items():
        table.add_row(label, *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")), str(row["n"]))
    console.print(table)
