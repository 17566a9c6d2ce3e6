"""Spotify: logins, links in the making, playlists, tracks that were found."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WHOLE_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "logins",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("token", sa.Text, nullable=False),
    )
    op.create_table(
        "pending_links",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("state_digest", sa.Text, nullable=False, unique=True),
        sa.Column("verifier", sa.Text, nullable=False),
        sa.Column("expires_at", sa.Double, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "playlists",
        sa.Column("request_id", sa.Text, primary_key=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("tag", sa.Text, nullable=False),
        sa.Column("started_at", sa.Double, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("playlist_id", sa.Text),
        sa.Column("uris", sa.JSON, nullable=False),
    )
    op.create_index("playlists_by_age", "playlists", ["owner", "stage", "started_at"])
    op.create_table(
        "resolved_tracks",
        sa.Column("key", WHOLE_NUMBER, primary_key=True, autoincrement=False),
        sa.Column("uri", sa.Text),
        sa.Column("expires_at", sa.Double, nullable=False),
    )
    op.create_index("ix_resolved_tracks_expires_at", "resolved_tracks", ["expires_at"])
