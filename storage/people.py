"""What people and servers chose and said: consent, settings, taste, feedback."""

import logging
from collections.abc import Callable
from dataclasses import asdict
from functools import reduce
from typing import Any, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.mood import Goal
from core.people import LONGEST_FEEDBACK, Consent, Feedback, GuildSettings, PersonSettings
from core.ports import People
from core.taste import Opinion, Taste, learn, taste_from_dict
from storage.counts import StoredCounts
from storage.database import Database, insert_into, upsert
from storage.models import Base, ConsentRow, FeedbackRow, GuildRow, PersonRow, TasteRow
from storage.privacy import StoredPeople
from storage.tapes import StoredHistory, StoredTapes

logger = logging.getLogger(__name__)

Row = TypeVar("Row", bound=Base)


def stored_people(database: Database) -> People:
    """Keep everything about people in one database."""
    return People(
        StoredConsents(database),
        StoredSettings(database),
        StoredTastes(database),
        StoredHistory(database),
        StoredFeedback(database),
        StoredTapes(database),
        StoredPeople(database),
        StoredCounts(database),
    )


class StoredConsents:
    """As `core.ports.ConsentStore` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def consent_of(self, person_id: int) -> Consent | None:
        row = await self._database.read_async(lambda session: session.get(ConsentRow, person_id))
        return Consent(row.notice, row.given_at) if row else None

    async def give_consent(self, person_id: int, consent: Consent) -> None:
        row = {"person_id": person_id, **asdict(consent)}
        await self._database.write_async(lambda session: upsert(session, ConsentRow, **row))

    async def revoke_consent(self, person_id: int) -> None:
        revoke = delete(ConsentRow).where(ConsentRow.person_id == person_id)
        await self._database.write_async(lambda session: session.execute(revoke))


class StoredSettings:
    """As `core.ports.SettingsStore` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settings_of(self, person_id: int) -> PersonSettings:
        return await self._database.read_async(lambda session: _person(session.get(PersonRow, person_id)))

    async def change_settings(
        self, person_id: int, change: Callable[[PersonSettings], PersonSettings]
    ) -> PersonSettings:
        first = {"person_id": person_id, **asdict(PersonSettings())}

        def apply(session: Session) -> PersonSettings:
            row = _locked(session, PersonRow, first, person_id)
            settings = change(_person(row))
            _write(row, asdict(settings))
            return settings

        return await self._database.write_async(apply)

    async def guild_settings(self, guild_id: int) -> GuildSettings:
        return await self._database.read_async(lambda session: _guild(session.get(GuildRow, guild_id)))

    async def change_guild(self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]) -> GuildSettings:
        first = {"guild_id": guild_id, **_guild_columns(GuildSettings())}

        def apply(session: Session) -> GuildSettings:
            row = _locked(session, GuildRow, first, guild_id)
            settings = change(_guild(row))
            _write(row, _guild_columns(settings))
            return settings

        return await self._database.write_async(apply)

    async def forget_guild(self, guild_id: int) -> None:
        forget = delete(GuildRow).where(GuildRow.guild_id == guild_id)
        await self._database.write_async(lambda session: session.execute(forget))


class StoredTastes:
    """As `core.ports.TasteStore` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def taste_of(self, person_id: int) -> Taste:
        row = await self._database.read_async(lambda session: session.get(TasteRow, person_id))
        return _taste(row.taste) if row else Taste()

    async def learn(self, person_id: int, *opinions: Opinion) -> Taste:
        newest = max((opinion.when_s for opinion in opinions), default=0.0)
        first = {"person_id": person_id, "taste": Taste().as_dict(), "changed_at": newest}

        def add(session: Session) -> Taste:
            row = _locked(session, TasteRow, first, person_id)
            taste = reduce(learn, opinions, _taste(row.taste))
            _write(row, {"taste": taste.as_dict(), "changed_at": max(row.changed_at, newest)})
            return taste

        return await self._database.write_async(add)


class StoredFeedback:
    """As `core.ports.FeedbackStore` describes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_feedback(self, feedback: Feedback) -> None:
        row = FeedbackRow(person_id=feedback.person_id, text=_storable(feedback.text), at=feedback.at)
        await self._database.write_async(lambda session: session.add(row))

    async def latest_feedback(self, *, limit: int) -> list[Feedback]:
        rows = select(FeedbackRow).order_by(FeedbackRow.at.desc(), FeedbackRow.id.desc()).limit(limit)

        def read(session: Session) -> list[Feedback]:
            return [Feedback(row.person_id, row.text, row.at) for row in session.scalars(rows)]

        return await self._database.read_async(read)


def _locked(session: Session, table: type[Row], first: dict[str, Any], key: int) -> Row:
    """Give a row that others must wait for, and make it first where there is none."""
    session.execute(insert_into(session, table).values(**first).on_conflict_do_nothing())
    return session.get_one(table, key, with_for_update=True)


def _write(row: Base, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)


def _person(row: PersonRow | None) -> PersonSettings:
    if row is None:
        return PersonSettings()
    return PersonSettings(row.language, row.private, row.history, row.explicit, row.favourites)


def _taste(stored: object) -> Taste:
    """Read a taste; one that is damaged begins anew."""
    try:
        return taste_from_dict(stored)
    except ValueError:
        logger.warning("a taste that cannot be read is left out")
        return Taste()


def _guild(row: GuildRow | None) -> GuildSettings:
    if row is None:
        return GuildSettings()
    goal = Goal(row.goal) if row.goal else None
    return GuildSettings(goal, row.length, row.explicit, frozenset(row.photo_channels), row.private, row.language)


def _guild_columns(settings: GuildSettings) -> dict[str, Any]:
    goal = settings.goal.value if settings.goal else None
    return {**asdict(settings), "goal": goal, "photo_channels": sorted(settings.photo_channels)}


def _storable(text: str) -> str:
    """Cut, and leave out what PostgreSQL cannot hold."""
    return text.replace("\0", "").encode(errors="replace").decode()[:LONGEST_FEEDBACK]
