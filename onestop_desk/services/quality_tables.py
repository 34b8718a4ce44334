"""Satisfaction, supplements, cut limits, fees and the two scores, as tables in the official words."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from onestop_desk.documents.wording import limit_words
from onestop_desk.domain.application import Channel
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.events import Paid
from onestop_desk.domain.figures import Cell, Figure, FigureColumn, FigureTable, Share, Sort
from onestop_desk.domain.quality import Criterion, grade
from onestop_desk.services import quality
from onestop_desk.services.counting import Scope
from onestop_desk.services.happened import Happening
from onestop_desk.services.quality import Delays, Satisfaction
from onestop_desk.services.report_tables import TOTAL, ReportAsk, corrections_told, days_words

_FIELD = FigureColumn("Lĩnh vực", Sort.WORDS, 45)
_SAID = (
    FigureColumn("Rất hài lòng"),
    FigureColumn("Hài lòng"),
    FigureColumn("Không hài lòng"),
    FigureColumn("Tổng số đánh giá"),
    FigureColumn("Tỷ lệ hài lòng trở lên", Sort.SHARE),
)
_DELAYED = (
    FigureColumn("Lượt yêu cầu", group="Bổ sung hồ sơ"),
    FigureColumn("Hồ sơ bị yêu cầu từ lần 2", group="Bổ sung hồ sơ"),
    FigureColumn("Lượt đã bổ sung", group="Bổ sung hồ sơ"),
    FigureColumn("Đang chờ cuối kỳ", group="Bổ sung hồ sơ"),
    FigureColumn("Số ngày chờ bình quân", Sort.DECIMAL, group="Bổ sung hồ sơ"),
    FigureColumn("Lượt xin lỗi, hẹn lại"),
)
_CUT = (
    FigureColumn("Mã TTHC", Sort.WORDS, 20),
    FigureColumn("Thủ tục hành chính", Sort.WORDS, 80),
    FigureColumn("Trường hợp", Sort.WORDS, 30),
    FigureColumn("Theo quy định", Sort.WORDS, 22),
    FigureColumn("Thực hiện", Sort.WORDS, 22),
    FigureColumn("Cắt giảm (%)", Sort.DECIMAL, 14),
)
_PAID = (
    FigureColumn("Số lượt thu"),
    FigureColumn("Số tiền", Sort.MONEY, 20),
    FigureColumn("Số lượt miễn"),
    FigureColumn("Số lượt hoàn trả"),
    FigureColumn("Số tiền hoàn trả", Sort.MONEY, 20),
)
_INDEX = (
    FigureColumn("Nhóm chỉ số", Sort.WORDS, 60),
    FigureColumn("Đạt", Sort.COUNT, 14),
    FigureColumn("Trên tổng số", Sort.COUNT, 14),
    FigureColumn("Tỷ lệ", Sort.SHARE, 14),
    FigureColumn("Điểm tối đa", Sort.COUNT, 14),
    FigureColumn("Điểm", Sort.DECIMAL, 14),
)
_GROUPS = {
    "publicity": "Công khai, minh bạch: thủ tục công bố đủ thời hạn, phí và giấy tờ",
    "progress": "Tiến độ giải quyết: hồ sơ xong trước và đúng hạn",
    "online": "Dịch vụ trực tuyến: hồ sơ tiếp nhận trực tuyến",
    "payment": "Thanh toán trực tuyến: lượt thu không dùng tiền mặt",
    "digitisation": "Số hóa hồ sơ: kết quả trả bằng bản điện tử",
    "satisfaction": "Mức độ hài lòng: lượt đánh giá hài lòng trở lên",
}
_EVALUATED = (
    FigureColumn("STT", Sort.COUNT, 12),
    FigureColumn("Tiêu chí", Sort.WORDS, 90),
    FigureColumn("Đạt", Sort.COUNT, 14),
    FigureColumn("Trên tổng số", Sort.COUNT, 14),
    FigureColumn("Tỷ lệ đo được", Sort.SHARE, 18),
    FigureColumn("Điểm (0, 1, 2)", Sort.COUNT, 14),
    FigureColumn("Căn cứ chấm", Sort.WORDS, 30),
)
_CRITERIA = (
    "Thời gian thực hiện thủ tục hành chính theo quy định của pháp luật",
    "Thời gian thực hiện của từng cơ quan, đơn vị tham gia giải quyết",
    "Số lần phải liên hệ với nơi tiếp nhận hồ sơ để hoàn thiện hồ sơ",
    "Số lượng cơ quan, đơn vị, tổ chức phải liên hệ để hoàn thiện hồ sơ",
    "Thực hiện đúng quy trình tiếp nhận hồ sơ và trả kết quả tại Bộ phận Một cửa",
    "Thái độ của cán bộ, công chức khi hướng dẫn, tiếp nhận hồ sơ và giải quyết công việc",
    "Tiếp thu, giải trình ý kiến phản ánh, kiến nghị của tổ chức, cá nhân",
    "Tính đầy đủ, chính xác của nội dung thủ tục hành chính được công khai",
    "Tiến độ và chất lượng cung cấp dịch vụ công trực tuyến",
)
_GRADES = {"excellent": "Xuất sắc", "good": "Tốt", "fair": "Khá", "average": "Trung bình", "weak": "Yếu"}
_OPENED = {
    "progress": ("in_time", "solved"),
    "online": ("online", "new"),
    "payment": ("collected.cashless", "collected"),
    "digitisation": ("given.electronic", "given"),
    "satisfaction": ("rated.satisfied", "rated"),
    "five": ("five.in_time", "five.solved"),
    "asked_once": ("asked_once", "solved"),
}
"""What the two numbers of a share count, as services/figure_opening.py calls it; publicity counts procedures."""

_CHANNELS = {Channel.DIRECT: "trực tiếp", Channel.ONLINE: "trực tuyến", Channel.POST: "bưu chính"}
_PROMISED_CUT = 40


def satisfaction_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return what people said, by field."""
    made = quality.satisfaction(scope, ask.period)
    rows = tuple((name, *_said(made, name)) for name in made.by_field)
    reasons = tuple(f"“{reason}”: {times} lượt" for reason, times in made.reasons[:20])
    total = (TOTAL, *_said(made, None))
    title = "MỨC ĐỘ HÀI LÒNG CỦA TỔ CHỨC, CÁ NHÂN"
    days, columns = days_words(ask.period), (_FIELD, *_SAID)
    return FigureTable("satisfaction", title, days, columns, rows, total, reasons, unit="lượt")


