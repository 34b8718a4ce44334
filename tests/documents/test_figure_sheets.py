"""Reports on paper: the text and the picture that were approved, heads on every page, all numbers there.

After a wanted change: ONESTOP_GOLDEN=write pytest tests/documents/test_figure_sheets.py, look at them, commit.
"""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from onestop_desk.documents.figure_sheet import FigureSheet, draw_figures
from onestop_desk.documents.kit import Signer
from onestop_desk.documents.letter import SEALED, Letter
from onestop_desk.documents.notice_sheet import NoticeSheet, draw_notice
from onestop_desk.domain.figures import FigureColumn, FigureTable, Share, Sort
from onestop_desk.services.notice import _OFFERED, _RESULTS
from onestop_desk.services.report_tables import _COUNTED, _SUMMARY, BIEU06_FORM
from tests.documents.pictures import rasters, text
from tests.documents.test_golden_pictures import blocks

GOLDEN = Path(__file__).parent / "golden"
LETTER = Letter(
    bodies=("UBND XÃ MẪU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ MẪU"),
    place="Xã Mẫu",
    issued_on=date(2026, 11, 2),
    number="/BC",
    office="Trung tâm Phục vụ hành chính công xã Mẫu, UBND xã Mẫu",
)
SIGNERS = (Signer(("NGƯỜI LẬP BIỂU",), "Nguyễn Thị Hoa"), Signer(("CHỦ TỊCH",), "Trần Văn Mẫu", SEALED))
FRESH = "Số liệu tính đến 7 giờ 30 phút ngày 02/11/2026, gồm 12 hồ sơ chưa gửi về trung tâm."
FIELDS = (
    "Hộ tịch",
    "Đất đai",
    "Chứng thực",
    "Lao động, thương binh và xã hội",
    "Thành lập và hoạt động của hộ kinh doanh",
)
BIEU06 = FigureTable(
    "bieu06",
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
    "Tháng 10/2026",
    (FigureColumn("STT", Sort.WORDS, 9), FigureColumn("Lĩnh vực giải quyết", Sort.WORDS, 40), *_COUNTED),
    tuple((str(at), name, *range(1_000 * at, 1_000 * at + 11)) for at, name in enumerate(FIELDS, 1)),
    ("", "Tổng số", *range(15_000, 15_011)),
    form=BIEU06_FORM,
    is_numbered=True,
)
YEARLY = FigureTable(
    "yearly",
    "KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
    "Năm 2026",
    _SUMMARY,
    (("Đã giải quyết", 61_953, 52_006, Share(52_006, 61_953), 9_942, Share(9_942, 61_953), 5, Share(5, 61_953)),),
)
RESULTS = FigureTable(
    "public",
    "CÔNG KHAI KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
    "Tháng 10/2026",
    _RESULTS,
    tuple((name, 40, 30, 20, 8, 2, Share(28, 30), 10) for name in FIELDS),
    ("Tổng số", 200, 150, 100, 40, 10, Share(140, 150), 50),
)
OFFERED = FigureTable(
    "offered",
    "THỦ TỤC HÀNH CHÍNH, THỜI HẠN VÀ PHÍ, LỆ PHÍ",
    "Danh mục áp dụng đến ngày 02/11/2026",
    _OFFERED,
    tuple((at, f"Thủ tục số {at} của lĩnh vực", FIELDS[at % 5], "3 ngày làm việc", "8.000 đ") for at in range(1, 61)),
)
DRAWN = {
    "bieu06": draw_figures(FigureSheet(LETTER, BIEU06, SIGNERS, FRESH)),
    "yearly": draw_figures(FigureSheet(LETTER, YEARLY, SIGNERS, FRESH)),
    "notice": draw_notice(NoticeSheet(LETTER, RESULTS, OFFERED, SIGNERS[1], FRESH)),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_report_looks_as_approved(name: str) -> None:
    picture, path = rasters(DRAWN[name], 72)[0], GOLDEN / f"report-{name}.png"
    if os.environ.get("ONESTOP_GOLDEN") == "write":
        picture.quantize(16).save(path, optimize=True)
        (GOLDEN / f"report-{name}.txt").write_text(text(DRAWN[name]), "utf-8")
    approved = Image.open(path)
    assert picture.size == approved.size
    assert np.abs(blocks(picture) - blocks(approved)).max() < 24


@pytest.mark.parametrize("name", DRAWN)
def test_a_report_says_what_was_approved(name: str) -> None:
    assert text(DRAWN[name]).split() == (GOLDEN / f"report-{name}.txt").read_text("utf-8").split()


def test_a_long_report_repeats_its_head_and_breaks_no_word_of_it() -> None:
    long = replace(BIEU06, rows=BIEU06.rows * 20)
    pages = text(draw_figures(FigureSheet(LETTER, long, SIGNERS, FRESH))).split("Trang ")
    assert len(pages) > 3
    assert all("Số lượng hồ sơ đã giải quyết" in " ".join(page.split()) for page in pages[:-2])
    words = text(DRAWN["bieu06"]).split()
    assert words.count("Trước") == 1, "a head that is too narrow would break the word"


def test_nothing_to_report_is_a_paper_all_the_same() -> None:
    empty = replace(BIEU06, rows=(), total=())
    assert "Biểu số" in text(draw_figures(FigureSheet(LETTER, empty, SIGNERS)))


def test_a_report_without_rows_says_so_in_place_of_a_blank_row() -> None:
    empty = replace(BIEU06, rows=())
    words = " ".join(text(draw_figures(FigureSheet(LETTER, empty, SIGNERS))).split())
    assert "(13) Không có số liệu trong kỳ. Tổng số 15.000" in words
    assert "Không có số liệu" not in text(DRAWN["bieu06"])


def test_an_ordinal_is_no_count() -> None:
    columns = (FigureColumn("STT", Sort.COUNT, 10), FigureColumn("Tổng số"))
    table = replace(BIEU06, columns=columns, rows=((1037, 1037),), total=(), is_numbered=False)
    words = text(draw_figures(FigureSheet(LETTER, table, SIGNERS))).split()
    assert ("1037" in words, "1.037" in words) == (True, True)


def test_a_place_nobody_set_leaves_no_comma() -> None:
    words = text(draw_figures(FigureSheet(replace(LETTER, place=""), BIEU06, SIGNERS)))
    assert "\nNgày 02 tháng 11 năm 2026\n" in words
    assert "Xã Mẫu, ngày 02 tháng 11 năm 2026" in text(DRAWN["bieu06"])


def test_a_report_drawn_again_is_the_same_bytes() -> None:
    assert draw_figures(FigureSheet(LETTER, BIEU06, SIGNERS, FRESH)) == DRAWN["bieu06"]
