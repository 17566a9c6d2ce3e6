"""Tapes: what their buttons need after a restart, and the history of those who want one."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Update, delete, select, update
from sqlalchemy.orm import Session

from core.mood import Goal, MoodName
from core.music import Tape, Track
from core.people import HistoryEntry
from core.ports import KeptTape, TapeRequest
from storage.database import Database, upsert
from storage.models import HistoryRow, PersonRow, TapeRow

logger = logging.getLogger(__name__)

T = TypeVar("T")
REQUEST, TAPE, TRACKS = TypeAdapter(TapeRequest), TypeAdapter(Tape), TypeAdapter(tuple[Track, ...])


class StoredHistory:
    """As `core.ports.HistoryStore` describes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, person_id: int, entry: HistoryEntry) -> bool:
        def record(session: Session) -> bool:
            wanted = session.scalar(select(PersonRow.history).where(PersonRow.person_id == person_id))
            if wanted:
                session.add(_history_row(person_id, entry))
            return bool(wanted)

        return await self._database.write_async(record)

    async def history_of(self, person_id: int, *, since: float, until: float) -> list[HistoryEntry]:
        rows = select(HistoryRow).where(HistoryRow.person_id == person_id)
        rows = rows.where(HistoryRow.made_at >= since, HistoryRow.made_at < until)
        rows = rows.order_by(HistoryRow.made_at, HistoryRow.id)
        entries = await self._database.read_async(lambda session: [_entry(row) for row in session.scalars(rows)])
        return [entry for entry in entries if entry]

    async def recent_keys(self, person_id: int, *, tapes: int) -> frozenset[int]:
        rows = select(HistoryRow.tracks).where(HistoryRow.person_id == person_id)
        rows = rows.order_by(HistoryRow.made_at.desc(), HistoryRow.id.desc()).limit(tapes)

        def read(session: Session) -> Sequence[Any]:
            return session.scalars(rows).all()

        last = await self._database.read_async(read)
        return frozenset(track.key for tracks in last for track in _tracks(tracks) or ())

    async def clear_history(self, person_id: int) -> None:
        clear = delete(HistoryRow).where(HistoryRow.person_id == person_id)
        await self._database.write_async(lambda session: session.execute(clear))


class StoredTapes:
    """As `core.ports.TapeStore` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_tape(self, kept: KeptTape) -> None:
        request = replace(kept.request, avoid=frozenset(), tastes=(), gone=frozenset(), favourites=())
        row = {
            "tape_id": kept.tape_id,
            "owner_id": kept.owner_id,
            "request": REQUEST.dump_python(request, mode="json"),
            "tape": TAPE.dump_python(kept.tape, mode="json"),
            "expires_at": kept.expires_at,
            "playlist_url": kept.playlist_url,
            "shared": kept.shared,
            "awaited_in": kept.awaited_in,
            "own": kept.own,
        }
        await self._database.write_async(lambda session: upsert(session, TapeRow, **row))

    async def tape(self, tape_id: str, *, person_id: int, now: float) -> KeptTape | None:
        row = await self._database.read_async(lambda session: session.get(TapeRow, tape_id))
        if row is None or row.expires_at <= now or not (row.shared or row.owner_id == person_id):
            return None
        kept = _kept(row)
        return kept if kept is None or row.owner_id == person_id else for_others(kept)

    async def share_tape(self, tape_id: str, *, person_id: int, shared: bool = True) -> bool:
        theirs = update(TapeRow).where(TapeRow.tape_id == tape_id, TapeRow.owner_id == person_id)
        return await self._changes(theirs.where(TapeRow.shared != shared).values(shared=shared))

    async def await_playlist(self, tape_id: str, *, person_id: int, language: str) -> bool:
        theirs = update(TapeRow).where(TapeRow.tape_id == tape_id, TapeRow.owner_id == person_id)
        return await self._changes(theirs.where(TapeRow.playlist_url.is_(None)).values(awaited_in=language))

    async def awaited(self, *, after: float, limit: int) -> list[KeptTape]:
        """Pass over what cannot be read, so that it keeps nobody from their turn."""
        rows = select(TapeRow).where(TapeRow.awaited_in.is_not(None))
        rows = rows.order_by(TapeRow.expires_at, TapeRow.tape_id).limit(limit)

        def read(session: Session) -> list[KeptTape]:
            later_than = after
            while found := session.scalars(rows.where(TapeRow.expires_at > later_than)).all():
                if awaited := [kept for row in found if (kept := _kept(row))]:
                    return awaited
                later_than = found[-1].expires_at
            return []

        return await self._database.read_async(read)

    async def fulfil(self, tape_id: str, *, playlist_url: str) -> bool:
        first = update(TapeRow).where(TapeRow.tape_id == tape_id, TapeRow.playlist_url.is_(None))
        return await self._changes(first.values(playlist_url=playlist_url, awaited_in=None))

    async def give_up(self, tape_id: str) -> bool:
        waiting = update(TapeRow).where(TapeRow.tape_id == tape_id, TapeRow.awaited_in.is_not(None))
        return await self._changes(waiting.values(awaited_in=None))

    async def _changes(self, change: Update) -> bool:
        changed = change.returning(TapeRow.tape_id)
        return await self._database.write_async(lambda session: session.scalar(changed)) is not None


def for_others(kept: KeptTape) -> KeptTape:
    """Leave out how the owner's face looked, of which others get the mood's name, and what they wait for."""
    return replace(kept, request=replace(kept.request, feeling=kept.tape.mood.name), awaited_in=None, own=False)


def _kept(row: TapeRow) -> KeptTape | None:
    request = _readable(lambda: REQUEST.validate_python(row.request))
    tape = _readable(lambda: TAPE.validate_python(row.tape)) if request else None
    if request is None or tape is None:
        return None
    more = (row.expires_at, row.playlist_url, row.shared, row.awaited_in, row.own)
    return KeptTape(row.tape_id, row.owner_id, request, tape, *more)


def _history_row(person_id: int, entry: HistoryEntry) -> HistoryRow:
    return HistoryRow(
        person_id=person_id,
        made_at=entry.made_at,
        mood=entry.mood.value,
        goal=entry.goal.value,
        tracks=TRACKS.dump_python(entry.tracks, mode="json"),
    )


def _entry(row: HistoryRow) -> HistoryEntry | None:
    tracks = _tracks(row.tracks)
    if tracks is None:
        return None
    return _readable(lambda: HistoryEntry(row.made_at, MoodName(row.mood), Goal(row.goal), tracks))


def _tracks(stored: object) -> tuple[Track, ...] | None:
    return _readable(lambda: TRACKS.validate_python(stored))


def _readable(read: Callable[[], T]) -> T | None:
    """Read what was stored; None where it is damaged, or of a newer version than this."""
    try:
        return read()
    except ValueError as error:
        logger.warning("a stored tape cannot be read, as if there were none: %s", type(error).__name__)
        return None
