"""Form 07, sổ theo dõi hồ sơ, as a table for spreadsheets; on paper it is the book itself (services/book.py)."""

from onestop_desk.documents.book_filling import register_row
from onestop_desk.documents.register_book import RegisterRow
from onestop_desk.domain.figures import Cell, FigureColumn, FigureTable, Sort
from onestop_desk.services.counting import Scope
from onestop_desk.services.report_tables import ReportAsk, days_words
from onestop_desk.services.reporting import Asked, opened

_TIMES = "Ngày, tháng, năm"
_COLUMNS = (
    FigureColumn("STT", Sort.COUNT, 9),
    FigureColumn("Mã hồ sơ", Sort.WORDS, 30),
    FigureColumn("Tên TTHC", Sort.WORDS, 50),
    FigureColumn("Số lượng (bộ)"),
    FigureColumn("Tên cá nhân, tổ chức", Sort.WORDS, 30),
    FigureColumn("Địa chỉ, điện thoại", Sort.WORDS, 40),
    FigureColumn("Cơ quan chủ trì", Sort.WORDS, 30),
    FigureColumn("Nhận hồ sơ", Sort.MOMENT, 18, _TIMES),
    FigureColumn("Hẹn trả", Sort.MOMENT, 18, _TIMES),
    FigureColumn("Chuyển đến cơ quan giải quyết", Sort.MOMENT, 18, _TIMES),
    FigureColumn("Nhận kết quả từ cơ quan giải quyết", Sort.MOMENT, 18, _TIMES),
    FigureColumn("Trả kết quả", Sort.MOMENT, 18, _TIMES),
    FigureColumn("Phương thức nhận", Sort.WORDS, 20),
    FigureColumn("Ký nhận", Sort.WORDS, 20),
    FigureColumn("Ghi chú", Sort.WORDS, 20),
)


def register_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return what was received in the period, in the order of reception."""
    lines = opened(scope, ask.period, Asked(("online", "direct"))).lines
    told = (register_row(ask.office, tuple(entry for _, entry in scope.log(line.uid))) for line in lines)
    rows = tuple(_cells(place, row) for place, row in enumerate(told, 1))
    return FigureTable("register", "SỔ THEO DÕI HỒ SƠ", days_words(ask.period), _COLUMNS, rows, is_numbered=True)


def _cells(place: int, row: RegisterRow) -> tuple[Cell, ...]:
    return (
        *(place, row.code, row.procedure, row.sets, row.owner, ", ".join(filter(None, (row.address, row.phone)))),
        *(row.led_by, row.received_at, row.due_at, row.handed_over_at, row.finished_at, row.returned_at),
        *(row.way, row.receiver, row.note),
    )
