"""A small table of values that can be typed into: rows are frozen dataclasses, columns say how a field is edited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from onestop_desk.ui import theme
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.line_edit import clean_typed

_LEAST_WIDE = 150

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole
_TRIGGER = QAbstractItemView.EditTrigger


@dataclass(frozen=True, slots=True)
class EditColumn:
    """A column over the dataclass field `name`; without a name it shows `words` and cannot be edited.

    `read` makes the value of what was typed and raises ValueError for what cannot be; `choices` are offered instead;
    a `is_check` column is ticked.
    """

    title: str
    name: str = ""
    words: Callable[[Any], str] = str
    read: Callable[[str], Any] = str
    choices: tuple[tuple[Any, str], ...] = ()
    is_check: bool = False
    is_wide: bool = False


class EditModel(QAbstractTableModel):
    """The rows as they stand; `edited` after every change by a person."""

    edited = Signal()

    def __init__(self, columns: Sequence[EditColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Any] = []

    def rows(self) -> tuple[Any, ...]:
        """Return the rows."""
        return tuple(self._rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_row(self, row: Any) -> int:
        """Put a row at the end and return its place."""
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(row)
        self.endInsertRows()
        self.edited.emit()
        return place

    def remove_row(self, place: int) -> None:
        """Take a row away."""
        if 0 <= place < len(self._rows):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()
            self.edited.emit()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say what can be ticked and what can be typed."""
        column = self.columns[index.column()]
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if column.is_check:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if column.name else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return a column's heading, or a row's number."""
        if role != _Role.DisplayRole:
            return None
        return self.columns[section].title if orientation == Qt.Orientation.Horizontal else section + 1

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, its value to edit, or its tick."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if column.is_check:
            return self._tick(row, column, role)
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return _words(row, column)
        if role == _Role.EditRole:
            return _typed(row, column)
        return None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Take a tick, a choice or what was typed; refuse what cannot be read."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        try:
            changed = replace(row, **{column.name: self._value(column, value, role)})
        except ValueError:
            return False
        if changed != row:
            self._rows[index.row()] = changed
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
            self.edited.emit()
        return True

    def _tick(self, row: Any, column: EditColumn, role: int) -> object:
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if getattr(row, column.name) else Qt.CheckState.Unchecked
        return column.title if role == _Role.AccessibleTextRole else None

    def _value(self, column: EditColumn, value: object, role: int) -> object:
        if column.is_check:
            if role != _Role.CheckStateRole:
                raise ValueError(role)
            return Qt.CheckState(value) == Qt.CheckState.Checked
        if column.choices:
            return column.choices[int(str(value))][0]
        return column.read(clean_typed(str(value)).strip())


class _Cells(QStyledItemDelegate):
    """Offers a list where a column has choices, a line everywhere else."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Make the field that is typed into."""
        model = index.model()
        if isinstance(model, EditModel) and model.columns[index.column()].choices:
            box = QComboBox(parent)
            box.addItems([words for _, words in model.columns[index.column()].choices])
            box.activated.connect(self._on_activated)
            return box
        return super().createEditor(parent, option, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Put the value into the field."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(int(str(index.data(_Role.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take the value out of the field."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentIndex())
        else:
            super().setModelData(editor, model, index)

    @Slot(int)
    def _on_activated(self, _at: int) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class EditTable(QTableView):
    """The table: a key, or a click on the chosen cell, edits; Tab leaves; the wide column takes what is left."""

    def __init__(self, name: str, columns: Sequence[EditColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit_model = EditModel(columns, self)
        self._wide = next((at for at, column in enumerate(columns) if column.is_wide), 0)
        self.setModel(self.edit_model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            _TRIGGER.DoubleClicked | _TRIGGER.SelectedClicked | _TRIGGER.EditKeyPressed | _TRIGGER.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        for changed in (self.edit_model.modelReset, self.edit_model.rowsInserted, self.edit_model.dataChanged):
            changed.connect(self.resizeRowsToContents)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wide column what the others leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size: names may take more lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fit()
            self.resizeRowsToContents()

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _before: int, _after: int) -> None:
        if column == self._wide:
            self.resizeRowsToContents()
        else:
            self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(self._wide)
        least = max(theme.current().px(_LEAST_WIDE), header.sectionSizeHint(self._wide))
        header.resizeSection(self._wide, max(least, self.viewport().width() - others))


class EditBox(QWidget):
    """A table with its two buttons: a new row, and one row less."""

    edited = Signal()

    def __init__(
        self, name: str, columns: Sequence[EditColumn], new_row: Callable[[], Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._new_row = new_row
        self.table = EditTable(name, columns)
        self._add = Button(self.tr("Thêm dòng"), "plus")
        self._remove = Button(self.tr("Xóa dòng"), "delete")
        self._add.setAccessibleName(self.tr("Thêm dòng: {name}").format(name=name))
        self._remove.setAccessibleName(self.tr("Xóa dòng: {name}").format(name=name))
        self.table.edit_model.edited.connect(self.edited)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._assemble()

    def name_parts(self, name: str) -> None:
        """Give the parts object names that begin with `name`."""
        self.setObjectName(name)
        self.table.setObjectName(f"{name}_table")
        self._add.setObjectName(f"{name}_add")
        self._remove.setObjectName(f"{name}_remove")

    def rows(self) -> tuple[Any, ...]:
        """Return the rows as they stand."""
        return self.table.edit_model.rows()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.table.edit_model.show_rows(rows)

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _on_add(self) -> None:
        place = self.table.edit_model.add_row(self._new_row())
        self.table.setCurrentIndex(self.table.edit_model.index(place, 0))
        self.table.setFocus()

    def _on_remove(self) -> None:
        self.table.edit_model.remove_row(self.table.currentIndex().row())


def _words(row: Any, column: EditColumn) -> str:
    if not column.name:
        return column.words(row)
    value = getattr(row, column.name)
    if column.choices:
        return next((words for known, words in column.choices if known == value), "")
    return column.words(value)


def _typed(row: Any, column: EditColumn) -> object:
    value = getattr(row, column.name) if column.name else ""
    if column.choices:
        return next((at for at, (known, _) in enumerate(column.choices) if known == value), 0)
    return "" if value is None else str(value)
