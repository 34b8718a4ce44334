"""What the search box offers: commands first, then dossiers, in the columns of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from onestop_desk.services.line import DossierLine
from onestop_desk.ui.widgets.paged import Column

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Command:
    """A page that can be opened by its name."""

    key: str
    title: str
    shortcut: str = ""


class OfferModel(QAbstractTableModel):
    """A few rows, all at hand."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Command | DossierLine, ...] = ()

    def replace(self, rows: Sequence[Command | DossierLine]) -> None:
        """Offer other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many rows are offered."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, or its row (UserRole)."""
        row = self._rows[index.row()] if index.isValid() else None
        if role == _Role.UserRole:
            return row
        if role not in (_Role.DisplayRole, _Role.ToolTipRole) or row is None:
            return None
        if isinstance(row, Command):
            return _command_words(row, index.column())
        return self._columns[index.column()].shown(row, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return a column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self._columns[section].title
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _command_words(command: Command, column: int) -> str:
    return {0: f"→ {command.shortcut}".rstrip(), 1: command.title}.get(column, "")
