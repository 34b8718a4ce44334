"""A form that is not saved comes back after a crash, to its own clerk only, and never makes a second dossier."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.plain import to_plain
from onestop_desk.services import draft
from onestop_desk.services.desk import Desk
from onestop_desk.ui.intake.draft_keeper import PAGE
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.page_draft import KEPT_AFTER_MS
from tests.ui.counter import CONTROL, Counter, open_counter


def _kept(desk: Desk, login: str = "hoa") -> object:
    return draft.load(desk, login, PAGE)


def test_typing_is_kept_within_a_second_and_comes_back_with_ref_and_focus(
    counter: Counter, qtbot: QtBot, jobs_after: Jobs
) -> None:
    assert KEPT_AFTER_MS < 1000
    counter.scan()
    counter.choose()
    counter.fill(note="Gọi trước", applicant_phone="0912")
    counter.find("note").setFocus()
    typed = counter.page.form()
    qtbot.waitUntil(lambda: _kept(counter.desk) == to_plain(typed), timeout=3000)
    after = open_counter(qtbot, counter.desk, jobs_after)
    assert after.page.form() == typed
    assert QApplication.focusWidget() is after.find("note")
    assert after.strips() == ["Phiếu đang nhập dở đã được mở lại."]
    after.window.close()


def test_another_clerk_does_not_see_the_draft(counter: Counter, qtbot: QtBot, jobs_after: Jobs) -> None:
    counter.scan()
    counter.desk.clerk = ClerkWord("binh", "Trần Bình")
    counter.window.close()
    counter.settle()
    assert _kept(counter.desk) is not None
    assert _kept(counter.desk, "binh") is None
    after = open_counter(qtbot, counter.desk, jobs_after)
    assert after.page.form().is_empty
    after.window.close()


def test_leaving_the_page_keeps_the_draft_at_once(counter: Counter) -> None:
    counter.scan()
    counter.press(Qt.Key.Key_F7)
    counter.settle()
    assert _kept(counter.desk) is not None


def test_a_save_leaves_no_draft(counter: Counter) -> None:
    counter.scan()
    counter.choose()
    counter.page.left()
    counter.save()
    counter.window.close()
    counter.settle()
    assert len(counter.dossiers()) == 1
    assert _kept(counter.desk) is None


def test_a_draft_whose_dossier_exists_is_told_and_not_saved_again(
    counter: Counter, qtbot: QtBot, jobs_after: Jobs
) -> None:
    counter.scan()
    counter.choose()
    form = counter.page.form()
    counter.save()
    draft.keep(counter.desk, "hoa", PAGE, to_plain(form))
    after = open_counter(qtbot, counter.desk, jobs_after)
    assert after.strips() == [f"{counter.dossiers()[0].code} đã lưu trước khi chương trình dừng."]
    assert after.page.form().is_empty
    assert _kept(counter.desk) is None
    after.window.close()


def test_a_form_that_was_saved_elsewhere_meanwhile_makes_no_second_dossier(counter: Counter) -> None:
    counter.scan()
    counter.choose()
    form = counter.page.form()
    counter.save()
    counter.page.view.show_form(form)
    counter.save()
    (dossier,) = counter.dossiers()
    assert counter.strips()[0] == f"{dossier.code} đã lưu từ trước; không tạo hồ sơ thứ hai."


def test_a_dropped_form_can_be_taken_back(counter: Counter) -> None:
    counter.scan()
    counter.page.left()
    form = counter.page.form()
    counter.find("drop_form").click()
    counter.settle()
    assert counter.page.form().is_empty
    assert _kept(counter.desk) is None
    counter.window.findChild(QPushButton, "strip_action").click()
    assert (counter.page.form().ref, counter.page.form().applicant) == (form.ref, form.applicant)


@pytest.mark.parametrize("content", ["words", {"ref": "x", "papers": "no list"}, {"ref": "x", "channel": "pigeon"}, {}])
def test_a_draft_of_another_shape_is_no_crash(desk: Desk, qtbot: QtBot, jobs_after: Jobs, content: object) -> None:
    draft.keep(desk, "hoa", PAGE, content)
    after = open_counter(qtbot, desk, jobs_after)
    assert after.page.form().is_empty
    after.window.close()


def test_ctrl_s_leaves_no_draft_of_the_dossier_it_shows(counter: Counter) -> None:
    counter.scan()
    counter.choose()
    counter.press(Qt.Key.Key_S, CONTROL)
    counter.settle()
    counter.window.close()
    counter.settle()
    assert _kept(counter.desk) is None
