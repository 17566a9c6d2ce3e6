import json
import zipfile
from datetime import date
from io import BytesIO

from bot.privacy import export_file
from core.mood import Goal, MoodName
from core.people import Consent, Feedback, HistoryEntry, PersonSettings
from core.ports import LinkedAccount, Services
from tests.bot.helpers import buttons, shown, simulated, speak, world
from tests.fakes.accounts import FakeAccounts
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import FakePublisher, FakeReader, FakeRecommender, services, track
from tests.fakes.words import ENGLISH, LANGUAGES


def known(*person_ids: int) -> MemoryPeople:
    """Stores with something about each person."""
    memory = MemoryPeople()
    for person_id in person_ids:
        memory.consents[person_id] = Consent(1, 5.0)
        memory.settings[person_id] = PersonSettings(history=True)
        memory.history[person_id] = [HistoryEntry(9.0, MoodName.SAD, Goal.LIFT, (track(1),))]
        memory.feedback.append(Feedback(person_id, f"from {person_id}", 7.0))
    return memory


async def test_nothing_stored_is_said():
    async with world(services(), stores=people()) as (_, channel, alice):
        result = await alice.slash(channel, "privacy")

        assert ENGLISH("people-nothing-stored") in shown(result.response.components)
        assert buttons(result.response.components) == []
        assert result.ephemeral


async def test_what_is_stored_is_told_in_words_to_the_person_alone():
    async with world(services(), stores=people(memory := known())) as (_, channel, alice):
        memory.consents[alice.id] = Consent(1, 5.0)
        memory.history[alice.id] = [HistoryEntry(9.0, MoodName.SAD, Goal.LIFT, (track(1),))] * 2
        result = await alice.slash(channel, "privacy")

        text = shown(result.response.components)
        assert "your consent to reading photos" in text
        assert "your history: 2 tapes" in text
        assert buttons(result.response.components) == ["Export", "Take my consent back", "Delete everything"]
        assert result.ephemeral


async def test_the_export_is_a_file_with_the_persons_own_data_only():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.feedback += [Feedback(alice.id, "from alice", 7.0), Feedback(bob.id, "from bob", 7.0)]
        result = await alice.slash(channel, "privacy")
        await alice.click(result.response, label="Export")

        stored = result.response.attachments[0]
        told = json.loads(await env.bot.http.get_from_cdn(stored.url))
        assert stored.filename == "moodtape.json"
        assert [row["text"] for row in told["feedback"]] == ["from alice"]


def test_a_long_export_is_zipped():
    file = export_file({"feedback": [{"text": "word " * 1000}]}, limit_bytes=100)

    assert file.filename == "moodtape.zip"
    with zipfile.ZipFile(BytesIO(file.fp.read())) as archive:
        assert json.loads(archive.read("moodtape.json"))["feedback"]


async def test_everything_is_deleted_after_one_more_tap_and_spotify_is_unlinked():
    accounts = FakeAccounts()
    rooms = Services(FakeReader(), FakeRecommender(), FakePublisher(), accounts)
    async with world(rooms, stores=people(memory := MemoryPeople())) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.consents |= {alice.id: Consent(1, 5.0), bob.id: Consent(1, 5.0)}
        accounts.linked[alice.id] = LinkedAccount("Alice", date(2027, 1, 1))
        page = await alice.slash(channel, "privacy")
        await alice.click(page.response, label="Delete everything")
        assert shown(page.response.components) == ENGLISH("people-delete-sure")
        assert alice.id in memory.consents

        await alice.click(page.response, label="Yes, delete everything")
        assert shown(page.response.components) == ENGLISH("people-deleted")
        assert (set(memory.consents), accounts.linked) == ({bob.id}, {})


async def test_whoever_keeps_it_is_back_at_what_is_stored():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        memory.consents[alice.id] = Consent(1, 5.0)
        page = await alice.slash(channel, "privacy")
        await alice.click(page.response, label="Delete everything")
        await alice.click(page.response, label="Keep it")

        assert "your consent" in shown(page.response.components)
        assert alice.id in memory.consents


async def test_consent_is_taken_back_also_after_a_restart():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        memory.consents[alice.id] = Consent(1, 5.0)
        page = await alice.slash(channel, "privacy")
        await env.restart_bot(simulated(services(), stores=people(memory)))
        await alice.click(page.response, label="Take my consent back")

        assert shown(page.response.components) == ENGLISH("people-revoked")
        assert memory.consents == {}


async def test_privacy_speaks_the_language_that_the_person_chose():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        speak(env, {alice.id: "fr"})
        memory.settings[alice.id] = PersonSettings(language="de")
        result = await alice.slash(channel, "privacy")

        assert LANGUAGES.words_for("de")("people-stored-title") in shown(result.response.components)
