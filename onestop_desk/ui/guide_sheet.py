"""F1: the guide's page of the current screen, read from the disk, beside the work and not in its way."""

import re
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from onestop_desk import paths
from onestop_desk.ui import theme
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout

INDEX = "README.md"
PAGES = {
    "intake": "tiep-nhan.md",
    "release": "tra-ket-qua.md",
    "hand_over": "ban-giao.md",
    "supplement": "bo-sung.md",
    "list": "danh-sach.md",
    "search": "tim.md",
    "unprinted": "chua-ra-giay.md",
    "online": "truc-tuyen.md",
    "figures": "bao-cao.md",
    "books": "so-sach.md",
    "catalogue": "danh-muc.md",
    "calendar": "lich.md",
    "people": "nhan-su.md",
    "settings": "thiet-lap.md",
    "sync": "dong-bo.md",
    "account": "dang-nhap.md",
    "sign_in_page": "dang-nhap.md",
    "set_up_page": "thiet-lap.md",
    "founder_page": "thiet-lap.md",
    "adopt_page": "thiet-lap.md",
    "fault_page": "thong-bao.md",
}
"""Which page of the guide belongs to which page of the window, or of the one before anybody has signed in."""

_WIDE, _MARGIN = 720, 40
_ABOVE_HEADING, _ABOVE_LINE = 18, 5
_GRAPH = re.compile(r"```mermaid\n.*?```\n", re.DOTALL)
_LOOK_EVENTS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


def guide_page(name: str) -> str:
    """Return a page's Markdown without the graphs, which only a web page can draw."""
    return _GRAPH.sub("", (paths.guide() / name).read_text(encoding="utf-8"))


class GuideBrowser(QTextBrowser):
    """Shows pages of the guide's folder and nothing else: no other file, no network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._name = ""  # before Qt dresses it: changeEvent comes while it is being made
        super().__init__(parent)
        self.setObjectName("guide_text")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def name(self) -> str:
        """Return the file name of the page shown."""
        return self._name

    def open_page(self, name: str) -> None:
        """Show a page of the guide; a name outside the guide is left alone."""
        if _is_page(name):
            self._name = name
            self.setMarkdown(guide_page(name))
            self._space_out()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the guide's own pictures, as wide as the page at most."""
        url = QUrl(name)
        path = _inside(url.path())
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() or url.host() or path is None:
            return None
        picture = QImage(str(path))
        room = max(200, self.viewport().width() - _MARGIN)
        if picture.width() <= room:
            return picture
        return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look: headings and pictures are laid out anew."""
        super().changeEvent(event)
        if event.type() in _LOOK_EVENTS and self._name:
            self.open_page(self._name)

    def _space_out(self) -> None:
        """Give headings and lines the air that Qt's Markdown leaves out."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            shape = block.blockFormat()
            shape.setTopMargin(theme.current().px(_ABOVE_HEADING if shape.headingLevel() > 1 else _ABOVE_LINE))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            block = block.next()
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        if not url.scheme() and not url.host():
            self.open_page(url.path())


class GuideSheet(QDialog):
    """The guide in a window of its own that does not stop the work; `keys_asked` when the keys are wanted."""

    keys_asked = Signal()

    def __init__(self, parent: QWidget, *, has_keys: bool = True) -> None:
        super().__init__(parent)
        self._window, self._has_keys = parent, has_keys
        self.setObjectName("guide_sheet")
        self.setWindowTitle(self.tr("Hướng dẫn"))
        self.setModal(False)
        self._text = GuideBrowser()
        self._text.setAccessibleName(self.tr("Trang hướng dẫn"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._text, 1)
        column.addLayout(self._buttons())

    def open_for(self, key: str) -> None:
        """Show the page that belongs to this page of the window, the index where there is none."""
        most = self._window.size()
        self.resize(min(theme.current().px(_WIDE), most.width() - _MARGIN), most.height() - _MARGIN)
        self.show()
        self._text.open_page(PAGES.get(key, INDEX))
        self._text.setFocus()
        self.activateWindow()

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        for words, icon_name, name, act in (
            (self.tr("Mục lục"), "list", "guide_index", self._on_index),
            (self.tr("Phím tắt"), "help", "guide_keys", self.keys_asked.emit),
            (self.tr("Đóng (Esc)"), "close", "guide_close", self.close),
        ):
            button = Button(words, icon_name, name=name)
            button.clicked.connect(act)
            button.setVisible(self._has_keys or name != "guide_keys")
            row.addWidget(button)
        return row

    def _on_index(self) -> None:
        self._text.open_page(INDEX)
        self._text.setFocus()


def _is_page(name: str) -> bool:
    return name.endswith(".md") and _inside(name) is not None


def _inside(name: str) -> Path | None:
    root = paths.guide().resolve()
    path = (root / name).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None
