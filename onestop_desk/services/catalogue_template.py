"""The workbook that a clerk fills to bring procedures in: what to write where, and one example."""

from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from onestop_desk.services.catalogue_file import UNITS
from onestop_desk.services.catalogue_sheet import CHANNELS, EXAMPLE, PAUSES, SHEETS
from onestop_desk.services.fault import FileNotWritten

_MANY_ROWS = 5000

_GUIDE = (
    ("Cách điền danh mục thủ tục", ""),
    ("Trang “Thủ tục”", "Mỗi dòng một thủ tục. Bắt buộc: Mã thủ tục, Tên thủ tục, Lĩnh vực."),
    ("Mã thủ tục", "Dạng 1.001193; có thể thêm đuôi địa phương. Mỗi mã chỉ một dòng trên trang “Thủ tục”."),
    ("Thời hạn, Đơn vị", "Thời hạn đang áp dụng (đã rút ngắn nếu có). Đơn vị: " + ", ".join(UNITS.values()) + "."),
    ("Theo luật", "Thời hạn theo quy định khi đã rút ngắn; để trống nếu không rút ngắn. Cùng đơn vị với Thời hạn."),
    ("Phí (đồng)", "Số đồng nguyên: 8000 hoặc 8.000. Miễn phí ghi 0."),
    ("Giấy tờ", "Cách đơn giản: mỗi giấy tờ một dòng trong ô (Alt+Enter). Đếm bản thì dùng trang “Giấy tờ”."),
    ("5 tại chỗ", "Ghi có hoặc không; các bước và số giờ ở trang “Các bước”."),
    ("Khi chờ bổ sung", "Ghi " + " hoặc ".join(PAUSES.values()) + "; để trống là tạm dừng."),
    ("Trang “Thời hạn”, “Phí”", "Chỉ dùng khi khác nhau theo cách nộp hoặc trường hợp, mỗi dòng một mức."),
    (
        "Phí theo trang",
        "Trang “Phí”, ví dụ bản sao chứng thực: mỗi trang đầu 2.000, số trang đầu 2, mỗi trang sau 1.000, "
        "tối đa một bản 200.000. Để trống tối đa là không giới hạn; quầy chỉ gõ số trang và số bản.",
    ),
    ("Cách nộp", ", ".join(CHANNELS.values()) + "; để trống là mọi cách nộp."),
    ("Bắt buộc", "Để trống là bắt buộc; ghi không nếu không bắt buộc."),
    ("Công thức", "Không dùng công thức (=…): ô công thức bị từ chối."),
    ("Ví dụ", f"Các dòng mã {EXAMPLE} là ví dụ, chương trình bỏ qua; có thể xóa."),
)
_EXAMPLE_ROWS: dict[str, tuple[tuple[Any, ...], ...]] = {
    "Thủ tục": (
        (
            *(EXAMPLE, "Thủ tục ví dụ", "Hộ tịch", "commune", 3, "ngày làm việc", 5, 8000),
            *("Tờ khai theo mẫu\nBản sao căn cước", "có", "tạm dừng"),
        ),
    ),
    "Thời hạn": ((EXAMPLE, "trực tuyến", "Hồ sơ phải xác minh", 8, "ngày làm việc", 10),),
    "Phí": ((EXAMPLE, "trực tuyến", "", 4000), (EXAMPLE, "", "Bản sao chứng thực", "", 2000, 2, 1000, 200000)),
    "Giấy tờ": ((EXAMPLE, "Giấy chứng sinh", 1, 0, "có"),),
    "Các bước": ((EXAMPLE, "Thẩm định", 4), (EXAMPLE, "Phê duyệt", 2), (EXAMPLE, "Đóng dấu, trả kết quả", 1)),
    "Kết quả": ((EXAMPLE, "Giấy xác nhận", ""),),
}
_WIDTHS = {"code": 16, "name": 60, "papers": 50, "field": 24, "case": 30, "unit": 18, "pause_rule": 18}
_CHOICES: dict[str, tuple[str, ...]] = {
    "unit": tuple(UNITS.values()),
    "channel": tuple(CHANNELS.values()),
    "pause_rule": tuple(PAUSES.values()),
    "on_site_five": ("có", "không"),
    "required": ("có", "không"),
}


def write_template(path: Path) -> None:
    """Write the template workbook; raises FileNotWritten."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        _write_guide(book)
        for name, heads in SHEETS.items():
            _write_sheet(book, name, heads)
    try:
        path.write_bytes(made.getvalue())
    except OSError:
        raise FileNotWritten(str(path)) from None


def _write_guide(book: Any) -> None:
    sheet = book.add_worksheet("Hướng dẫn")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28, bold)
    sheet.set_column(1, 1, 90, wrapped)
    for number, row in enumerate(_GUIDE):
        sheet.write_row(number, 0, row)


def _write_sheet(book: Any, name: str, heads: dict[str, str]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#E4EEF6", "bottom": 1})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (title, key) in enumerate(heads.items()):
        sheet.set_column(column, column, _WIDTHS.get(key, 14), text if key == "code" else plain)
        sheet.write(0, column, title, head)
        if key in _CHOICES:
            choices = {"validate": "list", "source": list(_CHOICES[key])}
            sheet.data_validation(1, column, _MANY_ROWS, column, choices)
    for number, row in enumerate(_EXAMPLE_ROWS[name], 1):
        sheet.write_row(number, 0, row)
    sheet.freeze_panes(1, 1)
