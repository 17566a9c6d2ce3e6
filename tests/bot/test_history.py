from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image

from bot.history import days_in_words, month_of, tape_line
from bot.month_picture import COLOURS, MARKS, draw_month
from core.mood import Goal, MoodName
from core.people import HistoryEntry, PersonSettings
from tests.bot.helpers import buttons, parts, shown, simulated, world
from tests.fakes.people import MemoryPeople, people
from tests.fakes.services import services, track
from tests.fakes.words import ENGLISH


def entry(*, day: int, month: int = 10, mood: MoodName = MoodName.HAPPY, tracks: int = 3) -> HistoryEntry:
    made_at = datetime(2026, month, day, 12, tzinfo=UTC).timestamp()
    return HistoryEntry(made_at, mood, Goal.MATCH, tuple(track(n) for n in range(1, tracks + 1)))


async def test_nothing_is_remembered_until_a_person_asks_for_it():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        await alice.slash(channel, "mood", mood="calm")
        offer = await alice.slash(channel, "history")
        assert shown(offer.response.components) == ENGLISH("people-history-offer")
        assert memory.history == {}

        await alice.click(offer.response, label="Start remembering")
        await alice.slash(channel, "mood", mood="calm")
        assert [one.mood for one in memory.history[alice.id]] == [MoodName.CALM]


async def test_a_tape_like_a_shared_one_is_in_the_history_of_its_owner_only():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        bob = env.guild.add_member(env.create_user("bob"))
        memory.settings |= {one.id: PersonSettings(history=True) for one in (alice, bob)}
        card = await alice.slash(channel, "mood", mood="sad")
        await alice.click(card.response, label="Share")
        tap = await bob.click(channel.last_message, label="Another tape")
        await bob.click(tap.response, label="Another tape")
        await alice.click(card.response, label="Another tape")

        assert {who: len(entries) for who, entries in memory.history.items()} == {alice.id: 2}


async def test_a_month_is_a_picture_whose_alt_text_lists_the_days():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        memory.settings[alice.id] = PersonSettings(history=True)
        await alice.slash(channel, "mood", mood="calm")
        result = await alice.slash(channel, "history")

        gallery = next(part for part in parts(result.response.components) if part["type"] == 12)
        assert "Calm: " in gallery["items"][0]["description"]
        assert result.response.attachments[0].filename == "month.png"
        assert "Song 1" in shown(result.response.components)
        assert buttons(result.response.components) == ["Previous month", "Clear, and stop"]
        assert result.ephemeral


async def test_one_can_turn_back_and_forth_also_after_a_restart():
    async with world(services(), stores=people(memory := MemoryPeople())) as (env, channel, alice):
        memory.settings[alice.id] = PersonSettings(history=True)
        page = await alice.slash(channel, "history")
        now = shown(page.response.components)
        await env.restart_bot(simulated(services(), stores=people(memory)))
        await alice.click(page.response, label="Previous month")
        assert shown(page.response.components) != now
        assert "Next month" in buttons(page.response.components)

        await alice.click(page.response, label="Next month")
        assert shown(page.response.components) == now


async def test_clearing_ends_the_history():
    async with world(services(), stores=people(memory := MemoryPeople())) as (_, channel, alice):
        memory.settings[alice.id] = PersonSettings(history=True)
        memory.history[alice.id] = [entry(day=3)]
        page = await alice.slash(channel, "history")
        await alice.click(page.response, label="Clear, and stop")

        assert shown(page.response.components) == ENGLISH("people-history-cleared")
        assert (memory.history, memory.settings[alice.id].history) == ({}, False)


def test_days_are_listed_by_mood():
    entries = [entry(day=3), entry(day=17), entry(day=17), entry(day=4, mood=MoodName.SAD)]

    assert days_in_words(entries, ENGLISH) == "🟡 Happy: 3, 17\n🔵 Sad: 4"


@pytest.mark.parametrize("tracks", [0, 1, 3])
def test_a_tape_is_told_in_one_line_however_short(tracks: int):
    line = tape_line(entry(day=3, tracks=tracks), ENGLISH)

    assert line.startswith("- <t:")
    assert ("Song 1" in line, "and 2 more" in line) == (tracks > 0, tracks == 3)


def test_each_day_of_a_month_has_its_square_and_each_mood_its_colour():
    picture = draw_month({1: [MoodName.HAPPY], 31: [MoodName.SAD, MoodName.CALM]}, starts_on=6, length=31)
    image = Image.open(BytesIO(picture)).convert("RGB")
    colours = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in image.getcolors(1 << 20) or []}

    assert {COLOURS[MoodName.HAPPY], COLOURS[MoodName.SAD], COLOURS[MoodName.CALM]} <= colours
    assert image.size == (568, 488)
    assert len(set(COLOURS.values())) == len(set(MARKS.values())) == len(MoodName)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "2026-00", "0001-01", "99999-01", "²-1", "2026-1-1"])
def test_what_is_no_month_is_none(text: str):
    assert month_of(text) is None
