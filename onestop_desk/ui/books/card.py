"""The card of one book: which days, and what to do with it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.measures import read_period
from onestop_desk.services.book import MOST_DAYS, require_period
from onestop_desk.ui.books.drawing import Book, Period, book_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph

_LEAST_FIELD = 118


class BookCard(QFrame):
    """Asks for a day or a period; `view_asked` and `save_asked` when its buttons are pressed."""

    view_asked = Signal()
    save_asked = Signal()

    def __init__(self, book: Book, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"book_{book}")
        self.setProperty("role", "card")
        self.book, self._today = book, today
        is_day = book is Book.DAY
        self._last = self._field("day" if is_day else "last", self.tr("Ngày") if is_day else self.tr("Đến ngày"))
        self._first = self._last if is_day else self._field("first", self.tr("Từ ngày"))
        self._view = self._button(self.tr("Xem PDF"), "report", "view")
        self._save = self._button(self.tr("Lưu PDF…"), "save", "save")
        self._view.clicked.connect(self.view_asked)
        self._save.clicked.connect(self.save_asked)
        self._said = Paragraph("", "small")
        self._said.setObjectName(f"book_{book}_said")
        self._said.hide()
        self._offered: Period | None = None
        self._assemble()
        self.offer_days()
        self.setFocusProxy(self._first.field)

    def offer_days(self) -> None:
        """Offer today, or this month so far, unless a person has chosen other days."""
        if self._offered is not None and self._days() != (self._offered.first, self._offered.last):
            return
        today = self._today()
        self._offered = Period(today if self.book is Book.DAY else today.replace(day=1), today)
        for box, day in ((self._first, self._offered.first), (self._last, self._offered.last)):
            _date_field(box).set_day(day)

    def period(self) -> Period | None:
        """Return the days that are asked for; None where they cannot be, which is then said beside the field."""
        for box in self._boxes():
            box.show_problem("")
        first, last = self._days()
        if first is None or last is None:
            box = self._first if first is None else self._last
            self._refuse(box, _missing_words(_date_field(box).text()))
        elif first > self._today():
            self._refuse(self._first, self.tr("Ngày này chưa đến."))
        elif problem := _period_problem(first, last):
            self._refuse(self._last, problem)
        else:
            return Period(first, last)
        return None

    def say(self, words: str) -> None:
        """Say at the card how it goes with its book; empty words take it back."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _days(self) -> tuple[date | None, date | None]:
        return _date_field(self._first).day(), _date_field(self._last).day()

    def _boxes(self) -> tuple[FieldBox, ...]:
        return (self._first,) if self._first is self._last else (self._first, self._last)

    def _refuse(self, box: FieldBox, problem: str) -> None:
        box.show_problem(problem)
        box.field.setFocus()

    def _on_edited(self, box: FieldBox) -> None:
        field = _date_field(box)
        if field.text().strip() and field.day() is None:
            box.show_problem(_missing_words(field.text()))

    def _field(self, name: str, words: str) -> FieldBox:
        field = DateField(words, self._today)
        field.setObjectName(f"book_{self.book}_{name}")
        box = FieldBox(words, field)
        field.editingFinished.connect(partial(self._on_edited, box))
        return box

    def _button(self, text: str, icon: str, name: str) -> Button:
        button = Button(text, icon, name=f"book_{self.book}_{name}")
        button.setAccessibleName(f"{text} {book_words(self.book)}")
        return button

    def _assemble(self) -> None:
        fields, buttons = FieldFlow(), FlowLayout(across=8, down=6)
        for box in self._boxes():
            fields.add_field(box, _LEAST_FIELD, 1)
        buttons.addWidget(self._view)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(Paragraph(book_words(self.book), "heading"))
        column.addWidget(Paragraph(_told(self.book), "muted"))
        column.addLayout(fields)
        column.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._said)


def _date_field(box: FieldBox) -> DateField:
    assert isinstance(box.field, DateField)
    return box.field


def _told(book: Book) -> str:
    match book:
        case Book.DAY:
            return translate("Books", "Hồ sơ nhận, bàn giao và trả trong ngày.")
        case Book.REGISTER:
            return translate("Books", "Hồ sơ tiếp nhận trong kỳ, kể cả hai ngày đầu và cuối.")
    return translate("Books", "Khoản đã thu, đã miễn trong kỳ, kể cả hai ngày đầu và cuối.")


def _missing_words(typed: str) -> str:
    if typed.strip():
        return translate("Books", "Không phải ngày, ví dụ 23/11/2026")
    return translate("Books", "Chưa nhập ngày.")


def _period_problem(first: date, last: date) -> str:
    try:
        require_period(first, last)
        read_period(first, last)
    except BadValue as error:
        if error.reason == "years":
            return translate("Books", "Kỳ phải nằm trong các năm 2000 đến 2099.")
        if error.reason == "too_long":
            return translate("Books", "Kỳ dài hơn {n} ngày; chia thành nhiều kỳ.").format(n=MOST_DAYS)
        return translate("Books", "Kỳ kết thúc trước khi bắt đầu.")
    return ""
