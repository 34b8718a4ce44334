"""Form 01 says what the record says, on every copy, page after page."""

from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desk.documents.label import draw_label
from onestop_desk.documents.receipt import GIVEN, KEPT, ReceiptPaper, draw_receipt
from onestop_desk.documents.sheet import A4, A5, Paper
from onestop_desk.documents.slip80 import draw_slip
from tests.documents.pictures import bare, rasters, text
from tests.documents.samples import LONG, STAMPED, TAG, USUAL

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("paper", [A4, A5])
def test_the_text_of_both_copies_is_the_golden_text(paper):
    assert text(draw_receipt(USUAL, paper)).split() == (GOLDEN / "receipt.txt").read_text("utf-8").split()


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_usual_receipt_is_one_page_a_copy(paper):
    assert len(rasters(draw_receipt(USUAL, paper), 20)) == 2


def test_the_copy_given_out_hides_the_identity_number_and_the_kept_one_shows_it():
    kept, given = (text(draw_receipt(replace(USUAL, copies=(copy,)))) for copy in (KEPT, GIVEN))
    assert "034200012345" in kept
    assert "(Liên: Lưu)" in kept
    assert "034200012345" not in given
    assert "********2345" in given
    assert "(Liên: Giao khách hàng)" in given


@pytest.mark.parametrize("draw", [draw_receipt, draw_slip])
def test_a_reprint_says_which_and_when_and_what_it_replaces(draw):
    words = bare(text(draw(STAMPED)))
    assert "BẢNSAO2-" in words
    assert "THAYTHẾgiấytiếpnhậnsố0034/TNHS,ngày20tháng11năm2026" in words


@pytest.mark.parametrize("draw", [draw_receipt, draw_slip])
def test_a_procedure_without_limit_promises_no_day(draw):
    assert bare("thông báo khi có kết quả (thủ tục không quy định thời hạn)") in bare(text(draw(STAMPED)))


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_long_receipt_keeps_every_word_numbers_its_pages_and_repeats_the_heads(paper):
    content = draw_receipt(replace(LONG, copies=(KEPT,)), paper)
    words, pages = bare(text(content)), len(rasters(content, 20))
    assert pages > 5
    assert words.count(f"/{pages}") == pages
    assert f"Trang{pages}/{pages}" in words
    assert words.count("STTTêngiấytờ") >= pages - 2
    assert words.count(bare(LONG.number)) == 1
    for paper_row in LONG.papers:
        assert bare(paper_row.name) in words


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_name_of_1094_characters_is_whole_on_paper(paper):
    content = draw_receipt(replace(USUAL, procedure=LONG.procedure, copies=(KEPT,)), paper)
    assert len(LONG.procedure) == 1094
    assert bare(LONG.procedure) in bare(text(content))


def test_a_paper_name_taller_than_a_page_goes_on_on_the_next():
    name = " ".join(f"từ{n}" for n in range(1500))
    content = draw_receipt(replace(USUAL, papers=(ReceiptPaper(name, 1, 0, 1),), copies=(KEPT,)), A5)
    words = text(content).split()
    assert [word for word in words if word.startswith("từ") and word[2:].isdigit()] == name.split()


def test_a_long_note_runs_over_pages():
    note = " ".join(f"chữ{n}" for n in range(4000))
    words = text(draw_receipt(replace(USUAL, note=note, copies=(KEPT,)))).split()
    assert [word for word in words if word.startswith("chữ")] == note.split()


def test_signatures_never_stand_alone_on_a_page():
    for count in range(4, 16):
        papers = USUAL.papers[:1] * count
        content = draw_receipt(replace(USUAL, papers=papers, copies=(KEPT,)))
        with_signature = [page for page in text_by_page(content) if "NGƯỜI NỘP HỒ SƠ" in page]
        assert "Thời gian trả kết quả" in with_signature[0]


def text_by_page(content: bytes) -> list[str]:
    import io

    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_no_papers_and_empty_fields_leave_room_to_write():
    words = text(draw_receipt(replace(USUAL, papers=(), phone="", address="")))
    assert "không có giấy tờ kèm theo" in words
    assert "Địa chỉ: ……" in words
    assert "Số điện thoại: ……" in words


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        draw_receipt(replace(USUAL, received_at=USUAL.received_at.replace(tzinfo=None)))


def test_a_receipt_stays_small():
    assert len(draw_receipt(USUAL)) < 40_000


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_reprint_of_a_usual_receipt_is_still_one_page_a_copy(paper):
    assert len(rasters(draw_receipt(replace(USUAL, reprint=STAMPED.reprint), paper), 20)) == 2


@pytest.mark.parametrize("paper", [A4, A5], ids=lambda paper: paper.name)
def test_two_stamps_keep_the_receipt_on_its_one_page(paper: Paper) -> None:
    one = replace(USUAL, copies=(GIVEN,))
    both = replace(one, reprint=STAMPED.reprint, replaces=STAMPED.replaces)
    assert len(rasters(draw_receipt(one, paper), 30)) == len(rasters(draw_receipt(both, paper), 30)) == 1
    shown = text(draw_receipt(both, paper))
    assert "BẢN SAO 2" in shown and "THAY THẾ" in shown


def test_the_label_breaks_no_date() -> None:
    lines = text(draw_label(TAG)).splitlines()
    assert "Hẹn trả: 14:05" in lines and "ngày 27/11/2026" in lines
