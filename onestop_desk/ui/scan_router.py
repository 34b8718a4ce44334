"""Where a scan goes: every scan, on any page, answers with sound, colour and text (counter.md §4)."""

import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication

from onestop_desk.devices.scanner import Misread, MisreadHint, Scan, read_scan
from onestop_desk.devices.scanner.capture import Echo
from onestop_desk.devices.scanner.serial_source import SerialFault, SerialLine, SerialPort, SerialSource
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.text import mask
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.ui.line_wording import state_severity, state_words
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.scan_card import ScanCard
from onestop_desk.ui.scan_filter import ScanFilter, ScanRules
from onestop_desk.ui.scan_wording import masked, misread_sentence, repaired_sentence, unknown_sentence
from onestop_desk.ui.side import LastScan
from onestop_desk.ui.widgets.strip import Offer
from onestop_desk.ui.wording import Sentence, Severity

_SERIAL_HINTS = {
    SerialFault.TOO_LONG: MisreadHint.TOO_LONG,
    SerialFault.NOT_UTF8: MisreadHint.UNKNOWN,
    SerialFault.UNENDED: MisreadHint.BROKEN,
}


class ScanRouter(QObject):
    """Watches all keys while a clerk is signed in, listens to the serial port, and brings each scan to its page.

    `dossier_found` carries the DossierLine of a scan; `card_wanted` the uid of a dossier to open whole.
    """

    dossier_found = Signal(object)
    card_wanted = Signal(str)
    _line_came = Signal(object)
    _presence_changed = Signal(bool)

    def __init__(self, window: MainWindow, desk: Desk, beep: Callable[[], None] = QApplication.beep) -> None:
        super().__init__(window)
        self._window, self._desk, self._beep = window, desk, beep
        self._filter = ScanFilter(self._rules(), self)
        self._filter.scanned.connect(self.take)
        self._filter.misread.connect(self.take_misread)
        self._echo = Echo()
        self._serial: SerialSource | None = None
        self._was_present: bool | None = None
        self._card: DossierLine | None = None
        self._line_came.connect(self._on_line)
        self._presence_changed.connect(self._on_presence)

    def begin(self) -> None:
        """Watch the keyboard and the serial port that the settings name."""
        app = QCoreApplication.instance()
        if app is not None:
            self._filter.install(app)
        self.listen_to(self._desk.settings.scanner_port)

    def end(self) -> None:
        """Watch nothing any more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self._filter)
        self.listen_to("")

    def listen_to(self, port: str) -> None:
        """Read another serial port, or none."""
        if self._serial is not None:
            self._serial.stop()
        self._serial, self._was_present = None, None
        if port:
            self._serial = SerialSource(SerialPort(port), self._line_came.emit, self._presence_changed.emit)
            self._serial.start()

    def refresh_rules(self) -> None:
        """Read scans by the office's present look-up address."""
        self._filter.set_rules(self._rules())

    def take(self, scan: Scan) -> None:
        """Answer one scan that was understood."""
        self._beep()
        if scan.repaired and scan.is_dossier:
            self._window.say(repaired_sentence(scan))
        if scan.code is not None:
            self._take_dossier(scan.code)
        else:
            self._take_person(scan)

    def refresh_card(self) -> None:
        """Read the dossier on the right again: something may have happened to it."""
        if self._card is not None:
            done = partial(self._on_read_again, self._card)
            self._window.jobs.read(lookup.by_code, self._desk, self._card.code, done=done, key="scan card")

    def take_misread(self, misread: Misread) -> None:
        """Answer a scan that was not understood: nothing is opened."""
        self._beep()
        self._show_last(masked(misread.raw), self.tr("Mã lạ, không mở gì"), Severity.FAULT)
        self._show_card(None)
        self._window.say(misread_sentence(misread))

    def _take_dossier(self, code: str) -> None:
        lines = lookup.by_code(self._desk, code)
        if not lines:
            self._show_last(code, self.tr("Không có trên máy này"), Severity.INFO)
            self._show_card(None)
            if self._window.current_key() == "release":
                self._page("release").take_code(code)
            else:
                self._window.say(unknown_sentence(code))
            if self._window.current_key() == "hand_over":
                self._page("hand_over").take_absent(code)
            return
        line = lines[0]
        severity = state_severity(line, self._now()) or Severity.INFO
        self._show_last(line.code, state_words(line, self._now()), severity)
        self._show_card(line)
        self.dossier_found.emit(line)
        self._hand_in(line)

    def carry(self, code: str) -> None:
        """Bring a dossier that a person came from to the page that is open now, as if it had been scanned there."""
        for line in lookup.by_code(self._desk, code):
            self._hand_in(line)

    def _hand_in(self, line: DossierLine) -> None:
        if self._window.current_key() == "list":
            self._page("list").narrow(line.code)
        elif self._window.current_key() == "release":
            self._page("release").take_code(line.code)
        elif self._window.current_key() == "intake":
            self._offer(line)
        elif self._window.current_key() in ("hand_over", "supplement"):
            self._page(self._window.current_key()).take_dossier(line)

    def _take_person(self, scan: Scan) -> None:
        number = scan.card.number if scan.card is not None else scan.text
        self._show_last(mask(number), self.tr("Thẻ căn cước"), Severity.INFO)
        self._show_card(None)
        key = self._window.current_key()
        if key in ("intake", "release"):
            self._page(key).take_scan(scan)
        elif key == "list":
            self._page(key).narrow(number)
        elif key == "hand_over":
            self._window.say(Sentence(self.tr("Ở trang Bàn giao, hãy quét mã hồ sơ."), severity=Severity.INFO))
        else:
            self._window.show_page("search")
            self._page("search").search(number)

    def _offer(self, line: DossierLine) -> None:
        what = self.tr("{code}: {state}.").format(code=line.code, state=state_words(line, self._now()))
        do = self.tr("Phiếu đang nhập vẫn được giữ.")
        offer = Offer(self.tr("Mở hồ sơ"), partial(self.card_wanted.emit, line.uid), 10)
        self._window.say(Sentence(what, "", do, severity=Severity.INFO), offer)

    def _show_card(self, line: DossierLine | None) -> None:
        self._card = line
        card = None
        if line is not None:
            card = ScanCard(line, self._now())
            card.opened.connect(self.card_wanted)
        self._window.side.set_card(card)

    def _on_read_again(self, before: DossierLine, lines: tuple[DossierLine, ...]) -> None:
        now = next((line for line in lines if line.uid == before.uid), before)
        if now != before and self._card is before:
            self._show_card(now)

    def _show_last(self, code: str, said: str, severity: Severity) -> None:
        self._window.side.show_scan(LastScan(code, self._now(), said, severity))

    def _on_line(self, line: SerialLine) -> None:
        if line.fault is not None:
            self.take_misread(Misread(line.text, _SERIAL_HINTS[line.fault]))
            return
        if self._echo.repeats(line.text, time.monotonic_ns() // 1_000_000):
            return
        rules = self._rules()
        found = read_scan(line.text, exists=rules.exists, today=rules.today(), lookup_prefix=rules.lookup_prefix)
        if isinstance(found, Misread):
            self.take_misread(found)
        else:
            self.take(found)

    def _on_presence(self, is_present: bool) -> None:
        port = self._desk.settings.scanner_port
        if not is_present:
            what = self.tr("Không thấy máy quét ở cổng {port}.").format(port=port)
            do = self.tr("Kiểm tra dây cắm; chương trình tự nối lại khi máy quét có mặt.")
            self._window.say(Sentence(what, "", do, "SCANNER", Severity.PERSON))
        elif self._was_present is False:
            self._window.say(Sentence(self.tr("Máy quét đã nối lại."), severity=Severity.INFO))
        self._was_present = is_present

    def _rules(self) -> ScanRules:
        return ScanRules(self._exists, self._today, self._desk.office.papers.lookup_address)

    def _exists(self, code: str) -> bool:
        return bool(lookup.by_code(self._desk, code))

    def _today(self) -> date:
        return self._now().date()

    def _now(self) -> datetime:
        return self._desk.clock().astimezone(VIETNAM)

    def _page(self, key: str) -> Any:
        return self._window.page(key)
