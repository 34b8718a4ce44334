"""Subjects as bytes: 46 bytes less for every event about a dossier, in the log and in its index."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = "id, stream, seq, at, kind, version, {subject}, payload, hash"
_SHORTENED = (
    "CASE WHEN subject GLOB 'dossier/' || replace(hex(zeroblob(16)), '0', '[0-9a-f]') "
    "THEN CAST(x'01' || unhex(substr(subject, 9)) AS BLOB) ELSE CAST(subject AS BLOB) END"
)


def upgrade() -> None:
    """Store every subject as bytes; those of dossiers as a mark and 16 bytes. No hash covers how a text is stored.

    The log is written anew in one pass: changing it in place would take a second one, and 2 GB of memory for
    1,000,000 dossiers.
    """
    op.rename_table("event", "event_of_texts")
    _event()
    source = _COLUMNS.format(subject=_SHORTENED)
    op.execute(
        f"INSERT INTO event ({_COLUMNS.format(subject='subject')}) SELECT {source} FROM event_of_texts ORDER BY id"
    )
    op.drop_table("event_of_texts")
    op.create_index("ix_event_subject_id", "event", ["subject", "id"], unique=False)
    where = sa.text("kind = 'paid'")
    op.create_index("ix_event_money", "event", ["id"], unique=False, sqlite_where=where, postgresql_where=where)


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stream", sa.LargeBinary(length=16), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("stream", "seq", name=op.f("uq_event_stream_seq")),
    )
