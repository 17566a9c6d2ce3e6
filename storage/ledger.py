"""The playlists that we began, and what Spotify's search found."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import inf

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from core.ledger import PlaylistRecord, Stage
from storage.database import Database, insert_into, upsert
from storage.models import PlaylistRow, ResolvedTrack

KEYS_PER_QUERY = 1000


class StoredLedger:
    """The playlists of all accounts, as `spotify.stores.Ledger` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, record: PlaylistRecord) -> PlaylistRecord:
        row = {
            "request_id": record.request_id,
            "owner": record.owner,
            "tag": record.tag,
            "account_id": record.account_id,
            **_changing(record),
        }

        def begin(session: Session) -> PlaylistRecord:
            session.execute(insert_into(session, PlaylistRow).values(**row).on_conflict_do_nothing())
            return _record(session.get_one(PlaylistRow, record.request_id))

        return self._database.write(begin)

    def change(self, record: PlaylistRecord) -> bool:
        given_up = PlaylistRow.stage == Stage.UNWANTED.value
        change = update(PlaylistRow).where(*_this(record)).values(**_changing(record)).returning(PlaylistRow.request_id)
        if record.stage is not Stage.UNWANTED:
            change = change.where(~given_up)
        return self._database.write(lambda session: session.scalar(change) is not None)

    def forget(self, record: PlaylistRecord) -> None:
        forget = delete(PlaylistRow).where(*_this(record))
        self._database.write(lambda session: session.execute(forget))

    def owners(self) -> list[str]:
        owners = select(PlaylistRow.owner).distinct().order_by(PlaylistRow.owner)
        return self._database.read(lambda session: list(session.scalars(owners)))

    def clear(self, owner: str) -> list[PlaylistRecord]:
        """Forget the owner's playlists and give the unfinished; nothing of them stays in SQLite's files."""
        clear = delete(PlaylistRow).where(PlaylistRow.owner == owner).returning(PlaylistRow)
        cleared = self._database.write(lambda session: [_record(row) for row in session.scalars(clear)])
        self._database.scrub()
        return [record for record in cleared if record.stage is not Stage.MADE]

    def let_go(self, owner: str, *, account_id: str, before: float) -> int:
        elsewhere = PlaylistRow.account_id != account_id
        let_go = delete(PlaylistRow).where(PlaylistRow.owner == owner, elsewhere, PlaylistRow.started_at < before)
        let_go = let_go.returning(PlaylistRow.request_id)
        return self._database.write(lambda session: len(session.scalars(let_go).all()))

    def unfinished(self, owner: str, *, before: float, after: float = inf) -> list[PlaylistRecord]:
        begun = or_(PlaylistRow.started_at < before, PlaylistRow.started_at > after)
        return self._oldest(owner, PlaylistRow.stage != Stage.MADE.value, begun)

    def made(self, owner: str, *, before: float, limit: int) -> list[PlaylistRecord]:
        return self._oldest(owner, PlaylistRow.stage == Stage.MADE.value, PlaylistRow.started_at < before, limit=limit)

    def _oldest(self, owner: str, *which: ColumnElement[bool], limit: int | None = None) -> list[PlaylistRecord]:
        rows = select(PlaylistRow).where(PlaylistRow.owner == owner, *which)
        rows = rows.order_by(PlaylistRow.started_at, PlaylistRow.request_id).limit(limit)
        return self._database.read(lambda session: [_record(row) for row in session.scalars(rows)])


class StoredTracks:
    """What Spotify's search found, as `spotify.stores.ResolvedTracks` describes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, keys: Iterable[int], *, now: float) -> Mapping[int, str | None]:
        wanted = set(keys)

        def find(session: Session) -> dict[int, str | None]:
            found: dict[int, str | None] = {}
            for some in _pieces(wanted):
                rows = select(ResolvedTrack.key, ResolvedTrack.uri)
                rows = rows.where(ResolvedTrack.key.in_(some), ResolvedTrack.expires_at > now)
                found.update((row.key, row.uri) for row in session.execute(rows))
            return found

        return self._database.read(find)

    def keep(self, key: int, uri: str | None, *, until: float) -> None:
        self._database.write(lambda session: upsert(session, ResolvedTrack, key=key, uri=uri, expires_at=until))

    def missing(self, *, now: float) -> frozenset[int]:
        keys = select(ResolvedTrack.key).where(ResolvedTrack.uri.is_(None), ResolvedTrack.expires_at > now)
        return self._database.read(lambda session: frozenset(session.scalars(keys)))


def _this(record: PlaylistRecord) -> tuple[ColumnElement[bool], ...]:
    return PlaylistRow.request_id == record.request_id, PlaylistRow.tag == record.tag


def _changing(record: PlaylistRecord) -> dict[str, object]:
    return {
        "stage": record.stage.value,
        "started_at": record.started_at,
        "playlist_id": record.playlist_id,
        "uris": list(record.uris),
    }


def _record(row: PlaylistRow) -> PlaylistRecord:
    return PlaylistRecord(
        row.request_id,
        row.owner,
        row.tag,
        row.started_at,
        Stage(row.stage),
        row.playlist_id,
        tuple(row.uris),
        row.account_id,
    )


def _pieces(keys: Iterable[int]) -> Iterator[list[int]]:
    left = iter(keys)
    while piece := list(islice(left, KEYS_PER_QUERY)):
        yield piece
