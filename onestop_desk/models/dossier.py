"""The dossier projection: what lists, look-ups and figures need; everything else is folded from the log."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Boolean, Date, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base, Moment

OPEN = text("finished_at IS NULL")
NOT_RETURNED = text("stage <> 10")
DOUBTFUL = text("needs_person")
HELD = text("holder <> ''")
"""Conditions of partial indexes: a query uses such an index only when it says the very same words."""

COUNTED = (
    *("agency", "field", "received_at", "finished_at", "measured_due_at", "channel"),
    *("procedure_code", "counter", "on_site_five"),
)
"""Everything that a figure looks at, in one index: counting a million dossiers reads none of their rows."""


class Dossier(Base):
    """One dossier as it is now; made by the fold, never written by hand. `id` is the id of its first event.

    Codes are not unique here on purpose: `accept` holds that for this desk, and what another desk did wrong must
    still be shown, not refused.
    """

    __tablename__ = "dossier"
    __table_args__ = (
        Index("ix_dossier_agency_day_serial", "agency", "day", "serial"),
        Index("ix_dossier_open_due_at_stage", "due_at", "stage", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_dossier_not_returned_stage", "stage", sqlite_where=NOT_RETURNED, postgresql_where=NOT_RETURNED),
        Index("ix_dossier_doubtful", "id", sqlite_where=DOUBTFUL, postgresql_where=DOUBTFUL),
        Index("ix_dossier_held", "holder", "stage", sqlite_where=HELD, postgresql_where=HELD),
        Index("ix_dossier_received_at", "received_at"),
        Index("ix_dossier_returned_at", "returned_at"),
        Index("ix_dossier_figures", *COUNTED),
    )

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)
    uid: Mapped[str] = mapped_column(String(32), unique=True)
    ref: Mapped[str] = mapped_column(Text, index=True)
    code: Mapped[str] = mapped_column(Text, index=True)
    compact: Mapped[str] = mapped_column(Text)
    agency: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Date)
    serial: Mapped[int] = mapped_column(Integer)
    counter: Mapped[int] = mapped_column(Integer)
    stage: Mapped[int] = mapped_column(Integer)
    procedure_code: Mapped[str] = mapped_column(Text)
    procedure_name: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(Text)
    on_site_five: Mapped[bool] = mapped_column(Boolean)
    owner_name: Mapped[str] = mapped_column(Text)
    owner_sort: Mapped[str] = mapped_column(Text)
    owner_number: Mapped[str] = mapped_column(Text)
    owner_birth: Mapped[date | None] = mapped_column(Date)
    owner_phone: Mapped[str] = mapped_column(Text)
    person_key: Mapped[str] = mapped_column(Text, index=True)
    search_key: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime | None] = mapped_column(Moment)
    measured_due_at: Mapped[datetime | None] = mapped_column(Moment)
    """What figures measure against (domain.dossier)."""
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    returned_at: Mapped[datetime | None] = mapped_column(Moment)
    needs_person: Mapped[bool] = mapped_column(Boolean)
    holder: Mapped[str] = mapped_column(Text)
    is_on_the_way: Mapped[bool] = mapped_column(Boolean)
    deadline: Mapped[datetime | None] = mapped_column(Moment)
