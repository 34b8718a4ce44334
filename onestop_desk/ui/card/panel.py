"""The card of one dossier: state, people, promise and why, papers, everything that happened, slips printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.application import GivenPaper, Party
from onestop_desk.domain.calendar import VIETNAM, Due
from onestop_desk.domain.events import Received
from onestop_desk.domain.money import format_dong
from onestop_desk.services.lookup import DossierCard, Happening
from onestop_desk.services.paperwork import Form, issued_among
from onestop_desk.services.printing import JobLine
from onestop_desk.ui import theme
from onestop_desk.ui.dossier_wording import channel_words, return_way_words, step_words
from onestop_desk.ui.due_wording import due_moment_words, due_words, missing_years_words
from onestop_desk.ui.happening_wording import happening_words
from onestop_desk.ui.line_wording import (
    form_words,
    job_words,
    local_moment,
    state_severity,
    state_words,
)
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.badge import Badge
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.wording import date_words

Fact = tuple[str, str]

_LABELS = 130
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class DossierPanel(QWidget):
    """Shows one DossierCard; `left` when the clerk goes back, `reprint_asked` carries uid and form."""

    left = Signal()
    reprint_asked = Signal(str, str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dossier_panel")
        self._now = now
        self._card: DossierCard | None = None
        self._back = Button(self.tr("Quay lại (Esc)"), "undo", "quiet", name="card_back")
        self._back.clicked.connect(self.left)
        self._code = PlainLabel("", "title")
        self._code.setObjectName("card_code")
        self._badge = Badge()
        self._badge.setObjectName("card_state")
        self._papers_bar = QWidget()
        self._sections = QWidget()
        self._assemble()
        self.setFocusProxy(self._back)

    def card(self) -> DossierCard | None:
        """Return the card shown."""
        return self._card

    def put_steps(self, steps: QWidget) -> None:
        """Give the steps their place, above what is told of the dossier."""
        self._column.insertWidget(self._column.indexOf(self._sections), steps)

    def show_card(self, card: DossierCard, on_site: Sequence[Fact] = ()) -> None:
        """Show a dossier; `on_site` tells its on-site-five steps."""
        self._card = card
        self._code.setText(card.line.code)
        self._badge.show_state(state_words(card.line, self._now()), state_severity(card.line, self._now()))
        self._papers_bar = self._replaced(self._papers_bar, self._made_bar(card))
        self._sections = self._replaced(self._sections, self._made_sections(card, on_site))

    def _replaced(self, old: QWidget, fresh: QWidget) -> QWidget:
        self._column.replaceWidget(old, fresh)
        fresh.show()
        old.hide()
        old.deleteLater()
        return fresh

    def _made_bar(self, card: DossierCard) -> QWidget:
        """Offer the papers that the dossier has been given."""
        bar = QWidget()
        flow = FlowLayout(bar)
        for form in issued_among([one.entry for one in card.timeline]):
            flow.addWidget(self._print_button(form))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        return bar

    def _made_sections(self, card: DossierCard, on_site: Sequence[Fact]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        received = card.state.received
        if received is not None:
            column.addWidget(_section(self.tr("Người nộp"), self._people(card, received), "card_people"))
            column.addWidget(_section(self.tr("Thủ tục và hẹn trả"), self._promise(card, received), "card_promise"))
        if on_site:
            column.addWidget(_section(self.tr("5 tại chỗ"), on_site, "card_on_site"))
        column.addWidget(_section(self.tr("Giấy tờ đã nhận"), self._papers(card.state.papers), "card_papers"))
        column.addWidget(_section(self.tr("Diễn biến"), list(map(_happened, card.timeline)), "card_timeline"))
        column.addWidget(_section(self.tr("Phiếu đã in tại quầy này"), self._slips(card), "card_slips"))
        return holder

    def _people(self, card: DossierCard, received: Received) -> list[Fact]:
        facts = [(self.tr("Chủ hồ sơ"), _person(card.state.owner))]
        if received.submitter is not None:
            facts.append((self.tr("Người nộp thay"), _person(received.submitter)))
        if card.state.holder:
            facts.append((self.tr("Đang ở"), card.state.holder))
        return facts

    def _promise(self, card: DossierCard, received: Received) -> list[Fact]:
        procedure, due = card.state.procedure, card.state.due or received.due
        way = f"{return_way_words(received.return_by)} {received.return_address}".strip()
        facts = [
            (self.tr("Thủ tục"), f"{procedure.name} ({procedure.code})"),
            (self.tr("Cách nộp"), channel_words(received.channel)),
            (self.tr("Nhận lúc"), local_moment(received.at)),
            (self.tr("Hẹn trả"), due_moment_words(_in_vietnam(due))),
            (self.tr("Cách tính"), due_words(due)),
            (self.tr("Lý do hẹn khác"), received.due_reason),
            (self.tr("Lịch"), missing_years_words(due)),
            (self.tr("Gia hạn đến"), local_moment(card.state.due_at) if card.state.extensions else ""),
            (self.tr("Nhận kết quả"), way),
            (self.tr("Phí, lệ phí"), format_dong(card.state.owed)),
            (self.tr("Ghi chú"), received.note),
        ]
        return [(name, words) for name, words in facts if words]

    def _papers(self, papers: Sequence[GivenPaper]) -> list[Fact]:
        if not papers:
            return [("", self.tr("Không có giấy tờ nào."))]
        return [(f"{number}.", self._paper(paper)) for number, paper in enumerate(papers, 1)]

    def _paper(self, paper: GivenPaper) -> str:
        counts = self.tr("bản chính {originals}, bản sao {copies}")
        counts = counts.format(originals=paper.originals, copies=paper.copies)
        return " · ".join(part for part in (paper.name, counts, paper.doubt) if part)

    def _slips(self, card: DossierCard) -> list[Fact]:
        if not card.papers:
            return [("", self.tr("Chưa in phiếu nào."))]
        return [
            (local_moment(job.made_at), self._slip(job.form, job.copy, job_words(job.state))) for job in card.papers
        ]

    def _slip(self, form: str, copy: int, state: str) -> str:
        again = f"BẢN SAO {copy}" if copy else ""
        return " · ".join(part for part in (form_words(form), again, state) if part)

    def _print_button(self, form: Form) -> Button:
        words = self.tr("In: {form}") if form is Form.CONTROL else self.tr("In lại: {form}")
        button = Button(words.format(form=form_words(form)), "printer", name=f"card_print_{form.value}")
        button.clicked.connect(partial(self._on_print, form))
        return button

    def _on_print(self, form: Form, _checked: bool = False) -> None:
        if self._card is not None:
            self.reprint_asked.emit(self._card.uid, form.value)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._code)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(top)
        self._column.addLayout(head)
        self._column.addWidget(self._papers_bar)
        self._column.addWidget(self._sections)
        self._column.addStretch(1)


def _section(title: str, facts: Sequence[Fact], name: str) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Paragraph(title, "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme.current().px(_LABELS))
    for row, (label, words) in enumerate(facts):
        grid.addWidget(_top(Paragraph(label, "muted")), row, 0)
        grid.addWidget(_top(Paragraph(words)), row, 1)
    column.addLayout(grid)
    return card


def _top(words: Paragraph) -> Paragraph:
    words.setAlignment(_TOP_LEFT)
    return words


def _person(person: Party) -> str:
    born = date_words(person.birth) if person.birth else ""
    parts = (person.name, born, person.id_number, person.phone, person.address)
    return " · ".join(part for part in parts if part)


def _in_vietnam(due: Due) -> Due:
    return due if due.due_at is None else replace(due, due_at=due.due_at.astimezone(VIETNAM))


def _happened(one: Happening) -> Fact:
    at = getattr(one.entry.event, "at", one.entry.recorded_at)
    where = f"{one.agency} · {translate('Line', 'quầy')} {one.counter}" if one.agency else ""
    words = (step_words(getattr(one.entry.event, "kind", "")), happening_words(one), one.entry.by.name, where)
    return local_moment(at), " · ".join(part for part in words if part)


def _slip(job: JobLine) -> str:
    again = f"BẢN SAO {job.copy}" if job.copy else ""
    return " · ".join(part for part in (form_words(job.form), again, job_words(job.state)) if part)
