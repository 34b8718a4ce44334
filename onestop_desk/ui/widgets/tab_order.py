"""Tab goes as the eye does: through a form in the order of its layouts, whatever was made when."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab visit the fields under `root` in the order in which its layouts hold them."""
    layout = root.layout()
    fields = list(_fields(layout)) if layout is not None else []
    for first, second in pairwise(fields):
        QWidget.setTabOrder(first, second)


def _fields(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        inner = widget.layout() if widget is not None else item.layout() if item is not None else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        if inner is not None:
            yield from _fields(inner)
