"""One save at a time: from an application to a registered dossier, its draft forgotten in the same transaction."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from onestop_desk.services import printing
from onestop_desk.services.fault import ClockMoved
from onestop_desk.services.intake import Accepted, Application
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.intake.draft_keeper import DraftKeeper
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity

Confirm = Callable[[], Application | None]


class Saver(QObject):
    """`started`, then either `saved` with the Accepted or `failed`; in between no second save begins."""

    started = Signal()
    saved = Signal(object)
    failed = Signal()

    def __init__(self, seat: Seat, drafts: DraftKeeper, window: MainWindow, read_again: Confirm) -> None:
        super().__init__(window)
        self._seat, self._drafts, self._window, self._read_again = seat, drafts, window, read_again
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a save is on its way."""
        return self._is_busy

    def save(self, application: Application) -> None:
        """Register the dossier in the desk lane."""
        if self._is_busy:
            return
        self._is_busy = True
        self._drafts.rest()
        self.started.emit()
        self._seat.jobs.run(
            printing.register,
            self._seat.desk,
            application,
            self._drafts.dropped_with_save(),
            done=self._on_saved,
            failed=self._on_failed,
        )

    def _on_saved(self, accepted: Accepted) -> None:
        self._is_busy = False
        if not accepted.is_new:
            self._drafts.drop()
        self._tell(accepted)
        self.saved.emit(accepted)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self._drafts.note_change()
        if isinstance(error, ClockMoved):
            offer = Offer(self.tr("Giờ này đúng, lưu lại"), self._save_with_clock)
            self._window.say(sentence_of(error), offer)
        else:
            self._window.errors.report(error)
        self.failed.emit()

    def _save_with_clock(self) -> None:
        application = self._read_again()
        if application is not None:
            self.save(replace(application, clock_confirmed=True))

    def _tell(self, accepted: Accepted) -> None:
        if not accepted.is_new:
            words = self.tr("{code} đã lưu từ trước; không tạo hồ sơ thứ hai.")
        elif self._seat.desk.settings.receipt_printer:
            words = self.tr("{code} đã lưu. Phiếu đã vào hàng in.")
        else:
            words = self.tr("{code} đã lưu. Chưa chọn máy in: phiếu được giữ thành PDF.")
        self._window.say(Sentence(words.format(code=accepted.code), severity=Severity.INFO))
        if accepted.serials_left is not None:
            left = self.tr("Dải số hôm nay của quầy này chỉ còn {n} số.").format(n=accepted.serials_left)
            do = self.tr("Báo quản trị cấp thêm dải số.")
            self._window.say(Sentence(left, do=do, severity=Severity.PERSON))
