"""Measure how right Moodtape is about music, and how right anyone can be on this data set."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from emotion.classifier import EmotionClassifier
from recommender.pick import CatalogueRecommender
from training.music.data import FEATURES, MOODS, LabelledTracks, load_tracks
from training.music.end_to_end import EndToEnd, faces_to_music
from training.music.nested import Score, nested_score
from training.music.shipped import catalogue_of, refitted_rule_score, rule_score
from training.music.stats import describe
from training.music.tapes import TapesReport, measure_tapes
from training.music.yardsticks import Plan, quantile_regression, yardsticks

NO_FACES = "not measured: give FER-2013 with --fer2013"
NO_TWO_LABELS = "not known: give the tracks of two moods with --two-labels"
TRUSTED = 0.87
"""More than this was never measured honestly on the 686 tracks; a higher number means that something leaks."""

VIEWS = {
    "valence and energy": ("valence", "energy"),
    "and instrumentalness": ("valence", "energy", "instrumentalness"),
    "and loudness": ("valence", "energy", "instrumentalness", "loudness"),
    "all ten": FEATURES,
}

OnStep = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class MusicReport:
    """How well moods of tracks are told, and what tapes are like.

    Attributes:
        rule: The shipped rule's answers; nothing is trained.
        refitted_rule: The same with its bounds chosen anew, by cross-validation.
        yardsticks: Classifiers trained and judged by nested cross-validation.
        by_features: Logistic regression with few features and with all, by cross-validation.
        end_to_end: From faces to moods of music; None where no faces were given.
    """

    tracks: LabelledTracks
    plan: Plan
    seed: int
    rule: Score
    refitted_rule: Score
    yardsticks: tuple[Score, ...]
    by_features: tuple[Score, ...]
    end_to_end: EndToEnd | None
    tapes: TapesReport

    @property
    def best(self) -> Score:
        return max(self.yardsticks, key=lambda yardstick: yardstick.accuracy)

    def as_dict(self) -> dict[str, Any]:
        best = self.best
        return {
            "rule_accuracy": self.rule.accuracy,
            "best_nested_cv": {"model": best.name, "accuracy": best.accuracy, "sd": best.sd},
            "set_accuracy": best.set_accuracy,
            "rule_set_accuracy": self.rule.set_accuracy,
            "ceiling": self.tracks.ceiling,
            "end_to_end_accuracy": self.end_to_end.accuracy if self.end_to_end else None,
            "notes": self.notes(),
            "moods": [mood.value for mood in MOODS],
            "rule": self.rule.as_dict(),
            "refitted_rule": self.refitted_rule.as_dict(),
            "yardsticks": [yardstick.as_dict() for yardstick in self.yardsticks],
            "by_features": [{"features": view.title, **view.as_dict()} for view in self.by_features],
            "gap": self.gap(),
            "end_to_end": self.end_to_end.as_dict() if self.end_to_end else None,
            "tapes": self.tapes.as_dict(),
            "data": describe(self.tracks),
            "plan": {**asdict(self.plan), "seed": self.seed},
        }

    def notes(self) -> dict[str, str]:
        """Say why numbers are missing, and which one not to believe."""
        notes: dict[str, str] = {}
        if self.end_to_end is None:
            notes["end_to_end_accuracy"] = NO_FACES
        if not self.tracks.two_labels_known:
            notes["set_accuracy"] = notes["ceiling"] = NO_TWO_LABELS
        if self.best.accuracy > TRUSTED:
            notes["best_nested_cv"] = f"above {TRUSTED} on data_moods.csv means that something leaks"
        return notes

    def gap(self) -> dict[str, float | None]:
        """Split what the rule loses: to the labels' noise, to what the features do not tell, and to being readable."""
        ceiling = self.tracks.ceiling
        return {
            "labels": None if ceiling is None else 1 - ceiling,
            "features": None if ceiling is None else ceiling - self.best.accuracy,
            "rule": self.best.accuracy - self.rule.accuracy,
            "rule_errors_between_happy_and_energetic": _between_happy_and_energetic(self.rule),
            "best_errors_between_happy_and_energetic": _between_happy_and_energetic(self.best),
        }


def _between_happy_and_energetic(told: Score) -> float | None:
    happy, energetic = 0, 2
    wrong = sum(count for row, counts in enumerate(told.confusion) for count in counts) - sum(
        counts[row] for row, counts in enumerate(told.confusion)
    )
    mixed = told.confusion[happy][energetic] + told.confusion[energetic][happy]
    return mixed / wrong if wrong else None


def _ignore(_: str) -> None:
    pass


def evaluate_music(
    path: Path,
    *,
    two_labels: Path | None = None,
    fer2013: Path | None = None,
    classifier: EmotionClassifier | None = None,
    plan: Plan,
    seed: int = 0,
    on_step: OnStep = _ignore,
) -> MusicReport:
    """Measure the shipped rule, the yardsticks and the tapes on data_moods.csv.

    Args:
        two_labels: Tracks with two moods; None for data_moods_two_labels.csv beside the data, where it is.
        fer2013: Faces for the end-to-end accuracy, which `classifier` looks at; None leaves it out.
        on_step: Hears what is being measured, often.

    Raises:
        DataInvalid: A file is not there, breaks its format or has too few tracks of a mood.
    """
    tracks = load_tracks(path, two_labels=two_labels, least_per_mood=plan.outer_folds)
    return MusicReport(
        tracks=tracks,
        plan=plan,
        seed=seed,
        rule=rule_score(tracks),
        refitted_rule=refitted_rule_score(tracks, plan=plan, seed=seed),
        end_to_end=faces_to_music(fer2013, classifier=classifier) if fer2013 and classifier else None,
        yardsticks=tuple(
            nested_score(tracks, yardstick=yardstick, plan=plan, seed=seed, on_fold=on_step)
            for yardstick in yardsticks(plan, seed=seed)
        ),
        by_features=_by_features(tracks, plan=plan, seed=seed, on_step=on_step),
        tapes=_tapes(tracks, plan=plan, seed=seed, on_step=on_step),
    )


def _by_features(tracks: LabelledTracks, *, plan: Plan, seed: int, on_step: OnStep) -> tuple[Score, ...]:
    return tuple(
        nested_score(
            tracks,
            yardstick=quantile_regression(title),
            plan=plan,
            seed=seed,
            columns=[FEATURES.index(name) for name in names],
            on_fold=on_step,
        )
        for title, names in VIEWS.items()
    )


def _tapes(tracks: LabelledTracks, *, plan: Plan, seed: int, on_step: OnStep) -> TapesReport:
    catalogue = catalogue_of(tracks)
    return measure_tapes(
        CatalogueRecommender(catalogue), catalogue_size=len(catalogue), tapes=plan.tapes, seed=seed, on_tape=on_step
    )
