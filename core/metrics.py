"""What is counted for the operator; never who, and never what a photo shows."""

from enum import StrEnum
from typing import Protocol


class Acknowledgement(StrEnum):
    """How Discord took the word that an answer will come."""

    TAKEN = "taken"
    LATE = "late"
    REFUSED = "refused"


class Meter(Protocol):
    """Counts; safe from many threads, and never in the way."""

    def refused(self, error: Exception) -> None:
        """Count what a person was told instead of what they asked for, by the error's type."""
        ...

    def spotify_answered(self, operation: str, *, outcome: str, seconds: float) -> None:
        """Count one attempt of one request; both words are from short lists."""
        ...

    def discord_acknowledged(self, outcome: Acknowledgement, *, seconds: float) -> None: ...

    def discord_connected(self, connected: bool) -> None: ...


class NoMeter:
    """Counts nothing."""

    def refused(self, error: Exception) -> None: ...

    def spotify_answered(self, operation: str, *, outcome: str, seconds: float) -> None: ...

    def discord_acknowledged(self, outcome: Acknowledgement, *, seconds: float) -> None: ...

    def discord_connected(self, connected: bool) -> None: ...
