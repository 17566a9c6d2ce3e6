import pytest

from core.errors import SpotifyForbidden, SpotifyProblem, SpotifyRateLimited, SpotifyUnavailable
from core.flow import Result
from core.mood import Mood, MoodName, MoodPoint
from core.music import Tape
from tests.fakes.services import reading, track
from web.problems import TapeUnknown
from web.shelf import KEPT_S, WAITING_S, Shelf

TAPE = Tape(Mood(MoodName.CALM, MoodPoint(0.5, -0.5)), (track(1), track(2)))
RESULT = Result(None, TAPE, None)


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def is_kept(name: str, shelf: Shelf) -> bool:
    try:
        return shelf.get(name).name == name
    except TapeUnknown:
        return False


@pytest.mark.parametrize(
    ("problem", "kept_s"),
    [
        (None, KEPT_S),
        (SpotifyForbidden(), KEPT_S),
        (SpotifyRateLimited(86_400), WAITING_S),
        (SpotifyUnavailable(), WAITING_S),
    ],
)
def test_a_tape_is_kept_for_an_hour_or_longer_than_spotifys_longest_wait(
    problem: SpotifyProblem | None, kept_s: float
) -> None:
    clock = Clock()
    shelf = Shelf(clock=clock)
    name = shelf.put(Result(None, TAPE, None, problem)).name
    clock.now_s = kept_s - 1
    assert is_kept(name, shelf)
    clock.now_s = kept_s + 1
    assert not is_kept(name, shelf)


def test_nothing_of_a_face_is_kept() -> None:
    shelf = Shelf()
    name = shelf.put(Result(reading(), TAPE, None)).name
    assert shelf.get(name).result == RESULT


def test_where_there_are_too_many_those_that_end_first_go() -> None:
    shelf = Shelf(most=3)
    waiting = shelf.put(Result(None, TAPE, None, SpotifyUnavailable())).name
    names = [shelf.put(RESULT).name for _ in range(4)]
    assert is_kept(waiting, shelf)
    assert [is_kept(name, shelf) for name in names] == [False, False, True, True]


def test_what_is_late_is_let_go_of() -> None:
    clock = Clock()
    shelf = Shelf(most=2, clock=clock)
    shelf.put(RESULT)
    clock.now_s = KEPT_S + 1
    names = [shelf.put(RESULT).name for _ in range(2)]
    assert all(is_kept(name, shelf) for name in names)


def test_names_cannot_be_guessed() -> None:
    shelf = Shelf()
    names = {shelf.put(RESULT).name for _ in range(100)}
    assert len(names) == 100
    assert min(map(len, names)) >= 22
