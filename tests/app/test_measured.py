"""The stopwatches around the ports change nothing of what goes through."""

from inspect import signature

import pytest

from app.measured import MeasuredPublisher, MeasuredReader, MeasuredRecommender
from app.metrics import Metrics
from core.errors import DamagedPhoto, NoTracks, SpotifyUnavailable, StorageUnavailable
from core.mood import MoodName
from core.music import Playlist, Tape
from core.ports import EmotionReader, PlaylistPublisher, Recommender, TapeRequest
from tests.fakes.services import FakePublisher, FakeReader, FakeRecommender

PORTS = {EmotionReader: MeasuredReader, Recommender: MeasuredRecommender, PlaylistPublisher: MeasuredPublisher}


class Attentive(FakePublisher):
    """Remembers for whom, and in which language, a playlist was asked for."""

    asked: tuple[str | None, str | None, str] | None = None

    async def publish(
        self, tape: Tape, *, request_id: str | None = None, owner: str | None = None, language: str = "en"
    ) -> Playlist | None:
        self.asked = (request_id, owner, language)
        return await super().publish(tape, request_id=request_id, owner=owner, language=language)


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


@pytest.mark.parametrize(("port", "stopwatch"), PORTS.items())
def test_every_method_of_a_port_is_there_with_the_same_arguments(port, stopwatch):
    methods = [name for name, member in vars(port).items() if callable(member) and not name.startswith("_")]
    assert methods
    for name in methods:
        assert signature(getattr(stopwatch, name)) == signature(getattr(port, name))


async def test_a_photo_and_its_reading_go_through():
    inner = FakeReader()
    assert await MeasuredReader(inner, Metrics(), readers=1).read(b"a photo") is inner.answer
    assert inner.photos == [b"a photo"]


async def test_a_request_goes_through_and_its_tape_comes_back():
    inner, request = FakeRecommender(), TapeRequest(MoodName.SAD, length=7)
    tape = await MeasuredRecommender(inner, Metrics()).pick(request)
    assert inner.requests == [request]
    assert len(tape.tracks) == 7


async def test_a_playlist_goes_to_whom_it_was_asked_for():
    inner = Attentive()
    tape = await FakeRecommender().pick(TapeRequest(MoodName.SAD))
    made = await MeasuredPublisher(inner, Metrics()).publish(tape, request_id="r", owner="7", language="ja")
    assert inner.asked == ("r", "7", "ja")
    assert made is not None
    assert made.url == inner.url


async def test_what_spotify_lacks_and_the_tending_go_through():
    inner = FakePublisher()
    inner.lost = frozenset({1, 2})
    publisher = MeasuredPublisher(inner, Metrics())
    await publisher.tend()
    assert (await publisher.gone(), inner.tended) == (frozenset({1, 2}), 1)


@pytest.mark.parametrize("error", [SpotifyUnavailable(), StorageUnavailable()])
async def test_a_playlist_that_fails_is_counted_once_by_its_reason_and_not_as_made(error):
    metrics = Metrics()
    tape = await FakeRecommender().pick(TapeRequest(MoodName.SAD))
    with pytest.raises(type(error)):
        await MeasuredPublisher(FakePublisher(error=error), metrics).publish(tape)
    assert value(metrics, "moodtape_refusals_total", error=type(error).__name__) == 1
    assert value(metrics, "moodtape_stage_seconds_count", stage="publish") == 0


async def test_what_fails_is_no_measured_time():
    metrics = Metrics()
    with pytest.raises(DamagedPhoto):
        await MeasuredReader(FakeReader(error=DamagedPhoto()), metrics, readers=1).read(b"a photo")
    with pytest.raises(NoTracks):
        await MeasuredRecommender(FakeRecommender(error=NoTracks()), metrics).pick(TapeRequest(MoodName.SAD))
    assert value(metrics, "moodtape_stage_seconds_count", stage="read") == 0
    assert value(metrics, "moodtape_stage_seconds_count", stage="pick") == 0
