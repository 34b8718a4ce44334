"""One procedure: what is published, what the office made of it, and the way to change that."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from onestop_desk.domain.catalogue import CatalogueEntry, PauseRule, Procedure
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.domain.procedure_rules import sound_procedure
from onestop_desk.ui.catalogue import parts
from onestop_desk.ui.catalogue.new_box import NewProcedureBox
from onestop_desk.ui.catalogue_wording import pause_words
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.widgets.badge import Badge
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.edit_table import EditBox
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox
from onestop_desk.ui.wording import Severity

_TAB_OF = {"limit": 0, "limits": 0, "limits.statutory": 0, "fees": 1, "papers": 2, "steps": 3}
_EMPTY = Procedure("", "", "")


class ProcedureEditor(QFrame):
    """Shows a catalogue entry, or a new one without a code yet, and lets it be changed; the page acts on what is
    asked for."""

    begin_asked = Signal(object)
    save_asked = Signal(object)
    drop_asked = Signal(str)
    retire_asked = Signal(str, str)
    restore_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = CatalogueEntry()
        self._base: Procedure | None = None
        self._make_head()
        self._make_parts()
        self._make_foot()
        self._connect()
        self._assemble()

    def show_entry(self, entry: CatalogueEntry, draft: Procedure | None = None) -> None:
        """Show a procedure; a draft that was left unsaved comes back as it was."""
        procedure = entry.procedure
        if procedure is None:
            return
        self._entry, self._base = entry, procedure
        self._show(draft or procedure)

    def show_new(self, draft: Procedure | None = None) -> None:
        """Show an empty procedure to be filled, or what was filled in of it before."""
        self._entry, self._base = CatalogueEntry(), _EMPTY
        self._show(draft or _EMPTY)
        self._tabs.setCurrentIndex(0)

    def take_focus(self) -> None:
        """Go to the code of a new procedure."""
        self._new.take_focus()

    def is_new(self) -> bool:
        """Say whether what is shown was never saved."""
        return self._base is _EMPTY

    def code(self) -> str:
        """Return the code of the procedure shown; empty before any, and for a new one."""
        return self._base.code if self._base else ""

    def edited(self) -> Procedure | None:
        """Return the procedure as it stands on the screen, unchecked; None before any."""
        if self._base is None:
            return None
        code, name, field = self._new.texts() if self.is_new() else (self._base.code, self._base.name, self._base.field)
        return replace(
            self._base,
            code=code,
            name=name,
            field=field,
            limits=self._limits.rows(),
            fees=self._fees.rows(),
            papers=self._papers.rows(),
            steps=self._steps.rows(),
            on_site_five=self._on_site_five.isChecked(),
            pause_rule=list(PauseRule)[self._pause.currentIndex()],
        )

    def is_changed(self) -> bool:
        """Say whether something on the screen is not saved."""
        return self.edited() != self._base

    def show_problem(self, error: DeskError) -> None:
        """Say what is wrong, on the part it is in."""
        if self.is_new() and self._new.show_problem(error):
            self._tell("")
            return
        told = sentence_of(error)
        if not isinstance(error, BadValue):
            self._tell(f"{told.what} {told.do}")
            return
        self._tabs.setCurrentIndex(_TAB_OF.get(error.field, self._tabs.currentIndex()))
        self._tell(f"{told.what} {error.value}".strip() if error.value else told.what)

    def set_busy(self, busy: bool) -> None:
        """Let nobody save twice."""
        self._is_busy = busy
        self._refresh()

    def offer_back(self, offered: bool) -> None:
        """Show the way back to the list where the list is hidden."""
        self._back.setVisible(offered)

    def _make_head(self) -> None:
        self._is_busy = False
        self._back = Button(self.tr("Danh sách"), "list", "quiet", name="catalogue_back")
        self._name = Paragraph("", "heading")
        self._name.setObjectName("procedure_name")
        self._new = NewProcedureBox()
        self._place = Paragraph("", "muted")
        self._place.setObjectName("procedure_place")
        self._unsaved = Badge(self.tr("Chưa lưu"), Severity.PERSON)
        self._own = Badge(self.tr("Riêng của đơn vị"), Severity.INFO)
        self._retired = Badge(self.tr("Ngừng áp dụng"), Severity.FAULT)
        self._why_retired = Paragraph("", "muted")

    def _make_parts(self) -> None:
        self._limits = EditBox(self.tr("Thời hạn giải quyết"), parts.limit_columns(), parts.new_limit)
        self._fees = EditBox(self.tr("Phí, lệ phí"), parts.fee_columns(), parts.new_fee)
        self._papers = EditBox(self.tr("Giấy tờ phải nộp"), parts.paper_columns(), parts.new_paper)
        self._steps = EditBox(self.tr("Các bước 5 tại chỗ"), parts.step_columns(), parts.new_step)
        for name, box in zip(("limits", "fees", "papers", "steps"), self._boxes(), strict=True):
            box.name_parts(name)
        self._pause = QuietComboBox()
        self._pause.setObjectName("pause_rule")
        self._pause.setAccessibleName(self.tr("Khi chờ bổ sung hồ sơ"))
        self._pause.addItems([pause_words(rule) for rule in PauseRule])
        self._on_site_five = QCheckBox(self.tr("Giải quyết theo 5 tại chỗ"))
        self._on_site_five.setObjectName("on_site_five")
        self._tabs = QTabWidget()
        self._tabs.setObjectName("procedure_tabs")
        self._tabs.addTab(self._with(self._limits, self._pause_row()), self.tr("Thời hạn"))
        self._tabs.addTab(self._with(self._fees), self.tr("Phí"))
        self._tabs.addTab(self._with(self._papers), self.tr("Giấy tờ"))
        self._tabs.addTab(self._with(self._steps, self._on_site_five), self.tr("5 tại chỗ"))

    def _make_foot(self) -> None:
        self._problem = Paragraph("", "problem")
        self._problem.setObjectName("procedure_problem")
        self._save = Button(self.tr("Lưu thay đổi"), "save", "primary", name="procedure_save")
        self._undo = Button(self.tr("Bỏ thay đổi"), "undo", name="procedure_undo")
        self._drop = Button(self.tr("Theo bản công bố"), "catalogue", name="procedure_drop")
        self._reason = LabelledLine(self.tr("Lý do ngừng áp dụng"), "retire_reason")
        self._retire = Button(self.tr("Ngừng áp dụng"), "lock", name="procedure_retire")
        self._restore = Button(self.tr("Áp dụng lại"), "undo", name="procedure_restore")

    def _connect(self) -> None:
        for box in self._boxes():
            box.edited.connect(self._refresh)
        self._new.edited.connect(self._refresh)
        self._pause.currentIndexChanged.connect(self._refresh)
        self._on_site_five.toggled.connect(self._refresh)
        self._reason.line.textChanged.connect(self._refresh)
        self._back.clicked.connect(self.back_asked)
        self._save.clicked.connect(self._on_save)
        self._undo.clicked.connect(self._on_undo)
        self._drop.clicked.connect(self._on_drop)
        self._retire.clicked.connect(self._on_retire)
        self._restore.clicked.connect(self._on_restore)

    def _assemble(self) -> None:
        self.setObjectName("procedure_editor")
        self.setProperty("role", "card")
        head = FlowLayout(across=8, down=4)
        for one in (self._back, self._unsaved, self._own, self._retired):
            head.addWidget(one)
        actions = FlowLayout(across=8, down=6)
        for button in (self._save, self._undo, self._drop):
            actions.addWidget(button)
        retiring = QHBoxLayout()
        retiring.addWidget(self._reason, 1)
        retiring.addWidget(self._retire)
        retiring.addWidget(self._restore)
        retiring.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(head)
        for line in (self._name, self._new, self._place, self._why_retired):
            column.addWidget(line)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._problem)
        column.addLayout(actions)
        column.addLayout(retiring)

    def _pause_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Paragraph(self.tr("Khi chờ bổ sung hồ sơ")), 1)
        line.addWidget(self._pause, 1)
        return row

    def _with(self, box: EditBox, *more: QWidget) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        for one in more:
            column.addWidget(one)
        column.addWidget(box, 1)
        return tab

    def _boxes(self) -> tuple[EditBox, ...]:
        return (self._limits, self._fees, self._papers, self._steps)

    def _show(self, shown: Procedure) -> None:
        self._limits.show_rows(shown.limits)
        self._fees.show_rows(shown.fees)
        self._papers.show_rows(shown.papers)
        self._steps.show_rows(shown.steps)
        self._on_site_five.setChecked(shown.on_site_five)
        self._pause.setCurrentIndex(list(PauseRule).index(shown.pause_rule))
        self._name.setText(self.tr("Thủ tục mới") if self.is_new() else shown.name)
        self._place.setText(f"{shown.code} · {shown.field}")
        self._new.show_texts(shown.code, shown.name, shown.field)
        self._reason.set_text("")
        self._tell("")
        self._refresh()

    def _refresh(self, *_changed: object) -> None:
        changed, entry, is_new = self.is_changed(), self._entry, self.is_new()
        self._new.setVisible(is_new)
        self._place.setVisible(not is_new)
        self._save.setText(self.tr("Lưu thủ tục mới") if is_new else self.tr("Lưu thay đổi"))
        self._unsaved.setVisible(changed)
        self._own.setVisible(entry.adapted is not None)
        self._retired.setVisible(not is_new and not entry.is_offered)
        self._why_retired.setText(entry.retired_reason)
        self._why_retired.setVisible(bool(entry.retired_reason))
        self._save.setEnabled(changed and not self._is_busy)
        self._undo.setEnabled(changed)
        self._drop.setVisible(entry.adapted is not None and entry.published is not None)
        self._reason.setVisible(entry.is_offered)
        self._retire.setVisible(entry.is_offered)
        self._retire.setEnabled(bool(self._reason.text().strip()) and not self._is_busy)
        self._restore.setVisible(not is_new and not entry.is_offered)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _on_save(self) -> None:
        wanted = self.edited()
        if wanted is None:
            return
        try:
            sound = sound_procedure(wanted)
        except BadValue as error:
            self.show_problem(error)
            return
        self._tell("")
        (self.begin_asked if self.is_new() else self.save_asked).emit(sound)

    def _on_undo(self) -> None:
        if self.is_new():
            self.show_new()
            self.take_focus()
        else:
            self.show_entry(self._entry)

    def _on_drop(self) -> None:
        self.drop_asked.emit(self.code())

    def _on_retire(self) -> None:
        self.retire_asked.emit(self.code(), self._reason.text())

    def _on_restore(self) -> None:
        self.restore_asked.emit(self.code())
