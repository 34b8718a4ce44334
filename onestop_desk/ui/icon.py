"""Icons: own SVG files that take the colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from onestop_desk import paths


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return the icon `name` (a file of resources/icons) in `colour`, `size` logical pixels square."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return _drawn(name, colour, size, ratio)


def icon(name: str, colour: str, size: int) -> QIcon:
    """Return the icon `name` as Qt wants it on a button."""
    return QIcon(pixmap(name, colour, size))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    with QPainter(made) as painter:
        drawing.render(painter, QRectF(0, 0, size, size))
    return made


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
