import pytest

from core.mood import Goal, MoodName
from core.ports import TapeRequest


@pytest.mark.parametrize("length", [0, -1, 101])
def test_a_tape_has_a_sensible_length(length):
    with pytest.raises(ValueError, match="tape"):
        TapeRequest(MoodName.HAPPY, length=length)


@pytest.mark.parametrize("energy", [1.1, -2, float("nan"), float("inf")])
def test_energy_lies_between_calmer_and_more(energy):
    with pytest.raises(ValueError, match="energy"):
        TapeRequest(MoodName.HAPPY, energy=energy)


def test_to_be_taken_somewhere_one_must_say_where():
    with pytest.raises(ValueError, match="name the mood"):
        TapeRequest(MoodName.HAPPY, goal=Goal.TAKE_ME)
