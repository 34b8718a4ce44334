"""Sổ sách: the day's list, the register and the fee book as PDF; visits without a dossier; hand-over lists."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from onestop_desk.domain.visit import GuidanceGiven
from onestop_desk.services import book, guidance, hand_over, issue
from onestop_desk.services.desk import Desk
from onestop_desk.services.guidance import VisitLine
from onestop_desk.services.hand_over import ListLine
from onestop_desk.ui.books import drawing
from onestop_desk.ui.books.card import BookCard
from onestop_desk.ui.books.drawing import Book, Period, book_words, period_words
from onestop_desk.ui.books.paper_list import PaperList
from onestop_desk.ui.line_wording import local_moment
from onestop_desk.ui.print_room import PrintRoom, open_paper
from onestop_desk.ui.save_dialog import Wanted, ask_where
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.paged import Column
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow

_LEAST_CARD = 250


class BooksPage(Page):
    """Draws the books away from both lanes: a long period holds up neither registering nor looking up."""

    def __init__(self, window: "MainWindow", desk: Desk, room: PrintRoom) -> None:
        super().__init__(self.tr("Sổ sách"))
        self.setObjectName("books_page")
        self._window, self._desk, self._room = window, desk, room
        self._drawn: set[Book] = set()
        self._cards = {which: BookCard(which, partial(book.today, desk)) for which in Book}
        jobs = window.jobs
        self._visits = PaperList("visits", self.tr("Lượt đến không lập hồ sơ"), _visit_columns(), jobs)
        self._lists = PaperList("book_lists", self.tr("Danh sách bàn giao"), _list_columns(), jobs)
        self._connect()
        self._assemble()
        self._visits.open(partial(guidance.visits, desk), self.tr("Chưa từ chối hay hướng dẫn lượt nào."))
        self._lists.open(partial(hand_over.recent_lists, desk), self.tr("Chưa có danh sách bàn giao nào."))
        self.setFocusProxy(self._cards[Book.DAY])

    def entered(self) -> None:
        """Read anew; the days offered follow the calendar."""
        for card in self._cards.values():
            card.offer_days()
        self._visits.refresh()
        self._lists.refresh()

    def save_to(self, which: Book, period: Period, path: Path) -> None:
        """Draw a book into a file and say so."""
        self._begin(which)
        done, failed = partial(self._on_saved, which), partial(self._on_failed, which)
        self._window.jobs.read_long(drawing.write, self._desk, which, period, path, done=done, failed=failed)

    def _on_view(self, which: Book) -> None:
        period = self._asked(which)
        if period is not None:
            self._begin(which)
            done, failed = partial(self._on_kept, which, period), partial(self._on_failed, which)
            self._window.jobs.read_long(drawing.keep, self._desk, which, period, done=done, failed=failed)

    def _on_save(self, which: Book) -> None:
        period = self._asked(which)
        if period is not None:
            wanted = Wanted(self.tr("Lưu PDF"), drawing.file_name(which, period), {"pdf": "PDF (*.pdf)"})
            ask_where(self, wanted, partial(self.save_to, which, period))

    def _asked(self, which: Book) -> Period | None:
        """Return the days of a card; a book that is being drawn is not begun twice."""
        return None if which in self._drawn else self._cards[which].period()

    def _begin(self, which: Book) -> None:
        self._drawn.add(which)
        self._cards[which].say(self.tr("Đang lập, có thể làm việc khác…"))

    def _on_kept(self, which: Book, period: Period, path: Path) -> None:
        self._end(which)
        what = self.tr("{book} {days}: đã giữ tại {path}.")
        what = what.format(book=book_words(which), days=period_words(period), path=path)
        self._window.say(Sentence(what, severity=Severity.INFO))
        self._open(path)

    def _on_saved(self, which: Book, path: Path) -> None:
        self._end(which)
        what = self.tr("{book}: đã lưu ra {path}.").format(book=book_words(which), path=path)
        self._window.say(Sentence(what, severity=Severity.INFO), Offer(self.tr("Mở PDF"), partial(self._open, path)))

    def _open(self, path: Path) -> None:
        if not open_paper(path):
            do = self.tr("Mở tệp bằng chương trình khác: {path}.").format(path=path)
            self._window.say(Sentence(self.tr("Máy này không mở được tệp PDF."), self.tr("Tệp vẫn còn nguyên."), do))

    def _on_failed(self, which: Book, error: Exception) -> None:
        self._end(which)
        self._window.errors.report(error)

    def _end(self, which: Book) -> None:
        self._drawn.discard(which)
        self._cards[which].say("")

    def _on_visit_again(self, line: VisitLine) -> None:
        done = partial(self._on_written, f"{_kind(line)} {line.serial}")
        self._window.jobs.run(issue.print_visit_again, self._desk, line.uid, done=done)

    def _on_list_again(self, line: ListLine) -> None:
        words = self.tr("Danh sách bàn giao {serial}").format(serial=line.serial)
        done = partial(self._on_written, words)
        self._window.jobs.run(issue.print_list_again, self._desk, line.uid, done=done)

    def _on_written(self, paper: str, _nothing: object) -> None:
        self._room.hand_in()
        what = self.tr("{paper} đang in lại.").format(paper=paper)
        self._window.say(Sentence(what, severity=Severity.INFO))

    def _connect(self) -> None:
        for which, card in self._cards.items():
            card.view_asked.connect(partial(self._on_view, which))
            card.save_asked.connect(partial(self._on_save, which))
        self._visits.again_asked.connect(self._on_visit_again)
        self._lists.again_asked.connect(self._on_list_again)

    def _assemble(self) -> None:
        cards = FieldFlow(across=12, down=12)
        for card in self._cards.values():
            cards.add_field(card, _LEAST_CARD, 1)
        self.column.addLayout(cards)
        self.column.addWidget(self._visits, 1)
        self.column.addWidget(self._lists, 1)


def _visit_columns() -> tuple[Column, ...]:
    return (
        Column(translate("Books", "Số"), _serial, on_right=True),
        Column(translate("Books", "Lúc"), _at),
        Column(translate("Books", "Phiếu"), _kind),
        Column(translate("Books", "Người đến"), _person, is_long=True),
        Column(translate("Books", "Yêu cầu"), _request, is_long=True),
    )


def _list_columns() -> tuple[Column, ...]:
    return (
        Column(translate("Books", "Số"), _serial, on_right=True),
        Column(translate("Books", "Lúc"), _at),
        Column(translate("Books", "Số hồ sơ"), _size, on_right=True),
        Column(translate("Books", "Nơi nhận"), _to, is_long=True),
    )


def _serial(line: VisitLine | ListLine) -> str:
    return str(line.serial)


def _at(line: VisitLine | ListLine) -> str:
    return local_moment(line.at)


def _kind(line: VisitLine) -> str:
    if line.kind == GuidanceGiven.kind:
        return translate("Books", "Phiếu hướng dẫn")
    return translate("Books", "Phiếu từ chối")


def _person(line: VisitLine) -> str:
    return line.person


def _request(line: VisitLine) -> str:
    return line.request


def _size(line: ListLine) -> str:
    return str(line.size)


def _to(line: ListLine) -> str:
    return line.to
