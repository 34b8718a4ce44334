"""Choosing a printer: what was chosen stays chosen, also while that printer is off and missing in the list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from onestop_desk.ui.widgets.quiet_wheel import QuietComboBox


class PrinterChoice(QuietComboBox):
    """The printers of this machine, and none: then papers are kept as PDF."""

    def __init__(self, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(())

    def offer(self, printers: Sequence[object]) -> None:
        """Show these printers (PrinterInfo); what was chosen before stays chosen."""
        chosen = self.chosen() if self.count() else self._chosen
        self.clear()
        self.addItem(self.tr("Không có máy in: giữ tệp PDF"), "")
        names = [str(getattr(printer, "name", printer)) for printer in printers]
        for name in [*names, *([chosen] if chosen and chosen not in names else [])]:
            self.addItem(name, name)
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Choose a printer by name; one that is not in the list joins it."""
        if name and self.findData(name) < 0:
            self.addItem(name, name)
        self.setCurrentIndex(max(0, self.findData(name)))

    def chosen(self) -> str:
        """Return the chosen printer's name, empty for none."""
        return str(self.currentData() or "")
