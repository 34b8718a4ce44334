"""The paper of every step: what it says, that it comes out the same again, and where it is kept."""

from datetime import timedelta

import pytest

from onestop_desk.domain.application import GivenPaper, Party
from onestop_desk.domain.events import (
    Collector,
    Extended,
    Finished,
    HandedOver,
    Refused,
    Stopped,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.services import hand_over, issue, paperwork, printing
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import PaperNotIssued
from onestop_desk.services.guidance import Request
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.intake import accept
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.services.printing import JobState
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.release import Handing
from onestop_desk.services.step import Correction, Step, Supplement
from tests.desks import SettableClock, a_procedure, an_application, an_owner
from tests.documents.pictures import text


@pytest.fixture
def uid(desk: Desk) -> str:
    return accept(desk, an_application(procedure=a_procedure(fees=()))).uid


def draw(desk: Desk, uid: str, form: Form, paper: str = "A4") -> bytes:
    return paperwork.draw(desk, uid, Sheet(form, paper, about=paperwork.latest(desk, uid, form)))


def said(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


@pytest.mark.parametrize(
    ("step", "form", "words"),
    [
        (SupplementRequested, Form.REQUEST, ["PHIẾU YÊU CẦU BỔ SUNG", "Bản sao hộ khẩu", "2001/HDHS"]),
        (Refused, Form.REFUSAL, ["PHIẾU TỪ CHỐI TIẾP NHẬN", "không thuộc thẩm quyền"]),
        (Extended, Form.APOLOGY, ["VĂN BẢN XIN LỖI", "chờ xác minh", "27 tháng 11 năm 2026", "01 tháng 12 năm 2026"]),
        (Withdrawn, Form.STOP, ["THÔNG BÁO DỪNG GIẢI QUYẾT", "không cần nữa"]),
        (Stopped, Form.STOP, ["THÔNG BÁO DỪNG GIẢI QUYẾT", "quá hạn bổ sung"]),
    ],
)
def test_a_step_gives_out_its_paper(
    desk: Desk, clock: SettableClock, uid: str, step: type, form: Form, words: list[str]
) -> None:
    due_at = dossier_entries(desk, uid)[0].due_at
    assert due_at is not None
    made: dict[type, Step] = {
        SupplementRequested: SupplementRequested(clock(), ("Bản sao hộ khẩu",), "thiếu"),
        Refused: Refused(clock(), "không thuộc thẩm quyền"),
        Extended: Extended(clock(), due_at + timedelta(days=4), "chờ xác minh"),
        Withdrawn: Withdrawn(clock(), "không cần nữa"),
        Stopped: Stopped(clock(), "quá hạn bổ sung"),
    }
    issue.take_step(desk, uid, made[step])
    (job,) = printing.jobs(desk, (JobState.WAITING,), uid)
    assert job.form is form
    printed = draw(desk, uid, form)
    for word in [*words, "H31.20.11-261123-2001", "Nguyễn Văn Mẫu", "UBND XÃ MẪU"]:
        assert word in said(printed), word
    clock.forward(days=2)
    issue.take_step(desk, uid, Correction(clock(), "owner.name", "Trần Văn Khác", "nhầm"))
    assert draw(desk, uid, form) == printed, "a paper once issued comes out the same again"


def test_the_first_receipt_stays_and_the_corrected_one_says_what_it_replaces(
    desk: Desk, clock: SettableClock, uid: str
) -> None:
    first = paperwork.draw(desk, uid, Sheet(Form.RECEIPT))
    issue.take_step(desk, uid, Correction(clock(), "owner.name", "Trần Thị Lụa", "nhầm tên"))
    assert paperwork.draw(desk, uid, Sheet(Form.RECEIPT)) == first
    second = said(draw(desk, uid, Form.RECEIPT))
    assert "Trần Thị Lụa" in second
    assert "THAY" in second.upper()
    again = paperwork.reprint(desk, uid, Form.RECEIPT, "rách")
    assert "BẢN SAO 1" in said(paperwork.draw(desk, uid, Sheet(Form.RECEIPT, reprint=again, about=again.of)))


def test_receipts_of_two_editions_are_kept_under_two_names(desk: Desk, clock: SettableClock, uid: str) -> None:
    first = paperwork.keep(desk, uid, Sheet(Form.RECEIPT))
    issue.take_step(desk, uid, Correction(clock(), "owner.phone", "0987654321", "đổi số"))
    about = paperwork.latest(desk, uid, Form.RECEIPT)
    second = paperwork.keep(desk, uid, Sheet(Form.RECEIPT, about=about))
    assert (first.name, second.name) == ("H31.20.11-261123-2001-01.pdf", "H31.20.11-261123-2001-2-01.pdf")


def test_two_requests_are_two_papers(desk: Desk, clock: SettableClock, uid: str) -> None:
    issue.take_step(desk, uid, SupplementRequested(clock(), ("Ảnh 4x6",), "thiếu"))
    first = paperwork.latest(desk, uid, Form.REQUEST)
    issue.take_step(desk, uid, Supplement(clock(), (GivenPaper("Ảnh 4x6"),)))
    issue.take_step(desk, uid, SupplementRequested(clock(), ("Tờ khai khác",), "sai"))
    assert "Ảnh 4x6" in said(paperwork.draw(desk, uid, Sheet(Form.REQUEST, about=first)))
    assert "Tờ khai khác" in said(draw(desk, uid, Form.REQUEST))
    names = {
        paperwork.keep(desk, uid, Sheet(Form.REQUEST, about=one)).name
        for one in (first, paperwork.latest(desk, uid, Form.REQUEST))
    }
    assert names == {"H31.20.11-261123-2001-02.pdf", "H31.20.11-261123-2001-2-02.pdf"}


def test_the_control_slip_has_a_block_for_every_hand_over(desk: Desk, clock: SettableClock, uid: str) -> None:
    for to, by in (("Tư pháp - Hộ tịch", "Trần Thị Lan"), ("Lãnh đạo xã", "Phạm Văn Thử")):
        issue.take_step(desk, uid, HandedOver(clock(), to))
        clock.forward(hours=1)
        issue.take_step(desk, uid, TakenOver(clock(), by))
    issue.take_step(desk, uid, Finished(clock()))
    words = said(draw(desk, uid, Form.CONTROL))
    for word in ("PHIẾU KIỂM SOÁT", "Tư pháp - Hộ tịch", "Trần Thị Lan", "Phạm Văn Thử", "Trước hạn"):
        assert word in words, word


def test_one_slip_for_a_basket_and_one_list_for_a_hand_over(desk: Desk, clock: SettableClock) -> None:
    free = a_procedure(fees=())
    uids = [
        accept(desk, an_application(f"b{n}", procedure=free, owner=an_owner(name=f"Người Mẫu {n}"))).uid
        for n in range(3)
    ]
    listed = issue.hand_over_list(desk, Receiver("Tư pháp"), uids)
    hand_over.take_over(desk, uids, "lan")
    for uid in uids:
        issue.take_step(desk, uid, Finished(clock(), ("Giấy xác nhận",)))
    collector = Collector("Lê Văn Mẫu", "034200012399", "con", "giấy ủy quyền số 5")
    given = issue.give_back(desk, uids, Handing(collector))
    forms = [job.form for job in printing.jobs(desk, (JobState.WAITING,))]
    assert sorted(forms) == sorted([Form.HAND_OVER, Form.RETURN])
    slip = said(paperwork.draw(desk, "", Sheet(Form.RETURN, about=given.uid)))
    sheet = said(paperwork.draw(desk, "", Sheet(Form.HAND_OVER, about=listed.uid)))
    for n in range(3):
        assert f"Người Mẫu {n}" in slip
        assert f"Người Mẫu {n}" in sheet
    assert "giấy ủy quyền số 5" in slip
    assert "DANH SÁCH BÀN GIAO" in sheet
    assert draw(desk, uids[1], Form.RETURN) == paperwork.draw(desk, "", Sheet(Form.RETURN, about=given.uid))
    again = paperwork.reprint(desk, uids[0], Form.RETURN, "mất")
    assert "BẢN SAO 1" in said(paperwork.draw(desk, uids[0], Sheet(Form.RETURN, reprint=again, about=again.of)))


def test_visits_have_their_papers(desk: Desk) -> None:
    who = Request(Party("Lê Văn Mẫu", address="Thôn 2"), "Cấp lại giấy khai sinh")
    refused = issue.refuse_at_counter(desk, who, "đã có bản chính")
    guided = issue.give_guidance(desk, who, ("Tờ khai", "Ảnh"), "thiếu")
    words = said(paperwork.draw(desk, "", Sheet(Form.REFUSAL, about=refused.uid)))
    assert "đã có bản chính" in words
    assert "2001/TCTN" in words
    assert "Ảnh" in said(paperwork.draw(desk, "", Sheet(Form.REQUEST, "A5", about=guided.uid)))


def test_a_paper_of_a_step_that_never_was_is_said(desk: Desk, uid: str) -> None:
    for form in (Form.REQUEST, Form.REFUSAL, Form.APOLOGY, Form.STOP, Form.RETURN, Form.HAND_OVER):
        with pytest.raises(PaperNotIssued):
            paperwork.latest(desk, uid, form)
