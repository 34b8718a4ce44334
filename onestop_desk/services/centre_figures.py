"""The reports of a province, from the centre's register: the very queries of a desk on another engine."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from onestop_desk.domain.figures import FigureTable
from onestop_desk.domain.ledger import Closing, MonthClosed, Writ, implied
from onestop_desk.domain.office import Entry, Office, described_office
from onestop_desk.models.base import to_microseconds
from onestop_desk.services.centre_register import feed_about
from onestop_desk.services.counting import By, Scope, Told, told_at
from onestop_desk.services.ledger import LateDossier, booked
from onestop_desk.services.months import closings_among
from onestop_desk.services.overdue_table import overdue_table
from onestop_desk.services.report_tables import ReportAsk, bieu06_table, yearly_table
from onestop_desk.services.router import FeedRow, entry_of_row
from onestop_desk.sync.line import Line, faults_named

REPORTS = {"bieu06": bieu06_table, "yearly": yearly_table, "overdue": overdue_table}
"""What can be counted without the desks' own log and catalogue."""

_NAMES = "SELECT procedure_code, max(procedure_name) FROM rg.dossier GROUP BY procedure_code"
_CLOSINGS = "SELECT DISTINCT agency FROM sy.event WHERE kind = %s AND (agency = %s OR %s = '')"
_LATE = """
    SELECT DISTINCT e.subject FROM sy.event e JOIN rg.dossier d ON 'dossier/' || d.uid = e.subject
    WHERE e.agency = %s AND d.agency = e.agency AND e.pos > %s AND d.received_at < %s
"""
_HOLDER = "SELECT holder FROM rg.dossier WHERE uid = %s"
_AGENCIES = "SELECT agency FROM sy.agency_head ORDER BY length(agency), agency"


def centre_report(line: Line, name: str, ask: ReportAsk, now: datetime, agency: str = "") -> FigureTable:
    """Count one report of an agency, or of the whole province, as of now; raises what sync/fault.py names."""
    with faults_named(line.info.host), _counting(line, agency, now) as scope:
        if name == "bieu06" and ask.by is By.AGENCY:  # no other table has rows of agencies
            scope.names.update(_office_names(line))
        return REPORTS[name](scope, ask)


def reporting_office(line: Line, agency: str = "") -> Office:
    """Return the office that heads a report: the agency's as its desks described it, or of the whole province that of
    the agency above all others; one without a name and a heading where the centre knows none."""
    with faults_named(line.info.host):
        of = agency or _above_all(_agencies(line))
        return _office(line, of) if of else Office(heading="")


def _agencies(line: Line) -> list[str]:
    return [row[0] for row in line.execute(_AGENCIES).fetchall()]


def _office(line: Line, agency: str) -> Office:
    found = [entry.event for _, entry in _history(line, agency, f"office/{agency}")]
    return described_office(found) if found else Office(heading="")


def _office_names(line: Line) -> dict[str, str]:
    """Return the agencies' names as their desks described them; one that nobody described is known by its code."""
    return {agency: _office(line, agency).name or agency for agency in _agencies(line)}


def _above_all(agencies: Sequence[str]) -> str:
    """Return the agency whose code all others carry (H31 of H31.20.11, H54 of 000.00.14.H54), nothing where none is."""
    if not agencies:
        return ""
    top, *others = agencies
    return top if all(top in (other.split(".")[0], other.split(".")[-1]) for other in others) else ""


@contextmanager
def _counting(line: Line, agency: str, now: datetime) -> Iterator[Scope]:
    closed = _closings(line, agency)
    late = tuple(one for of, ones in closed.items() for one in _late(line, of, ones))
    names = dict(line.execute(_NAMES).fetchall())
    engine = create_engine("postgresql+psycopg://", creator=lambda: line, poolclass=StaticPool)
    with engine.connect().execution_options(schema_translate_map={None: "rg"}) as connection:
        yield Scope(connection, agency, now, late, (), names, partial(_log, line, closed))


def _closings(line: Line, agency: str) -> dict[str, tuple[Closing, ...]]:
    agencies = [row[0] for row in line.execute(_CLOSINGS, (MonthClosed.kind, agency, agency)).fetchall()]
    return {of: closings_among(_history(line, of, f"months/{of}")) for of in agencies}


def _late(line: Line, agency: str, closed: Sequence[Closing]) -> Iterator[LateDossier]:
    """Yield the dossiers of an agency that are counted by their bookings."""
    subjects: dict[str, None] = {}
    for closing in closed:
        asked = (agency, min(closing.seen, closing.at.pos or 0), to_microseconds(closing.until))
        subjects |= dict.fromkeys(row[0] for row in line.execute(_LATE, asked).fetchall())
    histories: dict[str, list[tuple[Writ, Entry]]] = defaultdict(list)
    for row in feed_about(line, agency, list(subjects)):
        histories[row.subject].append((_writ(row), entry_of_row(row)))
    for subject, history in histories.items():
        bookings, uid = booked(history, closed), subject.removeprefix("dossier/")
        if bookings and bookings != implied(bookings[-1].facts):
            (holder,) = line.execute(_HOLDER, (uid,)).fetchone() or ("",)
            yield LateDossier(uid, agency, holder, bookings)


def _log(line: Line, closed: Mapping[str, Sequence[Closing]], uid: str) -> Iterator[Told]:
    (agency,) = line.execute("SELECT agency FROM rg.dossier WHERE uid = %s", (uid,)).fetchone() or ("",)
    return told_at(_history(line, agency, f"dossier/{uid}"), closed.get(agency, ()))


def _history(line: Line, agency: str, subject: str) -> Iterator[tuple[Writ, Entry]]:
    return ((_writ(row), entry_of_row(row)) for row in feed_about(line, agency, [subject]))


def _writ(row: FeedRow) -> Writ:
    return Writ(row.stream.hex(), row.seq, row.pos)
