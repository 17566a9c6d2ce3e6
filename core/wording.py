"""What all doors say alike: how a face looks, what a mood is called, and one sentence for each error."""

from collections.abc import Callable
from typing import Any

from core import errors
from core.emotion import EMOTIONS
from core.errors import MoodtapeError
from core.flow import Result
from core.mood import Goal, MoodName
from core.music import Lack, Shortage, Tape

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
LEADS = {
    Goal.LIFT: "The tape starts there and goes towards happy.",
    Goal.CALM: "The tape starts there and goes towards calm.",
    Goal.ENERGISE: "The tape starts there and goes towards energetic.",
    Goal.LET_OUT: "The tape lets it out first and then finds relief.",
    Goal.TAKE_ME: "The tape starts there and goes where you asked.",
}
LACK_WORDS = {
    Lack.UNPLACED: "without valence and arousal",
    Lack.DISLIKED: "that you did not like",
    Lack.EXPLICIT: "explicit or perhaps explicit",
    Lack.GENRE: "of other genres",
    Lack.LANGUAGE: "in other languages",
    Lack.DECADE: "of other decades",
    Lack.ARTIST: "by artists who are on the tape already",
    Lack.GONE: "that Spotify does not have",
}
EMOTION_WORDS = {emotion: MOOD_WORDS[MoodName(emotion.value)] for emotion in EMOTIONS}


def headline(result: Result) -> str:
    """Say how the faces look, never how people are; or name the mood that was picked."""
    if result.reading is None:
        word = MOOD_WORDS[result.tape.mood.name]
        return f"A tape for {'an' if word[0] in 'aeiou' else 'a'} {word} mood"
    faces, word = len(result.reading.faces), EMOTION_WORDS[result.reading.room().top]
    if not any(face.sure for face in result.reading.faces):
        seen = "how you look" if faces == 1 else f"how these {faces} faces look"
        return f"I am not sure {seen}; perhaps mostly {word}"
    return f"You look mostly {word}" if faces == 1 else f"I see {faces} faces; the room looks mostly {word}"


def leads(tape: Tape) -> str | None:
    """Say where a tape goes; nothing where it stays."""
    return LEADS.get(tape.goal)


def short_of(tape: Tape) -> str | None:
    """Say why a tape is shorter than asked; nothing where it is not."""
    if tape.shortage is None:
        return None
    count = len(tape.tracks)
    told = f"I found only {count} {'track' if count == 1 else 'tracks'} of {tape.shortage.asked}"
    without = left_out(tape.shortage)
    return f"{told}; left out: {without}." if without else f"{told}; the catalogue has no more."


def about_tape(tape: Tape) -> list[str]:
    """Say where a tape goes, and why it is shorter than asked; a line each, none where there is nothing to say."""
    return [line for line in (leads(tape), short_of(tape)) if line]


def left_out(shortage: Shortage) -> str:
    """Name the three main reasons, such as "60 of other genres, 3 in other languages"."""
    main = sorted(shortage.left_out, key=lambda pair: -pair[1])[:3]
    return ", ".join(f"{count} {LACK_WORDS[lack]}" for lack, count in main)


def percent(probability: float) -> str:
    """Round a probability in 0..1."""
    return "under 1%" if 0 < probability < 0.005 else f"{probability:.0%}"


def _no_tracks(error: errors.NoTracks) -> str:
    without = left_out(error.shortage) if error.shortage else ""
    if not without:
        return "There is no music in the catalogue yet; whoever runs me can add some."
    return f"No track fits all your wishes; please take some back (left out: {without})."


def _wait(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes" if seconds < 5400 else f"{round(seconds / 3600)} hours"


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:.0f} MB"


