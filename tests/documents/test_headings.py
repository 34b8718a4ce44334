"""No column of a paper is narrower than the longest word of its head, or than a moment in its notes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onestop_desk.documents import table
from onestop_desk.documents.figure_sheet import FigureSheet, draw_figures
from onestop_desk.documents.lettering import Pen, balanced
from onestop_desk.documents.notice_sheet import NoticeSheet, draw_notice
from tests.documents import books
from tests.documents.pictures import text
from tests.documents.test_figure_sheets import BIEU06, FRESH, LETTER, OFFERED, RESULTS, SIGNERS, YEARLY

DRAWINGS: dict[str, Callable[[], Any]] = {
    **{name: lambda draw=draw, form=form: draw(form) for name, (draw, form) in books.DRAWN.items()},
    "bieu06": lambda: draw_figures(FigureSheet(LETTER, BIEU06, SIGNERS, FRESH)),
    "yearly": lambda: draw_figures(FigureSheet(LETTER, YEARLY, SIGNERS, FRESH)),
    "notice": lambda: draw_notice(NoticeSheet(LETTER, RESULTS, OFFERED, SIGNERS[1], FRESH)),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_no_head_is_broken_inside_a_word(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    heads: dict[str, tuple[str, ...]] = {}

    def seen(title: str, pen: Pen, width: float) -> tuple[str, ...]:
        heads[title] = balanced(title, pen, width)
        return heads[title]

    monkeypatch.setattr(table, "balanced", seen)
    DRAWINGS[name]()
    assert heads
    assert {title: lines for title, lines in heads.items() if " ".join(lines) != title} == {}


def test_the_register_breaks_no_date_of_a_note() -> None:
    row = replace(books.register_row(1), note="gia hạn đến 17:00 ngày 04/12/2026")
    assert "04/12/2026" in text(books.DRAWN["register"][0](replace(books.REGISTER, rows=(row,)))).split()
