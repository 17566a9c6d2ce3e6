"""Where a track lies on the plane, and which of four moods it has: rules that a person can read.

1. Each feature is replaced by its quantile in the catalogue, stretched to -1..1: the median track lies at 0, equal
   values share the middle of their ranks, an unknown value counts as 0. Spotify's valence and energy are skewed.
2. Arousal is the quantile of energy + loudness / 4 + tempo / 10 - acousticness / 4.
3. Valence is the quantile of valence, after pieces without a voice were raised by 1.5 x (how far their arousal is below
   the median): Spotify calls solo piano unpleasant, and people file it under calm.
4. Calm is without a voice and stiller than the median. Of the rest, what is still (arousal < .25) and not bright
   (valence < .6) is sad, what is very stirred (arousal > .6) energetic, and the remainder happy. Where it is not known
   whether there is a voice, calm is the stillest quarter.

The bounds are round numbers chosen by looking at data_moods.csv, whose four labels are playlists and not listeners'
judgement; nothing is fitted by a program.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

RULE_VERSION = 1
FEATURES = ("valence", "energy", "tempo_bpm", "loudness_db", "acousticness", "instrumentalness")
AROUSAL_WEIGHTS = {"energy": 1.0, "loudness_db": 0.25, "tempo_bpm": 0.1, "acousticness": -0.25}
WORDLESS_MIN = 0.8
WORDLESS_LIFT = 1.5
STILL_MAX = 0.25
BRIGHT_MIN = 0.6
STIRRED_MIN = 0.6
STILLEST_QUARTER = -0.5

Floats = NDArray[np.floating[Any]]


def mood_plane(features: Mapping[str, Floats]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Place the tracks of one catalogue: valence and arousal, each -1..1 and [n].

    `features` holds `FEATURES`, each [n] and NaN where unknown, on any scale that rises with the feature;
    instrumentalness on 0..1. `valence` and `energy` are needed, the others may be missing.
    """
    weighed = (weight * quantile(features[name]) for name, weight in AROUSAL_WEIGHTS.items() if name in features)
    arousal = quantile(reduce(np.add, weighed))
    valence = quantile(features["valence"])
    if "instrumentalness" in features:
        wordless = features["instrumentalness"] >= WORDLESS_MIN
        valence = quantile(valence + WORDLESS_LIFT * wordless * np.maximum(0, -arousal))
    return valence, arousal


def four_moods(valence: Floats, arousal: Floats, *, instrumentalness: Floats | None = None) -> NDArray[np.str_]:
    """Name the mood of each place on the plane: Calm, Sad, Energetic or Happy, [n]."""
    voice = np.full(len(valence), np.nan) if instrumentalness is None else instrumentalness
    calm = np.where(np.isnan(voice), arousal < STILLEST_QUARTER, (voice >= WORDLESS_MIN) & (arousal < 0))
    sad = (arousal < STILL_MAX) & (valence < BRIGHT_MIN)
    return np.select([calm, sad, arousal > STIRRED_MIN], ["Calm", "Sad", "Energetic"], "Happy")


def moods_by_rule(features: Mapping[str, Floats]) -> NDArray[np.str_]:
    """Name the mood of each track of one catalogue; `features` as in `mood_plane`."""
    return four_moods(*mood_plane(features), instrumentalness=features.get("instrumentalness"))


def quantile(values: Floats) -> NDArray[np.float32]:
    """Rank values, stretched to -1..1; NaN becomes 0."""
    ranks = pd.Series(values).rank(method="average").to_numpy(np.float64)
    known = max(1, np.count_nonzero(~np.isnan(ranks)))
    return np.nan_to_num((ranks - 0.5) / known * 2 - 1).astype(np.float32)
