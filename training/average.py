"""The exponential moving average of a network's weights."""

from typing import Any

import keras


class WeightAverage(keras.callbacks.Callback):
    """Follows all weights, the statistics of batch normalisation too, after each step.

    Keras's own `use_ema` overwrites the network at the end of each `fit`, of which this training has one per epoch.
    The decay is smaller in the first steps, so that the random start is soon forgotten.
    """

    def __init__(self, network: keras.Model, *, decay: float) -> None:
        super().__init__()
        self.weights = [weight.copy() for weight in network.get_weights()]
        self.steps = 0
        self._network = network
        self._decay = decay

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self.steps += 1
        decay = min(self._decay, self.steps / (self.steps + 10))
        for average, weight in zip(self.weights, self._network.get_weights(), strict=True):
            average *= decay
            average += (1 - decay) * weight
