"""Where a tape should lead: as asked, else as the server prefers, else as suits the mood."""

import pytest

from core.mood import Goal, MoodName
from core.people import GuildSettings
from core.ports import TapeRequest
from tests.bot.helpers import PHOTO, AgreedPeople, buttons, shown, simulated, world
from tests.fakes.people import people
from tests.fakes.services import NO_FACE, FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH


def goal_of(request: TapeRequest) -> tuple[Goal | None, MoodName | None]:
    return request.goal, request.destination


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({}, (None, None)),
        ({"goal": "calm"}, (Goal.CALM, None)),
        ({"goal": "let-out"}, (Goal.LET_OUT, None)),
        ({"goal": "take-me", "to": "happy"}, (Goal.TAKE_ME, MoodName.HAPPY)),
        ({"to": "calm"}, (Goal.TAKE_ME, MoodName.CALM)),
    ],
)
@pytest.mark.parametrize("source", [{"photo": PHOTO}, {"mood": "sad"}], ids=["photo", "mood"])
async def test_a_tape_leads_where_was_asked(source: dict, options: dict, wanted: tuple):
    recommender = FakeRecommender()
    async with world(services(recommender=recommender)) as (_, channel, alice):
        await alice.slash(channel, "mood", **source, **options)

        assert goal_of(recommender.requests[-1]) == wanted


@pytest.mark.parametrize("options", [{"goal": "take-me"}, {"goal": "calm", "to": "happy"}], ids=str)
async def test_a_way_to_nowhere_gets_one_sentence(options: dict[str, str]):
    recommender = FakeRecommender()
    async with world(services(recommender=recommender)) as (_, channel, alice):
        result = await alice.slash(channel, "mood", mood="sad", **options)

        assert shown(result.response.components) == ENGLISH("bot-where-to")
        assert recommender.requests == []


@pytest.mark.parametrize(
    ("preferred", "asked", "wanted"),
    [(Goal.LIFT, {}, Goal.LIFT), (Goal.LIFT, {"goal": "match"}, Goal.MATCH), (Goal.TAKE_ME, {}, None)],
)
async def test_what_the_server_prefers_counts_where_nothing_was_asked(
    preferred: Goal, asked: dict[str, str], wanted: Goal | None
):
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (env, channel, alice):
        memory.guilds[env.guild.id] = GuildSettings(goal=preferred, length=9, explicit=False)
        await alice.slash(channel, "mood", mood="sad", **asked)

        request = recommender.requests[-1]
        assert (request.goal, request.length, request.explicit) == (wanted, 9, False)


async def test_a_goal_outlives_a_photo_without_a_face_and_a_restart():
    recommender = FakeRecommender()
    async with world(services(reader=FakeReader(NO_FACE))) as (env, channel, alice):
        offer = await alice.slash(channel, "mood", photo=PHOTO, goal="take-me", to="happy", private=False)
        await env.restart_bot(simulated(services(recommender=recommender)))
        assert "Sad" in buttons(offer.response.components)
        await alice.click(offer.response, label="Sad")

        assert goal_of(recommender.requests[-1]) == (Goal.TAKE_ME, MoodName.HAPPY)


async def test_a_goal_is_kept_by_the_moods_that_are_offered_without_a_photo():
    recommender = FakeRecommender()
    async with world(services(recommender=recommender)) as (_, channel, alice):
        offer = await alice.slash(channel, "mood", goal="lift")
        await alice.click(offer.response, label="Sad")

        assert goal_of(recommender.requests[-1]) == (Goal.LIFT, None)
