"""What the page says about its form, the camera, playlists and its own problems; `core/wording.py` has the rest.

This is the choice of a message and its values; the words are in `language/messages`. The API speaks English.
"""

from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

from starlette.datastructures import Headers
from starlette.types import Scope

from core import wording
from core.errors import FaceUnclear, MoodtapeError
from core.faces import Face, Reading
from core.flow import Result
from core.language import Languages, Words, match_language
from core.mood import Goal
from core.ports import LinkedAccount
from core.wording import percent, wait
from web import problems
from web.forms import TRACKS_MAX, TRACKS_MIN
from web.problems import PageProblem, Problem

WordsOf = Callable[[Scope], Words]
"""The words in which a request is answered."""

PROBLEM_SENTENCES: dict[type[PageProblem], Callable[[Any, Words], str]] = {
    problems.FormUnreadable: lambda e, words: words("web-form-unreadable"),
    problems.NothingChosen: lambda e, words: words("web-nothing-chosen"),
    problems.ConsentMissing: lambda e, words: words("web-consent-missing"),
    problems.UploadTooSlow: lambda e, words: words("web-upload-too-slow"),
    problems.TracksOutOfRange: lambda e, words: words("web-tracks-out-of-range", fewest=TRACKS_MIN, most=TRACKS_MAX),
    problems.HostUnknown: lambda e, words: words("web-unknown-host"),
    problems.ForeignPage: lambda e, words: words("web-foreign-page"),
    problems.LengthInvalid: lambda e, words: words("web-odd-length"),
    problems.TooManyRequests: lambda e, words: words("web-too-many-requests", **wait(ceil(e.retry_after_s))),
    problems.Restarting: lambda e, words: words("web-restarting"),
    problems.TapeUnknown: lambda e, words: words("web-tape-unknown"),
    problems.Incident: lambda e, words: words("web-incident", incident=e.number),
    problems.BodyTooHeavy: lambda e, _: f"A request may weigh at most {e.limit_bytes // 1000} kB beside its photo.",
    problems.ContentTypeUnknown: lambda e, _: (
        "Send application/json; a photo goes to /api/v1/mood as multipart/form-data."
    ),
    problems.ValuesInvalid: lambda e, _: "Some values cannot be used: " + _listed(e.values) + ".",
}
"""The last three are said to programs only."""
TAKE_BACK = "https://www.spotify.com/account/apps"

API_ABOUT = (
    "A mood or a photo goes in, a tape comes out. A photo is read in memory and dropped; a tape with its mood is kept "
    "in memory for an hour, or for a day where it waits for its playlist, under an id that nobody can guess. A face is "
    "a hint, not proof of how anyone feels. Problems are RFC 9457 documents, whose `type` names the kind and whose "
    "`detail` is a sentence for people."
)
API_PROBLEMS = {
    400: "It cannot be read: a broken form, a file that is no photo, an unknown host name.",
    403: "Another site's page sent it, and its origin is not allowed.",
    404: "There is no such tape, or not any more.",
    408: "It took too long to arrive.",
    413: "It is too heavy.",
    415: "Neither application/json nor, where a photo may come, multipart/form-data.",
    422: "The values cannot be used, no face can be read in the photo, or Spotify has none of the tape's tracks.",
    429: "Too many requests from this address; `Retry-After` says when to try again.",
    500: "Something that nobody foresaw; the incident's number is in the log too.",
    503: "Not now: too many photos are waiting, no music fits, Spotify allows no playlist yet, or something is wrong "
    "here; where it is known when to try again, `Retry-After` says so.",
}
"""What each status means in the API's description."""

GOALS = (Goal.MATCH, Goal.LIFT, Goal.CALM, Goal.ENERGISE, Goal.LET_OUT)
"""What the form offers; `Goal.TAKE_ME` comes with a mood."""
ENERGY_MESSAGES = {
    -1.0: "web-energy-least",
    -0.5: "web-energy-less",
    0.0: "web-energy-same",
    0.5: "web-energy-more",
    1.0: "web-energy-most",
}


