"""What the page says about moods, playlists and its own form; `core/wording.py` has the errors' sentences."""

from core import wording
from core.emotion import Emotion
from core.errors import MoodtapeError
from core.flow import Result
from core.mood import MoodName
from web.forms import TRACKS_MAX, TRACKS_MIN, FormProblem, FormUnreadable, NothingChosen, TracksOutOfRange

MOOD_WORDS = {
    MoodName.HAPPY: "happy",
    MoodName.SAD: "sad",
    MoodName.ANGRY: "angry",
    MoodName.CALM: "calm",
    MoodName.ENERGETIC: "energetic",
    MoodName.SURPRISE: "surprised",
    MoodName.FEAR: "afraid",
    MoodName.DISGUST: "disgusted",
    MoodName.NEUTRAL: "neutral",
}
EMOTION_WORDS = {emotion: MOOD_WORDS[MoodName(emotion.value)] for emotion in Emotion}
FORM_SENTENCES: dict[type[FormProblem], str] = {
    FormUnreadable: "That form did not arrive in one piece; please send it again.",
    NothingChosen: "Please choose a photo, or pick a mood.",
    TracksOutOfRange: f"A tape has {TRACKS_MIN} to {TRACKS_MAX} tracks; please choose a number between them.",
}
NO_PLAYLISTS = "Playlists are not set up here yet, so each track links to Spotify."


def headline(result: Result) -> str:
    """Say how the faces look, never how people are; or name the mood that was picked."""
    if result.reading is None:
        word = MOOD_WORDS[result.tape.mood.name]
        return f"A tape for {'an' if word[0] in 'aeiou' else 'a'} {word} mood"
    faces, word = len(result.reading.faces), EMOTION_WORDS[result.reading.room().top]
    return f"You look mostly {word}" if faces == 1 else f"I see {faces} faces; the room looks mostly {word}"


def spotify_line(result: Result) -> str | None:
    """Say why there is no playlist, or what is not in it; None where all is well."""
    if result.spotify_problem:
        return wording.sentence(result.spotify_problem)
    if not result.playlist:
        return NO_PLAYLISTS
    missing = len(result.playlist.missing)
    if not missing:
        return None
    return f"Spotify does not have {missing} more {'track' if missing == 1 else 'tracks'} of this tape."


def percent(probability: float) -> str:
    """Round a probability in 0..1 for people."""
    return "<1 %" if 0 < probability < 0.005 else f"{probability * 100:.0f} %"


def sentence(problem: MoodtapeError | FormProblem) -> str:
    return FORM_SENTENCES[type(problem)] if isinstance(problem, FormProblem) else wording.sentence(problem)
