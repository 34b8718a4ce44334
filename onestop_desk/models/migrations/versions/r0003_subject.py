"""Subjects as bytes: 46 bytes less for every event about a dossier, in the log and in its index."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Store every subject as bytes; those of dossiers as a mark and 16 bytes. No hash covers how a text is stored."""
    with op.batch_alter_table("event", recreate="always") as event:
        event.alter_column("subject", existing_type=sa.Text(), type_=sa.LargeBinary(), existing_nullable=False)
    op.execute(
        "UPDATE event SET subject = CAST(x'01' || unhex(substr(CAST(subject AS TEXT), 9)) AS BLOB) "
        "WHERE CAST(subject AS TEXT) GLOB 'dossier/' || replace(hex(zeroblob(16)), '0', '[0-9a-f]')"
    )
