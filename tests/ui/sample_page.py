"""A page with every widget of the kit, for looking at and for the checks of legibility."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.ui.widgets.badge import Badge
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.checklist import CheckedPaper, Checklist
from onestop_desk.ui.widgets.choice_grid import Choice, ChoiceGrid
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.suggest import SuggestLineEdit
from onestop_desk.ui.wording import Severity

CHOICES = (
    Choice("1.001193", "Đăng ký khai sinh", "trong ngày"),
    Choice("1.004884", "Đăng ký lại khai sinh", "5 ngày làm việc"),
    Choice("2.000908", "Cấp bản sao từ sổ gốc", "trong ngày"),
    Choice("1.012784", "Đăng ký đất đai lần đầu đối với trường hợp được Nhà nước giao đất để quản lý", "17 ngày"),
    Choice("1.000894", "Đăng ký kết hôn", "trong ngày"),
    Choice("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp", "trong ngày"),
)
PAPERS = (
    CheckedPaper("Tờ khai đăng ký khai sinh theo mẫu"),
    CheckedPaper("Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng xác nhận về việc sinh"),
    CheckedPaper("Văn bản ủy quyền", required=False, handed_in=False, good=False, reason="Chưa ký"),
)


class SamplePage(Page):
    """Looks like reception, does nothing."""

    def __init__(self, window: Any, today: Callable[[], date] = lambda: date(2026, 11, 23)) -> None:
        super().__init__("Tiếp nhận hồ sơ")
        self.column.addWidget(self._person(today))
        self.column.addWidget(PlainLabel("Thủ tục", "heading"))
        self.choices = ChoiceGrid()
        self.choices.show_choices(CHOICES)
        self.column.addWidget(self.choices)
        self.column.addWidget(PlainLabel("Giấy tờ", "heading"))
        self.papers = Checklist("Giấy tờ phải nộp")
        self.papers.papers_model.show_papers(PAPERS)
        self.papers.setMinimumHeight(180)
        self.column.addWidget(self.papers)
        self.column.addLayout(self._foot())
        self.column.addStretch(1)

    def _person(self, today: Callable[[], date]) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        form = QFormLayout(card)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.name = SuggestLineEdit("Họ và tên", "Quét thẻ, hoặc gõ tên, số điện thoại")
        self.birth = DateField("Ngày sinh", today)
        self.phone = CleanLineEdit("Số điện thoại")
        for label, field in (("Họ và tên", self.name), ("Ngày sinh", self.birth), ("Số điện thoại", self.phone)):
            form.addRow(PlainLabel(label), field)
        form.addRow(QCheckBox("Nộp thay người khác"))
        return card

    def _foot(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Badge("Sắp đến hạn", Severity.PERSON))
        row.addWidget(Badge("Đã trả", Severity.INFO))
        row.addWidget(Badge("Quá hạn", Severity.FAULT))
        row.addWidget(Badge("Nháp"))
        row.addStretch(1)
        foot = QVBoxLayout()
        foot.addWidget(Paragraph("Hẹn trả 14:05, 26/11/2026: 3 ngày làm việc, trừ nghỉ 24/11 (Ngày Văn hóa Việt Nam)"))
        foot.addLayout(row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button("Lưu", "save"))
        buttons.addWidget(Button("Lưu, in, hồ sơ tiếp theo", "printer", "primary"))
        foot.addLayout(buttons)
        return foot
