"""A line that suggests while one types: ask at two letters, at most eight rows, arrows and Enter choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from onestop_desk.ui.widgets.line_edit import CleanLineEdit

MOST_ROWS = 8
FEWEST_LETTERS = 2

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row: what it stands for, its text, and what tells it from its neighbours."""

    value: object
    text: str
    detail: str = ""


class _Rows(QAbstractListModel):
    """The suggestions shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Suggestion, ...] = ()

    def replace(self, rows: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows[:MOST_ROWS])
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.text}   ·   {row.detail}" if row.detail else row.text
        return row.text if role == Qt.ItemDataRole.EditRole else None


class _List(QListView):
    """The list under the line; `closed` by whatever key or click."""

    closed = Signal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of it."""
        super().hideEvent(event)
        self.closed.emit()


class SuggestLineEdit(CleanLineEdit):
    """Asks for suggestions with `asked(text)`; a page answers with offer(); `picked(value)` tells the choice."""

    asked = Signal(str)
    picked = Signal(object)

    def __init__(self, name: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent)
        self._rows = _Rows(self)
        self._is_waiting = False
        self._list = _List()
        self._list.closed.connect(self._on_closed)
        self._list.setProperty("role", "popup")
        self._list.setUniformItemSizes(True)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_ROWS)
        self._completer.setPopup(self._list)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._on_activated)
        self.textEdited.connect(self._on_text_edited)

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show `suggestions` under the line if somebody still waits there for them; none closes the list."""
        self._rows.replace(suggestions)
        if suggestions and self.hasFocus() and self._is_waiting:
            self._completer.complete()
        else:
            self.close_list()

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the rows on offer."""
        return self._rows.rows

    def list_view(self) -> QListView:
        """Return the list that opens under the line."""
        return self._list

    def close_list(self) -> None:
        """Close the list; an answer still on its way opens it no more."""
        self._is_waiting = False
        self._list.hide()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if len(text.strip()) >= FEWEST_LETTERS:
            self._is_waiting = True
            self.asked.emit(text.strip())
        else:
            self.offer(())

    @Slot()
    def _on_closed(self) -> None:
        self._is_waiting = False

    @Slot(str)
    def _on_activated(self, _text: str) -> None:
        row = self._rows.rows[self._list.currentIndex().row()]
        self.setText(row.text)
        self.close_list()
        self.picked.emit(row.value)
