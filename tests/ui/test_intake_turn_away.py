"""Where papers are missing, the person leaves with form 02 or 03; the form stays as it was typed."""

import pytest
from PySide6.QtCore import Qt

from onestop_desk.domain.plain import to_plain
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter, Visit
from onestop_desk.services import guidance, printing
from onestop_desk.services.printing import JobState
from onestop_desk.ui import theme
from onestop_desk.ui.intake.form import form_from_draft
from tests.ui.counter import Counter
from tests.ui.legibility import nameless, tab_jumps, untabbable, wait_legible


def _missing(counter: Counter) -> str:
    """Fill a form whose first required paper is not there, and return the paper's name."""
    counter.scan()
    counter.choose()
    model = counter.find("papers").papers_model
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    return str(model.papers()[0].name)


def _visits(counter: Counter) -> list[Visit]:
    return [guidance.visit_of(counter.desk, line.uid) for line in guidance.visits(counter.desk)]


def _forms(counter: Counter) -> list[str]:
    return [job.form for job in printing.jobs(counter.desk, tuple(JobState))]


def test_it_is_offered_only_while_a_required_paper_is_missing(counter: Counter) -> None:
    counter.scan()
    counter.choose()
    assert not counter.find("give_guidance").isVisible()
    _missing(counter)
    assert counter.find("give_guidance").isVisible()
    assert counter.find("refuse_at_counter").isVisible()


def test_a_whole_dossier_is_refused_for_another_reason(counter: Counter) -> None:
    counter.scan()
    counter.choose()
    counter.find("turn_away").click()
    assert counter.find("turn_away_reason").hasFocus()
    assert not counter.find("give_guidance").isVisible()
    counter.fill(turn_away_reason="không thuộc thẩm quyền của xã")
    counter.find("refuse_at_counter").click()
    counter.settle()
    (visit,) = _visits(counter)
    assert isinstance(visit, RefusedAtCounter)
    assert visit.reason == "không thuộc thẩm quyền của xã"
    assert _forms(counter) == ["03"]
    assert counter.dossiers() == []


def test_a_reason_begun_is_open_again_with_the_draft_and_gone_with_another_form(counter: Counter) -> None:
    counter.scan()
    counter.choose()
    counter.find("turn_away").click()
    counter.fill(turn_away_reason="trùng hồ sơ")
    kept = form_from_draft(to_plain(counter.page.form()))
    assert kept is not None
    counter.page.view.show_form(kept)
    assert counter.find("refuse_at_counter").isVisible()
    counter.find("drop_form").click()
    counter.scan()
    counter.choose()
    assert not counter.find("refuse_at_counter").isVisible()


def test_guidance_is_recorded_with_what_is_missing_and_the_form_stays(counter: Counter) -> None:
    name = _missing(counter)
    before = counter.page.form()
    with counter.qtbot.waitSignal(counter.page.visited):
        counter.find("give_guidance").click()
    counter.settle()
    (visit,) = _visits(counter)
    assert isinstance(visit, GuidanceGiven)
    assert (visit.missing, visit.person.name, visit.person.id_number) == ((name,), "Nguyễn Văn Mẫu", "034200012345")
    assert (visit.procedure, visit.serial) == ("1.004873", 2001)
    assert _forms(counter) == ["02"]
    assert counter.strips()[0] == "Đã ghi hướng dẫn số 2001. Phiếu yêu cầu bổ sung (mẫu 02) đang in."
    assert to_plain(counter.page.form())["papers"] == to_plain(before)["papers"]
    assert counter.page.form().applicant == before.applicant
    assert counter.dossiers() == []


def test_a_refusal_needs_its_reason_and_gives_out_form_03(counter: Counter) -> None:
    _missing(counter)
    counter.find("refuse_at_counter").click()
    counter.settle()
    assert counter.problem("turn_away_reason") == "Việc này phải ghi lý do."
    assert _visits(counter) == []
    counter.fill(turn_away_reason="không thuộc thẩm quyền")
    counter.find("refuse_at_counter").click()
    counter.settle()
    (visit,) = _visits(counter)
    assert isinstance(visit, RefusedAtCounter)
    assert visit.reason == "không thuộc thẩm quyền"
    assert _forms(counter) == ["03"]
    assert counter.find("turn_away_reason").text() == "không thuộc thẩm quyền"


@pytest.mark.parametrize("button", ["give_guidance", "refuse_at_counter"])
def test_a_person_without_a_name_is_asked_for_it(counter: Counter, button: str) -> None:
    _missing(counter)
    counter.fill(applicant_name="", turn_away_reason="x")
    counter.find(button).click()
    counter.settle()
    assert counter.problem("applicant_name") == "Chưa nhập tên."
    assert _visits(counter) == []


def test_the_reason_survives_a_crash_with_the_draft(counter: Counter) -> None:
    _missing(counter)
    counter.fill(turn_away_reason="về xin xác nhận")
    kept = form_from_draft(to_plain(counter.page.form()))
    assert kept is not None
    counter.page.view.show_form(kept)
    assert counter.find("turn_away_reason").text() == "về xin xác nhận"


@pytest.mark.parametrize("scale", [100, 175])
def test_the_ways_out_can_be_read_and_reached(counter: Counter, scale: int) -> None:
    _missing(counter)
    counter.find("refuse_at_counter").click()
    counter.settle()
    counter.window.set_look(theme.Look(scale=scale))
    counter.window.resize(1024, 640)
    wait_legible(counter.qtbot, counter.page)
    assert nameless(counter.page) == []
    assert untabbable(counter.page) == []
    assert tab_jumps(counter.page.view) == []
