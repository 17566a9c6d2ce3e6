"""Every request that the room can send, as it is really sent, against Spotify's contract in ../shared."""

from contextlib import suppress

import pytest

from core.errors import SpotifyUnavailable
from spotify.client import Client
from spotify.tokens import SCOPES, TOP_ARTISTS
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_contract import CONTRACT, load_contract
from tests.fakes.spotify_songs import SONGS
from tests.spotify.kit import client_of, store_of

TRACK = SONGS[2]
REQUESTS = {
    "me": ({}, "GET /me"),
    "search_tracks": ({"query": "good day", "limit": 10}, "GET /search"),
    "has_track": ({"track_id": TRACK.id}, f"GET /tracks/{TRACK.id}"),
    "top_artists": ({"limit": 20}, "GET /me/top/artists"),
    "own_playlists": ({"limit": 50, "offset": 150}, "GET /me/playlists"),
    "create_playlist": ({"name": "A", "description": "B"}, "POST /me/playlists"),
    "replace_items": ({"playlist_id": "x", "uris": [TRACK.uri] * 100}, "PUT /playlists/x/items"),
    "upload_cover": ({"playlist_id": "x", "jpeg": b"jpeg"}, "PUT /playlists/x/images"),
    "remove_playlists": ({"playlist_ids": ["x"] * 40}, "DELETE /me/library"),
}
NO_REQUESTS = {"extend", "get_ready"}


@pytest.fixture(autouse=True)
def contract() -> None:
    if load_contract() is None:
        pytest.skip(f"no contract at ../shared/contracts/{CONTRACT.name}: requests are not checked against it")


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_keeps_to_the_contract(name: str) -> None:
    arguments, sent = REQUESTS[name]
    scopes = (*SCOPES, TOP_ARTISTS)
    with (
        FakeSpotify(tracks=SONGS) as fake,
        client_of(fake, store_of(fake, scopes=scopes)) as client,
        suppress(SpotifyUnavailable),
    ):
        getattr(client, name)(**arguments)
    assert (fake.calls, fake.violations) == ([sent], [])


def test_no_request_is_left_out() -> None:
    own = {name for name, thing in vars(Client).items() if callable(thing) and not name.startswith("_")}
    assert own - NO_REQUESTS == set(REQUESTS)


def test_the_contract_refuses_what_it_does_not_know() -> None:
    with FakeSpotify(tracks=SONGS) as fake, client_of(fake) as client:
        for broken in (lambda: client.search_tracks("a", limit=50), lambda: client.own_playlists(limit=51)):
            with pytest.raises(SpotifyUnavailable):
                broken()
    assert len(fake.violations) == 2
