"""Chưa ra giấy: every paper that is not known to be on paper, and what can be done about it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from onestop_desk.services import printing
from onestop_desk.services.desk import Desk
from onestop_desk.services.printing import JobLine, JobState
from onestop_desk.ui.line_wording import job_words, local_moment
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.print_wording import cause_words, paper_words, printer_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import Column, PagedTable, whole_list
from onestop_desk.ui.widgets.row_table import RowTable

SHOWN = (
    *(JobState.UNKNOWN, JobState.REFUSED, JobState.EXPIRED),
    *(JobState.WAITING, JobState.SENDING, JobState.KEPT),
)
_ASKED = (JobState.UNKNOWN,)
_AGAIN = (JobState.UNKNOWN, JobState.REFUSED, JobState.EXPIRED)
_DROPPED = (*_AGAIN, JobState.KEPT)


class UnprintedPage(Page):
    """Lists the papers and acts on the chosen one through the print room."""

    def __init__(self, window: Any, desk: Desk, room: PrintRoom, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Chưa ra giấy"), parent)
        self.setObjectName("unprinted_page")
        self._room = room
        self._desk = desk
        self._model = PagedTable(self._columns(), window.jobs, self)
        self._table = RowTable(self._model, self.title.text())
        self._said = Paragraph("", "muted")
        self._said.setObjectName("unprinted_said")
        self._yes = self._button(self.tr("Đã ra giấy"), "check", "job_printed")
        self._again = self._button(self.tr("In lại"), "printer", "job_again")
        self._open = self._button(self.tr("Mở PDF"), "folder", "job_open")
        self._drop = self._button(self.tr("Bỏ, không in nữa"), "delete", "job_drop")
        self._connect()
        self._assemble()
        self._model.open(whole_list(printing.jobs, desk, SHOWN))
        self.setFocusProxy(self._table)

    def entered(self) -> None:
        """Read anew."""
        self._model.refresh()

    def chosen(self) -> JobLine | None:
        """Return the paper that is chosen."""
        job = self._table.current_row()
        return job if isinstance(job, JobLine) else None

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Phiếu"), paper_words),
            Column(self.tr("Hồ sơ"), _code),
            Column(self.tr("Tình trạng"), _state, is_long=True),
            Column(self.tr("Máy in"), _printer, is_long=True),
            Column(self.tr("Lúc"), _made),
        )

    def _button(self, text: str, icon: str, name: str) -> Button:
        button = Button(text, icon, name=name)
        button.setEnabled(False)
        return button

    def _connect(self) -> None:
        self._room.ended.connect(self._on_changed)
        self._room.at_printer.connect(self._on_changed)
        self._model.counted.connect(self._on_counted)
        self._model.page_arrived.connect(self._on_chosen)
        self._yes.clicked.connect(partial(self._act, "answer"))
        self._again.clicked.connect(partial(self._act, "again"))
        self._open.clicked.connect(partial(self._act, "open"))
        self._drop.clicked.connect(partial(self._act, "drop"))

    def _act(self, what: str, _checked: bool = False) -> None:
        job = self.chosen()
        if job is None:
            return
        if what == "answer":
            self._room.answer(job.id, True)
        elif what == "open":
            self._room.fetch_paper(job.id)
        elif what == "drop":
            self._room.drop(job.id)
        elif job.state is JobState.UNKNOWN:
            self._room.answer(job.id, False)
        else:
            self._room.try_again(job.id)

    def _on_changed(self, _what: object) -> None:
        if self.isVisible():
            self._model.refresh()

    def _on_counted(self, count: int) -> None:
        words = self.tr("{n} phiếu.").format(n=count) if count else self.tr("Mọi phiếu đều đã ra giấy.")
        self._said.setText(words)
        if count:
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._on_chosen()

    def _on_chosen(self, *_: object) -> None:
        job = self.chosen()
        self._yes.setEnabled(job is not None and job.state in _ASKED)
        self._again.setEnabled(job is not None and job.state in _AGAIN)
        self._open.setEnabled(job is not None)
        self._drop.setEnabled(job is not None and job.state in _DROPPED)

    def _assemble(self) -> None:
        self._table.setObjectName("unprinted_table")
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        buttons = FlowLayout(across=8, down=6)
        for button in (self._yes, self._again, self._open, self._drop):
            buttons.addWidget(button)
        told = self.tr("Phiếu in lỗi, chưa rõ, hoặc được giữ thành tệp PDF. Chương trình không tự in lại phiếu cũ.")
        self.column.addWidget(Paragraph(told, "muted"))
        self.column.addWidget(self._table, 1)
        self.column.addLayout(buttons)
        self.column.addWidget(self._said)


def _code(job: JobLine) -> str:
    return job.code


def _state(job: JobLine) -> str:
    return ": ".join(part for part in (job_words(job.state), cause_words(job.fault) if job.fault else "") if part)


def _printer(job: JobLine) -> str:
    return printer_words(job.printer)


def _made(job: JobLine) -> str:
    return local_moment(job.made_at)
