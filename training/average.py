"""The exponential moving average of a network's weights."""

import keras

EVERY = 8
"""Steps between two looks at the weights; copying them out costs a tenth of a step."""


class WeightAverage:
    """Follows all weights of a network, the statistics of batch normalisation too, at every few steps.

    The decay is smaller in the first steps, so that the random start is soon forgotten.
    """

    def __init__(self, network: keras.Model, *, decay: float) -> None:
        self.weights = [weight.copy() for weight in network.get_weights()]
        self.steps = 0
        self._decay = decay

    def follow(self, network: keras.Model) -> None:
        """Move towards the weights that a step has left."""
        self.steps += 1
        if self.steps % EVERY:
            return
        decay = min(self._decay, self.steps / (self.steps + 10)) ** EVERY
        for average, weight in zip(self.weights, network.get_weights(), strict=True):
            average *= decay
            average += (1 - decay) * weight
