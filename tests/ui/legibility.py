"""Checks that every page must pass: no text cut, no control without a name, none out of Tab's reach, no default."""

import itertools

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from onestop_desk.ui.widgets.tile import ChoiceTile, Tile

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QTextEdit,
    QPlainTextEdit,
    QSlider,
)


def cut_texts(widget: QWidget) -> list[str]:
    """Return a line for each visible widget under `widget` whose text does not fit; empty is good."""
    return [f"{_name(one)}: {why}" for one in _visible(widget) if (why := _why_cut(one))]


def wait_legible(qtbot: QtBot, widget: QWidget) -> None:
    """Wait until layouts have settled and nothing under `widget` is cut; fail with what is."""

    def nothing_cut() -> None:
        cut = cut_texts(widget)
        assert cut == [], cut

    qtbot.waitUntil(nothing_cut, timeout=2000)


def nameless(widget: QWidget) -> list[str]:
    """Return the visible controls that a screen reader could not name."""
    return [_name(one) for one in _controls(widget) if not _accessible_name(one)]


def untabbable(widget: QWidget) -> list[str]:
    """Return the visible, enabled controls that Tab does not reach; of exclusive buttons one is enough."""
    reached = set(tab_order(widget))
    missed = [c for c in _controls(widget) if c.isEnabled() and c not in reached and not _is_inner(c)]
    return [_name(c) for c in missed if not reached.intersection(_group_of(c))]


def _group_of(control: QWidget) -> list[QAbstractButton]:
    group = control.group() if isinstance(control, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


def tab_jumps(widget: QWidget) -> list[str]:
    """Return the steps of Tab that go backwards: to a control wholly above and not to the right of the last."""
    order = [one for one in tab_order(widget) if widget.isAncestorOf(one)]
    steps = itertools.pairwise(order)
    return [f"{_name(a)} -> {_name(b)}" for a, b in steps if _is_backwards(_place(a, widget), _place(b, widget))]


def tab_order(widget: QWidget) -> list[QWidget]:
    """Return what Tab visits in the window of `widget`, as far as it lies under `widget`, in that order."""
    order, one = [], widget.nextInFocusChain()
    while one is not None and one is not widget:
        if widget.isAncestorOf(one) and one.isVisible() and one.isEnabled() and _takes_tab(one):
            order.append(one)
        one = one.nextInFocusChain()
    return order


def default_buttons(widget: QWidget) -> list[str]:
    """Return the buttons that Enter would press from elsewhere."""
    buttons = widget.findChildren(QPushButton)
    inner = [b for box in widget.findChildren(QDialogButtonBox) for b in box.buttons()]
    return [_name(b) for b in [*buttons, *inner] if isinstance(b, QPushButton) and (b.isDefault() or b.autoDefault())]


def _why_cut(one: QWidget) -> str:
    if isinstance(one, QLabel) and one.text():
        return _why_label(one)
    if isinstance(one, ChoiceTile):
        return "" if one.height() >= one.heightForWidth(one.width()) else "lines do not fit"
    if isinstance(one, QAbstractButton) and one.text() and not _fits(one):
        return f"button {one.width()}x{one.height()} needs {one.sizeHint().width()}x{one.sizeHint().height()}"
    if isinstance(one, QLineEdit | QComboBox | QAbstractSpinBox):
        return _why_field(one)
    if isinstance(one, QTableView):
        return _why_headings(one)
    return "" if _is_within(one) else "lies outside its parent"


def _why_label(label: QLabel) -> str:
    room, metrics = label.contentsRect(), label.fontMetrics()
    if label.wordWrap():
        widest = max(metrics.horizontalAdvance(word) for word in label.text().split() or [""])
        high = metrics.boundingRect(QRect(0, 0, room.width(), 10000), int(Qt.TextFlag.TextWordWrap), label.text())
        fits = widest <= room.width() + 1 and high.height() <= room.height() + 1
    else:
        lines = label.text().split("\n")
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        fits = widest <= room.width() + 1 and metrics.height() * len(lines) <= room.height() + 1
    if not fits:
        return f"label {room.width()}x{room.height()} too small for {label.text()!r}"
    return "" if _is_within(label) else "lies outside its parent"


def _why_field(field: QLineEdit | QComboBox | QAbstractSpinBox) -> str:
    if field.height() + 1 < field.fontMetrics().height() or field.height() + 1 < field.minimumSizeHint().height():
        return "field too low"
    if isinstance(field, QLineEdit) and field.placeholderText() and not field.text():
        room = field.contentsRect().width() - 8
        if field.fontMetrics().horizontalAdvance(field.placeholderText()) > room:
            return f"placeholder {field.placeholderText()!r} too long for {room}"
    if isinstance(field, QComboBox):
        widest = max(
            (field.fontMetrics().horizontalAdvance(field.itemText(i)) for i in range(field.count())), default=0
        )
        if widest > field.width():
            return "a choice is wider than the field"
    return ""


def _why_headings(table: QTableView) -> str:
    header = table.horizontalHeader()
    if header.isHidden() or table.model() is None:
        return ""
    shown = [c for c in range(header.count()) if not header.isSectionHidden(c)]
    cut = [c for c in shown if header.sectionSize(c) + 1 < header.sectionSizeHint(c)]
    return f"headings {cut} too narrow" if cut else ""


def _fits(button: QAbstractButton) -> bool:
    hint = button.minimumSizeHint()
    if not isinstance(button, Tile):  # a tile says itself below which size something would be cut
        hint = hint.expandedTo(button.sizeHint())
    return button.width() >= hint.width() and button.height() >= hint.height()


def _is_within(one: QWidget) -> bool:
    parent = one.parentWidget()
    if parent is None or one.isWindow() or isinstance(parent.parentWidget(), QScrollArea) or _is_inner(one):
        return True
    if parent.objectName() == "qt_scrollarea_viewport":
        return True
    return parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry())


def _visible(widget: QWidget) -> list[QWidget]:
    return [one for one in [widget, *widget.findChildren(QWidget)] if one.isVisible()]


def _controls(widget: QWidget) -> list[QWidget]:
    return [one for one in _visible(widget) if isinstance(one, INTERACTIVE) and not _is_inner(one)]


def _is_inner(one: QWidget) -> bool:
    """Say whether Qt made it inside another control (a spin box's line, a table's corner or header)."""
    parent = one.parentWidget()
    return isinstance(
        parent, QAbstractItemView | QComboBox | QAbstractSpinBox | QLineEdit
    ) or one.objectName().startswith("qt_")


def _accessible_name(one: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(one)
    return found.text(QAccessible.Text.Name) if found is not None else one.accessibleName()


def _takes_tab(one: QWidget) -> bool:
    return one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def _place(one: QWidget, within: QWidget) -> QRect:
    return QRect(one.mapTo(within, QPoint(0, 0)), one.size())


def _is_backwards(first: QRect, second: QRect) -> bool:
    return second.bottom() <= first.top() and second.left() < first.right()


def _name(one: QWidget) -> str:
    text = one.text() if isinstance(one, QAbstractButton | QLabel) else one.accessibleName()
    return f"{type(one).__name__}#{one.objectName()}({text[:40]})"
