"""Danh sách đã giao: earlier lists, what became of their dossiers, printed again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.services import hand_over, holding, issue
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import ListLine
from onestop_desk.services.holding import Held
from onestop_desk.ui.hand_over.rows import Mark, place_words, row_of
from onestop_desk.ui.hand_over.table import HeldTable
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.paged import Column, PagedTable, whole_list
from onestop_desk.ui.widgets.row_table import RowTable
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow

_MOST_LISTS = 200


class ListsPanel(QWidget):
    """Shows the lists, newest first, and below them the dossiers of the chosen one as they are now."""

    def __init__(self, window: "MainWindow", desk: Desk, room: PrintRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lists_panel")
        self._window, self._desk, self._room = window, desk, room
        self._model = PagedTable(self._columns(), window.jobs, self)
        self._table = RowTable(self._model, self.tr("Danh sách đã giao"))
        self._table.setObjectName("lists_table")
        self._dossiers = HeldTable(self.tr("Hồ sơ trong danh sách"))
        self._dossiers.setObjectName("lists_dossiers")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("lists_said")
        self._again = Button(self.tr("In lại danh sách"), "printer", name="lists_again")
        self._again.setEnabled(False)
        self._again.clicked.connect(self._on_again)
        self._model.counted.connect(self._on_counted)
        self._model.page_arrived.connect(self._on_chosen)
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        self._assemble()
        self._model.open(whole_list(hand_over.recent_lists, desk, _MOST_LISTS))

    def entered(self) -> None:
        """Read anew."""
        self._model.refresh()

    def left(self) -> None:
        """Keep nothing: it only shows."""

    def chosen(self) -> ListLine | None:
        """Return the list that is chosen."""
        row = self._table.current_row()
        return row if isinstance(row, ListLine) else None

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Số"), _serial, on_right=True),
            Column(self.tr("Lúc"), _at),
            Column(self.tr("Số hồ sơ"), _size, on_right=True),
            Column(self.tr("Nơi nhận"), _to, is_long=True),
        )

    def _on_counted(self, count: int) -> None:
        self._said.setText("" if count else self.tr("Chưa có danh sách bàn giao nào."))
        if count:
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._on_chosen()

    def _on_chosen(self, *_: object) -> None:
        chosen = self.chosen()
        self._again.setEnabled(chosen is not None)
        if chosen is None:
            self._dossiers.show_rows(())
            return
        done = partial(self._on_dossiers, chosen.uid)
        self._window.jobs.read(_dossiers, self._desk, chosen.uid, done=done, key=(id(self), "dossiers"))

    def _on_dossiers(self, uid: str, dossiers: tuple[Held, ...]) -> None:
        chosen = self.chosen()
        if chosen is None or chosen.uid != uid:
            return
        self._dossiers.show_rows([row_of(held, Mark.PLAIN, place_words(held)) for held in dossiers])
        waiting = sum(held.is_on_the_way and held.holder == chosen.to for held in dossiers)
        words = self.tr("{n} hồ sơ, {waiting} chờ xác nhận.") if waiting else self.tr("{n} hồ sơ.")
        self._said.setText(words.format(n=len(dossiers), waiting=waiting))

    def _on_again(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            done = partial(self._on_written, chosen.serial)
            self._window.jobs.run(issue.print_list_again, self._desk, chosen.uid, done=done)

    def _on_written(self, serial: int, _nothing: object) -> None:
        self._room.hand_in()
        what = self.tr("Danh sách số {serial} đang in lại.").format(serial=serial)
        self._window.say(Sentence(what, severity=Severity.INFO))

    def _assemble(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._again, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._table, 1)
        column.addWidget(self._dossiers, 1)
        column.addLayout(foot)
        self.setFocusProxy(self._table)


def _dossiers(desk: Desk, uid: str) -> tuple[Held, ...]:
    return holding.held(desk, [line.uid for line in hand_over.dossiers_of(desk, uid)])


def _serial(line: ListLine) -> str:
    return str(line.serial)


def _at(line: ListLine) -> str:
    return local_moment(line.at)


def _size(line: ListLine) -> str:
    return str(line.size)


def _to(line: ListLine) -> str:
    return line.to
