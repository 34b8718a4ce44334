"""Finding: dossiers by anything a clerk remembers of them, people who were here before, and one dossier whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, literal_column, select, text

from onestop_desk.domain.application import Party
from onestop_desk.domain.codes import is_compact, read_dossier_code
from onestop_desk.domain.dossier import CLOSED, DossierState, fold
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import Entry, fold_desk
from onestop_desk.domain.question import (
    Part,
    Question,
    is_found,
    match_expression,
    read_question,
)
from onestop_desk.domain.search import CODE, person_key, search_key, squash
from onestop_desk.domain.text import clean
from onestop_desk.domain.text import fold as fold_text
from onestop_desk.services.board import LARGE, asked_views
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.matching import FOUND_ROWS, MATCH, NEWEST_FOUND, SEARCH, holds, match_of, through_index
from onestop_desk.services.printing import JobLine, JobState, jobs
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import entries_about

FEWEST_LETTERS = 2
_LOOKED_AT = 400
_MOST_OF_ONE_PERSON = 50

_FOUND_IDS = select(SEARCH.c.rowid).select_from(SEARCH).where(MATCH).order_by(NEWEST_FOUND).limit(bindparam("rows"))
_PROVEN_IDS = select(SEARCH.c.rowid).order_by(NEWEST_FOUND).limit(bindparam("rows"))
_ASKED_IDS = text("SELECT value FROM json_each(:ids)")
_BY_ID = select(DOSSIER.c.id, *COLUMNS).where(DOSSIER.c.id.in_(_ASKED_IDS))
_BY_WORDS = select(*COLUMNS).select_from(FOUND_ROWS).where(MATCH).order_by(NEWEST_FOUND).limit(_MOST_OF_ONE_PERSON)
_BY_CODE = select(*COLUMNS).where(DOSSIER.c.code == bindparam("code")).order_by(DOSSIER.c.id.desc())
_BY_COMPACT = select(*COLUMNS).select_from(FOUND_ROWS).where(MATCH).order_by(NEWEST_FOUND)
_OF_PERSON = select(*COLUMNS).where(DOSSIER.c.person_key == bindparam("person")).order_by(DOSSIER.c.id.desc())
_BORN_ON = (
    select(*COLUMNS, DOSSIER.c.person_key)
    .select_from(FOUND_ROWS)
    .where(MATCH, DOSSIER.c.owner_birth == bindparam("birth"))
)
_APPLICANTS = (
    select(*COLUMNS, DOSSIER.c.person_key).select_from(FOUND_ROWS).where(MATCH).order_by(NEWEST_FOUND).limit(_LOOKED_AT)
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first; `total` is None where there are more than asked for."""

    rows: tuple[DossierLine, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class PersonHint:
    """An earlier applicant; `party` is the owner as the latest dossier has them."""

    person_key: str
    name: str
    birth_year: int | None
    last_digits: str
    latest: DossierLine
    party: Party


@dataclass(frozen=True, slots=True)
class Twins:
    """What to warn about before a dossier is opened: the person's own open dossiers of the same procedure, and people
    of the same folded name and birth date with another number."""

    still_open: tuple[DossierLine, ...]
    namesakes: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a dossier: what, by whom, at which counter of which agency; `is_set_aside` waits for a person."""

    entry: Entry
    agency: str
    counter: int
    is_set_aside: bool


@dataclass(frozen=True, slots=True)
class DossierCard:
    """A dossier whole: its state, its line, everything that happened, oldest first, and this desk's papers of it,
    newest first."""

    uid: str
    line: DossierLine
    state: DossierState
    timeline: tuple[Happening, ...]
    papers: tuple[JobLine, ...] = ()


def find(desk: Desk, query: str, limit: int = 20) -> Found:
    """Search by words, numbers, codes and views: an exact code first, then whole words with the accents typed, then
    the rest, newest first; nothing typed is ever syntax."""
    question = read_question(query)
    if question.is_empty:
        return Found((), 0)
    exact = () if question.views else by_code(desk, query)
    if exact and len(question.parts) == 1:  # a whole code: nothing else can hold it
        return Found(exact[:limit], len(exact))
    with desk.reading() as connection:
        if question.views:
            return _in_views(connection, desk, question, limit)
        return _ranked(connection, question, limit)


def count(desk: Desk, query: str) -> int:
    """Return exactly how many dossiers a search without views finds, however many there are."""
    question = read_question(query)
    if not question.parts:
        return 0
    with desk.reading() as connection:
        return int(connection.execute(_counting(question), match_of(question)).scalar_one())


def by_code(desk: Desk, typed: str) -> tuple[DossierLine, ...]:
    """Return the dossiers of a code, official, compact or typed by hand; more than one only where desks clashed."""
    asked = _asked_code(typed)
    if asked is None:
        return ()
    query, parameters = asked
    with desk.reading() as connection:
        return tuple(map(line_of, connection.execute(query, parameters)))


def by_number(desk: Desk, number: str) -> tuple[DossierLine, ...]:
    """Return the latest dossiers of which the holder of this identity number is owner or submitter."""
    wanted = squash(number)
    if not wanted:
        return ()
    with desk.reading() as connection:
        lines = map(line_of, connection.execute(_BY_WORDS, {"match": f'"{wanted}"'}).all())
        return tuple(line for line in lines if _is_about(connection, line, wanted))


def suggest_people(desk: Desk, typed: str, limit: int = 8) -> tuple[PersonHint, ...]:
    """Return earlier applicants whose name, phone or number begins or ends so, most recent first, each once."""
    question = read_question(typed)
    if len(question.typed) < FEWEST_LETTERS or not question.parts:
        return ()
    with desk.reading() as connection:
        return tuple(_hint(connection, line, key) for line, key in _applicants(connection, question, limit))


def open_of_person(desk: Desk, key: str) -> tuple[DossierLine, ...]:
    """Return what a person has at the office now: at work, or finished and not yet returned."""
    with desk.reading() as connection:
        lines = map(line_of, connection.execute(_OF_PERSON, {"person": key}))
        return tuple(line for line in lines if line.stage not in CLOSED)


def twins(desk: Desk, owner: Party, procedure_code: str) -> Twins:
    """Return what looks like this request or this person already."""
    birth = owner.birth.isoformat() if owner.birth else ""
    key = person_key(owner.name, owner.id_number, birth)
    mine = open_of_person(desk, key)
    still_open = tuple(line for line in mine if line.procedure_code == procedure_code and line.finished_at is None)
    return Twins(still_open, _namesakes(desk, owner, key) if owner.birth else ())


def dossier_card(desk: Desk, uid: str) -> DossierCard:
    """Return a dossier whole; raises DossierUnknown."""
    with desk.reading() as connection:
        entries = entries_about(connection, f"dossier/{uid}")
        row = connection.execute(select(*COLUMNS).where(DOSSIER.c.uid == uid)).first()
    if row is None:
        raise DossierUnknown(uid)
    state = fold(entries)
    aside = {doubt.uid for doubt in state.set_aside}
    timeline = tuple(_happening(desk, entry, entry.uid in aside) for entry in entries)
    return DossierCard(uid, line_of(row), state, timeline, jobs(desk, tuple(JobState), uid))


def _in_views(connection: Connection, desk: Desk, question: Question, limit: int) -> Found:
    clauses = asked_views(desk, question.views)
    if question.parts and set(question.views) <= LARGE:
        query = through_index(select(*COLUMNS), question).where(*clauses).order_by(NEWEST_FOUND).limit(limit)
        rows = tuple(map(line_of, connection.execute(query, match_of(question))))
        return Found(rows, len(rows) if len(rows) < limit else None)
    clauses += holds(question.parts)
    newest = literal_column("+dossier.id") if set(question.views) - LARGE else DOSSIER.c.id
    query = select(*COLUMNS).where(*clauses).order_by(newest.desc()).limit(limit)
    rows = tuple(map(line_of, connection.execute(query)))
    counted = select(func.count()).select_from(DOSSIER).where(*clauses)
    return Found(rows, len(rows) if len(rows) < limit else int(connection.execute(counted).scalar_one()))


def _ranked(connection: Connection, question: Question, limit: int) -> Found:
    ids = _ids(connection, question, question.spoken, limit + 1) if question.spoken else []
    if len(ids) <= limit:
        ids = list(dict.fromkeys([*ids, *_ids(connection, question, question.parts, limit + 1)]))
    total = len(ids) if len(ids) <= limit else None
    return Found(_lines(connection, ids[:limit]), total)


def _ids(connection: Connection, question: Question, parts: tuple[Part, ...], limit: int) -> list[int]:
    query = through_index(_PROVEN_IDS, question) if question.needs_proof else _FOUND_IDS
    return list(connection.execute(query, {"match": match_expression(parts), "rows": limit}).scalars())


def _lines(connection: Connection, ids: list[int]) -> tuple[DossierLine, ...]:
    rows = connection.execute(_BY_ID, {"ids": str(ids)})
    found = {row_id: line_of(row) for row_id, *row in rows}
    return tuple(found[row_id] for row_id in ids)


def _counting(question: Question) -> "Select[Any]":
    if question.needs_proof:
        return through_index(select(func.count()), question)
    return select(func.count()).select_from(FOUND_ROWS.left).where(MATCH)


def _asked_code(code: str) -> "tuple[Select[Any], dict[str, str]] | None":
    typed = clean(code)
    try:
        return _BY_CODE, {"code": read_dossier_code(typed).official}
    except BadValue:
        compact = typed.upper()
    return (_BY_COMPACT, {"match": f'"{CODE}{compact.lower()}"'}) if is_compact(compact) else None


def _is_about(connection: Connection, line: DossierLine, number: str) -> bool:
    if squash(line.owner_number) == number:
        return True
    received = fold(entries_about(connection, f"dossier/{line.uid}")).received
    submitter = received.submitter if received else None
    return submitter is not None and squash(submitter.id_number) == number


def _applicants(connection: Connection, question: Question, limit: int) -> Iterator[tuple[DossierLine, str]]:
    match = match_expression(question.parts, people_only=True)
    seen: set[str] = set()
    for row in connection.execute(_APPLICANTS, {"match": match}):
        *values, key = row
        if key in seen:
            continue
        line = line_of(values)
        if _names_owner(line, question.parts):
            seen.add(key)
            yield line, key
        if len(seen) == limit:
            return


def _names_owner(line: DossierLine, parts: Iterable[Part]) -> bool:
    owner = Party(line.owner_name, id_number=line.owner_number, phone=line.owner_phone)
    key = search_key(DossierState(owner=owner))
    return all(is_found(part, key, "") for part in parts)


def _hint(connection: Connection, line: DossierLine, key: str) -> PersonHint:
    party = fold(entries_about(connection, f"dossier/{line.uid}")).owner
    born = party.birth.year if party.birth else None
    return PersonHint(key, party.name, born, party.id_number[-4:], line, party)


def _namesakes(desk: Desk, owner: Party, key: str) -> tuple[DossierLine, ...]:
    name = fold_text(owner.name)
    if not name:
        return ()
    match = " AND ".join(f'"{word}"' for word in dict.fromkeys(name.split()))
    found: dict[str, DossierLine] = {}
    with desk.reading() as connection:
        for row in connection.execute(_BORN_ON, {"match": match, "birth": owner.birth}):
            *values, other = row
            line = line_of(values)
            if other != key and fold_text(line.owner_name) == name:
                found[other] = line
    return tuple(found.values())


def _happening(desk: Desk, entry: Entry, is_set_aside: bool) -> Happening:
    station = desk.kept(f"desk/{entry.stream}", fold_desk)
    return Happening(entry, station.agency, station.counter, is_set_aside)
