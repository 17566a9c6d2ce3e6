import logging
import re
from collections.abc import AsyncGenerator

import pytest

from core.errors import MoodtapeError, NoFace, NotAnImage, OperatorProblem, SpotifyProblem
from core.mood import MoodName
from core.wording import sentence
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import PHOTO, buttons, links, shown, world
from tests.fakes.errors import EXAMPLES
from tests.fakes.services import NO_FACE, PLAYLIST_URL, FakePublisher, FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH

PEOPLES = [e for e in EXAMPLES if not isinstance(e, (OperatorProblem, SpotifyProblem))]
OPERATORS = [e for e in EXAMPLES if isinstance(e, OperatorProblem)]
SPOTIFYS = [e for e in EXAMPLES if isinstance(e, SpotifyProblem)]


def named(error: Exception) -> str:
    return type(error).__name__


async def test_a_photo_becomes_a_card_with_the_mood_the_tracks_and_the_link():
    async with world(services()) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO, tracks=5)

        text = shown(result.response.components)
        assert "You look mostly happy" in text
        assert "5. [Song 5](https://open.spotify.com/track/" in text
        assert links(result.response.components) == [PLAYLIST_URL]


async def test_a_picked_mood_becomes_a_tape_for_that_mood():
    recommender = FakeRecommender()
    async with world(services(recommender=recommender)) as (_, channel, alice):
        result = await alice.slash(channel, "mood", mood="calm")

        assert "A tape for a calm mood" in shown(result.response.components)
        assert [(r.feeling, r.length) for r in recommender.requests] == [(MoodName.CALM, 20)]


async def test_a_command_in_a_direct_message_is_answered():
    async with world(services()) as (_, _, alice):
        result = await alice.user.slash("mood", photo=PHOTO)

        assert "You look mostly happy" in shown(result.response.components)


async def test_neither_photo_nor_mood_gets_one_sentence_and_the_moods():
    async with world(services()) as (_, channel, alice):
        result = await alice.slash(channel, "mood")

        assert result.ephemeral
        assert shown(result.response.components) == ENGLISH("bot-how-to-ask")
        assert buttons(result.response.components) == ["Happy", "Calm", "Energetic", "Sad", "Angry"]


async def test_photo_and_mood_together_make_nothing():
    recommender = FakeRecommender()
    async with world(services(recommender=recommender)) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO, mood="sad")

        assert shown(result.response.components) == ENGLISH("bot-photo-or-mood")
        assert recommender.requests == []


@pytest.mark.parametrize(("options", "private"), [({}, True), ({"private": True}, True), ({"private": False}, False)])
async def test_the_reply_is_private_unless_shared(options: dict[str, bool], private: bool):
    async with world(services()) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO, **options)

        assert result.ephemeral is private
        assert result.response.ephemeral is private


@pytest.mark.parametrize("error", PEOPLES, ids=named)
async def test_each_problem_of_a_photo_reaches_the_person_as_one_sentence(error: MoodtapeError):
    publisher = FakePublisher()
    async with world(services(reader=FakeReader(error=error), publisher=publisher)) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert shown(result.response.components) == sentence(error, ENGLISH)
        assert result.followups == []
        assert publisher.tapes == []


@pytest.mark.parametrize("error", SPOTIFYS, ids=named)
async def test_a_problem_of_spotify_is_told_under_the_tracks(error: MoodtapeError):
    async with world(services(publisher=FakePublisher(error=error))) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        text = shown(result.response.components)
        assert text.index("20. [Song 20](https://open.spotify.com/search/") < text.index(sentence(error, ENGLISH))
        assert links(result.response.components) == []


@pytest.mark.parametrize("error", [*OPERATORS, RuntimeError("private/file"), KeyError("private")], ids=named)
async def test_a_problem_of_the_operator_is_told_as_an_incident(error: Exception, caplog: pytest.LogCaptureFixture):
    async with world(services(reader=FakeReader(error=error))) as (_, channel, alice):
        with caplog.at_level(logging.ERROR, "bot"):
            result = await alice.slash(channel, "mood", photo=PHOTO)

    told = shown(result.response.components)
    incident_id = re.search(r"incident ([0-9a-f]{8})", told)
    assert incident_id
    assert "private" not in told
    assert incident_id[1] in caplog.text


async def test_no_face_creates_no_playlist_and_offers_the_moods():
    publisher = FakePublisher()
    async with world(services(reader=FakeReader(NO_FACE), publisher=publisher)) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert shown(result.response.components) == sentence(NoFace(), ENGLISH)
        assert len(buttons(result.response.components)) == 5
        assert publisher.tapes == []


