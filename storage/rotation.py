"""Changes the key of everything that is encrypted, and finds what no key opens."""

from typing import Any

from sqlalchemy import Column, Table, select, update
from sqlalchemy.orm import Session

from core.errors import SecretKeyWrong
from storage.database import Database
from storage.models import SECRET, Base


def rotate(database: Database) -> int:
    """Encrypt all secrets under the newest key and give their number.

    Raises:
        SecretKeyWrong: One cannot be opened; nothing is changed.
    """

    def rotate(session: Session) -> int:
        return sum(_rotate_column(session, column, database) for column in secret_columns())

    return database.write(rotate)


def unreadable(database: Database) -> int:
    """Count the secrets that none of the keys opens."""

    def count(session: Session) -> int:
        sealed = [text for column in secret_columns() for text in session.scalars(select(column))]
        return sum(not _opens(text, database) for text in sealed)

    return database.read(count)


def secret_columns() -> list[Column[Any]]:
    """Give the columns that are encrypted."""
    return [column for table in Base.metadata.sorted_tables for column in table.columns if column.info == SECRET]


def _rotate_column(session: Session, column: Column[Any], database: Database) -> int:
    table: Table = column.table
    (key,) = table.primary_key.columns
    rows = session.execute(select(key, column).with_for_update()).all()
    for name, sealed in rows:
        session.execute(update(table).where(key == name).values({column.name: database.vault.reseal(sealed)}))
    return len(rows)


def _opens(sealed: str, database: Database) -> bool:
    try:
        database.vault.unseal(sealed)
    except SecretKeyWrong:
        return False
    return True
