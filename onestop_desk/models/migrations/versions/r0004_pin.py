"""PINs: short secrets for confirming what one takes over at another's counter."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns; nobody has a PIN yet."""
    op.add_column("credential", sa.Column("pin_hash", sa.Text(), nullable=False, server_default=""))
    op.add_column("credential", sa.Column("pin_misses", sa.Integer(), nullable=False, server_default="0"))
