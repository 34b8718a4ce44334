"""Keeping the register honest: check the file, the chains and the projections; make the projections anew."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert, select

from onestop_desk.domain.chain import GENESIS
from onestop_desk.domain.errors import DeskError
from onestop_desk.models.fault import DatabaseDamaged
from onestop_desk.models.schema import check_file
from onestop_desk.services import ledger, projection
from onestop_desk.services.desk import Desk
from onestop_desk.services.record import EVENT, is_intact, subjects

_CHUNK = 1000
_FOREIGN_VALUE = (ValueError, TypeError, AttributeError, OverflowError)
"""What reading a column raises when a foreign hand left another type of value in it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: `kind` is file, gap, altered, projection or index; `where` names the place, never a person."""

    kind: str
    where: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How much was looked at, and what was found wrong; nothing found means the register is sound."""

    events: int
    dossiers: int
    findings: tuple[Finding, ...]


def check(desk: Desk) -> CheckResult:
    """Check the file, every stream's numbers and hashes, every projected row and the index against the log."""
    try:
        check_file(desk.database)
        with desk.reading() as connection:
            events, chain = _check_chains(connection)
            if chain:  # an altered log has nothing to say about its projections
                return CheckResult(events, 0, tuple(chain))
            dossiers, rows = _check_rows(connection)
        return CheckResult(events, dossiers, (*rows, *_check_index(desk)))
    except DatabaseDamaged:
        return CheckResult(0, 0, (Finding("file", str(desk.database.path)),))


def rebuild(desk: Desk) -> int:
    """Make every projection anew from the log, in one transaction; returns the number of dossiers."""
    with desk.writing() as writing:
        connection = writing.connection
        projection.clear(connection)
        ledger.forget(connection)
        made = (
            (subject, projection.row_of(subject, entries, first)) for subject, first, entries in subjects(connection)
        )
        total = 0
        while chunk := list(islice(made, _CHUNK)):
            total += _store_chunk(connection, chunk)
        return total


def _store_chunk(connection: Connection, chunk: list[tuple[str, dict[str, Any] | None]]) -> int:
    dossiers = [row for subject, row in chunk if row is not None and subject.startswith("dossier/")]
    if dossiers:
        projection.store_dossiers(connection, new=dossiers, changed=[])
    for subject, row in chunk:
        if row is not None and not subject.startswith("dossier/"):
            connection.execute(insert(projection.TABLES[subject.partition("/")[0]]), row)
    return len(dossiers)


def _check_chains(connection: Connection) -> tuple[int, list[Finding]]:
    findings: list[Finding] = []
    stream, seq, previous, count = "", 0, GENESIS, 0
    query = select(EVENT).order_by(EVENT.c.stream, EVENT.c.seq).execution_options(yield_per=_CHUNK)
    try:
        for row in connection.execute(query):
            count += 1
            if row.stream != stream:
                stream, seq, previous = row.stream, 0, GENESIS
            if row.seq != seq + 1:
                findings.append(Finding("gap", f"{stream[:8]}/{seq + 1}"))
            elif not is_intact(row, previous):
                findings.append(Finding("altered", f"{stream[:8]}/{row.seq}"))
            seq, previous = row.seq, row.hash
    except _FOREIGN_VALUE:
        findings.append(Finding("altered", f"{stream[:8]}/{seq + 1}"))
    return count, findings


def _check_rows(connection: Connection) -> tuple[int, list[Finding]]:
    findings: list[Finding] = []
    expected = dict.fromkeys(projection.TABLES, 0)
    for subject, first, entries in subjects(connection):
        row = projection.row_of(subject, entries, first)
        if row is None:
            continue
        prefix = subject.partition("/")[0]
        expected[prefix] += 1
        if row != _stored(connection, prefix, row):
            findings.append(Finding("projection", subject))
    for prefix, table in projection.TABLES.items():
        if connection.exec_driver_sql(f"SELECT count(*) FROM {table.name}").scalar() != expected[prefix]:
            findings.append(Finding("projection", f"{prefix}/*"))
    return expected["dossier"], findings


def _stored(connection: Connection, prefix: str, row: dict[str, Any]) -> dict[str, Any] | None:
    table = projection.TABLES[prefix]
    (key,) = table.primary_key
    try:
        found = connection.execute(select(table).where(key == row[key.name])).mappings().first()
    except _FOREIGN_VALUE:
        return None
    return None if found is None else dict(found)


def _check_index(desk: Desk) -> list[Finding]:
    try:
        with desk.database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO dossier_search(dossier_search, rank) VALUES ('integrity-check', 1)")
    except DeskError:
        return [Finding("index", "dossier_search")]
    return []
