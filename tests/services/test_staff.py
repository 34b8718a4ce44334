"""Who works here: admitted, given other roles, dismissed; an office never loses its last admin."""

import pytest

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import Role
from onestop_desk.services import staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import LastAdmin
from tests.desks import PASSWORD, admit_hoa

BOTH = (Role.ADMIN, Role.RECEPTION)


def _roles(desk: Desk, login: str) -> set[Role]:
    return set(staff.roles_of(desk, login))


def test_the_last_admin_stays_one_whatever_is_asked(desk: Desk) -> None:
    admit_hoa(desk)
    with pytest.raises(LastAdmin):
        staff.assign(desk, "hoa", "Nguyễn Thị Hoa", (Role.RECEPTION,))
    with pytest.raises(LastAdmin):
        staff.dismiss(desk, "hoa", "chuyển công tác")
    assert _roles(desk, "hoa") == set(BOTH)


def test_with_a_second_admin_the_first_may_go(desk: Desk) -> None:
    admit_hoa(desk)
    staff.admit(desk, "lan", "Trần Thị Lan", (Role.ADMIN,), PASSWORD)
    staff.assign(desk, "hoa", "Nguyễn Thị Hoa", (Role.RECEPTION,))
    assert (_roles(desk, "hoa"), _roles(desk, "lan")) == ({Role.RECEPTION}, {Role.ADMIN})
    with pytest.raises(LastAdmin):
        staff.dismiss(desk, "lan", "nghỉ việc")


@pytest.mark.parametrize(
    ("login", "name", "roles"), [("Hoa Nguyễn", "Hoa", BOTH), ("hoa", " ", BOTH), ("hoa", "Hoa", ())]
)
def test_an_assignment_that_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, login: str, name: str, roles: tuple[Role, ...]
) -> None:
    admit_hoa(desk)
    with pytest.raises(BadValue):
        staff.assign(desk, login, name, roles)
    assert _roles(desk, "hoa") == set(BOTH)
