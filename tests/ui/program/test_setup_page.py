"""The first page of a new counter: what it makes, and what it says beside the fields that cannot be."""

from pathlib import Path

import pytest

from onestop_desk.domain.office import Role
from onestop_desk.services import staff
from onestop_desk.services.desk import REGISTER
from onestop_desk.ui import theme
from onestop_desk.ui.setup.page import SetUpPage
from tests.desks import PASSWORD
from tests.ui.legibility import default_buttons, nameless, untabbable, wait_legible
from tests.ui.program.conftest import Start


def test_an_empty_folder_asks_who_the_counter_is(start: Start, tmp_path: Path) -> None:
    running = start(tmp_path / "new")
    running.wait_page("set_up_page")
    assert not (tmp_path / "new" / REGISTER).exists()


def test_a_counter_is_made_with_admin_and_catalogue_and_asks_to_sign_in(start: Start, tmp_path: Path) -> None:
    running = start(tmp_path / "new")
    running.wait_page("set_up_page")
    running.fill_set_up()
    running.find("counter").setValue(4)
    running.find("set_up_go").click()
    running.wait_page("sign_in_page")
    assert running.find("login").text() == "hoa"
    assert running.strips()[0].startswith("Đã thiết lập quầy 4; ")
    work = running.begin_work()
    assert work.desk.state.counter == 4
    assert work.desk.office.code == "H31.20.11"
    assert staff.roles_of(work.desk, "hoa") == (Role.ADMIN, Role.RECEPTION, Role.SUPERVISOR)
    assert work.person.name == "Nguyễn Thị Hoa"


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"agency_code": ""}, "agency_code", "Mã cơ quan: chưa nhập."),
        ({"agency_code": "XÃ 1"}, "agency_code", "Mã cơ quan"),
        ({"office_name": "  "}, "office_name", "Tên cơ quan: chưa nhập."),
        ({"admin_name": ""}, "admin_name", "Tên cán bộ: chưa nhập."),
        ({"admin_login": "Hoa Nguyễn"}, "admin_login", "Tên đăng nhập: không đúng cách viết."),
        ({"admin_password": "ngan", "admin_password_again": "ngan"}, "admin_password", "Mật khẩu: quá ngắn."),
        ({"admin_password_again": "khac-123"}, "admin_password_again", "Hai lần nhập"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    start: Start, tmp_path: Path, changes: dict[str, str], field: str, said: str
) -> None:
    running = start(tmp_path / "new")
    running.wait_page("set_up_page")
    running.fill_set_up(**changes)
    running.find("set_up_go").click()
    running.wait(lambda: running.find(field).has_problem())
    assert running.find(field).accessibleDescription().startswith(said)
    running.wait(lambda: running.find("set_up_go").isEnabled())
    assert not (tmp_path / "new" / REGISTER).exists()
    assert running.find("office_name").text() == changes.get("office_name", "UBND xã Mẫu")


def test_a_set_up_cut_short_asks_for_its_admin_only(start: Start, tmp_path: Path) -> None:
    from tests.desks import open_new_desk

    open_new_desk(tmp_path / "data").close()
    running = start(tmp_path / "data")
    running.wait_page("founder_page")
    running.fill(admin_name="Nguyễn Thị Hoa", admin_login="hoa", admin_password=PASSWORD)
    running.fill(admin_password_again=PASSWORD)
    running.find("founder_go").click()
    assert running.begin_work().person.login == "hoa"


@pytest.mark.parametrize("scale", [100, 150, 175])
def test_the_page_is_legible_and_reached_by_keys(start: Start, tmp_path: Path, scale: int) -> None:
    running = start(tmp_path / "new")
    running.wait_page("set_up_page")
    running.window.resize(1024, 640)
    running.window.set_look(theme.Look(scale=scale))
    page = running.window.findChild(SetUpPage)
    wait_legible(running.qtbot, page)
    assert nameless(page) == []
    assert untabbable(page) == []
    assert default_buttons(page) == []
