"""What ended late in a period, or was late at its end, as the books of that period say: a list that was published
stays as it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import fold
from onestop_desk.domain.events import Extended, Noted
from onestop_desk.domain.figures import Cell, FigureColumn, FigureTable, Sort
from onestop_desk.domain.measures import Facts, Period
from onestop_desk.domain.office import Entry
from onestop_desk.services.counting import Scope
from onestop_desk.services.ledger import facts_of
from onestop_desk.services.line import DossierLine
from onestop_desk.services.report_tables import AT_THE_COUNTER, ReportAsk, days_words
from onestop_desk.services.reporting import Asked, Opened, opened

_COLUMNS = (
    FigureColumn("STT", Sort.COUNT, 10),
    FigureColumn("Mã hồ sơ", Sort.WORDS, 30),
    FigureColumn("Thủ tục hành chính", Sort.WORDS, 55),
    FigureColumn("Tiếp nhận", Sort.DAY, 17),
    FigureColumn("Hẹn trả", Sort.DAY, 17),
    FigureColumn("Xong", Sort.DAY, 17),
    FigureColumn("Số ngày quá hạn", Sort.COUNT, 14),
    FigureColumn("Đang giữ", Sort.WORDS, 28),
    FigureColumn("Lý do", Sort.WORDS, 40),
)
_NO_REASON = "Chưa ghi lý do"
REASON_WORD = "lý do"
"""How a note begins that tells why a dossier is late: once the promise has passed nobody may apologise any more."""


@dataclass(frozen=True, slots=True)
class _Late:
    """A dossier with what the period's books know of it: the promise that counts, its end, who had it, why."""

    line: DossierLine
    promised: datetime
    ended_at: datetime | None
    holder: str
    reason: str

    def days(self, day: date) -> int:
        """How late it ended, or was on the period's last day."""
        ended = _day(self.ended_at) if self.ended_at else day
        return (ended - _day(self.promised)).days


def overdue_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return the list, the earliest promise first."""
    period = ask.period.seen_at(scope.now)
    found = opened(scope, period, Asked(("over", "open_late")))
    booked = scope.facts_before(period.end)
    late = [_late(scope, period, line, booked.get(line.uid)) for line in found.lines]
    late.sort(key=lambda one: (one.promised, one.line.code))
    rows = tuple(_row(place, one, period.open_on) for place, one in enumerate(late, 1))
    title = "DANH SÁCH HỒ SƠ QUÁ HẠN"
    return FigureTable("overdue", title, days_words(ask.period), _COLUMNS, rows, notes=_taken_back(found))


def _late(scope: Scope, period: Period, line: DossierLine, booked: Facts | None) -> _Late:
    told = tuple(scope.log(line.uid))
    facts = booked or facts_of(fold(entry for _, entry in told))
    entries = [entry for at, entry in told if at < period.end]
    return _Late(
        line,
        _promised(facts),
        facts.ended_at if facts.ended_at is not None and facts.ended_at < period.end else None,
        fold(entries).holder,
        _reason(entries),
    )


def _reason(entries: Sequence[Entry]) -> str:
    """Return what was said last: an apology's reason, or a note that begins with the word; other notes are private."""
    said = [_NO_REASON]
    for entry in entries:
        match entry.event:
            case Extended(reason=reason):
                said.append(reason)
            case Noted(text=text) if text.lower().startswith(REASON_WORD):
                said.append(text[len(REASON_WORD) :].lstrip(" :-"))
    return said[-1]


def _promised(facts: Facts) -> datetime:
    assert facts.measured_due_at is not None, "nothing is late without a promise"
    return facts.measured_due_at


def _row(place: int, late: _Late, day: date) -> tuple[Cell, ...]:
    line = late.line
    days = (_day(line.received_at), _day(late.promised), _day(late.ended_at) if late.ended_at else None)
    return (place, line.code, line.procedure_name, *days, late.days(day), late.holder or AT_THE_COUNTER, late.reason)


def _taken_back(found: Opened) -> tuple[str, ...]:
    """Say which dossiers a correction takes out of what was published."""
    codes = ", ".join(line.code for line in found.taken_back)
    return (f"Đính chính: kỳ trước đã tính quá hạn, nay không còn tính: {codes}.",) if codes else ()


def _day(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()
