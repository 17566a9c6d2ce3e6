"""The tables. Times are in seconds since 1970.

Each table says whose it is: `person_column` names the column with the person's Discord id, and is None where a table
holds nothing about people. Exporting and deleting a person go by it, so a new table is covered from its first day.
"""

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Double, Index, Integer, Text, false, true
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

WHOLE_NUMBER = BigInteger().with_variant(Integer, "sqlite")
SECRET = {"secret": True}
"""Marks a column that is encrypted by `storage.secrets.Vault` and is never exported."""


class Base(DeclarativeBase):
    """What all tables share.

    Attributes:
        person_column: Names whose row it is; None for a table without people.
        expiry_column: Names until when a row is good; None where that is not a matter of the row.
    """

    person_column: ClassVar[str | None]
    expiry_column: ClassVar[str | None] = None
    type_annotation_map: ClassVar = {int: WHOLE_NUMBER, float: Double(), str: Text()}


class Login(Base):
    """A login at Spotify; its owner is `core.ledger.BOT` or a person's Discord id in digits."""

    __tablename__ = "logins"
    person_column = "owner"

    owner: Mapped[str] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(info=SECRET)


class Link(Base):
    """A person on their way to Spotify and back, under the SHA-256 of the state that they carry."""

    __tablename__ = "pending_links"
    person_column = "owner"
    expiry_column = "expires_at"

    owner: Mapped[str] = mapped_column(primary_key=True)
    state_digest: Mapped[str] = mapped_column(unique=True)
    verifier: Mapped[str] = mapped_column(info=SECRET)
    expires_at: Mapped[float]
    name: Mapped[str]


class PlaylistRow(Base):
    """A playlist that we began; `core.ledger.PlaylistRecord` explains."""

    __tablename__ = "playlists"
    __table_args__ = (Index("playlists_by_age", "owner", "stage", "started_at"),)
    person_column = "owner"

    request_id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    tag: Mapped[str]
    started_at: Mapped[float]
    stage: Mapped[str]
    playlist_id: Mapped[str | None]
    uris: Mapped[list[str]] = mapped_column(JSON)
    account_id: Mapped[str | None]


class ResolvedTrack(Base):
    """What Spotify's search found for a song; no uri where it found nothing."""

    __tablename__ = "resolved_tracks"
    person_column = None
    expiry_column = "expires_at"

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    uri: Mapped[str | None]
    expires_at: Mapped[float] = mapped_column(index=True)


class ConsentRow(Base):
    """A person agreed to a notice."""

    __tablename__ = "consents"
    person_column = "person_id"

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    notice: Mapped[int]
    given_at: Mapped[float]


class PersonRow(Base):
    """What a person chose."""

    __tablename__ = "person_settings"
    person_column = "person_id"

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str | None]
    private: Mapped[bool | None]
    history: Mapped[bool]
    explicit: Mapped[bool]
    favourites: Mapped[bool] = mapped_column(server_default=false())


class GuildRow(Base):
    """What a server's managers chose."""

    __tablename__ = "guild_settings"
    person_column = None

    guild_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    goal: Mapped[str | None]
    length: Mapped[int]
    explicit: Mapped[bool]
    photo_channels: Mapped[list[int]] = mapped_column(JSON)
    private: Mapped[bool]
    language: Mapped[str | None]


class TasteRow(Base):
    """A person's opinions, as `core.taste.Taste.as_dict` writes them."""

    __tablename__ = "tastes"
    person_column = "person_id"

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    taste: Mapped[dict[str, Any]] = mapped_column(JSON)
    changed_at: Mapped[float]


class HistoryRow(Base):
    """A tape that a person had."""

    __tablename__ = "history"
    __table_args__ = (Index("history_by_time", "person_id", "made_at"),)
    person_column = "person_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int]
    made_at: Mapped[float]
    mood: Mapped[str]
    goal: Mapped[str]
    tracks: Mapped[list[dict[str, Any]]] = mapped_column(JSON)


class FeedbackRow(Base):
    """What a person wrote to the operator."""

    __tablename__ = "feedback"
    person_column = "person_id"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(index=True)
    text: Mapped[str]
    at: Mapped[float]


class TapeRow(Base):
    """A tape as its buttons need it; `core.ports.KeptTape` explains."""

    __tablename__ = "tapes"
    person_column = "owner_id"
    expiry_column = "expires_at"

    tape_id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(index=True)
    request: Mapped[dict[str, Any]] = mapped_column(JSON)
    tape: Mapped[dict[str, Any]] = mapped_column(JSON)
    expires_at: Mapped[float] = mapped_column(index=True)
    playlist_url: Mapped[str | None]
    shared: Mapped[bool]
    awaited_in: Mapped[str | None]
    own: Mapped[bool] = mapped_column(server_default=true())


class CountRow(Base):
    """How often something was done in a while, under a digest, from which a known id can be found again by trying."""

    __tablename__ = "counts"
    person_column = None
    expiry_column = "expires_at"

    key: Mapped[str] = mapped_column(primary_key=True)
    hits: Mapped[int]
    expires_at: Mapped[float] = mapped_column(index=True)
