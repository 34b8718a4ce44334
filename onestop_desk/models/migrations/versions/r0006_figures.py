"""Figures: the bookings of what came in after its month was closed, and an index that Biểu 06 is counted from."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_COUNTED = (
    *("agency", "field", "received_at", "finished_at", "original_due_at", "channel"),
    *("procedure_code", "counter", "on_site_five"),
)


def upgrade() -> None:
    """Add the table and the index; no month had been closed before."""
    op.create_table(
        "late_booking",
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("bookings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_late_booking")),
    )
    op.create_index("ix_dossier_figures", "dossier", list(_COUNTED), unique=False)
    op.create_index("ix_event_said", "event", ["kind", "id"], unique=False, sqlite_where=_SAID, postgresql_where=_SAID)


_SAID = sa.text(
    "kind IN ('rated', 'extended', 'supplement_requested', 'supplemented', 'returned', 'withdrawn', 'stopped')"
)
