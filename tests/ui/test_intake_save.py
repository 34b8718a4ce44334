"""Saving: one press, one dossier; whatever is refused leaves the form whole."""

from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import insert

from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import ProcedureLimit
from onestop_desk.models.desk import SerialCounter
from onestop_desk.services import catalogue
from onestop_desk.services.intake import accept
from tests.desks import SettableClock, an_application
from tests.ui.counter import ALT, CONTROL, ENTER, Counter


def _filled(counter: Counter) -> Counter:
    counter.scan()
    counter.choose()
    return counter


def test_the_code_and_the_promise_stay_until_the_next_form_begins(counter: Counter) -> None:
    _filled(counter).save()
    (dossier,) = counter.dossiers()
    assert counter.strips() == [f"{dossier.code} đã lưu. Chưa chọn máy in: phiếu được giữ thành PDF."]
    assert counter.find("saved_code").text() == dossier.code == "H31.20.11-261123-2001"
    assert counter.find("due_moment").text() == "Hẹn trả 08:30, Thứ Sáu 27/11/2026"
    assert QApplication.focusWidget() is counter.find("applicant_name")
    counter.type("a")
    assert not counter.find("saved_code").isVisible()


def test_the_page_tells_who_wires_it(counter: Counter) -> None:
    with counter.qtbot.waitSignal(counter.page.registered) as told:
        _filled(counter).save()
    assert told.args[0].code == counter.dossiers()[0].code


def test_a_held_key_makes_one_dossier(counter: Counter) -> None:
    _filled(counter)
    for _ in range(30):
        counter.press(ENTER, CONTROL)
    counter.settle()
    assert len(counter.dossiers()) == len(counter.strips()) == 1


def test_ctrl_s_pressed_again_keeps_showing_the_dossier(counter: Counter) -> None:
    _filled(counter)
    for _ in range(2):
        counter.press(Qt.Key.Key_S, CONTROL)
        counter.settle()
    assert len(counter.dossiers()) == 1
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"


def test_a_double_press_makes_one_dossier_and_no_complaint(counter: Counter) -> None:
    _filled(counter)
    for _ in range(3):
        counter.press(ENTER, CONTROL)
    counter.settle()
    counter.press(ENTER, CONTROL)
    counter.settle()
    assert len(counter.dossiers()) == len(counter.strips()) == 1
    assert counter.problem("applicant_name") == ""


def test_the_buttons_are_off_while_a_save_is_on_its_way(counter: Counter) -> None:
    _filled(counter)
    gate = Event()
    counter.window.jobs.run(gate.wait)
    counter.press(ENTER, CONTROL)
    assert not counter.find("save_and_next").isEnabled()
    assert not counter.find("save").isEnabled()
    gate.set()
    counter.settle()
    assert counter.find("save_and_next").isEnabled()


def test_ctrl_s_saves_and_keeps_showing_the_dossier(counter: Counter) -> None:
    _filled(counter)
    counter.press(Qt.Key.Key_S, CONTROL)
    counter.settle()
    assert len(counter.dossiers()) == 1
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"
    assert not counter.find("applicant_name").isEnabled()
    counter.press(ENTER, CONTROL)
    counter.settle()
    assert counter.find("applicant_name").text() == ""
    assert len(counter.dossiers()) == 1


def test_f2_begins_a_new_form_only_where_nothing_is_lost(counter: Counter) -> None:
    _filled(counter)
    counter.press(Qt.Key.Key_F2)
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"
    counter.press(Qt.Key.Key_S, CONTROL)
    counter.settle()
    counter.press(Qt.Key.Key_F2)
    assert counter.find("applicant_name").text() == ""
    assert QApplication.focusWidget() is counter.find("applicant_name")


def test_a_missing_required_paper_refuses_and_keeps_the_form(counter: Counter) -> None:
    _filled(counter)
    model = counter.find("papers").papers_model
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    counter.save()
    assert counter.dossiers() == []
    assert counter.problem("papers").startswith("Chưa tiếp nhận được, thiếu giấy tờ bắt buộc: Tờ khai")
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"
    assert QApplication.focusWidget() is counter.find("papers")


