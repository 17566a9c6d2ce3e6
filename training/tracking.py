"""One MLflow run: parameters, curves per epoch, artefacts, git revision and seed."""

import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import which

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

from training.cleaning import CleanData
from training.config import EpochResult, TrainConfig

EXPERIMENT = "emotion"
MODEL = "moodtape-emotion"
DEFAULT_TRACKING_URI = "sqlite:///mlflow.db"


def git_revision() -> str:
    """Name the commit that the code is from, with a plus sign where it was edited since; "unknown" outside of git."""
    git = which("git")
    if git is None:
        return "unknown"
    folder = Path(__file__).parent
    commands = ([git, "rev-parse", "HEAD"], [git, "status", "--porcelain", "--untracked-files=no"])
    revision, edits = (
        subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
        for command in commands
    )
    return f"{revision}{'+' if edits else ''}" if revision else "unknown"


@dataclass(frozen=True, slots=True)
class Tracking:
    """One open MLflow run."""

    client: MlflowClient
    run_id: str

    def log_data(self, data: CleanData) -> None:
        """Log how many faces are learnt from, how many choose, and how many were dropped for which reason."""
        dropped = {f"dropped_{reason}": count for reason, count in data.dropped.items()}
        counts = {"training_faces": len(data.training), "validation_faces": len(data.validation), **dropped}
        for name, count in counts.items():
            self.client.log_param(self.run_id, name, count)

    def log_epoch(self, result: EpochResult) -> None:
        for name, value in asdict(result).items():
            if name not in ("epoch", "epochs"):
                self.client.log_metric(self.run_id, name, value, step=result.epoch)

    def log_summary(self, numbers: Mapping[str, float]) -> None:
        for name, value in numbers.items():
            self.client.log_metric(self.run_id, f"served_{name}", value)

    def finish(self, folder: Path) -> None:
        """Keep the exported model, register it as the next version of `MODEL`, and end the run well."""
        self.client.log_artifacts(self.run_id, str(folder), "model")
        if not self.client.search_registered_models(f"name = '{MODEL}'"):
            self.client.create_registered_model(MODEL)
        source = f"{self.client.get_run(self.run_id).info.artifact_uri}/model"
        self.client.create_model_version(MODEL, source, self.run_id)
        self.client.set_terminated(self.run_id)


def open_run(config: TrainConfig, *, uri: str, run_id: str | None = None) -> Tracking:
    """Go on with a run, or start one where there is none; artefacts lie beside a SQLite store."""
    client = MlflowClient(tracking_uri=uri)
    if run_id is not None:
        try:
            client.update_run(run_id, status="RUNNING")
            return Tracking(client, run_id)
        except MlflowException:
            pass
    run = client.create_run(
        experiment_id(client, EXPERIMENT, uri=uri), tags={"mlflow.source.git.commit": git_revision()}
    )
    for name, value in asdict(config).items():
        client.log_param(run.info.run_id, name, value)
    return Tracking(client, run.info.run_id)


def experiment_id(client: MlflowClient, name: str, *, uri: str) -> str:
    """Find an experiment, or make it; its artefacts lie beside a SQLite store."""
    known = client.get_experiment_by_name(name)
    if known is not None:
        return known.experiment_id
    store = Path(uri.removeprefix("sqlite:///")).resolve()
    beside = (store.parent / "mlartifacts").as_uri() if uri.startswith("sqlite:///") else None
    return client.create_experiment(name, artifact_location=beside)
