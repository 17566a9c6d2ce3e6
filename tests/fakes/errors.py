"""One example of each error that can be raised."""

from dataclasses import fields, is_dataclass
from pathlib import Path

from core.errors import MoodtapeError
from core.faces import FaceReason
from core.music import Lack, Shortage

SHORTAGE = Shortage(20, tuple((lack, 2_000_000) for lack in Lack))
SAMPLES = {
    FaceReason: FaceReason.DARK,
    int: 25_000_000,
    float: 12.0,
    str: "something",
    Path: Path("private/file"),
    Shortage | None: SHORTAGE,
}


def leaves(root: type[MoodtapeError] = MoodtapeError) -> set[type[MoodtapeError]]:
    """The errors of the tree that have no kinds of their own."""
    kinds = {kind for kind in root.__subclasses__() if kind.__module__ == "core.errors"}
    return set().union(*map(leaves, kinds)) if kinds else {root}


def example(kind: type[MoodtapeError]) -> MoodtapeError:
    """An error of this kind, with a sample for each value that it carries."""
    return kind(*(SAMPLES[field.type] for field in fields(kind))) if is_dataclass(kind) else kind()


EXAMPLES = tuple(example(kind) for kind in sorted(leaves(), key=lambda kind: kind.__name__))
