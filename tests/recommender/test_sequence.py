from itertools import permutations

import numpy as np
import pytest

from recommender.sequence import OFF_PATH, STEP, choose, pool_of, smooth_order, steps_of
from tests.recommender.generated import catalogue_of


def pool(*points, **columns):
    return pool_of(catalogue_of(*points, **columns), np.arange(len(points)))


def test_a_line_out_of_order_is_put_in_order():
    line = pool((0.0, 0), (0.9, 0), (0.3, 0), (0.6, 0))
    path = np.column_stack([np.linspace(0, 0.9, 4), np.zeros(4)])
    assert smooth_order(line, path).tolist() == [0, 2, 3, 1]


@pytest.mark.parametrize("seed", range(5))
def test_no_turn_of_a_stretch_makes_the_order_better(seed):
    dice = np.random.default_rng(seed)
    points, path = dice.uniform(-0.12, 0.12, (6, 2)), dice.uniform(-0.12, 0.12, (6, 2))

    def cost(order):
        ordered = points[list(order)]
        return np.sum(np.diff(ordered, axis=0) ** 2) / STEP**2 + OFF_PATH * np.sum((ordered - path) ** 2) / STEP**2

    found = smooth_order(pool(*map(tuple, points)), path)
    turned = [[*found[:i], *found[i : j + 1][::-1], *found[j + 1 :]] for i in range(6) for j in range(i, 6)]
    assert cost(found) <= min(map(cost, turned)) + 1e-6
    assert cost(found) <= np.median([cost(order) for order in permutations(range(6))])


def test_a_leap_is_avoided_where_it_can_be():
    tracks = pool((0, 0), (0.9, 0.9), (0.1, 0))
    chosen = choose(tracks, np.zeros((2, 2)), favour=np.array([9.0, 5.0, 0.0]), reach=0.3)
    assert chosen.tolist() == [0, 2]


def test_a_jump_in_tempo_or_loudness_is_avoided_where_it_can_be():
    tracks = pool((0, 0), (0, 0), (0, 0), tempo_bpm=[90.0, 180.0, 95.0], loudness_db=[-8.0, -8.0, -9.0])
    assert choose(tracks, np.zeros((2, 2)), favour=np.array([3.0, 2.0, 0.0]), reach=0.3).tolist() == [0, 2]


def test_what_is_unknown_is_no_jump():
    tracks = pool((0, 0), (0, 0), tempo_bpm=[90.0, np.nan])
    assert steps_of(tracks).tempo_bpm is None
    assert choose(tracks, np.zeros((2, 2)), favour=np.zeros(2), reach=0.3).tolist() in ([0, 1], [1, 0])
