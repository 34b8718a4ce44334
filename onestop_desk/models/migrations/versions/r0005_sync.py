"""Sync: places in the feed, and what this database remembers of its conversation with the centre."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column and the tables; nothing has been sent yet."""
    op.add_column("event", sa.Column("pos", sa.BigInteger(), nullable=True))
    placed = sa.text("pos IS NOT NULL")
    op.create_index("ix_event_pos", "event", ["pos"], unique=True, sqlite_where=placed, postgresql_where=placed)
    _sync_state()
    op.create_table(
        "feed_page",
        sa.Column("pos", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_feed_page")),
    )
    op.create_table(
        "parked",
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("subject", "kind", "version", name=op.f("pk_parked")),
    )


def _sync_state() -> None:
    op.create_table(
        "sync_state",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("epoch", sa.String(length=32), nullable=False),
        sa.Column("stream", sa.String(length=32), nullable=False),
        sa.Column("acked_seq", sa.BigInteger(), nullable=False),
        sa.Column("pushing_seq", sa.BigInteger(), nullable=False),
        sa.Column("fence", sa.String(length=32), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("ok_at", sa.BigInteger(), nullable=True),
        sa.Column("tried_at", sa.BigInteger(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("trouble_since", sa.BigInteger(), nullable=True),
        sa.Column("clock_ahead_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("agency", name=op.f("pk_sync_state")),
    )
