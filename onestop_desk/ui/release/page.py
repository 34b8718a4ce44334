"""F4: scan, see what can be given back, say who takes it, give it back, undo it, ask what they think."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from onestop_desk.devices.scanner import Scan
from onestop_desk.domain.codes import is_compact, read_dossier_code
from onestop_desk.domain.errors import BadValue
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import printer_of
from onestop_desk.ui import theme
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.intake.command_line import ENTERS
from onestop_desk.ui.line_wording import due_words_of
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.release.draft_keeper import BasketKeeper
from onestop_desk.ui.release.foot import ReleaseFoot, given_words
from onestop_desk.ui.release.form import ReleaseForm, SeenCard, is_card_number, read_form
from onestop_desk.ui.release.giver import Given, Giver, Recalled
from onestop_desk.ui.release.item import (
    Item,
    OfPerson,
    Standing,
    Typed,
    given_uids,
    items_again,
    items_of_code,
    items_of_person,
    items_of_words,
)
from onestop_desk.ui.release.rater import Rater
from onestop_desk.ui.release.view import ReleaseView
from onestop_desk.ui.widgets.go_keys import on_go
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.page_scroll import PageScroll
from onestop_desk.ui.widgets.strip import UNDO_SECONDS, Offer
from onestop_desk.ui.wording import Sentence, Severity

_FOOT_STAYS_FROM, _SIDE_BY_SIDE_FROM = 400, 740


class ReleasePage(Page):
    """Gives results back to one person at a time."""

    def __init__(self, window: MainWindow, desk: Desk, room: PrintRoom, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._window, self._desk = window, desk
        self._before, self._is_done = "", False
        self._given: Given | None = None
        self._waiting: list[Callable[[], None]] = []
        self.view, self.foot = ReleaseView(), ReleaseFoot()
        self._drafts = BasketKeeper(desk, window.jobs, self.form, self)
        self._giver = Giver(desk, window.jobs, room, self)
        self._rater = Rater(desk, window, self.view.rating)
        self._assemble()
        self._connect()
        self._begin()

    def take_code(self, code: str) -> None:
        """Put a scanned dossier into the basket; one that is not here as a provisional row."""
        self._window.jobs.read(items_of_code, self._desk, code, done=self._on_items)

    def take_scan(self, scan: Scan) -> None:
        """Take a dossier, or a card: the person's ready results come in, and the card is compared."""
        if scan.code is not None:
            self.take_code(scan.code)
            return
        card = SeenCard(scan.card.number, scan.card.name) if scan.card is not None else SeenCard(scan.text)
        self._look_up_person(card.number, card)

    def form(self) -> ReleaseForm:
        """Return what has not been given back yet."""
        return ReleaseForm() if self._is_done else self.view.form()

    def entered(self) -> None:
        """Read the basket anew: other desks work too."""
        if self.view.items() and not self._is_done:
            self._read_again()

    def left(self) -> None:
        """Keep what was scanned and typed."""
        self._drafts.keep_if_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look up on Enter in the code's line, go on to the next field elsewhere; back on Escape."""
        if event.key() in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.view.code.hasFocus():
                self.view.type_entered()
            else:
                self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and self._before:
            self._window.show_page(self._before)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the foot in sight where there is room for it."""
        super().resizeEvent(event)
        self.view.set_wide(self.width() >= theme.current().px(_SIDE_BY_SIDE_FROM))
        stays = self.height() >= theme.current().px(_FOOT_STAYS_FROM)
        if stays != (self.column.indexOf(self.foot) >= 0):
            (self.column if stays else self._room).addWidget(self.foot)

    def _connect(self) -> None:
        self.view.changed.connect(self._on_changed)
        self.view.typed.connect(self._on_typed)
        self.view.remove_asked.connect(self._on_remove)
        self.view.drop_asked.connect(self._on_drop)
        self.view.recall.recall_asked.connect(self._on_recall)
        self.foot.give_asked.connect(self._on_give)
        self.foot.next_asked.connect(self._start_next)
        self._giver.started.connect(self._on_started)
        self._giver.given.connect(self._on_given)
        self._giver.recalled.connect(self._on_recalled)
        self._giver.failed.connect(self._on_failed)
        self._window.page_shown.connect(self._on_page_shown)
        self._window.closing.connect(self._drafts.keep_if_changed)
        on_go(self, self._on_give)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _assemble(self) -> None:
        self.setObjectName("release_page")
        title = self.tr("Trả kết quả")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._inside = QWidget()
        self._room = QVBoxLayout(self._inside)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self.view)
        self._scroll = PageScroll(self._inside, "release_scroll")
        self.column.setSpacing(8)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self.foot)
        self.setFocusProxy(self.view.code)

    def _begin(self) -> None:
        form = self._drafts.restored()
        if form.is_empty:
            return
        self.view.show_form(form)
        kept = [Item(one.code, one.uid) for one in form.items]
        self._window.jobs.read(items_again, self._desk, kept, done=self._on_restored)
        self._window.say(Sentence(self.tr("Giỏ trả kết quả đang làm dở đã được mở lại."), severity=Severity.INFO))

    def _start_next(self) -> None:
        """Make the page ready for the next person."""
        self._is_done, self._given = False, None
        self.view.show_form(ReleaseForm())
        self.view.set_done(False)
        self.view.show_items(())
        self._on_changed()
        self.view.ask_code()

    def _look_up_person(self, number: str, card: SeenCard | None) -> None:
        done = partial(self._on_person, card)
        self._window.jobs.read(items_of_person, self._desk, number, done=done)

    def _read_again(self) -> None:
        self._window.jobs.read(items_again, self._desk, self.view.items(), done=self._on_read_again, key="basket")

    def _take(self, items: Sequence[Item]) -> None:
        if self._is_done and items:
            self._start_next()
        for item in items:
            self.view.take(item)
        self._on_changed()

    def _on_items(self, items: tuple[Item, ...]) -> None:
        if self._giver.is_busy:  # somebody scans the next one already: it is the next person's
            self._waiting.append(partial(self._on_items, items))
            return
        self.view.ask_code()
        self.view.show_code_problem("")
        self._take(items)

    def _on_person(self, card: SeenCard | None, found: OfPerson) -> None:
        if self._giver.is_busy:
            self._waiting.append(partial(self._on_person, card, found))
            return
        if card is not None and self._is_done:
            self._start_next()
        self._on_items(found.ready)
        if card is not None:
            self.view.take_card(card)
        if not found.ready:
            self._tell_nothing_ready(found)

    def _take_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for take in waiting:
            take()

    def _tell_nothing_ready(self, found: OfPerson) -> None:
        if not found.waiting:
            what = self.tr("Không có hồ sơ nào của người này chờ trả kết quả.")
        else:
            words = self.tr("Chưa có kết quả cho người này: {n} hồ sơ đang xử lý, hẹn trả sớm nhất {due}.")
            soonest = min(found.waiting, key=lambda line: (line.due_at is None, str(line.due_at)))
            what = words.format(n=len(found.waiting), due=due_words_of(soonest))
        self._window.say(Sentence(what, severity=Severity.INFO))

    def _on_typed(self, words: str) -> None:
        self.view.show_code_problem("")
        if is_card_number(words):
            self._look_up_person(words, None)
        elif _is_code(words):
            self.take_code(words.upper())
        else:
            self._window.jobs.read(items_of_words, self._desk, words, done=self._on_found, key="typed")

    def _on_found(self, found: Typed) -> None:
        if found.items:
            self._on_items(found.items)
        elif found.total == 0:
            self.view.show_code_problem(self.tr("Không có hồ sơ nào khớp."))
        else:
            self.view.show_code_problem(self.tr("Có nhiều hồ sơ khớp: gõ thêm số, hoặc tìm bằng Ctrl+K."))

    def _on_changed(self) -> None:
        if not self._is_done:
            self.foot.show_basket(self.view.items())
            self._drafts.note_change()

    def _on_restored(self, items: tuple[Item, ...]) -> None:
        for item in items:
            self.view.take(item)
        self._on_changed()

    def _on_read_again(self, items: tuple[Item, ...]) -> None:
        if self._is_done or self._giver.is_busy:
            return
        shown = {item.key: item for item in self.view.items()}
        for item in items:
            before = shown.get(item.key)
            if before is None and item.code in shown:  # it has come to this machine
                self.view.model.remove(self.view.model.row_of(item.code))
                self.view.model.take(item)
            elif before is not None:
                refusal = before.refusal if before.standing is item.standing else None
                self.view.model.take(replace(item, refusal=refusal))
        self.view.follow()
        self._on_changed()

    def _on_remove(self) -> None:
        index = self.view.list.currentIndex()
        if index.isValid() and not self._is_done:
            self.view.model.remove(index.row())
            self.view.follow()
            self._on_changed()

    def _on_drop(self) -> None:
        form, items, was_done = self.view.form(), self.view.items(), self._is_done
        self._start_next()
        if not was_done:
            undo = Offer(self.tr("Hoàn tác"), partial(self._undo_drop, form, items), UNDO_SECONDS, takes_back=True)
            self._window.say(Sentence(self.tr("Đã bỏ giỏ trả kết quả."), severity=Severity.INFO), undo)

    def _undo_drop(self, form: ReleaseForm, items: tuple[Item, ...]) -> None:
        self.view.show_form(form)
        self.view.show_items(items)
        self._on_changed()

    def _on_give(self) -> None:
        if self._is_done or self._giver.is_busy:
            return
        items = self.view.items()
        if not any(item.standing is Standing.READY for item in items):
            what = self.tr("Trong giỏ không có hồ sơ nào có kết quả để trả.")
            self._window.say(Sentence(what, severity=Severity.INFO))
            self.view.code.setFocus()
            return
        reading = read_form(self.view.form(), items, self._desk.clock())
        self.view.show_problems(reading.problems)
        if reading.handing is not None:
            self._giver.give(items, given_uids(items), reading.handing)

    def _on_started(self) -> None:
        self.foot.set_giving(True)
        self.view.setEnabled(False)

    def _on_given(self, given: Given) -> None:
        self.view.setEnabled(True)
        self.view.show_items(given.items)
        if not given.uids:
            self.foot.show_basket(given.items)
            what = self.tr("Chưa trả được hồ sơ nào; lý do ghi ở từng dòng.")
            self._window.say(Sentence(what, severity=Severity.PERSON))
            self.view.list.setFocus()
        else:
            self._show_given(given)
        self._take_waiting()

    def _show_given(self, given: Given) -> None:
        self._is_done, self._given = True, given
        self.view.set_done(True)
        self._show_refused(given)
        self.foot.show_given(given.back.given, given.back.serial)
        self._drafts.keep_now()
        self._rater.ask(tuple(given.uids), self._whose(given))
        self._tell_given(given)
        self.view.ask_code()

    def _show_refused(self, given: Given) -> None:
        """Bring the first row that was not given back into sight."""
        row = next((row for row, item in enumerate(given.items) if item.refusal is not None), -1)
        if row >= 0:
            self.view.list.choose(row)

    def _whose(self, given: Given) -> str:
        first = next(item for item in given.items if item.uid == given.uids[0])
        collector = first.state.collector
        name = collector.name if collector is not None else first.owner.name
        return self.tr("Hỏi người vừa nhận: {name}.").format(name=name)

    def _tell_given(self, given: Given) -> None:
        what = given_words(given.back.given, given.back.serial)
        has_printer = bool(printer_of(self._desk, Form.RETURN)[0])
        slip = self.tr("Phiếu ký nhận đang in.") if has_printer else self.tr("Phiếu ký nhận được giữ thành PDF.")
        left = len(given.back.results) - given.back.given
        do = self.tr("{n} hồ sơ chưa trả được: xem dòng của nó.").format(n=left) if left else ""
        undo = Offer(self.tr("Hoàn tác"), partial(self._undo, given), UNDO_SECONDS, takes_back=True)
        self._window.say(Sentence(f"{what}.", slip, do, severity=Severity.INFO), undo)

    def _undo(self, given: Given) -> None:
        if not self._giver.is_busy:
            back = [item for item in given.items if item.uid in given.uids]
            self._giver.recall(back, self.tr("Hoàn tác ngay sau khi trả"))

    def _on_recall(self, reason: str) -> None:
        item = self.view.list.current_item()
        if item is not None and not self._giver.is_busy:
            self._giver.recall([item], reason)

    def _on_recalled(self, recalled: Recalled) -> None:
        self.view.setEnabled(True)
        undone = self._given is not None and set(self._given.uids) >= {result.uid for result in recalled.results}
        if self._is_done and undone:
            self._is_done, self._given = False, None
            self._rater.rest()
            self.view.set_done(False)
        for item in recalled.items:
            if self.view.model.row_of(item.key) >= 0:
                self.view.model.take(item)
        self.view.follow()
        self._tell_recalled(recalled)
        self._on_changed()
        self.view.ask_code()
        self._take_waiting()

    def _tell_recalled(self, recalled: Recalled) -> None:
        refused = next((result.error for result in recalled.results if result.error is not None), None)
        done = sum(result.is_done for result in recalled.results)
        if refused is not None:
            self._window.say(sentence_of(refused))
        if done:
            self.view.recall.clear()
            what = self.tr("Đã thu hồi việc trả {n} hồ sơ; kết quả lại chờ trả.").format(n=done)
            do = self.tr("Phiếu ký nhận đã in không còn giá trị: thu lại và gạch bỏ.")
            paid = self.tr("Tiền đã thu vẫn ghi là đã nộp.") if any(i.state.paid for i in recalled.items) else ""
            self._window.say(Sentence(what, paid, do, severity=Severity.INFO))

    def _on_failed(self, error: Exception) -> None:
        self.view.setEnabled(True)
        self._on_changed()
        self._window.errors.report(error)
        if not self._is_done:
            self._read_again()
        self.view.code.setFocus()
        self._take_waiting()

    def _on_page_shown(self, key: str) -> None:
        if self._window.page(key) is not self:
            self._before = key

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new) and self.isVisible():
            self._scroll.ensureWidgetVisible(new, 8, 24)


def _is_code(words: str) -> bool:
    try:
        read_dossier_code(words)
    except BadValue:
        return is_compact(words.upper())
    return True
