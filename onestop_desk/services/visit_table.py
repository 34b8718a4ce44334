"""Visits that ended without a dossier: refused at the counter or sent home with guidance. They open into none."""

from collections import Counter

from sqlalchemy import select

from onestop_desk.domain.figures import Cell, FigureColumn, FigureTable, Sort
from onestop_desk.domain.measures import Period
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter
from onestop_desk.services.counting import Scope, closed_as_written
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
    found = _visits(scope, ask.period)
    counters = sorted({counter for counter, _ in found})
    counts = {counter: tuple(found[counter, kind] for kind in _KINDS) for counter in counters}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"Quầy {counter}", *ones, sum(ones)) for counter, ones in counts.items()
    )
    sums = tuple(sum(ones[place] for ones in counts.values()) for place in range(len(_KINDS)))
    title = "TỪ CHỐI TIẾP NHẬN VÀ HƯỚNG DẪN TẠI QUẦY"
    return FigureTable("visits", title, days_words(ask.period), _COLUMNS, rows, (TOTAL, *sums, sum(sums)), unit="lượt")


def _visits(scope: Scope, period: Period) -> Counter[tuple[int, str]]:
    """Count visits by counter and kind, each in the first month that was open when it was written down."""
    query = select(VISIT.c.uid, VISIT.c.counter, VISIT.c.kind, VISIT.c.at).where(VISIT.c.at < period.end)
    if not scope.closings:
        query = query.where(VISIT.c.at >= period.begin)
    until = closed_as_written(scope, "visit/", _KINDS)
    at = {row: max(row.at, until.get((row.uid, row.kind), row.at)) for row in scope.connection.execute(query)}
    return Counter((row.counter, row.kind) for row, one in at.items() if period.begin <= one < period.end)
