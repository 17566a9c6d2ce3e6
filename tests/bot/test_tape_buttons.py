from dataclasses import replace
from typing import Any

import pytest

from bot.tape_buttons import ActButton, FeelingSelect, TurnButton
from core.emotion import EmotionScores
from core.errors import MoodtapeError, SpotifyLinkEnded, SpotifyUnavailable, StorageUnavailable
from core.mood import Goal, MoodName
from core.ports import KeptTape, Services
from core.taste import Opinion, Taste, Verdict
from core.wording import sentence
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import PHOTO, AgreedPeople, answer, buttons, links, parts, shown, simulated, speak, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import PLAYLIST_URL, FakePublisher, FakeReader, FakeRecommender, face, reading, services
from tests.fakes.words import ENGLISH, LANGUAGES

ALL = ["Another tape", "More energy", "Calmer", "Lift me", "More like this", "Not my taste", "Export", "Share"]
GONE = "That tape is no longer here"


def linked(**options: Any) -> Services:
    return replace(services(**options), accounts=FakeAccounts())


def only(memory: MemoryPeople) -> KeptTape:
    (kept,) = memory.tapes_by_id.values()
    return kept


def chooser(components: Any) -> dict[str, Any]:
    return next(part for part in parts(components) if part["type"] == 3)


def test_custom_ids_hold_a_random_id_and_nothing_of_the_person():
    tape_id = "x" * 40
    ids = {TurnButton.__discord_ui_compiled_template__, ActButton.__discord_ui_compiled_template__}

    assert len(FeelingSelect(tape_id).custom_id) <= 100
    assert all(pattern.fullmatch(f"{name}:{tape_id}") is None for pattern in ids for name in ("turn:bad", "act:bad"))


async def test_a_tape_has_its_buttons_and_a_photo_its_moods():
    async with world(services()) as (_, channel, alice):
        photo = await alice.slash(channel, "mood", photo=PHOTO)
        picked = await alice.slash(channel, "mood", mood="calm")

        assert [label for label in buttons(photo.response.components) if label in ALL] == ALL
        assert chooser(photo.response.components)["placeholder"] == ENGLISH("bot-not-how-i-feel")
        assert [part for part in parts(picked.response.components) if part["type"] == 3] == []


@pytest.mark.parametrize(
    ("label", "energy", "goal"),
    [("Another tape", 0.0, None), ("More energy", 0.4, None), ("Calmer", -0.4, None), ("Lift me", 0.0, Goal.LIFT)],
)
async def test_one_tap_makes_a_new_tape_without_the_tracks_of_the_last(label: str, energy: float, goal: Goal | None):
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", photo=PHOTO, tracks=6)
        tape = only(memory).tape
        tap = await alice.click(first.response, label=label)

        request = recommender.requests[-1]
        assert (request.energy, request.goal, request.length) == (energy, goal, 6)
        assert {track.key for track in tape.tracks} <= request.avoid
        assert isinstance(request.feeling, EmotionScores)
        assert tap.response.id != first.response.id
        assert tap.response.ephemeral


@pytest.mark.parametrize(("label", "told"), [("More energy", "With more energy."), ("Calmer", "Calmer.")])
async def test_a_card_says_how_its_tape_was_shifted(label: str, told: str):
    async with world(services()) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="sad")
        tap = await alice.click(first.response, label=label)

        assert told in shown(tap.response.components)
        assert told not in shown(first.response.components)


async def test_taps_add_up():
    recommender = FakeRecommender()
    async with world(services(recommender=recommender)) as (_, channel, alice):
        tap = await alice.slash(channel, "mood", mood="sad")
        for _ in range(4):
            tap = await alice.click(tap.response, label="More energy")

        assert [round(request.energy, 1) for request in recommender.requests] == [0.0, 0.4, 0.8, 1.0, 1.0]


async def test_a_correction_makes_the_tape_and_teaches():
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", photo=PHOTO)
        fixed = await alice.select(first.response, ["sad"])

        assert recommender.requests[-1].feeling is MoodName.SAD
        assert "A tape for a sad mood" in shown(fixed.response.components)
        assert ENGLISH("bot-corrected") in shown(fixed.response.components)
        assert [opinion.verdict for opinion in memory.tastes[alice.id].opinions] == [Verdict.CORRECTION]


@pytest.mark.parametrize(
    ("label", "verdict", "told"),
    [("More like this", Verdict.UP, "bot-liked"), ("Not my taste", Verdict.DOWN, "bot-disliked")],
)
async def test_a_thumb_is_an_opinion_on_each_track(label: str, verdict: Verdict, told: str):
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm", tracks=5)
        await alice.click(first.response, label="Share")
        tap = await alice.click(channel.last_message, label=label)

        assert shown(tap.response.components) == ENGLISH(told)
        assert tap.ephemeral
        assert [opinion.verdict for opinion in memory.tastes[alice.id].opinions] == [verdict] * 5


