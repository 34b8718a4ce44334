"""A basket that was not given back survives a crash, for its own clerk only."""

import pytest
from pytestqt.qtbot import QtBot

from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.plain import to_plain
from onestop_desk.services import draft, release
from onestop_desk.services.desk import Desk
from onestop_desk.services.release import Handing
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.page_draft import KEPT_AFTER_MS
from onestop_desk.ui.release.draft_keeper import PAGE
from tests.ui.release.conftest import ReturnDesk, open_return_desk


def _kept(desk: Desk, login: str = "hoa") -> object:
    return draft.load(desk, login, PAGE)


def _fill(at_desk: ReturnDesk) -> None:
    at_desk.ready("a")
    at_desk.scan_card()
    at_desk.scan("H31.20.11-261123-2777")
    at_desk.click("way_post")
    at_desk.fill(sending_number="EA123VN")


def test_a_basket_comes_back_after_a_crash_within_a_second(at_desk: ReturnDesk, qtbot: QtBot, jobs_after: Jobs) -> None:
    assert KEPT_AFTER_MS < 1000
    _fill(at_desk)
    form = at_desk.page.form()
    qtbot.waitUntil(lambda: _kept(at_desk.desk) == to_plain(form), timeout=3000)
    after = open_return_desk(qtbot, at_desk.desk, jobs_after)
    assert after.page.form() == form
    assert after.rows() == ["Có kết quả", "Không có trên máy này"]
    assert after.find("card_match").text().startswith("Đúng chủ hồ sơ")
    assert after.strips() == ["Giỏ trả kết quả đang làm dở đã được mở lại."]
    after.window.close()
    after.settle()


def test_another_clerk_does_not_see_the_basket(at_desk: ReturnDesk, qtbot: QtBot, jobs_after: Jobs) -> None:
    _fill(at_desk)
    at_desk.desk.clerk = ClerkWord("binh", "Trần Bình")
    at_desk.window.close()
    at_desk.settle()
    assert _kept(at_desk.desk) is not None
    assert _kept(at_desk.desk, "binh") is None
    after = open_return_desk(qtbot, at_desk.desk, jobs_after)
    assert after.page.form().is_empty
    after.window.close()
    after.settle()


def test_a_return_leaves_no_draft_and_its_undo_has_one_again(at_desk: ReturnDesk) -> None:
    at_desk.ready("a")
    at_desk.scan_card()
    at_desk.page.left()
    at_desk.settle()
    assert _kept(at_desk.desk) is not None
    at_desk.give()
    assert _kept(at_desk.desk) is None
    at_desk.undo()
    at_desk.page.left()
    at_desk.settle()
    assert _kept(at_desk.desk) is not None


def test_what_was_given_back_before_the_crash_is_not_given_twice(
    at_desk: ReturnDesk, qtbot: QtBot, jobs_after: Jobs
) -> None:
    accepted = at_desk.ready("a")
    at_desk.scan(accepted.code)
    at_desk.page.left()
    at_desk.settle()
    release.give_back(at_desk.desk, [accepted.uid], Handing())
    after = open_return_desk(qtbot, at_desk.desk, jobs_after)
    assert after.rows() == ["Đã trả"]
    after.give()
    assert after.events(accepted).count("returned") == 1
    after.window.close()
    after.settle()


@pytest.mark.parametrize("content", ["words", {"items": "no list"}, {"way": {"way": "pigeon"}}, {"fee": 3}, {}])
def test_a_draft_of_another_shape_is_no_crash(desk: Desk, qtbot: QtBot, jobs_after: Jobs, content: object) -> None:
    draft.keep(desk, "hoa", PAGE, content)
    after = open_return_desk(qtbot, desk, jobs_after)
    assert after.page.form().is_empty
    after.window.close()
    after.settle()
