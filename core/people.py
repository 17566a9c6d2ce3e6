"""What is kept about people and servers, each only as long as they want it; times in seconds since 1970."""

from dataclasses import dataclass

from core.mood import Goal, MoodName
from core.music import Track

DAY_S = 86_400.0
LONGEST_FEEDBACK = 4000


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agreed to the notice of this number, and to none after it."""

    notice: int
    given_at: float


@dataclass(frozen=True, slots=True)
class PersonSettings:
    """What a person chose.

    Attributes:
        language: As in "pt-BR"; None for the one that Discord speaks to them.
        private: Whether only they see replies; None for what the server prefers.
        history: Whether moods and tapes are remembered; only who asks for it has it.
        explicit: Whether explicit tracks may come, where the server allows them.
        favourites: Whether the artists that they hear most, as their linked Spotify account tells, lean their tapes.
    """

    language: str | None = None
    private: bool | None = None
    history: bool = False
    explicit: bool = True
    favourites: bool = False


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What those who manage a server chose.

    Attributes:
        goal: None for the one that suits the mood.
        length: Tracks on a tape.
        photo_channels: Where any photo counts, without a command.
    """

    goal: Goal | None = None
    length: int = 20
    explicit: bool = True
    photo_channels: frozenset[int] = frozenset()
    private: bool = True
    language: str | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One tape that a person had, and the mood that it was for."""

    made_at: float
    mood: MoodName
    goal: Goal
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person wrote to the operator, at most `LONGEST_FEEDBACK` characters."""

    person_id: int
    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Retention:
    """How long what has no end of its own is kept, in days."""

    history_days: float = 365
    taste_days: float = 365
    feedback_days: float = 180
