"""What a person likes, worked out from their opinions: a Bayesian linear model, and Thompson sampling from it.

The reward of a track is a weighted sum of what it is: its place on the plane (nine soft cells), its tempo (three soft
bands), its decade, its genre, its language and its artist. The weights start at 0 +- a prior; each opinion moves them,
the first one too; an opinion counts half after ninety days. A tape draws one set of weights from what is still likely,
so that what is unsure is tried and what is sure is kept. Source: Chapelle & Li 2011; Li et al. 2010 (LinUCB's model).

In a group each track counts half by the mean of all and half by the least pleased (least misery with average, Masthoff
2011).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.taste import Opinion, Taste, Verdict
from recommender.catalogue import Catalogue
from recommender.near import Lookup, Rows

Floats = NDArray[np.float64]

HALF_LIFE_S = 90 * 86_400.0
NOISE_SD = 0.5
REWARDS = {
    Verdict.UP: (1.0, 1.0),
    Verdict.SAVE: (1.0, 2.0),
    Verdict.DOWN: (-1.0, 1.0),
    Verdict.SKIP: (-0.5, 0.5),
    Verdict.CORRECTION: (1.0, 0.5),
}
"""Reward, and how many thumbs it is worth. A correction speaks for the place on the plane that was picked."""

PRIOR_SD = {"usual": 0.5, "cell": 0.4, "tempo": 0.4, "decade": 0.4, "genre": 0.8, "language": 0.4, "artist": 0.8}
CURIOSITY = 0.2
"""How much of the posterior's spread a draw uses; 1 is Thompson's own rule, 0 never tries anything."""

CELLS = np.array([(v, a) for v in (-2 / 3, 0, 2 / 3) for a in (-2 / 3, 0, 2 / 3)])
CELL_WIDTH = 0.35
TEMPOS_BPM = np.array([80.0, 115.0, 150.0])
TEMPO_WIDTH_BPM = 20.0
DECADES = np.arange(1950, 2030, 10)
BLOCKS = (("usual", 1), ("cell", len(CELLS)), ("tempo", len(TEMPOS_BPM)), ("decade", len(DECADES)))
KINDS = ("genre", "language", "artist")


@dataclass(frozen=True, slots=True)
class Likes:
    """A draw of what a person likes: the weight of each feature, and of each known genre, language and artist."""

    weights: Floats
    levels: dict[str, tuple[NDArray[np.int64], Floats]]

    def of(self, catalogue: Catalogue, rows: Rows) -> Floats:
        """Say how much each track is liked; about -1 to 1, and 0 where nothing is known."""
        shared = _features(*_plain(catalogue, rows))[:, 1:] @ self.weights[1:]
        return shared + sum(_looked_up(getattr(catalogue, kind)[rows], *self.levels[kind]) for kind in KINDS)


def group_likes(draws: Sequence[Likes], catalogue: Catalogue, rows: Rows) -> Floats:
    """Blend what several people like of the same tracks, [m]; nothing is liked more than another without people."""
    if not draws:
        return np.zeros(len(rows))
    each = np.stack([likes.of(catalogue, rows) for likes in draws])
    return (each.mean(axis=0) + each.min(axis=0)) / 2


def draw_likes(taste: Taste, *, catalogue: Catalogue, by_key: Lookup, dice: np.random.Generator, now_s: float) -> Likes:
    """Draw likes from what a taste leaves likely."""
    opinions = taste.opinions
    rows = _rows(opinions, by_key)
    design, prior_sd, levels = _design(opinions, rows, catalogue)
    reward, worth = np.array([REWARDS[opinion.verdict] for opinion in opinions]).reshape(-1, 2).T
    age_s = now_s - np.array([opinion.when_s for opinion in opinions])
    weight = worth * 0.5 ** (np.maximum(age_s, 0) / HALF_LIFE_S) / NOISE_SD**2
    precision = np.diag(prior_sd**-2.0) + (design.T * weight) @ design
    root = np.linalg.cholesky(precision)
    mean = np.linalg.solve(precision, design.T @ (weight * reward))
    drawn = mean + CURIOSITY * np.linalg.solve(root.T, dice.standard_normal(len(mean)))
    return _split(drawn, levels)


def liked_rows(taste: Taste, by_key: Lookup) -> Rows:
    """The tracks that a person liked or saved."""
    return _rows_of(taste, by_key, (Verdict.UP, Verdict.SAVE))


def unwanted_rows(taste: Taste, by_key: Lookup) -> Rows:
    """The tracks that a person turned down; a skip alone is not enough."""
    return _rows_of(taste, by_key, (Verdict.DOWN,))


def _rows_of(taste: Taste, by_key: Lookup, verdicts: Sequence[Verdict]) -> Rows:
    keys = [opinion.key for opinion in taste.opinions if opinion.verdict in verdicts and opinion.key is not None]
    return by_key.rows_with(np.array(keys, np.int64))


def _rows(opinions: Sequence[Opinion], by_key: Lookup) -> Rows:
    """Each opinion's track in this catalogue; -1 for none."""
    keys = [-1 if opinion.key is None else opinion.key for opinion in opinions]
    found = by_key.rows_with(np.array([key for key in keys if key >= 0], np.int64))
    row_of = dict(zip(by_key.numbers[found].tolist(), found.tolist(), strict=True))
    return np.array([row_of.get(key, -1) for key in keys], np.intp)


