import numpy as np
import pytest

from recommender.near import grid_of, lookup, nearest


@pytest.fixture(scope="module")
def points():
    return np.random.default_rng(1).uniform(-1, 1, (2, 5000)).astype(np.float32)


def everything(rows):
    return np.ones(len(rows), np.bool_)


@pytest.mark.parametrize("point", [(0, 0), (-1, -1), (1, 1), (0.93, 0.37)])
@pytest.mark.parametrize("count", [1, 20, 700])
def test_the_nearest_are_found_exactly(points, point, count):
    found = nearest(grid_of(*points), point, count, passing=everything, share=1)
    away = np.hypot(points[0] - point[0], points[1] - point[1])
    assert sorted(found) == sorted(np.argsort(away)[:count])


@pytest.mark.parametrize("share", [1.0, 0.01, 1e-9])
def test_the_nearest_that_pass_are_found_whatever_share_is_guessed(points, share):
    found = nearest(grid_of(*points), (0.2, -0.4), 10, passing=lambda rows: rows % 50 == 7, share=share)
    away = np.hypot(points[0] - 0.2, points[1] + 0.4)
    assert sorted(found) == sorted([row for row in np.argsort(away) if row % 50 == 7][:10])


def test_all_that_pass_are_found_where_they_are_fewer_than_wanted(points):
    found = nearest(grid_of(*points), (0, 0), 10, passing=lambda rows: rows < 3, share=1)
    assert sorted(found) == [0, 1, 2]


def test_tracks_all_in_one_place_are_found():
    same = np.full(1000, 0.25, np.float32)
    assert len(nearest(grid_of(same, same), (-1, 1), 30, passing=everything, share=1)) == 30


@pytest.mark.parametrize("count", [1, 100, 9000])
def test_rows_are_found_by_their_numbers(count):
    numbers = np.random.default_rng(2).integers(0, count, count)
    wanted = np.array([0, count - 1, count + 5]) if count > 1 else np.array([0])
    assert sorted(lookup(numbers).rows_with(wanted)) == np.flatnonzero(np.isin(numbers, wanted)).tolist()


def test_nothing_wanted_is_nothing_found():
    assert lookup(np.arange(9)).rows_with(np.zeros(0, np.int64)).tolist() == []
