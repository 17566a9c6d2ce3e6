"""The main job on real parts: only Discord and Spotify are fakes."""

from collections.abc import Iterator

import numpy as np
import pytest

from app.compose import open_catalogue, open_reader
from app.settings import Settings
from core.errors import DamagedPhoto, NoFace, NotAnImage, TooManyPixels
from core.ports import Services
from core.wording import sentence
from emotion.limits import PhotoLimits
from recommender.pick import CatalogueRecommender
from tests.bot.helpers import buttons, links, shown, world
from tests.fakes.spotify import FakeSpotify
from tests.fakes.words import ENGLISH
from tests.photos import astronaut, coffee, encoded, huge_png
from tests.spotify.kit import publisher_of

PORTRAIT = ("selfie.jpg", encoded(astronaut()))


@pytest.fixture
def spotify() -> Iterator[FakeSpotify]:
    catalogue = open_catalogue(Settings(_env_file=None))
    known = [(track.title, track.artist) for track in catalogue.tracks(np.arange(len(catalogue)))]
    with FakeSpotify(tracks=known) as fake:
        yield fake
    assert fake.violations == []


@pytest.fixture
def parts(spotify) -> Iterator[Services]:
    settings = Settings(_env_file=None)
    reader = open_reader(settings)
    with publisher_of(spotify, publish_s=30) as publisher:
        yield Services(reader, CatalogueRecommender(open_catalogue(settings)), publisher)
    reader.close()


async def test_a_selfie_sent_in_discord_becomes_the_playlist_of_its_card(parts, spotify):
    async with world(parts, settle_timeout=60) as (_, channel, alice):
        card = (await alice.slash(channel, "mood", photo=PORTRAIT, tracks=10)).response.components

    (playlist,) = spotify.playlists.values()
    assert "You look mostly happy" in shown(card)
    assert links(card) == [f"https://open.spotify.com/playlist/{playlist.id}"]
    assert [uri in shown(card) for uri in ids(playlist.uris)] == [True] * 10
    assert in_order(shown(card), ids(playlist.uris))


async def test_no_face_offers_moods_and_a_tap_makes_the_playlist(parts, spotify):
    async with world(parts, settle_timeout=60) as (_, channel, alice):
        answer = await alice.slash(channel, "mood", photo=("coffee.jpg", encoded(coffee())))
        assert sentence(NoFace(), ENGLISH) in shown(answer.response.components)
        assert spotify.playlists == {}
        tapped = await alice.click(answer.response, label="Calm")

    assert "A tape for a calm mood" in shown(tapped.response.components)
    assert len(spotify.playlists) == 1


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"hello", NotAnImage()),
        (PORTRAIT[1][:9000], DamagedPhoto()),
        (huge_png(30_000, 30_000), TooManyPixels(PhotoLimits().pixels)),
    ],
    ids=["text", "truncated", "huge"],
)
async def test_a_bad_photo_is_one_sentence_and_no_playlist(parts, spotify, content, error):
    async with world(parts, settle_timeout=60) as (_, channel, alice):
        answer = await alice.slash(channel, "mood", photo=("selfie.jpg", content))

    assert shown(answer.response.components) == sentence(error, ENGLISH)
    assert (spotify.calls, spotify.playlists) == ([], {})


@pytest.mark.parametrize("status", [401, 403, 429, 500])
async def test_spotify_trouble_still_brings_the_tracks(parts, spotify, status):
    spotify.fail("POST", "/me/playlists", status=status, times=9)
    async with world(parts, settle_timeout=60) as (_, channel, alice):
        card = (await alice.slash(channel, "mood", photo=PORTRAIT, tracks=5)).response.components

    assert "5. [" in shown(card)
    assert "track links" in shown(card)
    assert ENGLISH("button-open-playlist") not in buttons(card)
    assert spotify.playlists == {}


def ids(uris: list[str]) -> list[str]:
    return [uri.removeprefix("spotify:track:") for uri in uris]


def in_order(text: str, pieces: list[str]) -> bool:
    places = [text.index(piece) for piece in pieces]
    return places == sorted(places)
