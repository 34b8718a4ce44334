"""What the catalogue's table shows: its rows, fetched page by page in the reading lane, and its columns."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from onestop_desk.domain.money import format_number
from onestop_desk.services.catalogue_list import CatalogueLine, find_codes, lines_of
from onestop_desk.services.desk import Desk
from onestop_desk.ui import theme
from onestop_desk.ui.catalogue_wording import cut_words, written_limit_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.paged import Column, PagedTable, Source

_NAME, _FIELD = _FIXED = (1, 2)
_NAME_WIDE, _FIELD_WIDE, _ROW_HIGH, _LEAST_HIGH = 210, 120, 46, 220


def open_listing(desk: Desk, words: str, is_offered: bool) -> Source:
    """Return the procedures that hold the words, offered or retired, as a table's source."""
    listing = _Listing(desk, words, is_offered)
    return Source(listing.count, listing.fetch)


def list_columns() -> tuple[Column, ...]:
    """Return the columns of the list."""
    return (
        Column(translate("Catalogue", "Mã"), _code_words),
        Column(translate("Catalogue", "Tên thủ tục"), _name_words),
        Column(translate("Catalogue", "Lĩnh vực"), _field_words),
        Column(translate("Catalogue", "Theo luật"), _limit_words),
        Column(translate("Catalogue", "Áp dụng"), _shortened_words),
        Column(translate("Catalogue", "Giảm"), _cut_words, on_right=True),
        Column(translate("Catalogue", "Phí (đồng)"), _fee_words, on_right=True),
    )


class _Listing:
    """What the table shows, counted and fetched in the reading lane."""

    def __init__(self, desk: Desk, words: str, is_offered: bool) -> None:
        self._desk, self._words, self._is_offered = desk, words, is_offered
        self._codes: tuple[str, ...] = ()

    def count(self) -> int:
        self._codes = find_codes(self._desk, self._words, is_offered=self._is_offered)
        return len(self._codes)

    def fetch(self, offset: int, limit: int) -> tuple[CatalogueLine, ...]:
        return lines_of(self._desk, self._codes[offset : offset + limit])


class ProcedureTable(QTableView):
    """The list of procedures: two lines a row, the name takes what the other columns leave."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("catalogue_table")
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._dress()

    def show_model(self, model: PagedTable) -> None:
        """Show the rows of `model`."""
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _FIXED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._on_section_resized)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        look = theme.current()
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW_HIGH))
        self.setMinimumHeight(look.px(_LEAST_HIGH))

    def _fit(self) -> None:
        look, header = theme.current(), self.horizontalHeader()
        if header.count() <= _FIELD:
            return
        header.resizeSection(_FIELD, look.px(_FIELD_WIDE))
        others = header.length() - header.sectionSize(_NAME)
        header.resizeSection(_NAME, max(look.px(_NAME_WIDE), self.viewport().width() - others))

    def _on_section_resized(self, column: int, _before: int, _after: int) -> None:
        if column not in _FIXED:
            self._fit()


def _code_words(line: CatalogueLine) -> str:
    return line.code


def _name_words(line: CatalogueLine) -> str:
    return line.name


def _field_words(line: CatalogueLine) -> str:
    return line.field


def _limit_words(line: CatalogueLine) -> str:
    return written_limit_words(line.limit)


def _shortened_words(line: CatalogueLine) -> str:
    return written_limit_words(line.shortened)


def _cut_words(line: CatalogueLine) -> str:
    return cut_words(line.cut_percent)


def _fee_words(line: CatalogueLine) -> str:
    return "–" if line.fee is None else format_number(line.fee)
