"""What the desk knows beside the form: information, and what a person should look at, each with its shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import IconLabel, Paragraph
from onestop_desk.ui.wording import Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence with its severity, and a button where something can be done about it."""

    text: str
    severity: Severity = Severity.INFO
    offer: str = ""
    act: Callable[[], None] | None = None


class NoticeFrame(QFrame):
    """One notice on the ground of its severity."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.button: Button | None = None
        self.setProperty("severity", notice.severity.value)
        self.setAccessibleName(notice.text)
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(notice.severity.value, notice.severity.value, 18))
        row.addWidget(Paragraph(notice.text), 1)
        flow = FieldFlow(self, across=8, down=4)
        flow.add_field(said, 300, 1)
        if notice.act is not None:
            button = Button(notice.offer, name="notice_action")
            button.clicked.connect(self._on_clicked)
            flow.add_field(button, 0, 0)
            self.button = button
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _on_clicked(self) -> None:
        if self.notice.act is not None:
            self.notice.act()


class NoticeList(QWidget):
    """The notices about one thing; the same ones again change nothing on the screen. Tab reaches their buttons after
    the field `after`."""

    def __init__(self, after: QWidget | None = None) -> None:
        super().__init__()
        self._after = after
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._frames: list[NoticeFrame] = []
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these notices in place of those before."""
        words = [(one.text, one.severity) for one in notices]
        if words == [(one.notice.text, one.notice.severity) for one in self._frames]:
            return
        for frame in self._frames:
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._frames = [NoticeFrame(notice, self) for notice in notices]
        last = self._after
        for frame in self._frames:
            self._column.addWidget(frame)
            if last is not None and frame.button is not None:
                QWidget.setTabOrder(last, frame.button)
                last = frame.button
        self.setVisible(bool(self._frames))

    def texts(self) -> tuple[str, ...]:
        """Return the sentences shown."""
        return tuple(frame.notice.text for frame in self._frames)

    def frames(self) -> tuple[NoticeFrame, ...]:
        """Return the notices shown."""
        return tuple(self._frames)
