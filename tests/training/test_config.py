from training.config import Stage, TrainConfig


def test_each_epoch_has_the_size_of_its_stage() -> None:
    config = TrainConfig(stages=(Stage(2, size_px=36), Stage(1, size_px=44)))
    assert [config.size_px(epoch) for epoch in range(config.epochs)] == [36, 36, 44]
