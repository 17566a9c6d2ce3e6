"""`/history`: a month of moods as a calendar, and the last tapes, for those who asked to be remembered."""

import asyncio
import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import discord

from bot import cards
from bot.month_picture import MARKS, draw_month
from bot.pages import Page, PersonButton, answer, page_card
from core.language import Words
from core.mood import MoodName
from core.people import HistoryEntry
from core.wording import mood_label

if TYPE_CHECKING:
    from bot.desk import Desk

LAST_TAPES = 8
LONGEST_ALT = 1024
FIRST_YEAR = 2000


async def show(desk: "Desk", interaction: discord.Interaction[Any], detail: str = "") -> None:
    """Show the month of `detail`, as in "2026-11", or the present one; or offer to start remembering."""

    async def page(words: Words) -> Page:
        person_id, store = interaction.user.id, desk.people
        if not (await store.settings.settings_of(person_id)).history:
            return _offer(words, person_id=person_id)
        today = datetime.now(UTC)
        first = month_of(detail) or _first_of_month(today)
        entries = await store.history.history_of(
            person_id, since=first.timestamp(), until=_months_on(first, 1).timestamp()
        )
        return await _month_page(first, entries, words, person_id=person_id, today=today)

    await answer(desk, interaction, page)


async def remember(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Start remembering moods and tapes."""

    async def page(words: Words) -> Page:
        await desk.people.settings.change_settings(interaction.user.id, lambda now: replace(now, history=True))
        return Page(cards.note(words("people-remembering")))

    await answer(desk, interaction, page)


async def forget(desk: "Desk", interaction: discord.Interaction[Any], _: str) -> None:
    """Stop remembering, and clear what was remembered."""

    async def page(words: Words) -> Page:
        await desk.people.settings.change_settings(interaction.user.id, lambda now: replace(now, history=False))
        await desk.people.history.clear_history(interaction.user.id)
        return Page(cards.note(words("people-history-cleared")))

    await answer(desk, interaction, page)


def month_of(text: str) -> datetime | None:
    """Read "2026-11" as the month's first moment in UTC; None for anything else."""
    year, _, month = text.partition("-")
    if not (year.isdecimal() and month.isdecimal() and FIRST_YEAR <= int(year) <= 9998 and 1 <= int(month) <= 12):
        return None
    return datetime(int(year), int(month), 1, tzinfo=UTC)


def days_in_words(entries: Sequence[HistoryEntry], words: Words) -> str:
    """List the days of each mood, as in "🟡 Happy: 3, 17"."""
    days = {mood: sorted({_day(entry) for entry in entries if entry.mood is mood}) for mood in MoodName}
    return "\n".join(f"{_marked(mood, words)}: {', '.join(map(str, on))}" for mood, on in days.items() if on)


def tape_line(entry: HistoryEntry, words: Words) -> str:
    """Tell one tape by its day, its mood and its first track."""
    head = f"- <t:{int(entry.made_at)}:d> {_marked(entry.mood, words)}"
    if not entry.tracks:
        return head
    first = entry.tracks[0]
    more = words("people-tape-more", count=len(entry.tracks) - 1) if len(entry.tracks) > 1 else ""
    return f"{head}: {cards.linked(first.title, first.url, then=more)}"


def _marked(mood: MoodName, words: Words) -> str:
    return f"{MARKS[mood]} {mood_label(mood, words)}"


def _offer(words: Words, *, person_id: int) -> Page:
    start = PersonButton("remember", words("button-remember"), person_id=person_id, style=discord.ButtonStyle.success)
    return Page(page_card(words("people-history-offer"), [start]))


async def _month_page(
    first: datetime, entries: Sequence[HistoryEntry], words: Words, *, person_id: int, today: datetime
) -> Page:
    moods = {day: [entry.mood for entry in entries if _day(entry) == day] for day in {_day(e) for e in entries}}
    _, length = calendar.monthrange(first.year, first.month)
    picture = await asyncio.to_thread(draw_month, moods, starts_on=first.weekday(), length=length)
    days = days_in_words(entries, words) or words("people-history-empty")
    title = f"## {words('people-history-title', month=f'{first:%Y-%m}')}"
    tapes = [tape_line(entry, words) for entry in entries[::-1][:LAST_TAPES]]
    text = "\n".join((title, days, *([words("people-last-tapes")] if tapes else []), *tapes))
    alt = f"{first:%Y-%m}. {days}".replace("\n", "; ")[:LONGEST_ALT]
    card = page_card(text, _buttons(first, words, person_id=person_id, today=today), pictures={"month.png": alt})
    return Page(card, (discord.File(BytesIO(picture), "month.png"),))


def _buttons(first: datetime, words: Words, *, person_id: int, today: datetime) -> list[PersonButton]:
    before, after = f"{_months_on(first, -1):%Y-%m}", _months_on(first, 1)
    later = PersonButton("month", words("button-next-month"), person_id=person_id, detail=f"{after:%Y-%m}")
    return [
        PersonButton("month", words("button-previous-month"), person_id=person_id, detail=before),
        *([later] if after <= today else []),
        PersonButton(
            "forget-history",
            words("button-forget-history"),
            person_id=person_id,
            style=discord.ButtonStyle.danger,
        ),
    ]


def _day(entry: HistoryEntry) -> int:
    return datetime.fromtimestamp(entry.made_at, UTC).day


def _first_of_month(moment: datetime) -> datetime:
    return datetime(moment.year, moment.month, 1, tzinfo=UTC)


def _months_on(first: datetime, months: int) -> datetime:
    total = first.year * 12 + first.month - 1 + months
    return datetime(total // 12, total % 12 + 1, 1, tzinfo=UTC)
