"""For each track, why it is on its tape."""

from collections.abc import Sequence
from math import dist, hypot

from core.emotion import EmotionScores
from core.mood import Goal, Mood, MoodName
from core.music import Reason, Track, Why
from core.ports import TapeRequest
from recommender.goals import Path, end_of

NEAR = 0.05
FAR = 0.5
LEADS_TO = {Goal.LIFT: MoodName.HAPPY, Goal.CALM: MoodName.CALM, Goal.ENERGISE: MoodName.ENERGETIC}


def reasons(
    tracks: Sequence[Track],
    *,
    request: TapeRequest,
    mood: Mood,
    goal: Goal,
    path: Path,
    liked: Sequence[bool],
) -> list[Reason]:
    """Say why each track is there; `liked` marks those by artists whom somebody liked."""
    here, places = _here(request, mood), path.tolist()
    whole = end_of(mood, goal, destination=request.destination, energy=request.energy)
    ends = (places[0], [whole.valence, whole.arousal])
    told: list[Reason] = []
    for place, track, known in zip(places, tracks, liked, strict=True):
        if known:
            told.append(Reason(Why.LIKED))
        elif hypot(track.point.valence - place[0], track.point.arousal - place[1]) > FAR:
            told.append(Reason(Why.VARIETY))
        else:
            told.append(_on_the_way(place, ends, goal, request.destination, here))
    return told


def _here(request: TapeRequest, mood: Mood) -> Reason:
    energy = (request.energy > 0) - (request.energy < 0)
    if isinstance(request.feeling, EmotionScores):
        return Reason(Why.LOOK, energy=energy)
    if isinstance(request.feeling, MoodName):
        return Reason(Why.MOOD, mood.name, energy)
    return Reason(Why.POINT, energy=energy)


def _on_the_way(
    place: list[float],
    ends: tuple[list[float], list[float]],
    goal: Goal,
    destination: MoodName | None,
    here: Reason,
) -> Reason:
    if goal is Goal.MATCH or dist(place, ends[0]) < NEAR:
        return here
    if goal is Goal.LET_OUT and place[1] >= ends[0][1]:
        return Reason(Why.LET_OUT)
    end = destination if goal is Goal.TAKE_ME else LEADS_TO.get(goal)
    return Reason(Why.ARRIVED if dist(place, ends[1]) < NEAR else Why.STEP, end)
