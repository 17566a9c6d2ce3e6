"""A process of its own that publishes, or tends, against a fake Spotify, to be killed in the middle.

python -m tests.spotify.victim API_URL ACCOUNTS_URL CLIENT_ID FOLDER publish|tend|me|top URI
"""

import asyncio
import sys
import time
from contextlib import closing
from pathlib import Path

from core.ledger import BOT
from core.mood import Mood, MoodName, MoodPoint
from core.music import Tape, Track
from spotify.account import check_login
from spotify.app import SpotifyApp
from spotify.linking import AccountLinker
from spotify.publish import SpotifyPublisher
from storage.accounts import StoredLinks, StoredLogins
from storage.ledger import StoredLedger, StoredTracks
from storage.opening import open_database
from tests.fakes.words import LANGUAGES

LATER_S = 61.0
PERSON = 111


def main(api_url: str, accounts_url: str, client_id: str, folder: str, what: str, uri: str) -> None:
    app = SpotifyApp(client_id, api_url=api_url, accounts_url=accounts_url)
    with closing(open_database(Path(folder))) as database:
        logins = StoredLogins(database)
        if what == "me":
            check_login(app, logins.of(BOT))
            return
        if what == "top":
            pending, ledger = StoredLinks(database), StoredLedger(database)
            asyncio.run(AccountLinker(app, logins, pending=pending, ledger=ledger).top_artists(PERSON))
            return
        later_s = LATER_S if what == "tend" else 0.0
        stores = {"ledger": StoredLedger(database), "resolved": StoredTracks(database), "languages": LANGUAGES}
        with closing(SpotifyPublisher(app, logins, **stores, clock=lambda: time.time() + later_s)) as publisher:
            asyncio.run(publisher.tend() if what == "tend" else publisher.publish(tape(uri), request_id="killed"))


def tape(uri: str) -> Tape:
    """One track to be found by its name, and one with its id."""
    point = MoodPoint(0.7, 0.4)
    return Tape(
        Mood(MoodName.HAPPY, point), (Track("Good Day", "Nova", point), Track("Slow Light", "Harbour", point, uri))
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
