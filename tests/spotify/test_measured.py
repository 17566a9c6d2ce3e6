import pytest

from core.errors import SpotifyForbidden, SpotifyUnavailable
from spotify.client import Connections
from spotify.measured import OTHER, operation_of, outcome_of
from spotify.tokens import OneLogin
from tests.fakes.meter import RecordingMeter
from tests.fakes.spotify import FakeSpotify
from tests.spotify.kit import GOOD_DAY, app_of, publisher_of, store_of, tape

ID = "6oTvEcrxQPMrBXNSGS8MKj"


async def test_each_request_of_a_playlist_is_counted_by_what_it_does(fake_spotify: FakeSpotify):
    meter = RecordingMeter()
    with publisher_of(fake_spotify, meter=meter) as publisher:
        await publisher.publish(tape(GOOD_DAY))
    assert meter.spotify == [("search", "ok"), ("create playlist", "ok"), ("fill playlist", "ok"), ("set cover", "ok")]


def test_each_attempt_counts(fake_spotify: FakeSpotify):
    meter = RecordingMeter()
    fake_spotify.fail("GET", "/me", status=502, times=2)
    Connections(app_of(fake_spotify), OneLogin(store_of(fake_spotify)), meter=meter)(5).me()
    assert meter.spotify == [("account", "5xx"), ("account", "5xx"), ("account", "ok")]


def test_a_refusal_is_counted_by_its_status(fake_spotify: FakeSpotify):
    meter = RecordingMeter()
    fake_spotify.fail("GET", "/me", status=403)
    with pytest.raises(SpotifyForbidden):
        Connections(app_of(fake_spotify), OneLogin(store_of(fake_spotify)), meter=meter)(5).me()
    assert meter.spotify == [("account", "403")]


def test_a_connection_that_breaks_is_counted(fake_spotify: FakeSpotify):
    meter = RecordingMeter()
    fake_spotify.fail("GET", "/me", reset=True, times=9)
    with pytest.raises(SpotifyUnavailable):
        Connections(app_of(fake_spotify), OneLogin(store_of(fake_spotify)), meter=meter)(5).me()
    assert set(meter.spotify) == {("account", "unreachable")}


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("GET", "/v1/search?q=a&type=track", "search"),
        ("PUT", f"/v1/playlists/{ID}/items", "fill playlist"),
        ("PUT", f"/v1/playlists/{ID}/images", "set cover"),
        ("DELETE", f"/v1/me/library?uris=spotify:playlist:{ID}", "remove playlist"),
        ("GET", f"/v1/tracks/{ID}", "track"),
        ("POST", "/api/token", "token"),
        ("GET", f"/v1/made/up/{ID}", OTHER),
        ("PATCH", "/v1/me", OTHER),
    ],
)
def test_an_operation_never_holds_an_id(method, path, operation):
    assert operation_of(method, path) == operation


def test_outcomes_are_few():
    assert {outcome_of(status) for status in range(200, 600)} == {"ok", "401", "403", "429", "4xx", "5xx"}
