"""What `moodtape setup` says: where to click, and what to paste."""

from pathlib import Path

from bot.check import Application, invite_link, personal_link

DISCORD = """\
  1. Open https://discord.com/developers/applications, press New Application and give it a name.
  2. On its page Installation, let it be installed by users and by servers (User Install, Guild Install).
  3. On its page Bot, press Reset Token and copy the token. Leave all Privileged Gateway Intents off."""
ASK_TOKEN = "  Bot token (not shown; Enter for no bot)"  # noqa: S105
TOKEN_ADVICE = "a token is one word of letters, digits, dots, hyphens and underscores"  # noqa: S105

ASK_CLIENT_ID = "  Client ID (Enter for links to the tracks, without playlists)"
CLIENT_ID_ADVICE = "a Client ID is 32 letters and digits; copy it from the app's page in Spotify's dashboard"
CLIENT_ID_UNKNOWN = "Spotify does not know this Client ID; copy it again from the app's page in its dashboard"
CLIENT_ID_KNOWN = "Spotify knows this app."

MUSIC = """\
  Tapes are made from the starter catalogue. `moodtape catalogue fetch` downloads a larger one from Kaggle,
  `moodtape catalogue import` takes one of yours, and a CSV table of tracks can be read at each start."""
ASK_CATALOGUE = "  Path of such a table (Enter for none)"

PAGE = "  This machine alone reaches the page."
ASK_LOOPBACK = "  Shall it stay so?"
PUBLISH = """\
  Let a proxy that speaks https publish it (docs/operating.md); browsers give no camera to a page over plain http."""
ASK_HOST = "  The host name it gets, as in mood.example.org (Enter for none)"
ASK_EVERYWHERE = "  Answer every network that this machine is on, over plain http?"
HOST_ADVICE = "name the host only, without https:// and without a port"

INVITE_LATER = "Run `moodtape setup` again once Discord takes the token: it ends with the link that invites the bot."
UNCHECKED = "  Save it without the check?"


def opening(env_file: Path) -> str:
    return f"Answers are saved in {env_file.absolute()} one by one. Enter skips a question; Ctrl-C stops at any time."


def token_of(application: Application) -> str:
    return f"The token is the one of {application.name}."


def spotify(redirect_uri: str) -> str:
    return f"""\
  1. Open https://developer.spotify.com/dashboard with the account that is to own the playlists; it needs Premium.
  2. Press Create app. As Redirect URI add {redirect_uri} (not "localhost"), and tick Web API.
  3. Open the app's Settings and copy the Client ID. Nobody needs the client secret."""


def reads(tracks: int, names: list[str]) -> str:
    return f"{tracks} tracks in {', '.join(names)}."


def published(hosts: tuple[str, ...]) -> str:
    return f"  Others reach the page too: {', '.join(hosts)}."


def from_environment(setting: str) -> str:
    return f"  {setting} is set in the environment, which counts before .env; change it there."


def closing(application: Application | None, *, has_token: bool, logs_in: bool) -> str:
    """Say what to do next; the invitations last, where there is a bot that Discord knows."""
    steps = ["moodtape spotify login   (once: the account that owns the playlists)"] if logs_in else []
    lines = [
        "Next:",
        *(f"  {step}" for step in [*steps, "moodtape doctor          (tries everything)", "moodtape run"]),
    ]
    if application:
        lines += ["", f"Invite {application.name} to a server:", f"  {invite_link(application.application_id)}"]
        lines += ["or add it to an account of yours:", f"  {personal_link(application.application_id)}"]
    elif has_token:
        lines += ["", INVITE_LATER]
    return "\n".join(lines)
