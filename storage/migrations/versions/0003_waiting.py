"""Waiting for a playlist, counts for limits, favourite artists, and in whose account a playlist was begun."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

WHOLE_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("tapes", sa.Column("awaited_in", sa.Text))
    op.add_column("tapes", sa.Column("own", sa.Boolean, nullable=False, server_default=sa.true()))
    op.add_column("playlists", sa.Column("account_id", sa.Text))
    op.add_column("person_settings", sa.Column("favourites", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "counts",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("hits", WHOLE_NUMBER, nullable=False),
        sa.Column("expires_at", sa.Double, nullable=False, index=True),
    )
