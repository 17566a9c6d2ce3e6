"""What a person pressed shows on their own card, and counts once."""

from dataclasses import replace
from typing import Any
from unittest.mock import AsyncMock

import aiohttp
import discord
import pytest

from bot.limits import Allowance
from bot.options import BotOptions
from core.mood import Goal, MoodName
from core.people import Consent
from core.ports import Services
from core.taste import Verdict
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import PHOTO, AgreedPeople, answer, buttons, parts, shown, simulated, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import FakePublisher, FakeReader, FakeRecommender, face, reading, services
from tests.fakes.words import ENGLISH

SECONDARY, SUCCESS = 2, 3
LIKE, DISLIKE = "More like this", "Not my taste"
UNSURE = reading(replace(face(), sure=False))
SHARED = ENGLISH("button-shared")


def button(message: Any, label: str) -> dict[str, Any]:
    return next(part for part in parts(message.components) if part.get("label") == label)


def styles(message: Any) -> tuple[int, int]:
    return button(message, LIKE)["style"], button(message, DISLIKE)["style"]


@pytest.mark.parametrize("private", [True, False])
async def test_a_thumb_shows_on_the_persons_own_card_and_nothing_else_comes(private: bool):
    async with world(services()) as (_, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO, private=private)
        before = shown(card.response.components)
        tap = await alice.click(card.response, label=LIKE)

        assert styles(card.response) == (SUCCESS, SECONDARY)
        assert button(card.response, LIKE)["emoji"]["name"] == "✅"
        assert tap.followups == []
        assert shown(card.response.components) == before