def delays_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return supplements and apologies, by field."""
    made = quality.delays(scope, ask.period)
    rows = tuple((name, *_delayed(row, name)) for name, row in made.items())
    whole = Delays()
    for row in made.values():
        whole.asked += row.asked
        whole.answered += row.answered
        whole.waiting += row.waiting
        whole.extended += row.extended
        whole.waited += row.waited
    total = (TOTAL, *_delayed(whole, ""))
    return FigureTable(
        "delays", "BỔ SUNG HỒ SƠ VÀ GIA HẠN GIẢI QUYẾT", days_words(ask.period), (_FIELD, *_DELAYED), rows, total
    )


def fees_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return what was paid and waived, by field."""
    by_field: dict[str, list[Happening]] = defaultdict(list)
    for one in (*quality.payments(scope, ask.period), *quality.refunds(scope, ask.period)):
        by_field[one.field].append(one)
    rows = tuple((name, *_paid(ones, name)) for name, ones in quality.by_name(by_field))
    total = (TOTAL, *_paid([one for ones in by_field.values() for one in ones], ""))
    title = "TỔNG HỢP THU PHÍ, LỆ PHÍ"
    return FigureTable("fees", title, days_words(ask.period), (_FIELD, *_PAID), rows, total, unit="lượt; đồng")


