"""Plots on paper: the text and the pictures that were approved, every number there, nothing cut, nothing by colour.

After a wanted change: ONESTOP_GOLDEN=write pytest tests/documents/test_plot_sheets.py, look at them, commit.
"""

import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pypdfium2
import pytest
from PIL import Image

from onestop_desk.documents.lettering import literal, missing_glyphs
from onestop_desk.documents.plot_bars import GREY, draw_bar, draw_standing_bars
from onestop_desk.documents.plot_sheet import draw_plots
from onestop_desk.documents.sheet import A4, Pages
from onestop_desk.domain.figures import FigureTable, cell_words
from onestop_desk.domain.plot import Plot, Plotted
from tests.documents.pictures import bare, rasters, text
from tests.documents.plot_samples import AGES, HOURS, LEVELS, PROCEDURES, QUIET, SHEET, WEEKS, by_week, one_series
from tests.documents.test_golden_pictures import blocks
from tests.documents.test_odd_text import ODD

GOLDEN = Path(__file__).parent / "golden"
DRAWN = draw_plots(SHEET)


def _on_bare_page(draw: Callable[[Any], None], dpi: int = 203) -> np.ndarray:
    """Return the grey of every pixel of a page on which nothing else is."""
    pages = Pages(A4)
    draw(pages.add())
    return np.asarray(rasters(pages.to_pdf("x"), dpi)[0], dtype=float)


def _paper(plot: Plot) -> bytes:
    """Return a page with standing bars and nothing else."""
    pages = Pages(A4)
    draw_standing_bars(pages.add(), (30, 30, 95, 60), plot)
    return pages.to_pdf("x")


def _pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def _bars(plot: Plot) -> str:
    """Return what is written at standing bars."""
    return text(_paper(plot))


@pytest.mark.parametrize("place", [0, 1])
def test_a_page_of_plots_looks_as_approved(place: int) -> None:
    picture, path = rasters(DRAWN, 72)[place], GOLDEN / f"plots-{place + 1}.png"
    if os.environ.get("ONESTOP_GOLDEN") == "write":
        picture.quantize(16).save(path, optimize=True)
        (GOLDEN / "plots.txt").write_text(text(DRAWN), "utf-8")
    approved = Image.open(path)
    assert picture.size == approved.size
    assert np.abs(blocks(picture) - blocks(approved)).max() < 24


def test_the_plots_say_what_was_approved() -> None:
    assert text(DRAWN).split() == (GOLDEN / "plots.txt").read_text("utf-8").split()


def test_plots_drawn_again_are_the_same_bytes() -> None:
    assert draw_plots(SHEET) == DRAWN


@pytest.mark.parametrize("one", SHEET.plots, ids=lambda one: one.table.name)
def test_every_cell_of_every_table_stands_on_paper(one: Plotted) -> None:
    printed = bare(text(draw_plots(replace(SHEET, plots=(one,)))))
    for row in one.table.rows:
        words = [bare(cell_words(cell, column.sort)) for cell, column in zip(row, one.table.columns, strict=True)]
        assert "".join(words) in printed, row


def test_the_paper_says_how_fresh_it_is_who_signs_and_which_page_it_is() -> None:
    first, second = _pages(DRAWN)
    assert "BIỂU ĐỒ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ" in first and "Trang 1/2" in first
    assert SHEET.fresh in second and "Trần Văn Mẫu" in second and "Trang 2/2" in second


def test_plots_are_lines_and_areas_without_a_picture_or_a_colour() -> None:
    document = pypdf.PdfReader(io.BytesIO(DRAWN))
    assert [list(page.images) for page in document.pages] == [[], []]
    pictures = [page.render(scale=2).to_numpy() for page in pypdfium2.PdfDocument(DRAWN)]
    assert all((one.max(axis=2) == one.min(axis=2)).all() for one in pictures)


def test_the_parts_of_a_stack_differ_on_a_copier_that_knows_only_black_and_white() -> None:
    inked = []
    for kind in range(3):
        page = _on_bare_page(lambda sheet, kind=kind: draw_bar(sheet, (30, 30, 20, 20), kind))
        side = slice(int(32 / 25.4 * 203), int(48 / 25.4 * 203))
        inked.append((page[side, side] < 128).mean())
    white, hatched, black = inked
    assert white == 0 and 0.08 < hatched < 0.5 and black == 1


def test_a_bar_is_as_tall_as_its_count() -> None:
    plot = one_series("x", "X", "X", {"a": 100, "b": 50, "c": 25}).plot
    page = _on_bare_page(lambda sheet: draw_standing_bars(sheet, (30, 30, 90, 60), plot))
    left = 30 + 6.0
    heights = [
        int((page[:, int((left + (120 - left) * (place + 0.35) / 3) / 25.4 * 203)] < 230).sum()) for place in range(3)
    ]
    assert heights[0] > heights[1] > heights[2]
    assert heights[1] / heights[0] == pytest.approx(0.5, abs=0.06)
    assert heights[2] / heights[0] == pytest.approx(0.25, abs=0.06)


