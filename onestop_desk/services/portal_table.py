"""Online requests as a report: taken in, decided in time or late, still waiting; by procedure."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from onestop_desk.domain.figures import Cell, Figure, FigureColumn, FigureTable, Sort
from onestop_desk.domain.measures import Period
from onestop_desk.domain.portal import RequestStage
from onestop_desk.services.counting import Scope
from onestop_desk.services.portal import RequestLine
from onestop_desk.services.portal_request import state_of
from onestop_desk.services.projection import REQUEST
from onestop_desk.services.report_tables import TOTAL, ReportAsk, days_words

_COLUMNS = (
    FigureColumn("Mã TTHC", Sort.WORDS, 26),
    FigureColumn("Yêu cầu đến trong kỳ"),
    FigureColumn("Đã tiếp nhận", group="Đã xem xét"),
    FigureColumn("Đã từ chối", group="Đã xem xét"),
    FigureColumn("Đúng giờ", group="Đã xem xét"),
    FigureColumn("Quá giờ", group="Đã xem xét"),
    FigureColumn("Tổng số", group="Đang chờ cuối kỳ"),
    FigureColumn("Quá giờ", group="Đang chờ cuối kỳ"),
)


def requests_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return how online requests were taken; a request is late by its own working hours."""
    period = ask.period.seen_at(scope.now)
    by_procedure: dict[str, list[RequestLine]] = defaultdict(list)
    for line in ask.requests:
        by_procedure[line.procedure].append(line)
    rows = tuple((code, *_counts(ones, period, code)) for code, ones in sorted(by_procedure.items()))
    total = (TOTAL, *_counts(ask.requests, period, ""))
    title = "TIẾP NHẬN HỒ SƠ TRỰC TUYẾN"
    return FigureTable("requests", title, days_words(ask.period), _COLUMNS, rows, total, unit="yêu cầu")


def accepted_dossiers(scope: Scope, period: Period, procedure: str) -> tuple[str, ...]:
    """Return the dossiers that requests became in a period, of one procedure or of all."""
    query = select(REQUEST.c.uid).where(
        REQUEST.c.stage == RequestStage.ACCEPTED.value,
        REQUEST.c.agency == scope.agency,
        REQUEST.c.decided_at >= period.begin,
        REQUEST.c.decided_at < period.end,
    )
    if procedure:
        query = query.where(REQUEST.c.procedure == procedure)
    states = (state_of(scope.connection, uid) for uid in scope.connection.execute(query).scalars().all())
    return tuple(state.dossiers[0] for state in states if state is not None)


def _counts(lines: Sequence[RequestLine], period: Period, code: str) -> tuple[Cell, ...]:
    new = [one for one in lines if period.begin <= one.submitted_at < period.end]
    decided = [one for one in lines if one.decided_at is not None and period.begin <= one.decided_at < period.end]
    known = [one for one in lines if one.submitted_at < period.end]
    waiting = [one for one in known if one.decided_at is None or one.decided_at >= period.end]
    accepted = [one for one in decided if one.stage is RequestStage.ACCEPTED]
    late = [one for one in decided if one.decided_at is not None and one.decided_at > one.until]
    return (
        len(new),
        Figure(len(accepted), "request", "procedure", code),
        len(decided) - len(accepted),
        len(decided) - len(late),
        len(late),
        len(waiting),
        sum(1 for one in waiting if one.until < period.until),
    )
