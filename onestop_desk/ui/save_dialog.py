"""Where to save a file: no other file is written over unasked, whatever dots its name has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the dialog's title, the name it begins with, and what the file can be, as words by suffix."""

    title: str
    name: str
    kinds: Mapping[str, str]


def ask_where(parent: QWidget | None, wanted: Wanted, save: Callable[[Path], None]) -> None:
    """Open a dialog, and save under the name that a person chose in it.

    It asks about the name that was typed. Where a suffix makes that another one which is taken, it is shown anew with
    the whole name, so that it asks about this too: system dialogs can be told of suffixes, but not made to add them.
    """
    dialog = QFileDialog(parent, wanted.title, "", ";;".join(wanted.kinds.values()))
    dialog.setObjectName("save_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(next(iter(wanted.kinds)))
    if dialog.directory() == QDir.current():  # nothing was saved yet: this is where the program is
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(wanted.name)
    dialog.fileSelected.connect(partial(_on_selected, dialog, wanted, save))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def with_kind(path: Path, kind: str) -> Path:
    """Return a path that ends in `.kind`: appended, for a dot in a name begins no suffix."""
    return path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")


def _on_selected(dialog: QFileDialog, wanted: Wanted, save: Callable[[Path], None], chosen: str) -> None:
    path = _named(Path(chosen), _kind(dialog, wanted), wanted.kinds)
    if path != Path(chosen) and path.exists():
        ask_where(dialog.parentWidget(), Wanted(wanted.title, str(path), wanted.kinds), save)
    else:
        save(path)


def _kind(dialog: QFileDialog, wanted: Wanted) -> str:
    chosen = dialog.selectedNameFilter()
    return next((kind for kind, words in wanted.kinds.items() if words == chosen), next(iter(wanted.kinds)))


def _named(path: Path, kind: str, kinds: Mapping[str, str]) -> Path:
    """Return a path as the chosen kind; the suffix of another kind that was offered gives way."""
    other = path.suffix.lower()[1:] in kinds.keys() - {kind}
    return with_kind(path.with_suffix("") if other else path, kind)
