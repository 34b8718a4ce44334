"""F6: dossiers are handed over by list, taken over item by item, and earlier lists found again."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.ui.hand_over.give_panel import GivePanel
from onestop_desk.ui.hand_over.lists_panel import ListsPanel
from onestop_desk.ui.hand_over.take_panel import TakePanel
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.widgets.page import Page
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.wording import Sentence, Severity

if TYPE_CHECKING:
    from onestop_desk.ui.main_window import MainWindow


class Side(StrEnum):
    """Which part of the page is in front."""

    GIVE = "give"
    TAKE = "take"
    LISTS = "lists"


class HandOverPage(Page):
    """Shows one of its three panels; scans go to the one in front."""

    def __init__(self, window: "MainWindow", desk: Desk, room: PrintRoom) -> None:
        super().__init__(self.tr("Bàn giao hồ sơ"))
        self.setObjectName("hand_over_page")
        self._window = window
        self._sides = Segments("hand_over_side", self.tr("Bàn giao"), self._choices())
        self._give = GivePanel(window, desk, room)
        self._take = TakePanel(window, desk)
        self._lists = ListsPanel(window, desk, room)
        self._sides.chosen.connect(self._on_chosen)
        self.column.addWidget(self._sides)
        for panel in (self._give, self._take, self._lists):
            self.column.addWidget(panel, 1)
        self._show(Side.GIVE)

    def entered(self) -> None:
        """Read anew: time has passed."""
        self._panel().entered()

    def left(self) -> None:
        """Keep what was begun."""
        self._panel().left()

    def show_side(self, side: Side) -> None:
        """Bring a panel to the front."""
        if side is not self._side():
            self._panel().left()
        self._show(side)
        self._panel().entered()

    def take_dossier(self, line: DossierLine) -> None:
        """Tick a scanned dossier off, where something is given or taken."""
        match self._side():
            case Side.GIVE:
                self._give.take_dossier(line.uid)
            case Side.TAKE:
                self._take.take_dossier(line)
            case Side.LISTS:
                what = self.tr("Đang xem các danh sách đã giao, chưa ghi gì.")
                do = self.tr("Chọn “Giao” hoặc “Nhận” rồi quét lại.")
                self._window.say(Sentence(what, "", do, severity=Severity.INFO))

    def take_absent(self, code: str) -> None:
        """Keep in mind a well-formed code of a dossier that is not on this machine."""
        if self._side() is Side.GIVE:
            self._give.take_absent(code)
        elif self._side() is Side.TAKE:
            self._take.take_absent(code)

    def _choices(self) -> tuple[tuple[Side, str], ...]:
        return (
            (Side.GIVE, self.tr("Giao")),
            (Side.TAKE, self.tr("Nhận")),
            (Side.LISTS, self.tr("Danh sách đã giao")),
        )

    def _side(self) -> Side:
        return Side(str(self._sides.value()))

    def _panel(self) -> GivePanel | TakePanel | ListsPanel:
        match self._side():
            case Side.GIVE:
                return self._give
            case Side.TAKE:
                return self._take
        return self._lists

    def _show(self, side: Side) -> None:
        # The others are hidden, not stacked under: a hidden widget asks for no room.
        self._sides.set_value(side)
        panels: tuple[QWidget, ...] = (self._give, self._take, self._lists)
        for panel in panels:
            panel.setVisible(panel is self._panel())
        self.setFocusProxy(self._panel())

    def _on_chosen(self, value: object) -> None:
        self.show_side(Side(str(value)))
        self._panel().setFocus()
