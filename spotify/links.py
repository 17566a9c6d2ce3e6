"""What stands in for playlists where no Spotify app is set up."""

from core.music import Tape


class LinksOnlyPublisher:
    """Makes no playlist: people get links to the tracks."""

    async def publish(
        self, tape: Tape, *, request_id: str | None = None, owner: str | None = None, language: str = "en"
    ) -> None:
        return None

    async def gone(self) -> frozenset[int]:
        return frozenset()

    async def tend(self) -> None:
        """There is nothing to tend."""
