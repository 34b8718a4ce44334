"""The centre: its address and the station's password, tried before they are kept."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from onestop_desk.services import connecting
from onestop_desk.services.connecting import Connected
from onestop_desk.services.desk import Desk
from onestop_desk.services.station_secret import Place
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.sync.keeper import SyncKeeper
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.labelled import LabelledLine
from onestop_desk.ui.wording import Sentence, Severity


class CentreCard(FieldCard):
    """Connects this desk; speaks to the centre at once, in the long lane."""

    def __init__(self, window: Any, desk: Desk, keeper: SyncKeeper, parent: QWidget | None = None) -> None:
        self._url = LabelledLine(self.tr("Địa chỉ"), "centre_url", "postgresql://…@trungtam.example/motcua")
        self._password = LabelledLine(self.tr("Mật khẩu của máy trạm"), "centre_password")
        super().__init__(self.tr("Trung tâm"), (self._url, self._password), parent)
        self._window, self._desk, self._keeper = window, desk, keeper
        self._password.hide_text()
        self._url.set_text(desk.settings.centre_url)
        self._connect_button = Button(self.tr("Nối với trung tâm"), "sync", name="centre_connect")
        self._connect_button.clicked.connect(self._on_connect)
        row = QHBoxLayout()
        row.addWidget(self._connect_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _on_connect(self) -> None:
        self._url.set_problem("")
        self._connect_button.setEnabled(False)
        words = self._url.text(), self._password.text()
        self._window.jobs.read_long(
            connecting.connect, self._desk, *words, done=self._on_connected, failed=self._on_refused
        )

    def _on_connected(self, made: Connected) -> None:
        self._connect_button.setEnabled(True)
        self._password.line.clear()
        self._url.set_text(self._desk.settings.centre_url)
        what = self.tr("Đã nối trung tâm với tên máy trạm “{station}”.").format(station=made.station)
        safe = self.tr("Máy này không có kho khóa: mật khẩu nằm trong tệp centre.secret, cạnh dữ liệu.")
        self._window.say(Sentence(what, safe if made.kept_in is Place.FILE else "", severity=Severity.INFO))
        self._keeper.speak()

    def _on_refused(self, error: Exception) -> None:
        self._connect_button.setEnabled(True)
        said = sentence_of(error)
        self._url.set_problem(" ".join(part for part in (said.what, said.do) if part))
        self._url.setFocus()
