"""What an import did: the counts in one line, and the rows that stayed out, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from onestop_desk.services.import_file import RefusedRow
from onestop_desk.ui import theme
from onestop_desk.ui.catalogue_wording import refused_row_words
from onestop_desk.ui.widgets.button import Button
from onestop_desk.ui.widgets.label import IconLabel, Paragraph

MOST_SHOWN = 1000
_ROW_HIGH, _MOST_ROWS_HIGH = 28, 132


class RefusedRows(QFrame):
    """A frame that lists refused rows until it is closed; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Paragraph("", "strong")
        self._summary.setObjectName("import_summary")
        self._rows = QStringListModel(self)
        self._list = QListView()
        self._list.setObjectName("refused_rows")
        self._list.setAccessibleName(self.tr("Các dòng không nhập được"))
        self._list.setModel(self._rows)
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._close = Button(self.tr("Đóng"), "close", "quiet", name="refused_close")
        self._close.clicked.connect(self.hide)
        self._assemble()

    def show_rows(self, summary: str, refused: Sequence[RefusedRow]) -> None:
        """Show the rows that stayed out, or hide."""
        lines = [refused_row_words(row) for row in refused[:MOST_SHOWN]]
        if len(refused) > MOST_SHOWN:
            lines.append(self.tr("… và {n} dòng nữa").format(n=len(refused) - MOST_SHOWN))
        self._summary.setText(summary)
        self._rows.setStringList(lines)
        self._list.setFixedHeight(theme.current().px(min(_ROW_HIGH * (len(lines) + 1), _MOST_ROWS_HIGH)))
        self.setVisible(bool(refused))

    def lines(self) -> list[str]:
        """Return the lines shown."""
        return self._rows.stringList()

    def _assemble(self) -> None:
        self.setObjectName("refused")
        self.setProperty("severity", "person")
        head = QHBoxLayout()
        head.addWidget(IconLabel("person", "person", 20))
        head.addWidget(self._summary, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._list)
        self.hide()
