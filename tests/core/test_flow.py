from dataclasses import replace

import pytest

from core.emotion import Emotion
from core.errors import FaceUnclear, NoFace, NotAnImage, NoTracks, SpotifyUnavailable, StorageUnavailable
from core.faces import FaceQuality, FaceReason
from core.flow import Step, playlist_from_mood, playlist_from_request, playlist_from_selfie, read_faces
from core.mood import Goal, MoodName
from core.ports import TapeRequest
from core.taste import Taste
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


async def test_several_faces_count_by_area_and_an_unhappy_one_up_to_twice():
    sad, happy = scores(Emotion.SAD, probability=1.0), scores(Emotion.HAPPY, probability=1.0)
    recommender = FakeRecommender()
    group = FakeReader(reading(face(sad, size_px=100), face(happy, size_px=200)))
    await playlist_from_selfie(PHOTO, services=services(reader=group, recommender=recommender))
    assert recommender.requests[0].feeling[Emotion.HAPPY] == pytest.approx(4 / (4 + 1 * 2))


async def test_a_photo_that_was_read_gives_another_tape_without_reading_it_again():
    reader, seen = FakeReader(), reading()
    request = TapeRequest(seen.room(), goal=Goal.CALM, avoid=frozenset({1}))
    result = await playlist_from_request(request, reading=seen, services=services(reader=reader))
    assert (result.reading, reader.photos) == (seen, [])


async def test_goal_and_taste_reach_the_recommender():
    recommender, taste = FakeRecommender(), Taste()
    await playlist_from_selfie(
        PHOTO, services=services(recommender=recommender), goal=Goal.LIFT, avoid=frozenset({7}), tastes=(taste,)
    )
    request = recommender.requests[0]
    assert (request.goal, request.avoid, request.tastes) == (Goal.LIFT, {7}, (taste,))


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


async def test_what_spotify_lacks_is_not_asked_for_again():
    recommender, publisher = FakeRecommender(), FakePublisher()
    publisher.lost = frozenset({7})
    await playlist_from_mood(MoodName.CALM, services=services(recommender=recommender, publisher=publisher))
    assert recommender.requests[0].gone == {7}


async def test_the_same_request_asks_for_the_same_tape_and_playlist():
    recommender, publisher = FakeRecommender(), FakePublisher()
    rooms = services(recommender=recommender, publisher=publisher)
    for request_id in ("a", "a", "b"):
        await playlist_from_mood(MoodName.CALM, services=rooms, request_id=request_id)
    first, second, other = (request.seed for request in recommender.requests)
    assert first == second != other
    assert publisher.request_ids == ["a", "a", "b"]


async def test_trouble_with_storage_still_gives_the_tape():
    problem = StorageUnavailable()
    result = await playlist_from_mood(MoodName.CALM, services=services(publisher=FakePublisher(error=problem)))
    assert (result.playlist, result.spotify_problem) == (None, problem)


async def test_stills_are_read_one_by_one_into_one_reading():
    reader = FakeReader()
    assert await read_faces(b"first", b"second", services=services(reader=reader)) == reading()
    assert reader.photos == [b"first", b"second"]


async def test_one_bad_still_refuses_them_all():
    with pytest.raises(NotAnImage):
        await read_faces(b"first", b"second", services=services(reader=FakeReader(error=NotAnImage())))
