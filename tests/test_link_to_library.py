"""From `/spotify link` through Spotify's page and ours to a playlist in a person's own library, and out again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import requests

from core.errors import LinkNotAllowed, SpotifyLinkEnded
from core.ports import Services
from core.wording import sentence
from spotify.linking import AccountLinker
from spotify.publish import SpotifyPublisher
from storage.accounts import StoredLinks, StoredLogins
from storage.ledger import StoredLedger, StoredTracks
from storage.opening import open_database
from tests.bot.helpers import links, shown, world
from tests.fakes.services import services
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import SONGS
from tests.fakes.words import ENGLISH, LANGUAGES
from tests.spotify.kit import app_of, tape, track
from tests.web.visitor import visitor, words

PUBLIC = "https://mood.example.org"
TAPE = tape(*(track(song.title, song.artists[0], uri=song.uri) for song in SONGS[2:5]))


@dataclass
class House:
    """The rooms on a fake Spotify and a database of their own."""

    fake: FakeSpotify
    services: Services

    async def come_back(self, url: str) -> str:
        """Agree on Spotify's page and read ours."""
        page = await asyncio.to_thread(requests.get, url, timeout=5, allow_redirects=False)
        async with visitor(self.services, home=PUBLIC, allowed_hosts=["mood.example.org"]) as client:
            return words(await client.get(page.headers["Location"]))


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    with FakeSpotify(tracks=SONGS) as fake, closing(open_database(folder)) as database:
        app = replace(app_of(fake), public_url=PUBLIC)
        logins, ledger = StoredLogins(database), StoredLedger(database)
        linker = AccountLinker(app, logins, pending=StoredLinks(database), ledger=ledger)
        with closing(
            SpotifyPublisher(app, logins, ledger=ledger, resolved=StoredTracks(database), languages=LANGUAGES)
        ) as publisher:
            yield House(fake, replace(services(publisher=publisher), accounts=linker))
    assert fake.violations == []


async def test_a_linked_person_gets_playlists_in_their_library_until_they_unlink(tmp_path):
    async with house(tmp_path) as home, world(home.services) as (_, channel, alice):
        (url,) = links((await alice.slash(channel, "spotify link")).response.components)
        assert "Linked as Moodtape Bot" in await home.come_back(url)
        assert "Moodtape Bot is linked" in shown((await alice.slash(channel, "spotify status")).response.components)
        playlist = await home.services.publisher.publish(TAPE, owner=str(alice.id))
        assert [item.uri for item in playlist.tracks] == [item.uri for item in TAPE.tracks]
        unlinked = await alice.slash(channel, "spotify unlink")
        assert shown(unlinked.response.components) == ENGLISH("bot-unlinked")
        with pytest.raises(SpotifyLinkEnded):
            await home.services.publisher.publish(TAPE, owner=str(alice.id))
        assert len(home.fake.playlists) == 1


async def test_a_sixth_person_reads_whom_to_ask(tmp_path):
    async with house(tmp_path) as home, world(home.services) as (_, channel, alice):
        home.fake.allow_listed = False
        (url,) = links((await alice.slash(channel, "spotify link")).response.components)
        assert sentence(LinkNotAllowed(), ENGLISH) in await home.come_back(url)
        assert await home.services.accounts.account_of(alice.id) is None


async def test_no_token_lies_readable_in_the_folder_and_none_is_left_after_unlinking(tmp_path):
    async with house(tmp_path) as home:
        url = await home.services.accounts.begin(111, name="alice")
        await home.come_back(url)
        tokens = [*home.fake.accounts.access, *home.fake.accounts.refresh]
        assert found(tokens, tmp_path) == []
        await home.services.accounts.unlink(111)
    assert found(["fixed-account-id", "Moodtape Bot", *tokens], tmp_path) == []


def found(secrets: list[str], folder: Path) -> list[str]:
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [secret for secret in secrets if secret.encode() in content]
