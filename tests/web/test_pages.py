import re
from dataclasses import replace

import pytest

from core.emotion import Emotion
from core.errors import SpotifyRateLimited
from core.faces import FaceQuality, FaceReason
from core.mood import PICKABLE_MOODS, Goal, Mood, MoodName, MoodPoint
from core.music import Tape, Track
from core.ports import TapeRequest
from tests.fakes.services import (
    PLAYLIST_URL,
    FakePublisher,
    FakeReader,
    FakeRecommender,
    face,
    from_face,
    reading,
    scores,
    services,
)
from tests.fakes.words import ENGLISH, LANGUAGES
from tests.web.visitor import JPEG, send_fields, send_photo, visitor, words
from web.server import create_page
from web.wording import GOALS, goal_word


class OneTrack:
    def __init__(self, track: Track, *, goal: Goal = Goal.MATCH) -> None:
        self.track = track
        self.goal = goal

    async def pick(self, request: TapeRequest) -> Tape:
        return Tape(Mood(MoodName.HAPPY, MoodPoint(0.5, 0.5)), (self.track,), self.goal)


async def test_form_tells_what_is_computed_before_the_first_photo() -> None:
    async with visitor() as client:
        text = words(await client.get("/"))
    for notice in ("seven emotion probabilities", "in memory only", "hint, not proof", "under 13", "at work or school"):
        assert notice in text


async def test_form_offers_each_pickable_mood() -> None:
    async with visitor() as client:
        html = (await client.get("/")).text
    assert re.findall(r'name="mood" value="(\w+)"', html) == [mood.value for mood in PICKABLE_MOODS]


async def test_photo_reaches_the_reader_unchanged() -> None:
    reader = FakeReader()
    await send_photo(services(reader=reader))
    assert reader.photos == [JPEG]


async def test_result_says_how_the_face_looks_and_not_how_the_person_is() -> None:
    text = words(await send_photo())
    assert "You look mostly happy" in text
    assert "you are" not in text.lower()


async def test_result_speaks_of_the_room_for_several_faces() -> None:
    group = reading(face(scores(Emotion.SURPRISE)), face(x_min=300, size_px=10), face(x_min=400, size_px=10))
    assert "I see 3 faces; the room looks mostly surprised" in words(
        await send_photo(services(reader=FakeReader(group)))
    )


@pytest.mark.parametrize(
    ("mood", "headline"), [("calm", "A tape for a calm mood"), ("angry", "A tape for an angry mood")]
)
async def test_picked_mood_needs_no_photo(mood: str, headline: str) -> None:
    reader = FakeReader()
    assert headline in words(await send_fields(services(reader=reader), mood=mood))
    assert reader.photos == []


async def test_picked_mood_wins_over_a_photo() -> None:
    reader = FakeReader()
    assert "A tape for a sad mood" in words(await send_photo(services(reader=reader), mood="sad"))
    assert reader.photos == []


async def test_result_shows_seven_probabilities_as_text() -> None:
    reader = FakeReader(from_face({Emotion.HAPPY: 0.712, Emotion.SAD: 0.286, Emotion.FEAR: 0.002}))
    text = words(await send_photo(services(reader=reader)))
    assert "happy 71% sad 29% afraid under 1% angry 0% disgusted 0% surprised 0% neutral 0%" in text


async def test_tracks_are_numbered_through_both_sides() -> None:
    text = words(await send_photo(tracks="5"))
    assert "Side A 1 Song 1 Artist 1 , 1971 2 Song 2" in text
    assert "Side B 4 Song 4" in text


async def test_wanted_length_reaches_the_recommender_and_the_next_form() -> None:
    recommender = FakeRecommender()
    answer = await send_photo(services(recommender=recommender), tracks="7")
    assert recommender.requests[0].length == 7
    assert 'name="tracks" min="5" max="50" value="7"' in answer.text


async def test_length_is_twenty_unless_told() -> None:
    recommender = FakeRecommender()
    await send_fields(services(recommender=recommender), mood="happy")
    assert recommender.requests[0].length == 20


async def test_playlist_is_one_tap_away() -> None:
    answer = await send_photo()
    assert f'href="{PLAYLIST_URL}" target="_blank" rel="noopener">Open in Spotify' in answer.text


async def test_result_says_that_playlists_are_not_set_up() -> None:
    answer = await send_photo(services(publisher=FakePublisher(url=None)))
    assert "Playlists are not set up here yet" in words(answer)
    assert "Open in Spotify" not in answer.text
    assert "https://open.spotify.com/search/Artist%201%20Song%201" in answer.text


async def test_result_says_why_spotify_made_no_playlist() -> None:
    answer = await send_photo(services(publisher=FakePublisher(error=SpotifyRateLimited(40))))
    assert answer.status_code == 200
    assert "Spotify asks me to wait 40 seconds" in words(answer)