def test_a_name_of_any_length_is_whole() -> None:
    names = {f"{number}. {'Đăng ký biến động quyền sử dụng đất ' * 12}{'x' * 120}": number + 1 for number in range(10)}
    long = one_series("procedures", "THỦ TỤC TIẾP NHẬN NHIỀU NHẤT", "Thủ tục hành chính", names, is_lying=True)
    content = draw_plots(replace(SHEET, plots=(HOURS, long, LEVELS)))
    printed = text(content)
    assert printed.count("Trang ") > 2
    assert all(bare(name)[:200] in bare(printed) for name in names) and bare(printed).count("x" * 20) >= 10


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_name_prints_literally(odd: str) -> None:
    lying = one_series("p", "P", "Thủ tục", {f"TTHC~{odd}": 3, "Khác": 1}, is_lying=True)
    standing = one_series("s", "S", "Mức", {f"MỨC~{odd}": 3, "Khác": 1})
    printed = bare(text(draw_plots(replace(SHEET, plots=(lying, standing)))))
    shown = "".join("□" if letter in missing_glyphs([letter]) else letter for letter in literal(odd))
    assert f"TTHC~{bare(shown)}" in printed
    assert printed.count(f"MỨC~{bare(shown)}"[:6]) >= 2


def test_a_month_in_which_nothing_happened_is_a_paper_all_the_same() -> None:
    printed = text(draw_plots(QUIET))
    assert printed.count("Không có số liệu trong kỳ") == 3
    assert "Trần Văn Mẫu" in printed


def test_what_a_correction_takes_off_a_closed_month_is_told_by_the_table() -> None:
    one = by_week({"01/10 – 04/10": (-2, 5, 0), "05/10 – 11/10": (-1, -1, -1)})
    printed = text(draw_plots(replace(SHEET, plots=(one,))))
    assert "-2 5 0" in " ".join(printed.split())
    nothing = by_week({"01/10 – 04/10": (0, 5, 0), "05/10 – 11/10": (0, 0, 0)})
    assert _paper(one.plot) == _paper(nothing.plot), "no bar hangs below the axis"


def test_numbers_that_would_run_into_each_other_are_left_to_the_table() -> None:
    day = {f"{hour} giờ": 10_000 + hour for hour in range(24)}
    assert "10.007" not in _bars(one_series("hours", "X", "Giờ", day).plot)
    assert "7.007" in _bars(one_series("hours", "X", "Giờ", {"7 giờ": 7_007, "8 giờ": 9_000}).plot)


def test_the_words_under_bars_break_between_words_or_not_at_all() -> None:
    day = one_series("hours", "X", "Giờ", {f"{hour} giờ": hour for hour in range(24)}).plot
    assert _bars(day).split().count("giờ") == 24
    assert "31 ngày" in " ".join(_bars(AGES.plot).split())


def test_a_part_too_thin_for_its_number_has_none() -> None:
    thin = by_week({"01/10 – 04/10": (1_000, 9, 1)}).plot
    written = _bars(thin).split()
    assert "1.000" in written and "9" not in written


def test_no_plot_is_torn_and_the_last_one_stands_with_the_signatures() -> None:
    many = replace(SHEET, plots=(HOURS, WEEKS, AGES, WEEKS, AGES, LEVELS))
    pages = _pages(draw_plots(many))
    for place, one in enumerate(many.plots, 1):
        (where,) = [page for page in pages if f"{place}. {one.table.title[0]}" in page]
        assert all(cell_words(row[0], one.table.columns[0].sort) in where for row in one.table.rows)
    assert "6. Mức độ hài lòng" in pages[-1] and "NGƯỜI LẬP BIỂU" in pages[-1]


@pytest.mark.parametrize("rows", range(1, 12))
def test_bars_beside_a_short_table_end_above_the_foot_of_the_page(rows: int) -> None:
    short = one_series("procedures", "X", "Thủ tục", {f"Thủ tục {row}": row + 1 for row in range(rows)}, is_lying=True)
    content = draw_plots(replace(SHEET, plots=(HOURS, short, LEVELS, LEVELS, AGES)))
    below = slice(int((A4.foot + 0.3) / 25.4 * 100), int((A4.foot + 4) / 25.4 * 100))  # the page's number is lower
    assert all((np.asarray(page)[below] == 255).all() for page in rasters(content, 100))


def test_a_table_longer_than_a_page_goes_on_beside_nothing() -> None:
    rows = range(70)
    long = one_series("hours", "X", "Giờ", {f"{row}h": row for row in rows})
    _, *others = _pages(draw_plots(replace(SHEET, plots=(HOURS, long, LEVELS))))
    assert all(f"{row}h {row}" in "\n".join(others) for row in rows)
    assert "Mức độ hài lòng" in others[-1] and len(others) < 4


def test_notes_stand_under_their_table() -> None:
    table: FigureTable = replace(WEEKS.table, notes=("13 tuần cuối của kỳ.",))
    assert "13 tuần cuối của kỳ." in text(draw_plots(replace(SHEET, plots=(Plotted(WEEKS.plot, table), LEVELS))))


def test_the_longest_lying_bar_belongs_to_the_largest_count() -> None:
    page = np.asarray(rasters(draw_plots(replace(SHEET, plots=(PROCEDURES,))), 100)[0], dtype=float)
    lane = page[:, int(119 / 25.4 * 100) : int(195 / 25.4 * 100)]
    grey = (np.abs(lane - GREY * 255) < 4).sum(axis=1)
    runs = np.split(grey, np.where(np.diff((grey > 12).astype(int)))[0] + 1)
    lengths = [int(np.median(run)) for run in runs if run.min() > 12 and len(run) > 4]
    assert lengths == sorted(lengths, reverse=True) and len(lengths) >= 5
    assert lengths[1] / lengths[0] == pytest.approx(467 / 1_284, abs=0.02)
