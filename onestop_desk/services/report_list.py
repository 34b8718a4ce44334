"""All reports by the word that the command line calls them with, and how fresh their figures are."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.events import DOSSIER_EVENTS
from onestop_desk.domain.figures import FigureTable
from onestop_desk.domain.measures import Period
from onestop_desk.domain.office import Office
from onestop_desk.domain.quality import read_points, read_weights
from onestop_desk.services import portal
from onestop_desk.services.book import register_book
from onestop_desk.services.catalogue_list import procedures
from onestop_desk.services.counting import Scope, counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.overdue_table import overdue_table
from onestop_desk.services.portal_table import requests_table
from onestop_desk.services.quality_tables import (
    cuts_table,
    delays_table,
    evaluation_table,
    fees_table,
    index_table,
    satisfaction_table,
)
from onestop_desk.services.record import EVENT
from onestop_desk.services.register_table import register_table
from onestop_desk.services.report_tables import MakeTable, ReportAsk, bieu06_table, yearly_table
from onestop_desk.services.standing import standing_of
from onestop_desk.services.visit_table import visits_table

REPORTS: dict[str, MakeTable] = {
    "bieu06": bieu06_table,
    "yearly": yearly_table,
    "overdue": overdue_table,
    "delays": delays_table,
    "satisfaction": satisfaction_table,
    "fees": fees_table,
    "requests": requests_table,
    "visits": visits_table,
    "register": register_table,
    "cuts": cuts_table,
    "index": index_table,
    "evaluation": evaluation_table,
}
_OF_DOSSIERS = [kind.kind for kind in DOSSIER_EVENTS]
_ABOUT_PROCEDURES = frozenset({"cuts", "index", "evaluation"})


@dataclass(frozen=True, slots=True)
class Freshness:
    """As of when figures are, and how many dossiers of this desk the centre does not know yet; None without a
    centre."""

    at: datetime
    unsent: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """A table and how fresh it is."""

    table: FigureTable
    period: Period
    freshness: Freshness


def report(desk: Desk, name: str, ask: ReportAsk) -> Report:
    """Make one report of one moment; raises BadValue for what it cannot be asked."""
    with counting(desk) as scope:
        return report_in(desk, scope, name, ask)


def report_in(desk: Desk, scope: Scope, name: str, ask: ReportAsk) -> Report:
    """Make one report in a reading that is open already."""
    full = replace(
        ask,
        offered=procedures(desk) if name in _ABOUT_PROCEDURES else (),
        requests=portal.lines(desk) if name == "requests" else (),
        weights=read_weights(desk.settings.index_weights),
        points={**read_points(desk.settings.evaluation_points), **ask.points},
        office=desk.office,
    )
    return Report(REPORTS[name](scope, full), ask.period, freshness(desk, scope))


def draw_report(desk: Desk, made: Report) -> bytes:
    """Draw a report in official layout, as PDF; raises BadValue for a register of too many days."""
    if made.table.name == "register":
        return register_book(desk, made.period.first, made.period.last)
    return draw_table(desk.office, made.table, made.freshness, desk.signature)


def draw_table(office: Office, table: FigureTable, fresh: Freshness, keeper: str = "") -> bytes:
    """Draw a table under an office's head, to be signed by its keeper, as PDF."""
    from onestop_desk.documents.book_filling import figures_of
    from onestop_desk.documents.figure_sheet import draw_figures

    day = fresh.at.astimezone(VIETNAM).date()
    return draw_figures(figures_of(office, table, day, keeper, freshness_words(fresh)))


def freshness_words(fresh: Freshness) -> str:
    """Say as of when figures are, as papers and screens do."""
    at = fresh.at.astimezone(VIETNAM)
    words = f"Số liệu tính đến {at.hour} giờ {at:%M} phút ngày {at:%d/%m/%Y}"
    return f"{words}, gồm {fresh.unsent} hồ sơ chưa gửi về trung tâm." if fresh.unsent else f"{words}."


def freshness(desk: Desk, scope: Scope) -> Freshness:
    """Return how fresh a reading is."""
    if not desk.settings.centre_url:
        return Freshness(desk.clock(), None)
    acked = standing_of(scope.connection, scope.agency).acked_seq
    unsent = (EVENT.c.stream == desk.stream, EVENT.c.seq > acked, EVENT.c.kind.in_(_OF_DOSSIERS))
    query = select(func.count(EVENT.c.subject.distinct())).where(*unsent)
    return Freshness(desk.clock(), int(scope.connection.execute(query).scalar_one()))
