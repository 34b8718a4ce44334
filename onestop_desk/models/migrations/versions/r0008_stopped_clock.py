"""What figures measure against: no promise while the clock stands still that had stopped in time."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_VIETNAM = timedelta(hours=7)
_DAY_US = 86_400_000_000
# Waits for papers, waits for money, and what may have ended while it did: withdrawn, stopped.
_WAITING = sa.text(
    "SELECT id, uid, measured_due_at FROM dossier WHERE stage IN (5, 6, 7, 8) AND measured_due_at IS NOT NULL"
)
_CLOCK = sa.text(
    "SELECT kind, payload FROM event WHERE subject = :subject"
    " AND kind IN ('supplement_requested', 'payment_requested', 'supplemented', 'paid') ORDER BY pos IS NULL, pos, id"
)


def upgrade() -> None:
    """Give the column its name and the dossiers whose clock stands still their value; books are made anew."""
    op.execute("ALTER TABLE dossier RENAME COLUMN original_due_at TO measured_due_at")
    connection = op.get_bind()
    for row in connection.execute(_WAITING).all():
        events = connection.execute(_CLOCK, {"subject": b"\x01" + bytes.fromhex(row.uid)})
        stopped_at = _stopped_at((str(kind), bytes(payload)) for kind, payload in events)
        if stopped_at is not None and stopped_at.date() <= _day(row.measured_due_at):
            connection.execute(sa.text("UPDATE dossier SET measured_due_at = NULL WHERE id = :id"), {"id": row.id})
    op.execute("DELETE FROM late_booking")
    op.execute("DELETE FROM local_fact WHERE name = 'ledger_id'")


def _stopped_at(events: Iterable[tuple[str, bytes]]) -> datetime | None:
    stopped: datetime | None = None
    for kind, payload in events:
        if kind in ("supplemented", "paid"):
            stopped = None
        else:
            at = datetime.fromisoformat(json.loads(payload)["event"]["at"])
            stopped = (at - (at.utcoffset() or timedelta(0)) + _VIETNAM).replace(tzinfo=None)
    return stopped


def _day(moment_us: int) -> date:
    return date(1970, 1, 1) + timedelta(days=(moment_us + 7 * 3_600_000_000) // _DAY_US)
