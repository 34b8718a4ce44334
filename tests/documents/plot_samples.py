"""The plots of a made-up month for the tests of the paper that carries them."""

from dataclasses import replace
from datetime import date

from onestop_desk.documents.kit import Signer
from onestop_desk.documents.letter import SEALED, Letter
from onestop_desk.documents.plot_sheet import PlotSheet
from onestop_desk.domain.figures import Figure, FigureColumn, FigureTable, Sort
from onestop_desk.domain.plot import Plot, Plotted, Series
from onestop_desk.services.plot_figures import _WEEKS as _WEEK_COLUMNS

_PERIOD = "Tháng 10/2026"
_WAYS = ("Trước hạn", "Đúng hạn", "Quá hạn")
_PROCEDURES = {
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng "
    "nhận": 1_284,
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi, "
    "chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho, góp vốn bằng quyền sử dụng đất mà người sử dụng đất "
    "được Nhà nước cấp Giấy chứng nhận trước ngày Luật Đất đai có hiệu lực": 467,
    "Cấp Giấy xác nhận tình trạng hôn nhân": 312,
    "Đăng ký khai sinh": 188,
    "Liên thông thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi": 151,
    "Đăng ký kết hôn": 96,
    "Đăng ký thành lập hộ kinh doanh": 74,
    "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng": 51,
    "Đăng ký lại khai tử": 12,
    "Cấp bản sao trích lục hộ tịch": 7,
}
_HOURS = dict(zip(range(7, 17), (96, 512, 604, 431, 118, 9, 287, 353, 219, 74), strict=True))
_WEEKS = {
    "01/10 – 04/10": (201, 44, 3),
    "05/10 – 11/10": (402, 61, 9),
    "12/10 – 18/10": (388, 72, 0),
    "19/10 – 25/10": (417, 58, 31),
    "26/10 – 31/10": (371, 49, 5),
}
_AGES = dict(
    zip(
        ("0 – 1 ngày", "2 – 3 ngày", "4 – 7 ngày", "8 – 15 ngày", "16 – 30 ngày", "Từ 31 ngày"),
        (96, 71, 120, 44, 13, 4),
        strict=True,
    )
)
_LEVELS = {"Rất hài lòng": 1_102, "Hài lòng": 461, "Không hài lòng": 6}


def one_series(name: str, title: str, heading: str, counts: dict[str, int], *, is_lying: bool = False) -> Plotted:
    """Return a plot of one series and its table, as services/plot_figures.py makes them."""
    columns = (FigureColumn(heading, Sort.WORDS, 40), FigureColumn("Số hồ sơ"))
    rows = tuple((words, Figure(count, name)) for words, count in counts.items())
    plot = Plot(tuple(counts), (Series("Số hồ sơ", tuple(counts.values())),), is_lying)
    return Plotted(plot, FigureTable(name, title, _PERIOD, columns, rows))


def by_week(weeks: dict[str, tuple[int, ...]]) -> Plotted:
    """Return the plot of three series and its table."""
    rows = tuple((week, *(Figure(count, "way") for count in counts)) for week, counts in weeks.items())
    series = tuple(Series(way, tuple(counts[place] for counts in weeks.values())) for place, way in enumerate(_WAYS))
    table = FigureTable("weeks", "KẾT QUẢ GIẢI QUYẾT THEO TUẦN", _PERIOD, _WEEK_COLUMNS, rows)
    return Plotted(Plot(tuple(week[:5] for week in weeks), series), table)


HOURS = one_series("hours", "TIẾP NHẬN THEO GIỜ", "Giờ", {f"{at} giờ": count for at, count in _HOURS.items()})
PROCEDURES = one_series("procedures", "THỦ TỤC TIẾP NHẬN NHIỀU NHẤT", "Thủ tục hành chính", _PROCEDURES, is_lying=True)
WEEKS = by_week(_WEEKS)
AGES = one_series("ages", "ĐANG GIẢI QUYẾT THEO THỜI GIAN", "Đã ở đây", _AGES)
LEVELS = one_series("levels", "MỨC ĐỘ HÀI LÒNG", "Mức", _LEVELS)
SHEET = PlotSheet(
    Letter(
        bodies=("UBND XÃ MẪU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ MẪU"),
        place="Xã Mẫu",
        issued_on=date(2026, 11, 2),
        number="/BC",
        office="Trung tâm Phục vụ hành chính công xã Mẫu, UBND xã Mẫu",
    ),
    _PERIOD,
    (HOURS, PROCEDURES, WEEKS, AGES, LEVELS),
    (Signer(("NGƯỜI LẬP BIỂU",), "Nguyễn Thị Hoa"), Signer(("CHỦ TỊCH",), "Trần Văn Mẫu", SEALED)),
    "Số liệu tính đến 7 giờ 30 phút ngày 02/11/2026, gồm 12 hồ sơ chưa gửi về trung tâm.",
)
QUIET = replace(
    SHEET,
    plots=(
        one_series("hours", "TIẾP NHẬN THEO GIỜ", "Giờ", {f"{at} giờ": 0 for at in range(7, 17)}),
        one_series("procedures", "THỦ TỤC TIẾP NHẬN NHIỀU NHẤT", "Thủ tục hành chính", {}, is_lying=True),
        by_week({"01/10 – 04/10": (0, 0, 0)}),
    ),
)
"""A month in which nothing happened."""
