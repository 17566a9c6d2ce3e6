"""What the bot says apart from errors, in one place for translation."""

from datetime import date

from core.emotion import Emotion
from core.flow import Step
from core.wording import EMOTION_WORDS, percent

COMMAND = "Turn a selfie or a mood into a Spotify playlist"
PHOTO = "A photo with your face; it is read in memory and not kept"
MOOD = "How you feel, if you would rather not send a photo"
TRACKS = "How many tracks, 5 to 50 (20 unless you say so)"
PRIVATE = "Only you see the reply (yes unless you say so)"

HOW_TO_ASK = "Add a photo of your face to `/mood`, or tap the mood that you would like a tape for."
PHOTO_OR_MOOD = "Please give me either a photo or a mood, not both."
ONE_AT_A_TIME = "I am still making your last tape; please ask again when it is here."
STOPPING = "I am just restarting; please ask again in a minute."
TOO_SLOW = "Discord was too slow for me just now; please ask again."
NOT_YOURS = "These buttons belong to somebody else; use `/mood` for a tape of your own."

SPOTIFY = "Link your own Spotify account, or end that"
LINK = "Link your own Spotify account, so that playlists can land in your library"
STATUS = "See which Spotify account is linked to you"
UNLINK = "End the link to your Spotify account, and delete its login here"
OPEN_SPOTIFY = "Open Spotify's page"
HOW_TO_LINK = (
    "Agree on Spotify's page within ten minutes, then come back; `/spotify status` shows the account. The page is for "
    "you alone: who else opens it links their account to you."
)
UNLINKED = (
    "Your Spotify login is deleted here. Playlists stay in your library; to take Moodtape off Spotify's own list too, "
    "open <https://www.spotify.com/account/apps>."
)

TRACKS_TITLE = "**Tracks on Spotify**"
OPEN_PLAYLIST = "Open in Spotify"
PHOTO_NOT_KEPT = "Photo read in memory and not kept. A face is a hint, not proof."

STEPS = {
    Step.READING: "Reading your photo…",
    Step.PICKING: "Picking the music…",
    Step.PUBLISHING: "Making the playlist…",
}


def chance(emotion: Emotion, probability: float) -> str:
    return f"{EMOTION_WORDS[emotion]} {percent(probability)}"


def by_artist(artist: str) -> str:
    return f"by {artist}"


def and_more(count: int, *, in_playlist: bool) -> str:
    return f"and {count} more in the playlist" if in_playlist else f"and {count} more"


def missing(count: int) -> str:
    return f"{count} {'track is' if count == 1 else 'tracks are'} not on Spotify and left out."


def linked(account: str, ends_on: date) -> str:
    end = f"{ends_on.day} {ends_on:%B %Y}"
    return f"Your Spotify account {account} is linked. Spotify ends that on {end}; `/spotify link` makes it new."


def incident(incident_id: str) -> str:
    """Nothing of the exception is told: only the id that the log also has."""
    return f"Something went wrong on my side; whoever runs me can look it up as incident {incident_id}."
