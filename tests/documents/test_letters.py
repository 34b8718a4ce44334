"""Forms 02 to 05 and the return slip say what their record says, literally, page after page."""

import io
import os
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
import pypdf
import pytest

from onestop_desk.documents.apology_letter import draw_apology_letter
from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import draw_signatures
from onestop_desk.documents.lettering import plain
from onestop_desk.documents.refusal_letter import draw_refusal_letter
from onestop_desk.documents.request_letter import draw_request_letter
from onestop_desk.documents.return_slip import draw_return_slip
from onestop_desk.documents.sheet import A4, A5, Pages
from onestop_desk.documents.stop_notice import draw_stop_notice
from onestop_desk.domain.errors import BadValue
from tests.documents.letters import (
    APOLOGY,
    APOLOGY_2018,
    BASKET,
    CHAIRMAN,
    COMPANY,
    DRAWN,
    GUIDANCE,
    LETTER,
    REFUSAL,
    REFUSED,
    REPRINT,
    REQUEST,
    SLIP,
    STOPPED,
)
from tests.documents.pictures import bare, codes, rasters, text
from tests.documents.test_odd_text import ODD, WATCH, on_paper

GOLDEN = Path(__file__).parent / "golden"
ONE_PAGE = [name for name in DRAWN if name != "basket"]
CODED = {"code", "qr_text", "title_set"}
UNSAID = {
    draw_request_letter: ("OFFICE~",),  # but in guidance
    draw_apology_letter: ("PHONE~", "EMAIL~"),
    draw_stop_notice: ("PHONE~", "EMAIL~"),
}
TALL = replace(A4, height=3000)  # no page breaks, so no feet between the words


@pytest.mark.parametrize("paper", [A4, A5])
@pytest.mark.parametrize("name", ONE_PAGE)
def test_the_text_is_the_golden_text(name, paper):
    draw, form = DRAWN[name]
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("ONESTOP_GOLDEN") == "write":
        path.write_text(text(draw(form, A4)), "utf-8")
    assert text(draw(form, paper)).split() == path.read_text("utf-8").split()


@pytest.mark.parametrize("paper", [A4, A5])
@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_usual_letter_is_one_page_also_as_a_reprint(name, paper):
    draw, form = DRAWN[name]
    assert len(rasters(draw(form, paper), 20)) == 1
    assert len(rasters(draw(replace(form, letter=replace(form.letter, reprint=REPRINT)), paper), 20)) == 1


@pytest.mark.parametrize("name", DRAWN)
def test_a_reprint_says_which_and_when(name):
    draw, form = DRAWN[name]
    stamp = bare("BẢN SAO 2 - 09 giờ 41 phút, ngày 25 tháng 11 năm 2026")
    assert stamp not in bare(text(draw(form)))
    assert stamp in bare(text(draw(replace(form, letter=replace(form.letter, reprint=REPRINT)))))


@pytest.mark.parametrize("paper", [A4, A5])
@pytest.mark.parametrize(
    ("draw", "form"),
    [(draw_request_letter, GUIDANCE), (draw_refusal_letter, REFUSAL), (draw_return_slip, BASKET)],
    ids=["guidance", "refusal", "basket"],
)
def test_without_one_dossier_there_are_no_codes(draw, form, paper):
    assert codes(rasters(draw(form, paper), 203)[0]) == {}
    assert "Mã hồ sơ:" not in text(draw(form, paper))


def test_guidance_takes_nothing_in_and_sets_no_deadline():
    words = text(draw_request_letter(replace(GUIDANCE, deadline=REQUEST.deadline)))
    assert "chưa tiếp nhận hồ sơ này" in words
    assert "Thời hạn" not in words
    assert "chưa tiếp nhận hồ sơ này" not in text(draw_request_letter(REQUEST))


def test_a_request_without_a_deadline_names_none():
    assert "Thời hạn" not in text(draw_request_letter(replace(REQUEST, deadline=None)))


def test_each_title_set_has_its_own_apology():
    new, old = bare(text(draw_apology_letter(APOLOGY))), bare(text(draw_apology_letter(APOLOGY_2018)))
    assert bare("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT") in new
    assert bare("và đề nghị gia hạn thời gian giải quyết hồ sơ.") in new
    assert bare("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ") in old
    assert bare("và hẹn lại ngày trả kết quả giải quyết hồ sơ.") in old


def test_an_unknown_title_set_is_refused():
    with pytest.raises(KeyError):
        draw_apology_letter(replace(APOLOGY, title_set="1999"))


def test_an_organisation_is_not_spoken_to_as_a_person():
    for draw, form in ((draw_apology_letter, APOLOGY), (draw_stop_notice, STOPPED), (draw_refusal_letter, REFUSED)):
        words = text(draw(replace(form, addressee=COMPANY)))
        assert "Ông/Bà" not in words
        assert "Quý tổ chức" in words
        assert "Ông/Bà" in text(draw(form))


