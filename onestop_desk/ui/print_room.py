"""The print room: hands papers to the printers in the desk lane and tells how each of them ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from onestop_desk.devices.printer import PrintPool
from onestop_desk.services import paperwork, printing
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import Form
from onestop_desk.services.printing import JobLine, JobState
from onestop_desk.ui.jobs import Jobs

LOOK_EVERY_MS = 200
"""How often the outcomes are fetched while something is at a printer; never otherwise."""

_UNDER_WAY = (JobState.WAITING, JobState.SENDING)


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at the printers brought: papers that ended, papers handed in, and how many are under way."""

    ended: tuple[JobLine, ...]
    under_way: int


class PrintRoom(QObject):
    """Owns the printers' workers. `ended` carries the JobLines that reached an end, `at_printer` how many have not,
    `handed_in` that the papers of a step went out, `paper_ready` the path of a PDF that was asked for, `failed` an
    error."""

    ended = Signal(object)
    handed_in = Signal()
    at_printer = Signal(int)
    letters_missing = Signal(str, object)
    paper_ready = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._jobs = desk, jobs
        self._make_pool: Callable[[], PrintPool] = PrintPool
        self._pool: PrintPool | None = None
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    def use_pool(self, make_pool: Callable[[], PrintPool]) -> None:
        """Make the printers' workers another way, before the first paper goes."""
        self._make_pool = make_pool

    def begin(self) -> None:
        """Settle what earlier runs left: nothing old prints by itself."""
        self._jobs.run(printing.settle_earlier_runs, self._desk, failed=self.failed.emit)

    def is_idle(self) -> bool:
        """Return whether nothing is under way and nobody looks."""
        return not self._timer.isActive() and not self._is_looking

    def hand_in(self) -> None:
        """Hand the waiting papers to their printers."""
        self._is_looking = True
        self._jobs.run(self._hand_in_lane, done=self._on_handed_in, failed=self._on_failed)

    def take_registered(self, uid: str, code: str) -> None:
        """Print what was written with a save, and say which characters the paper cannot show."""
        self._jobs.run(self._letters_in_lane, uid, code, done=self._on_letters, failed=self.failed.emit)
        self.hand_in()

    def print_again(self, uid: str, form: Form, reason: str) -> None:
        """Print a paper again, as BẢN SAO, with its reason."""
        form = Form(form)  # a signal carries a StrEnum as plain text
        self._jobs.run(
            printing.print_again, self._desk, uid, form, reason, done=self._on_written, failed=self._on_failed
        )

    def print_control(self, uid: str) -> None:
        """Print a dossier's control slip as it stands now."""
        self._jobs.run(printing.print_control, self._desk, uid, done=self._on_written, failed=self._on_failed)

    def print_test(self, form: Form) -> None:
        """Print the test page on the printer of a form."""
        self._jobs.run(printing.print_test, self._desk, form, done=self._on_written, failed=self._on_failed)

    def try_again(self, job_id: str) -> None:
        """Hand a paper in again, as the same job."""
        self._jobs.run(printing.try_again, self._desk, job_id, done=self._on_written, failed=self._on_failed)

    def answer(self, job_id: str, is_on_paper: bool) -> None:
        """Settle a question by what the clerk sees; a paper that did not come out is handed in again."""
        self._jobs.run(printing.answer, self._desk, job_id, is_on_paper, failed=self._on_failed)
        if is_on_paper:
            self.hand_in()
        else:
            self.try_again(job_id)

    def drop(self, job_id: str) -> None:
        """Give a paper up."""
        self._jobs.run(printing.drop, self._desk, job_id, done=self._on_written, failed=self._on_failed)

    def fetch_paper(self, job_id: str) -> None:
        """Ask for a paper's PDF; it comes with `paper_ready`."""
        self._jobs.run(printing.paper_of, self._desk, job_id, done=self.paper_ready.emit, failed=self.failed.emit)

    def close(self) -> None:
        """Let go of the printers; waits for none of them."""
        self._timer.stop()
        self._jobs.run(self._close_in_lane)

    def _hand_in_lane(self) -> Round:
        desk, pool = self._desk, self._pool_in_lane()
        before = {job.id for job in printing.jobs(desk, _UNDER_WAY)}
        printing.hand_in(desk, pool)
        return self._round(before, pool)

    def _look_in_lane(self) -> Round:
        before = {job.id for job in printing.jobs(self._desk, _UNDER_WAY)}
        return self._round(before, self._pool_in_lane())

    def _round(self, before: set[str], pool: PrintPool) -> Round:
        printing.take_outcomes(self._desk, pool)
        under_way = [job for job in printing.jobs(self._desk, _UNDER_WAY) if job.state is JobState.SENDING]
        gone = before - {job.id for job in under_way}
        ended = [job for job in printing.lines_of(self._desk, gone) if job.state not in _UNDER_WAY]
        return Round(tuple(ended), len(under_way))

    def _letters_in_lane(self, uid: str, code: str) -> tuple[str, tuple[str, ...]]:
        return code, paperwork.missing_letters(self._desk, uid)

    def _pool_in_lane(self) -> PrintPool:
        if self._pool is None:
            self._pool = self._make_pool()
        return self._pool

    def _close_in_lane(self) -> None:
        if self._pool is not None:
            self._pool.close()
            printing.take_outcomes(self._desk, self._pool)

    def _on_time(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            self._jobs.run(self._look_in_lane, done=self._on_round, failed=self._on_failed)

    def _on_written(self, _job_id: str | None) -> None:
        self.hand_in()

    def _on_handed_in(self, brought: Round) -> None:
        self._on_round(brought)
        self.handed_in.emit()

    def _on_round(self, brought: Round) -> None:
        self._is_looking = False
        if brought.under_way:
            self._timer.start()
        else:
            self._timer.stop()
        if brought.ended:
            self.ended.emit(brought.ended)
        self.at_printer.emit(brought.under_way)

    def _on_letters(self, found: tuple[str, tuple[str, ...]]) -> None:
        code, letters = found
        if letters:
            self.letters_missing.emit(code, letters)

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        self.failed.emit(error)


def open_paper(path: Path) -> bool:
    """Open a PDF with the program that the machine has for it; False when it has none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
