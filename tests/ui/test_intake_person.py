"""Who stands at the counter: by card, by an earlier visit, by hand; and what the register knows of them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from onestop_desk.domain.application import PartyKind
from onestop_desk.domain.identity import Sex
from onestop_desk.services.intake import accept
from tests.desks import a_procedure, an_application, an_owner
from tests.ui.counter import CARD, Counter


def _notices(counter: Counter, box: str = "applicant") -> tuple[str, ...]:
    counter.page._watch.look_now()
    counter.settle()
    return getattr(counter.page.view, box).notices.texts()


def test_a_card_fills_the_person_and_goes_on_to_the_procedure(counter: Counter) -> None:
    counter.scan()
    texts = [counter.find(f"applicant_{name}").text() for name in ("name", "number", "birth", "address")]
    assert texts == ["Nguyễn Văn Mẫu", "034200012345", "15/08/2000", "Thôn 1, Xã Mẫu, Tỉnh Hưng Yên"]
    assert QApplication.focusWidget() is counter.find("procedure")
    counter.choose()
    counter.save()
    owner = counter.dossiers()[0].owner
    assert (owner.birth, owner.sex, owner.verified) == (date(2000, 8, 15), Sex.MALE, True)


def test_a_name_changed_by_hand_is_no_longer_the_cards(counter: Counter) -> None:
    counter.scan()
    counter.fill(applicant_name="Nguyễn Văn Mẫn")
    counter.choose()
    counter.save()
    assert not counter.dossiers()[0].owner.verified


def test_a_damaged_name_is_a_hint_and_never_verified(counter: Counter) -> None:
    counter.scan("034200012345||NGUY?N V?N M?U|15082000|Nam|Thon 1|01012024")
    assert not counter.page.form().applicant.is_proven
    assert _notices(counter)[0] == "Họ tên quét được bị mất dấu: đối chiếu thẻ và sửa lại."
    counter.choose()
    counter.save()
    assert not counter.dossiers()[0].owner.verified


def test_a_card_with_a_bad_birth_date_leaves_the_field_empty_and_says_so(counter: Counter) -> None:
    counter.scan(CARD.replace("15082000", "31022000"))
    assert counter.find("applicant_birth").text() == ""
    assert "Ngày sinh trên thẻ không đọc được" in _notices(counter)[0]


def test_what_an_earlier_visit_knows_is_added_to_the_card(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.scan()
    assert counter.find("applicant_phone").text() == "0912345678"


def test_a_scanned_number_finds_its_person(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.scan("034200012345")
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"


def test_the_number_of_the_person_in_the_form_changes_nothing(counter: Counter) -> None:
    counter.scan()
    counter.fill(applicant_name="Nguyễn Văn Mẫu Sửa")
    counter.scan("034200012345")
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu Sửa"


def test_another_card_takes_the_place_of_the_first_and_can_be_undone(counter: Counter) -> None:
    counter.fill(applicant_name="Lê Thị Gõ Tay", applicant_number="001190000001")
    counter.scan()
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"
    counter.window.findChild(QPushButton, "strip_action").click()
    assert counter.find("applicant_name").text() == "Lê Thị Gõ Tay"


def test_suggestions_tell_people_apart(counter: Counter) -> None:
    for number in range(10):
        owner = an_owner(name=f"Trần Văn Mẫu {number}", id_number=f"03420001{number:04}")
        accept(counter.desk, an_application(f"f{number}", owner=owner))
    counter.find("applicant_name").setFocus()
    counter.type("tran")
    rows = counter.wait_for_list().suggestions()
    assert len(rows) == 8
    assert (rows[0].text, rows[0].detail) == ("Trần Văn Mẫu 9", "2000 · …0009")


@pytest.mark.parametrize(
    ("typed", "field", "kept"),
    [("034200012345", "number", "034200012345"), ("0912 345 678", "phone", "0912 345 678")],
)
def test_a_number_typed_as_a_name_goes_where_it_belongs(counter: Counter, typed: str, field: str, kept: str) -> None:
    counter.fill(applicant_name=typed)
    counter.find("applicant_name").editingFinished.emit()
    assert counter.find("applicant_name").text() == ""
    assert counter.find(f"applicant_{field}").text() == kept


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("applicant_name", "\u00a0 ", "Chưa nhập tên."),
        ("applicant_number", "٠٣٤", "Số giấy tờ tùy thân: có ký tự không được dùng."),
        ("applicant_birth", "31/02/2000", "Không phải ngày, ví dụ 15/08/2000."),
        ("applicant_birth", "01/01/2027", "Ngày sinh ở tương lai."),
        ("applicant_phone", "091x", "Số điện thoại: có ký tự không được dùng."),
        ("applicant_email", "a@b", "Email: không đúng cách viết."),
    ],
)
def test_a_field_says_what_is_wrong_and_nothing_is_lost(counter: Counter, field: str, typed: str, said: str) -> None:
    counter.scan()
    counter.choose()
    counter.fill(**{field: typed})
    counter.save()
    assert counter.dossiers() == []
    assert counter.problem(field) == said
    assert counter.find("applicant_address").text() == "Thôn 1, Xã Mẫu, Tỉnh Hưng Yên"
    assert QApplication.focusWidget() is counter.find(field)


def test_acting_for_another_stores_owner_and_submitter(counter: Counter) -> None:
    counter.scan()
    counter.find("behalf_True").click()
    assert QApplication.focusWidget() is counter.find("owner_name")
    counter.find("owner_kind_organisation").click()
    counter.fill(owner_name="Công ty TNHH Mẫu", owner_number="0100109106")
    counter.choose()
    counter.save()
    (dossier,) = counter.dossiers()
    assert (dossier.owner.kind, dossier.owner.id_number) == (PartyKind.ORGANISATION, "0100109106")
    assert dossier.received.submitter.name == "Nguyễn Văn Mẫu"


def test_a_second_card_fills_the_owner_where_the_focus_is(counter: Counter) -> None:
    counter.scan()
    counter.find("behalf_True").click()
    counter.scan(CARD.replace("034200012345", "034200054321").replace("Văn Mẫu", "Văn Hai"))
    assert counter.find("owner_name").text() == "Nguyễn Văn Hai"
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"


def test_what_the_person_has_open_is_shown(counter: Counter) -> None:
    accepted = accept(counter.desk, an_application("earlier", procedure=a_procedure(code="1.000001")))
    counter.scan()
    (notice,) = _notices(counter)
    assert notice.startswith("Đang có 1 hồ sơ ở đây:")
    assert accepted.code in notice


def test_the_same_request_still_open_is_warned_of_and_may_go_on(counter: Counter) -> None:
    accepted = accept(counter.desk, an_application("earlier"))
    counter.scan()
    counter.choose("1.004873")
    assert _notices(counter)[0].startswith(f"Người này đã nộp chính thủ tục này, chưa xong: {accepted.code}")
    counter.save()
    assert len(counter.dossiers()) == 2


def test_the_same_number_with_another_name_is_shown_side_by_side(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier", owner=an_owner(name="Nguyễn Thị Khác")))
    counter.scan()
    assert "“Nguyễn Văn Mẫu”, trước đây ghi “Nguyễn Thị Khác”" in _notices(counter)[0]
    counter.find("notice_action").click()
    assert counter.find("applicant_name").text() == "Nguyễn Thị Khác"


def test_the_same_name_and_birth_under_another_number_is_warned_of(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier", owner=an_owner(id_number="034200099999")))
    counter.scan()
    assert _notices(counter)[0].startswith("Trùng họ tên và ngày sinh với Nguyễn Văn Mẫu (…9999")


def test_a_scanned_dossier_is_offered_and_the_form_stays(counter: Counter) -> None:
    counter.scan()
    counter.page.take_scan(_dossier_scan())
    assert counter.strips() == ["Vừa quét hồ sơ H31.20.11-261123-0034."]
    with counter.qtbot.waitSignal(counter.page.dossier_asked) as asked:
        counter.window.findChild(QPushButton, "strip_action").click()
    assert asked.args == ["H31.20.11-261123-0034"]
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize("name", ["H'Hen Niê", "K’Brơi", "<b>Y Moan</b>", "A" * 120])
def test_names_are_stored_exactly(counter: Counter, name: str) -> None:
    counter.fill(applicant_name=name)
    counter.choose()
    counter.save()
    assert counter.dossiers()[0].owner.name == name


def _dossier_scan():
    from onestop_desk.devices.scanner import Scan, ScanKind

    return Scan(ScanKind.DOSSIER, "H31.20.11-261123-0034", code="H31.20.11-261123-0034")
