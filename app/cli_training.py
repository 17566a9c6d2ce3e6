"""`moodtape train` and `moodtape evaluate`: making and measuring the emotion network."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

train = typer.Typer(help="Train a network (needs the `train` extra).", no_args_is_help=True, rich_markup_mode=None)
evaluate = typer.Typer(help="Measure how right Moodtape is.", no_args_is_help=True, rich_markup_mode=None)

DataPath = Annotated[Path, typer.Option("--fer2013", help="fer2013.csv, or a folder with train/<emotion>/*.png.")]


@train.callback()
def train_group() -> None:
    """Train a network (needs the `train` extra)."""


@evaluate.callback()
def evaluate_group() -> None:
    """Measure how right Moodtape is."""


@train.command("emotion")
def train_emotion(
    fer2013: DataPath,
    out: Annotated[Path, typer.Option(help="Folder for the network and its card.")] = Path("models/emotion"),
    seed: Annotated[int, typer.Option(min=0)] = 1,
    tracking_uri: Annotated[str, typer.Option(help="Where MLflow keeps the run.")] = "sqlite:///mlflow.db",
) -> None:
    """Train the emotion network on FER-2013; started again after a stop, it goes on where it was."""
    from core.errors import TrainingNotInstalled
    from training.config import EpochResult, TrainConfig
    from training.data import load_faces

    try:
        from training.train import train_emotion as train_network
    except ModuleNotFoundError as error:
        raise TrainingNotInstalled from error

    config = TrainConfig(seed=seed)
    faces = load_faces(fer2013)
    with Progress(console=Console(stderr=True)) as progress:
        epochs = progress.add_task("Training", total=config.epochs)

        def show(epoch: EpochResult) -> None:
            told = f"loss {epoch.loss:.3f}, validation accuracy {epoch.validation_accuracy:.3f}, {epoch.seconds:.0f} s"
            progress.update(epochs, completed=epoch.epoch, description=told)

        result = train_network(config, data=faces, out=out, on_epoch=show, tracking_uri=tracking_uri)
    typer.echo(f"{result.folder} is ready after {result.seconds / 60:.0f} minutes (MLflow run {result.run_id}).")


@evaluate.command("emotion")
def evaluate_emotion(
    fer2013: DataPath,
    usage: Annotated[str, typer.Option(help="Training, PublicTest or PrivateTest.")] = "PublicTest",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure the emotion network on a part of FER-2013."""
    from app.native import quiet_native_stderr
    from emotion.classifier import EmotionClassifier, default_model_folder
    from training.data import Usage
    from training.evaluate import evaluate_emotion as measure

    if usage not in list(Usage):
        raise typer.BadParameter(f"{usage!r} is not one of {', '.join(Usage)}", param_hint="--usage")
    with quiet_native_stderr():
        classifier = EmotionClassifier.load(default_model_folder())
    with Progress(console=Console(stderr=True), transient=True) as progress:
        faces = progress.add_task("Faces", total=None)
        report = measure(
            fer2013,
            usage=Usage(usage),
            classifier=classifier,
            on_progress=lambda done, total: progress.update(faces, completed=done, total=total),
        ).as_dict()
    if as_json:
        typer.echo(json.dumps(report))
    else:
        _show(report, Console())


def _show(report: dict, console: Console) -> None:
    console.print(
        f"{report['n']} faces of {report['usage']}: accuracy {report['accuracy']:.4f}, macro-F1 "
        f"{report['macro_f1']:.4f}, calibration error {report['ece']:.4f}, {report['cpu_ms_per_face']:.2f} ms a face"
    )
    table = Table("emotion", "precision", "recall", "F1", "faces")
    for label, row in report["per_class"].items():
        table.add_row(label, *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")), str(row["n"]))
    console.print(table)
