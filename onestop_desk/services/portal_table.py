"""Online requests as a report: taken in, decided in time or late, still waiting; by procedure.

A request comes in when it was submitted; what became known after its month was closed counts in the next.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from onestop_desk.domain.figures import Cell, Figure, FigureColumn, FigureTable, Sort, number_of
from onestop_desk.domain.measures import Period
from onestop_desk.domain.portal import REQUEST_EVENTS, RequestAccepted, RequestRefused, RequestStage, RequestSubmitted
from onestop_desk.services.counting import Scope, closed_as_written
from onestop_desk.services.portal import RequestLine
from onestop_desk.services.portal_request import state_of, subject_of
from onestop_desk.services.projection import REQUEST
from onestop_desk.services.report_tables import TOTAL, ReportAsk, days_words

_COLUMNS = (
    FigureColumn("Mã TTHC", Sort.WORDS, 26),
    FigureColumn("Thủ tục hành chính", Sort.WORDS, 55),
    FigureColumn("Yêu cầu đến trong kỳ"),
    FigureColumn("Đã tiếp nhận", group="Đã xem xét"),
    FigureColumn("Đã từ chối", group="Đã xem xét"),
    FigureColumn("Đúng giờ", group="Đã xem xét"),
    FigureColumn("Quá giờ", group="Đã xem xét"),
    FigureColumn("Tổng số", group="Đang chờ cuối kỳ"),
    FigureColumn("Quá giờ", group="Đang chờ cuối kỳ"),
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A request, and when its coming and its decision count."""

    line: RequestLine
    came_at: datetime
    decided_at: datetime | None

    @property
    def was_late(self) -> bool:
        """Whether it was decided after its time."""
        return self.line.decided_at is not None and self.line.decided_at > self.line.until


def requests_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return how online requests were taken; a request is late by its own working hours."""
    period, closed = ask.period.seen_at(scope.now), _closed(scope)
    requests = [_counted(line, closed) for line in ask.requests]
    by_procedure: dict[str, list[_Counted]] = defaultdict(list)
    for one in requests:
        by_procedure[one.line.procedure].append(one)
    counts = {code: _counts(ones, period, code) for code, ones in sorted(by_procedure.items())}
    told = ((code, scope.names.get(code, code), *ones) for code, ones in counts.items() if any(map(number_of, ones)))
    rows: tuple[tuple[Cell, ...], ...] = tuple(told)
    total = (TOTAL, None, *_counts(requests, period, ""))
    title = "TIẾP NHẬN HỒ SƠ TRỰC TUYẾN"
    return FigureTable("requests", title, days_words(ask.period), _COLUMNS, rows, total, unit="yêu cầu")


def accepted_dossiers(scope: Scope, period: Period, procedure: str) -> tuple[str, ...]:
    """Return the dossiers that requests became in a period, of one procedure or of all."""
    wanted = (REQUEST.c.stage == RequestStage.ACCEPTED.value, REQUEST.c.agency == scope.agency)
    query = select(REQUEST.c.uid, REQUEST.c.decided_at).where(*wanted)
    if procedure:
        query = query.where(REQUEST.c.procedure == procedure)
    closed, found = _closed(scope), []
    for uid, decided_at in scope.connection.execute(query).all():
        at = max(decided_at, closed.get((uid, RequestAccepted.kind), decided_at))
        state = state_of(scope.connection, uid) if period.begin <= at < period.end else None
        found += [] if state is None else [state.dossiers[0]]
    return tuple(found)


def _closed(scope: Scope) -> dict[tuple[str, str], datetime]:
    return closed_as_written(scope, subject_of(""), [kind.kind for kind in REQUEST_EVENTS])


def _counted(line: RequestLine, closed: Mapping[tuple[str, str], datetime]) -> _Counted:
    came_at, decided_at = line.submitted_at, line.decided_at
    came_at = max(came_at, closed.get((line.uid, RequestSubmitted.kind), came_at))
    if decided_at is not None:
        decision = RequestRefused if line.stage is RequestStage.REFUSED else RequestAccepted
        decided_at = max(decided_at, closed.get((line.uid, decision.kind), decided_at))
    return _Counted(line, came_at, decided_at)


def _counts(requests: Sequence[_Counted], period: Period, code: str) -> tuple[Cell, ...]:
    new = [one for one in requests if period.begin <= one.came_at < period.end]
    decided = [one for one in requests if one.decided_at is not None and period.begin <= one.decided_at < period.end]
    known = [one for one in requests if one.came_at < period.end]
    waiting = [one for one in known if one.decided_at is None or one.decided_at >= period.end]
    accepted = [one for one in decided if one.line.stage is RequestStage.ACCEPTED]
    late = [one for one in decided if one.was_late]
    return (
        len(new),
        Figure(len(accepted), "request", "procedure", code),
        len(decided) - len(accepted),
        len(decided) - len(late),
        len(late),
        len(waiting),
        sum(1 for one in waiting if one.line.until < period.until),
    )
