"""The papers: what the procedure asks for, what was handed in, what came besides."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.text import clean
from onestop_desk.ui import theme
from onestop_desk.ui.intake.command_line import ENTERS
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.reading import missing_papers
from onestop_desk.ui.intake.turn_away import TurnAwayBox
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.checklist import CheckedPaper, Checklist
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.wording import Severity

_TALLEST = 300


class ExtraLine(CleanLineEdit):
    """A line whose Enter takes what was typed; empty, Enter goes on to the next field."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give out the words on Enter."""
        if event.key() in ENTERS and clean(self.text()):
            self.entered.emit(clean(self.text()))
            event.accept()
        else:
            super().keyPressEvent(event)


class PapersBox(QWidget):
    """The checklist with a line for papers that nobody asked for; `changed` tells of every change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Checklist(self.tr("Giấy tờ"))
        self.table.setObjectName("papers")
        self._none = Paragraph(self.tr("Thủ tục này không yêu cầu giấy tờ nào."), "muted")
        self.extra = ExtraLine(self.tr("Giấy tờ khác"), self.tr("Gõ tên giấy tờ kèm thêm rồi Enter"))
        self.extra.setObjectName("extra_paper")
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName("papers_problem")
        self._missing = NoticeList()
        self.away = TurnAwayBox()
        self.away.changed.connect(self.changed)
        self._turn_away = Button(self.tr("Không tiếp nhận hồ sơ này…"), "", "quiet", name="turn_away")
        self._turn_away.clicked.connect(self._on_turning_away)
        self._is_turning_away = False
        model = self.table.papers_model
        model.edited.connect(self._on_edited)
        self.extra.entered.connect(self.add)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._fit)
        self.table.verticalHeader().sectionResized.connect(self._fit)
        self.table.horizontalScrollBar().rangeChanged.connect(self._fit)
        self._assemble()
        self.show_papers(())

    def papers(self) -> tuple[CheckedPaper, ...]:
        """Return the papers as they stand."""
        return self.table.papers_model.papers()

    def show_papers(self, papers: tuple[CheckedPaper, ...]) -> None:
        """Show other papers."""
        self.table.papers_model.show_papers(papers)
        self.extra.clear()
        self.show_problem("")
        self._is_turning_away = False
        self._follow()

    def show_reason(self, reason: str) -> None:
        """Show the reason of a refusal that was being written."""
        self.away.reason.setText(reason)
        self._is_turning_away = bool(reason)
        self._follow()

    @Slot(str)
    def add(self, name: str) -> None:
        """Add a paper that was handed in without being asked for."""
        self.extra.clear()
        row = self.table.papers_model.add_extra(name)
        self.table.scrollTo(self.table.papers_model.index(row, 0))

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the papers."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow names that wrap otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("3  Giấy tờ"), "heading"))
        column.addWidget(self._none)
        column.addWidget(self.table)
        column.addWidget(self._missing)
        column.addWidget(self.away)
        column.addWidget(self._problem)
        column.addWidget(FieldBox(self.tr("Giấy tờ kèm thêm"), self.extra))
        column.addWidget(self._turn_away, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _follow(self) -> None:
        self._none.setVisible(not self.papers())
        self.table.setVisible(bool(self.papers()))
        missing = missing_papers(self.papers())
        words = self.tr("Thiếu giấy tờ bắt buộc, chưa tiếp nhận được: {names}.").format(names="; ".join(missing))
        self._missing.show_notices([Notice(words, Severity.PERSON)] if missing else ())
        self.away.setVisible(bool(missing) or self._is_turning_away)
        self.away.guide.setVisible(bool(missing))
        self._turn_away.setHidden(self.away.isVisibleTo(self))
        self._fit()

    def _on_turning_away(self) -> None:
        self._is_turning_away = True
        self._follow()
        self.away.reason.setFocus()

    def _fit(self, *_: object) -> None:
        """Be as high as the rows, up to a height from which the table scrolls by itself."""
        rows = sum(self.table.rowHeight(row) for row in range(self.table.papers_model.rowCount()))
        header, bar = self.table.horizontalHeader(), self.table.horizontalScrollBar()
        high = header.sizeHint().height() + rows + 2 * self.table.frameWidth() + 2
        high += bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.table.setFixedHeight(min(high, theme.current().px(_TALLEST)))

    def _on_edited(self) -> None:
        self.show_problem("")
        self._follow()
        self.changed.emit()
