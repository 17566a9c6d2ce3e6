from dataclasses import replace

import pytest

from bot.cards import MORE_CHARS, TEXT_LIMIT, result_card
from bot.limits import Allowance
from bot.options import BotOptions
from bot.wording import and_more
from core.errors import NoFace, NotLinked, NoTracks, SpotifyLoginNeeded
from core.flow import Result
from core.language import Language
from core.mood import Goal, Mood, MoodName, MoodPoint
from core.music import Lack, Shortage, Tape, Track
from core.wording import sentence
from tests.bot.helpers import PHOTO, AgreedPeople, buttons, send_photo_dm, shown, simulated, speak, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import NO_FACE, FakeReader, FakeRecommender, reading, services
from tests.fakes.words import LANGUAGES

GERMAN, JAPANESE = LANGUAGES.words_for("de"), LANGUAGES.words_for("ja")
MOODS = {
    "de": ["Fröhlich", "Ruhig", "Energiegeladen", "Traurig", "Wütend"],
    "ja": ["うれしい", "おだやか", "元気", "悲しい", "怒り"],
}


@pytest.mark.parametrize(
    ("locale", "headline"),
    [
        ("de", "Du siehst vor allem fröhlich aus"),
        ("ja", "主に「うれしい」の表情に見えます"),
        ("es-419", "Tienes sobre todo cara de alegría"),
        ("fr", "Tu as surtout l"),
        ("pt-BR", "Você está com cara principalmente de alegria"),
        ("ko", "You look mostly happy"),
    ],
)
async def test_a_reply_is_in_the_language_of_who_asked(locale: str, headline: str):
    async with world(services()) as (env, channel, alice):
        speak(env, {alice.id: locale})
        result = await alice.slash(channel, "mood", photo=PHOTO)

        assert shown(result.response.components).startswith(f"## {headline}")


@pytest.mark.parametrize("locale", MOODS)
async def test_moods_are_offered_and_answered_in_the_language_of_who_asked(locale: str):
    words = LANGUAGES.words_for(locale)
    async with world(services(reader=FakeReader(NO_FACE))) as (env, channel, alice):
        speak(env, {alice.id: locale})
        offer = await alice.slash(channel, "mood", photo=PHOTO)
        assert shown(offer.response.components) == sentence(NoFace(), words)
        assert buttons(offer.response.components) == MOODS[locale]

        await alice.click(offer.response, label=MOODS[locale][1])
        assert words("headline-picked", mood="calm") in shown(offer.response.components)


async def test_two_people_are_served_each_in_their_language():
    async with world(services()) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        speak(env, {alice.id: "de", bob.id: "ja"})
        shared = await alice.slash(channel, "mood", private=True)
        refused = await bob.slash(channel, "mood", photo=PHOTO, mood="calm")

        assert shown(shared.response.components) == GERMAN("bot-how-to-ask")
        assert shown(refused.response.components) == JAPANESE("bot-photo-or-mood")


async def test_a_button_from_before_a_restart_answers_in_the_language_of_who_taps():
    async with world(services()) as (env, channel, alice):
        offer = await alice.slash(channel, "mood")
        await env.restart_bot(simulated(services(recommender=FakeRecommender(error=NoTracks()))))
        speak(env, {alice.id: "ja"})
        await alice.click(offer.response, label="Calm")

        assert shown(offer.response.components) == sentence(NoTracks(), JAPANESE)


async def test_a_long_step_and_an_incident_are_told_in_the_language_of_who_asked():
    reader = FakeReader(delay_s=60, error=ZeroDivisionError())
    async with world(services(reader=reader), settle_timeout=1) as (env, channel, alice):
        speak(env, {alice.id: "de"})
        result = await alice.slash(channel, "mood", photo=PHOTO)
        await env.advance_time(10)
        assert shown(result.response.components) == "Ich lese dein Foto …"

        await env.advance_time(51)
        assert "Bei mir ist etwas schiefgegangen" in shown(result.response.components)


