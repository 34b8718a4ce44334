"""Which pages a clerk's window has: their order, names, keys and where they are made."""

from typing import TYPE_CHECKING

from onestop_desk.domain.office import Role
from onestop_desk.services.desk import Desk
from onestop_desk.ui.front.work import SignedIn
from onestop_desk.ui.pages import PageSpec, lazily
from onestop_desk.ui.translation import translate

if TYPE_CHECKING:
    from onestop_desk.ui.workplace import Workplace


def page_list(desk: Desk, person: SignedIn, workplace: "Workplace") -> tuple[PageSpec, ...]:
    """Return the pages; those of the administrator only for an administrator."""
    account = PageSpec("account", translate("Pages", "Tài khoản"), "", "person_card", workplace.make_account)
    return (account,)


def _page(key: str, title: str, shortcut: str, icon: str, desk: Desk) -> PageSpec:
    return PageSpec(key, title, shortcut, icon, lazily(f"onestop_desk.ui.{key}.page", "make_page", desk))
