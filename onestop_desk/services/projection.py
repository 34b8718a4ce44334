"""From a subject's folded events to its projected rows: one function for record, rebuild and check."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, select, text
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.bundle import HandOverListed, fold_bundle
from onestop_desk.domain.catalogue import fold_catalogue
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import DossierState, fold
from onestop_desk.domain.office import Entry, fold_clerk
from onestop_desk.domain.plain import canonical, to_plain
from onestop_desk.domain.portal import fold_request
from onestop_desk.domain.search import person_key, search_key
from onestop_desk.domain.text import fold as fold_text
from onestop_desk.domain.text import sort_key
from onestop_desk.domain.visit import fold_visit
from onestop_desk.models.catalogue import ProcedureRow
from onestop_desk.models.dossier import Dossier
from onestop_desk.models.people import Clerk
from onestop_desk.models.portal import RequestRow
from onestop_desk.models.visit import BundleRow, VisitRow
from onestop_desk.services.bulk import insert_rows, update_rows

Row = dict[str, Any]

DOSSIER: Table = Dossier.metadata.tables["dossier"]
PROCEDURE: Table = ProcedureRow.metadata.tables["procedure"]
CLERK: Table = Clerk.metadata.tables["clerk"]

VISIT: Table = VisitRow.metadata.tables["visit"]
BUNDLE: Table = BundleRow.metadata.tables["bundle"]

REQUEST: Table = RequestRow.metadata.tables["request"]

TABLES = {
    "dossier": DOSSIER,
    "procedure": PROCEDURE,
    "clerk": CLERK,
    "visit": VISIT,
    "bundle": BUNDLE,
    "request": REQUEST,
}
"""Subject prefix → the table its rows are projected into; other subjects are folded when they are needed."""

_MOST_NAMES = 500
_KNOWN = select(DOSSIER.c.id, DOSSIER.c.search_key).where(DOSSIER.c.id.in_(text("SELECT value FROM json_each(:ids)")))
# The view dossier_words adds the words of the code to those of the row.
_INDEX_ADD = "INSERT INTO dossier_search(rowid, search_key) SELECT id, search_key FROM dossier_words WHERE id = ?"
_INDEX_DROP = (
    "INSERT INTO dossier_search(dossier_search, rowid, search_key) "
    "SELECT 'delete', id, search_key FROM dossier_words WHERE id = ?"
)


def _replacing(table: Table) -> Insert:
    adding = upsert(table)
    new = {column.name: adding.excluded[column.name] for column in table.columns}
    return adding.on_conflict_do_update(index_elements=[column.name for column in table.primary_key], set_=new)


_REPLACE = {prefix: _replacing(table) for prefix, table in TABLES.items() if prefix != "dossier"}


def row_of(subject: str, entries: Sequence[Entry], first_id: int) -> Row | None:
    """Return the projected row of a subject, or None where it has none (yet)."""
    prefix, _, name = subject.partition("/")
    make = _ROWS.get(prefix)
    return None if make is None else make(name, entries, first_id)


def store_row(connection: Connection, subject: str, row: Row | None) -> None:
    """Write a subject's row in place of the one it had."""
    if row is None:
        return
    prefix = subject.partition("/")[0]
    if prefix != "dossier":
        connection.execute(_REPLACE[prefix], row)
        return
    is_known = connection.execute(_KNOWN, {"ids": str([row["id"]])}).first() is not None
    store_dossiers(connection, new=[] if is_known else [row], changed=[row] if is_known else [])


def store_dossiers(connection: Connection, *, new: list[Row], changed: list[Row]) -> None:
    """Write the rows of dossiers that have none yet, and of dossiers that have one the columns given, with their index
    entries."""
    if changed:
        _store_changed(connection, changed)
    if new:
        insert_rows(connection, DOSSIER, new)
        connection.exec_driver_sql(_INDEX_ADD, [(row["id"],) for row in new])


def drop_rows(connection: Connection, subjects: Iterable[str]) -> None:
    """Take the rows of subjects away, with their index entries: what is left of their events is folded after it."""
    uids = []
    for subject in subjects:
        prefix, _, name = subject.partition("/")
        if prefix == "dossier":
            uids.append(name)
        elif prefix in TABLES:
            (key,) = TABLES[prefix].primary_key
            connection.execute(delete(TABLES[prefix]).where(key == name))
    for start in range(0, len(uids), _MOST_NAMES):
        some = DOSSIER.c.uid.in_(uids[start : start + _MOST_NAMES])
        ids = [(row_id,) for row_id in connection.execute(select(DOSSIER.c.id).where(some)).scalars()]
        if ids:
            connection.exec_driver_sql(_INDEX_DROP, ids)
            connection.execute(delete(DOSSIER).where(some))


def clear(connection: Connection) -> None:
    """Empty every projection and the index."""
    for table in TABLES.values():
        connection.execute(delete(table))
    connection.exec_driver_sql("INSERT INTO dossier_search(dossier_search) VALUES ('rebuild')")


def _store_changed(connection: Connection, rows: list[Row]) -> None:
    keys = {row["id"]: row["search_key"] for row in rows if "search_key" in row}
    known = connection.execute(_KNOWN, {"ids": str(list(keys))}) if keys else ()
    found_otherwise = [(row.id,) for row in known if keys[row.id] != row.search_key]
    if found_otherwise:
        connection.exec_driver_sql(_INDEX_DROP, found_otherwise)
    update_rows(connection, DOSSIER, rows)
    if found_otherwise:
        connection.exec_driver_sql(_INDEX_ADD, found_otherwise)


