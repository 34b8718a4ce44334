"""Settings: the office and its papers, printers, the screen, the scanner, serial ranges."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onestop_desk.services.choices import choose
from onestop_desk.services.desk import Desk
from onestop_desk.services.paperwork import Form
from onestop_desk.ui import theme
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.settings.centre_card import CentreCard
from onestop_desk.ui.settings.look_card import LookCard
from onestop_desk.ui.settings.office_card import OfficeCard
from onestop_desk.ui.settings.printing_card import PrintingCard
from onestop_desk.ui.settings.range_card import RangeCard
from onestop_desk.ui.sync.keeper import SyncKeeper
from onestop_desk.ui.widgets.page import Page


class SettingsPage(Page):
    """Every choice is kept as soon as it is made; office and ranges by their own buttons. `saved` carries Settings."""

    saved = Signal(object)

    def __init__(
        self, window: Any, desk: Desk, room: PrintRoom, keeper: SyncKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Thiết lập"), parent)
        self.setObjectName("settings_page")
        self._window, self._desk, self._room = window, desk, room
        self._printing = PrintingCard(window, desk.settings)
        self._look = LookCard(desk.settings)
        self._office = OfficeCard(window, desk)
        self._ranges = RangeCard(window, desk)
        self._centre = CentreCard(window, desk, keeper)
        self._connect()
        for card in (self._printing, self._look, self._office, self._ranges, self._centre):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def entered(self) -> None:
        """Show the look the window wears now."""
        self._look.show_look(theme.current())
        self._ranges.refresh()

    def _connect(self) -> None:
        self._printing.changed.connect(self._on_changed)
        self._printing.test_asked.connect(self._on_test_asked)
        self._look.changed.connect(self._on_changed)
        self._look.look_chosen.connect(self._window.set_look)
        self._window.look_changed.connect(self._look.show_look)

    def _on_changed(self) -> None:
        changes = self._look.choices() | self._printing.choices()
        self._window.jobs.run(choose, self._desk, changes, done=self.saved.emit, failed=self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._window.say(sentence_of(error))

    def _on_test_asked(self, form: Form) -> None:
        self._room.print_test(Form(form))
