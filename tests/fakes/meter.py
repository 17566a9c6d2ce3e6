"""A meter that remembers what it was told."""

from core.metrics import Acknowledgement


class RecordingMeter:
    def __init__(self) -> None:
        self.refusals: list[str] = []
        self.spotify: list[tuple[str, str]] = []
        self.acknowledgements: list[Acknowledgement] = []

    def refused(self, error: Exception) -> None:
        self.refusals.append(type(error).__name__)

    def spotify_answered(self, operation: str, *, outcome: str, seconds: float) -> None:
        assert seconds >= 0
        self.spotify.append((operation, outcome))

    def discord_acknowledged(self, outcome: Acknowledgement, *, seconds: float) -> None:
        assert seconds >= 0
        self.acknowledgements.append(outcome)

    def discord_connected(self, connected: bool) -> None: ...
