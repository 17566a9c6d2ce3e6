from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from core.mood import MoodPoint
from spotify.cover import colour_at, cover_of
from tests.spotify.kit import GOOD_DAY, TAPE, publisher_of, tape, track

CORNERS = [(-1, -1), (-1, 1), (1, -1), (1, 1)]


def around(*points):
    return tape(*(replace(track(str(n)), point=MoodPoint(*point)) for n, point in enumerate(points)))


@pytest.mark.parametrize(
    "wanted",
    [around((0, 0)), around(*CORNERS), around(*[(0.5, 0.5)] * 100), tape()],
    ids=["one", "four", "100", "none"],
)
def test_a_cover_is_a_square_jpeg_of_at_most_180_kb(wanted):
    jpeg = cover_of(wanted, seed=1)
    with Image.open(BytesIO(jpeg)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("JPEG", (640, 640), "RGB")
    assert len(jpeg) <= 180_000


def test_a_cover_is_the_same_each_time_and_another_for_another_seed():
    assert cover_of(TAPE, seed=1) == cover_of(TAPE, seed=1) != cover_of(TAPE, seed=2)


def test_a_cover_says_nothing_about_who_made_it():
    with Image.open(BytesIO(cover_of(TAPE, seed=1))) as picture:
        assert len(picture.getexif()) == 0


def test_moods_have_colours_of_their_own():
    joy, sadness = colour_at(MoodPoint(0.8, 0.6)), colour_at(MoodPoint(-0.7, -0.5))
    assert joy[0] > joy[2]
    assert sadness[2] > sadness[0]


async def test_a_playlist_gets_its_cover(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(tape(GOOD_DAY))
    (made,) = fake_spotify.playlists.values()
    assert made.cover
    assert playlist.covered


@pytest.mark.parametrize("fault", [{"status": 403}, {"status": 500}, {"hang_s": 0.5}, {"reset": True}, {"status": 400}])
async def test_a_cover_that_fails_leaves_the_playlist_whole(fake_spotify, fault):
    fake_spotify.fail("PUT", "/playlists/*/images", **fault, times=9)
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(tape(GOOD_DAY))
    (made,) = fake_spotify.playlists.values()
    assert (made.cover, playlist.covered, len(made.uris)) == (None, False, 1)


async def test_a_login_from_before_covers_still_makes_playlists(fake_spotify):
    fake_spotify.accounts.withholds = frozenset({"ugc-image-upload"})
    with publisher_of(fake_spotify) as publisher:
        for token, grant in [*fake_spotify.accounts.access.items()]:
            fake_spotify.accounts.access[token] = replace(grant, scopes=grant.scopes - {"ugc-image-upload"})
        assert not (await publisher.publish(tape(GOOD_DAY))).covered
