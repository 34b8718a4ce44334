"""The life after reception: who holds a dossier, visits without one, dossiers that went together, their papers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, tables and indexes; no dossier had been handed over before, so the defaults are the truth."""
    op.add_column("dossier", sa.Column("holder", sa.Text(), nullable=False, server_default=""))
    op.add_column("dossier", sa.Column("is_on_the_way", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("dossier", sa.Column("deadline", sa.BigInteger(), nullable=True))
    _partial("ix_dossier_held", "dossier", ["holder", "stage"], "holder <> ''")
    op.add_column("print_job", sa.Column("about", sa.Text(), nullable=False, server_default=""))
    _partial("ix_event_money", "event", ["id"], "kind = 'paid'")
    _visit()
    _bundle()


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_visit")),
    )
    op.create_index(op.f("ix_visit_at"), "visit", ["at"], unique=False)


def _bundle() -> None:
    op.create_table(
        "bundle",
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_bundle")),
    )
    op.create_index(op.f("ix_bundle_at"), "bundle", ["at"], unique=False)


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
