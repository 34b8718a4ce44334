"""The period in six numbers, each of which opens."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onestop_desk.domain.figures import Figure, Share, Sort, cell_words
from onestop_desk.domain.measures import Counts
from onestop_desk.domain.money import format_number
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.field_flow import EvenFlow
from onestop_desk.ui.widgets.tile import FigureTile

_LEAST = 96


class FigureTiles(QWidget):
    """Shows Counts; `opened` carries the Figure of a tile."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_tiles")
        self._counts = Counts()
        flow = EvenFlow(self, across=8, down=8)
        self._tiles = {}
        for key, words in _names():
            tile = FigureTile(words)
            tile.setObjectName(f"tile_{key}")
            tile.clicked.connect(partial(self._on_clicked, key))
            flow.add_field(tile, _LEAST, 1)
            self._tiles[key] = tile

    def show_counts(self, counts: Counts) -> None:
        """Show other figures; a red number is one to worry about."""
        self._counts = counts
        for key, tile in self._tiles.items():
            tile.set_value(format_number(_count(counts, key)))
            tile.set_colour("fault" if key in ("over", "open_late") and _count(counts, key) else "text")
        in_time = cell_words(Share(counts.before + counts.on, counts.solved), Sort.SHARE)
        self._tiles["solved"].setToolTip(translate("Figures", "Trước và đúng hạn: {share}").format(share=in_time))

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        self.opened.emit(Figure(_count(self._counts, key), "new" if key == "received" else key))


def _count(counts: Counts, key: str) -> int:
    return counts.online + counts.direct if key == "received" else int(getattr(counts, key))


def _names() -> tuple[tuple[str, str], ...]:
    return (
        ("received", translate("Figures", "Tiếp nhận")),
        ("online", translate("Figures", "Trực tuyến")),
        ("solved", translate("Figures", "Đã giải quyết")),
        ("over", translate("Figures", "Giải quyết quá hạn")),
        ("open", translate("Figures", "Đang giải quyết")),
        ("open_late", translate("Figures", "Đang quá hạn")),
    )
