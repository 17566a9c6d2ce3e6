import pytest

from bot.attachments import over_http
from bot.buttons import MoodButton
from bot.desk import Desk
from core.errors import NoTracks
from core.mood import MoodName
from core.wording import sentence
from tests.bot.helpers import PHOTO, shown, simulated, world
from tests.fakes.people import people
from tests.fakes.services import NO_FACE, FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH, LANGUAGES


@pytest.mark.parametrize("mood", list(MoodName))
def test_a_custom_id_fits_discord_for_each_mood(mood: MoodName):
    button = MoodButton(mood.value, label="Mood", length=50, asker_id=(1 << 64) - 1)

    assert button.custom_id == f"mood:{mood.value}:50:{(1 << 64) - 1}"
    assert len(button.custom_id) <= 100


async def test_one_tap_after_no_face_replaces_the_offer_with_a_tape_of_the_wanted_length():
    recommender = FakeRecommender()
    async with world(services(reader=FakeReader(NO_FACE), recommender=recommender)) as (_, channel, alice):
        offer = await alice.slash(channel, "mood", photo=PHOTO, tracks=7)
        click = await alice.click(offer.response, label="Energetic")

        assert "A tape for an energetic mood" in shown(offer.response.components)
        assert click.response.id == offer.response.id
        assert [(r.feeling, r.length) for r in recommender.requests] == [(MoodName.ENERGETIC, 7)]


async def test_buttons_still_work_after_a_restart():
    async with world(services()) as (env, channel, alice):
        offer = await alice.slash(channel, "mood")
        await env.restart_bot(simulated(services()))
        await alice.click(offer.response, label="Calm")

        assert "A tape for a calm mood" in shown(offer.response.components)


async def test_buttons_of_a_public_reply_answer_to_the_asker_only():
    async with world(services(reader=FakeReader(NO_FACE))) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        offer = await alice.slash(channel, "mood", photo=PHOTO, private=False)
        refused = await bob.click(offer.response, label="Sad")

        assert shown(refused.response.components) == ENGLISH("bot-not-yours")
        assert "face" in shown(offer.response.components)


async def test_an_error_after_a_tap_is_told():
    async with world(services(recommender=FakeRecommender(error=NoTracks()))) as (_, channel, alice):
        offer = await alice.slash(channel, "mood")
        await alice.click(offer.response, label="Sad")

        assert shown(offer.response.components) == sentence(NoTracks(), ENGLISH)


async def test_an_unexpected_error_after_a_tap_is_told_as_an_incident():
    async with world(services(recommender=FakeRecommender(error=ZeroDivisionError()))) as (_, channel, alice):
        offer = await alice.slash(channel, "mood")
        await alice.click(offer.response, label="Sad")

        assert "incident" in shown(offer.response.components)


async def test_a_tap_while_a_tape_is_being_made_gets_one_sentence():
    async with world(services(reader=FakeReader(delay_s=60)), settle_timeout=1) as (env, channel, alice):
        offer = await alice.slash(channel, "mood")
        await alice.slash(channel, "mood", photo=PHOTO)
        tap = await alice.click(offer.response, label="Sad")

        assert shown(tap.response.components) == ENGLISH("bot-one-at-a-time")
        assert shown(offer.response.components) == ENGLISH("bot-how-to-ask")
        await env.advance_time(61)


async def test_a_button_of_a_mood_that_is_gone_gets_one_sentence():
    async with world(services()) as (env, channel, alice):
        offer = await alice.slash(channel, "mood")
        stored = env.backend.get_message(offer.response.channel_id, offer.response.id)
        stored.components[1]["components"][0]["custom_id"] = "mood:wistful:20"
        tap = await alice.click(offer.response, custom_id="mood:wistful:20")

        assert shown(tap.response.components) == "I do not know that mood; please pick one from the list."


class BrokenDesk(Desk):
    """Fails where nothing may fail."""

    async def answer_pick(self, *_: object, **__: object) -> None:
        raise ZeroDivisionError


async def test_a_mistake_in_the_desk_itself_is_told_as_an_incident():
    async with world(services()) as (env, channel, alice):
        offer = await alice.slash(channel, "mood")
        env.bot.desk = BrokenDesk(services(), people(), over_http(None), LANGUAGES)
        tap = await alice.click(offer.response, label="Sad")

        assert "incident" in shown(tap.response.components)
