"""What stands in for playlists where no Spotify app is set up."""

from core.music import Tape


class LinksOnlyPublisher:
    """Makes no playlist: people get links to the tracks."""

    async def publish(self, tape: Tape) -> None:
        return None
