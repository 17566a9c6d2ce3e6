"""What all doors say alike: how a face looks, where a tape goes, and one sentence for each error.

This is the choice of a message and its values; the words themselves are in `language/messages`.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

from core import errors
from core.emotion import Emotion
from core.errors import MoodtapeError
from core.flow import Result
from core.language import Value, Words
from core.mood import Goal, MoodName
from core.music import Reason, Shortage, Tape, Track, Why


def mood_word(mood: MoodName | Emotion, words: Words) -> str:
    """Name a mood, such as "happy"."""
    return words("mood-word", mood=mood.value)


def mood_label(mood: MoodName, words: Words) -> str:
    """Name a mood on a button, such as "Happy"."""
    word = mood_word(mood, words)
    return word[:1].upper() + word[1:]


def headline(result: Result, words: Words) -> str:
    """Say how the faces look, never how people are; or name the mood that was picked."""
    if result.reading is None:
        return words("headline-picked", mood=result.tape.mood.name.value)
    faces, top = result.reading.faces, result.reading.room().top
    if any(face.sure for face in faces):
        return words("headline-looks", faces=len(faces), mood=top.value)
    return words("headline-unsure", faces=len(faces), mood=top.value)


def leads(tape: Tape, words: Words) -> str | None:
    """Say where a tape goes; nothing where it stays."""
    return None if tape.goal is Goal.MATCH else words("tape-leads", goal=tape.goal.value)


def short_of(tape: Tape, words: Words) -> str | None:
    """Say why a tape is shorter than asked; nothing where it is not."""
    if tape.shortage is None:
        return None
    count, asked, without = len(tape.tracks), tape.shortage.asked, left_out(tape.shortage, words)
    if without:
        return words("tape-short-left-out", count=count, asked=asked, left_out=without)
    return words("tape-short", count=count, asked=asked)


def about_tape(tape: Tape, words: Words) -> list[str]:
    """Say where a tape goes, and why it is shorter than asked; a line each, none where there is nothing to say."""
    return [line for line in (leads(tape, words), short_of(tape, words)) if line]


def left_out(shortage: Shortage, words: Words) -> str:
    """Name the three main reasons, such as "60 of other genres, 3 in other languages"."""
    main = sorted(shortage.left_out, key=lambda pair: -pair[1])[:3]
    return listed((words("left-out", lack=lack.value, count=count) for lack, count in main), words)


def listed(items: Iterable[str], words: Words) -> str:
    """Put a list into one line, such as "a, b, c"."""
    told = list(items)
    return reduce(lambda first, following: words("list-join", first=first, next=following), told) if told else ""


def why(track: Track, words: Words) -> str | None:
    """Say why a track is on its tape; nothing where that is not known."""
    return WHYS[track.why.why](track.why, track, words) if track.why else None


def _towards(reason: Reason) -> str:
    return reason.mood.value if reason.mood else "relief"


def _shift(reason: Reason) -> str:
    return {1: "more", -1: "less"}.get(reason.energy, "same")


def _fits(reason: Reason, words: Words) -> str:
    mood = (reason.mood or MoodName.NEUTRAL).value
    return words("why-mood", mood=mood, energy=_shift(reason))


WHYS: dict[Why, Callable[[Reason, Track, Words], str]] = {
    Why.LIKED: lambda reason, track, words: words("why-liked", artist=track.artist),
    Why.VARIETY: lambda reason, track, words: words("why-variety"),
    Why.LOOK: lambda reason, track, words: words("why-look", energy=_shift(reason)),
    Why.MOOD: lambda reason, track, words: _fits(reason, words),
    Why.POINT: lambda reason, track, words: words("why-point", energy=_shift(reason)),
    Why.STEP: lambda reason, track, words: words("why-step", towards=_towards(reason)),
    Why.ARRIVED: lambda reason, track, words: words("why-arrived", towards=_towards(reason)),
    Why.LET_OUT: lambda reason, track, words: words("why-let-out"),
}


def percent(probability: float, words: Words) -> str:
    """Round a probability in 0..1."""
    if 0 < probability < 0.005:
        return words("probability-tiny")
    return words("probability", probability=probability)


def wait(seconds: float) -> dict[str, Value]:
    """Give the values of the message `wait`, which others hold: a whole count, and its unit."""
    if seconds < 90:
        return {"count": max(1, round(seconds)), "unit": "seconds"}
    if seconds < 5400:
        return {"count": round(seconds / 60), "unit": "minutes"}
    return {"count": round(seconds / 3600), "unit": "hours"}


def _no_tracks(error: errors.NoTracks, words: Words) -> str:
    without = left_out(error.shortage, words) if error.shortage else ""
    return words("error-no-tracks", left_out=without) if without else words("error-no-music")


def _megabytes(size_bytes: int) -> int:
    return round(size_bytes / 1_000_000)


SENTENCES: dict[type[MoodtapeError], Callable[[Any, Words], str]] = {
    errors.NotAnImage: lambda e, words: words("error-not-an-image"),
    errors.DamagedPhoto: lambda e, words: words("error-damaged-photo"),
    errors.PhotoTooHeavy: lambda e, words: words(
        "error-photo-too-heavy", size_mb=_megabytes(e.size_bytes), limit_mb=_megabytes(e.limit_bytes)
    ),
    errors.TooManyPixels: lambda e, words: words(
        "error-too-many-pixels", limit_megapixels=round(e.limit_px / 1_000_000)
    ),
    errors.PhotoTakesTooLong: lambda e, words: words("error-photo-takes-too-long"),
    errors.PhotoCrashesReader: lambda e, words: words("error-photo-crashes-reader"),
    errors.PhotoUnavailable: lambda e, words: words("error-photo-unavailable"),
    errors.PhotoFileUnreadable: lambda e, words: words("error-photo-file-unreadable", path=str(e.path)),
    errors.NoFace: lambda e, words: words("error-no-face"),
    errors.FaceUnclear: lambda e, words: words("error-face-unclear", reason=e.reason.value),
    errors.UnknownMood: lambda e, words: words("error-unknown-mood"),
    errors.NoTracks: _no_tracks,
    errors.TapeGone: lambda e, words: words("error-tape-gone"),
    errors.Busy: lambda e, words: words("error-busy", **wait(e.retry_after_s)),
    errors.TooManyTapes: lambda e, words: words("error-too-many-tapes", **wait(e.retry_after_s)),
    errors.TooManyTapesHere: lambda e, words: words("error-too-many-tapes-here", **wait(e.retry_after_s)),
    errors.StorageUnavailable: lambda e, words: words("error-storage-unavailable"),
    errors.SpotifyLoginNeeded: lambda e, words: words("error-spotify-login-needed"),
    errors.SpotifyLinkEnded: lambda e, words: words("error-spotify-link-ended"),
    errors.SpotifyForbidden: lambda e, words: words("error-spotify-forbidden"),
    errors.SpotifyRateLimited: lambda e, words: words("error-spotify-rate-limited", **wait(e.retry_after_s)),
    errors.SpotifyUnavailable: lambda e, words: words("error-spotify-unavailable"),
    errors.TracksNotOnSpotify: lambda e, words: words("error-tracks-not-on-spotify"),
    errors.LinkExpired: lambda e, words: words("error-link-expired"),
    errors.LinkDeclined: lambda e, words: words("error-link-declined"),
    errors.LinkFailed: lambda e, words: words("error-link-failed"),
    errors.LinkNotAllowed: lambda e, words: words("error-link-not-allowed"),
    errors.NotLinked: lambda e, words: words("error-not-linked"),
    errors.SettingsInvalid: lambda e, words: words("error-settings-invalid", setting=e.setting, advice=e.advice),
    errors.ReaderCannotStart: lambda e, words: words("error-reader-cannot-start", reason=e.reason),
    errors.ModelMissing: lambda e, words: words("error-model-missing", path=str(e.path)),
    errors.ModelMismatch: lambda e, words: words("error-model-mismatch", path=str(e.path), reason=e.reason),
    errors.CatalogueMissing: lambda e, words: words("error-catalogue-missing", path=str(e.path)),
    errors.CatalogueInvalid: lambda e, words: words("error-catalogue-invalid", path=str(e.path), reason=e.reason),
    errors.DataInvalid: lambda e, words: words("error-data-invalid", path=str(e.path), reason=e.reason),
    errors.DownloadFailed: lambda e, words: words("error-download-failed", what=e.what, reason=e.reason),
    errors.FolderUnusable: lambda e, words: words("error-folder-unusable", path=str(e.path)),
    errors.DatabaseUnusable: lambda e, words: words("error-database-unusable", where=e.where, reason=e.reason),
    errors.SecretKeyWrong: lambda e, words: words("error-secret-key-wrong"),
    errors.DiscordTokenRejected: lambda e, words: words("error-discord-token-rejected"),
    errors.SpotifyLoginFailed: lambda e, words: words("error-spotify-login-failed", reason=e.reason),
    errors.DiscordUnreachable: lambda e, words: words("error-discord-unreachable"),
    errors.TrainingNotInstalled: lambda e, words: words("error-training-not-installed"),
    errors.PortTaken: lambda e, words: words("error-port-taken", port=str(e.port)),
}


def sentence(error: MoodtapeError, words: Words) -> str:
    """Say what happened and what to do, without names, paths of photos, tokens or exception text."""
    return SENTENCES[type(error)](error, words)


def instead_of_playlist(problem: MoodtapeError, words: Words) -> str:
    """Say why a tape comes without its playlist."""
    return words("instead-of-playlist", problem=sentence(problem, words))
