"""What the print room has to say, as strips on the window and as a word at its foot."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from onestop_desk.services import printing
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import NEEDS_PERSON, JobLine, JobState
from onestop_desk.ui import print_wording as words
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.line_wording import job_words
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.print_room import PrintRoom, open_paper
from onestop_desk.ui.widgets.strip import UNDO_SECONDS, Offer, Strip
from onestop_desk.ui.wording import Sentence, Severity

LIST_PAGE = "unprinted"


class PrintStrips(QObject):
    """Asks, tells and offers; one strip a paper, replaced when the paper ends otherwise."""

    def __init__(self, window: MainWindow, room: PrintRoom, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._room, self._desk = window, room, desk
        self._strips: dict[str, Strip] = {}
        self._at_printer = 0
        self._last: dict[str, JobLine] = {}
        room.ended.connect(self._on_round)
        room.at_printer.connect(self._on_at_printer)
        room.letters_missing.connect(self._on_letters_missing)
        room.paper_ready.connect(self._on_paper_ready)
        room.failed.connect(self._on_failed)
        self._say_printers()

    def tell_earlier(self) -> None:
        """Say how many papers of earlier need somebody to look."""
        self._window.jobs.run(printing.jobs, self._desk, NEEDS_PERSON, done=self._on_earlier)

    def refresh(self) -> None:
        """Say the printers anew: the settings have changed."""
        self._last.clear()
        self._say_printers()

    def _on_earlier(self, jobs: tuple[JobLine, ...]) -> None:
        if jobs:
            offer = Offer(self.tr("Xem danh sách"), partial(self._window.show_page, LIST_PAGE))
            self._window.say(words.waiting_sentence(len(jobs)), offer)

    def _on_round(self, jobs: tuple[JobLine, ...]) -> None:
        self._tell_kept(sorted((job for job in jobs if job.state is JobState.KEPT), key=_order))
        for job in jobs:
            self._on_ended(job)
        self._say_printers()

    def _on_ended(self, job: JobLine) -> None:
        self._drop(job.id)
        if job.printer:
            self._last[job.printer] = job
        if job.state is JobState.UNKNOWN:
            self._ask(job)
        elif job.state in (JobState.REFUSED, JobState.EXPIRED):
            self._tell_refused(job)

    def _ask(self, job: JobLine) -> None:
        yes = Offer(self.tr("Đã ra giấy"), partial(self._room.answer, job.id, True))
        strip = self._window.say(words.unknown_sentence(job), yes)
        strip.also_offer(Offer(self.tr("Chưa, in lại"), partial(self._room.answer, job.id, False)))
        self._strips[job.id] = strip

    def _tell_refused(self, job: JobLine) -> None:
        again = Offer(self.tr("In lại"), partial(self._room.try_again, job.id))
        strip = self._window.say(words.refused_sentence(job), again)
        strip.also_offer(Offer(self.tr("Mở PDF"), partial(self._room.fetch_paper, job.id)))
        self._strips[job.id] = strip

    def _tell_kept(self, jobs: list[JobLine]) -> None:
        """Say in one strip which papers of a round were kept; the button opens the first, the receipt."""
        if jobs:
            offer = Offer(self.tr("Mở PDF"), partial(self._room.fetch_paper, jobs[0].id), UNDO_SECONDS)
            self._window.say(words.kept_sentence(jobs), offer)

    def _drop(self, job_id: str) -> None:
        strip = self._strips.pop(job_id, None)
        if strip is not None and strip in self._window.strips.strips():
            self._window.strips.remove(strip)

    def _on_letters_missing(self, code: str, letters: tuple[str, ...]) -> None:
        self._window.say(words.letters_sentence(code, letters))

    def _on_paper_ready(self, path: Path) -> None:
        if not open_paper(path):
            what = self.tr("Không mở được tệp PDF: {path}.").format(path=path)
            self._window.say(Sentence(what, self.tr("Tệp vẫn còn nguyên."), self.tr("Mở tệp bằng chương trình khác.")))

    def _on_failed(self, error: Exception) -> None:
        self._window.say(sentence_of(error))

    def _on_at_printer(self, count: int) -> None:
        self._at_printer = count
        self._say_printers()

    def _say_printers(self) -> None:
        text, severity = self._printers()
        self._window.status.printers.say(text, severity)

    def _printers(self) -> tuple[str, Severity | None]:
        settings = self._desk.settings
        chosen = [settings.receipt_printer]
        chosen += [settings.slip_printer] if settings.print_slip else []
        chosen += [settings.label_printer] if settings.print_label else []
        names = list(dict.fromkeys(name for name in chosen if name))
        if not names:
            return self.tr("Chưa chọn máy in: giấy được giữ thành tệp PDF"), None
        if self._at_printer:
            return self.tr("Máy in: đang in {n} phiếu").format(n=self._at_printer), None
        bad = [self._last[name] for name in names if name in self._last and self._last[name].state in NEEDS_PERSON]
        if bad:
            cause = words.cause_words(bad[0].fault) or job_words(bad[0].state)
            return self.tr("Máy in {name}: {cause}").format(
                name=words.printer_words(bad[0].printer), cause=cause
            ), Severity.PERSON
        return self.tr("Máy in: {names} ✓").format(names=" · ".join(map(words.printer_words, names))), None


def _order(job: JobLine) -> int:
    return list(Form).index(job.form)
