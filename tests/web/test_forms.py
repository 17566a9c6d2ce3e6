import re

import pytest

from core.emotion import EMOTIONS, Emotion
from core.mood import Goal, MoodName
from tests.fakes.services import FakeReader, FakeRecommender, reading, scores, services
from tests.web.visitor import JPEG, send_fields, send_photo, visitor, words
from web.forms import HEARD_MAX, Wishes, feeling_text, heard_text


def hidden(html: str, name: str) -> str:
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)">', html)
    assert found
    return found[1]


async def test_goal_and_energy_reach_the_recommender() -> None:
    recommender = FakeRecommender()
    await send_photo(services(recommender=recommender), goal="lift", energy="-0.5")
    assert recommender.requests[0].goal is Goal.LIFT
    assert recommender.requests[0].energy == -0.5


async def test_a_tape_can_lead_to_a_mood() -> None:
    recommender = FakeRecommender()
    await send_fields(services(recommender=recommender), mood="sad", goal="to-calm")
    assert recommender.requests[0].goal is Goal.TAKE_ME
    assert recommender.requests[0].destination is MoodName.CALM


@pytest.mark.parametrize(
    "fields",
    [
        {"goal": "sideways"},
        {"goal": "take-me"},
        {"energy": "0.7"},
        {"energy": "nan"},
        {"energy": "much"},
        {"heard": "1,x"},
        {"heard": "-1"},
        {"heard": str(2**63)},
        {"heard": ",".join("1" * (HEARD_MAX + 1))},
        {"mood": "", "feeling": "0.5,0.5"},
        {"mood": "", "feeling": "1,1,1,1,1,1,1"},
        {"mood": "", "feeling": "nan,0,0,0,0,0,1"},
        {"mood": "", "feeling": "2,-1,0,0,0,0,0"},
    ],
)
async def test_what_no_form_of_ours_sends_is_refused(fields: dict[str, str]) -> None:
    recommender = FakeRecommender()
    answer = await send_fields(services(recommender=recommender), **{"mood": "happy"} | fields)
    assert answer.status_code == 400
    assert recommender.requests == []


async def test_wishes_are_kept_when_something_goes_wrong() -> None:
    answer = await send_fields(tracks="9", goal="to-calm", energy="1")
    assert "Please choose a photo, or pick a mood." in words(answer)
    assert '<option value="to-calm" selected>' in answer.text
    assert '<option value="1.0" selected>' in answer.text
    assert 'value="9"' in answer.text


async def test_another_tape_needs_no_photo_and_avoids_what_was_heard() -> None:
    reader, recommender = FakeReader(), FakeRecommender()
    rooms = services(reader=reader, recommender=recommender)
    first = await send_photo(rooms, tracks="5")
    again = {name: hidden(first.text, name) for name in ("feeling", "heard")}
    second = await send_fields(rooms, **again, tracks="5")
    third = await send_fields(rooms, feeling=again["feeling"], heard=hidden(second.text, "heard"))
    assert third.status_code == 200
    assert len(reader.photos) == 1
    assert recommender.requests[1].feeling.probabilities == pytest.approx(scores().probabilities, abs=1e-4)
    assert recommender.requests[1].avoid == {int(key) for key in again["heard"].split(",")}
    assert len(recommender.requests[1].avoid) == 5


async def test_a_correction_wins_over_what_was_read() -> None:
    recommender = FakeRecommender()
    await send_fields(services(recommender=recommender), feeling=feeling_text(scores()), mood="sad")
    assert recommender.requests[0].feeling is MoodName.SAD


async def test_several_stills_are_read_and_averaged() -> None:
    reader, recommender = FakeReader(), FakeRecommender()
    async with visitor(services(reader=reader, recommender=recommender)) as client:
        answer = await client.post("/tape", files=[("photo", (f"{n}.jpg", JPEG)) for n in range(5)])
    assert "You look mostly happy" in words(answer)
    assert len(reader.photos) == 5
    assert recommender.requests[0].feeling.probabilities == pytest.approx(reading().room().probabilities)


async def test_too_many_stills_are_refused() -> None:
    async with visitor() as client:
        answer = await client.post("/tape", files=[("photo", (f"{n}.jpg", JPEG)) for n in range(9)])
    assert answer.status_code == 400


@pytest.mark.parametrize("top", EMOTIONS)
def test_what_was_felt_survives_the_form(top: Emotion) -> None:
    text = feeling_text(scores(top, probability=0.3333333))
    assert sum(map(float, text.split(","))) == pytest.approx(1, abs=1e-4)
    assert feeling_text(MoodName.CALM) == "calm"


def test_only_the_newest_tracks_are_carried_on() -> None:
    assert heard_text(range(HEARD_MAX + 5)).split(",")[0] == "5"


def test_wishes_ask_for_nothing_special() -> None:
    request = Wishes().request(MoodName.CALM)
    assert (request.length, request.goal, request.energy, request.avoid) == (20, None, 0.0, frozenset())
