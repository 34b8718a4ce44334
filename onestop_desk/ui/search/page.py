"""Ctrl+K: one box that finds dossiers and pages, by keyboard alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.money import format_number
from onestop_desk.domain.text import words as folded_words
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.services.lookup import Found
from onestop_desk.ui.card.room import CardRoom
from onestop_desk.ui.list.columns import line_columns
from onestop_desk.ui.list.table import DossierTable
from onestop_desk.ui.search.model import Command, OfferModel
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.page import Page

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow

KEY = "search"
_ROWS = 20
_PAGE_STEP = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE_STEP,
    Qt.Key.Key_PageUp: -_PAGE_STEP,
}


class SearchLine(CleanLineEdit):
    """The box: arrows move through the rows below while the cursor stays here, Enter chooses, Esc leaves."""

    moved = Signal(int)
    chosen = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the keys of a list into signals; all others type."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchPage(Page):
    """Answers while one types; `reprint_asked` carries uid and form."""

    reprint_asked = Signal(str, str)
    answered = Signal(str)

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        super().__init__(self.tr("Tìm hồ sơ"))
        self.setObjectName("search_page")
        self._window, self._desk = window, desk
        self._came_from = window.current_key()
        self._answered = ""
        self._is_waiting = False
        self._line = SearchLine(
            self.tr("Tìm hồ sơ"), self.tr("Tên, mã hồ sơ, số giấy tờ, điện thoại, “trễ”, hẹn:homnay")
        )
        self._line.setObjectName("search_line")
        self._model = OfferModel(line_columns(window.now), self)
        self._table = DossierTable(self._model, self.tr("Kết quả tìm"))
        self._table.setObjectName("search_table")
        self._said = Paragraph(self._hint(), "muted")
        self._said.setObjectName("search_said")
        self._room = CardRoom(self._front(), desk, window.jobs, window.now)
        self.column.addWidget(self._room, 1)
        self._connect()

    def entered(self) -> None:
        """Come with the text selected: the next search overwrites it."""
        self._room.close_card()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        if self._line.text().strip():
            self._ask()

    def search(self, words: str) -> None:
        """Search for words, as if they had been typed."""
        self._room.close_card()
        self._line.setText(words)

    @Slot()
    def _ask(self) -> None:
        asked = self._line.text()
        if not asked.strip():
            self._show(asked, Found((), 0))
            return
        self._window.jobs.read(_answer, self._desk, asked, done=self._on_answer, key=(id(self), "find"))

    @Slot(object)
    def _on_answer(self, answer: tuple[str, Found]) -> None:
        self._show(*answer)

    def _show(self, asked: str, found: Found) -> None:
        self._answered = asked
        self._model.replace([*self._commands(asked), *found.rows])
        self._said.setText(self._total_words(found) if asked.strip() else self._hint())
        if self._model.rowCount():
            self._table.selectRow(0)
        self.answered.emit(asked)
        if self._is_waiting:
            self._is_waiting = False
            self._choose()

    def _commands(self, asked: str) -> list[Command]:
        typed = folded_words(asked)
        if sum(map(len, typed)) < lookup.FEWEST_LETTERS:
            return []
        pages = (Command(spec.key, spec.title, spec.shortcut) for spec in self._window.pages() if spec.key != KEY)
        return [page for page in pages if _begins(folded_words(page.title), typed)]

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        rows = self._model.rowCount()
        if rows:
            at = self._table.currentIndex().row() + step
            self._table.selectRow(min(max(at, 0), rows - 1))

    @Slot()
    def _choose(self) -> None:
        if self._answered != self._line.text():
            self._is_waiting = True  # Enter came before the answer: it means the answer
            return
        row = self._table.current_row()
        if row is not None:
            self._on_opened(row)

    @Slot(object)
    def _on_opened(self, row: object) -> None:
        if isinstance(row, Command):
            self._window.show_page(row.key)
        elif isinstance(row, DossierLine):
            self._room.open_card(row.uid)

    @Slot()
    def _on_left(self) -> None:
        if self._came_from:
            self._window.show_page(self._came_from)

    @Slot(str)
    def _on_page_shown(self, key: str) -> None:
        if key != KEY:
            self._came_from = key

    def _hint(self) -> str:
        return self.tr("Gõ không cần dấu. ↑ ↓ chọn, Enter mở, Esc quay lại.")

    def _total_words(self, found: Found) -> str:
        if found.total is None:
            return self.tr("Hơn {n} hồ sơ; gõ thêm để thu hẹp.").format(n=format_number(len(found.rows)))
        if found.total > len(found.rows):
            said = self.tr("{shown} trong {n} hồ sơ; gõ thêm để thu hẹp.")
            return said.format(shown=len(found.rows), n=format_number(found.total))
        if not found.total:
            return self.tr("Không tìm thấy hồ sơ nào trên máy này.")
        return self.tr("{n} hồ sơ").format(n=format_number(found.total))

    def _connect(self) -> None:
        self._line.textChanged.connect(self._ask)
        self._line.moved.connect(self._on_moved)
        self._line.chosen.connect(self._choose)
        self._line.left.connect(self._on_left)
        self._table.opened.connect(self._on_opened)
        self._room.reprint_asked.connect(self.reprint_asked)
        self._window.page_shown.connect(self._on_page_shown)

    def _front(self) -> QWidget:
        self._table.setMinimumHeight(220)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addWidget(self._said)
        column.addWidget(self._table, 1)
        front.setFocusProxy(self._line)
        return front


def _answer(desk: Desk, asked: str) -> tuple[str, Found]:
    return asked, lookup.find(desk, asked, _ROWS)


def _begins(title: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    return all(any(word.startswith(part) for word in title) for part in typed)
