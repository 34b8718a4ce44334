"""Text fields that hold only what a name or a note may hold."""

import unicodedata

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from onestop_desk.ui.widgets.badge import restyle

_BREAKS = frozenset("\t\n\v\f\r\x85")
_SPACES = frozenset({"Zs", "Zl", "Zp"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class CleanLineEdit(QLineEdit):
    """A line of text without newlines, control, bidi and invisible characters, also when pasted."""

    def __init__(self, name: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(2000)
        self.textChanged.connect(self._on_text_changed)

    def set_problem(self, problem: str) -> None:
        """Mark the field as wrong with the reason, or as right with an empty text."""
        self.setProperty("invalid", bool(problem))
        self.setAccessibleDescription(problem)
        restyle(self)

    def has_problem(self) -> bool:
        """Return whether the field is marked as wrong."""
        return bool(self.property("invalid"))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        cleaned = clean_typed(text)
        if cleaned != text:
            before = clean_typed(text[: self.cursorPosition()])
            self.setText(cleaned)
            self.setCursorPosition(len(before))
        if self.has_problem():
            self.set_problem("")


def clean_typed(text: str) -> str:
    """Return `text` without what nobody can see, breaks as spaces; ends stay: somebody may be typing on."""
    return "".join(_typed(sign) for sign in text)


def _typed(sign: str) -> str:
    if sign in _BREAKS or unicodedata.category(sign) in _SPACES:
        return " "
    return "" if unicodedata.category(sign) in _UNSEEN else sign
