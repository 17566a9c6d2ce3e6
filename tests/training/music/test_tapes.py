import pytest

from core.mood import MoodPoint, mood_named
from core.music import Tape, Track
from core.ports import TapeRequest
from training.music.tapes import LENGTH, artist_repeats, measure_tapes


def song(number: int, *, artist: str | None = None) -> Track:
    return Track(f"Song {number}", artist or f"Artist {number}", MoodPoint((number % 2) / 2, 0))


class SameAgain:
    """Picks the first songs that are not avoided."""

    def __init__(self, size: int) -> None:
        self._songs = [song(number) for number in range(size)]

    async def pick(self, request: TapeRequest) -> Tape:
        chosen = [one for one in self._songs if one.key not in request.avoid][:LENGTH]
        return Tape(mood_named(request.feeling), tuple(chosen))


def test_tapes_are_summed_up_by_mood() -> None:
    report = measure_tapes(SameAgain(80), catalogue_size=80, tapes=2, seed=0)
    first = report.moods[0]
    assert (first.tapes, first.mean_length, first.artist_repeats, first.most_shared_with_another) == (4, 20, 0, 0)
    assert (first.mean_step, first.longest_step, first.long_steps) == (0.5, 0.5, 1)
    assert first.coverage == report.coverage == 0.5


def test_a_tape_of_one_track_has_no_steps() -> None:
    first = measure_tapes(SameAgain(1), catalogue_size=1, tapes=1, seed=0).moods[0]
    assert (first.longest_step, first.mean_length) == (0, 0.5)


@pytest.mark.parametrize(
    ("artists", "repeats"),
    [(["A", "B"], 0), (["A", " a"], 1), (["Various Artists", "Various Artists"], 0), (["A", "A", "A"], 2)],
)
def test_an_artist_counts_once_however_written(artists: list[str], repeats: int) -> None:
    songs = tuple(song(number, artist=artist) for number, artist in enumerate(artists))
    assert artist_repeats(Tape(mood_named("happy"), songs)) == repeats
