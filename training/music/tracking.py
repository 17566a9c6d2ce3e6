"""One MLflow run per evaluation of music: its plan, a metric per model, and the report."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mlflow import MlflowClient

from training.music.evaluate import MusicReport
from training.tracking import experiment_id, git_revision

EXPERIMENT = "music"


def log_music(report: MusicReport, *, uri: str, files: Sequence[Path] = ()) -> str:
    """Keep an evaluation in MLflow and give the run's id.

    Args:
        files: The report, to be kept beside the numbers.
    """
    client = MlflowClient(tracking_uri=uri)
    numbers = report.as_dict()
    tags = {"mlflow.source.git.commit": git_revision()}
    run_id = client.create_run(experiment_id(client, EXPERIMENT, uri=uri), tags=tags).info.run_id
    for name, value in {**numbers["plan"], "tracks": len(report.tracks)}.items():
        client.log_param(run_id, name, value)
    for name, value in _metrics(numbers).items():
        client.log_metric(run_id, name, value)
    client.log_dict(run_id, numbers, "music.json")
    for file in files:
        client.log_artifact(run_id, str(file), "report")
    client.set_terminated(run_id)
    return run_id


def _metrics(numbers: Mapping[str, Any]) -> dict[str, float]:
    metrics = {name: numbers[name] for name in ("ceiling", "end_to_end_accuracy")}
    for score in (numbers["rule"], numbers["refitted_rule"], *numbers["yardsticks"]):
        for name in ("accuracy", "sd", "set_accuracy", "macro_f1"):
            metrics[f"{score['model']}_{name}"] = score[name]
    metrics["tapes_coverage"] = numbers["tapes"]["coverage"]
    metrics["tapes_longest_step"] = max(mood["longest_step"] for mood in numbers["tapes"]["moods"])
    metrics["tapes_artist_repeats"] = sum(mood["artist_repeats"] for mood in numbers["tapes"]["moods"])
    return {name: float(value) for name, value in metrics.items() if value is not None}
