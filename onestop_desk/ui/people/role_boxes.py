"""A box to tick for each role."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QWidget

from onestop_desk.domain.office import Role
from onestop_desk.ui.role_wording import role_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.flow import FlowLayout
from onestop_desk.ui.widgets.labelled import Labelled


class RoleBoxes(Labelled):
    """The roles of one clerk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        row = QWidget()
        flow = FlowLayout(across=12, down=4)
        row.setLayout(flow)
        self._boxes = {role: QCheckBox(role_words(role)) for role in Role}
        for role, box in self._boxes.items():
            box.setObjectName(f"role_{role.value}")
            flow.addWidget(box)
        super().__init__(translate("RoleBoxes", "Vai trò"), row, parent=parent)
        self.setFocusProxy(self._boxes[Role.RECEPTION])

    def roles(self) -> tuple[Role, ...]:
        """Return the roles that are ticked."""
        return tuple(role for role, box in self._boxes.items() if box.isChecked())

    def set_roles(self, roles: Iterable[Role]) -> None:
        """Tick these roles and no others."""
        held = set(roles)
        for role, box in self._boxes.items():
            box.setChecked(role in held)
