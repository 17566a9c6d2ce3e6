from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.emotion import Emotion
from core.errors import NoTracks
from core.mood import PICKABLE_MOODS, MoodName
from core.ports import TapeRequest
from recommender.catalogue import Catalogue, load_data_moods, load_starter
from recommender.pick import CatalogueRecommender, smooth_order
from tests.fakes.services import scores
from tests.tables import row, spread_table, table


@pytest.fixture(scope="module")
def starter():
    return CatalogueRecommender(load_starter())


def from_table(folder: Path, content: bytes) -> CatalogueRecommender:
    path = folder / "data_moods.csv"
    path.write_bytes(content)
    return CatalogueRecommender(load_data_moods(path))


@pytest.mark.parametrize("name", PICKABLE_MOODS)
async def test_a_tape_keeps_to_its_mood(starter, name):
    tape = await starter.pick(TapeRequest(name, length=20, seed=3))
    assert len(tape.tracks) == 20
    assert np.mean([track.point.distance_to(tape.mood.point) for track in tape.tracks]) < 0.35


@pytest.mark.parametrize("name", PICKABLE_MOODS)
async def test_neighbours_on_a_tape_are_near_each_other(starter, name):
    tracks = (await starter.pick(TapeRequest(name, length=20, seed=3))).tracks
    steps = [a.point.distance_to(b.point) for a, b in pairwise(tracks)]
    assert np.mean(steps) < 0.2


async def test_an_artist_comes_once(starter):
    tape = await starter.pick(TapeRequest(MoodName.HAPPY, length=100))
    artists = [track.artist.casefold() for track in tape.tracks]
    assert len(set(artists)) == len(artists) == 100


async def test_various_artists_are_not_one_artist(tmp_path):
    rows = (row(n, artist="Various Artists") for n in range(9))
    tape = await from_table(tmp_path, table(*rows)).pick(TapeRequest(MoodName.CALM, length=9))
    assert len(tape.tracks) == 9


async def test_a_seed_makes_the_same_tape_again(starter):
    request = TapeRequest(scores(Emotion.SAD), seed=11)
    assert await starter.pick(request) == await starter.pick(request)


async def test_without_a_seed_tapes_differ(starter):
    first, second = [await starter.pick(TapeRequest(MoodName.HAPPY)) for _ in range(2)]
    assert first.tracks != second.tracks


async def test_a_face_and_a_pick_are_named_alike(starter):
    tape = await starter.pick(TapeRequest(scores(Emotion.SAD)))
    assert tape.mood.name is MoodName.SAD


async def test_a_small_catalogue_makes_a_short_tape(tmp_path):
    tape = await from_table(tmp_path, spread_table(4)).pick(TapeRequest(MoodName.HAPPY, length=20))
    assert len(tape.tracks) == 4


async def test_one_track_makes_a_tape(tmp_path):
    tape = await from_table(tmp_path, spread_table(1)).pick(TapeRequest(MoodName.HAPPY, length=20))
    assert [track.title for track in tape.tracks] == ["Song 0"]


async def test_an_empty_catalogue_has_no_tracks():
    empty = Catalogue(pd.DataFrame(columns=["title", "artist", "uri", "year", "valence", "arousal"]))
    with pytest.raises(NoTracks):
        await CatalogueRecommender(empty).pick(TapeRequest(MoodName.HAPPY))


@pytest.mark.parametrize("length", [0, -1, 101])
async def test_a_tape_has_a_sensible_length(starter, length):
    with pytest.raises(ValueError, match="tape"):
        await starter.pick(TapeRequest(MoodName.HAPPY, length=length))


def test_smooth_order_visits_each_point_once_from_the_start():
    points = np.array([[0.0, 0], [0.9, 0], [0.1, 0], [0.5, 0]])
    assert smooth_order(points, start=1).tolist() == [1, 3, 2, 0]