def test_a_stop_says_whether_the_person_asked_for_it():
    asked = "nhận được đề nghị của Ông/Bà về việc dừng"
    assert bare(asked) in bare(text(draw_stop_notice(STOPPED)))
    words = bare(text(draw_stop_notice(replace(STOPPED, asked_at=None))))
    assert bare(asked) not in words
    assert bare("không có đủ điều kiện để tiếp tục giải quyết hồ sơ nêu trên") in words


def test_a_stop_without_due_moment_and_money_says_so():
    words = bare(text(draw_stop_notice(replace(STOPPED, due_at=None, paid=0, refunded=0))))
    assert bare("thủ tục không quy định thời hạn") in words
    assert bare("Phí, lệ phí đã nộp: không; hoàn trả: không.") in words


@pytest.mark.parametrize(
    ("draw", "form"),
    [
        (draw_stop_notice, replace(STOPPED, paid=-1)),
        (draw_stop_notice, replace(STOPPED, refunded=-1)),
        (draw_return_slip, replace(SLIP, collected=-1)),
    ],
)
def test_money_below_zero_is_refused(draw, form):
    with pytest.raises(BadValue):
        draw(form)


@pytest.mark.parametrize(
    ("draw", "form", "moment"),
    [
        (draw_request_letter, REQUEST, "deadline"),
        (draw_apology_letter, APOLOGY, "until"),
        (draw_apology_letter, APOLOGY, "promised_at"),
        (draw_stop_notice, STOPPED, "asked_at"),
        (draw_stop_notice, STOPPED, "stopped_at"),
        (draw_return_slip, SLIP, "returned_at"),
    ],
)
def test_a_moment_without_a_time_zone_is_refused(draw, form, moment):
    with pytest.raises(ValueError, match="time zone"):
        draw(replace(form, **{moment: getattr(form, moment).replace(tzinfo=None)}))


@pytest.mark.parametrize("name", [name for name in DRAWN if name not in {"return", "basket"}])
def test_the_legal_basis_comes_from_outside_and_may_be_missing(name):
    draw, form = DRAWN[name]
    assert bare(LETTER.legal_basis) in bare(text(draw(form)))
    words = text(draw(replace(form, letter=replace(form.letter, legal_basis=""))))
    assert "Nghị định" not in words
    assert ("Căn cứ" in words) == name.startswith("refus")  # there it is written in by hand


def test_what_is_not_known_can_be_written_in_by_hand():
    form = replace(REQUEST, missing=(), reason="", contact="", contact_phone="")
    words = text(draw_request_letter(form))
    assert "1. ……" in words
    assert "Lý do: ……" in words
    assert bare("liên hệ với ………") in bare(words)


def test_who_takes_for_another_shows_relation_and_paper():
    words = text(draw_return_slip(BASKET))
    assert "quan hệ với chủ hồ sơ: chồng" in words
    assert "Giấy ủy quyền số 12/2026" in words
    assert "Tư cách nhận" not in words
    assert "Tư cách nhận: chủ hồ sơ" in text(draw_return_slip(SLIP))


@pytest.mark.parametrize("paper", [A4, A5])
def test_a_basket_of_sixty_repeats_its_head_on_numbered_pages(paper):
    pages = pages_of(draw_return_slip(BASKET, paper))
    assert len(pages) > 2
    for place, page in enumerate(pages, 1):
        assert f"Trang {place}/{len(pages)}" in page
        assert bare("STT Mã hồ sơ Chủ hồ sơ Thủ tục hành chính Kết quả Phí, lệ phí") in bare(page)
    words = "\n".join(pages)
    assert words.count("PHIẾU TRẢ KẾT QUẢ") == 1
    for place, one in enumerate(BASKET.dossiers, 1):
        assert f"{place} {one.reference.code}" in words.replace("\n", " ")  # no code is torn over two lines
    assert "384.000 đ (Ba trăm tám mươi bốn nghìn đồng)" in pages[-1]
    assert "NGƯỜI TRẢ" in pages[-1]


@pytest.mark.parametrize("paper", [A4, A5])
@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("request", "NGƯỜI HƯỚNG DẪN"),
        ("refused", "NGƯỜI NỘP HỒ SƠ"),
        ("apology", "CHỦ TỊCH"),
        ("stop", "PHÓ GIÁM ĐỐC"),
    ],
)
def test_a_long_reason_runs_over_pages_and_is_signed_on_the_last(name, role, paper):
    draw, form = DRAWN[name]
    words = [f"chữ{n}" for n in range(2500)]
    pages = pages_of(draw(replace(form, reason=" ".join(words)), paper))
    assert len(pages) > 2
    assert [word for word in "\n".join(pages).split() if word.startswith("chữ")] == words
    assert all(f"Trang {place}/{len(pages)}" in page for place, page in enumerate(pages, 1))
    assert role in pages[-1]


