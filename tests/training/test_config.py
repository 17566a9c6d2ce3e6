from pathlib import Path

import pytest

from core.errors import DataInvalid
from training.config import Stage, TrainConfig, load_config

CONFIGS = Path(__file__).resolve().parents[2] / "training" / "configs"


def test_each_epoch_has_the_size_of_its_stage() -> None:
    config = TrainConfig(stages=(Stage(2, size_px=36), Stage(1, size_px=44)))
    assert [config.size_px(epoch) for epoch in range(config.epochs)] == [36, 36, 44]


def test_a_config_file_changes_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "run.toml"
    file.write_text("stages = [{ epochs = 2, size_px = 40 }]\n[augmentation]\nerase = 0.5\n")
    config = load_config(file)
    assert config.stages == (Stage(2, size_px=40),)
    assert (config.augmentation.erase, config.batch) == (0.5, TrainConfig().batch)


def test_the_served_network_is_as_large_as_it_was_last_learnt() -> None:
    assert load_config(CONFIGS / "emotion.toml").served_px == 46


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("batch =", "it is not TOML"),
        ("bach = 3", "bach: unexpected keyword argument"),
        ("batch = 0", "batch: input should be greater than or equal to 1"),
        ("peak_rate = inf", "peak_rate: input should be a finite number"),
        ("precision = 'half'", "precision: input should be 'float32', 'mixed_bfloat16' or 'mixed_float16'"),
        ("stages = []", "stages: tuple should have at least 1 item after validation, not 0"),
        ("[augmentation]\nblur = nan", "augmentation.blur: input should be less than or equal to 1"),
    ],
)
def test_a_config_that_cannot_be_used_says_why(text: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "run.toml"
    file.write_text(text)
    with pytest.raises(DataInvalid) as caught:
        load_config(file)
    assert caught.value.reason == reason


def test_a_config_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataInvalid):
        load_config(tmp_path / "none.toml")
