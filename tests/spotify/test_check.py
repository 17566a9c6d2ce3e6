from dataclasses import replace

import pytest

from core.errors import SpotifyUnavailable
from spotify.check import knows_client_id
from tests.fakes.spotify import FakeSpotify
from tests.spotify.kit import app_of, free_port


def test_an_app_of_the_dashboard_is_known(fake_spotify: FakeSpotify):
    assert knows_client_id(app_of(fake_spotify))


def test_another_client_id_is_not(fake_spotify: FakeSpotify):
    assert not knows_client_id(replace(app_of(fake_spotify), client_id="0" * 32))


def test_no_answer_is_no_verdict(fake_spotify: FakeSpotify):
    nobody = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(SpotifyUnavailable):
        knows_client_id(replace(app_of(fake_spotify), accounts_url=nobody))


def test_a_server_error_is_no_verdict(fake_spotify: FakeSpotify):
    fake_spotify.fail("POST", "/api/token", status=503)
    with pytest.raises(SpotifyUnavailable):
        knows_client_id(app_of(fake_spotify))
