from dataclasses import replace

import pytest

from core.errors import FaceUnclear, MoodtapeError
from core.faces import Face, FaceReason
from core.flow import Result
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Lack, Shortage, Tape
from core.wording import SENTENCES, headline, leads, sentence, short_of
from tests.fakes.errors import EXAMPLES, leaves
from tests.fakes.services import face, reading, track


def test_each_leaf_has_a_sentence_and_nothing_else_has():
    assert set(SENTENCES) == leaves()


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda e: type(e).__name__)
def test_a_sentence_is_one_short_plain_line(error: MoodtapeError):
    told = sentence(error)

    assert told[0].isupper()
    assert told.endswith(".")
    assert ". " not in told
    assert "\n" not in told
    assert len(told) <= 200


@pytest.mark.parametrize("reason", FaceReason)
def test_a_face_that_cannot_be_read_is_seen_and_told_what_to_do(reason: FaceReason):
    told = sentence(FaceUnclear(reason))
    assert told.startswith("I can see a face, but ")
    assert told.endswith("try again, or pick a mood.") or "closer" in told


def looks(*faces: Face) -> str:
    return headline(Result(reading(*faces), tape=Tape(Mood(MoodName.HAPPY, MoodPoint(0, 0)), ()), playlist=None))


def test_a_face_that_the_network_is_not_sure_of_is_said_to_be_uncertain():
    unsure = replace(face(), sure=False)
    assert looks(face()) == "You look mostly happy"
    assert looks(unsure) == "I am not sure how you look; perhaps mostly happy"
    assert looks(unsure, unsure) == "I am not sure how these 2 faces look; perhaps mostly happy"
    assert looks(unsure, face()) == "I see 2 faces; the room looks mostly happy"


HAPPY = Mood(MoodName.HAPPY, MoodPoint(0, 0))


def test_a_short_tape_says_why():
    shortage = Shortage(20, ((Lack.GENRE, 3), (Lack.ARTIST, 12)))
    told = short_of(Tape(HAPPY, (track(1),), shortage=shortage))
    assert told == "I found only 1 track of 20; left out: 12 by artists who are on the tape already, 3 of other genres."


def test_a_small_catalogue_is_said_to_have_no_more():
    assert short_of(Tape(HAPPY, (), shortage=Shortage(5))) == "I found only 0 tracks of 5; the catalogue has no more."


def test_a_full_tape_has_nothing_to_explain():
    assert short_of(Tape(HAPPY, ())) is None


@pytest.mark.parametrize("goal", Goal)
def test_a_tape_that_leads_somewhere_says_where(goal):
    assert (leads(Tape(HAPPY, (), goal)) is None) == (goal is Goal.MATCH)
