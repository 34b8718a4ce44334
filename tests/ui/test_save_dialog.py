"""Saving under a name: the suffix is added before anybody is asked whether a file may go, and no other file goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.ui.save_dialog import Wanted, ask_where, with_kind

XLSX = {"xlsx": "Excel (*.xlsx)"}
NOTICE = {"pdf": "PDF (*.pdf)", "html": "HTML (*.html)"}


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    for dialog in widget.findChildren(QFileDialog):
        dialog.reject()


def the_dialog(room: QWidget) -> QFileDialog:
    """Return the one dialog that is open."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (dialog,) = (one for one in room.findChildren(QFileDialog, "save_file") if one.isVisible())
    assert isinstance(dialog, QFileDialog)
    return dialog


def type_name(room: QWidget, folder: Path, name: str, kind: str = "") -> None:
    """Save under a name as a person does."""
    dialog = the_dialog(room)
    dialog.setDirectory(str(folder))
    if kind:
        dialog.selectNameFilter(kind)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(name)
    dialog.accept()


@pytest.mark.parametrize(
    ("typed", "saved"),
    [("Bieu06 T10.2026", "Bieu06 T10.2026.xlsx"), ("a", "a.xlsx"), ("a.xlsx", "a.xlsx"), ("A.XLSX", "A.XLSX")],
)
def test_a_dot_in_a_name_begins_no_suffix(room: QWidget, tmp_path: Path, typed: str, saved: str) -> None:
    found: list[Path] = []
    ask_where(room, Wanted("Lưu", "x.xlsx", XLSX), found.append)
    type_name(room, tmp_path, typed)
    assert found == [tmp_path / saved]


def test_another_file_is_not_written_over_unasked(room: QWidget, tmp_path: Path) -> None:
    found: list[Path] = []
    taken = tmp_path / "Bieu06 T10.2026.xlsx"
    taken.write_bytes(b"")
    ask_where(room, Wanted("Lưu", "x.xlsx", XLSX), found.append)
    type_name(room, tmp_path, "Bieu06 T10.2026")
    assert found == []
    again = the_dialog(room)
    assert [Path(one) for one in again.selectedFiles()] == [taken], "it asks about the whole name"
    again.fileSelected.emit(str(taken))
    assert found == [taken], "once a person has answered, it goes"


@pytest.mark.parametrize(
    ("kind", "typed", "saved"),
    [
        ("HTML (*.html)", "cong-khai.2026", "cong-khai.2026.html"),
        ("HTML (*.html)", "cong-khai.pdf", "cong-khai.html"),
        ("PDF (*.pdf)", "cong-khai", "cong-khai.pdf"),
    ],
)
def test_the_kind_that_was_chosen_gives_the_suffix(
    room: QWidget, tmp_path: Path, kind: str, typed: str, saved: str
) -> None:
    found: list[Path] = []
    ask_where(room, Wanted("Lưu", "cong-khai.pdf", NOTICE), found.append)
    dialog = the_dialog(room)
    dialog.selectNameFilter(kind)
    dialog.fileSelected.emit(str(tmp_path / typed))
    assert found == [tmp_path / saved]


def test_a_suffix_is_appended_once() -> None:
    assert with_kind(Path("a/T10.2026"), "pdf") == Path("a/T10.2026.pdf")
    assert with_kind(Path("a/T10.PDF"), "pdf") == Path("a/T10.PDF")
