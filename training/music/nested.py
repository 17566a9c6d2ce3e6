"""Nested cross-validation: settings are chosen without the tracks on which they are judged."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from warnings import catch_warnings, filterwarnings

import numpy as np
from sklearn.base import clone
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import FeatureUnion
from threadpoolctl import threadpool_limits

from training.music.data import MOODS, LabelledTracks, Labels
from training.music.yardsticks import Plan, Yardstick

OnFold = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Score:
    """How often moods were told right.

    Attributes:
        accuracy: Share of answers that are the track's label.
        sd: Standard deviation of that from fold to fold; None where nothing was trained.
        set_accuracy: Share of answers that are one of the track's moods; None where nobody knows the second ones.
        accuracy_one_mood: Share of right answers among tracks with one mood; None where that is not known.
        confusion: Counts, rows are labels and columns are answers, in the order of `MOODS`.
        chosen: Settings, and in how many folds they were chosen.
    """

    name: str
    title: str
    accuracy: float
    sd: float | None
    set_accuracy: float | None
    accuracy_one_mood: float | None
    macro_f1: float
    confusion: tuple[tuple[int, ...], ...]
    chosen: dict[str, int] = field(default_factory=dict[str, int])

    def as_dict(self) -> dict[str, Any]:
        rest = ("title", "accuracy", "sd", "set_accuracy", "accuracy_one_mood", "macro_f1", "chosen")
        return {"model": self.name, **{name: getattr(self, name) for name in rest}, "confusion": self.confusion}


def _ignore(_: str) -> None:
    pass


def nested_score(
    tracks: LabelledTracks,
    *,
    yardstick: Yardstick,
    plan: Plan,
    seed: int,
    columns: list[int] | None = None,
    on_fold: OnFold = _ignore,
) -> Score:
    """Judge a yardstick on tracks that neither its fit nor the choice of its settings has seen.

    Args:
        columns: The features it is given; None for all.
        on_fold: Hears the yardstick's title after each outer fold.
    """
    features = tracks.features if columns is None else tracks.features[:, columns]
    answers: list[Labels] = []
    accuracies: list[float] = []
    chosen: Counter[str] = Counter()
    for repeat in range(plan.repeats):
        said = np.zeros_like(tracks.labels)
        outer = StratifiedKFold(plan.outer_folds, shuffle=True, random_state=seed + repeat)
        for learnt, judged in outer.split(features, tracks.labels):
            fitted, settings = _fit(yardstick, features[learnt], tracks.labels[learnt], plan=plan, seed=seed + repeat)
            said[judged] = fitted.predict(features[judged])
            accuracies.append(float((said[judged] == tracks.labels[judged]).mean()))
            chosen[settings] += 1
            on_fold(yardstick.title)
        answers.append(said)
    return score(tracks, answers, name=yardstick.name, title=yardstick.title, accuracies=accuracies, chosen=chosen)


def _fit(yardstick: Yardstick, features: Any, labels: Labels, *, plan: Plan, seed: int) -> tuple[Any, str]:
    with threadpool_limits(1), catch_warnings():
        filterwarnings("ignore", "n_quantiles", UserWarning)
        if not yardstick.settings:
            alone: Any = clone(yardstick.estimator)
            return alone.fit(features, labels), "nothing to choose"
        inner = StratifiedKFold(plan.inner_folds, shuffle=True, random_state=seed)
        search = GridSearchCV(yardstick.estimator, dict(yardstick.settings), cv=inner, n_jobs=1)
        search.fit(features, labels)
    return search, ", ".join(f"{name} {_setting(value)}" for name, value in search.best_params_.items())


def _setting(value: Any) -> str:
    return " + ".join(name for name, _ in value.transformer_list) if isinstance(value, FeatureUnion) else str(value)


def score(
    tracks: LabelledTracks,
    answers: list[Labels],
    *,
    name: str,
    title: str,
    accuracies: list[float] | None = None,
    chosen: Counter[str] | None = None,
) -> Score:
    """Compare whole sets of answers [n] with the tracks' moods.

    Args:
        accuracies: One per fold; None where nothing was trained.
    """
    said, truth = np.concatenate(answers), np.tile(tracks.labels, len(answers))
    moods = np.tile(tracks.moods, (len(answers), 1))
    right, two = said == truth, moods.sum(axis=1) > 1
    confusion = np.bincount(truth * len(MOODS) + said, minlength=len(MOODS) ** 2).reshape(len(MOODS), -1)
    known = tracks.two_labels_known
    return Score(
        name=name,
        title=title,
        accuracy=float(right.mean()),
        sd=float(np.std(accuracies)) if accuracies else None,
        set_accuracy=float(moods[np.arange(len(said)), said].mean()) if known else None,
        accuracy_one_mood=float(right[~two].mean()) if known and not two.all() else None,
        macro_f1=_macro_f1(confusion),
        confusion=tuple(tuple(int(count) for count in row) for row in confusion),
        chosen=dict((chosen or Counter()).most_common()),
    )


def _macro_f1(confusion: Any) -> float:
    hits = np.diag(confusion)
    return float((2 * hits / np.maximum(1, confusion.sum(axis=0) + confusion.sum(axis=1))).mean())
