"""The checklist of papers: ticked, originals and copies counted, good or not good with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.line_edit import clean_typed

MOST_COUNTED = 999
_LEAST_NAME = 220
_TICK, _NAME, _ORIGINALS, _COPIES, _GOOD, _REASON = range(6)
_COUNTS = {_ORIGINALS: "originals", _COPIES: "copies"}
_CHECKS = {_TICK: "handed_in", _GOOD: "good"}
_WORDS = {_NAME: "name", _REASON: "reason"}

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """One line: a paper asked for (or an extra one) and what was handed in; counts 0 to 999."""

    name: str
    required: bool = True
    handed_in: bool = True
    originals: int = 1
    copies: int = 0
    good: bool = True
    reason: str = ""
    key: str = ""
    extra: bool = False


class ChecklistModel(QAbstractTableModel):
    """The papers as a table that can be edited."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: list[CheckedPaper] = []

    def papers(self) -> tuple[CheckedPaper, ...]:
        """Return the papers as they stand."""
        return tuple(self._papers)

    def show_papers(self, papers: Sequence[CheckedPaper]) -> None:
        """Show other papers."""
        self.beginResetModel()
        self._papers = list(papers)
        self.endResetModel()

    def add_extra(self, name: str) -> int:
        """Add a paper by name and return its row."""
        row = len(self._papers)
        self.beginInsertRows(QModelIndex(), row, row)
        self._papers.append(CheckedPaper(name=clean_typed(name).strip(), required=False, extra=True))
        self.endInsertRows()
        self.edited.emit()
        return row

    def remove_extra(self, row: int) -> None:
        """Remove a paper that was added by name; asked-for papers stay."""
        if 0 <= row < len(self._papers) and self._papers[row].extra:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._papers[row]
            self.endRemoveRows()
            self.edited.emit()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of papers."""
        return 0 if parent.isValid() else len(self._papers)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 6

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say what can be ticked and what can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in _CHECKS:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == _NAME and not self._papers[index.row()].extra:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return a column's heading."""
        if role != _Role.DisplayRole or orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _Role.DisplayRole else None
        return (
            self.tr("Có"),
            self.tr("Tên giấy tờ"),
            self.tr("Bản chính"),
            self.tr("Bản sao"),
            self.tr("Đạt"),
            self.tr("Lý do chưa đạt"),
        )[section]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, count or tick."""
        paper, column = self._papers[index.row()], index.column()
        if role == _Role.CheckStateRole and column in _CHECKS:
            # What was not handed in can be neither good nor bad.
            is_ticked = getattr(paper, _CHECKS[column]) and (column == _TICK or paper.handed_in)
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._words(paper, column, role)
        if role == _Role.TextAlignmentRole and column in _COUNTS:
            return Qt.AlignmentFlag.AlignCenter
        if role == _Role.AccessibleTextRole and column in _CHECKS:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {paper.name}"
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Take a tick, a count or words; refuse anything else."""
        paper, column = self._papers[index.row()], index.column()
        changed = self._changed(paper, column, value, role)
        if changed is None:
            return False
        self._papers[index.row()] = changed
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), _REASON))
        self.edited.emit()
        return True

    def _words(self, paper: CheckedPaper, column: int, role: int) -> object:
        if column in _COUNTS:
            return getattr(paper, _COUNTS[column])
        if column == _NAME and paper.required and role == _Role.DisplayRole:
            return f"{paper.name} *"
        return getattr(paper, _WORDS[column]) if column in _WORDS else None

    def _changed(self, paper: CheckedPaper, column: int, value: object, role: int) -> CheckedPaper | None:
        if role == _Role.CheckStateRole and column in _CHECKS:
            ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            return replace(paper, handed_in=ticked) if column == _TICK else replace(paper, good=ticked)
        if role != _Role.EditRole:
            return None
        if column in _COUNTS and isinstance(value, int):
            number = min(max(value, 0), MOST_COUNTED)
            return replace(paper, originals=number) if column == _ORIGINALS else replace(paper, copies=number)
        if column == _REASON:
            return replace(paper, reason=clean_typed(str(value)).strip())
        if column == _NAME and paper.extra and clean_typed(str(value)).strip():
            return replace(paper, name=clean_typed(str(value)).strip())
        return None


class Checklist(QTableView):
    """The table of papers: arrows move, Space ticks, digits and letters edit, rows are as high as their names."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers_model = ChecklistModel(self)
        self.setModel(self.papers_model)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        self.papers_model.modelReset.connect(self.resizeRowsToContents)
        self.papers_model.rowsInserted.connect(self.resizeRowsToContents)
        self._fit_name()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the other columns leave."""
        super().resizeEvent(event)
        self._fit_name()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size: names may take more lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit_name()
            self.resizeRowsToContents()

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, _after: int) -> None:
        if column == _NAME:
            self.resizeRowsToContents()
        else:
            self._fit_name()

    def _fit_name(self) -> None:
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(_NAME)
        least = theme.current().px(_LEAST_NAME)
        header.resizeSection(_NAME, max(least, self.viewport().width() - others))
