"""Visits that ended without a dossier: refused at the counter or sent home with guidance. They open into none."""

from sqlalchemy import func, select

from onestop_desk.domain.figures import FigureColumn, FigureTable, Sort
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter
from onestop_desk.services.counting import Scope
from onestop_desk.services.projection import VISIT
from onestop_desk.services.report_tables import TOTAL, ReportAsk, days_words

_COLUMNS = (
    FigureColumn("Quầy", Sort.WORDS, 30),
    FigureColumn("Từ chối tiếp nhận (mẫu 03)"),
    FigureColumn("Hướng dẫn bổ sung (mẫu 02)"),
    FigureColumn("Tổng số"),
)
_KINDS = (RefusedAtCounter.kind, GuidanceGiven.kind)


def visits_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return how many people were refused or guided in the period, by counter."""
    counts = (func.count().filter(VISIT.c.kind == kind) for kind in _KINDS)
    within = (VISIT.c.at >= ask.period.begin, VISIT.c.at < ask.period.end)
    query = select(VISIT.c.counter, *counts).where(*within).group_by(VISIT.c.counter).order_by(VISIT.c.counter)
    found = [tuple(row) for row in scope.connection.execute(query)]
    rows = tuple((f"Quầy {counter}", refused, guided, refused + guided) for counter, refused, guided in found)
    sums = [sum(row[place] for row in found) for place in (1, 2)]
    title = "TỪ CHỐI TIẾP NHẬN VÀ HƯỚNG DẪN TẠI QUẦY"
    return FigureTable("visits", title, days_words(ask.period), _COLUMNS, rows, (TOTAL, *sums, sum(sums)), unit="lượt")
