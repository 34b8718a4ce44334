"""The catalogue: taking in what is published, the office's own changes on top, and what the counter offers."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, bindparam, select

from onestop_desk import paths
from onestop_desk.domain.catalogue import (
    AdaptationDropped,
    CatalogueEntry,
    Procedure,
    ProcedureAdapted,
    ProcedurePublished,
    ProcedureRetired,
)
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.plain import from_plain
from onestop_desk.domain.procedure_rules import sound_procedure
from onestop_desk.domain.text import clean
from onestop_desk.services.catalogue_file import CatalogueFile, FileRow, read_json_catalogue
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ImportFileRefused, ProcedureKnown, ProcedureNotOffered, ReasonMissing
from onestop_desk.services.import_file import RefusedRow
from onestop_desk.services.projection import PROCEDURE
from onestop_desk.services.record import Writing, record

STARTER = "catalogue/starter.json"

_ENTRY = select(PROCEDURE.c.entry).where(PROCEDURE.c.code == bindparam("code"))
_ENTRIES = select(PROCEDURE.c.code, PROCEDURE.c.entry)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, in procedures; `refused` names the rows that stayed out and why."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: tuple[RefusedRow, ...] = ()


def import_catalogue(desk: Desk, path: Path) -> ImportReport:
    """Take in a .json or .xlsx catalogue in one transaction; the office's own changes stay on top, the same file again
    changes nothing. Raises ImportFileRefused when nothing of the file can be read."""
    return _take_in(desk, _READERS.get(path.suffix.lower(), _unknown)(path))


def import_starter(desk: Desk) -> ImportReport:
    """Take in the procedures that the program ships with, the commonest of a commune."""
    return import_catalogue(desk, paths.resource(STARTER))


def entry(desk: Desk, code: str) -> CatalogueEntry:
    """Return a procedure as published and as adapted, retired or not; raises ProcedureNotOffered if never heard of."""
    with desk.reading() as connection:
        return _known(connection, code)


def procedure(desk: Desk, code: str) -> Procedure:
    """Return a procedure as the counter offers it now; raises ProcedureNotOffered."""
    found = entry(desk, code)
    if found.procedure is None or not found.is_offered:
        raise ProcedureNotOffered(code)
    return found.procedure


def adapt(desk: Desk, wanted: Procedure) -> Procedure:
    """Make this the office's own entry: limits, fees, papers, steps; an unknown code begins one. Returns it cleaned.

    Dossiers keep the procedure of their day. Raises BadValue.
    """
    sound = sound_procedure(wanted)
    with desk.writing() as writing:
        row = writing.connection.execute(_ENTRY, {"code": sound.code}).scalar()
        if row is None or _entry_of(row).procedure != sound:
            record(writing, desk, _subject(sound.code), ProcedureAdapted(sound))
    return sound


def begin(desk: Desk, wanted: Procedure) -> Procedure:
    """Begin a procedure that no list has published; returns it cleaned. Raises ProcedureKnown for a code that is here,
    retired or not, BadValue, also where nobody said how long it may take: without it no due moment is promised."""
    sound = sound_procedure(wanted)
    if not sound.limits:
        raise BadValue("limits", "empty")
    with desk.writing() as writing:
        row = writing.connection.execute(_ENTRY, {"code": sound.code}).scalar()
        known = _entry_of(row).procedure if row is not None else None
        if known is not None:
            raise ProcedureKnown(known.code, known.name)
        record(writing, desk, _subject(sound.code), ProcedureAdapted(sound))
    return sound


def drop_adaptation(desk: Desk, code: str) -> None:
    """Follow the published entry again; nothing happens where the office changed nothing or it was never published."""
    with desk.writing() as writing:
        found = _known(writing.connection, code)
        if found.adapted is not None and found.published is not None:
            record(writing, desk, _subject(code), AdaptationDropped())


def retire(desk: Desk, code: str, reason: str) -> None:
    """Offer the procedure no longer; raises ReasonMissing."""
    why = clean(reason)
    if not why:
        raise ReasonMissing("retire")
    with desk.writing() as writing:
        if _known(writing.connection, code).is_offered:
            record(writing, desk, _subject(code), ProcedureRetired(why))


def restore(desk: Desk, code: str) -> None:
    """Offer a retired procedure again, as it was."""
    with desk.writing() as writing:
        found = _known(writing.connection, code)
        if found.is_offered:
            return
        if found.adapted is not None:
            record(writing, desk, _subject(code), ProcedureAdapted(found.adapted))
        elif found.published is not None:
            record(writing, desk, _subject(code), ProcedurePublished(found.published, "restore"))


def _read_workbook(path: Path) -> CatalogueFile:
    from onestop_desk.services.catalogue_sheet import read_workbook

    return read_workbook(path)


def _unknown(path: Path) -> CatalogueFile:
    raise ImportFileRefused(str(path), "suffix")


_READERS: dict[str, Callable[[Path], CatalogueFile]] = {".json": read_json_catalogue, ".xlsx": _read_workbook}


def _take_in(desk: Desk, file: CatalogueFile) -> ImportReport:
    rows, repeated = _distinct(file.rows)
    counts = dict.fromkeys(("new", "changed", "unchanged"), 0)
    with desk.writing() as writing:
        known = {row.code: row.entry for row in writing.connection.execute(_ENTRIES)}
        for row in rows:
            counts[_publish(writing, desk, row.procedure, known.get(row.procedure.code), file.source)] += 1
    refused = sorted((*file.refused, *repeated), key=lambda one: (one.sheet, one.row))
    return ImportReport(**counts, refused=tuple(refused))


def _publish(writing: Writing, desk: Desk, published: Procedure, known: str | None, source: str) -> str:
    before = _entry_of(known).published if known else None
    if before == published:
        return "unchanged"
    record(writing, desk, _subject(published.code), ProcedurePublished(published, source))
    return "changed" if known else "new"


def _distinct(rows: Iterable[FileRow]) -> tuple[list[FileRow], list[RefusedRow]]:
    first: dict[str, FileRow] = {}
    repeated: list[RefusedRow] = []
    for row in rows:
        earlier = first.setdefault(row.procedure.code, row)
        if earlier is not row:
            place = (row.row, row.procedure.code, "procedure_code", "duplicate", str(earlier.row))
            repeated.append(RefusedRow(*place, row.sheet))
    return list(first.values()), repeated


def _known(connection: Connection, code: str) -> CatalogueEntry:
    row = connection.execute(_ENTRY, {"code": code}).scalar()
    if row is None:
        raise ProcedureNotOffered(code)
    return _entry_of(row)


def _entry_of(text: str) -> CatalogueEntry:
    return from_plain(CatalogueEntry, json.loads(text))


def _subject(code: str) -> str:
    return f"procedure/{code}"
