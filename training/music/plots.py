"""The pictures of the report on music, each as the bytes of a PNG."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from training.music.data import FEATURES, MOODS, LabelledTracks
from training.music.nested import Score
from training.music.tapes import LONG_STEP, TapesReport
from training.plots import Draw, as_png

NAMES = [mood.value for mood in MOODS]
COLOURS = dict(zip(NAMES, ("tab:orange", "tab:blue", "tab:red", "tab:green"), strict=True))


def mood_balance(tracks: LabelledTracks) -> Draw:
    """Count tracks per mood; the hatched part has a second mood."""
    sizes = np.bincount(tracks.labels, minlength=len(NAMES))
    torn = np.bincount(tracks.labels[tracks.two_moods], minlength=len(NAMES))

    def draw(axes: Axes) -> None:
        colours = [COLOURS[name] for name in NAMES]
        axes.bar(NAMES, sizes - torn, color=colours)
        axes.bar(NAMES, torn, bottom=sizes - torn, color=colours, alpha=0.5, hatch="//", edgecolor="white")
        for place, size in enumerate(sizes):
            axes.text(place, size, str(size), ha="center", va="bottom")
        axes.set(title="Tracks per mood (hatched: has a second one)", ylabel="tracks")

    return draw


def plane(tracks: LabelledTracks) -> Draw:
    """Scatter tracks over valence and energy, with the mean of each mood."""
    valence, energy = (tracks.table[name].to_numpy() for name in ("valence", "energy"))

    def draw(axes: Axes) -> None:
        for label, name in enumerate(NAMES):
            own = tracks.labels == label
            axes.scatter(valence[own], energy[own], s=9, alpha=0.5, color=COLOURS[name], label=name)
            if own.any():
                middle = valence[own].mean(), energy[own].mean()
                axes.scatter(*middle, s=120, marker="X", color=COLOURS[name], edgecolor="black")
        axes.set(title="The plane of moods (X: mean)", xlabel="valence", ylabel="energy", xlim=(0, 1), ylim=(0, 1))
        axes.legend()

    return draw


def correlations(tracks: LabelledTracks) -> Draw:
    """Show how features go together, -1 to 1."""
    table = np.nan_to_num(tracks.table[list(FEATURES)].corr(method="spearman").to_numpy())

    def draw(axes: Axes) -> None:
        axes.imshow(table, cmap="RdBu_r", vmin=-1, vmax=1)
        for (row, column), value in np.ndenumerate(table):
            axes.text(column, row, f"{value:.1f}", ha="center", va="center", fontsize=7)
        axes.set_xticks(range(len(FEATURES)), FEATURES, rotation=60, ha="right")
        axes.set_yticks(range(len(FEATURES)), FEATURES)
        axes.set_title("Rank correlations")

    return draw


def feature_distributions(tracks: LabelledTracks) -> bytes:
    """Draw one box per mood for each feature: quartiles, and whiskers from 5 to 95 %."""
    figure = Figure(figsize=(15, 6), layout="constrained")
    for axes, name in zip(figure.subplots(2, 5).ravel(), FEATURES, strict=True):
        values = tracks.table[name].to_numpy()
        axes.boxplot([values[tracks.labels == label] for label in range(len(NAMES))], whis=(5, 95), showfliers=False)
        axes.set_xticks(range(1, len(NAMES) + 1), NAMES, rotation=30)
        axes.set_title(name)
    return as_png(figure)


def accuracies(scores: Sequence[Score], *, ceiling: float | None) -> Draw:
    """Draw a bar per model, with its spread from fold to fold, and the ceiling."""

    def draw(axes: Axes) -> None:
        titles = [score.title for score in scores]
        axes.barh(titles, [s.accuracy for s in scores], xerr=[s.sd or 0 for s in scores], color="tab:blue", alpha=0.7)
        for place, score in enumerate(scores):
            axes.text(0.02, place, f"{score.accuracy:.3f}", va="center", color="white")
        if ceiling is not None:
            axes.axvline(ceiling, linestyle=":", color="black", label=f"ceiling {ceiling:.3f}")
            axes.legend(loc="lower right")
        axes.invert_yaxis()
        axes.set(title="Accuracy", xlim=(0, 1))

    return draw


def steps(report: TapesReport) -> Draw:
    """Draw the mean and the longest step of each mood's tapes."""

    def draw(axes: Axes) -> None:
        titles = [" ".join(filter(None, (quality.mood, quality.goal))) for quality in report.moods]
        places: NDArray[np.intp] = np.arange(len(titles))
        axes.bar(places - 0.2, [quality.mean_step for quality in report.moods], 0.4, label="mean")
        axes.bar(places + 0.2, [quality.longest_step for quality in report.moods], 0.4, label="longest")
        axes.axhline(LONG_STEP, linestyle=":", color="black")
        axes.set_xticks(places, titles, rotation=30)
        axes.set(title="Steps between neighbours on a tape", ylabel="distance on the plane")
        axes.legend()

    return draw
