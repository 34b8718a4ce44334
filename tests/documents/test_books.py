"""Table-like papers say what their record says, row by row, page after page."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from onestop_desk.documents.barcodes import bars
from onestop_desk.documents.control_slip import draw_control_slip
from onestop_desk.documents.day_list import draw_day_list
from onestop_desk.documents.fee_book import draw_fee_book
from onestop_desk.documents.hand_over_list import draw_hand_over_list
from onestop_desk.documents.register_book import draw_register_book
from onestop_desk.documents.sheet import A4, A4_WIDE, A5
from tests.documents.books import (
    CONTROL_SLIP,
    DAY,
    DRAWN,
    FEES,
    HAND_OVER,
    OLD_STYLE,
    PASSAGES,
    REGISTER,
    REPRINT,
    day_row,
    fee_row,
    listed,
    register_row,
)
from tests.documents.pictures import bare, codes, found_codes, place_of, rasters, text
from tests.documents.test_decoding import DAMAGES
from tests.documents.test_letters import filled, pages_of
from tests.documents.test_odd_text import ODD, WATCH, on_paper

GOLDEN = Path(__file__).parent / "golden"
MANY = 300
NUMBERS = range(1, MANY + 1)
LONG = {
    "control-slip": (
        draw_control_slip,
        replace(CONTROL_SLIP, passages=tuple(replace(PASSAGES[n % 3], giver=f"Người {n} giao") for n in NUMBERS)),
    ),
    "register": (draw_register_book, replace(REGISTER, rows=tuple(map(register_row, NUMBERS)))),
    "hand-over": (draw_hand_over_list, replace(HAND_OVER, dossiers=tuple(map(listed, NUMBERS)))),
    "day-list": (
        draw_day_list,
        replace(DAY, received=(), handed_over=(), returned=tuple(day_row(n, f"chi tiết {n}.") for n in NUMBERS)),
    ),
    "fee-book": (draw_fee_book, replace(FEES, rows=tuple(map(fee_row, NUMBERS)))),
}
HEADS = {
    "control-slip": "TÊN CƠ QUAN THỜI GIAN GIAO, NHẬN HỒ SƠ NGƯỜI GIAO NGƯỜI NHẬN KẾT QUẢ GIẢI QUYẾT HỒ SƠ "
    "(Trước hạn/Đúng hạn/Quá hạn) GHI CHÚ",
    "register": "STT Mã hồ sơ Tên TTHC Số lượng (bộ) Tên cá nhân, tổ chức Địa chỉ, điện thoại Cơ quan chủ trì "
    "NGÀY, THÁNG, NĂM Nhận hồ sơ Hẹn trả Chuyển đến cơ quan giải quyết Nhận kết quả từ cơ quan giải quyết Trả kết quả "
    "Phương thức nhận Ký nhận Ghi chú (1)(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)(12)(13)(14)(15)",
    "hand-over": "STT Mã hồ sơ Chủ hồ sơ, thủ tục hành chính Số bộ Hẹn trả Ghi chú",
    "day-list": "STT Mã hồ sơ Chủ hồ sơ Thủ tục hành chính Giờ Người nhận",
    "fee-book": "STT Ngày thu Mã hồ sơ Người nộp Nội dung thu Biên lai Ký hiệu Số Hình thức Số tiền (đồng) Ghi chú",
}
FEET = {
    "control-slip": CONTROL_SLIP.reference.code,
    "register": "SỔ THEO DÕI HỒ SƠ",
    "hand-over": HAND_OVER.letter.number,
    "day-list": "DANH SÁCH HỒ SƠ CUỐI NGÀY",
    "fee-book": "SỔ THEO DÕI PHÍ, LỆ PHÍ",
}
WIDE = {"register", "fee-book"}


def tall(name):
    """Return a page so high that nothing runs over it: no feet between the words."""
    return replace(A4_WIDE if name in WIDE else A4, height=9000)


@pytest.mark.parametrize("name", DRAWN)
def test_the_text_is_the_golden_text(name):
    draw, form = DRAWN[name]
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("ONESTOP_GOLDEN") == "write":
        path.write_text(text(draw(form)), "utf-8")
    assert text(draw(form)) == path.read_text("utf-8")


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_data_gives_the_same_bytes_and_other_data_others(name):
    draw, form = DRAWN[name]
    assert draw(form) == draw(form)
    assert draw(form) != draw(replace(form, letter=replace(form.letter, number="9/X")))


@pytest.mark.parametrize("name", LONG)
def test_three_hundred_rows_repeat_the_head_on_numbered_pages(name):
    draw, form = LONG[name]
    pages = pages_of(draw(form))
    assert len(pages) > 10
    for place, page in enumerate(pages, 1):
        assert f"Trang {place}/{len(pages)}" in page
        assert bare(HEADS[name]) in bare(page)
    assert sum(page.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") for page in pages) == 1


@pytest.mark.parametrize("name", LONG)
def test_three_hundred_rows_lose_nothing(name):
    draw, form = LONG[name]
    one_page = bare(text(draw(form, tall(name))))
    pages = [bare(page).split(bare(HEADS[name])) for page in pages_of(draw(form))]
    assert len(pages) > 10
    rows = "".join(part for page in pages for part in page)
    for number in NUMBERS:
        row = f"Người{number}giao" if name == "control-slip" else f"261123-{number:04d}"
        assert row in one_page
        assert row in rows
    foot = bare(f"{FEET[name]}Trang")
    without_feet = "".join(rows.split(foot))
    assert len(without_feet) - sum(len(f"{n}/{len(pages)}") for n in range(1, len(pages) + 1)) == len(
        one_page.replace(bare(HEADS[name]), "")
    )


@pytest.mark.parametrize("name", LONG)
def test_signatures_stand_under_a_row(name):
    draw, form = DRAWN[name]
    if name == "control-slip":  # each row is signed
        return
    rows = {"register": "rows", "hand-over": "dossiers", "day-list": "returned", "fee-book": "rows"}[name]
    make = {"register": register_row, "hand-over": listed, "day-list": lambda n: day_row(n, ""), "fee-book": fee_row}
    for count in range(1, 26):
        pages = pages_of(draw(replace(form, **{rows: tuple(make[name](n) for n in range(1, count + 1))})))
        signed = next(page for page in pages if "(Ký" in page)
        assert bare(f"261123-{count:04d}") in bare(signed)


@pytest.mark.parametrize("words", range(20, 900, 40))
def test_signatures_stand_under_lines_of_a_last_row_however_tall_it_is(words):
    tall_row = replace(register_row(5), procedure=" ".join(f"chữ{n}" for n in range(words)))
    content = draw_register_book(replace(REGISTER, rows=(*map(register_row, range(1, 5)), tall_row)))
    signed = next(page for page in pages_of(content) if "(Ký" in page)
    assert f"chữ{words - 1}" in signed
    printed = [word for word in text(content).split() if word.startswith("chữ")]
    assert printed == [f"chữ{n}" for n in range(words)], "nothing is lost where the row is cut"


@pytest.mark.parametrize("name", ["register", "fee-book"])
def test_a_book_without_rows_says_so(name):
    draw, form = DRAWN[name]
    assert "Không có số liệu trong kỳ." not in text(draw(form))
    words = bare(text(draw(replace(form, rows=()))))
    assert bare(HEADS[name] + "Không có số liệu trong kỳ.") in words


@pytest.mark.parametrize("name", ["register", "day-list", "fee-book"])
def test_a_book_s_number_is_left_to_be_written_by_hand(name):
    draw, form = DRAWN[name]
    assert form.letter.number.startswith("/")
    said = place_of("Số:", draw(form))
    after = place_of(form.letter.number, draw(form))
    assert said[1] == after[1], "on one line"
    assert 10 < (after[0] - said[0]) * 25.4 / 72 - 7 < 20, "with room for a number"


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("name", DRAWN)
def test_every_field_prints_literally(name, odd):
    draw, original = DRAWN[name]
    if name == "control-slip":
        original = replace(original, passages=tuple(replace(one, timeliness=None) for one in PASSAGES))
    form, said = filled(original, odd)
    if name == "hand-over":
        pairs = zip(form.dossiers, original.dossiers, strict=True)
        form = replace(form, dossiers=tuple(replace(one, compact_code=old.compact_code) for one, old in pairs))
    unsaid = ("OFFICE~", "COMPACT_CODE~", *(("LEGAL_BASIS~",) if name in {"hand-over", "day-list"} else ()))
    said = [words for words in said if not words.startswith(unsaid)]
    assert len(said) >= 10
    printed = bare(text(draw(form, tall(name))))
    for words in said:
        assert on_paper(words) in printed


def test_nothing_is_opened_while_drawing():
    for draw, form in DRAWN.values():
        draw(form)  # fonts and modules load once
    with WATCH.opened() as seen:
        for draw, form in DRAWN.values():
            draw(form)
    assert seen == []


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_bar_code_of_a_hand_over_list_is_read_back(dpi, damage):
    pages = rasters(draw_hand_over_list(HAND_OVER), dpi)
    found = [code for page in pages for code in found_codes(DAMAGES[damage](page))]
    assert sorted(found) == sorted(("Code128", one.compact_code) for one in HAND_OVER.dossiers)
    assert any(one.code == OLD_STYLE for one in HAND_OVER.dossiers)


@pytest.mark.parametrize("dpi", [203, 300])
def test_three_hundred_bar_codes_are_all_read_back(dpi):
    draw, form = LONG["hand-over"]
    found = [code for page in rasters(draw(form), dpi) for _, code in found_codes(page)]
    assert found == [one.compact_code for one in form.dossiers]


def test_bars_in_a_list_are_three_dots_a_module_for_codes_of_the_new_style():
    column = 62.5
    assert bars(HAND_OVER.dossiers[0].compact_code, column).dots == 3
    assert bars(HAND_OVER.dossiers[-1].compact_code, column).dots == 2


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", [A4, A5])
def test_both_codes_of_a_control_slip_are_read_back(paper, dpi, damage):
    picture = rasters(draw_control_slip(CONTROL_SLIP, paper), dpi)[0]
    reference = CONTROL_SLIP.reference
    assert codes(DAMAGES[damage](picture)) == {"Code128": reference.code, "QRCode": reference.qr_text}


def test_a_row_taller_than_a_page_goes_on_and_keeps_its_bars():
    words = [f"chữ{n}" for n in range(2500)]
    form = replace(HAND_OVER, dossiers=(HAND_OVER.dossiers[0], replace(listed(9), procedure=" ".join(words))))
    content = draw_hand_over_list(form)
    assert [word for word in text(content).split() if word.startswith("chữ")] == words
    found = [code for page in rasters(content, 203) for _, code in found_codes(page)]
    assert found == [one.compact_code for one in form.dossiers]


@pytest.mark.parametrize("height", range(136, 150, 2))
def test_bars_are_never_cut_by_the_end_of_a_page(height):
    tall_row = replace(listed(9), procedure="chữ " * 600)
    form = replace(HAND_OVER, dossiers=(listed(7), tall_row, listed(8)))
    content = draw_hand_over_list(form, replace(A4, height=height))
    found = [code for page in rasters(content, 203) for _, code in found_codes(page)]
    assert found == [one.compact_code for one in form.dossiers]
    for page, picture in zip(pages_of(content), rasters(content, 203), strict=True):
        assert (tall_row.code in page) == (("Code128", tall_row.compact_code) in found_codes(picture))


def test_a_code_too_wide_for_its_column_stays_readable_as_text():
    wide = replace(listed(1), compact_code="ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ", code="ABCDEF-1")
    content = draw_hand_over_list(replace(HAND_OVER, dossiers=(wide,)))
    assert "ABCDEF-1" in text(content)
    assert found_codes(rasters(content, 203)[0]) == []


@pytest.mark.parametrize(
    ("title_set", "slip", "register"), [("2025", "Mẫu số 06", "Mẫu số 07"), ("2018", "Mẫu số 05", "Mẫu số 06")]
)
def test_each_title_set_numbers_the_forms_in_its_own_way(title_set, slip, register):
    assert slip in text(draw_control_slip(replace(CONTROL_SLIP, title_set=title_set)))
    assert register in text(draw_register_book(replace(REGISTER, title_set=title_set)))


@pytest.mark.parametrize(("draw", "form"), [(draw_control_slip, CONTROL_SLIP), (draw_register_book, REGISTER)])
def test_an_unknown_title_set_is_refused(draw, form):
    with pytest.raises(KeyError):
        draw(replace(form, title_set="1999"))


def test_a_reprinted_control_slip_says_which_and_when():
    stamp = bare("BẢN SAO 2 - 09 giờ 41 phút, ngày 24 tháng 11 năm 2026")
    assert stamp not in bare(text(draw_control_slip(CONTROL_SLIP)))
    again = replace(CONTROL_SLIP, letter=replace(CONTROL_SLIP.letter, reprint=REPRINT))
    assert stamp in bare(text(draw_control_slip(again)))


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_control_slip_without_passages_has_rows_to_fill_in_by_hand(paper):
    words = text(draw_control_slip(replace(CONTROL_SLIP, passages=()), paper))
    assert words.count("giờ …… phút,") == 6
    assert "3. Giao: ……" in words
    assert "Quá hạn" not in words.replace("Quá hạn)", "")


def test_passages_say_how_they_kept_the_time_and_what_is_still_open():
    words = bare(text(draw_control_slip(CONTROL_SLIP)))
    for place, result in enumerate(("Đúng hạn", "Trước hạn", "Quá hạn"), 1):
        row = words.split(f"{place}.Giao:")[1].split(f"{place + 1}.Giao:")[0]
        assert bare(result) in row
    assert bare("14 giờ 30 phút, ngày 23/11/2026 Trần Văn Mẫu 15 giờ 05 phút, ngày 23/11/2026 Lê Thị Thử") in words
    assert bare("…… giờ …… phút, ngày …/…/……") in words.split("3.Giao:")[1]


def test_a_list_counts_its_dossiers_in_figures_and_words():
    many = draw_hand_over_list(LONG["hand-over"][1])
    assert "300 (ba trăm) hồ sơ." in text(many)
    assert "12 (mười hai) hồ sơ." in text(draw_register_book(REGISTER))
    assert "0 (không) hồ sơ." in text(draw_register_book(replace(REGISTER, rows=())))


def test_an_end_of_day_list_counts_each_part_and_names_empty_ones():
    words = text(draw_day_list(DAY))
    assert "Tiếp nhận: 6 hồ sơ; Bàn giao: 5 hồ sơ; Trả kết quả: 0 hồ sơ." in words
    assert words.count("Không có hồ sơ.") == 1
    assert text(draw_day_list(replace(DAY, received=(), handed_over=()))).count("Không có hồ sơ.") == 3


def test_a_fee_book_adds_up_by_method_and_in_words():
    words = text(draw_fee_book(FEES))
    paid = [row for row in FEES.rows if row.amount]
    assert sum(row.amount for row in paid) == 75_000
    assert bare("Tổng cộng 75.000") in bare(words)
    assert "Tổng số tiền: 75.000 đ (Bằng chữ: Bảy mươi lăm nghìn đồng)." in words
    assert "Trong đó: Chuyển khoản: 48.000 đ; Tiền mặt: 27.000 đ." in words
    assert "Số lượt thu: 10; số lượt được miễn: 2." in words


def test_a_fee_book_without_rows_says_nothing_was_paid():
    words = text(draw_fee_book(replace(FEES, rows=())))
    assert bare(HEADS["fee-book"]) in bare(words)
    assert "Tổng số tiền: 0 đ (Bằng chữ: Không đồng)." in words
    assert "Trong đó" not in words


def test_a_book_of_one_day_names_that_day():
    words = text(draw_register_book(replace(REGISTER, first=REGISTER.last)))
    assert "Ngày 30/11/2026)" in words
    assert "Từ ngày" not in words


def test_a_paper_without_a_number_leaves_room_to_write_it():
    assert "Số: ……" in text(draw_day_list(replace(DAY, letter=replace(DAY.letter, number=""))))


@pytest.mark.parametrize(
    ("draw", "form"),
    [
        (draw_control_slip, replace(CONTROL_SLIP, received_at=CONTROL_SLIP.received_at.replace(tzinfo=None))),
        (draw_hand_over_list, replace(HAND_OVER, given_at=HAND_OVER.given_at.replace(tzinfo=None))),
        (draw_day_list, replace(DAY, drawn_at=DAY.drawn_at.replace(tzinfo=None))),
        (
            draw_register_book,
            replace(REGISTER, rows=(replace(register_row(1), received_at=DAY.drawn_at.replace(tzinfo=None)),)),
        ),
    ],
)
def test_a_moment_without_a_time_zone_is_refused(draw, form):
    with pytest.raises(ValueError, match="time zone"):
        draw(form)
