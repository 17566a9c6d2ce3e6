"""What the page says about playlists and its own form; `core/wording.py` has what all doors say."""

from core import wording
from core.errors import MoodtapeError
from core.flow import Result
from core.ports import LinkedAccount
from web.forms import (
    TRACKS_MAX,
    TRACKS_MIN,
    FormProblem,
    FormUnreadable,
    NothingChosen,
    TracksOutOfRange,
    UploadTooSlow,
)

FORM_SENTENCES: dict[type[FormProblem], str] = {
    FormUnreadable: "That form did not arrive in one piece; please send it again.",
    NothingChosen: "Please choose a photo, or pick a mood.",
    UploadTooSlow: "The upload took too long; please try again, perhaps with a smaller photo.",
    TracksOutOfRange: f"A tape has {TRACKS_MIN} to {TRACKS_MAX} tracks; please choose a number between them.",
}
FILE_GONE = ("No such file", "Files of a tape are here for an hour after it was made; please make the tape again.")
NOT_LINKED = "Not linked"
TAKE_BACK = "https://www.spotify.com/account/apps"
NO_PLAYLISTS = "Playlists are not set up here yet, so each track links to Spotify."


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


def linked(account: LinkedAccount) -> tuple[str, ...]:
    """Say which account is linked to whom, and how somebody who was sent another's link takes it back."""
    who = f"the Discord account {account.person}" if account.person else "the Discord account that asked for it"
    return (
        f"Linked as {account.name}",
        "You can go back to Discord.",
        f"Playlists that {who} saves now go to this Spotify account. `/spotify unlink` there ends that.",
        f"Is that not your Discord account? Then remove Moodtape at once under {TAKE_BACK}.",
    )


def sentence(problem: MoodtapeError | FormProblem) -> str:
    return FORM_SENTENCES[type(problem)] if isinstance(problem, FormProblem) else wording.sentence(problem)
