"""A table's width shared out among its columns, and the tables that do it."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.field_flow import EvenFlow
from onestop_desk.ui.widgets.paged import Column, PagedTable, Source
from onestop_desk.ui.widgets.row_table import RowTable
from onestop_desk.ui.widgets.sharing import shared_out

LONG = "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân <b>& các giấy tờ kèm theo</b> cho người ở nước ngoài"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sample."""

    code: str
    procedure: str


@pytest.mark.parametrize(
    ("room", "widths"),
    [(1000, [200, 100, 700]), (500, [200, 100, 200]), (400, [160, 100, 140]), (360, [160, 100, 100])],
)
def test_the_widest_takes_what_is_left_and_scarcity_is_shared(room: int, widths: list[int]) -> None:
    assert shared_out([200, 100, 200], [160, 100, 100], room, 2) == widths


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=8), st.integers(0, 3000))
def test_columns_fill_the_room_wherever_their_least_widths_fit(sizes: list[tuple[int, int]], room: int) -> None:
    wanted, least = [max(pair) for pair in sizes], [min(pair) for pair in sizes]
    widths = shared_out(wanted, least, room, 0)
    assert all(width >= floor for width, floor in zip(widths, least, strict=True))
    assert sum(widths) == max(room, sum(least))


def test_long_words_give_way_and_can_be_read_as_they_are(qtbot: QtBot, jobs: Jobs) -> None:
    columns = (
        Column("Mã hồ sơ", lambda row: row.code),
        Column("Thủ tục", lambda row: row.procedure, is_long=True),
    )
    model = PagedTable(columns, jobs)
    table = RowTable(model, "Hồ sơ")
    qtbot.addWidget(table)
    table.resize(420, 300)
    table.show()
    model.open(Source(lambda: 1, lambda _offset, _limit: (Row("H31.20.11-261123-1001", LONG),)))
    qtbot.waitUntil(lambda: model.data(model.index(0, 1)) == LONG)
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    tip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"<qt>{LONG.replace('&', '&amp;').replace('<', '&lt;')}</qt>"


@pytest.mark.parametrize(("wide", "in_row"), [(1000, 6), (640, 6), (639, 3), (316, 3), (315, 2), (208, 2), (207, 1)])
def test_fields_of_one_kind_lie_in_even_rows(qtbot: QtBot, wide: int, in_row: int) -> None:
    room, flow = QWidget(), EvenFlow(across=8, down=8)
    qtbot.addWidget(room)
    QVBoxLayout(room).setContentsMargins(0, 0, 0, 0)
    room.layout().addLayout(flow)
    fields = [QWidget() for _ in range(6)]
    for field in fields:
        field.setMinimumHeight(20)
        flow.add_field(field, 100, 1)
    room.resize(wide, 300)
    room.show()
    assert [sum(field.y() == fields[0].y() for field in fields), len({f.x() for f in fields})] == [in_row, in_row]
