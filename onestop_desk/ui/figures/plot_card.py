"""A plot with its table beside it, in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from onestop_desk.domain.plot import Plotted
from onestop_desk.reports.plots import Ink
from onestop_desk.ui import theme
from onestop_desk.ui.colours import Colours
from onestop_desk.ui.figures.table import FigureTableView
from onestop_desk.ui.figures.wording import plot_words
from onestop_desk.ui.figures.work import PLOT_ROOM
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph

_PLOT, _TABLE, _HIGH = 420, 300, 260


class PlotView(QWidget):
    """Shows an SVG as large as there is room, its shape kept."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._drawing = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_svg(self, svg: str) -> None:
        """Show another drawing."""
        self._drawing.load(QByteArray(svg.encode()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which the letters read well."""
        look = theme.current()
        return QSize(look.px(_PLOT), look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        wide, high = PLOT_ROOM
        scale = min(self.width() / wide, self.height() / high)
        room = QRectF((self.width() - wide * scale) / 2, 0, wide * scale, high * scale)
        with QPainter(self) as painter:
            self._drawing.render(painter, room)


class PlotCard(QFrame):
    """One plot and its table; `opened` carries the Figure of a number."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"plot_{name}")
        self.setProperty("role", "card")
        self.view = PlotView(plot_words(name))
        self.table = FigureTableView(plot_words(name))
        self.table.setObjectName(f"plot_table_{name}")
        self.table.opened.connect(self.opened)
        self._notes = Paragraph("", "muted")
        self._notes.setObjectName(f"plot_notes_{name}")
        self._notes.hide()
        flow = FieldFlow()
        flow.add_field(self.view, _PLOT, 3)
        flow.add_field(self.table, _TABLE, 2)
        column = QVBoxLayout(self)
        column.addWidget(Paragraph(plot_words(name), "heading"))
        column.addLayout(flow)
        column.addWidget(self._notes)

    def show_drawn(self, plotted: Plotted, svg: str) -> None:
        """Show another plot of the same kind."""
        self.view.show_svg(svg)
        self.table.show_table(plotted.table)
        self._notes.setText("\n".join(plotted.table.notes))
        self._notes.setVisible(bool(plotted.table.notes))


def ink_of(colours: Colours) -> Ink:
    """Return the colours of a plot in a theme: bars on top of each other differ in lightness, not in hue alone."""
    bars = (colours.accent, colours.accent_soft, colours.fault)
    return Ink(colours.text, colours.edge, bars, (colours.on_accent, colours.text, colours.surface))
