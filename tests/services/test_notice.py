"""The public notice of a desk: what differs by way is on it, nothing is no share, a correction says that it is one."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.figures import Share, Sort, cell_words
from onestop_desk.domain.ledger import month_of
from onestop_desk.reports.figures import csv_of, write_sheets
from onestop_desk.services import catalogue, months
from onestop_desk.services.desk import PROGRAM, Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.notice import notice_html, notice_pdf, public_notice, this_month
from onestop_desk.services.progress import take_step
from onestop_desk.services.step import Correction
from tests.desks import SettableClock, a_procedure, an_application, open_new_desk
from tests.documents.pictures import text

NEGATIVE = "Số âm là phần đính chính của tháng đã chốt sổ."
OCTOBER, NOVEMBER = month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1))


@pytest.fixture
def quiet(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk on 1 November with one dossier of October, and nothing solved."""
    clock = SettableClock(datetime(2026, 10, 30, 8, 0, tzinfo=VIETNAM))
    desk = open_new_desk(tmp_path / "data", clock=clock)
    desk.clerk = PROGRAM
    catalogue.begin(desk, a_procedure(fees=()))
    accept(desk, an_application("o", procedure=a_procedure(fees=())))
    clock.now = datetime(2026, 11, 1, 8, 0, tzinfo=VIETNAM)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("code", "limit", "fee"),
    [
        ("1.004222", "7 ngày làm việc", "20.000 đ (trực tuyến 10.000 đ)"),
        ("1.013225", "15 ngày (bưu chính và trực tuyến 20)", "Theo quy định"),
        ("1.013978", "27 ngày làm việc (bưu chính 20, trực tuyến 17)", "Theo quy định"),
    ],
)
def test_what_differs_by_way_is_on_paper_and_page(quiet: Desk, code: str, limit: str, fee: str) -> None:
    catalogue.import_starter(quiet)
    made = this_month(quiet)
    name = catalogue.procedure(quiet, code).name
    offer = next(one for one in made.offers if one.name == name)
    assert (offer.limit, offer.fee) == (limit, fee)
    paper = "".join(text(notice_pdf(quiet, made)).split())
    for words in (limit, fee):
        assert words in notice_html(made)
        assert words.replace(" ", "") in paper


def test_of_nothing_solved_there_is_no_share(quiet: Desk, tmp_path: Path) -> None:
    made = this_month(quiet)
    assert made.total.solved == 0
    write_sheets(tmp_path / "n.xlsx", made.tables)
    sheet = openpyxl.load_workbook(tmp_path / "n.xlsx")["public"]
    told = (text(notice_pdf(quiet, made)), notice_html(made), csv_of(made.tables).decode("utf-8-sig"))
    assert all("–" in words and "0,00%" not in words for words in told)
    assert [sheet.cell(row, 7).value for row in (5, 6)] == ["–", "–"]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(0, 0), "–"),
        (Share(-1, 2), "–"),
        (Share(3, 2), "–"),
        (Share(1, -1), "–"),
        (Share(0, 5), "0,00%"),
        (Share(5, 5), "100,00%"),
    ],
)
def test_a_share_is_a_part_of_something(share: Share, words: str) -> None:
    assert cell_words(share, Sort.SHARE) == words


def test_a_figure_below_nothing_says_why(quiet: Desk) -> None:
    months.close_month(quiet, OCTOBER.first)
    before = public_notice(quiet, NOVEMBER)
    assert before.results.notes == ()
    assert NEGATIVE not in text(notice_pdf(quiet, before)) and NEGATIVE not in notice_html(before)
    catalogue.begin(quiet, a_procedure(code="1.000001", field="Đất đai", fees=()))
    with quiet.reading() as connection:
        uid = connection.exec_driver_sql("select uid from dossier").scalar_one()
    take_step(quiet, uid, Correction(quiet.clock(), "procedure", "1.000001", "nhầm thủ tục"))
    made = public_notice(quiet, NOVEMBER)
    assert any(isinstance(cell, int) and cell < 0 for row in made.results.rows for cell in row)
    assert text(notice_pdf(quiet, made)).count(NEGATIVE) == notice_html(made).count(NEGATIVE) == 1
