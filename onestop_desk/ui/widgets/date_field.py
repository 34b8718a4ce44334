"""A date typed in any short way; d and D step a day, w and W a week, = is today."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.wording import date_words

_STEPS = {"d": 1, "D": -1, "w": 7, "W": -7}
_PARTS = re.compile(r"([0-9]{1,2})[./\- ]([0-9]{1,2})[./\- ]([0-9]{4}|[0-9]{2})")
_RUN = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")


class DateField(CleanLineEdit):
    """Holds a date or nothing; `day_changed` carries a date or None, once the field is left or stepped."""

    day_changed = Signal(object)

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(name, self.tr("ngày/tháng/năm"), parent)
        self._today = today
        self._day: date | None = None
        self.setMaxLength(12)
        self.editingFinished.connect(self._on_editing_finished)

    def day(self) -> date | None:
        """Return the date in the field; None if it is empty or not a date."""
        return read_date(self.text(), self._today())

    def set_day(self, day: date | None) -> None:
        """Put a date into the field."""
        self.setText(date_words(day) if day else "")
        self._settle(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on d, D, w, W and =; everything else is typing."""
        if event.text() == "=":
            self.set_day(self._today())
        elif event.text() in _STEPS and event.text():
            self.set_day(_stepped(self.day() or self._today(), _STEPS[event.text()]))
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_editing_finished(self) -> None:
        day = self.day()
        if day is not None:
            self.setText(date_words(day))
        elif self.text().strip():
            self.set_problem(self.tr("Không phải ngày, ví dụ 23/11/2026"))
        self._settle(day)

    def _settle(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.day_changed.emit(day)


def read_date(text: str, today: date) -> date | None:
    """Return the date meant by `ddmmyy`, `ddmmyyyy` or `d/m/yy`; two-digit years lie within 80 years back, 19 on."""
    found = _PARTS.fullmatch(text.strip()) or _RUN.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    if len(found[3]) == 2:
        year += today.year // 100 * 100
        year -= 100 if year > today.year + 19 else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _stepped(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
