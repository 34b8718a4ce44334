"""Nobody leaves without a paper: guidance where required papers are missing (form 02), or a refusal (form 03)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.visit import RefusedAtCounter
from onestop_desk.services import issue
from onestop_desk.services.fault import ReasonMissing
from onestop_desk.services.guidance import Request, Visited
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.line_edit import CleanLineEdit


class TurnAwayBox(QWidget):
    """The two ways out, with a reason: needed for a refusal, welcome for guidance."""

    guidance_asked = Signal()
    refusal_asked = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = CleanLineEdit(self.tr("Lý do hoặc lời dặn"))
        self.reason.setObjectName("turn_away_reason")
        self._reason_box = FieldBox(self.tr("Lý do hoặc lời dặn"), self.reason)
        self.guide = Button(self.tr("Hướng dẫn (mẫu 02)"), "printer", name="give_guidance")
        self.refuse = Button(self.tr("Từ chối (mẫu 03)"), "printer", name="refuse_at_counter")
        self.guide.clicked.connect(self.guidance_asked)
        self.refuse.clicked.connect(self.refusal_asked)
        self.reason.textEdited.connect(self._on_edited)
        buttons = FlowLayout()
        buttons.addWidget(self.guide)
        buttons.addWidget(self.refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._reason_box)
        column.addLayout(buttons)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the reason."""
        self._reason_box.show_problem(problem)
        if problem:
            self.reason.setFocus()

    def set_busy(self, is_busy: bool) -> None:
        """Let nobody press twice."""
        self.guide.setEnabled(not is_busy)
        self.refuse.setEnabled(not is_busy)

    def _on_edited(self, _text: str) -> None:
        self.changed.emit()


class TurnAway(QObject):
    """Records a visit without a dossier in the desk lane: `visited` or `failed`; the form is left as it is."""

    visited = Signal(object)
    failed = Signal(object)

    def __init__(self, seat: Seat, box: TurnAwayBox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat, self._box = seat, box

    def guide(self, request: Request, missing: tuple[str, ...]) -> None:
        """Record what the person was told to bring."""
        self._begin()
        desk, reason = self._seat.desk, self._box.reason.text()
        self._seat.jobs.run(
            issue.give_guidance, desk, request, missing, reason, done=self._on_visited, failed=self._on_failed
        )

    def refuse(self, request: Request) -> None:
        """Record that the request is not taken in."""
        self._begin()
        desk, reason = self._seat.desk, self._box.reason.text()
        self._seat.jobs.run(
            issue.refuse_at_counter, desk, request, reason, done=self._on_visited, failed=self._on_failed
        )

    def visit_words(self, visited: Visited) -> str:
        """Return what was recorded and which paper goes with it."""
        if isinstance(visited.visit, RefusedAtCounter):
            words = self.tr("Đã ghi từ chối tiếp nhận số {n}. Phiếu từ chối (mẫu 03) đang in.")
        else:
            words = self.tr("Đã ghi hướng dẫn số {n}. Phiếu yêu cầu bổ sung (mẫu 02) đang in.")
        return words.format(n=visited.visit.serial)

    def _begin(self) -> None:
        self._box.show_problem("")
        self._box.set_busy(True)

    def _on_visited(self, visited: Visited) -> None:
        self._box.set_busy(False)
        self.visited.emit(visited)

    def _on_failed(self, error: Exception) -> None:
        self._box.set_busy(False)
        if isinstance(error, ReasonMissing) or (isinstance(error, BadValue) and error.field == "reason"):
            self._box.show_problem(sentence_of(error).what)
        else:
            self.failed.emit(error)