def goal_word(goal: Goal, words: Words) -> str:
    """Name a goal, such as "Lift me up"."""
    return words("web-goal", goal=goal.value)


def energies(words: Words) -> list[tuple[float, str]]:
    """Give each energy that the form offers, and its name."""
    return [(energy, words(message)) for energy, message in ENERGY_MESSAGES.items()]


def script_words(words: Words, *, limit_mb: int) -> dict[str, str]:
    """Give what the page's script says."""
    return {
        "looking": words("web-looking"),
        "choosing": words("web-choosing"),
        "making": words("web-making-playlist"),
        "noCamera": words("web-no-camera"),
        "cameraOn": words("web-camera-on"),
        "cameraLost": words("web-camera-lost"),
        "ready": words("web-photo-ready"),
        "stillsReady": words("web-stills-ready"),
        "holdOn": words("web-hold-on"),
        "tooLarge": words("web-too-large", limit_mb=limit_mb),
        "liveEnded": words("web-live-ended"),
    }


def words_of(scope: Scope, languages: Languages) -> Words:
    """Speak the first language of a request's Accept-Language that is spoken here."""
    accepted = Headers(scope=scope).get("accept-language", "")
    return languages.words_for(next((tag for tag in accepted_tags(accepted) if match_language(tag)), None))


def accepted_tags(accept_language: str) -> Iterator[str]:
    """Give the tags of an Accept-Language header, the most wanted first (RFC 9110, section 12.5.4)."""
    weighed = [_weighed(part) for part in accept_language.split(",")]
    return (tag for tag, quality in sorted(weighed, key=lambda pair: -pair[1]) if quality > 0)


def _weighed(part: str) -> tuple[str, float]:
    tag, _, parameter = part.partition(";")
    name, _, quality = parameter.strip().partition("=")
    try:
        return tag.strip(), float(quality) if name.strip().lower() == "q" else 1.0
    except ValueError:
        return tag.strip(), 0.0


def spotify_line(result: Result, words: Words) -> str | None:
    """Say why there is no playlist, or what is not in it; None where all is well."""
    if result.spotify_problem:
        return wording.instead_of_playlist(result.spotify_problem, words)
    if not result.playlist:
        return words("web-no-playlists")
    missing = len(result.playlist.missing)
    return words("web-missing", count=missing) if missing else None


def linked(account: LinkedAccount, words: Words) -> tuple[str, ...]:
    """Say which account is linked to whom, and how somebody who was sent another's link takes it back."""
    return (
        words("web-linked", account=account.name),
        words("web-back-to-discord"),
        words("web-linked-to", person=account.person) if account.person else words("web-linked-to-asker"),
        words("web-take-back", address=TAKE_BACK),
    )


def face_line(face: Face, words: Words) -> str:
    """Say how one face of a group looks, and what hinders reading it."""
    top = face.emotions.top
    told = percent(face.emotions[top], words)
    line = words("web-face-sure" if face.sure else "web-face-unsure", mood=top.value, percent=told)
    return line if face.quality.ok else words("web-face-hard", line=line, reason=face.quality.reasons[0].value)


def live_line(reading: Reading, words: Words) -> str:
    """Say what a live picture shows, for those who do not see the boxes."""
    if not reading.faces:
        return words("web-live-no-face")
    if reading.unclear:
        return wording.sentence(FaceUnclear(reading.unclear), words)
    return words("web-live-faces", faces=len(reading.faces), mood=reading.room().top.value)


def sentence(problem: Problem, words: Words) -> str:
    if isinstance(problem, MoodtapeError):
        return wording.sentence(problem, words)
    return PROBLEM_SENTENCES[type(problem)](problem, words)


def _listed(values: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{at}: {told[:1].lower() + told[1:]}" if at else told for at, told in values[:5])
