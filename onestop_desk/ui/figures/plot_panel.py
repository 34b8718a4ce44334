"""The plots of a period: what to save them as, then one below the other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.services.plot_figures import PLOTS
from onestop_desk.services.plot_list import PlotReport
from onestop_desk.ui.figures.plot_card import PlotCard
from onestop_desk.ui.figures.work import DrawnPlots, FileKind
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.flow import FlowLayout

_KINDS = (FileKind.PDF, FileKind.XLSX)


class PlotPanel(QWidget):
    """Shows the plots; `save_asked` with a FileKind, `opened` with a Figure."""

    save_asked = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot_panel")
        self._report: PlotReport | None = None
        self._cards = {name: PlotCard(name) for name in PLOTS}
        self._save = {kind: Button(f"{kind.value.upper()}…", "save") for kind in _KINDS}
        self._assemble()

    def report(self) -> PlotReport | None:
        """Return what is shown; None before anything was."""
        return self._report

    def show_plots(self, drawn: DrawnPlots) -> None:
        """Show plots of one moment."""
        self._report = drawn.report
        for plotted, svg in zip(drawn.report.plots, drawn.pictures, strict=True):
            self._cards[plotted.table.name].show_drawn(plotted, svg)
        self.offer_saving(offered=True)

    def offer_saving(self, *, offered: bool) -> None:
        """Let the plots be saved, or not now."""
        for button in self._save.values():
            button.setEnabled(offered and self._report is not None)

    def _assemble(self) -> None:
        column, saving = QVBoxLayout(self), FlowLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for kind, button in self._save.items():
            button.setObjectName(f"plots_save_{kind}")
            button.setAccessibleName(self.tr("Lưu biểu đồ ra {kind}").format(kind=kind.value.upper()))
            button.clicked.connect(partial(self._on_save, kind))
            button.setEnabled(False)
            saving.addWidget(button)
        column.addLayout(saving)
        for card in self._cards.values():
            card.opened.connect(self.opened)
            column.addWidget(card)

    def _on_save(self, kind: FileKind, _checked: bool = False) -> None:
        self.save_asked.emit(kind)