async def test_the_other_thumb_takes_the_mark_along():
    async with world(services()) as (_, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(card.response, label=LIKE)
        await alice.click(card.response, label=DISLIKE)

        assert styles(card.response) == (SECONDARY, SUCCESS)
        assert button(card.response, LIKE)["emoji"]["name"] == "👍"


async def test_the_chart_stays_on_a_card_that_shows_a_thumb():
    async with world(services()) as (env, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(card.response, label=LIKE)

        (sent,) = [part for part in parts(env.http_requests[-1].json["components"]) if part["type"] == 12]
        assert sent["items"][0]["media"]["url"] == "attachment://moodtape.png"
        assert sent["items"][0]["description"].startswith("happy 70%, ")
        assert [file.filename for file in card.response.attachments] == ["moodtape.png"]


async def test_the_same_thumb_five_times_teaches_once_and_says_so():
    class Pupil(AgreedPeople):
        lessons = 0

        async def learn(self, *told: Any) -> Any:
            self.lessons += 1
            return await super().learn(*told)

    memory = Pupil()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm", tracks=5)
        taps = [await alice.click(card.response, label=LIKE) for _ in range(5)]

        assert memory.lessons == 1
        assert [opinion.verdict for opinion in memory.tastes[alice.id].opinions] == [Verdict.UP] * 5
        assert all(shown(answer(tap).components) == ENGLISH("bot-learnt-already") for tap in taps[1:])
        assert all(answer(tap).ephemeral for tap in taps[1:])


async def test_a_thumb_on_a_shared_tape_is_told_to_who_pressed_and_shown_to_nobody():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        card = await alice.slash(channel, "mood", mood="calm", private=False)
        await alice.click(card.response, label="Share")
        for message in (card.response, channel.last_message):
            tap = await bob.click(message, label=DISLIKE if message is card.response else LIKE)
            assert answer(tap).ephemeral
            assert styles(message) == (SECONDARY, SECONDARY)

        assert set(memory.tastes) == {bob.id}


async def test_a_card_that_discord_does_not_let_us_change_gets_the_sentence():
    async with world(services()) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        env.inject_error("PATCH", "/webhooks/*", status=404, code=10008)
        tap = await alice.click(card.response, label=LIKE)

        assert shown(answer(tap).components) == ENGLISH("bot-liked")


@pytest.mark.parametrize("error", [OSError(), aiohttp.ClientConnectionError()], ids=["system", "connection"])
async def test_a_card_that_the_network_does_not_let_us_change_keeps_its_tracks(
    error: Exception, monkeypatch: pytest.MonkeyPatch
):
    async with world(services()) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        before = card.response.components
        monkeypatch.setattr(discord.Interaction, "edit_original_response", AsyncMock(side_effect=error))
        tap = await alice.click(card.response, label=LIKE)

        assert shown(answer(tap).components) == ENGLISH("bot-liked")
        assert card.response.components == before


async def test_a_mistake_of_ours_is_told_beside_the_card_and_not_over_it(monkeypatch: pytest.MonkeyPatch):
    async with world(services()) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        before = card.response.components
        monkeypatch.setattr(discord.Interaction, "edit_original_response", AsyncMock(side_effect=ZeroDivisionError))
        tap = await alice.click(card.response, label=LIKE)

        assert "incident" in shown(answer(tap).components)
        assert answer(tap).ephemeral
        assert card.response.components == before


async def test_a_marked_card_can_be_pressed_on_after_a_restart():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(card.response, label=LIKE)
        await env.restart_bot(simulated(services(), stores=people(memory)))
        await alice.click(card.response, label=DISLIKE)
        another = await alice.click(card.response, label="Another tape")

        assert styles(card.response) == (SECONDARY, SUCCESS)
        assert "Song 1" in shown(another.response.components)


async def test_a_tape_is_shared_once_and_the_card_shows_it():
    async with world(services()) as (_, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)
        tap = await alice.click(card.response, label="Share")

        assert len(tap.followups) == 1
        assert button(card.response, SHARED)["disabled"]
        assert "Share" not in buttons(card.response.components)


async def test_a_second_share_says_that_it_is_shared_and_posts_nothing():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        memory.tapes_by_id = {key: replace(kept, shared=True) for key, kept in memory.tapes_by_id.items()}
        tap = await alice.click(card.response, label="Share")

        assert shown(answer(tap).components) == ENGLISH("bot-shared-already")
        assert [message for message in tap.followups if not message.ephemeral] == []


@pytest.mark.parametrize("how", ["tap", "select"])
async def test_ones_own_word_teaches_and_keeps_goal_length_and_what_was_heard(how: str):
    recommender, memory = FakeRecommender(), AgreedPeople()
    reader = FakeReader(UNSURE if how == "tap" else reading())
    async with world(services(reader=reader, recommender=recommender), stores=people(memory)) as (_, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO, tracks=7, goal="lift")
        heard = {track.key for kept in memory.tapes_by_id.values() for track in kept.tape.tracks}
        if how == "tap":
            tap = await alice.click(card.response, label="Sad")
        else:
            tap = await alice.select(card.response, ["sad"])

        request = recommender.requests[-1]
        assert (request.feeling, request.goal, request.length) == (MoodName.SAD, Goal.LIFT, 7)
        assert heard <= request.avoid
        assert ENGLISH("bot-corrected") in shown(tap.response.components)
        assert [opinion.verdict for opinion in memory.tastes[alice.id].opinions] == [Verdict.CORRECTION]


async def test_a_mood_for_somebody_elses_photo_teaches_nothing():
    memory = MemoryPeople()
    async with world(services(reader=FakeReader(UNSURE)), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.consents[bob.id] = Consent(1, 0.0)
        message = await bob.send(channel, "me", attachments=[PHOTO])
        card = await alice.context_menu(channel, "Make a tape from this photo", message)
        await alice.click(card.response, label="Sad")

        assert "A tape for a sad mood" in shown(card.response.components)
        assert memory.tastes == {}


async def test_nobody_else_presses_the_moods_under_an_unsure_face():
    memory = AgreedPeople()
    async with world(services(reader=FakeReader(UNSURE)), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        card = await alice.slash(channel, "mood", photo=PHOTO, private=False)
        before = shown(card.response.components)
        tap = await bob.click(card.response, label="Sad")

        assert shown(tap.response.components).startswith("That tape is no longer here")
        assert shown(card.response.components) == before
        assert memory.tastes == {}


async def test_saving_counts_as_a_tape():
    offered = Services(FakeReader(), FakeRecommender(), FakePublisher(), FakeAccounts())
    options = BotOptions(allowance=Allowance(person=2))
    async with world(offered, bot_options=options) as (_, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        taps = [await alice.click(card.response, label="Save to my Spotify") for _ in range(2)]

        assert shown(taps[0].response.components) == ENGLISH("bot-saved")
        assert "You have had quite a few tapes" in shown(taps[1].response.components)
        assert taps[1].ephemeral


async def test_who_is_being_served_cannot_save_meanwhile():
    offered = Services(FakeReader(delay_s=60), FakeRecommender(), FakePublisher(), FakeAccounts())
    async with world(offered, settle_timeout=1) as (env, channel, alice):
        card = await alice.slash(channel, "mood", mood="calm")
        await alice.slash(channel, "mood", photo=PHOTO)
        tap = await alice.click(card.response, label="Save to my Spotify")

        assert shown(tap.response.components) == ENGLISH("bot-one-at-a-time")
        await env.advance_time(61)


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
async def test_requests_of_pressed_cards_fit_discords_own_description():
    async with world(services(reader=FakeReader(UNSURE))) as (env, channel, alice):
        card = await alice.slash(channel, "mood", photo=PHOTO)
        for label in (LIKE, LIKE, DISLIKE, "Share", "Sad"):
            await alice.click(card.response, label=label)

        assert all_complaints(env.http_requests) == []
