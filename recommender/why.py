"""One short sentence for each track: why it is on its tape."""

from collections.abc import Sequence
from math import dist, hypot

from core.emotion import EmotionScores
from core.mood import Goal, Mood, MoodName
from core.music import Track
from core.ports import TapeRequest
from core.wording import MOOD_WORDS
from recommender.goals import Path, end_of

NEAR = 0.05
FAR = 0.5
LEADS_TO = {
    Goal.LIFT: MOOD_WORDS[MoodName.HAPPY],
    Goal.CALM: MOOD_WORDS[MoodName.CALM],
    Goal.ENERGISE: MOOD_WORDS[MoodName.ENERGETIC],
    Goal.LET_OUT: "relief",
}


def reasons(
    tracks: Sequence[Track],
    *,
    request: TapeRequest,
    mood: Mood,
    goal: Goal,
    path: Path,
    liked: Sequence[bool],
) -> list[str]:
    """Say why each track is there; `liked` marks those by artists whom somebody liked."""
    here, places = _here(request, mood), path.tolist()
    whole = end_of(mood, goal, destination=request.destination, energy=request.energy)
    ends = (places[0], [whole.valence, whole.arousal])
    told: list[str] = []
    for place, track, known in zip(places, tracks, liked, strict=True):
        if known:
            told.append(f"you liked {track.artist}")
        elif hypot(track.point.valence - place[0], track.point.arousal - place[1]) > FAR:
            told.append("a little off the way, for variety")
        else:
            told.append(_on_the_way(place, ends, goal, request.destination, here))
    return told


def _here(request: TapeRequest, mood: Mood) -> str:
    if isinstance(request.feeling, EmotionScores):
        words = "close to how you look"
    elif isinstance(request.feeling, MoodName):
        words = f"fits {_a(MOOD_WORDS[mood.name])} mood"
    else:
        words = "close to the point that you chose"
    shifted = {1: ", with more energy", -1: ", but calmer", 0: ""}
    return words + shifted[(request.energy > 0) - (request.energy < 0)]


def _on_the_way(
    place: list[float],
    ends: tuple[list[float], list[float]],
    goal: Goal,
    destination: MoodName | None,
    here: str,
) -> str:
    if goal is Goal.MATCH or dist(place, ends[0]) < NEAR:
        return here
    if goal is Goal.LET_OUT and place[1] >= ends[0][1]:
        return "wild enough to let it out"
    end = MOOD_WORDS[destination] if goal is Goal.TAKE_ME and destination else LEADS_TO.get(goal, "there")
    return f"{end}, where this tape leads" if dist(place, ends[1]) < NEAR else f"a step towards {end}"


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
