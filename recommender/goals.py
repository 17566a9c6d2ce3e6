"""Goals as paths over the valence-arousal plane: where a tape should be at each of its tracks.

The iso principle as an ordering: begin where the person is, go by small steps to where they want to be. Sad music first
and then up, because the sad like sad music for what it gives them (Taruffi & Koelsch 2014), and because it should not
end there (Garrido & Schubert 2015). The evidence for the order itself is mixed (Starcke & von Georgi 2024 for it,
doi 10.1177/10298649261421187 neither way), so it is offered and nothing is claimed.
"""

from math import hypot

import numpy as np
from numpy.typing import NDArray

from core.mood import MOOD_POINTS, Goal, Mood, MoodName, MoodPoint

LARGEST_STEP = 0.3
"""Between two neighbours of a path on the plane; what is left to .35 is for the tracks beside it."""

ENERGY_SHIFT = 0.5
"""What full "more energy" adds to the arousal of each point."""

RAGE = MoodPoint(-0.55, 0.8)
RELIEF = MoodPoint(0.1, 0.3)

Path = NDArray[np.float64]
"""Valence and arousal at each track, [n, 2]."""

Knots = tuple[tuple[float, MoodPoint], ...]


def knots(mood: Mood, goal: Goal, *, destination: MoodName | None) -> Knots:
    """Say which points a tape passes, and after which share of it."""
    here = mood.point
    match goal:
        case Goal.MATCH:
            return ((0.0, here),)
        case Goal.LIFT:
            return ((0.0, here), (0.25, here), (1.0, MOOD_POINTS[MoodName.HAPPY]))
        case Goal.CALM:
            return ((0.0, here), (0.9, MOOD_POINTS[MoodName.CALM]))
        case Goal.ENERGISE:
            return ((0.0, here), (0.7, MOOD_POINTS[MoodName.ENERGETIC]))
        case Goal.LET_OUT:
            return ((0.0, here), (0.2, RAGE), (0.7, RAGE), (1.0, RELIEF))
        case Goal.TAKE_ME:
            return ((0.0, here), (0.15, here), (0.85, MOOD_POINTS[destination or mood.name]))


def path_of(mood: Mood, goal: Goal, *, length: int, destination: MoodName | None = None, energy: float = 0.0) -> Path:
    """Lay `length` points along the way of a goal; a tape too short for the whole way goes only as far as it can."""
    passed = knots(mood, goal, destination=destination)
    shares = np.linspace(0, 1, length)
    places = np.array([(point.valence, point.arousal) for _, point in passed])
    at = [share for share, _ in passed]
    path = np.column_stack([np.interp(shares, at, places[:, axis]) for axis in (0, 1)])
    path[:, 1] += ENERGY_SHIFT * energy
    return _no_leaps(np.clip(path, -1, 1))


def end_of(mood: Mood, goal: Goal, *, destination: MoodName | None, energy: float) -> MoodPoint:
    """Say where the whole way of a goal ends; a short tape stops before."""
    end = knots(mood, goal, destination=destination)[-1][1]
    return MoodPoint(end.valence, max(-1.0, min(1.0, end.arousal + ENERGY_SHIFT * energy)))


def _no_leaps(path: Path) -> Path:
    """Follow a path by steps of at most `LARGEST_STEP`."""
    places: list[tuple[float, float]] = []
    valence, arousal = path[0].tolist()
    for wanted_valence, wanted_arousal in path.tolist():
        away = hypot(wanted_valence - valence, wanted_arousal - arousal)
        part = min(1.0, LARGEST_STEP / away) if away else 0.0
        valence, arousal = valence + part * (wanted_valence - valence), arousal + part * (wanted_arousal - arousal)
        places.append((valence, arousal))
    return np.array(places)
