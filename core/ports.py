"""What the flow needs from the rooms around it.

Implementations keep the event loop free: they decode, infer and talk to networks in bounded workers.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import Any, Protocol

from core.emotion import EmotionScores
from core.faces import Reading
from core.metrics import Meter, NoMeter
from core.mood import Goal, MoodName, MoodPoint
from core.music import Playlist, Tape
from core.people import Consent, Feedback, GuildSettings, HistoryEntry, PersonSettings, Retention
from core.taste import Opinion, Taste

MAX_LENGTH = 100


@dataclass(frozen=True, slots=True)
class TapeRequest:
    """What a tape is made from.

    Attributes:
        feeling: How a face looks, the mood that a person picked, or a point of the plane.
        length: Wanted number of tracks, 1..100.
        seed: Reproduces a tape; None for a fresh one.
        goal: None for the one that suits the mood.
        destination: The mood that `Goal.TAKE_ME` leads to.
        energy: Shifts the whole path, -1 (calmer) to 1 (more energy).
        avoid: Keys of tracks that the person has had lately (`Track.key`); they come where there is nothing else.
        explicit: False leaves explicit tracks out, and those of which it is not known.
        genres, languages, decades: Where not empty, only such tracks (a decade is its first year).
        tastes: What each person in the room likes; blended so that nobody is left out.
        favourites: Names of artists whom the person listens to elsewhere; for this tape only, and not to be stored.
        gone: Keys of tracks that Spotify is known not to have; they never come.

    Raises:
        ValueError: The length or the energy is out of range, or `Goal.TAKE_ME` has no destination.
    """

    feeling: EmotionScores | MoodName | MoodPoint
    length: int = 20
    seed: int | None = None
    goal: Goal | None = None
    destination: MoodName | None = None
    energy: float = 0.0
    avoid: frozenset[int] = frozenset()
    explicit: bool = True
    genres: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    decades: frozenset[int] = frozenset()
    tastes: tuple[Taste, ...] = ()
    favourites: tuple[str, ...] = ()
    gone: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not 1 <= self.length <= MAX_LENGTH:
            raise ValueError(f"a tape has 1 to {MAX_LENGTH} tracks")
        if not (isfinite(self.energy) and -1 <= self.energy <= 1):
            raise ValueError("energy lies in -1..1")
        if self.goal is Goal.TAKE_ME and self.destination is None:
            raise ValueError("to be taken to a mood, name the mood")


class EmotionReader(Protocol):
    async def read(self, photo: bytes) -> Reading:
        """Find the faces in an encoded photo and how they look; no face is an empty reading.

        Raises:
            BadPhoto: The bytes are not a photo that can be read.
        """
        ...


class Recommender(Protocol):
    async def pick(self, request: TapeRequest) -> Tape:
        """Choose and order tracks; fewer than asked where the catalogue has fewer.

        Raises:
            NoTracks: There is not one.
        """
        ...


class PlaylistPublisher(Protocol):
    async def publish(
        self, tape: Tape, *, request_id: str | None = None, owner: str | None = None, language: str = "en"
    ) -> Playlist | None:
        """Make a whole playlist, or leave nothing behind; None where playlists are not set up.

        Args:
            request_id: The same request makes one playlist however often it comes; None for one of its own.
            owner: Whose account it goes to, by their Discord id in digits; None for the bot's own.
            language: Of its name and description, as in "en".

        Raises:
            SpotifyProblem: Spotify would not, and nothing is left behind.
        """
        ...

    async def gone(self) -> frozenset[int]:
        """Give the keys of tracks that Spotify is known not to have."""
        ...

    async def tend(self) -> None:
        """Finish or remove what was interrupted, and remove what is old; to be called every minute.

        Raises:
            SpotifyProblem: Spotify would not; the next call tries again.
        """
        ...


@dataclass(frozen=True, slots=True)
class LinkedAccount:
    """A person's own Spotify account: what it calls itself, and the date on which its login ends at the latest.

    `person` is what Discord called them when they began, for the page that they come back to.
    """

    name: str
    ends_on: date
    person: str = ""


class AccountLinks(Protocol):
    """Links people's own Spotify accounts to their Discord accounts; an account belongs to one person at a time."""

    async def begin(self, person_id: int, *, name: str) -> str:
        """Give the address of Spotify's page: good for ten minutes, once, for this person, and in place of the last."""
        ...

    async def finish(self, state: str, *, code: str, error: str = "") -> LinkedAccount:
        """Take what Spotify's page sent back: a code, or else the name of an error, "access_denied" for a refusal.

        Raises:
            LinkProblem: Nothing is linked.
            SpotifyProblem: Spotify did not answer, and nothing is linked.
        """
        ...

    async def account_of(self, person_id: int) -> LinkedAccount | None: ...

    async def unlink(self, person_id: int) -> bool:
        """Delete the person's login at once; say whether there was one."""
        ...

    async def top_artists(self, person_id: int) -> tuple[str, ...]:
        """Give the names of the artists that the person hears most, most heard first, at most 20; none where no
        account is linked or its login does not allow it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """The rooms that one tape passes through, and who counts; `accounts` is None where people cannot link their own."""

    reader: EmotionReader
    recommender: Recommender
    publisher: PlaylistPublisher
    accounts: AccountLinks | None = None
    meter: Meter = field(default_factory=NoMeter)


class ConsentStore(Protocol):
    async def consent_of(self, person_id: int) -> Consent | None: ...

    async def give_consent(self, person_id: int, consent: Consent) -> None: ...

    async def revoke_consent(self, person_id: int) -> None: ...


class SettingsStore(Protocol):
    """Settings of people and servers; whoever chose nothing has the defaults.

    A change is a function of the settings as they stand, so that two changes at once both count.
    """

    async def settings_of(self, person_id: int) -> PersonSettings: ...

    async def change_settings(
        self, person_id: int, change: Callable[[PersonSettings], PersonSettings]
    ) -> PersonSettings: ...

    async def guild_settings(self, guild_id: int) -> GuildSettings: ...

    async def change_guild(self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]) -> GuildSettings: ...

    async def forget_guild(self, guild_id: int) -> None: ...


class TasteStore(Protocol):
    async def taste_of(self, person_id: int) -> Taste: ...

    async def learn(self, person_id: int, *opinions: Opinion) -> Taste:
        """Add all of these opinions or none, as `core.taste.learn` does; of several calls at once none is lost."""
        ...


class HistoryStore(Protocol):
    async def record(self, person_id: int, entry: HistoryEntry) -> bool:
        """Remember a tape for those whose settings ask for it; say whether it is remembered."""
        ...

    async def history_of(self, person_id: int, *, since: float, until: float) -> list[HistoryEntry]:
        """Give what was made from `since` to before `until`, oldest first."""
        ...

    async def recent_keys(self, person_id: int, *, tapes: int) -> frozenset[int]:
        """Give the keys of the tracks on the person's last tapes."""
        ...

    async def clear_history(self, person_id: int) -> None: ...


