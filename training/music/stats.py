"""What the data set holds: how many tracks of each mood, and how their features are spread."""

from typing import Any

import numpy as np

from training.music.data import FEATURES, MOODS, Floats, LabelledTracks

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def describe(tracks: LabelledTracks) -> dict[str, Any]:
    """Sum up the data set for programs; rank correlations are of `FEATURES` with each other, -1 to 1."""
    sizes = np.bincount(tracks.labels, minlength=len(MOODS))
    table = tracks.table[list(FEATURES)]
    return {
        "tracks": len(tracks),
        "repeated_ids": tracks.repeated_ids,
        "per_mood": {mood.value: int(size) for mood, size in zip(MOODS, sizes, strict=True)},
        "two_moods": int(tracks.two_moods.sum()) if tracks.two_labels_known else None,
        "artists": int(tracks.table["artist"].str.casefold().nunique()),
        "features": {name: _spread_by_mood(tracks, table[name].to_numpy(np.float64)) for name in FEATURES},
        "rank_correlations": table.corr(method="spearman").round(3).fillna(0).to_dict(),
    }


def _spread_by_mood(tracks: LabelledTracks, values: Floats) -> dict[str, Any]:
    parts = {mood.value: values[tracks.labels == label] for label, mood in enumerate(MOODS)}
    return {name: _spread(part) for name, part in {"all": values, **parts}.items() if len(part)}


def _spread(values: Floats) -> dict[str, float]:
    quantiles = {f"{100 * q:.0f}%": float(np.quantile(values, q)) for q in QUANTILES}
    return {"mean": float(values.mean()), "sd": float(values.std()), **quantiles}
