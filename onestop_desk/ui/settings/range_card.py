"""The serials this counter may give, and another range for it."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.domain.codes import serial_range
from onestop_desk.domain.errors import DeskError
from onestop_desk.services import opening
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import RangeTaken
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine, show_problem
from onestop_desk.ui.widgets.quiet_wheel import QuietSpinBox
from onestop_desk.ui.wording import Sentence, Severity


class RangeCard(FieldCard):
    """Shows the ranges and grants another."""

    def __init__(self, window: Any, desk: Desk, parent: QWidget | None = None) -> None:
        self._window, self._desk = window, desk
        self._extra = QuietSpinBox()
        self._extra.setObjectName("set_extra")
        self._extra.setRange(0, opening.MOST_EXTRAS)
        hint = translate("RangeCard", "Điền sẵn dải thấp nhất chưa máy nào dùng.")
        self._extra_field = Labelled(translate("RangeCard", "Cấp thêm dải số"), self._extra, hint)
        self._reason = LabelledLine(translate("RangeCard", "Lý do cấp thêm"), "set_extra_reason")
        super().__init__(translate("RangeCard", "Dải số hồ sơ của quầy"), (self._extra_field, self._reason), parent)
        self._held = Paragraph("")
        self._held.setObjectName("ranges_held")
        self._go = Button(self.tr("Cấp dải số"), "plus", name="grant_range")
        self._go.clicked.connect(self._on_go)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch(1)
        self.body.insertWidget(1, self._held)
        self.body.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show what this counter holds now."""
        state = self._desk.state
        ranges = [serial_range(state.counter, extra) for extra in state.extras]
        words = ", ".join(f"{one.first:04}-{one.last:04}" for one in ranges)
        self._held.setText(self.tr("Quầy {n} đang có: {ranges}.").format(n=state.counter, ranges=words))
        args = (opening.free_extra, self._desk, state.counter)
        self._window.jobs.read(*args, done=self._extra.setValue, key="free extra")

    def _on_go(self) -> None:
        if not self._reason.text().strip():
            self._reason.set_problem(self.tr("Việc này phải ghi lý do."))
            self._reason.setFocus()
            return
        self._go.setEnabled(False)
        args = (opening.grant_range, self._desk, self._extra.value(), self._reason.text())
        self._window.jobs.run(*args, done=self._on_granted, failed=self._on_refused)

    def _on_granted(self, _nothing: None) -> None:
        self._go.setEnabled(True)
        self._reason.line.clear()
        self._extra_field.set_problem("")
        self.refresh()
        self._window.say(Sentence(self.tr("Đã cấp thêm dải số cho quầy."), severity=Severity.INFO))

    def _on_refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        if isinstance(error, RangeTaken):
            self._extra_field.set_problem(sentence_of(error).what)
        elif not isinstance(error, DeskError) or not show_problem({"extra_range": self._extra_field}, error):
            self._window.say(sentence_of(error))
