"""What the page says about its form, the camera, playlists and its own problems; `core/wording.py` has the rest."""

from collections.abc import Callable
from math import ceil
from typing import Any

from core import wording
from core.errors import MoodtapeError
from core.faces import Face, Reading
from core.flow import Result
from core.mood import Goal
from core.wording import EMOTION_WORDS, UNCLEAR_WORDS, percent
from web import problems
from web.forms import TRACKS_MAX, TRACKS_MIN
from web.problems import PageProblem, Problem

PROBLEM_SENTENCES: dict[type[PageProblem], Callable[[Any], str]] = {
    problems.FormUnreadable: lambda e: "That form did not arrive in one piece; please send it again.",
    problems.NothingChosen: lambda e: "Please choose a photo, or pick a mood.",
    problems.ConsentMissing: lambda e: "Please read the notice and agree before you send a photo; or pick a mood.",
    problems.UploadTooSlow: lambda e: "The upload took too long; please try again, perhaps with a smaller photo.",
    problems.TracksOutOfRange: lambda e: (
        f"A tape has {TRACKS_MIN} to {TRACKS_MAX} tracks; please choose a number between them."
    ),
    problems.HostUnknown: lambda e: "This host name is not known here.",
    problems.ForeignPage: lambda e: "This page takes requests from its own pages only.",
    problems.LengthInvalid: lambda e: "The declared length is not a number.",
    problems.TooManyRequests: lambda e: (
        f"That was a little fast for me; please try again in {max(1, ceil(e.retry_after_s))} seconds."
    ),
    problems.BodyTooHeavy: lambda e: f"A request may weigh at most {e.limit_bytes // 1000} kB beside its photo.",
    problems.ContentTypeUnknown: lambda e: (
        "Send application/json; a photo goes to /api/v1/mood as multipart/form-data."
    ),
    problems.ValuesInvalid: lambda e: "Some values cannot be used: " + _listed(e.values) + ".",
    problems.TapeUnknown: lambda e: "There is no such tape here, or not any more; please make a new one.",
    problems.Incident: lambda e: (
        f"Something went wrong here, and it is not your fault. Please try again; the incident's id is {e.number}."
    ),
}
NO_SUCH_PAGE = "There is no such page here."
NOT_THAT_WAY = "That does not work here."

API_ABOUT = (
    "A mood or a photo goes in, a tape comes out. A photo is read in memory and dropped; a tape with its mood is kept "
    "in memory for an hour, under an id that nobody can guess. A face is a hint, not proof of how anyone feels. "
    "Problems are RFC 9457 documents, whose `type` names the kind and whose `detail` is a sentence for people."
)
API_PROBLEMS = {
    400: "It cannot be read: a broken form, a file that is no photo, an unknown host name.",
    403: "Another site's page sent it, and its origin is not allowed.",
    404: "There is no such tape, or not any more.",
    408: "It took too long to arrive.",
    413: "It is too heavy.",
    415: "Neither application/json nor, where a photo may come, multipart/form-data.",
    422: "The values cannot be used, or no face can be read in the photo.",
    429: "Too many requests from this address; `Retry-After` says when to try again.",
    500: "Something that nobody foresaw; the incident's number is in the log too.",
    503: "Not now: too many photos are waiting, no music fits, or something is wrong here.",
}
"""What each status means in the API's description."""

NO_PLAYLISTS = "Playlists are not set up here yet, so each track links to Spotify."
PLAYER_NOTE = "The player comes from Spotify: once you open it, Spotify learns your address and that you were here."
OPEN_PLAYER = "Play it here"
PLAYER_TITLE = "Spotify's player with this playlist"

NOTICE_LIVE = "With the camera on, small pictures go to this server several times a second, are read, and dropped."
AGREE_FIRST = (
    "Please read the notice first, and tell whoever else is in the photo. "
    "Your answer is kept in one cookie that says yes and nothing about you."
)
AGREE = "I have read it; use a photo"
TAKE_BACK = "Take my consent back"

WISHES = "Your tape"
GOAL = "Where should it lead?"
GOAL_ANY = "Whatever suits the mood"
GOAL_TO = "To another mood"
GOAL_WORDS = {
    Goal.MATCH: "Stay with the mood",
    Goal.LIFT: "Lift me up",
    Goal.CALM: "Calm me down",
    Goal.ENERGISE: "Give me energy",
    Goal.LET_OUT: "Let it out",
}
ENERGY = "Energy"
ENERGY_WORDS = {-1.0: "much calmer", -0.5: "calmer", 0.0: "as it comes", 0.5: "more energy", 1.0: "much more energy"}

CORRECT = "That's not how I feel"
OTHER_MOOD = "Another mood?"
AGAIN = "Another tape"
AGAIN_BUTTON = "Make another tape"
AGAIN_NOTE = "The same mood, other tracks."
FACES_TITLE = "Face by face"
FACES_NOTE = "Numbered row by row, from the left."

LIVE_NO_FACE = "No face yet; look into the camera."
SCRIPT_WORDS = {
    "looking": "Looking at your photo and choosing the music. This takes a few seconds…",
    "choosing": "Choosing the music…",
    "noCamera": "The camera cannot be used here; please choose a photo instead.",
    "cameraOn": "The camera is on, and nothing is kept. Take a photo, or let me watch for a few seconds.",
    "ready": "Your photo is ready.",
    "stillsReady": "A few seconds are ready; your tape is made from their mean.",
    "holdOn": "Watching for two seconds…",
    "tooLarge": "That photo is too large; please choose one of at most {mb} MB.",
    "liveEnded": "The live view has stopped; taking a photo still works.",
}
"""What the page's script says; `{mb}` is filled in there."""


def spotify_line(result: Result) -> str | None:
    """Say why there is no playlist, or what is not in it; None where all is well."""
    if result.spotify_problem:
        return wording.instead_of_playlist(result.spotify_problem)
    if not result.playlist:
        return NO_PLAYLISTS
    missing = len(result.playlist.missing)
    if not missing:
        return None
    return f"Spotify does not have {missing} more {'track' if missing == 1 else 'tracks'} of this tape."


def face_line(face: Face) -> str:
    """Say how one face of a group looks, and what hinders reading it."""
    top = face.emotions.top
    unsure = "" if face.sure else "perhaps "
    line = f"{unsure}mostly {EMOTION_WORDS[top]}, {percent(face.emotions[top])}"
    return line if face.quality.ok else f"{line} (hard to read: {UNCLEAR_WORDS[face.quality.reasons[0]].split(';')[0]})"


def live_line(reading: Reading) -> str:
    """Say what a live picture shows, for those who do not see the boxes."""
    if not reading.faces:
        return LIVE_NO_FACE
    if reading.unclear:
        return f"I can see a face, but {UNCLEAR_WORDS[reading.unclear]}."
    count, top = len(reading.faces), reading.room().top
    seen = "One face" if count == 1 else f"{count} faces"
    return f"{seen}; mostly {EMOTION_WORDS[top]}."


def sentence(problem: Problem) -> str:
    if isinstance(problem, MoodtapeError):
        return wording.sentence(problem)
    return PROBLEM_SENTENCES[type(problem)](problem)


def _listed(values: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{at}: {words[:1].lower() + words[1:]}" if at else words for at, words in values[:5])
