"""What stands beside the register: work of other desks that only this one still has, and dossiers that share a code."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.services import conflict, lost
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.services.lost import LostWork
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.sync_wording import lost_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph

Twins = tuple[tuple[DossierLine, ...], ...]


class BesidePanel(QWidget):
    """Two cards, each there only while it has something to say; `sent` says how many events a supervisor sent."""

    sent = Signal(int)

    def __init__(self, window: Any, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._desk = window, desk
        self._lost, self._twins = _card("lost_card"), _card("twins_card")
        self._works, self._pairs = Paragraph(), Paragraph()
        self._works.setObjectName("lost_works")
        self._pairs.setObjectName("twin_codes")
        self._send = Button(self.tr("Gửi những việc này"), "sync", name="lost_send")
        self._send.clicked.connect(self._on_send)
        self._assemble()

    def refresh(self) -> None:
        """Read anew."""
        self._window.jobs.read(lost.lost_work, self._desk, done=self._on_lost, key="lost")
        self._window.jobs.read(conflict.twins, self._desk, done=self._on_twins, key="twins")

    def _on_lost(self, works: tuple[LostWork, ...]) -> None:
        self._works.setText("\n".join(lost_words(work) for work in works))
        self._send.setEnabled(True)
        self._lost.setVisible(bool(works))

    def _on_twins(self, twins: Twins) -> None:
        self._pairs.setText("\n".join(f"{pair[0].code}: {_people(pair)}" for pair in twins))
        self._twins.setVisible(bool(twins))

    def _on_send(self) -> None:
        self._send.setEnabled(False)
        self._window.jobs.run(lost.send_lost, self._desk, done=self.sent.emit, failed=self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._send.setEnabled(True)
        self._window.errors.report(error)

    def _assemble(self) -> None:
        why = self.tr(
            "Trung tâm được khôi phục từ bản cũ và thiếu những việc này. Máy đã ghi chúng sẽ tự gửi lại khi mở chương "
            "trình; chỉ gửi từ đây khi máy đó không còn."
        )
        _fill(self._lost, self.tr("Chỉ còn ở máy này"), self._works, why)
        row = FlowLayout()
        row.addWidget(self._send)
        column: Any = self._lost.layout()
        column.addLayout(row)
        then = self.tr(
            "Hai máy của một quầy đã cấp cùng một mã. Cả hai hồ sơ đều còn; quét mã thì chương trình cho chọn. Gọi "
            "người nộp của hồ sơ nhận sau và ghi chú vào hồ sơ."
        )
        _fill(self._twins, self.tr("Hai hồ sơ cùng một mã"), self._pairs, then)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        for card in (self._lost, self._twins):
            card.hide()
            whole.addWidget(card)


def _card(name: str) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("role", "card")
    return card


def _fill(card: QFrame, title: str, told: Paragraph, why: str) -> None:
    column = QVBoxLayout(card)
    column.setSpacing(6)
    column.addWidget(Paragraph(title, "heading"))
    column.addWidget(told)
    column.addWidget(Paragraph(why, "muted"))


def _people(pair: tuple[DossierLine, ...]) -> str:
    return "; ".join(f"{line.owner_name}, {local_moment(line.received_at)}" for line in pair)