SENTENCES: dict[type[MoodtapeError], Callable[[Any], str]] = {
    errors.NotAnImage: lambda e: "That file is not a photo that I can open; please send a JPEG, PNG or WebP.",
    errors.DamagedPhoto: lambda e: "That photo is damaged or incomplete; please send it again or take another.",
    errors.PhotoTooHeavy: lambda e: (
        f"That file is too large ({_megabytes(e.size_bytes)}); please send a photo of at most "
        f"{_megabytes(e.limit_bytes)}."
    ),
    errors.TooManyPixels: lambda e: (
        f"That photo has too many pixels; please send one of at most {e.limit_px / 1_000_000:.0f} megapixels."
    ),
    errors.PhotoUnavailable: lambda e: "I could not download that photo; please send it again.",
    errors.PhotoFileUnreadable: lambda e: f"There is no photo that I can read at {e.path}.",
    errors.NoFace: lambda e: (
        "I cannot see a face in that photo; try one from closer by, with light on your face, or pick a mood instead."
    ),
    errors.UnknownMood: lambda e: "I do not know that mood; please pick one from the list.",
    errors.NoTracks: _no_tracks,
    errors.Busy: lambda e: f"Many people are asking right now; please try again in {_wait(e.retry_after_s)}.",
    errors.StorageUnavailable: lambda e: "My memory cannot be reached right now; please try again in a minute.",
    errors.SpotifyLoginNeeded: lambda e: (
        "I am not logged in at Spotify, or not any more; whoever runs me can mend that with `moodtape spotify login`."
    ),
    errors.SpotifyForbidden: lambda e: (
        "Spotify does not let my account make playlists; whoever runs me should check the app in Spotify's dashboard."
    ),
    errors.SpotifyRateLimited: lambda e: f"Spotify asks me to wait {_wait(e.retry_after_s)} before the next playlist.",
    errors.SpotifyUnavailable: lambda e: "Spotify cannot be reached right now.",
    errors.TracksNotOnSpotify: lambda e: "Spotify's search does not know these tracks by name.",
    errors.LinkExpired: lambda e: "This link was used already or is too old; get a new one with `/spotify link`.",
    errors.LinkDeclined: lambda e: (
        "You did not agree on Spotify's page, so nothing is linked; `/spotify link` gives another try."
    ),
    errors.LinkNotAllowed: lambda e: (
        "Spotify lets only five chosen accounts in; ask whoever runs me to add yours under User Management in "
        "Spotify's dashboard, then use `/spotify link` again."
    ),
    errors.NotLinked: lambda e: "Your Spotify account is not linked; `/spotify link` does that.",
    errors.SettingsInvalid: lambda e: f"Please check the setting {e.setting}: {e.advice}.",
    errors.ModelMissing: lambda e: f"The model file {e.path} is missing; install Moodtape again or train one.",
    errors.ModelMismatch: lambda e: f"The model {e.path} cannot be used: {e.reason}; install Moodtape again.",
    errors.CatalogueMissing: lambda e: (
        f"There is no catalogue at {e.path}; check the path, or the setting CATALOGUE_PATH."
    ),
    errors.CatalogueInvalid: lambda e: f"The catalogue {e.path} cannot be used: {e.reason}.",
    errors.DataInvalid: lambda e: f"The data in {e.path} cannot be used: {e.reason}.",
    errors.DownloadFailed: lambda e: f"Downloading {e.what} failed: {e.reason}.",
    errors.FolderUnusable: lambda e: f"The folder {e.path} cannot be written; set DATA_DIR to a folder of your own.",
    errors.DatabaseUnusable: lambda e: f"The database {e.where} cannot be used: {e.reason}.",
    errors.SecretKeyWrong: lambda e: (
        "The stored logins were encrypted under another key; add that key to SECRET_KEYS or to secret.key in DATA_DIR, "
        "or log in again."
    ),
    errors.DiscordTokenRejected: lambda e: (
        "Discord does not accept DISCORD_TOKEN; copy it again from the Bot page of Discord's developer portal."
    ),
    errors.SpotifyLoginFailed: lambda e: f"The login at Spotify did not finish: {e.reason}.",
    errors.DiscordUnreachable: lambda e: "Discord cannot be reached; check this machine's network and try again.",
    errors.TrainingNotInstalled: lambda e: (
        "Training needs TensorFlow and MLflow; run `make setup` in a checkout, or install `moodtape[train]`."
    ),
    errors.PortTaken: lambda e: f"Port {e.port} is already in use; stop the other program or set WEB_PORT.",
}


def sentence(error: MoodtapeError) -> str:
    """Say what happened and what to do, without names, paths of photos, tokens or exception text."""
    return SENTENCES[type(error)](error)


def instead_of_playlist(problem: MoodtapeError) -> str:
    """Say why a tape comes without its playlist."""
    return f"{sentence(problem)} Here are the track links instead."
