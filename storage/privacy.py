"""All that is stored about one person, over all tables: to show it, to delete it, and to let old things go."""

from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from core.ledger import BOT
from core.people import DAY_S, Retention
from storage.database import Database
from storage.models import SECRET, Base, FeedbackRow, HistoryRow, Login, PlaylistRow, TasteRow


class StoredPeople:
    """As `core.ports.PeopleStore` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, person_id: int) -> dict[str, list[dict[str, Any]]]:
        def read(session: Session) -> dict[str, list[dict[str, Any]]]:
            return {table.__tablename__: _rows(session, table, person_id) for table in personal_tables()}

        return {name: rows for name, rows in (await self._database.read_async(read)).items() if rows}

    async def delete(self, person_id: int) -> None:
        def forget(session: Session) -> None:
            for table in personal_tables():
                session.execute(delete(table).where(_theirs(table, person_id)))

        await self._database.write_async(forget)
        await self._database.scrub_async()

    async def purge(self, *, now: float, retention: Retention) -> int:
        def purge(session: Session) -> int:
            overdue = [delete(table).where(late) for table, late in _overdue(now=now, retention=retention)]
            return sum(session.connection().execute(statement).rowcount for statement in overdue)

        rows = await self._database.write_async(purge)
        if rows:
            await self._database.scrub_async()
        return rows


def personal_tables() -> list[type[Base]]:
    """Give the tables with rows that are about a person."""
    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    return sorted((table for table in mapped if table.person_column), key=lambda table: table.__tablename__)


def _rows(session: Session, table: type[Base], person_id: int) -> list[dict[str, Any]]:
    columns = [column for column in table.__table__.columns if column.info != SECRET]
    rows = session.execute(select(*columns).where(_theirs(table, person_id)).order_by(*table.__table__.primary_key))
    return [dict(row) for row in rows.mappings()]


def _theirs(table: type[Base], person_id: int) -> ColumnElement[bool]:
    column = table.__table__.columns[str(table.person_column)]
    return column == column.type.python_type(person_id)


def _overdue(*, now: float, retention: Retention) -> list[tuple[type[Base], ColumnElement[bool]]]:
    """Say what is late, too old, or Spotify's and of a person who has unlinked."""
    mapped = [mapper.class_ for mapper in Base.registry.mappers]
    late = [(table, table.__table__.columns[table.expiry_column] <= now) for table in mapped if table.expiry_column]
    unlinked = (PlaylistRow.owner != BOT) & PlaylistRow.owner.not_in(select(Login.owner))
    return [
        *late,
        (HistoryRow, HistoryRow.made_at < now - retention.history_days * DAY_S),
        (TasteRow, TasteRow.changed_at < now - retention.taste_days * DAY_S),
        (FeedbackRow, FeedbackRow.at < now - retention.feedback_days * DAY_S),
        (PlaylistRow, unlinked),
    ]
