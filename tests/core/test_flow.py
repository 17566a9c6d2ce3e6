from dataclasses import replace

import pytest

from core.emotion import Emotion
from core.errors import FaceUnclear, NoFace, NotAnImage, NoTracks, SpotifyUnavailable
from core.faces import FaceQuality, FaceReason
from core.flow import Step, playlist_from_mood, playlist_from_selfie
from core.mood import MoodName
from tests.fakes.services import NO_FACE, FakePublisher, FakeReader, FakeRecommender, face, reading, scores, services

PHOTO = b"any bytes"


async def test_a_selfie_becomes_a_playlist_of_the_tape():
    result = await playlist_from_selfie(PHOTO, services=services(), length=7)
    assert result.tape.mood.name is MoodName.HAPPY
    assert result.playlist
    assert [track.title for track in result.tracks] == [track.title for track in result.tape.tracks]
    assert all(track.uri for track in result.tracks)


async def test_no_face_creates_no_playlist():
    publisher = FakePublisher()
    with pytest.raises(NoFace):
        await playlist_from_selfie(PHOTO, services=services(reader=FakeReader(NO_FACE), publisher=publisher))
    assert publisher.tapes == []


async def test_a_face_that_cannot_be_read_creates_no_playlist():
    dark = replace(face(), quality=FaceQuality((FaceReason.DARK,)))
    publisher = FakePublisher()
    with pytest.raises(FaceUnclear) as error:
        await playlist_from_selfie(PHOTO, services=services(reader=FakeReader(reading(dark)), publisher=publisher))
    assert error.value.reason is FaceReason.DARK
    assert publisher.tapes == []


async def test_a_bad_photo_asks_for_no_tracks():
    recommender = FakeRecommender()
    with pytest.raises(NotAnImage):
        await playlist_from_selfie(
            PHOTO, services=services(reader=FakeReader(error=NotAnImage()), recommender=recommender)
        )
    assert recommender.requests == []


async def test_several_faces_count_by_area():
    group = reading(face(scores(Emotion.SAD), size_px=100), face(scores(Emotion.HAPPY), size_px=200))
    recommender = FakeRecommender()
    await playlist_from_selfie(PHOTO, services=services(reader=FakeReader(group), recommender=recommender))
    feeling = recommender.requests[0].feeling
    assert feeling[Emotion.HAPPY] == pytest.approx(0.8 * 0.7 + 0.2 * 0.05)


async def test_a_picked_mood_needs_no_photo():
    reader = FakeReader()
    result = await playlist_from_mood(MoodName.CALM, services=services(reader=reader))
    assert (result.reading, result.tape.mood.name) == (None, MoodName.CALM)
    assert reader.photos == []


async def test_spotify_trouble_still_gives_the_tape():
    problem = SpotifyUnavailable()
    result = await playlist_from_selfie(PHOTO, services=services(publisher=FakePublisher(error=problem)))
    assert (result.playlist, result.spotify_problem) == (None, problem)
    assert result.tracks == result.tape.tracks


async def test_an_empty_catalogue_publishes_nothing():
    publisher = FakePublisher()
    with pytest.raises(NoTracks):
        await playlist_from_mood(
            MoodName.HAPPY, services=services(recommender=FakeRecommender(error=NoTracks()), publisher=publisher)
        )
    assert publisher.tapes == []


async def test_steps_are_told_in_order():
    steps: list[Step] = []
    await playlist_from_selfie(PHOTO, services=services(), on_step=steps.append)
    assert steps == [Step.READING, Step.PICKING, Step.PUBLISHING]
