from dataclasses import replace

import pytest

from core.errors import SpotifyForbidden, SpotifyProblem, SpotifyRateLimited, SpotifyUnavailable
from core.flow import Result
from core.mood import Mood, MoodName, MoodPoint, mood_named
from core.music import Playlist, Reason, Tape, Track, Why
from tests.fakes.services import PLAYLIST_URL, reading, track
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


def looked(*, tracks: tuple[Track, ...] = (track(1),)) -> Result:
    """A tape from a face that looks a little angry: each track is close to the look, but the last."""
    close = tuple(replace(item, why=Reason(Why.LOOK)) for item in tracks)
    played = (*close, replace(track(9), why=Reason(Why.VARIETY)))
    mood = Mood(MoodName.ANGRY, MoodPoint(-0.31, 0.27), spread=0.4, dominance=-0.3)
    return Result(reading(), Tape(mood, played, spares=close), Playlist(PLAYLIST_URL, played, close))


def test_nothing_of_a_face_is_kept() -> None:
    shelf, result = Shelf(), looked()
    shelved = shelf.put(result)
    shelf.change(shelved, result)
    kept = shelf.get(shelved.name).result
    assert kept.reading is None
    assert kept.tape.mood == mood_named(MoodName.ANGRY)
    assert kept.playlist is not None
    told = (*kept.tape.tracks, *kept.tape.spares, *kept.playlist.tracks, *kept.playlist.missing)
    assert {item.why for item in told} == {None, Reason(Why.VARIETY)}


def test_the_maker_is_told_all_of_their_tape_once() -> None:
    result = looked()
    assert Shelf().put(result).result == result


def test_a_mood_or_a_point_that_no_face_gave_is_kept_as_it_is() -> None:
    shelf = Shelf()
    assert shelf.get(shelf.put(RESULT).name).result == RESULT


def test_where_there_are_too_many_the_oldest_go_and_the_newest_stays() -> None:
    shelf = Shelf(most=3)
    waiting = [shelf.put(Result(None, TAPE, None, SpotifyUnavailable())).name for _ in range(3)]
    newest = shelf.put(RESULT).name
    assert is_kept(newest, shelf)
    assert [is_kept(name, shelf) for name in waiting] == [False, True, True]


def test_a_tape_that_is_gone_does_not_come_back_when_it_changes() -> None:
    shelf = Shelf(most=1)
    gone = shelf.put(RESULT)
    shelf.put(RESULT)
    assert shelf.change(gone, RESULT).result == RESULT
    assert not is_kept(gone.name, shelf)


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
