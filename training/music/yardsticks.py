"""Classifiers that are trained to be compared with the shipped rule; none of them ships."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, QuantileTransformer, StandardScaler
from sklearn.tree import DecisionTreeClassifier

from training.music.data import FEATURES, MOODS, SHARES, Floats, Labels

SHARE_COLUMNS = [FEATURES.index(name) for name in SHARES]
LOG_COLUMNS = [FEATURES.index(name) for name in ("length", "tempo")]
LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Plan:
    """How thoroughly the yardsticks are measured.

    Attributes:
        outer_folds: Parts that take turns as the tracks to be judged.
        inner_folds: Parts of the rest that take turns in choosing settings.
        repeats: How often all this is done, with other parts each time.
        trees: Size of the random forest; gradient boosting makes a third as many rounds.
        epochs: Passes over the tracks that the network makes.
        tapes: Pairs of tapes that are made for each mood.
    """

    outer_folds: int = 10
    inner_folds: int = 5
    repeats: int = 3
    trees: int = 200
    epochs: int = 300
    tapes: int = 50


FULL = Plan()
QUICK = Plan(outer_folds=5, inner_folds=3, repeats=1, trees=30, epochs=30, tapes=5)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A kind of classifier and the settings that cross-validation chooses from."""

    name: str
    title: str
    estimator: Any
    settings: Mapping[str, Sequence[Any]]


def yardsticks(plan: Plan, *, seed: int) -> tuple[Yardstick, ...]:
    """List the yardsticks, untrained."""
    forest = RandomForestClassifier(plan.trees, random_state=seed, n_jobs=1)
    boosting = HistGradientBoostingClassifier(max_iter=max(1, plan.trees // 3), random_state=seed)
    tree = DecisionTreeClassifier(min_samples_leaf=10, random_state=seed)
    return (
        Yardstick(
            "logistic_regression",
            "Logistic regression",
            Pipeline(
                [("views", "passthrough"), ("scale", StandardScaler()), ("fit", LogisticRegression(max_iter=2000))]
            ),
            {"views": _views(), "fit__C": [0.1, 0.3, 1.0]},
        ),
        Yardstick("random_forest", "Random forest", forest, {"max_features": [2, 4]}),
        Yardstick(
            "gradient_boosting",
            "Gradient boosting",
            boosting,
            {"max_leaf_nodes": [4, 12]},
        ),
        Yardstick("network", "The published notebook's network", NotebookNetwork(epochs=plan.epochs, seed=seed), {}),
        Yardstick("small_tree", "Decision tree of at most eight leaves", tree, {"max_leaf_nodes": [5, 6, 7, 8]}),
    )


def quantile_regression(title: str) -> Yardstick:
    """Give a logistic regression on quantiles with no setting to choose."""
    steps = [("view", QuantileTransformer(n_quantiles=100)), ("fit", LogisticRegression(C=10, max_iter=2000))]
    return Yardstick("quantile_regression", title, Pipeline(steps), {})


def _views() -> list[FeatureUnion]:
    """Ways to show the features to a model that can only add them up; quantiles are those of the tracks learnt from."""
    as_is, stretched = ("as is", FunctionTransformer()), ("log-odds", FunctionTransformer(log_odds))
    quantiles = ("quantiles", QuantileTransformer(n_quantiles=100))
    return [FeatureUnion([as_is, stretched]), FeatureUnion([quantiles]), FeatureUnion([as_is, stretched, quantiles])]


def log_odds(features: Floats) -> Floats:
    """Stretch shares to their log-odds, and length and tempo to their logarithm; loudness is in dB already."""
    stretched = features.copy()
    share = np.clip(features[:, SHARE_COLUMNS], LEAST_SHARE, 1 - LEAST_SHARE)
    stretched[:, SHARE_COLUMNS] = np.log(share / (1 - share))
    stretched[:, LOG_COLUMNS] = np.log(np.maximum(features[:, LOG_COLUMNS], 1))
    return stretched


class NotebookNetwork(ClassifierMixin, BaseEstimator):
    """A network of one hidden layer of eight on features scaled to 0..1, with Adam and batches of 200.

    Source: Keras-Classification.ipynb in github.com/cristobalvch/Spotify-Machine-Learning (2020), published with the
    data set; it trains for 300 epochs and reports .71 in 10-fold cross-validation. Here the scale is that of the tracks
    learnt from; there it was that of all.
    """

    def __init__(self, epochs: int = 300, batch_size: int = 200, seed: int = 0) -> None:
        self.epochs = epochs
        self.batch_size = batch_size
        self.seed = seed

    def fit(self, X: Floats, y: Labels) -> "NotebookNetwork":  # noqa: N803
        import keras

        keras.utils.set_random_seed(self.seed)
        layers = [
            keras.layers.Input((X.shape[1],)),
            keras.layers.Dense(8, activation="relu"),
            keras.layers.Dense(len(MOODS), activation="softmax"),
        ]
        self.classes_ = np.arange(len(MOODS))
        self.scaler_ = MinMaxScaler().fit(X)
        self.network_: Any = keras.Sequential(layers)
        self.network_.compile(optimizer="adam", loss="sparse_categorical_crossentropy", jit_compile=False)
        scaled, dice = self.scaler_.transform(X).astype(np.float32), np.random.default_rng(self.seed)
        for _ in range(self.epochs):
            order = dice.permutation(len(scaled))
            for start in range(0, len(order), self.batch_size):
                batch = order[start : start + self.batch_size]
                self.network_.train_on_batch(scaled[batch], y[batch])
        return self

    def predict(self, X: Floats) -> Labels:  # noqa: N803
        scaled = self.scaler_.transform(X).astype(np.float32)
        return self.network_.predict_on_batch(scaled).argmax(axis=1)