class FeedbackStore(Protocol):
    async def add_feedback(self, feedback: Feedback) -> None:
        """Keep it, cut to what a feedback may have."""
        ...

    async def latest_feedback(self, *, limit: int) -> list[Feedback]:
        """Give everybody's, newest first; for the operator."""
        ...


@dataclass(frozen=True, slots=True)
class KeptTape:
    """A tape as its buttons need it after a restart, good until `expires_at` (seconds since 1970).

    Attributes:
        tape_id: Random and opaque; stands in the buttons.
        request: Without `avoid`, `tastes`, `gone` and `favourites`, which are asked for afresh; whoever is not the
            owner sees the mood of the tape in it and never how the owner's face looked.
        shared: Whether others than the owner may press.
        own: Whether it is of the owner's own look or word; False for whoever is not the owner.
        awaited_in: The language to tell the owner in once there is a playlist; None where they do not wait for one.
    """

    tape_id: str
    owner_id: int
    request: TapeRequest
    tape: Tape
    expires_at: float
    playlist_url: str | None = None
    shared: bool = False
    awaited_in: str | None = None
    own: bool = True


class TapeStore(Protocol):
    async def keep_tape(self, kept: KeptTape) -> None: ...

    async def tape(self, tape_id: str, *, person_id: int, now: float) -> KeptTape | None:
        """Give a tape to its owner, or to anybody if it is shared; None where it is late, gone or not theirs."""
        ...

    async def share_tape(self, tape_id: str, *, person_id: int, shared: bool = True) -> bool:
        """Let others press the person's tape, or no longer; say whether that is news."""
        ...

    async def await_playlist(self, tape_id: str, *, person_id: int, language: str) -> bool:
        """Note that a person waits for their tape's playlist; False where it is not theirs or has one already."""
        ...

    async def awaited(self, *, after: float, limit: int) -> list[KeptTape]:
        """Give tapes whose playlists are awaited and that expire later than `after`, the first to expire first."""
        ...

    async def fulfil(self, tape_id: str, *, playlist_url: str) -> bool:
        """Keep a tape's first playlist and end the wait for it; of several callers at once, one hears True."""
        ...

    async def give_up(self, tape_id: str) -> bool:
        """End the wait for a playlist that cannot be made; of several callers at once, one hears True."""
        ...


class PeopleStore(Protocol):
    async def export(self, person_id: int) -> dict[str, list[dict[str, Any]]]:
        """Give all that is stored about a person, by table, ready for JSON; no secrets."""
        ...

    async def delete(self, person_id: int) -> None:
        """Delete all of it at once; nothing of it stays in the database's files."""
        ...

    async def purge(self, *, now: float, retention: Retention) -> int:
        """Delete what is late or older than it may be; give the number of rows. To be called at least every hour."""
        ...


class CountStore(Protocol):
    """Counts by key in windows of time, each of which begins with its first count.

    `limits` counts with it and takes nothing that is not a `limits.aio.storage.Storage`, so an implementation is one.
    """

    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, in a window of `expiry` seconds, and give the sum; of many at once each gets another sum."""
        ...

    async def get(self, key: str) -> int: ...

    async def get_expiry(self, key: str) -> float:
        """Give when the window ends, in seconds since 1970."""
        ...


@dataclass(frozen=True, slots=True)
class People:
    """All that is kept about people and servers; without `counts` each process counts for itself."""

    consents: ConsentStore
    settings: SettingsStore
    tastes: TasteStore
    history: HistoryStore
    feedback: FeedbackStore
    tapes: TapeStore
    everything: PeopleStore
    counts: CountStore | None = None
