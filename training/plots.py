"""The report's pictures, each as the bytes of a PNG."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from training.calibrate import ReliabilityBin
from training.data import FaceSet, Usage
from training.votes import perceived

NAMES = [emotion.value for emotion in EMOTIONS]
DPI = 110
Draw = Callable[[Axes], None]


def side_by_side(*draws: Draw, size: tuple[float, float] = (5, 4)) -> bytes:
    """Draw several axes in a row."""
    figure = Figure(figsize=(size[0] * len(draws), size[1]), layout="constrained")
    for draw, axes in zip(draws, np.atleast_1d(figure.subplots(1, len(draws))), strict=True):
        draw(axes)
    return as_png(figure)


def label_counts(faces: FaceSet) -> Draw:
    def draw(axes: Axes) -> None:
        parts = [usage for usage in Usage if (faces.usages == usage.value).any()]
        width = 0.8 / len(parts)
        for index, usage in enumerate(parts):
            counts = np.bincount(faces.of(usage).labels, minlength=len(NAMES))
            axes.bar(np.arange(len(NAMES)) + index * width, counts, width, label=usage.value)
        axes.set_xticks(np.arange(len(NAMES)) + 0.4 - width / 2, NAMES, rotation=30)
        axes.set_ylabel("faces")
        axes.set_title("Faces per label")
        axes.legend()

    return draw


def votes_per_label(faces: FaceSet) -> Draw:
    """Show what share of the taggers saw which emotion in the faces of each label."""
    shares = perceived(faces.votes)
    asked = shares.sum(axis=1) > 0
    rows = [(faces.labels == label) & asked for label in range(len(NAMES))]
    means = np.array([shares[row].mean(axis=0) if row.any() else np.zeros(len(NAMES)) for row in rows])
    return heat(means, title="What taggers see in each label", rows="label", columns="seen")


def heat(values: NDArray[np.floating], *, title: str, rows: str, columns: str, names: Sequence[str] = NAMES) -> Draw:
    """Show shares from 0 to 1, percent written into the cells."""

    def draw(axes: Axes) -> None:
        axes.imshow(values, cmap="Blues", vmin=0, vmax=1)
        for (row, column), value in np.ndenumerate(values):
            axes.text(column, row, f"{100 * value:.0f}", ha="center", va="center", color="w" if value > 0.5 else "k")
        axes.set_xticks(range(len(names)), names, rotation=45)
        axes.set_yticks(range(len(names)), names)
        axes.set_xlabel(columns)
        axes.set_ylabel(rows)
        axes.set_title(title)

    return draw


def confusion(counts: Sequence[Sequence[int]], *, title: str, names: Sequence[str] = NAMES) -> Draw:
    table = np.array(counts, float)
    shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    return heat(shares, title=title, rows="truth", columns="answer", names=names)


def reliability_diagram(bins: Sequence[ReliabilityBin], *, title: str) -> Draw:
    def draw(axes: Axes) -> None:
        axes.plot([0, 1], [0, 1], ":", color="grey")
        sizes = [20 + 300 * b.n / sum(b.n for b in bins) for b in bins]
        axes.plot([b.confidence for b in bins], [b.accuracy for b in bins])
        axes.scatter([b.confidence for b in bins], [b.accuracy for b in bins], s=sizes)
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share of right answers", title=title)

    return draw


def curves(history: Sequence[dict[str, Any]], *, columns: Sequence[str], title: str) -> Draw:
    def draw(axes: Axes) -> None:
        for column in columns:
            axes.plot([e["epoch"] for e in history], [e[column] for e in history], label=column.replace("_", " "))
        axes.set_xlabel("epoch")
        axes.set_title(title)
        axes.legend()

    return draw


def coverage_curve(said: NDArray[np.floating], truth: NDArray[np.integer], *, title: str) -> Draw:
    """Show the share of right answers when only the surest are given."""
    order = np.argsort(-said.max(axis=1))
    right = (said.argmax(axis=1) == truth)[order]
    covered = np.arange(1, len(right) + 1)

    def draw(axes: Axes) -> None:
        axes.plot(covered / len(right), np.cumsum(right) / covered)
        axes.axhline(0.9, linestyle=":", color="grey")
        axes.set(xlim=(0, 1), ylim=(0.5, 1.01), xlabel="share of faces answered", ylabel="precision", title=title)

    return draw


def face_grid(images: NDArray[np.uint8], captions: Sequence[str], *, columns: int) -> bytes:
    """Show faces with a line below each."""
    rows = max(1, -(-len(images) // columns))
    figure = Figure(figsize=(1.3 * columns, 1.6 * rows), layout="constrained")
    grid = np.atleast_1d(figure.subplots(rows, columns)).ravel()
    for axes in grid:
        axes.axis("off")
    for axes, image, caption in zip(grid, images, captions, strict=False):
        axes.imshow(image, cmap="gray", vmin=0, vmax=255)
        axes.set_title(caption, fontsize=7)
    return as_png(figure)


def as_png(figure: Figure) -> bytes:
    """Encode a finished figure."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI)
    return buffer.getvalue()
