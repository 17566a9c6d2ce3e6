import pytest

from core.people import GuildSettings, PersonSettings
from tests.bot.contract import PATH, all_complaints
from tests.bot.helpers import PHOTO, AgreedPeople, shown, simulated, speak, world
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import FakeRecommender, services
from tests.fakes.words import ENGLISH, LANGUAGES


async def test_preferences_change_one_by_one_and_are_told():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        await alice.slash(channel, "preferences", language="de")
        result = await alice.slash(channel, "preferences", explicit=False, history=True)

        assert memory.settings[alice.id] == PersonSettings(language="de", history=True, explicit=False)
        assert "Sprache: Deutsch" in shown(result.response.components)
        assert result.ephemeral


async def test_the_language_can_be_discords_again():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        await alice.slash(channel, "preferences", language="ja")
        await alice.slash(channel, "preferences", language="auto")

        assert memory.settings[alice.id].language is None


async def test_preferences_count_for_tapes():
    recommender, memory = FakeRecommender(), MemoryPeople()
    async with world(services(recommender=recommender), stores=people(memory)) as (_, channel, alice):
        await alice.slash(channel, "preferences", language="de", explicit=False, private=False)
        result = await alice.slash(channel, "mood", mood="calm")

        assert not result.ephemeral
        assert [one.explicit for one in recommender.requests] == [False]
        assert "Titel auf Spotify" in shown(result.response.components)


async def test_help_names_each_command_in_the_language_of_who_asks():
    async with world(services()) as (env, channel, alice):
        speak(env, {alice.id: "es"})
        result = await alice.slash(channel, "help")

        text = shown(result.response.components)
        names = [command.qualified_name for command in env.bot.tree.walk_commands()]
        assert all(f"/{name}:" in text for name in names)
        assert LANGUAGES.words_for("es")("command-privacy") in text
        assert result.ephemeral


async def test_help_comes_also_where_the_ids_of_commands_do_not():
    async with world(services()) as (env, channel, alice):
        env.inject_error("GET", "/applications/*", status=403, code=50001)
        result = await alice.slash(channel, "help")

        assert "`/mood`" in shown(result.response.components)


async def test_feedback_is_kept_for_the_operator():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        form = await alice.slash(channel, "feedback")
        sent = await alice.submit_modal(form, {"text": "more jazz, please"})

        assert shown(sent.response.components) == ENGLISH("people-feedback-thanks")
        assert [(one.person_id, one.text) for one in memory.feedback] == [(alice.id, "more jazz, please")]


async def test_feedback_begun_before_a_restart_is_kept_too():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        form = await alice.slash(channel, "feedback")
        await env.restart_bot(simulated(services(), stores=people(memory)))
        await alice.submit_modal(form, {"text": "more jazz"})

        assert [one.text for one in memory.feedback] == ["more jazz"]


async def test_feedback_of_nothing_but_spaces_is_sent_back():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        form = await alice.slash(channel, "feedback")
        sent = await alice.submit_modal(form, {"text": "   "})

        assert shown(sent.response.components) == ENGLISH("people-feedback-empty")
        assert memory.feedback == []


@pytest.mark.parametrize("command", ["privacy", "preferences", "history", "help"])
async def test_a_broken_store_is_told_and_never_silence(command: str):
    class Broken(MemoryPeople):
        async def export(self, person_id: int):
            raise ZeroDivisionError

        async def settings_of(self, person_id: int):
            raise ZeroDivisionError

    async with world(services(), stores=people(Broken()), check_errors=False) as (_, channel, alice):
        result = await alice.slash(channel, command)

        assert shown(result.response.components)


@pytest.mark.skipif(not PATH.exists(), reason="Discord's description is in ../shared, which is absent here")
async def test_requests_fit_discords_own_description():
    async with world(services(), stores=people()) as (env, channel, alice):
        notice = await alice.slash(channel, "mood", photo=PHOTO)
        await alice.click(notice.response, label="I agree")
        offer = await alice.slash(channel, "history")
        await alice.click(offer.response, label="Start remembering")
        await alice.slash(channel, "history")
        page = await alice.slash(channel, "privacy")
        await alice.click(page.response, label="Export")
        await alice.slash(channel, "feedback")
        await alice.slash(channel, "help")

        assert all_complaints(env.http_requests) == []


async def test_a_mention_is_answered_in_the_language_that_the_server_chose_unless_its_author_chose_one():
    memory = AgreedPeople()
    async with world(services(), stores=people(memory)) as (env, channel, alice):
        memory.guilds[env.guild.id] = GuildSettings(language="fr")
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        assert "Tu as surtout l" in shown(channel.last_message.components)

        memory.settings[alice.id] = PersonSettings(language="de")
        await alice.send(channel, env.bot.user.mention, attachments=[PHOTO])
        assert "Du siehst vor allem" in shown(channel.last_message.components)


async def test_a_page_answers_to_its_own_person_only():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        page = await bob.slash(channel, "history")
        stored = env.backend.get_message(page.response.channel_id, page.response.id)
        stored.components[1]["components"][0]["custom_id"] = f"person:remember:{alice.id}"
        pressed = await bob.click(page.response, custom_id=f"person:remember:{alice.id}")

        assert shown(pressed.response.components) == ENGLISH("bot-not-yours")
        assert memory.settings == {}
