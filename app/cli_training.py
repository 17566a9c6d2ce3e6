"""`moodtape train`, `evaluate` and `report`: making, measuring and showing the emotion network, and measuring music."""

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
    from training.music.evaluate import MusicReport

train = typer.Typer(help="Train a network (needs the `train` extra).", no_args_is_help=True, rich_markup_mode=None)
evaluate = typer.Typer(help="Measure how right Moodtape is.", no_args_is_help=True, rich_markup_mode=None)
report = typer.Typer(help="Show with pictures how right Moodtape is.", no_args_is_help=True, rich_markup_mode=None)

DataPath = Annotated[Path, typer.Option("--fer2013", help="fer2013.csv, or a folder with train/<emotion>/*.png.")]
VotesPath = Annotated[
    Path | None, typer.Option("--ferplus", help="fer2013new.csv: the votes of FER+, row by row as in fer2013.csv.")
]
UsageName = Annotated[str, typer.Option(help="Training, PublicTest or PrivateTest.")]

MoodsPath = Annotated[Path, typer.Option("--data", help="Kaggle's data_moods.csv.")]
TwoLabelsPath = Annotated[
    Path | None,
    typer.Option(help="Tracks with two moods; else data_moods_two_labels.csv beside the data, where it is."),
]
FacesPath = Annotated[Path | None, typer.Option("--fer2013", help="FER-2013, for the accuracy from a face to music.")]
Quick = Annotated[bool, typer.Option("--quick", help="A rough answer: few folds, small models.")]
MusicSeed = Annotated[int, typer.Option(min=0)]
TrackingUri = Annotated[str, typer.Option(help="Where MLflow keeps the run.")]


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


@evaluate.command("music")
def evaluate_music(
    data: MoodsPath,
    two_labels: TwoLabelsPath = None,
    fer2013: FacesPath = None,
    quick: Quick = False,
    seed: MusicSeed = 0,
    tracking_uri: TrackingUri = "sqlite:///mlflow.db",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure how right the moods of tracks are, and what tapes are like; takes minutes of one core."""
    measured = _measure_music(data, two_labels=two_labels, fer2013=fer2013, quick=quick, seed=seed)
    from training.music.tracking import log_music

    log_music(measured, uri=tracking_uri)
    if as_json:
        typer.echo(json.dumps(measured.as_dict()))
    else:
        _show_music(measured.as_dict(), Console())


@report.command("music")
def report_music(
    data: MoodsPath,
    two_labels: TwoLabelsPath = None,
    fer2013: FacesPath = None,
    out: Annotated[Path, typer.Option(help="Folder for music.html; made where it is missing.")] = Path("report"),
    quick: Quick = False,
    seed: MusicSeed = 0,
    tracking_uri: TrackingUri = "sqlite:///mlflow.db",
) -> None:
    """Write a report on music: the data set, accuracies beside their ceiling, where they are lost, and the tapes."""
    measured = _measure_music(data, two_labels=two_labels, fer2013=fer2013, quick=quick, seed=seed)
    from training.music.report import write_music_report
    from training.music.tracking import log_music

    file = write_music_report(measured, out=out)
    log_music(measured, uri=tracking_uri, files=[file, file.with_suffix(".json")])
    typer.echo(f"The report is in {file}.")


def _measure_music(
    data: Path, *, two_labels: Path | None, fer2013: Path | None, quick: bool, seed: int
) -> "MusicReport":
    from app.native import quiet_native_stderr
    from core.errors import TrainingNotInstalled
    from emotion.classifier import EmotionClassifier, default_model_folder

    try:
        import training.music.tracking  # noqa: F401
        from training.music.evaluate import evaluate_music as measure
        from training.music.yardsticks import FULL, QUICK
    except ModuleNotFoundError as error:
        raise TrainingNotInstalled from error

    with quiet_native_stderr():
        classifier = EmotionClassifier.load(default_model_folder()) if fer2013 else None
    with Console(stderr=True).status("Measuring ...") as status:
        return measure(
            data,
            two_labels=two_labels,
            fer2013=fer2013,
            classifier=classifier,
            plan=QUICK if quick else FULL,
            seed=seed,
            on_step=lambda step: status.update(f"{step} ..."),
        )


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


def _show_music(measured: dict, console: Console) -> None:
    table = Table("model", "accuracy", "spread", "either mood counts", "macro-F1")
    for score in (measured["rule"], measured["refitted_rule"], *measured["yardsticks"]):
        cells = (score[name] for name in ("accuracy", "sd", "set_accuracy", "macro_f1"))
        table.add_row(score["title"], *("" if cell is None else f"{cell:.3f}" for cell in cells))
    console.print(table)
    for name, told in (("ceiling", "No more than {:.3f} of the labels can be known."),
                       ("end_to_end_accuracy", "From a face to music of the right mood: {:.3f}.")):  # fmt: skip
        if measured[name] is not None:
            console.print(told.format(measured[name]))
    for name, note in measured["notes"].items():
        console.print(f"{name}: {note}.")
    tapes = measured["tapes"]
    longest = max(mood["longest_step"] for mood in tapes["moods"])
    console.print(f"Tapes reach {tapes['coverage']:.1%} of the catalogue; their longest step is {longest:.2f}.")
