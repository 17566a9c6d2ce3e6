"""What the page says about playlists and its own form; `core/wording.py` has what all doors say."""

from collections.abc import Callable, Iterator

from starlette.datastructures import Headers
from starlette.types import Scope

from core import wording
from core.errors import MoodtapeError
from core.flow import Result
from core.language import Languages, Words, match_language
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

FORM_SENTENCES: dict[type[FormProblem], Callable[[Words], str]] = {
    FormUnreadable: lambda words: words("web-form-unreadable"),
    NothingChosen: lambda words: words("web-nothing-chosen"),
    UploadTooSlow: lambda words: words("web-upload-too-slow"),
    TracksOutOfRange: lambda words: words("web-tracks-out-of-range", fewest=TRACKS_MIN, most=TRACKS_MAX),
}
TAKE_BACK = "https://www.spotify.com/account/apps"


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


def sentence(problem: MoodtapeError | FormProblem, words: Words) -> str:
    if isinstance(problem, FormProblem):
        return FORM_SENTENCES[type(problem)](words)
    return wording.sentence(problem, words)
