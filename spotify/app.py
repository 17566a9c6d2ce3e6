"""What the operator's Spotify app is, and how patient we are with Spotify."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each kind of work may take, in seconds.

    Attributes:
        connect_s: One connection.
        read_s: One silence of an open connection.
        token_s: One refresh of the access token, its retry included.
        search_s: All attempts of the searches for one track.
        making_s: Creating and filling one playlist.
        removing_s: Removing it again.
        publish_s: A whole tape, while a person waits.
        pauses_s: Before each repetition of a call that does no harm twice.
    """

    connect_s: float = 2.0
    read_s: float = 4.0
    token_s: float = 5.0
    search_s: float = 6.0
    making_s: float = 7.0
    removing_s: float = 3.0
    publish_s: float = 30.0
    pauses_s: tuple[float, ...] = (0.2, 0.6)


@dataclass(frozen=True, slots=True)
class SpotifyApp:
    """An app of Spotify's dashboard; PKCE needs its client id and no secret."""

    client_id: str
    login_port: int = 8888
    api_url: str = "https://api.spotify.com/v1/"
    accounts_url: str = "https://accounts.spotify.com"
    limits: Limits = field(default_factory=Limits)

    @property
    def redirect_uri(self) -> str:
        """What the operator enters in the dashboard; Spotify rejects the name localhost."""
        return f"http://127.0.0.1:{self.login_port}/callback"
