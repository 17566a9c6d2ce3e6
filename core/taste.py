"""What a person likes, as they said it: plain opinions with a date, nothing derived.

The recommender works preferences out of them each time, so that to forget an opinion is to delete it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import Any, cast

from core.mood import MoodPoint
from core.music import Track

MOST_OPINIONS = 200
LARGEST_KEY = 2**63 - 1


class Verdict(StrEnum):
    """What a person said of a track, or of the mood that was read in their face."""

    UP = "up"
    DOWN = "down"
    SAVE = "save"
    SKIP = "skip"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One verdict.

    Attributes:
        point: The track's place on the plane; for a correction, the mood that the person picked instead.
        key: The track's number in every catalogue; None for a correction.
        when_s: Seconds since 1970.

    Raises:
        ValueError: The time is no time, or the key is no track's.
    """

    verdict: Verdict
    point: MoodPoint
    key: int | None
    when_s: float

    def __post_init__(self) -> None:
        if not isfinite(self.when_s) or self.when_s < 0:
            raise ValueError("an opinion has a date")
        if (self.key is None) != (self.verdict is Verdict.CORRECTION):
            raise ValueError("an opinion is on a track, or corrects a mood")
        if self.key is not None and not 0 <= self.key <= LARGEST_KEY:
            raise ValueError("a track's key lies in 0 to 2**63 - 1")


@dataclass(frozen=True, slots=True)
class Taste:
    """A person's last opinions, oldest first."""

    opinions: tuple[Opinion, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"opinions": [_opinion_as_dict(opinion) for opinion in self.opinions]}


def learn(taste: Taste, opinion: Opinion) -> Taste:
    """Add an opinion; it replaces the one on the same track, and the oldest goes where there are too many."""
    kept = (old for old in taste.opinions if old.key is None or old.key != opinion.key)
    latest = sorted((*kept, opinion), key=lambda one: one.when_s)
    return replace(taste, opinions=tuple(latest[-MOST_OPINIONS:]))


def opinion_on(track: Track, verdict: Verdict, *, when_s: float) -> Opinion:
    """A person's verdict on a track."""
    return Opinion(verdict, track.point, track.key, when_s)


def taste_from_dict(data: object) -> Taste:
    """Read what `Taste.as_dict` wrote.

    Raises:
        ValueError: It is something else.
    """
    opinions = cast("Mapping[str, object]", data).get("opinions") if isinstance(data, Mapping) else None
    if not isinstance(opinions, list):
        raise ValueError("a taste is an object with a list of opinions")
    taste = Taste()
    for opinion in cast("list[object]", opinions)[-MOST_OPINIONS:]:
        taste = learn(taste, _opinion_from(opinion))
    return taste


def _opinion_as_dict(opinion: Opinion) -> dict[str, Any]:
    return {
        "verdict": opinion.verdict.value,
        "valence": opinion.point.valence,
        "arousal": opinion.point.arousal,
        "key": opinion.key,
        "when_s": opinion.when_s,
    }


def _opinion_from(data: object) -> Opinion:
    try:
        cells = cast("Mapping[str, Any]", data)
        key = cells["key"]
        if not (key is None or type(key) is int):
            raise ValueError("a track's key is a whole number")
        point = MoodPoint(_number(cells["valence"]), _number(cells["arousal"]))
        return Opinion(Verdict(cells["verdict"]), point, key, _number(cells["when_s"]))
    except (KeyError, TypeError) as error:
        raise ValueError("an opinion has a verdict, a place on the plane, a key and a date") from error


def _number(value: object) -> float:
    if type(value) not in (int, float):
        raise ValueError("a place and a date are numbers")
    try:
        return float(cast("int | float", value))
    except OverflowError as error:
        raise ValueError("that number is too large") from error