async def test_result_counts_tracks_that_spotify_does_not_have() -> None:
    answer = await send_photo(services(publisher=FakePublisher(missing=2)), tracks="10")
    assert "Spotify does not have 2 more tracks of this tape." in words(answer)


async def test_result_says_where_the_tape_goes() -> None:
    lifting = OneTrack(Track("Song", "Artist", MoodPoint(0, 0)), goal=Goal.LIFT)
    answer = await send_photo(services(recommender=lifting))
    assert "The tape starts there and goes towards happy." in words(answer)


async def test_hostile_titles_are_escaped() -> None:
    track = Track('<script>alert("1")</script>', '"><img src=x onerror=alert(1)>', MoodPoint(0, 0))
    answer = await send_photo(services(recommender=OneTrack(track), publisher=FakePublisher(url=None)))
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


async def test_playlist_link_is_never_a_script() -> None:
    answer = await send_photo(services(publisher=FakePublisher(url="javascript:alert(1)")))
    assert "javascript:" not in answer.text


async def test_photo_is_never_echoed() -> None:
    answer = await send_photo(photo=b"not to be seen again")
    assert b"not to be seen again" not in answer.content
    assert "selfie.jpg" not in answer.text


async def test_pages_hold_no_inline_script_or_style() -> None:
    async with visitor() as client:
        pages = [(await client.get("/")).text, (await send_photo()).text]
    for html in pages:
        assert re.findall(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", html) == []
        assert re.findall(r'(?:src|action)="(?!/)', html) == []


@pytest.mark.parametrize("name", ["page.css", "tape.css", "page.js", "camera.js", "live.js", "common.js", "logo.svg"])
async def test_static_files_come_from_our_own_host(name: str) -> None:
    async with visitor() as client:
        answer = await client.get(f"/static/{name}")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_health_is_one_word() -> None:
    async with visitor() as client:
        assert (await client.get("/healthz")).json() == {"status": "ok"}


async def test_reloading_a_result_leads_back_to_the_form() -> None:
    async with visitor() as client:
        answer = await client.get("/tape")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/static/../server.py", "/nothing"])
async def test_other_paths_are_not_found(path: str) -> None:
    async with visitor() as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "There is no such page here." in words(answer)


def test_pages_share_no_state() -> None:
    assert create_page(services(), languages=LANGUAGES) is not create_page(services(), languages=LANGUAGES)


async def test_the_same_form_sent_twice_is_one_request() -> None:
    publisher = FakePublisher()
    rooms = services(publisher=publisher)
    for fields in ({"mood": "calm"}, {"mood": "calm"}, {"mood": "sad"}):
        await send_fields(rooms, once="a-token-of-the-form", **fields)
    first, second, other = publisher.request_ids
    assert first == second != other


async def test_each_form_has_a_token_of_its_own() -> None:
    async with visitor() as client:
        pages = [(await client.get("/")).text for _ in range(2)]
    tokens = [re.findall(r'name="once" value="([\w-]{16,})"', page) for page in pages]
    assert len(tokens[0]) == 1
    assert tokens[0] != tokens[1]


async def test_faces_of_a_group_are_numbered_with_their_emotions() -> None:
    dark = replace(face(scores(Emotion.SAD), x_min=400), quality=FaceQuality((FaceReason.DARK,)))
    answer = await send_photo(services(reader=FakeReader(reading(face(), dark))))
    assert "mostly happy, 70% mostly sad, 70% (hard to read: it is too dark)" in words(answer)
    assert '<rect x="400" y="80" width="200" height="200" rx="40.0"/>' in answer.text


async def test_one_face_alone_is_not_numbered() -> None:
    assert "Face by face" not in words(await send_photo())


async def test_only_a_page_with_a_player_may_frame_spotify() -> None:
    with_player, without = await send_photo(), await send_photo(services(publisher=FakePublisher(url=None)))
    assert "frame-src https://open.spotify.com" in with_player.headers["content-security-policy"]
    assert "frame-src" not in without.headers["content-security-policy"]
    assert "<iframe" not in with_player.text


@pytest.mark.parametrize("url", ["https://evil.example/playlist/6oTvEcrxQPMrBXNSGS8MKj", f"{PLAYLIST_URL}?a=b", "x"])
async def test_nothing_but_a_playlist_of_spotify_is_played(url: str) -> None:
    answer = await send_photo(services(publisher=FakePublisher(url=url)))
    assert "data-address" not in answer.text
    assert "frame-src" not in answer.headers["content-security-policy"]


async def test_goals_that_suit_the_mood_come_first() -> None:
    html = (await send_photo(services(reader=FakeReader(from_face({Emotion.SAD: 1.0}))))).text
    assert re.findall(r'<option value="([a-z-]+)"', html)[:5] == ["lift", "match", "calm", "energise", "let-out"]


def test_each_goal_can_be_chosen() -> None:
    assert set(GOALS) == set(Goal) - {Goal.TAKE_ME}
    assert len({goal_word(goal, ENGLISH) for goal in Goal}) == len(Goal)
