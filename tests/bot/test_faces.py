from dataclasses import replace

import pytest

from bot.faces import PLACES, described, face_lines, place
from core.emotion import Emotion
from core.faces import Face, FaceBox, FaceQuality, FaceReason, Reading
from tests.fakes.services import face, reading, scores
from tests.fakes.words import ENGLISH


def at(x: float, y: float, *, emotion: Emotion = Emotion.HAPPY) -> Face:
    return Face(FaceBox(x - 50, y - 50, x + 50, y + 50), 0.9, scores(emotion))


@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize("column", range(3))
def test_a_face_is_named_by_the_ninth_of_the_photo_that_it_is_in(row: int, column: int):
    assert place(at(150 + 300 * column, 150 + 300 * row), Reading(900, 900, ())) == PLACES[row][column]


def test_a_face_beyond_the_edge_is_at_the_edge():
    assert place(at(-100, 5000), Reading(900, 900, ())) == "bottom-left"


def test_faces_are_numbered_with_their_place_look_and_share():
    room = Reading(900, 900, (at(100, 100), at(800, 100)))

    assert face_lines(room, ENGLISH) == [
        "1, top left: mostly happy, 50% of the tape",
        "2, top right: mostly happy, 50% of the tape",
    ]


def test_an_unhappy_face_counts_more():
    room = Reading(900, 900, (at(100, 100), at(800, 100, emotion=Emotion.SAD)))

    happy, sad = room.shares()
    assert happy + sad == pytest.approx(1)
    assert sad > happy


@pytest.mark.parametrize("reason", FaceReason)
def test_a_face_that_cannot_be_read_is_named_with_its_reason(reason: FaceReason):
    room = reading(face(), replace(face(x_min=400), quality=FaceQuality((reason,))))

    line = face_lines(room, ENGLISH)[1]
    assert line.startswith(f"2, right: {ENGLISH('bot-face-reason', reason=reason.value)}, so only ")
    assert "mostly" not in line


def test_a_face_of_which_nobody_is_sure_is_perhaps_something():
    assert ": perhaps happy, " in face_lines(reading(face(), replace(face(), sure=False)), ENGLISH)[1]


def test_the_description_of_a_chart_has_all_probabilities_and_each_face():
    one, two = described(reading(), ENGLISH), described(reading(face(), face(x_min=400)), ENGLISH)

    assert one == "happy 70%, angry 5%, disgusted 5%, afraid 5%, sad 5%, surprised 5%, neutral 5%"
    assert two.splitlines()[0].startswith("1, ")
    assert len(two.splitlines()) == 3