@pytest.mark.parametrize("name", ["request", "refused", "apology", "stop"])
def test_signatures_never_stand_alone_on_a_page(name):
    draw, form = DRAWN[name]
    for count in range(150, 420, 15):
        pages = pages_of(draw(replace(form, reason="lời " * count)))
        assert "./." in next(page for page in pages if "(Ký" in page)


def test_the_lines_of_a_reason_stay_apart():
    words = text(draw_refusal_letter(replace(REFUSAL, reason="Thứ nhất.\n\n \nThứ hai.")))
    assert "Thứ nhất.\nThứ hai.\n" in words


def test_recipients_stand_beside_the_signature_and_below_it_where_they_are_too_many():
    assert height_of(draw_apology_letter(APOLOGY), "Nơi nhận") > height_of(draw_apology_letter(APOLOGY), "(Ký")
    names = tuple(f"Cơ quan mẫu số {n}" for n in range(80))
    content = draw_apology_letter(replace(APOLOGY, recipients=names))
    assert len(pages_of(content)) > 1
    assert height_of(content, "Nơi nhận") < height_of(content, "Phạm Văn Thử")
    assert [line[2:-1] for line in "\n".join(pages_of(content)).splitlines() if line.startswith("- Cơ")] == list(names)


def test_full_lines_of_prose_end_at_the_right_margin():
    picture = rasters(draw_refusal_letter(replace(REFUSAL, reason="lời nói " * 80)), 100)[0]
    edge = round(A4.edge / 25.4 * 100)
    inked = np.asarray(picture)[:, edge - 4 : edge + 1] < 160
    assert inked.any(axis=1).sum() > 60  # rows of pixels; the head, two lines and the basis alone make 29


def test_a_line_of_prose_that_would_gape_is_not_spread_and_none_stays_empty():
    flow = Flow(Pages(A4))
    flow.prose("lời nói " * 40, plain(13))
    assert sum("TJ" in mark for mark in flow.sheet.marks) == len(flow.sheet.marks) - 1
    flow = Flow(Pages(A4))
    flow.prose("Nguyễn" * 40, plain(13))
    flow.prose("lời nói " + "Nguyễn" * 40, plain(13))
    assert not any("TJ" in mark or "<>" in mark for mark in flow.sheet.marks)


def test_signatures_that_do_not_fit_begin_the_next_page():
    flow = Flow(Pages(A4))
    flow.skip(flow.left_over - 20)
    assert draw_signatures(flow, (None, CHAIRMAN), 20) == A4.top
    assert len(flow.pages.sheets) == 2
    assert flow.pages.sheets[0].marks == []


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("name", ONE_PAGE)
def test_every_field_prints_literally(name, odd):
    draw, form = DRAWN[name]
    form, said = filled(form, odd)
    said = [words for words in said if not words.startswith(UNSAID.get(draw, ())) or name == "guidance"]
    assert len(said) >= 13
    for paper in (TALL, replace(A5, height=3000)):
        printed = bare(text(draw(form, paper)))
        for words in said:
            assert on_paper(words) in printed


def test_nothing_is_opened_while_drawing():
    for draw, form in DRAWN.values():
        draw(form)  # fonts and modules load once
    with WATCH.opened() as seen:
        for draw, form in DRAWN.values():
            for odd in ODD:
                draw(filled(form, odd)[0])
    assert seen == []


def height_of(content: bytes, words: str) -> float:
    """Return how high the first line with these words stands, pages above each other."""
    found = []
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(content)).pages):

        def note(shown, _, matrix, *__, number=number):
            if words in shown:
                found.append(matrix[5] - 1000 * number)

        page.extract_text(visitor_text=note)
    return found[0]


def pages_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def filled(value, odd: str, name: str = "") -> tuple[object, list[str]]:
    """Return a form with every free text named and odd, and those texts."""
    if isinstance(value, str):
        words = value if name in CODED else f"{name.upper()}~{odd}"
        return words, [] if name in CODED else [words]
    if isinstance(value, tuple):
        pairs = [filled(one, odd, f"{name}{place}") for place, one in enumerate(value)]
        return tuple(one for one, _ in pairs), [words for _, said in pairs for words in said]
    if not is_dataclass(value):
        return value, []
    made, said = {}, []
    for field in fields(value):
        made[field.name], more = filled(getattr(value, field.name), odd, field.name)
        said += more
    return replace(value, **made), said
