import numpy as np
import pytest

from core.mood import Goal, MoodName, MoodPoint, mood_named
from recommender.goals import LARGEST_STEP, path_of
from recommender.moods import mood_at

SAD, ANGRY, HAPPY = (mood_named(name) for name in (MoodName.SAD, MoodName.ANGRY, MoodName.HAPPY))


def ends(path: np.ndarray) -> tuple[MoodPoint, MoodPoint]:
    return MoodPoint(*path[0]), MoodPoint(*path[-1])


def test_to_match_is_to_stay():
    path = path_of(SAD, Goal.MATCH, length=20)
    assert np.ptp(path, axis=0).tolist() == [0, 0]


def test_to_lift_is_to_match_first_and_then_to_rise():
    path = path_of(SAD, Goal.LIFT, length=20)
    assert ends(path) == (SAD.point, HAPPY.point)
    assert np.ptp(path[:5], axis=0).tolist() == [0, 0]
    assert np.all(np.diff(path[5:, 0]) > 0)


@pytest.mark.parametrize(("goal", "mood"), [(Goal.CALM, MoodName.CALM), (Goal.ENERGISE, MoodName.ENERGETIC)])
def test_calm_and_energy_are_reached(goal, mood):
    assert ends(path_of(ANGRY, goal, length=20))[1].distance_to(mood_named(mood).point) < 1e-9


def test_anger_gets_wilder_before_it_finds_relief():
    path = path_of(ANGRY, Goal.LET_OUT, length=20)
    assert path[:, 1].max() == pytest.approx(0.8)
    assert path[-1, 0] > 0 > path[10, 0]


def test_a_destination_is_reached_before_the_end():
    path = path_of(HAPPY, Goal.TAKE_ME, length=20, destination=MoodName.SAD)
    assert ends(path) == (HAPPY.point, SAD.point)
    assert path[-3:].tolist() == [path[-1].tolist()] * 3


@pytest.mark.parametrize("length", [1, 2, 3, 5, 100])
@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("energy", [-1, 0, 1])
def test_no_path_leaps_or_leaves_the_plane(goal, length, energy):
    path = path_of(mood_at(MoodPoint(-1, -1)), goal, length=length, destination=MoodName.HAPPY, energy=energy)
    assert path.shape == (length, 2)
    assert np.all(np.abs(path) <= 1)
    assert np.all(np.hypot(*np.diff(path, axis=0).T) <= LARGEST_STEP + 1e-9)


def test_more_energy_shifts_the_whole_path():
    plain, shifted = [path_of(SAD, Goal.LIFT, length=20, energy=energy) for energy in (0, 0.4)]
    assert (shifted - plain)[:, 1].tolist() == pytest.approx([0.2] * 20)
