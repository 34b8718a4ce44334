"""The office as its papers name it, and the rules of its papers."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.office import Office, PaperRules
from onestop_desk.services import opening
from onestop_desk.services.desk import Desk
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.card import FieldCard
from onestop_desk.ui.widgets.labelled import Labelled, LabelledLine, show_problem
from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox, QuietSpinBox
from onestop_desk.ui.wording import Sentence, Severity

_MOST_COPIES = 9


class OfficeCard(FieldCard):
    """Changes name, heading, place, phone and paper rules; papers of earlier days stay as they were."""

    def __init__(self, window: Any, desk: Desk, parent: QWidget | None = None) -> None:
        self._window, self._desk = window, desk
        self._make_fields()
        self._make_signing()
        lines: list[Labelled] = [self._name, self._heading, self._place, self._phone]
        fields = [*lines, self._role, self._signer, self._titles_field, self._basis]
        fields += [self._copies_field, self._mask_field, self._note, self._address]
        super().__init__(translate("OfficeCard", "Cơ quan và giấy tờ"), fields, parent)
        self._save = Button(self.tr("Lưu cơ quan và giấy tờ"), "save", name="office_save")
        self._save.clicked.connect(self._on_save)
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addStretch(1)
        self.body.addLayout(row)
        self.show_office(desk.office)

    def show_office(self, office: Office) -> None:
        """Show an office."""
        rules = office.papers
        for line, text in (
            *((self._name, office.name), (self._heading, office.heading), (self._place, office.place)),
            *((self._phone, office.phone), (self._note, rules.note), (self._basis, rules.legal_basis)),
            *((self._address, rules.lookup_address), (self._role, rules.signer_role)),
            (self._signer, rules.signer_name),
        ):
            line.set_text(text)
            line.line.setCursorPosition(0)
        self._titles.setCurrentIndex(self._titles.findData(rules.title_set))
        self._copies.setValue(rules.receipt_copies)
        self._mask.setChecked(rules.mask_given_copy)

    def _office(self) -> Office:
        now = self._desk.office
        rules = replace(
            now.papers,
            receipt_copies=self._copies.value(),
            mask_given_copy=self._mask.isChecked(),
            note=self._note.text().strip(),
            legal_basis=self._basis.text().strip(),
            lookup_address=self._address.text().strip(),
            title_set=str(self._titles.currentData() or now.papers.title_set),
            signer_role=self._role.text().strip() or PaperRules().signer_role,
            signer_name=self._signer.text().strip(),
        )
        name, heading = self._name.text(), self._heading.text()
        return replace(
            now, name=name, heading=heading, place=self._place.text(), phone=self._phone.text(), papers=rules
        )

    def _on_save(self) -> None:
        self._save.setEnabled(False)
        args = (opening.describe_office, self._desk, self._office())
        self._window.jobs.run(*args, done=self._on_saved, failed=self._on_refused)

    def _on_saved(self, _nothing: None) -> None:
        self._save.setEnabled(True)
        told = self.tr("Đã lưu. Giấy tờ từ bây giờ theo nội dung mới.")
        self._window.say(Sentence(told, severity=Severity.INFO))

    def _on_refused(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if not isinstance(error, DeskError) or not show_problem({"office.name": self._name}, error):
            self._window.say(sentence_of(error))

    def _make_fields(self) -> None:
        self._name = LabelledLine(translate("OfficeCard", "Tên cơ quan"), "set_office_name")
        self._heading = LabelledLine(translate("OfficeCard", "Dòng thứ hai ở đầu giấy tờ"), "set_office_heading")
        self._place = LabelledLine(translate("OfficeCard", "Địa danh trước ngày tháng"), "set_office_place")
        self._phone = LabelledLine(translate("OfficeCard", "Điện thoại in trên giấy hẹn"), "set_office_phone")
        self._copies = QuietSpinBox()
        self._copies.setObjectName("set_copies")
        self._copies.setRange(1, _MOST_COPIES)
        self._copies_field = Labelled(translate("OfficeCard", "Số liên giấy hẹn"), self._copies)
        self._mask = QCheckBox(translate("OfficeCard", "Che bớt số giấy tờ trên liên giao dân"))
        self._mask.setObjectName("set_mask")
        self._mask_field = Labelled(translate("OfficeCard", "Số giấy tờ tùy thân"), self._mask)
        self._note = LabelledLine(translate("OfficeCard", "Ghi chú cuối giấy hẹn"), "set_note")
        self._basis = LabelledLine(translate("OfficeCard", "Căn cứ pháp lý in trên giấy"), "set_basis")
        hint = translate("OfficeCard", "Đứng trước mã hồ sơ trong mã QR; để trống thì QR chỉ có mã.")
        self._address = LabelledLine(translate("OfficeCard", "Địa chỉ tra cứu"), "set_address", hint)

    def _make_signing(self) -> None:
        hint = translate("OfficeCard", "Dấu / bắt đầu một dòng mới. Để trống: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH.")
        self._role = LabelledLine(translate("OfficeCard", "Quyền hạn, chức vụ người ký"), "set_signer_role", hint)
        hint = translate("OfficeCard", "In dưới chỗ ký và đóng dấu; để trống thì ghi bằng tay.")
        self._signer = LabelledLine(translate("OfficeCard", "Họ và tên người ký"), "set_signer_name", hint)
        self._titles = QuietComboBox()
        self._titles.setObjectName("set_title_set")
        self._titles.addItem(translate("OfficeCard", "Bộ mẫu 2025"), "2025")
        self._titles.addItem(translate("OfficeCard", "Bộ mẫu 2018"), "2018")
        self._titles_field = Labelled(translate("OfficeCard", "Tên và số mẫu giấy"), self._titles)
