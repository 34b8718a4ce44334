"""The event log: append-only, numbered and hash-chained per stream (sync.md §1)."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base, Blob, Identity, Moment, Subject

MONEY = text("kind = 'paid'")
"""The condition of a partial index: the fee book asks in the very same words."""

SAID = text("kind IN ('rated', 'extended', 'supplement_requested', 'supplemented', 'returned', 'withdrawn', 'stopped')")
"""The condition of a partial index: what is counted by its events."""

PLACED = text("pos IS NOT NULL")


class Written:
    """What of an event its chain covers."""

    stream: Mapped[str] = mapped_column(Identity(16))
    seq: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(Moment)
    kind: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(Integer)
    subject: Mapped[str] = mapped_column(Subject)
    payload: Mapped[bytes] = mapped_column(Blob)


class Event(Written, Base):
    """One immutable event. `id` is the order in which this database took it in, `pos` its place in the agency's feed,
    NULL until the centre has told it; `payload` is canonical JSON. Folds read the feed first, then what is unsent."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("stream", "seq"),
        Index("ix_event_subject_id", "subject", "id"),
        Index("ix_event_pos", "pos", unique=True, sqlite_where=PLACED, postgresql_where=PLACED),
        Index("ix_event_money", "id", sqlite_where=MONEY, postgresql_where=MONEY),
        Index("ix_event_said", "kind", "id", sqlite_where=SAID, postgresql_where=SAID),
    )

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    hash: Mapped[bytes] = mapped_column(Blob)
    pos: Mapped[int | None] = mapped_column(BigInteger)
