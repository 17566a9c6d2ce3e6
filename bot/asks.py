"""What people ask for, as values."""

from dataclasses import dataclass
from enum import StrEnum

import discord

from core.mood import Goal, MoodName

DEFAULT_LENGTH = 20
LENGTHS = range(5, 51)


class Turn(StrEnum):
    """How a new tape differs from the last."""

    ANOTHER = "another"
    MORE = "more"
    LESS = "less"
    LIFT = "lift"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Variation:
    """A tape like one that is kept; `mood` is what a person feels where the last one was wrong about it."""

    tape_id: str
    turn: Turn
    mood: MoodName | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What one person wants a tape from: their photo, the mood they picked, or their last tape.

    Attributes:
        length: Number of tracks, 5..50; None for what the server prefers.
        private: Nobody else sees the reply; None for what the person or the server prefers.
        request_id: The interaction or message that asked; the same one makes one playlist.
        goal: None for what the server prefers, or else suits the mood.
        destination: Where `Goal.TAKE_ME` leads.
        guild_id: The server whose settings count; None outside of one.
        author_id: Who posted the photo, where that is somebody else; they must have agreed.
        agrees: The person has just agreed to the notice.
        beside: The reply stands beside the message whose button asked, and does not replace it.
    """

    person_id: int
    source: discord.Attachment | MoodName | Variation
    length: int | None = None
    private: bool | None = True
    request_id: str | None = None
    author_id: int | None = None
    agrees: bool = False
    goal: Goal | None = None
    destination: MoodName | None = None
    guild_id: int | None = None
    beside: bool = False
