from tests.fakes.spotify_fixture import fake_spotify

__all__ = ["fake_spotify"]
