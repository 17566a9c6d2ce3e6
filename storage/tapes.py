"""Tapes: what their buttons need after a restart, and the history of those who want one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from core.mood import Goal, MoodName
from core.music import Tape, Track
from core.people import HistoryEntry
from core.ports import KeptTape, TapeRequest
from storage.database import Database, upsert
from storage.models import HistoryRow, PersonRow, TapeRow

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
        return await self._database.read_async(lambda session: [_entry(row) for row in session.scalars(rows)])

    async def recent_keys(self, person_id: int, *, tapes: int) -> frozenset[int]:
        rows = select(HistoryRow.tracks).where(HistoryRow.person_id == person_id)
        rows = rows.order_by(HistoryRow.made_at.desc(), HistoryRow.id.desc()).limit(tapes)

        def read(session: Session) -> Sequence[Any]:
            return session.scalars(rows).all()

        last = await self._database.read_async(read)
        return frozenset(track.key for tracks in last for track in TRACKS.validate_python(tracks))

    async def clear_history(self, person_id: int) -> None:
        clear = delete(HistoryRow).where(HistoryRow.person_id == person_id)
        await self._database.write_async(lambda session: session.execute(clear))


class StoredTapes:
    """As `core.ports.TapeStore` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_tape(self, kept: KeptTape) -> None:
        request = replace(kept.request, avoid=frozenset(), tastes=(), gone=frozenset())
        row = {
            "tape_id": kept.tape_id,
            "owner_id": kept.owner_id,
            "request": REQUEST.dump_python(request, mode="json"),
            "tape": TAPE.dump_python(kept.tape, mode="json"),
            "expires_at": kept.expires_at,
            "playlist_url": kept.playlist_url,
            "shared": kept.shared,
        }
        await self._database.write_async(lambda session: upsert(session, TapeRow, **row))

    async def tape(self, tape_id: str, *, person_id: int, now: float) -> KeptTape | None:
        row = await self._database.read_async(lambda session: session.get(TapeRow, tape_id))
        if row is None or row.expires_at <= now or not (row.shared or row.owner_id == person_id):
            return None
        kept = _kept(row)
        return kept if row.owner_id == person_id else for_others(kept)

    async def share_tape(self, tape_id: str, *, person_id: int) -> bool:
        share = update(TapeRow).where(TapeRow.tape_id == tape_id, TapeRow.owner_id == person_id).values(shared=True)
        shared = share.returning(TapeRow.tape_id)
        return await self._database.write_async(lambda session: session.scalar(shared)) is not None


def for_others(kept: KeptTape) -> KeptTape:
    """Leave how the owner's face looked out of a tape: others get the mood's name."""
    return replace(kept, request=replace(kept.request, feeling=kept.tape.mood.name))


def _kept(row: TapeRow) -> KeptTape:
    request, tape = REQUEST.validate_python(row.request), TAPE.validate_python(row.tape)
    return KeptTape(row.tape_id, row.owner_id, request, tape, row.expires_at, row.playlist_url, row.shared)


def _history_row(person_id: int, entry: HistoryEntry) -> HistoryRow:
    return HistoryRow(
        person_id=person_id,
        made_at=entry.made_at,
        mood=entry.mood.value,
        goal=entry.goal.value,
        tracks=TRACKS.dump_python(entry.tracks, mode="json"),
    )


def _entry(row: HistoryRow) -> HistoryEntry:
    return HistoryEntry(row.made_at, MoodName(row.mood), Goal(row.goal), TRACKS.validate_python(row.tracks))
