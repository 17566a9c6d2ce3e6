from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from mlflow import MlflowClient

from core.errors import DataInvalid
from emotion.classifier import EmotionClassifier
from tests.training.faces import generated_faces, joined
from tests.training.foreign import FOREIGN_WARNINGS
from training.checkpoint import fingerprint
from training.config import EpochResult, Stage, TrainConfig, TrainResult
from training.data import Usage
from training.lessons import lessons_from
from training.train import train_emotion

pytestmark = FOREIGN_WARNINGS

TINY = TrainConfig(widths=(2, 4), stages=(Stage(2, size_px=12),), batch=8, validation_share=0.3)
FACES = joined(generated_faces(40), generated_faces(10, usage=Usage.PUBLIC_TEST, seed=1))


class Killed(Exception):
    pass


def kill_after_first(result: EpochResult) -> None:
    if result.epoch == 1:
        raise Killed


@dataclass(frozen=True)
class Place:
    root: Path

    @property
    def uri(self) -> str:
        return f"sqlite:///{self.root / 'mlflow.db'}"

    def train(self, config: TrainConfig = TINY, **options: object) -> TrainResult:
        return train_emotion(
            config,
            data=FACES,
            out=self.root / "model",
            work=self.root / "runs",
            tracking_uri=self.uri,
            **options,  # type: ignore[arg-type]
        )


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, TrainResult]:
    place = Place(tmp_path_factory.mktemp("training"))
    return place, place.train()


@pytest.mark.slow
def test_a_tiny_run_leaves_a_model_that_the_classifier_loads(trained: tuple[Place, TrainResult]) -> None:
    _, result = trained
    probabilities = EmotionClassifier.load(result.folder).classify(FACES.images)
    assert probabilities.shape == (50, 7)
    assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    assert sorted(file.name for file in result.folder.iterdir()) == ["card.json", "emotion.keras", "emotion.tflite"]


@pytest.mark.slow
def test_a_run_is_logged_to_mlflow(trained: tuple[Place, TrainResult]) -> None:
    place, result = trained
    client = MlflowClient(tracking_uri=place.uri)
    run = client.get_run(result.run_id)
    assert run.info.status == "FINISHED"
    assert run.data.params["seed"] == "1"
    assert run.data.params["dropped_flat"] == "0"
    assert "mlflow.source.git.commit" in run.data.tags
    assert {"served_PublicTest_accuracy", "served_PublicTest_perceived_accuracy"} <= run.data.metrics.keys()
    assert len(client.get_metric_history(result.run_id, "validation_accuracy")) == 2
    assert {file.path for file in client.list_artifacts(result.run_id, "model")} >= {"model/emotion.tflite"}


@pytest.mark.slow
def test_the_exported_model_is_registered_in_mlflow(trained: tuple[Place, TrainResult]) -> None:
    place, result = trained
    (version,) = MlflowClient(tracking_uri=place.uri).search_model_versions("name = 'moodtape-emotion'")
    assert (int(version.version), version.run_id) == (1, result.run_id)
    assert version.source is not None
    assert version.source.endswith("/model")


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_same_network(trained: tuple[Place, TrainResult], tmp_path: Path) -> None:
    place = Place(tmp_path)
    with pytest.raises(Killed):
        place.train(on_epoch=kill_after_first)
    assert not (tmp_path / "model").exists()
    heard: list[int] = []
    result = place.train(on_epoch=lambda epoch: heard.append(epoch.epoch))
    whole, resumed = (
        EmotionClassifier.load(folder).logits(FACES.images) for folder in (trained[1].folder, result.folder)
    )
    assert heard == [2]
    for head in whole:
        assert np.allclose(whole[head], resumed[head], atol=1e-3)


def test_another_config_face_or_vote_is_another_run() -> None:
    lessons = lessons_from(FACES, config=TINY)
    others = lessons_from(replace(FACES, votes=FACES.votes[::-1]), config=TINY)
    fewer = lessons_from(FACES.where(np.arange(50) > 0), config=TINY)
    names = {fingerprint(TINY, lessons=part) for part in (lessons, fewer, others)}
    assert len(names | {fingerprint(replace(TINY, seed=2), lessons=lessons)}) == 4


def test_without_training_faces_there_is_nothing_to_train(tmp_path: Path) -> None:
    with pytest.raises(DataInvalid):
        train_emotion(TINY, data=FACES.of(Usage.PUBLIC_TEST), out=tmp_path / "model", work=tmp_path)
    assert list(tmp_path.iterdir()) == []
