"""The forms of a supplement: what is missing (form 02), and what was brought with the promise that follows from it."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtGui import QResizeEvent

from onestop_desk.domain.application import GivenPaper
from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import Supplemented, SupplementRequested
from onestop_desk.domain.plain import from_plain, to_plain
from onestop_desk.services.lookup import DossierCard
from onestop_desk.services.step import Step, Supplement
from onestop_desk.ui import theme
from onestop_desk.ui.card.step_form import StepForm, closing_of, warned
from onestop_desk.ui.due_wording import due_moment_words, due_words, missing_years_words
from onestop_desk.ui.intake.notice import Notice, NoticeList
from onestop_desk.ui.intake.reading import given_papers
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.checklist import CheckedPaper, Checklist
from onestop_desk.ui.widgets.date_field import DateField
from onestop_desk.ui.widgets.line_edit import CleanLineEdit
from onestop_desk.ui.widgets.tab_order import follow_layout
from onestop_desk.ui.widgets.tick_list import TickList

USUAL_WAIT = timedelta(days=30)
_TALLEST = 300


class RequestForm(StepForm):
    """What the person must still bring, why, and until when."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(SupplementRequested.kind, self.tr("Yêu cầu bổ sung, hoàn thiện hồ sơ"), seat, card)
        self.missing = TickList(self.tr("Giấy tờ cần bổ sung"), self.tr("Nội dung khác (Enter để thêm)"))
        self.column.addWidget(self.field("missing", self.tr("Giấy tờ cần bổ sung"), self.missing))
        self.missing.name_parts("step_missing")
        self.missing.show_items([paper.name for paper in card.state.papers], _doubtful(card))
        self.missing.changed.connect(self._on_changed)
        self.reason = CleanLineEdit(self.tr("Lý do"))
        self.deadline = DateField(self.tr("Hạn bổ sung"), seat.today)
        self.row(
            (self.field("reason", self.tr("Lý do"), self.reason), 260, 3),
            (self.field("deadline", self.tr("Hạn bổ sung (để trống: không hạn)"), self.deadline), 240, 1),
        )
        self.deadline.set_day(seat.today() + USUAL_WAIT)
        self.finish(self.tr("Ghi xong sẽ in phiếu yêu cầu bổ sung (mẫu 02); thời hạn giải quyết dừng tính."))

    def step(self) -> Step:
        """Return the request; raises BadValue."""
        day = self.deadline.day()
        if day is None and self.deadline.text().strip():
            raise BadValue("deadline", "format", self.deadline.text())
        deadline = None if day is None else closing_of(self.seat, day)
        return SupplementRequested(self.now(), self.missing.ticked(), self.reason.text(), deadline)

    def content(self) -> dict[str, object]:
        """Return what was typed, as plain data for a draft."""
        return {
            "items": list(self.missing.items()),
            "ticked": list(self.missing.ticked()),
            "reason": self.reason.text(),
            "deadline": self.deadline.text(),
        }

    def show_content(self, content: dict[str, object]) -> None:
        """Put a draft back; what is no draft of this form changes nothing."""
        items, ticked = _texts(content.get("items")), _texts(content.get("ticked"))
        self.missing.show_items(list(dict.fromkeys([*items, *ticked])) or self.missing.items(), ticked)
        self.reason.setText(str(content.get("reason", "")))
        self.deadline.setText(str(content.get("deadline", "")))
        follow_layout(self)


class BringForm(StepForm):
    """What was brought, and the promise that the procedure's rule makes of it."""

    def __init__(self, seat: Seat, card: DossierCard) -> None:
        super().__init__(Supplemented.kind, self.tr("Nhận bổ sung"), seat, card)
        self.papers = Checklist(self.tr("Giấy tờ đã bổ sung"))
        self.column.addWidget(self.field("papers", self.tr("Giấy tờ đã bổ sung"), self.papers))
        self._still = NoticeList()
        self._promise = NoticeList()
        self.column.addWidget(self._still)
        self.column.addWidget(self._promise)
        model = self.papers.papers_model
        model.edited.connect(self._on_edited)
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(self._fit)
        model.show_papers([CheckedPaper(name) for name in card.state.missing])
        self.finish()
        self.show_promise()
        self._follow()

    def step(self) -> Step:
        """Return what was brought."""
        brought = tuple(paper for paper in self.papers.papers_model.papers() if paper.handed_in)
        return Supplement(self.now(), tuple(paper for paper in given_papers(brought) if _is_there(paper)))

    def show_promise(self) -> None:
        """Say what is promised when it is saved now."""
        event = self.preview(Supplement(self.now()))
        due = event.due if isinstance(event, Supplemented) else None
        extended = event.extended_to if isinstance(event, Supplemented) else None
        self._promise.show_notices(promise_notices(due, extended))

    def content(self) -> dict[str, object]:
        """Return what was typed, as plain data for a draft."""
        return {"papers": [to_plain(paper) for paper in self.papers.papers_model.papers()]}

    def show_content(self, content: dict[str, object]) -> None:
        """Put a draft back; what is no draft of this form changes nothing."""
        rows = content.get("papers")
        try:
            kept = [from_plain(CheckedPaper, row) for row in rows] if isinstance(rows, list) else []
        except (TypeError, ValueError, KeyError, AttributeError):
            kept = []
        if [paper.name for paper in kept] == list(self.state.missing):
            self.papers.papers_model.show_papers(kept)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow names that wrap otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _follow(self) -> None:
        left = [paper.name for paper in self.papers.papers_model.papers() if not paper.handed_in]
        words = self.tr("Chưa có: {names}. Ghi bây giờ là nhận những gì đã đánh dấu và tính hạn tiếp.")
        self._still.show_notices(warned(words.format(names="; ".join(left)) if left else ""))

    def _fit(self, *_: object) -> None:
        table = self.papers
        rows = sum(table.rowHeight(row) for row in range(table.papers_model.rowCount()))
        high = table.horizontalHeader().sizeHint().height() + rows + 2 * table.frameWidth() + 2
        table.setFixedHeight(min(high, theme.current().px(_TALLEST)))

    def _on_edited(self) -> None:
        self._follow()
        self._on_changed()


def promise_notices(due: Due | None, extended_to: datetime | None = None) -> list[Notice]:
    """Return the promise that a save would make, with its reasoning; nothing without one."""
    if due is None:
        return []
    words = translate("Step", "Hẹn trả mới: {moment}. Cách tính: {why}.")
    moment = due_moment_words(in_vietnam(due))
    notices = [Notice(words.format(moment=moment, why=due_words(due)))]
    if extended_to is not None:
        later = translate("Step", "Ngày đã xin hẹn lại cũng chuyển đến {moment}.")
        notices.append(Notice(later.format(moment=local_moment(extended_to))))
    return notices + warned(missing_years_words(due))


def in_vietnam(due: Due) -> Due:
    """Return a promise at the clocks of Vietnam."""
    return due if due.due_at is None else replace(due, due_at=due.due_at.astimezone(VIETNAM))


def _is_there(paper: GivenPaper) -> bool:
    return paper.originals + paper.copies > 0


def _doubtful(card: DossierCard) -> tuple[str, ...]:
    return tuple(paper.name for paper in card.state.papers if paper.doubt or not _is_there(paper))


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
