"""Tables fetch what one looks at; the checklist counts papers within bounds; tiles answer to their keys."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.widgets.checklist import CheckedPaper, Checklist, ChecklistModel
from onestop_desk.ui.widgets.choice_grid import Choice, ChoiceGrid
from onestop_desk.ui.widgets.paged import PAGE_ROWS, Column, PagedTable, Source, whole_list
from onestop_desk.ui.widgets.tile import ChoiceTile

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the samples."""

    number: int


COLUMNS = (Column("Số", lambda line: str(line.number), on_right=True),)


def fetch(offset: int, limit: int) -> tuple[Line, ...]:
    """Return lines as a table would."""
    return tuple(Line(number) for number in range(offset, min(offset + limit, MILLION)))


def test_a_million_rows_fetch_only_what_is_seen(qtbot: QtBot, jobs: Jobs) -> None:
    fetched: list[int] = []

    def noted(offset: int, limit: int) -> tuple[Line, ...]:
        fetched.append(offset)
        return fetch(offset, limit)

    model, view = PagedTable(COLUMNS, jobs), QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    with qtbot.waitSignal(model.counted):
        model.open(Source(lambda: MILLION, noted))
    last = model.index(MILLION - 1, 0)
    view.scrollToBottom()
    qtbot.waitUntil(lambda: model.data(last) == str(MILLION - 1))
    assert model.data(last, Qt.ItemDataRole.UserRole) == Line(MILLION - 1)
    assert len(fetched) <= 4
    assert max(fetched) == MILLION - PAGE_ROWS


def test_rows_not_there_yet_show_an_ellipsis(qtbot: QtBot, jobs: Jobs) -> None:
    model = PagedTable(COLUMNS, jobs)
    with qtbot.waitSignal(model.counted):
        model.open(Source(lambda: 3, fetch))
    assert model.data(model.index(0, 0)) == "…"
    with qtbot.waitSignal(model.page_arrived):
        pass
    assert [model.data(model.index(row, 0)) for row in range(3)] == ["0", "1", "2"]


def test_rows_of_an_earlier_source_do_not_stay(qtbot: QtBot, jobs: Jobs) -> None:
    model = PagedTable(COLUMNS, jobs)
    with qtbot.waitSignal(model.counted):
        model.open(Source(lambda: 5, fetch))
    assert model.row(0) is None
    model.open(Source(lambda: 2, lambda offset, limit: (Line(70), Line(71))))
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert model.rowCount() == 2
    qtbot.waitUntil(lambda: model.row(1) == Line(71))


def test_a_whole_list_is_read_once_each_time_it_is_counted(qtbot: QtBot, jobs: Jobs) -> None:
    readings = iter([fetch(0, 250), fetch(70, 2)])
    model = PagedTable(COLUMNS, jobs)
    with qtbot.waitSignal(model.counted):
        model.open(whole_list(lambda: next(readings)))
    assert (model.rowCount(), model.row(249)) == (250, None)
    qtbot.waitUntil(lambda: model.row(249) == Line(249))
    with qtbot.waitSignal(model.counted):
        model.refresh()
    assert (model.rowCount(), model.row(1)) == (2, None)
    qtbot.waitUntil(lambda: model.row(1) == Line(71))


@pytest.fixture
def model(qtbot: QtBot) -> ChecklistModel:
    model = ChecklistModel()
    model.show_papers([CheckedPaper("Tờ khai"), CheckedPaper("Ủy quyền", required=False, handed_in=False)])
    return model


@pytest.mark.parametrize(("given", "kept"), [(3, 3), (-1, 0), (1000, 999)])
def test_counts_stay_within_bounds(model: ChecklistModel, given: int, kept: int) -> None:
    model.setData(model.index(0, 2), given)
    assert model.papers()[0].originals == kept


def test_ticks_and_reasons_are_taken(model: ChecklistModel) -> None:
    model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.setData(model.index(1, 4), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    model.setData(model.index(1, 5), "Chưa\nký ")
    assert model.papers()[1] == CheckedPaper("Ủy quyền", required=False, handed_in=True, good=False, reason="Chưa ký")


def test_asked_for_papers_keep_their_name_and_extra_ones_can_go(model: ChecklistModel) -> None:
    assert not model.setData(model.index(0, 1), "Khác")
    row = model.add_extra("  Giấy thêm\n")
    assert model.papers()[row].name == "Giấy thêm"
    model.remove_extra(0)
    model.remove_extra(row)
    assert [paper.name for paper in model.papers()] == ["Tờ khai", "Ủy quyền"]


def test_space_ticks_a_paper(qtbot: QtBot) -> None:
    table = Checklist("Giấy tờ")
    qtbot.addWidget(table)
    table.papers_model.show_papers([CheckedPaper("Tờ khai")])
    table.show()
    table.setCurrentIndex(table.papers_model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not table.papers_model.papers()[0].handed_in


def test_long_names_make_high_rows(qtbot: QtBot) -> None:
    table = Checklist("Giấy tờ")
    qtbot.addWidget(table)
    table.resize(800, 600)
    table.show()
    table.papers_model.show_papers([CheckedPaper("Tờ khai"), CheckedPaper("Giấy chứng nhận " * 60)])
    assert table.rowHeight(1) > 5 * table.rowHeight(0)


def test_alt_and_a_digit_choose_a_tile(qtbot: QtBot) -> None:
    grid = ChoiceGrid()
    qtbot.addWidget(grid)
    grid.show_choices([Choice(n, f"Thủ tục {n}") for n in range(12)])
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.keyClick(grid, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert chosen.args == [1]
    assert [tile.isChecked() for tile in grid.tiles()] == [False, True] + [False] * 7


def test_a_name_longer_than_a_tile_is_shortened_and_kept_for_the_reader(qtbot: QtBot) -> None:
    name = "Cấp giấy chứng nhận quyền sử dụng đất " * 30
    grid = ChoiceGrid()
    qtbot.addWidget(grid)
    grid.resize(400, 300)
    grid.show_choices([Choice(1, name)])
    grid.show()
    tile = grid.tiles()[0]
    assert len(tile.shown_lines()) == ChoiceTile.LINES
    assert tile.shown_lines()[-1].endswith("…")
    assert tile.accessibleName() == name
    assert name.strip() in tile.toolTip()


@pytest.mark.parametrize(("width", "columns"), [(900, 3), (450, 2), (210, 1)])
def test_tiles_flow_into_as_many_columns_as_fit(qtbot: QtBot, width: int, columns: int) -> None:
    grid, room = ChoiceGrid(), QScrollArea()
    qtbot.addWidget(room)
    room.setWidgetResizable(True)
    room.setWidget(grid)
    grid.show_choices([Choice(n, f"Thủ tục {n}") for n in range(6)])
    room.resize(width + 20, 700)
    room.show()
    qtbot.waitUntil(lambda: len({tile.x() for tile in grid.tiles()}) == columns)
    assert grid.minimumSizeHint().width() <= 200


def test_a_paper_that_was_not_handed_in_is_shown_neither_here_nor_good(model: ChecklistModel) -> None:
    shown = [model.data(model.index(1, column), Qt.ItemDataRole.CheckStateRole) for column in (0, 4)]
    assert shown == [Qt.CheckState.Unchecked, Qt.CheckState.Unchecked]
    assert model.papers()[1].good, "what a clerk said of it before is kept"
    assert model.data(model.index(0, 4), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
