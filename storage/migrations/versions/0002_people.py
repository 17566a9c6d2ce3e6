"""People: consent, settings, taste, history, feedback, tapes with buttons."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WHOLE_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _create_choices()
    _create_memories()


def _create_choices() -> None:
    op.create_table(
        "consents",
        sa.Column("person_id", WHOLE_NUMBER, primary_key=True, autoincrement=False),
        sa.Column("notice", WHOLE_NUMBER, nullable=False),
        sa.Column("given_at", sa.Double, nullable=False),
    )
    op.create_table(
        "person_settings",
        sa.Column("person_id", WHOLE_NUMBER, primary_key=True, autoincrement=False),
        sa.Column("language", sa.Text),
        sa.Column("private", sa.Boolean),
        sa.Column("history", sa.Boolean, nullable=False),
        sa.Column("explicit", sa.Boolean, nullable=False),
    )
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", WHOLE_NUMBER, primary_key=True, autoincrement=False),
        sa.Column("goal", sa.Text),
        sa.Column("length", WHOLE_NUMBER, nullable=False),
        sa.Column("explicit", sa.Boolean, nullable=False),
        sa.Column("photo_channels", sa.JSON, nullable=False),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("language", sa.Text),
    )


def _create_memories() -> None:
    op.create_table(
        "tastes",
        sa.Column("person_id", WHOLE_NUMBER, primary_key=True, autoincrement=False),
        sa.Column("taste", sa.JSON, nullable=False),
        sa.Column("changed_at", sa.Double, nullable=False),
    )
    op.create_table(
        "history",
        sa.Column("id", WHOLE_NUMBER, primary_key=True),
        sa.Column("person_id", WHOLE_NUMBER, nullable=False),
        sa.Column("made_at", sa.Double, nullable=False),
        sa.Column("mood", sa.Text, nullable=False),
        sa.Column("goal", sa.Text, nullable=False),
        sa.Column("tracks", sa.JSON, nullable=False),
    )
    op.create_index("history_by_time", "history", ["person_id", "made_at"])
    op.create_table(
        "feedback",
        sa.Column("id", WHOLE_NUMBER, primary_key=True),
        sa.Column("person_id", WHOLE_NUMBER, nullable=False, index=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
    )
    op.create_table(
        "tapes",
        sa.Column("tape_id", sa.Text, primary_key=True),
        sa.Column("owner_id", WHOLE_NUMBER, nullable=False, index=True),
        sa.Column("request", sa.JSON, nullable=False),
        sa.Column("tape", sa.JSON, nullable=False),
        sa.Column("expires_at", sa.Double, nullable=False, index=True),
        sa.Column("playlist_url", sa.Text),
        sa.Column("shared", sa.Boolean, nullable=False),
    )