async def test_a_file_that_is_not_a_photo_gets_one_sentence():
    async with world(services(reader=FakeReader(error=NotAnImage()))) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=("song.mp3", b"ID3"))

        assert shown(result.response.components) == sentence(NotAnImage(), ENGLISH)


async def test_a_photo_that_is_declared_too_heavy_is_not_downloaded():
    async def never(url: str) -> AsyncGenerator[bytes]:
        raise AssertionError(url)
        yield b""

    reader = FakeReader()
    async with world(services(reader=reader), download=never) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=("big.jpg", bytes(15_000_001)))

        assert "too large" in shown(result.response.components)
        assert reader.photos == []


async def test_an_endless_body_behind_a_small_declared_size_is_cut_off():
    async def endless(_: str) -> AsyncGenerator[bytes]:
        while True:
            yield bytes(1_000_000)

    async with world(services(), download=endless) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert "too large" in shown(result.response.components)


async def test_the_command_is_acknowledged_before_the_photo_is_read():
    async with world(services(reader=FakeReader(delay_s=60)), settle_timeout=1) as (env, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert result.deferred
        await env.advance_time(61)
        assert "You look mostly happy" in shown(result.response.components)
        assert result.followups == []


async def test_a_long_step_is_told_while_it_lasts():
    async with world(services(reader=FakeReader(delay_s=60)), settle_timeout=1) as (env, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)
        await env.advance_time(10)

        assert shown(result.response.components) == "Reading your photo…"
        assert len([r for r in env.http_requests if r.method == "PATCH"]) == 1
        await env.advance_time(51)
        assert "You look mostly happy" in shown(result.response.components)


async def test_a_second_wish_at_the_same_time_gets_one_sentence():
    reader = FakeReader(delay_s=60)
    async with world(services(reader=reader), settle_timeout=1) as (env, channel, alice):
        first = await alice.slash(channel, "mood", photo=PHOTO)
        second = await alice.slash(channel, "mood", photo=PHOTO)

        assert shown(second.response.components) == ENGLISH("bot-one-at-a-time")
        assert second.ephemeral
        await env.advance_time(61)
        assert "You look mostly happy" in shown(first.response.components)
        assert len(reader.photos) == 1


async def test_two_people_are_served_at_the_same_time():
    reader = FakeReader(delay_s=60)
    async with world(services(reader=reader), settle_timeout=1) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        results = [await person.slash(channel, "mood", photo=PHOTO) for person in (alice, bob)]
        await env.advance_time(61)

        assert all("You look mostly happy" in shown(r.response.components) for r in results)


async def test_a_job_that_never_ends_is_ended():
    async with world(services(reader=FakeReader(delay_s=3600)), settle_timeout=1) as (env, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)
        await env.advance_time(601)

        assert "incident" in shown(result.response.components)


async def test_a_card_that_discord_refuses_becomes_an_incident():
    async with world(services()) as (env, channel, alice):
        env.inject_error("PATCH", "/webhooks/*", status=400, code=50035)
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert "incident" in shown(result.response.components)


@pytest.mark.parametrize("code", [10062, 10015, 40060])
async def test_somebody_who_is_gone_is_not_answered(code: int):
    async with world(services()) as (env, channel, alice):
        env.inject_error("POST", "/interactions/*", status=404, code=code)
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert not result.acknowledged
        assert not [r for r in env.http_requests if r.path.startswith("/webhooks")]


async def test_an_answer_that_nobody_waits_for_is_not_sent_twice():
    async with world(services()) as (env, channel, alice):
        env.inject_error("PATCH", "/webhooks/*", status=404, code=10015)
        await alice.slash(channel, "mood", photo=PHOTO)

        assert len([r for r in env.http_requests if r.method == "PATCH"]) == 1


async def test_a_discord_that_takes_no_answer_is_given_up(caplog: pytest.LogCaptureFixture):
    async with world(services()) as (env, channel, alice):
        env.inject_error("PATCH", "/webhooks/*", status=500, times=None)
        await alice.slash(channel, "mood", photo=PHOTO)

    assert "no answer could be delivered" in caplog.text


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
@pytest.mark.parametrize("options", [{"photo": PHOTO}, {"mood": "sad", "private": False}, {}], ids=str)
async def test_requests_fit_discords_own_description(options: dict[str, object]):
    async with world(services(publisher=FakePublisher(missing=3))) as (env, channel, alice):
        await alice.slash(channel, "mood", **options)

        assert all_complaints(env.http_requests) == []