def _dossier_row(uid: str, entries: Iterable[Entry], first_id: int) -> Row | None:
    return dossier_row(uid, fold(entries), first_id)


def dossier_row(uid: str, state: DossierState, first_id: int) -> Row | None:
    """Return the row of a folded dossier, None where nothing lawful has arrived."""
    if state.received is None:
        return None
    return {"id": first_id, "uid": uid, **_facts(state)}


def changed_row(before: DossierState, after: DossierState, first_id: int) -> Row:
    """Return what of a dossier's row its latest events have changed; `before` is what its row was made of."""
    if after.received is before.received and after.owner is before.owner and after.procedure is before.procedure:
        old, new = _progress(before), _progress(after)
    else:
        old, new = _facts(before), _facts(after)
    return {"id": first_id, **{name: value for name, value in new.items() if value != old[name]}}


def _facts(state: DossierState) -> Row:
    return {**_identity(state), **_people(state), **_progress(state)}


def _identity(state: DossierState) -> Row:
    received = state.received
    assert received is not None
    code = DossierCode.parse(received.code)
    return {
        "ref": received.ref,
        "code": received.code,
        "compact": code.compact,
        "agency": received.agency,
        "day": code.day,
        "serial": code.serial,
        "counter": received.counter,
        "procedure_code": state.procedure.code,
        "procedure_name": state.procedure.name,
        "field": state.procedure.field,
        "channel": received.channel.value,
        "on_site_five": state.procedure.on_site_five,
        "received_at": received.at,
    }


def _people(state: DossierState) -> Row:
    owner = state.owner
    birth = owner.birth.isoformat() if owner.birth else ""
    return {
        "owner_name": owner.name,
        "owner_sort": sort_key(owner.name),
        "owner_number": owner.id_number,
        "owner_birth": owner.birth,
        "owner_phone": owner.phone,
        "person_key": person_key(owner.name, owner.id_number, birth),
        "search_key": search_key(state),
    }


def _progress(state: DossierState) -> Row:
    return {
        "stage": int(state.stage or 0),
        "due_at": state.due_at,
        "measured_due_at": state.measured_due_at,
        "finished_at": state.finished_at,
        "returned_at": state.returned_at,
        "needs_person": bool(state.set_aside),
        "holder": state.holder,
        "is_on_the_way": state.is_on_the_way,
        "deadline": state.deadline,
    }


def _procedure_row(code: str, entries: Iterable[Entry], _first_id: int) -> Row | None:
    entry = fold_catalogue(each.event for each in entries)
    procedure = entry.procedure
    if procedure is None:
        return None
    return {
        "code": code,
        "name": procedure.name,
        "field": procedure.field,
        "search_key": f"{fold_text(procedure.name)} {code} {fold_text(procedure.field)}",
        "is_offered": entry.is_offered,
        "is_adapted": entry.adapted is not None,
        "entry": canonical(to_plain(entry)).decode(),
    }


def _clerk_row(login: str, entries: Iterable[Entry], _first_id: int) -> Row | None:
    clerk = fold_clerk(entry.event for entry in entries)
    if not clerk.login:
        return None
    roles = " ".join(role.value for role in clerk.roles)
    return {"login": login, "name": clerk.name, "roles": roles, "is_active": clerk.is_active}


def _visit_row(uid: str, entries: Iterable[Entry], _first_id: int) -> Row | None:
    visit = fold_visit(entry.event for entry in entries)
    if visit is None:
        return None
    where = {"uid": uid, "kind": visit.kind, "at": visit.at, "serial": visit.serial, "counter": visit.counter}
    return {**where, "person": visit.person.name, "request": visit.request}


def _bundle_row(uid: str, entries: Iterable[Entry], _first_id: int) -> Row | None:
    bundle = fold_bundle(entry.event for entry in entries)
    if bundle is None:
        return None
    where = {"uid": uid, "kind": bundle.kind, "at": bundle.at, "serial": bundle.serial, "counter": bundle.counter}
    collector = None if isinstance(bundle, HandOverListed) else bundle.collector
    to = bundle.to if isinstance(bundle, HandOverListed) else collector.name if collector else ""
    return {**where, "to": to, "size": len(bundle.dossiers)}


def _request_row(uid: str, entries: Iterable[Entry], _first_id: int) -> Row | None:
    request = fold_request(entry.event for entry in entries)
    if request is None:
        return None
    submitted = request.submitted
    return {
        "uid": uid,
        "agency": submitted.agency,
        "number": submitted.number,
        "stage": request.stage.value,
        "submitted_at": submitted.submitted_at,
        "decided_at": request.decided_at,
        "procedure": submitted.procedure,
        "person": (submitted.submitter or submitted.owner).name,
        "code": ", ".join(request.codes),
        "is_doubled": len(request.codes) > 1,
        "papers": len(submitted.papers),
    }


_ROWS: dict[str, Callable[[str, Sequence[Entry], int], Row | None]] = {
    "dossier": _dossier_row,
    "procedure": _procedure_row,
    "clerk": _clerk_row,
    "visit": _visit_row,
    "bundle": _bundle_row,
    "request": _request_row,
}
