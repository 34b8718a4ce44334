"""F7: the day's views with their counts, narrowed by words, paged from the register, exported as a workbook."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.domain.money import format_number
from onestop_desk.domain.question import View
from onestop_desk.services import board
from onestop_desk.services.board import LARGE, LARGE_SORTS, Listing, Sort
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.ui.card.room import CardRoom
from onestop_desk.ui.exporting import ExportBar
from onestop_desk.ui.line_wording import sort_words, view_words
from onestop_desk.ui.list.batch_box import BatchBox
from onestop_desk.ui.list.columns import line_columns
from onestop_desk.ui.list.export import export_list
from onestop_desk.ui.list.keeper import ListKeeper, Shown, shown_of
from onestop_desk.ui.list.table import DossierTable
from onestop_desk.ui.save_dialog import Wanted, ask_where
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import PagedTable, Source
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow

VIEWS = (
    *(View.TODAY, View.MINE, View.ON_THE_WAY, View.DUE_SOON, View.OVERDUE, View.SUPPLEMENT, View.RESULT),
    *(View.UNPRINTED, View.NEEDS_PERSON, View.OPEN, View.ALL),
)
_DUE_FIRST = frozenset({View.MINE, View.DUE_SOON, View.DUE_TODAY, View.DUE_TOMORROW, View.OVERDUE})
_LEAST_TABLE_HEIGHT = 220


class ListPage(Page):
    """Shows a view of the register; `reprint_asked` carries uid and form."""

    reprint_asked = Signal(str, str)

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        super().__init__(self.tr("Danh sách hồ sơ"))
        self.setObjectName("list_page")
        self._window, self._desk = window, desk
        self._view = View.TODAY
        self._stands_on = self._looked_for = ""
        self._columns = line_columns(window.now)
        self._model = PagedTable(self._columns, window.jobs, self)
        self._table = DossierTable(self._model, self.tr("Danh sách hồ sơ"))
        self._table.setObjectName("list_table")
        self._words = CleanLineEdit(self.tr("Lọc danh sách"), self.tr("Lọc theo tên, số, mã, “quá hạn”…"))
        self._words.setObjectName("list_words")
        self._sort = QComboBox()
        self._sort.setObjectName("list_sort")
        self._sort.setAccessibleName(self.tr("Thứ tự"))
        self._export = Button(self.tr("Xuất Excel"), "export")
        self._export.setObjectName("list_export")
        self._bar = ExportBar()
        self._said = Paragraph("", "muted")
        self._said.setObjectName("list_said")
        self._batch = BatchBox(desk, window.jobs, self._table, self._model)
        self._buttons = QButtonGroup(self)
        self._keeper = ListKeeper(desk, window.jobs, self._shown, self)
        self._room = CardRoom(self._front(), desk, window.jobs, window.now)
        self.column.addWidget(self._room, 1)
        self._connect()
        self.setFocusProxy(self._table)
        self._show_kept(self._keeper.restored())

    def entered(self) -> None:
        """Count and read anew: time has passed."""
        self._count_views()
        self._model.refresh()

    def left(self) -> None:
        """Keep what is shown."""
        self._keeper.keep_now()

    def show_view(self, view: View, words: str = "") -> None:
        """Show another view, narrowed by words."""
        self._room.close_card()
        self._words.setText(words)
        self._choose(view)

    def narrow(self, words: str) -> None:
        """Narrow the whole register by words: what a scan on this page does."""
        self.show_view(View.ALL, words)

    def listing(self) -> Listing:
        """Return what is shown."""
        return Listing(self._view, self._sort.currentData() or Sort.NEWEST, self._words.text().strip())

    def export_to(self, path: Path) -> None:
        """Write what is shown to a workbook, beside both lanes; a person may stop it."""
        if self._bar.is_running():
            return
        self._export.setEnabled(False)
        args = (self._desk, self.listing(), self._columns, path, self._bar.begin())
        done = partial(self._on_exported, path)
        self._window.jobs.read_long(export_list, *args, done=done, failed=self._on_export_failed)

    def _shown(self) -> Shown:
        return shown_of(self.listing(), self._stands_on)

    def _show_kept(self, kept: Shown) -> None:
        listing = kept.listing
        self._words.setText(listing.words)
        self._choose(listing.view)
        at = self._sort.findData(listing.sort)
        if at >= 0:
            self._sort.setCurrentIndex(at)
        self._stands_on = kept.uid

    def _choose(self, view: View) -> None:
        self._view = view
        for button in self._buttons.buttons():
            button.setChecked(button.objectName() == f"view_{view.value}")
        self._offer_sorts()
        self._reopen()

    def _offer_sorts(self) -> None:
        self._sort.blockSignals(True)
        self._sort.clear()
        offered = [sort for sort in Sort if self._view not in LARGE or sort in LARGE_SORTS]
        for sort in offered:
            self._sort.addItem(sort_words(sort), sort)
        self._sort.setCurrentIndex(offered.index(Sort.DUE) if self._view in _DUE_FIRST else 0)
        self._sort.blockSignals(False)

    @Slot()
    def _reopen(self) -> None:
        self._batch.forget()
        self._stands_on = self._looked_for = ""
        self._keeper.note_change()
        listing = self.listing()
        self._sort.setEnabled(not (listing.words and listing.view in LARGE))
        self._model.open(
            Source(
                partial(board.count, self._desk, listing.view, listing.words),
                partial(board.page, self._desk, listing),
            )
        )

    def _count_views(self) -> None:
        self._window.jobs.read(_counts, self._desk, done=self._on_views_counted, key=(id(self), "views"))

    @Slot(object)
    def _on_views_counted(self, counts: dict[View, int]) -> None:
        for button in self._buttons.buttons():
            view = View(button.objectName().removeprefix("view_"))
            button.setText(f"{view_words(view)}  {format_number(counts[view])}")

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._said.setText(self.tr("{n} hồ sơ").format(n=format_number(count)) if count else self._nothing())
        self._export.setEnabled(count > 0)
        if count:
            self._go_back()

    def _go_back(self) -> None:
        """Stand on the same dossier as before, wherever it is by now; whoever stood at the top stays there."""
        uid = self._looked_for = self._stands_on
        self._batch.show_row(0)
        if uid:
            done = partial(self._on_place, uid)
            jobs = self._window.jobs
            jobs.read(board.place, self._desk, self.listing(), uid, done=done, key=(id(self), "place"))

    def _on_place(self, uid: str, row: int | None) -> None:
        if self._looked_for != uid:
            return
        self._looked_for = ""
        if row:
            self._batch.show_row(row)
        else:
            self._on_row()

    def _on_row(self, *_: object) -> None:
        row, line = self._table.currentIndex().row(), self._table.current_row()
        if row > 0 and isinstance(line, DossierLine):
            self._stands_on, self._looked_for = line.uid, ""
        elif row == 0 and not self._looked_for:
            self._stands_on = ""
        self._keeper.note_change()

    def _nothing(self) -> str:
        if self._words.text().strip():
            return self.tr("Không có hồ sơ nào khớp trong mục này.")
        return self.tr("Không có hồ sơ nào trong mục này.")

    @Slot(object)
    def _on_opened(self, line: DossierLine) -> None:
        self._room.open_card(line.uid)

    def _on_view_clicked(self, view: View, _checked: bool = False) -> None:
        self._choose(view)

    def _on_export(self) -> None:
        name = f"{view_words(self._view)}.xlsx"
        ask_where(self, Wanted(self.tr("Xuất Excel"), name, {"xlsx": "Excel (*.xlsx)"}), self.export_to)

    def _on_exported(self, path: Path, rows: int) -> None:
        self._end_export()
        what = self.tr("Đã xuất {n} hồ sơ ra {path}.").format(n=format_number(rows), path=path)
        self._window.say(Sentence(what, severity=Severity.INFO))

    def _on_export_failed(self, error: Exception) -> None:
        self._end_export()
        self._window.errors.report(error)

    def _end_export(self) -> None:
        self._bar.end()
        self._export.setEnabled(True)

    def _connect(self) -> None:
        self._model.counted.connect(self._on_counted)
        self._model.page_arrived.connect(self._on_row)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.opened.connect(self._on_opened)
        self._window.closing.connect(self._keeper.keep_now)
        self._words.textChanged.connect(self._reopen)
        self._sort.currentIndexChanged.connect(self._reopen)
        self._export.clicked.connect(self._on_export)
        self._batch.done.connect(self.entered)
        self._batch.failed.connect(self._window.errors.report)
        self._room.reprint_asked.connect(self.reprint_asked)

    def _front(self) -> QWidget:
        views = FlowLayout(across=6, down=6)
        for view in VIEWS:
            views.addWidget(self._view_button(view))
        order = QHBoxLayout()
        order.addWidget(self._said, 1)
        order.addWidget(self._sort)
        order.addWidget(self._export)
        self._table.setMinimumHeight(_LEAST_TABLE_HEIGHT)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(views)
        column.addWidget(self._words)
        column.addLayout(order)
        column.addWidget(self._bar)
        column.addWidget(self._table, 1)
        column.addWidget(self._batch)
        front.setFocusProxy(self._table)
        return front

    def _view_button(self, view: View) -> Button:
        button = Button(view_words(view))
        button.setObjectName(f"view_{view.value}")
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_view_clicked, view))
        self._buttons.addButton(button)
        return button


def _counts(desk: Desk) -> dict[View, int]:
    return {view: board.count(desk, view) for view in VIEWS}