async def test_what_is_refused_at_once_is_said_in_the_language_that_the_person_chose():
    memory, options = AgreedPeople(), BotOptions(allowance=Allowance(person=1))
    async with world(services(), stores=people(memory), bot_options=options) as (_, channel, alice):
        await memory.change_settings(alice.id, lambda now: replace(now, language="de"))
        refused = [await alice.slash(channel, "mood", mood="calm") for _ in range(2)][1]

        assert "Minuten" in shown(refused.response.components)


async def test_a_refused_photo_is_told_in_the_language_that_its_author_chose():
    memory, options = AgreedPeople(), BotOptions(allowance=Allowance(person=1))
    async with world(services(), stores=people(memory), bot_options=options) as (env, _, alice):
        await memory.change_settings(alice.id, lambda now: replace(now, language="de"))
        for _ in range(2):
            await send_photo_dm(env, alice.user)

        assert "Minuten" in shown(alice.user.dm_channel.last_message.components)


async def test_whoever_presses_what_is_not_theirs_is_told_so_in_the_language_that_they_chose():
    memory = MemoryPeople()
    async with world(services(reader=FakeReader(NO_FACE)), stores=people(memory)) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        await memory.change_settings(bob.id, lambda now: replace(now, language="de"))
        notice = await alice.slash(channel, "mood", photo=PHOTO, private=False)
        told = [await bob.click(notice.response, label="I agree")]
        await alice.click(notice.response, label="I agree")
        told.append(await bob.click(notice.response, label="Sad"))

        assert [shown(one.response.components) for one in told] == [GERMAN("bot-not-yours")] * 2


async def test_an_incident_is_told_in_the_language_that_the_person_chose():
    memory = AgreedPeople()
    async with world(services(recommender=FakeRecommender(error=ZeroDivisionError())), stores=people(memory)) as (
        _,
        channel,
        alice,
    ):
        await memory.change_settings(alice.id, lambda now: replace(now, language="de"))
        result = await alice.slash(channel, "mood", mood="calm")

        assert "Bei mir ist etwas schiefgegangen" in shown(result.response.components)


async def test_spotify_is_spoken_of_in_the_language_that_the_person_chose():
    memory = AgreedPeople()
    offered = replace(services(), accounts=FakeAccounts())
    async with world(offered, stores=people(memory)) as (_, channel, alice):
        await memory.change_settings(alice.id, lambda now: replace(now, language="de"))
        result = await alice.slash(channel, "spotify status")

        assert shown(result.response.components) == sentence(NotLinked(), GERMAN)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["*_~`|", "長い題名" * 50])
def test_a_full_card_fits_discord_in_each_language(language: Language, name: str):
    words = LANGUAGES.words_for(language)
    tracks = tuple(Track(name, name, MoodPoint(0, 0)) for _ in range(50))
    shortage = Shortage(50, tuple((lack, 2_000_000) for lack in Lack))
    tape = Tape(Mood(MoodName.SAD, MoodPoint(0, 0)), tracks, Goal.LET_OUT, shortage=shortage)
    view = result_card(Result(reading(), tape, None, SpotifyLoginNeeded()), words)

    assert len(shown(view.to_components()).encode("utf-16-le")) // 2 <= TEXT_LIMIT
    assert all(len(and_more(50, words, in_playlist=inside)) < MORE_CHARS for inside in (True, False))


async def test_a_mention_is_answered_in_the_servers_language():
    async with world(services()) as (env, _, _):
        guild = env.create_guild(preferred_locale="ja")
        channel, person = guild.create_text_channel("general"), guild.add_member(env.create_user("yui"))
        await person.send(channel, env.bot.user.mention, attachments=[PHOTO])

        assert shown(channel.last_message.components).startswith("## 主に「うれしい」の表情に見えます")


async def test_a_photo_in_a_direct_message_is_answered_in_english():
    async with world(services()) as (env, _, alice):
        await send_photo_dm(env, alice.user)

        assert shown(alice.user.dm_channel.last_message.components).startswith("## You look mostly happy")
