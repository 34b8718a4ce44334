"""The keys of the program on one sheet, beside the work and not in its way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.pages import PageSpec
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel

_WIDE = 520


class KeySheet(QDialog):
    """A sheet of keys; it does not stop the work in the window."""

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(self.tr("Trợ giúp và phím tắt"))
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = Button(self.tr("Đóng"), "close", name="key_sheet_close")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Paragraph(self.tr("Phím tắt"), "title"))
        self._scroll = self._sheet([("  ".join(p.shortcuts), p.title) for p in pages if p.shortcuts] + self._common())
        column.addWidget(self._scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def fit(self, most_high: int) -> None:
        """Be as high as the list of keys, at most `most_high`; the rest scrolls."""
        wide = theme.current().px(_WIDE)
        self.resize(wide, most_high)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            view = self._scroll.viewport().size()
            needed = max(self._rows.totalHeightForWidth(view.width()), self._rows.totalMinimumSize().height())
            self.resize(wide, most_high - max(0, view.height() - needed))

    def _common(self) -> list[tuple[str, str]]:
        return [
            ("F1", self.tr("Hướng dẫn của trang đang mở")),
            ("F5", self.tr("Đồng bộ ngay")),
            ("Ctrl+Enter", self.tr("Lưu, in, hồ sơ tiếp theo")),
            ("Ctrl+S", self.tr("Lưu")),
            ("Ctrl+P", self.tr("In lại")),
            ("Alt+1 … Alt+9", self.tr("Chọn ô thủ tục")),
            ("Esc", self.tr("Quay lại, bản nháp được giữ")),
            ("d D w W =", self.tr("Trong ô ngày: tới, lùi một ngày; tới, lùi một tuần; hôm nay")),
            ("Ctrl++  Ctrl+−  Ctrl+0", self.tr("Chữ lớn hơn, nhỏ hơn, bình thường")),
        ]

    def _sheet(self, rows: Sequence[tuple[str, str]]) -> QScrollArea:
        room = QWidget()
        self._rows = grid = QGridLayout(room)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, (keys, words) in enumerate(rows):
            grid.addWidget(PlainLabel(keys, "strong"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(words), at, 1)
        grid.setRowStretch(len(rows), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Danh sách phím tắt"))
        scroll.setWidget(room)
        return scroll