def _design(
    opinions: Sequence[Opinion], rows: Rows, catalogue: Catalogue
) -> tuple[Floats, Floats, dict[str, NDArray[np.int64]]]:
    """Describe opinions: features [k, d], the prior's standard deviations [d], and the levels behind the last."""
    points = np.array([(opinion.point.valence, opinion.point.arousal) for opinion in opinions]).reshape(-1, 2)
    known = rows >= 0
    tempo = np.where(known, catalogue.tempo_bpm[rows], np.nan)
    year = np.where(known, catalogue.year[rows], 0)
    columns = [_features(points[:, 0], points[:, 1], tempo, year)]
    prior_sd = [np.full(count, PRIOR_SD[block]) for block, count in BLOCKS]
    levels: dict[str, NDArray[np.int64]] = {}
    for kind in KINDS:
        own = np.where(known, getattr(catalogue, kind)[rows], -1)
        levels[kind] = np.unique(own[own >= 0]).astype(np.int64)
        columns.append((own[:, None] == levels[kind]).astype(np.float64))
        prior_sd.append(np.full(len(levels[kind]), PRIOR_SD[kind]))
    return np.hstack(columns), np.concatenate(prior_sd), levels


def _split(weights: Floats, levels: dict[str, NDArray[np.int64]]) -> Likes:
    shared = sum(count for _, count in BLOCKS)
    ends = shared + np.cumsum([len(levels[kind]) for kind in KINDS])
    parts = np.split(weights[shared:], ends[:-1] - shared)
    return Likes(weights[:shared], {kind: (levels[kind], part) for kind, part in zip(KINDS, parts, strict=True)})


def _plain(catalogue: Catalogue, rows: Rows) -> tuple[Floats, Floats, Floats, NDArray[np.int16]]:
    columns = (catalogue.valence, catalogue.arousal, catalogue.tempo_bpm)
    valence, arousal, tempo = (column[rows].astype(np.float64) for column in columns)
    return valence, arousal, tempo, catalogue.year[rows]


def _features(valence: Floats, arousal: Floats, tempo_bpm: Floats, year: NDArray[np.int16]) -> Floats:
    """Describe tracks by what all have, [m, d]; what is unknown is 0. The first column is 1: how much one likes all."""
    away = (valence[:, None] - CELLS[:, 0]) ** 2 + (arousal[:, None] - CELLS[:, 1]) ** 2
    cells = np.exp(-away / (2 * CELL_WIDTH**2))
    bands = np.nan_to_num(np.exp(-(((tempo_bpm[:, None] - TEMPOS_BPM) / TEMPO_WIDTH_BPM) ** 2) / 2))
    decades = (year[:, None] // 10 * 10 == DECADES).astype(np.float64)
    return np.hstack([np.ones((len(valence), 1)), cells, bands, decades])


def _looked_up(own: NDArray[Any], levels: NDArray[np.int64], weights: Floats) -> Floats:
    if not len(levels):
        return np.zeros(len(own))
    place = np.minimum(np.searchsorted(levels, own), len(levels) - 1)
    return np.where(levels[place] == own, weights[place], 0.0)
