"""The rule that ships, on labelled tracks: as it is, and with its bounds chosen without the tracks it is judged on."""

from collections import Counter
from collections.abc import Mapping
from itertools import product

import numpy as np
from sklearn.model_selection import StratifiedKFold

from core.mood import MoodName
from recommender import track_mood
from recommender.catalogue import Catalogue, catalogue_from
from training.music.data import MOODS, Floats, LabelledTracks, Labels
from training.music.nested import Score, score
from training.music.yardsticks import Plan

COLUMNS = {"tempo_bpm": "tempo", "loudness_db": "loudness"}
BOUNDS = (
    (0.5, track_mood.WORDLESS_MIN, 0.9),
    (0.15, track_mood.STILL_MAX, 0.35),
    (0.5, track_mood.BRIGHT_MIN, 0.7),
    (0.5, track_mood.STIRRED_MIN, 0.7),
)
"""Round numbers on both sides of what ships, in the order of `rule_with`."""


def rule_features(tracks: LabelledTracks) -> Mapping[str, Floats]:
    """Name the features as the rule does."""
    return {name: tracks.table[COLUMNS.get(name, name)].to_numpy(np.float64) for name in track_mood.FEATURES}


def rule_answers(tracks: LabelledTracks) -> Labels:
    """Say what the shipped rule answers: indices into `MOODS` [n]."""
    names = track_mood.moods_by_rule(rule_features(tracks))
    return np.array([MOODS.index(MoodName(name.casefold())) for name in names.tolist()], np.intp)


def rule_with(
    tracks: LabelledTracks, *, wordless_min: float, still_max: float, bright_min: float, stirred_min: float
) -> Labels:
    """Answer by the shipped rule with other bounds between its moods; its plane stays."""
    features = rule_features(tracks)
    valence, arousal = track_mood.mood_plane(features)
    calm = (features["instrumentalness"] >= wordless_min) & (arousal < 0)
    sad = (arousal < still_max) & (valence < bright_min)
    moods = [MOODS.index(mood) for mood in (MoodName.CALM, MoodName.SAD, MoodName.ENERGETIC)]
    return np.select([calm, sad, arousal > stirred_min], moods, MOODS.index(MoodName.HAPPY)).astype(np.intp)


def rule_score(tracks: LabelledTracks) -> Score:
    """Judge the shipped rule, whose round bounds were chosen by people who had seen these tracks."""
    return score(tracks, [rule_answers(tracks)], name="rule", title="The shipped rule")


def refitted_rule_score(tracks: LabelledTracks, *, plan: Plan, seed: int) -> Score:
    """Judge what is left of the rule's accuracy when its bounds are chosen on other tracks, fold by fold."""
    choices = [*product(*BOUNDS)]
    names = ("wordless_min", "still_max", "bright_min", "stirred_min")
    said = np.array([rule_with(tracks, **dict(zip(names, choice, strict=True))) for choice in choices])
    right = said == tracks.labels
    answers: list[Labels] = []
    accuracies: list[float] = []
    chosen: Counter[str] = Counter()
    for repeat in range(plan.repeats):
        whole = np.zeros_like(tracks.labels)
        outer = StratifiedKFold(plan.outer_folds, shuffle=True, random_state=seed + repeat)
        for learnt, judged in outer.split(tracks.features, tracks.labels):
            best = int(right[:, learnt].mean(axis=1).argmax())
            whole[judged] = said[best, judged]
            accuracies.append(float(right[best, judged].mean()))
            chosen[", ".join(map(str, choices[best]))] += 1
        answers.append(whole)
    title = "The rule, its bounds chosen on other tracks"
    return score(tracks, answers, name="refitted_rule", title=title, accuracies=accuracies, chosen=chosen)


def catalogue_of(tracks: LabelledTracks) -> Catalogue:
    """Make a catalogue as an import of the same file would, by the shipped rule."""
    features = rule_features(tracks)
    valence, arousal = track_mood.mood_plane(features)
    table = tracks.table.rename(columns={"name": "title", "tempo": "tempo_bpm", "loudness": "loudness_db"})
    return catalogue_from(table.assign(valence=valence, arousal=arousal))