async def test_the_other_thumb_says_the_opposite():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm", tracks=5)
        await alice.click(first.response, label="More like this")
        await alice.click(first.response, label="Not my taste")

        assert [opinion.verdict for opinion in memory.tastes[alice.id].opinions] == [Verdict.DOWN] * 5


async def test_the_next_tape_knows_the_taste_and_the_last_tracks():
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (_, channel, alice):
        await memory.change_settings(alice.id, lambda settings: replace(settings, history=True))
        first = await alice.slash(channel, "mood", mood="calm", tracks=5)
        await alice.click(first.response, label="More like this")
        await alice.slash(channel, "mood", mood="sad", tracks=5)

        request = recommender.requests[-1]
        assert request.avoid == {track.key for track in only_first(memory).tape.tracks}
        assert request.tastes == (memory.tastes[alice.id],)
        assert len(memory.history[alice.id]) == 2


def only_first(memory: MemoryPeople) -> KeptTape:
    return next(iter(memory.tapes_by_id.values()))


async def test_nothing_is_remembered_of_whoever_did_not_ask_for_it():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        await alice.slash(channel, "mood", mood="calm")

        assert memory.history == {}


async def test_saving_makes_one_playlist_in_the_persons_own_library():
    publisher = FakePublisher()
    async with world(linked(publisher=publisher)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        saved = [await alice.click(first.response, label="Save to my Spotify") for _ in range(2)]

        assert links(saved[0].response.components) == [PLAYLIST_URL]
        assert len(set(publisher.request_ids[1:])) == 1
        assert shown(saved[1].response.components) == ENGLISH("bot-saved")


async def test_saving_without_a_linked_account_says_how_to_link_one():
    publisher = FakePublisher()
    async with world(linked(publisher=publisher)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        publisher.error = SpotifyLinkEnded()
        tap = await alice.click(first.response, label="Save to my Spotify")

        assert shown(tap.response.components) == ENGLISH("error-spotify-link-ended")


async def test_nobody_is_offered_a_library_where_accounts_cannot_be_linked():
    async with world(services()) as (_, channel, alice):
        result = await alice.slash(channel, "mood", mood="calm")

        assert "Save to my Spotify" not in buttons(result.response.components)


async def test_an_export_is_three_files_that_nobody_else_sees():
    async with world(services()) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        tap = await alice.click(first.response, label="Export")

        names = [attachment.filename for attachment in tap.response.attachments]
        assert names == ["moodtape.m3u8", "moodtape.xspf", "moodtape.csv"]
        assert tap.ephemeral


async def test_sharing_posts_the_tape_without_the_analysis():
    async with world(services()) as (_, channel, alice):
        first = await alice.slash(channel, "mood", photo=PHOTO)
        tap = await alice.click(first.response, label="Share")
        (posted,) = tap.followups

        assert "A tape for a happy mood" in shown(posted.components)
        assert "Song 1" in shown(posted.components)
        assert not posted.ephemeral
        assert posted.attachments == []
        assert "look" not in shown(posted.components)
        assert "%" not in shown(posted.components)


async def test_others_may_press_what_was_shared_and_get_a_tape_of_their_own():
    recommender, memory = FakeRecommender(), AgreedPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        first = await alice.slash(channel, "mood", photo=PHOTO)
        (posted,) = (await alice.click(first.response, label="Share")).followups
        tap = await bob.click(posted, label="Lift me")

        assert recommender.requests[-1].feeling is MoodName.HAPPY
        assert {kept.owner_id for kept in memory.tapes_by_id.values()} == {alice.id, bob.id}
        assert tap.ephemeral


@pytest.mark.parametrize("label", [*ALL, "Save to my Spotify"])
async def test_nobody_else_may_press_what_was_not_shared(label: str):
    memory = AgreedPeople()
    async with world(linked(), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        first = await alice.slash(channel, "mood", mood="calm", private=False)
        before = dict(memory.tapes_by_id)
        tap = await bob.click(first.response, label=label)

        assert shown(answer(tap).components).startswith(GONE)
        assert buttons(answer(tap).components) == ["Happy", "Calm", "Energetic", "Sad", "Angry"]
        assert answer(tap).ephemeral
        assert memory.tapes_by_id == before
        assert memory.tastes == {}


@pytest.mark.parametrize("label", ["Another tape", "More like this", "Export"])
async def test_a_tape_that_is_late_gets_one_sentence_and_the_moods(label: str):
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        memory.tapes_by_id = {key: replace(kept, expires_at=0) for key, kept in memory.tapes_by_id.items()}
        tap = await alice.click(first.response, label=label)

        told = answer(tap)
        assert shown(told.components).startswith(GONE)
        await alice.click(told, label="Sad")
        assert "A tape for a sad mood" in shown(told.components)


async def test_a_tape_is_kept_for_a_week_without_what_is_asked_for_afresh():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        memory.tastes[alice.id] = Taste((Opinion(Verdict.UP, reading_point(), 7, 1.0),))
        await alice.slash(channel, "mood", mood="calm")

        kept = only(memory)
        assert (kept.request.avoid, kept.request.tastes, kept.request.seed) == (frozenset(), (), None)
        assert kept.playlist_url == PLAYLIST_URL
        assert all(track.uri for track in kept.tape.tracks)


def reading_point() -> Any:
    from core.mood import MoodPoint

    return MoodPoint(0, 0)


@pytest.mark.parametrize("label", ALL)
async def test_buttons_survive_a_restart(label: str):
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        await env.restart_bot(simulated(services(), stores=people(memory)))
        tap = await alice.click(first.response, label=label)

        assert tap.acknowledged
        assert not shown(answer(tap).components).startswith(GONE)


async def test_a_choice_of_moods_survives_a_restart():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        first = await alice.slash(channel, "mood", photo=PHOTO)
        await env.restart_bot(simulated(services(), stores=people(memory)))
        fixed = await alice.select(first.response, ["angry"])

        assert "A tape for an angry mood" in shown(fixed.response.components)


async def test_buttons_and_answers_are_in_the_language_of_who_taps():
    japanese = LANGUAGES.words_for("ja")
    async with world(services()) as (env, channel, alice):
        speak(env, {alice.id: "ja"})
        first = await alice.slash(channel, "mood", photo=PHOTO)
        for _ in range(2):
            tap = await alice.click(first.response, label=japanese("button-good"))

        assert japanese("button-another") in buttons(first.response.components)
        assert shown(answer(tap).components) == japanese("bot-learnt-already")


class BrokenMemory(AgreedPeople):
    """Fails from the moment that it is given an error."""

    error: Exception | None = None

    def __getattribute__(self, name: str) -> Any:
        error = object.__getattribute__(self, "error")
        if error and name in {"tape", "learn", "share_tape", "keep_tape", "taste_of", "recent_keys", "record"}:

            async def fail(*_: object, **__: object) -> None:
                raise error

            return fail
        return super().__getattribute__(name)


@pytest.mark.parametrize("label", ALL)
@pytest.mark.parametrize("error", [StorageUnavailable(), ZeroDivisionError()], ids=["storage", "mistake"])
async def test_each_button_answers_while_the_memory_is_gone(label: str, error: Exception):
    memory = BrokenMemory()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        memory.error = error
        tap = await alice.click(first.response, label=label)

        told = shown(answer(tap).components)
        assert told == sentence(error, ENGLISH) if isinstance(error, MoodtapeError) else "incident" in told


async def test_a_tape_is_made_while_the_memory_is_gone_and_has_no_buttons():
    memory = BrokenMemory()
    memory.error = StorageUnavailable()
    async with world(services(), stores=people(memory)) as (_, channel, alice):
        result = await alice.slash(channel, "mood", mood="calm")

        assert "Song 1" in shown(result.response.components)
        assert buttons(result.response.components) == ["Open in Spotify"]


async def test_a_problem_of_spotify_while_saving_is_told():
    publisher = FakePublisher()
    async with world(linked(publisher=publisher)) as (_, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        publisher.error = SpotifyUnavailable()
        tap = await alice.click(first.response, label="Save to my Spotify")

        assert shown(tap.response.components) == sentence(SpotifyUnavailable(), ENGLISH)


async def test_a_share_that_discord_refuses_is_told():
    async with world(services()) as (env, channel, alice):
        first = await alice.slash(channel, "mood", mood="calm")
        env.inject_error("POST", "/webhooks/*", status=403, code=50013, times=1)
        tap = await alice.click(first.response, label="Share")
        assert "incident" in shown(answer(tap).components)

        (posted,) = (await alice.click(first.response, label="Share")).followups
        assert not posted.ephemeral


async def test_the_chart_comes_as_a_picture_with_its_probabilities_in_words():
    async with world(services()) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        (item,) = [part for part in parts(result.response.components) if part["type"] == 12]
        assert item["items"][0]["description"].startswith("happy 70%, ")
        assert [attachment.filename for attachment in result.response.attachments] == ["moodtape.png"]
        assert "█" not in shown(result.response.components)


async def test_a_room_is_told_face_by_face():
    room = reading(face(), face(x_min=400))
    async with world(services(reader=FakeReader(room))) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)

        told = shown(result.response.components)
        assert "1, " in told
        assert "2, right: mostly happy, 50% of the tape" in told


async def test_a_flat_face_gets_advice_and_the_moods_at_once():
    unsure = reading(replace(face(), sure=False))
    async with world(services(reader=FakeReader(unsure))) as (_, channel, alice):
        result = await alice.slash(channel, "mood", photo=PHOTO)
        assert ENGLISH("bot-unsure") in shown(result.response.components)

        tap = await alice.click(result.response, label="Sad")
        assert "A tape for a sad mood" in shown(tap.response.components)
        assert tap.response.attachments == []


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
@pytest.mark.parametrize("label", [*ALL, "Save to my Spotify"])
async def test_requests_fit_discords_own_description(label: str):
    async with world(linked()) as (env, channel, alice):
        first = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(first.response, label=label)
        await alice.select(first.response, ["sad"])

        assert all_complaints(env.http_requests) == []
