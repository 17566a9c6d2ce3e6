"""Lets the bot's tests run over real databases too."""

from tests.storage.conftest import (
    database,
    kind,
    migrated_postgres,
    migrated_sqlite,
    new_postgres,
    opened,
    postgres,
)

__all__ = ["database", "kind", "migrated_postgres", "migrated_sqlite", "new_postgres", "opened", "postgres"]