def cuts_table(_scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return by how much the office shortened the law's limits, the deepest cut last."""
    rows = sorted((row for one in ask.offered for row in _cuts(one)), key=lambda row: (row[5], row[0]))
    cut = [row[5] for row in rows if isinstance(row[5], Decimal)]
    enough = sum(1 for share in cut if share >= _PROMISED_CUT)
    mean = (sum(cut, Decimal(0)) / len(cut)).quantize(Decimal("0.1")) if cut else Decimal("0.0")
    notes = (
        f"Cắt giảm bình quân {str(mean).replace('.', ',')}% trên {len(cut)} thời hạn có quy định;"
        f" {enough} thời hạn cắt giảm từ {_PROMISED_CUT}% trở lên.",
    )
    title = "CẮT GIẢM THỜI GIAN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
    return FigureTable("cuts", title, "Theo danh mục đang áp dụng", _CUT, tuple(rows), notes=notes, unit="thời hạn")


def index_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return the index of QĐ 766 with the office's weights."""
    groups = quality.index_766(scope, ask.period, ask.offered, ask.weights)
    rows = tuple((_GROUPS[one.name], *_measured(one.name, one.share), one.weight, one.score) for one in groups)
    score = sum((one.score for one in groups), Decimal(0))
    total: tuple[Cell, ...] = (TOTAL, None, None, None, sum(one.weight for one in groups), score)
    title = "BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP (QUYẾT ĐỊNH 766/QĐ-TTg)"
    official = "Tự tính từ sổ của đơn vị để theo dõi; điểm chính thức do Cổng Dịch vụ công quốc gia công bố."
    notes = (official, *corrections_told(scope, ask.period))
    return FigureTable("index", title, days_words(ask.period), _INDEX, rows, total, notes, unit="điểm")


def evaluation_table(scope: Scope, ask: ReportAsk) -> FigureTable:
    """Return the points of chapter V of NĐ 61; raises BadValue for points that do not exist."""
    criteria = quality.evaluation_61(scope, ask.period, ask.offered, ask.points)
    rows = tuple(_criterion(one) for one in criteria)
    points = sum(one.points or 0 for one in criteria)
    word = grade(criteria)
    missing = ", ".join(str(one.number) for one in criteria if one.points is None)
    graded = f"Xếp loại: {_GRADES[word]}." if word else f"Chưa xếp loại: còn chờ chấm tiêu chí {missing}."
    notes = (graded, *corrections_told(scope, ask.period))
    title = "ĐÁNH GIÁ VIỆC GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH (NGHỊ ĐỊNH 61/2018/NĐ-CP)"
    total: tuple[Cell, ...] = (None, TOTAL, None, None, None, points, None)
    return FigureTable("evaluation", title, days_words(ask.period), _EVALUATED, rows, total, notes, unit="điểm")


def _criterion(one: Criterion) -> tuple[Cell, ...]:
    measured = _measured(quality.MEASURED.get(one.number, ""), one.share)
    return (one.number, _CRITERIA[one.number - 1], *measured, one.points, _ground(one))


def _measured(name: str, share: Share | None) -> tuple[Cell, Cell, Cell]:
    """Return a share as its part, its whole and itself; the first two open where they count dossiers."""
    if share is None:
        return None, None, None
    if name not in _OPENED:
        return share.part, share.whole, share
    part, whole = _OPENED[name]
    return Figure(share.part, part), Figure(share.whole, whole), share


def _said(made: Satisfaction, of: str | None) -> tuple[Cell, ...]:
    counts = [len(made.uids(level, of)) for level in quality.LEVELS]
    figures = [Figure(count, f"rated.{level}", "field", of or "") for level, count in enumerate(counts, 1)]
    everything = Figure(sum(counts), "rated", "field", of or "")
    return (*figures, everything, Share(counts[0] + counts[1], sum(counts)))


def _delayed(row: Delays, name: str) -> tuple[Cell, ...]:
    return (
        Figure(len(row.asked), "asked", "field", name),
        Figure(len(row.asked_again), "asked_again", "field", name),
        Figure(len(row.answered), "answered", "field", name),
        Figure(len(row.waiting), "waiting", "field", name),
        row.mean_days,
        Figure(len(row.extended), "extended", "field", name),
    )


def _paid(ones: Sequence[Happening], name: str) -> tuple[Cell, ...]:
    payments = [one.event for one in ones if isinstance(one.event, Paid)]
    back = [one.event.refunded for one in ones if not isinstance(one.event, Paid)]
    paid = [event for event in payments if not event.exempt_reason]
    return (
        Figure(len(paid), "paid", "field", name),
        sum(event.amount for event in paid),
        Figure(len(payments) - len(paid), "exempt", "field", name),
        Figure(len(back), "refunded", "field", name),
        sum(back),
    )


def _cuts(procedure: Procedure) -> list[tuple[str, str, str, str, str, Decimal]]:
    tenth = Decimal("0.1")
    return [
        (
            procedure.code,
            procedure.name,
            ", ".join(filter(None, (row.case, _CHANNELS.get(row.channel) if row.channel else None))),
            limit_words(row.statutory, row.unit.value),
            limit_words(row.value, row.unit.value),
            Decimal(row.cut_percent).quantize(tenth),
        )
        for row in procedure.limits
        if row.statutory
    ]


def _ground(one: Criterion) -> str:
    return "Tổ trưởng chấm" if one.is_given else "Tính từ sổ" if one.points is not None else "Chờ chấm"
