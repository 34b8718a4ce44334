"""What a province publishes, as tables in the official words: Biểu 06 and the yearly summary."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.figures import Cell, Figure, FigureColumn, FigureTable, Share, Sort
from onestop_desk.domain.measures import Counts, Period
from onestop_desk.domain.office import Office
from onestop_desk.domain.quality import WEIGHTS
from onestop_desk.services import reporting
from onestop_desk.services.counting import By, Scope
from onestop_desk.services.portal import RequestLine
from onestop_desk.services.reporting import FigureRow, Yearly

BIEU06_FORM = "Biểu số II.06a/VPCP/KSTT"
TOTAL = "Tổng số"

_RECEIVED, _SOLVED, _OPEN = "Số lượng hồ sơ tiếp nhận", "Số lượng hồ sơ đã giải quyết", "Số lượng hồ sơ đang giải quyết"
_CELLS = (
    *("received", "online", "direct", "carried", "solved", "before", "on", "over"),
    *("open", "open_in_time", "open_late"),
)
_FIRST_COLUMN = {
    By.FIELD: "Lĩnh vực giải quyết",
    By.PROCEDURE: "Thủ tục hành chính",
    By.COUNTER: "Quầy",
    By.OFFICER: "Người, đơn vị đang giữ",
    By.AGENCY: "Cơ quan, đơn vị",
}
_COUNTED = (
    FigureColumn("Tổng số", width=14.5, group=_RECEIVED),
    FigureColumn("Trực tuyến", width=14.5, group=_RECEIVED),
    FigureColumn("Trực tiếp, dịch vụ bưu chính", width=14.5, group=_RECEIVED),
    FigureColumn("Từ kỳ trước", width=14.5, group=_RECEIVED),
    FigureColumn("Tổng số", width=14.5, group=_SOLVED),
    FigureColumn("Trước hạn", width=14.5, group=_SOLVED),
    FigureColumn("Đúng hạn", width=14.5, group=_SOLVED),
    FigureColumn("Quá hạn", width=14.5, group=_SOLVED),
    FigureColumn("Tổng số", width=14.5, group=_OPEN),
    FigureColumn("Trong hạn", width=14.5, group=_OPEN),
    FigureColumn("Quá hạn", width=14.5, group=_OPEN),
)
_SUMMARY = (
    FigureColumn("Kết quả giải quyết", Sort.WORDS, 40),
    FigureColumn("Tổng số"),
    FigureColumn("Trước hạn"),
    FigureColumn("Tỷ lệ", Sort.SHARE),
    FigureColumn("Đúng hạn"),
    FigureColumn("Tỷ lệ", Sort.SHARE),
    FigureColumn("Quá hạn"),
    FigureColumn("Tỷ lệ", Sort.SHARE),
)


_ONLINE_NOTE = "Tỷ lệ tiếp nhận trực tuyến: số tiếp nhận trực tuyến trong kỳ so với số trực tuyến đã giải quyết."
AT_THE_COUNTER = "(tại quầy)"


@dataclass(frozen=True, slots=True)
class ReportAsk:
    """Which days, what the rows are, what the office offers, its weights, a supervisor's own points for criteria."""

    period: Period
    by: By = By.FIELD
    offered: tuple[Procedure, ...] = ()
    weights: tuple[int, ...] = WEIGHTS
    requests: tuple[RequestLine, ...] = ()
    office: Office = field(default_factory=Office)
    points: Mapping[int, int] = field(default_factory=dict)


MakeTable = Callable[[Scope, ReportAsk], FigureTable]


def days_words(period: Period) -> str:
    """Return a period as reports head it: a whole month or year by its name."""
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"Năm {first.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and _is_month_end(last):
        return f"Tháng {first:%m/%Y}"
    if first == last:
        return f"Ngày {first:%d/%m/%Y}"
    return f"Từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"


def bieu06_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return the official table."""
    made = reporting.bieu06(scope, ask.period, ask.by)
    rows = tuple(_bieu06_row(place, row, ask.by) for place, row in enumerate(made.rows, 1))
    return FigureTable(
        "bieu06",
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        days_words(ask.period),
        (FigureColumn("STT", Sort.WORDS, 9), FigureColumn(_FIRST_COLUMN[ask.by], Sort.WORDS, 40), *_COUNTED),
        rows,
        ("", TOTAL, *_cells(made.total)),
        corrections_told(scope, ask.period),
        form=BIEU06_FORM,
        is_numbered=True,
    )


def yearly_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return the summary that a province publishes."""
    made = reporting.yearly(scope, ask.period)
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Đã giải quyết", *_ways(made.solved, "")),
        ("Trong đó: 5 tại chỗ", *_ways(made.on_site_five, "five.")),
    )
    return FigureTable(
        "yearly",
        "KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        days_words(ask.period),
        _SUMMARY,
        (*rows, *_online(made)),
        notes=(_ONLINE_NOTE, *corrections_told(scope, ask.period)),
    )


def corrections_told(scope: Scope, period: Period) -> tuple[str, ...]:
    """Say why a figure is smaller than what came in, or below zero: a closed month is put right in a later one."""
    count = reporting.corrected(scope, period)
    return (f"Có {count} hồ sơ đính chính số liệu của tháng đã chốt; số âm là phần trừ lại.",) if count else ()


def _is_month_end(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _bieu06_row(place: int, row: FigureRow, by: By) -> tuple[Cell, ...]:
    figures = (Figure(value, cell, by.value, row.key) for cell, value in _values(row.counts))
    name = f"Quầy {row.name}" if by is By.COUNTER else row.name or AT_THE_COUNTER
    return (str(place), name, *figures)


def _cells(counts: Counts) -> tuple[Figure, ...]:
    return tuple(Figure(value, cell) for cell, value in _values(counts))


def _values(counts: Counts) -> tuple[tuple[str, int], ...]:
    return tuple((cell, getattr(counts, cell)) for cell in _CELLS)


def _ways(counts: Counts, of: str) -> tuple[Cell, ...]:
    cells: list[Cell] = [Figure(counts.solved, f"{of}solved")]
    for name in ("before", "on", "over"):
        value = getattr(counts, name)
        cells += [Figure(value, f"{of}{name}"), Share(value, counts.solved)]
    return tuple(cells)


def _online(made: Yearly) -> tuple[tuple[Cell, ...], ...]:
    solved, received = Figure(made.online_solved, "online.solved"), Figure(made.online_received, "online")
    told: tuple[tuple[str, Cell], ...] = (
        ("Trực tuyến: đã giải quyết", solved),
        ("Trực tuyến: tiếp nhận trong kỳ", received),
        ("Tỷ lệ tiếp nhận trực tuyến", Share(received.count, solved.count)),
    )
    return tuple((words, cell, *[None] * 6) for words, cell in told)