def test_a_paper_that_is_not_good_needs_its_reason(counter: Counter) -> None:
    _filled(counter)
    model = counter.find("papers").papers_model
    model.setData(model.index(1, 4), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    counter.save()
    assert counter.problem("papers").startswith("Ghi lý do chưa đạt")
    model.setData(model.index(1, 5), "Hết hạn")
    counter.save()
    (dossier,) = counter.dossiers()
    assert [paper.doubt for paper in dossier.received.papers] == ["", "Hết hạn"]


def test_extra_papers_are_taken_by_name(counter: Counter) -> None:
    _filled(counter)
    counter.find("extra_paper").setFocus()
    counter.type("Giay uy quyen")
    counter.press(ENTER)
    counter.save()
    (dossier,) = counter.dossiers()
    assert dossier.received.papers[-1].name == "Giay uy quyen"
    assert not dossier.received.papers[-1].required


def test_a_form_without_a_procedure_says_so_beside_it(counter: Counter) -> None:
    counter.scan()
    counter.save()
    assert counter.problem("procedure") == "Chưa chọn thủ tục."
    assert QApplication.focusWidget() is counter.find("procedure")


def test_a_doubted_clock_is_confirmed_on_the_strip(counter: Counter, clock: SettableClock) -> None:
    accept(counter.desk, an_application("earlier"))
    clock.now -= timedelta(hours=2)
    _filled(counter).save()
    assert len(counter.dossiers()) == 1
    assert counter.strips()[0].startswith("Đồng hồ máy có thể sai")
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"
    counter.window.findChild(QPushButton, "strip_action").click()
    counter.settle()
    assert len(counter.dossiers()) == 2


def test_a_bug_while_saving_leaves_the_form_whole(counter: Counter) -> None:
    _filled(counter)
    settings, counter.desk.settings = counter.desk.settings, None
    counter.save()
    counter.desk.settings = settings
    assert counter.dossiers() == []
    assert counter.strips()[0] == "Chương trình gặp lỗi ngoài dự kiến."
    assert counter.find("applicant_number").text() == "034200012345"
    assert counter.find("applicant_name").isEnabled()
    counter.save()
    assert len(counter.dossiers()) == 1


def test_a_note_too_long_for_the_centre_is_named_and_the_form_stays_whole(counter: Counter) -> None:
    _filled(counter)
    counter.find("note").setText("ấ" * 20_001)
    counter.save()
    assert counter.dossiers() == []
    assert counter.strips()[0] == "Ghi chú: quá dài, nhiều nhất 20.000 ký tự."
    assert counter.find("applicant_number").text() == "034200012345"
    assert len(counter.find("note").text()) == 20_001
    counter.find("note").setText("ấ" * 20_000)
    counter.save()
    assert len(counter.dossiers()) == 1


def test_a_procedure_that_changes_meanwhile_keeps_the_version_of_the_form(counter: Counter) -> None:
    _filled(counter)
    before = catalogue.procedure(counter.desk, "1.004873")
    catalogue.adapt(counter.desk, replace(before, limits=(ProcedureLimit(9, Unit.WORKING_DAY),)))
    catalogue.retire(counter.desk, "1.004873", "Bãi bỏ")
    counter.save()
    (dossier,) = counter.dossiers()
    assert dossier.due.limit == before.limits[0].limit


def test_few_serials_left_are_told(counter: Counter) -> None:
    desk = counter.desk
    day = desk.clock().astimezone(VIETNAM).date()
    row = {"series": "dossier", "agency": desk.state.agency, "day": day, "first": 2001, "last": 2949}
    with desk.database.writing() as connection:
        connection.execute(insert(SerialCounter.metadata.tables["serial_counter"]), row)
    _filled(counter).save()
    assert counter.dossiers()[0].code.endswith("-2950")
    assert counter.strips()[0] == "Dải số hôm nay của quầy này chỉ còn 49 số."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_to_the_next_field_and_presses_nothing(counter: Counter, key: Qt.Key) -> None:
    counter.press(key)
    assert QApplication.focusWidget() is counter.find("applicant_number")
    assert counter.dossiers() == []


def test_ctrl_enter_works_while_a_list_is_open(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.choose()
    counter.find("applicant_name").setFocus()
    counter.type("Ngu")
    line = counter.wait_for_list()
    counter.press(ENTER, CONTROL)
    counter.settle()
    assert not line.list_view().isVisible()
    assert [dossier.owner.name for dossier in counter.dossiers()] == ["Nguyễn Văn Mẫu", "Ngu"]


def test_a_tiles_key_works_while_a_list_is_open(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.type("Ngu")
    line = counter.wait_for_list()
    counter.press(Qt.Key.Key_1, ALT)
    assert not line.list_view().isVisible()
    assert counter.find("procedure_name").text() == "Thủ tục đăng ký khai sinh"


def test_a_procedure_taken_by_any_way_closes_the_list(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.type("Ngu")
    line = counter.wait_for_list()
    counter.choose()  # as the tile's own shortcut does where the list has not taken the keys yet
    assert not line.list_view().isVisible()


def test_escape_closes_a_list_for_good_while_an_answer_is_on_its_way(counter: Counter) -> None:
    accept(counter.desk, an_application("earlier"))
    counter.type("Ng")
    line = counter.wait_for_list()
    gate = Event()
    counter.window.jobs.read(gate.wait)
    counter.type("u")
    counter.press(Qt.Key.Key_Escape)
    assert not line.list_view().isVisible()
    gate.set()
    counter.settle()
    assert not line.list_view().isVisible()
    assert line.text() == "Ngu"


def test_escape_goes_back_and_keeps_the_form(counter: Counter) -> None:
    counter.window.show_page("list")
    counter.press(Qt.Key.Key_F2)
    _filled(counter)
    counter.press(Qt.Key.Key_Escape)
    assert counter.window.current_key() == "list"
    counter.press(Qt.Key.Key_F2)
    assert counter.find("applicant_name").text() == "Nguyễn Văn Mẫu"
