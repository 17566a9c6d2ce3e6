"""The fake Spotify as a fixture: name it in a conftest.py to use it in that folder."""

from collections.abc import Iterator

import pytest

from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import SONGS

__all__ = ["fake_spotify"]


@pytest.fixture
def fake_spotify() -> Iterator[FakeSpotify]:
    """Serve `SONGS`; afterwards, no request may have broken the contract."""
    with FakeSpotify(tracks=SONGS) as fake:
        yield fake
    assert fake.violations == []
