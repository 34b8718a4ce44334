"""Which days: a month, a quarter, a year at one press, or any two days."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Period, read_period
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.segments import Segments

_SEGMENTS, _DAY = 380, 118


class PeriodBox(QWidget):
    """Offers periods; `chosen` carries the one that a person took, which always is one."""

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("period_box")
        self._today = today
        self._presets = Segments("period", self.tr("Kỳ báo cáo"), _preset_words())
        self._first = self._field("figures_first", self.tr("Từ ngày"))
        self._last = self._field("figures_last", self.tr("Đến ngày"))
        self._period = preset("month", today())
        self._presets.chosen.connect(self._on_preset)
        flow = FieldFlow(self)
        flow.add_field(FieldBox(self.tr("Kỳ báo cáo"), self._presets), _SEGMENTS, 2)
        flow.add_field(self._first, _DAY, 1)
        flow.add_field(self._last, _DAY, 1)
        self._presets.set_value("month")
        self._show(self._period)
        self.setFocusProxy(self._presets)

    def period(self) -> Period:
        """Return the days shown; of two that cannot be a period, the last that could."""
        return self._period

    def set_period(self, period: Period) -> None:
        """Show other days."""
        self._presets.set_value(None)
        self._show(period)

    def _field(self, name: str, words: str) -> FieldBox:
        field = DateField(words, self._today)
        field.setObjectName(name)
        box = FieldBox(words, field)
        field.editingFinished.connect(partial(self._on_edited, box))
        return box

    def _on_preset(self, value: object) -> None:
        self._show(preset(str(value), self._today()))
        self.chosen.emit(self._period)

    def _on_edited(self, box: FieldBox) -> None:
        first, last = (_date_field(one).day() for one in (self._first, self._last))
        for one in (self._first, self._last):
            one.show_problem("")
        if first is None or last is None:
            box.show_problem(self.tr("Chưa phải là ngày."))
        elif problem := period_problem(first, last):
            box.show_problem(problem)
        elif (first, last) != (self._period.first, self._period.last):
            self._presets.set_value(None)
            self._period = Period(first, last)
            self.chosen.emit(self._period)

    def _show(self, period: Period) -> None:
        self._period = period
        for box, day in ((self._first, period.first), (self._last, period.last)):
            _date_field(box).set_day(day)
            box.show_problem("")


def preset(name: str, today: date) -> Period:
    """Return a period by its name, as of today: the running ones reach to the end of their month, quarter or year."""
    this = month_of(today)
    match name:
        case "last":
            return month_of(this.first - timedelta(days=1))
        case "quarter":
            begin = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
            return Period(begin, month_of(begin + timedelta(days=70)).last)
        case "year":
            return Period(date(today.year, 1, 1), date(today.year, 12, 31))
    return this


def period_problem(first: date, last: date) -> str:
    """Say why two days are no period; nothing where they are one."""
    try:
        read_period(first, last)
    except BadValue as error:
        if error.reason == "years":
            return translate("Figures", "Kỳ phải nằm trong các năm 2000 đến 2099.")
        return translate("Figures", "Kỳ kết thúc trước khi bắt đầu.")
    return ""


def _preset_words() -> tuple[tuple[object, str], ...]:
    return (
        ("month", translate("Figures", "Tháng này")),
        ("last", translate("Figures", "Tháng trước")),
        ("quarter", translate("Figures", "Quý này")),
        ("year", translate("Figures", "Năm nay")),
    )


def _date_field(box: FieldBox) -> DateField:
    assert isinstance(box.field, DateField)
    return box.field
