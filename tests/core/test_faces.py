from dataclasses import replace

import pytest

from core.emotion import Emotion
from core.faces import Face, FaceBox, FaceQuality, FaceReason, Landmarks, averaged, in_reading_order
from tests.fakes.services import NO_FACE, face, reading, scores

DARK = FaceQuality((FaceReason.DARK,))
BLURRED = FaceQuality((FaceReason.BLURRED, FaceReason.TURNED_AWAY))


def at(x: float, y: float, *, size_px: float = 100) -> Face:
    return replace(face(), box=FaceBox(x, y, x + size_px, y + size_px))


def test_faces_are_numbered_row_by_row_from_the_left():
    back = [at(10, 20), at(150, 0), at(300, 30)]
    front = [at(60, 180), at(220, 160, size_px=140)]
    assert in_reading_order([front[1], back[2], back[0], front[0], back[1]]) == (*back, *front)


def test_a_row_may_slope_a_little():
    row = [at(0, 70), at(120, 50), at(240, 30)]
    assert in_reading_order(reversed(row)) == tuple(row)


def test_ordering_loses_no_face():
    same = [at(50, 50)] * 3
    assert len(in_reading_order(same)) == 3


def test_a_face_that_is_hard_to_read_counts_less():
    room = reading(face(scores(Emotion.SURPRISE)), replace(face(scores(Emotion.HAPPY)), quality=DARK)).room()
    assert room.top is Emotion.SURPRISE
    assert room[Emotion.HAPPY] == pytest.approx(0.8 * 0.05 + 0.2 * 0.7)


def test_one_clear_face_is_enough():
    assert reading(face(), replace(face(size_px=300), quality=DARK)).unclear is None


def test_where_no_face_is_clear_the_largest_says_why():
    faces = (replace(face(size_px=300), quality=BLURRED), replace(face(), quality=DARK))
    assert reading(*faces).unclear is FaceReason.BLURRED


def test_roll_is_the_turn_of_the_line_of_the_eyes():
    assert Landmarks((0, 0), (10, 10), (5, 12), (2, 20), (8, 20)).roll_deg == pytest.approx(45)


def test_stills_are_averaged_face_by_face():
    sad, happy = scores(Emotion.SAD, probability=1.0), scores(Emotion.HAPPY, probability=1.0)
    stills = [reading(face(happy), face(sad, x_min=400)), reading(face(sad), face(sad, x_min=420))]
    mean = averaged(stills)
    assert mean.faces[0].emotions[Emotion.HAPPY] == pytest.approx(0.5)
    assert mean.faces[1].emotions == sad
    assert mean.faces[1].box == stills[1].faces[1].box


def test_stills_without_a_readable_face_do_not_count():
    dark = reading(replace(face(scores(Emotion.FEAR)), quality=DARK))
    assert averaged([NO_FACE, reading(), dark]) == reading()


def test_stills_with_fewer_or_more_faces_than_most_do_not_count():
    crowd = reading(face(scores(Emotion.FEAR)), face(x_min=400))
    assert len(averaged([reading(), crowd, reading()]).faces) == 1


def test_a_face_is_sure_where_half_of_the_stills_are():
    unsure = reading(replace(face(), sure=False))
    assert averaged([unsure, reading()]).faces[0].sure
    assert not averaged([unsure, unsure, reading()]).faces[0].sure


def test_no_face_in_any_still_is_no_face():
    assert averaged([NO_FACE, NO_FACE]) == NO_FACE
