"""What the operator's Spotify app is, and how patient we are with Spotify."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each kind of work may take, in seconds.

    Attributes:
        connect_s: One connection.
        read_s: One silence of an open connection.
        token_s: One refresh of the access token; it is repeated only after a quick failure.
        search_s: All attempts of the searches for one track.
        making_s: Creating and filling one playlist, or removing one in the background.
        removing_s: Removing it again; both together hold a worker for ten seconds.
        publish_s: A whole tape, while a person waits.
        pauses_s: Before each repetition of a call that does no harm twice.
    """

    connect_s: float = 1.5
    read_s: float = 3.0
    token_s: float = 5.0
    search_s: float = 6.0
    making_s: float = 7.0
    removing_s: float = 3.0
    publish_s: float = 30.0
    pauses_s: tuple[float, ...] = (0.2, 0.6)


@dataclass(frozen=True, slots=True)
class SpotifyApp:
    """An app of Spotify's dashboard; PKCE needs its client id and no secret.

    `public_url` is where people reach the page, as in https://mood.example.org; None where they link no accounts.
    """

    client_id: str
    login_port: int = 8888
    api_url: str = "https://api.spotify.com/v1/"
    accounts_url: str = "https://accounts.spotify.com"
    limits: Limits = field(default_factory=Limits)
    public_url: str | None = None

    @property
    def redirect_uri(self) -> str:
        """What the operator enters in the dashboard; Spotify rejects the name localhost."""
        return f"http://127.0.0.1:{self.login_port}/callback"

    @property
    def link_redirect_uri(self) -> str:
        """The second one, where people come back to who link their own accounts."""
        return f"{self.public_url}/spotify/callback"
