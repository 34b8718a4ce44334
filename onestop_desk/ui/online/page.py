"""Trực tuyến: requests from the portal, the oldest first, each accepted through the ordinary form or refused."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog

from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.portal import RequestStage, RequestState
from onestop_desk.services import issue, portal
from onestop_desk.services.desk import Desk
from onestop_desk.services.exchange import lines_in, open_lines
from onestop_desk.services.guidance import Visited
from onestop_desk.services.portal import PortalResult, RequestLine
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.line_wording import brief_procedure, local_moment
from onestop_desk.ui.online.form import form_of
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import Column, PagedTable, whole_list
from onestop_desk.ui.widgets.row_table import RowTable
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.intake.page import IntakePage
    from onestop_desk.ui.main_window import MainWindow

_SHOWN_REFUSED = 5


class OnlinePage(Page):
    """Lists what waits; `visited` carries the Visited of a refusal."""

    visited = Signal(object)

    def __init__(self, window: "MainWindow", desk: Desk) -> None:
        super().__init__(self.tr("Hồ sơ trực tuyến chờ tiếp nhận"))
        self.setObjectName("online_page")
        self._window, self._desk = window, desk
        self._model = PagedTable(self._columns(), window.jobs, self)
        self._table = RowTable(self._model, self.title.text())
        self._table.setObjectName("online_table")
        self._said = Paragraph("", "muted")
        self._said.setObjectName("online_said")
        self._open = Button(self.tr("Mở để tiếp nhận"), "intake", name="online_open")
        self._refuse = Button(self.tr("Từ chối"), "close", name="online_refuse")
        self._take = Button(self.tr("Nhận tệp của cổng…"), "folder", name="online_take")
        self._reason = LabelledLine(self.tr("Lý do từ chối"), "online_reason")
        self._connect()
        self._assemble()
        self._model.open(whole_list(portal.waiting, desk))
        self.setFocusProxy(self._table)

    def entered(self) -> None:
        """Read anew."""
        self._model.refresh()

    def take_file(self, path: Path) -> None:
        """Take a portal's file in."""
        self._take.setEnabled(False)
        self._window.jobs.run(_taken, self._desk, path, done=self._on_taken, failed=self._on_not_taken)

    def chosen(self) -> RequestLine | None:
        """Return the request that is chosen."""
        row = self._table.current_row()
        return row if isinstance(row, RequestLine) else None

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Số của cổng"), lambda line: line.number),
            Column(self.tr("Người nộp"), lambda line: line.person, is_long=True),
            Column(self.tr("Nộp lúc"), lambda line: local_moment(line.submitted_at)),
            Column(self.tr("Xem xét trước"), lambda line: local_moment(line.until)),
            Column(self.tr("Tình trạng"), self._state_words, is_long=True),
            Column(self.tr("Thủ tục"), lambda line: line.procedure_name, is_long=True, brief=brief_procedure),
        )

    def _state_words(self, line: RequestLine) -> str:
        if line.is_doubled:
            return self.tr("Hai quầy cùng tiếp nhận: {code}").format(code=line.code)
        if line.is_late(self._desk.clock()):
            return self.tr("Chờ, đã quá giờ xem xét")
        return self.tr("Chờ tiếp nhận")

    @Slot()
    def _on_open(self) -> None:
        line = self.chosen()
        if line is not None:
            args = (self._desk, line.uid)
            self._window.jobs.read(portal.open_request, *args, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, found: tuple[RequestState, Procedure]) -> None:
        state, procedure = found
        page = cast("IntakePage", self._window.page("intake"))
        if page.take_form(form_of(state.submitted, procedure)):
            self._window.show_page("intake")
            return
        what = self.tr("Trang Tiếp nhận đang có phiếu nhập dở.")
        do = self.tr("Lưu hoặc bỏ phiếu ấy (F2), rồi mở lại yêu cầu này.")
        self._window.say(Sentence(what, self.tr("Phiếu đang nhập vẫn giữ nguyên."), do))

    @Slot()
    def _on_refuse(self) -> None:
        line = self.chosen()
        if line is None:
            return
        self._refuse.setEnabled(False)
        args = (self._desk, line.uid, self._reason.text())
        self._window.jobs.run(issue.refuse_request, *args, done=self._on_refused, failed=self._on_failed)

    def _on_refused(self, visited: Visited) -> None:
        self._reason.set_text("")
        what = self.tr("Đã từ chối yêu cầu, phiếu số {serial}.").format(serial=visited.visit.serial)
        self._window.say(Sentence(what, severity=Severity.INFO))
        self.visited.emit(visited)
        self._table.setFocus()
        self._model.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._on_chosen()
        self._window.errors.report(error)
        self._model.refresh()

    @Slot()
    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Nhận tệp của cổng"), "", "JSON (*.jsonl *.json)")
        if chosen:
            self.take_file(Path(chosen))

    def _on_taken(self, results: tuple[PortalResult, ...]) -> None:
        self._take.setEnabled(True)
        new = sum(1 for one in results if one.ok and one.is_new)
        refused = [one for one in results if one.error is not None]
        what = self.tr("Đã nhận {new} yêu cầu mới, từ chối {refused} dòng.").format(new=new, refused=len(refused))
        told = " ".join(self._line_words(one) for one in refused[:_SHOWN_REFUSED])
        self._table.setFocus()
        self._window.say(Sentence(what, told, severity=Severity.PERSON if refused else Severity.INFO))
        self._model.refresh()

    def _line_words(self, result: PortalResult) -> str:
        assert result.error is not None
        return self.tr("Dòng {line}: {what}").format(line=result.line, what=sentence_of(result.error).what)

    def _on_not_taken(self, error: Exception) -> None:
        self._take.setEnabled(True)
        self._window.errors.report(error)

    def _on_counted(self, count: int) -> None:
        words = self.tr("{n} yêu cầu.").format(n=count) if count else self.tr("Không có yêu cầu nào chờ.")
        self._said.setText(words)
        if count:
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._on_chosen()

    def _on_chosen(self, *_: object) -> None:
        line = self.chosen()
        waits = line is not None and line.stage is RequestStage.WAITING
        self._open.setEnabled(waits)
        self._refuse.setEnabled(waits)

    def _connect(self) -> None:
        self._model.counted.connect(self._on_counted)
        self._model.page_arrived.connect(self._on_chosen)
        self._table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self._table.doubleClicked.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._refuse.clicked.connect(self._on_refuse)
        self._take.clicked.connect(self._on_take)

    def _assemble(self) -> None:
        acts = FlowLayout()
        for one in (self._open, self._take):
            acts.addWidget(one)
        refusal = FlowLayout()
        refusal.addWidget(self._refuse)
        self.column.addWidget(self._said)
        self.column.addWidget(self._table, 1)
        self.column.addLayout(acts)
        self.column.addWidget(self._reason)
        self.column.addLayout(refusal)


def _taken(desk: Desk, path: Path) -> tuple[PortalResult, ...]:
    with open_lines(path) as stream:
        return tuple(portal.take_in(desk, lines_in(stream)))
