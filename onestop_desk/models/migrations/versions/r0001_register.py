"""The register as issue 2 built it: log, projections, desk-local tables, full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table and the folded index over dossiers."""
    _clerk()
    _credential()
    _dossier()
    _draft()
    _event()
    _local_fact()
    _print_job()
    _procedure()
    _serial_counter()
    _dossier_search()


def _clerk() -> None:
    op.create_table(
        "clerk",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_clerk")),
    )


def _credential() -> None:
    op.create_table(
        "credential",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_credential")),
    )


def _dossier() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("compact", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("procedure_code", sa.Text(), nullable=False),
        sa.Column("procedure_name", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("on_site_five", sa.Boolean(), nullable=False),
        sa.Column("owner_name", sa.Text(), nullable=False),
        sa.Column("owner_sort", sa.Text(), nullable=False),
        sa.Column("owner_number", sa.Text(), nullable=False),
        sa.Column("owner_birth", sa.Date(), nullable=True),
        sa.Column("owner_phone", sa.Text(), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("original_due_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("returned_at", sa.BigInteger(), nullable=True),
        sa.Column("needs_person", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("uid", name=op.f("uq_dossier_uid")),
    )
    op.create_index("ix_dossier_agency_day_serial", "dossier", ["agency", "day", "serial"], unique=False)
    op.create_index(op.f("ix_dossier_code"), "dossier", ["code"], unique=False)
    _dossier_partial("ix_dossier_doubtful", ["id"], "needs_person")
    _dossier_partial("ix_dossier_not_returned_stage", ["stage"], "stage <> 10")
    _dossier_partial("ix_dossier_open_due_at_stage", ["due_at", "stage"], "finished_at IS NULL")
    op.create_index(op.f("ix_dossier_person_key"), "dossier", ["person_key"], unique=False)
    op.create_index("ix_dossier_received_at", "dossier", ["received_at"], unique=False)
    op.create_index(op.f("ix_dossier_ref"), "dossier", ["ref"], unique=False)
    op.create_index("ix_dossier_returned_at", "dossier", ["returned_at"], unique=False)


def _dossier_partial(name: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, "dossier", columns, unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("login", "page", name=op.f("pk_draft")),
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stream", sa.LargeBinary(length=16), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("stream", "seq", name=op.f("uq_event_stream_seq")),
    )
    op.create_index("ix_event_subject_id", "event", ["subject", "id"], unique=False)


def _local_fact() -> None:
    op.create_table(
        "local_fact",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_local_fact")),
    )


def _print_job() -> None:
    op.create_table(
        "print_job",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("dossier", sa.String(length=32), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index(op.f("ix_print_job_dossier"), "print_job", ["dossier"], unique=False)
    op.create_index(op.f("ix_print_job_state"), "print_job", ["state"], unique=False)


def _procedure() -> None:
    op.create_table(
        "procedure",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("is_adapted", sa.Boolean(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_procedure")),
    )


def _serial_counter() -> None:
    op.create_table(
        "serial_counter",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("series", "agency", "day", "first", name=op.f("pk_serial_counter")),
    )


def _dossier_search() -> None:
    # FTS5 is SQLite's own; the centre on PostgreSQL gets its own index with sync. The ascii tokenizer splits at spaces
    # only here: keys are folded before, and every letter beyond ASCII is a letter to it.
    if op.get_bind().dialect.name == "sqlite":
        op.execute(_words_view())
        op.execute(
            "CREATE VIRTUAL TABLE dossier_search USING fts5("
            "search_key, content='dossier_words', content_rowid='id', prefix='1 2 3 4 5 6', detail='none', "
            "columnsize=0, tokenize=\"ascii tokenchars '#~^'\")"
        )


def _words_view() -> str:
    # The words of a code follow from the code: the index has them, the table does not store them.
    grams = " || ".join(
        f"CASE WHEN length(digits) >= {at + 3} THEN ' #' || substr(digits, {at}, 4) ELSE '' END" for at in range(1, 37)
    )
    root = "substr(whole, CASE WHEN substr(whole, 1, 1) BETWEEN '0' AND '9' THEN 8 ELSE 1 END, 3)"
    return (
        f"CREATE VIEW dossier_words AS SELECT id, search_key || ' #' || whole || ' #' || {root} || {grams} "
        "AS search_key FROM (SELECT id, search_key, lower(compact) AS whole, "
        "replace(replace(compact, 'H', ''), 'G', '') AS digits FROM dossier)"
    )
