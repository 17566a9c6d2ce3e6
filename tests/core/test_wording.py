from dataclasses import replace

import pytest

from core.errors import FaceUnclear, MoodtapeError, SpotifyRateLimited
from core.faces import Face, FaceReason
from core.flow import Result
from core.language import Language
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Lack, Reason, Shortage, Tape, Why
from core.wording import SENTENCES, headline, leads, sentence, short_of, why
from tests.fakes.errors import EXAMPLES, leaves
from tests.fakes.services import face, reading, track
from tests.fakes.words import ENGLISH, LANGUAGES

REASONS = (
    None,
    Reason(Why.LIKED),
    Reason(Why.LOOK, energy=1),
    Reason(Why.MOOD, MoodName.ANGRY, -1),
    Reason(Why.STEP, MoodName.SURPRISE),
    Reason(Why.ARRIVED),
)


def test_each_leaf_has_a_sentence_and_nothing_else_has():
    assert set(SENTENCES) == leaves()


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda e: type(e).__name__)
def test_a_sentence_is_one_short_plain_line(error: MoodtapeError):
    told = sentence(error, ENGLISH)

    assert told[0].isupper()
    assert told.endswith(".")
    assert ". " not in told
    assert "\n" not in told
    assert len(told) <= 200


@pytest.mark.parametrize("language", Language)
def test_a_sentence_is_one_line_that_ends_in_each_language(language: Language):
    for error in EXAMPLES:
        told = sentence(error, LANGUAGES.words_for(language))
        assert told.endswith((".", "。")), told
        assert "\n" not in told
        assert len(told) <= 250, told


def test_a_wait_is_told_in_the_largest_fitting_unit():
    waits = {0.2: "1 second", 89: "89 seconds", 90: "2 minutes", 60 * 89: "89 minutes", 5400: "2 hours"}
    for seconds, told in waits.items():
        assert (
            sentence(SpotifyRateLimited(seconds), ENGLISH)
            == f"Spotify asks me to wait {told} before the next playlist."
        )


def test_a_reason_names_the_mood_that_a_tape_leads_to():
    told = [why(replace(track(1), why=reason), ENGLISH) for reason in REASONS]
    assert told == [
        None,
        "you like Artist 1",
        "close to how you look, with more energy",
        "fits an angry mood, but calmer",
        "a step towards surprised",
        "relief, where this tape leads",
    ]


@pytest.mark.parametrize("reason", FaceReason)
def test_a_face_that_cannot_be_read_is_seen_and_told_what_to_do(reason: FaceReason):
    told = sentence(FaceUnclear(reason), ENGLISH)
    assert told.startswith("I can see a face, but ")
    assert told.endswith("try again, or pick a mood.") or "closer" in told


def looks(*faces: Face) -> str:
    tape = Tape(Mood(MoodName.HAPPY, MoodPoint(0, 0)), ())
    return headline(Result(reading(*faces), tape=tape, playlist=None), ENGLISH)


def test_a_face_that_the_network_is_not_sure_of_is_said_to_be_uncertain():
    unsure = replace(face(), sure=False)
    assert looks(face()) == "You look mostly happy"
    assert looks(unsure) == "I am not sure how you look; perhaps mostly happy"
    assert looks(unsure, unsure) == "I am not sure how these 2 faces look; perhaps mostly happy"
    assert looks(unsure, face()) == "I see 2 faces; the room looks mostly happy"


HAPPY = Mood(MoodName.HAPPY, MoodPoint(0, 0))


def test_a_short_tape_says_why():
    shortage = Shortage(20, ((Lack.GENRE, 3), (Lack.ARTIST, 12)))
    told = short_of(Tape(HAPPY, (track(1),), shortage=shortage), ENGLISH)
    assert told == "I found only 1 track of 20; left out: 12 by artists who are on the tape already, 3 of other genres."


def test_a_small_catalogue_is_said_to_have_no_more():
    assert (
        short_of(Tape(HAPPY, (), shortage=Shortage(5)), ENGLISH)
        == "I found only 0 tracks of 5; the catalogue has no more."
    )


def test_a_full_tape_has_nothing_to_explain():
    assert short_of(Tape(HAPPY, ()), ENGLISH) is None


@pytest.mark.parametrize("goal", Goal)
def test_a_tape_that_leads_somewhere_says_where(goal):
    assert (leads(Tape(HAPPY, (), goal), ENGLISH) is None) == (goal is Goal.MATCH)
