"""Tables that show a million rows by fetching the page one looks at, in the reading lane."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.label import plain_tip

PAGE_ROWS = 100
_PAGES_KEPT = 30
_WAITING = "…"

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the words of a row in it, whether they stand on the right (numbers), whether they may
    be long (then the column gives way where room is scarce), and what a list shows of them if not all."""

    title: str
    words: Callable[[Any], str]
    on_right: bool = False
    is_long: bool = False
    brief: Callable[[str], str] | None = None

    def shown(self, row: Any, role: int) -> str:
        """Return the words of a row as a list shows them, or all of them as a tooltip."""
        words = self.words(row)
        if role == _Role.ToolTipRole:
            return plain_tip(words)
        return words if self.brief is None else self.brief(words)


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from; both functions run in the reading lane, fetch(offset, limit) gives a tuple."""

    count: Callable[[], int]
    fetch: Callable[[int, int], Sequence[Any]]


def whole_list(read: Callable[..., Sequence[Any]], *args: object) -> Source:
    """Return the source of a list of hundreds: read whole, with these arguments, each time it is counted."""
    rows: Sequence[Any] = ()

    def count() -> int:
        nonlocal rows
        rows = read(*args)
        return len(rows)

    return Source(count, lambda offset, limit: rows[offset : offset + limit])


class PagedTable(QAbstractTableModel):
    """A read-only model over dataclasses; rows not fetched yet show an ellipsis and arrive soon.

    The reading lane answers in order, and of two counts the newer only: pages of an earlier source come before the
    count that clears them.
    """

    counted = Signal(int)
    page_arrived = Signal(int)

    def __init__(self, columns: Sequence[Column], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns, self._jobs = tuple(columns), jobs
        self._source: Source | None = None
        self._count = 0
        self._pages: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def open(self, source: Source) -> None:
        """Show `source` from its top; answers for an earlier one are dropped."""
        self._source = source
        self.refresh()

    def refresh(self) -> None:
        """Count and fetch anew."""
        if self._source is None:
            return
        self._jobs.read(self._source.count, done=self._on_counted, key=(id(self), "count"))

    def row(self, number: int) -> Any | None:
        """Return the dataclass of a row, None while it has not arrived; asks for it."""
        page = number // PAGE_ROWS
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        at = number % PAGE_ROWS
        return rows[at] if at < len(rows) else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many rows the source has."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, its side, or its row (UserRole)."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (_Role.DisplayRole, _Role.ToolTipRole, _Role.UserRole):
            row = self.row(index.row())
            if role == _Role.UserRole:
                return row
            return _WAITING if row is None else column.shown(row, role)
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.on_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return a column's heading, or a row's number."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return self.columns[section].title
        on_right = self.columns[section].on_right
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if on_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _ask(self, page: int) -> None:
        if self._source is None or page in self._asked or self._jobs.is_closed():
            return
        self._asked.add(page)
        done = partial(self._on_page, page)
        self._jobs.read(self._source.fetch, page * PAGE_ROWS, PAGE_ROWS, done=done)

    def _on_counted(self, count: int) -> None:
        self.beginResetModel()
        self._count = count
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()
        self.counted.emit(count)

    def _on_page(self, page: int, rows: Sequence[Any]) -> None:
        self._asked.discard(page)
        self._pages[page] = tuple(rows)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE_ROWS
        last = min(first + PAGE_ROWS, self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.page_arrived.emit(page)
