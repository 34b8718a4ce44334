"""The catalogue's page: find a procedure, read its limits and fees, change what the office may change, import."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desk.domain.catalogue import CatalogueEntry, Procedure
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.money import format_number
from onestop_desk.services import catalogue
from onestop_desk.services.catalogue import ImportReport
from onestop_desk.services.catalogue_list import CatalogueLine
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ProcedureKnown
from onestop_desk.ui import theme
from onestop_desk.ui.catalogue.editor import ProcedureEditor
from onestop_desk.ui.catalogue.listing import ProcedureTable, list_columns, open_listing
from onestop_desk.ui.catalogue.report import RefusedRows
from onestop_desk.ui.save_dialog import Wanted, ask_where
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import PagedTable
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.wording import Sentence, Severity

_BOTH_FROM = 1120
_TYPING_MS = 150
_WORDS_WIDE, _COUNT_WIDE = 230, 100


class CataloguePage(Page):
    """The list and, beside it or in its place where the room is scarce, the editor of one procedure."""

    def __init__(self, window: Any, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(translate("Catalogue", "Danh mục thủ tục"), parent)
        self._window, self._desk = window, desk
        self._drafts: dict[str, Procedure] = {}
        self._is_open = False
        self._make_elements()
        self._make_table()
        self._connect()
        self._assemble()

    def entered(self) -> None:
        """List anew: another page or an import may have changed the catalogue."""
        self.refresh()

    def refresh(self) -> None:
        """List what the words and the choice above ask for."""
        self._model.open(open_listing(self._desk, self._words.text(), bool(self._shown.value())))

    def open_procedure(self, code: str) -> None:
        """Show one procedure in the editor; what was left unsaved in it comes back."""
        self._keep_draft()
        self._window.jobs.read(catalogue.entry, self._desk, code, done=self._on_entry, key=(id(self), "entry"))

    def import_file(self, path: str) -> None:
        """Take in a catalogue file and say what it did."""
        self._import.setEnabled(False)
        self._window.jobs.run(
            catalogue.import_catalogue, self._desk, Path(path), done=self._on_imported, failed=self._on_import_failed
        )

    def save_template(self, path: Path) -> None:
        """Write the workbook that clerks fill."""
        self._window.jobs.run(_write_template, path, done=self._on_template)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and editor side by side where both fit."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self._words.setMinimumWidth(theme.current().px(_WORDS_WIDE))

    def _make_elements(self) -> None:
        self._words = CleanLineEdit(self.tr("Tìm thủ tục"), self.tr("Tên không dấu hoặc mã"))
        self._words.setObjectName("catalogue_words")
        self._shown = Segments(
            "shown", self.tr("Hiện"), ((True, self.tr("Đang áp dụng")), (False, self.tr("Ngừng áp dụng")))
        )
        self._shown.set_value(True)
        self._count = Paragraph("", "muted")
        self._count.setObjectName("catalogue_count")
        self._import = Button(self.tr("Nhập danh mục…"), "folder", name="catalogue_import")
        self._template = Button(self.tr("Tệp mẫu…"), "export", name="catalogue_template")
        self._new = Button(self.tr("Thủ tục mới"), "plus", name="catalogue_new")
        self._refused = RefusedRows()
        self._editor = ProcedureEditor()
        self._editor.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)

    def _make_table(self) -> None:
        self._model = PagedTable(list_columns(), self._window.jobs, self)
        self._table = ProcedureTable(self.tr("Các thủ tục"))
        self._table.show_model(self._model)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self._shown.chosen.connect(self._on_shown)
        self._model.counted.connect(self._on_counted)
        self._table.clicked.connect(self._on_row)
        self._table.activated.connect(self._on_row)
        self._new.clicked.connect(self._on_new)
        self._import.clicked.connect(self._on_import)
        self._template.clicked.connect(self._on_template_asked)
        self._editor.begin_asked.connect(self._on_begin)
        self._editor.save_asked.connect(self._on_save)
        self._editor.drop_asked.connect(self._on_drop)
        self._editor.retire_asked.connect(self._on_retire)
        self._editor.restore_asked.connect(self._on_restore)
        self._editor.back_asked.connect(self._on_back)

    def _assemble(self) -> None:
        self.setObjectName("catalogue_page")
        tools, about = FlowLayout(across=8, down=6), FieldFlow(across=8, down=6)
        self._dress()
        for one in (self._words, self._shown, self._new):
            tools.addWidget(one)
        about.add_field(self._count, _COUNT_WIDE, 1)
        for one in (self._import, self._template):
            about.add_field(one, 0, 0)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        column.addLayout(about)
        column.addWidget(self._table, 1)
        self.column.addWidget(self._refused)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._list, 5)
        both.addWidget(self._editor, 6)
        self.column.addLayout(both, 1)
        self.setFocusProxy(self._words)

    def _arrange(self) -> None:
        has_room = self.width() >= theme.current().px(_BOTH_FROM)
        self._editor.setVisible(self._is_open)
        self._list.setVisible(has_room or not self._is_open)
        self._editor.offer_back(not has_room)

    def _keep_draft(self) -> None:
        code, edited = self._editor.code(), self._editor.edited()
        if edited is not None and self._editor.is_changed():
            self._drafts[code] = edited
        else:
            self._drafts.pop(code, None)

    def _change(self, change: Callable[..., Any], *args: Any) -> None:
        self._editor.set_busy(True)
        done = partial(self._on_changed, self._editor.code())
        self._window.jobs.run(change, self._desk, *args, done=done, failed=self._on_refused)

    def _on_shown(self, _is_offered: object) -> None:
        self.refresh()

    def _on_counted(self, count: int) -> None:
        self._count.setText(self.tr("{n} thủ tục").format(n=format_number(count)))

    def _on_row(self, index: QModelIndex) -> None:
        line = self._model.row(index.row())
        if isinstance(line, CatalogueLine):
            self.open_procedure(line.code)

    def _on_entry(self, entry: CatalogueEntry) -> None:
        if entry.procedure is None:
            return
        self._editor.show_entry(entry, self._drafts.get(entry.procedure.code))
        self._is_open = True
        self._arrange()

    def _on_new(self) -> None:
        self._keep_draft()
        self._editor.show_new(self._drafts.get(""))
        self._is_open = True
        self._arrange()
        self._editor.take_focus()

    def _on_begin(self, wanted: Procedure) -> None:
        self._editor.set_busy(True)
        self._window.jobs.run(catalogue.begin, self._desk, wanted, done=self._on_begun, failed=self._on_refused)

    def _on_begun(self, made: Procedure) -> None:
        self._editor.set_busy(False)
        if self._editor.is_new():
            self._editor.show_entry(CatalogueEntry(adapted=made))
        self._drafts.pop("", None)
        self.refresh()
        words = self.tr("Đã thêm thủ tục {code}; Tiếp nhận dùng được ngay.").format(code=made.code)
        self._window.say(Sentence(words, severity=Severity.INFO))

    def _on_back(self) -> None:
        self._keep_draft()
        self._is_open = False
        self._arrange()
        self._table.setFocus()

    def _on_save(self, wanted: Procedure) -> None:
        self._change(catalogue.adapt, wanted)

    def _on_drop(self, code: str) -> None:
        self._change(catalogue.drop_adaptation, code)

    def _on_retire(self, code: str, reason: str) -> None:
        self._change(catalogue.retire, code, reason)

    def _on_restore(self, code: str) -> None:
        self._change(catalogue.restore, code)

    def _on_changed(self, code: str, _result: object) -> None:
        self._editor.set_busy(False)
        self._drafts.pop(code, None)
        self.refresh()
        if self._editor.code() == code:
            self._window.jobs.read(catalogue.entry, self._desk, code, done=self._on_entry, key=(id(self), "entry"))
        self._window.say(Sentence(self.tr("Đã lưu thủ tục {code}.").format(code=code), severity=Severity.INFO))

    def _on_refused(self, error: Exception) -> None:
        self._editor.set_busy(False)
        if isinstance(error, BadValue | ProcedureKnown):
            self._editor.show_problem(error)
        else:
            self._window.errors.report(error)

    def _on_import(self) -> None:
        kinds = self.tr("Danh mục thủ tục (*.json *.xlsx)")
        dialog = QFileDialog(self, self.tr("Nhập danh mục thủ tục"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def _on_imported(self, report: ImportReport) -> None:
        self._import.setEnabled(True)
        words = self.tr("Đã nhập danh mục: {new} mới, {changed} thay đổi, {unchanged} không đổi.").format(
            new=report.new, changed=report.changed, unchanged=report.unchanged
        )
        left_out = self.tr("{n} dòng không nhập được:").format(n=len(report.refused))
        self._refused.show_rows(f"{words} {left_out}", report.refused)
        if not report.refused:
            self._window.say(Sentence(words, severity=Severity.INFO))
        self.refresh()

    def _on_import_failed(self, error: Exception) -> None:
        self._import.setEnabled(True)
        self._window.errors.report(error)

    def _on_template_asked(self) -> None:
        wanted = Wanted(self.tr("Lưu tệp mẫu"), "mau-danh-muc.xlsx", {"xlsx": self.tr("Excel (*.xlsx)")})
        ask_where(self, wanted, self.save_template)

    def _on_template(self, path: Path) -> None:
        words = self.tr("Đã ghi tệp mẫu: {path}").format(path=path)
        self._window.say(Sentence(words, severity=Severity.INFO))


def _write_template(path: Path) -> Path:
    from onestop_desk.services.catalogue_template import write_template

    write_template(path)
    return path
