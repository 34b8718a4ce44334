"""Which pages a clerk's window has: their order, names, keys and where they are made."""

from collections.abc import Collection

from onestop_desk.domain.office import Role
from onestop_desk.services.desk import Desk
from onestop_desk.ui.pages import PageSpec, lazily
from onestop_desk.ui.print_room import PrintRoom
from onestop_desk.ui.sync.keeper import SyncKeeper
from onestop_desk.ui.translation import translate

_UI = "onestop_desk.ui"


def page_list(desk: Desk, room: PrintRoom, keeper: SyncKeeper, roles: Collection[Role]) -> tuple[PageSpec, ...]:
    """Return the pages of a clerk with these roles, in the order of the navigation."""
    sync = lazily(f"{_UI}.sync.page", "SyncPage", desk, keeper)
    pages = [*_daily(desk, room), *_law(desk), PageSpec("sync", translate("Pages", "Đồng bộ"), "", "sync", sync)]
    if Role.ADMIN in roles:
        pages += _administration(desk, room, keeper)
    return tuple(pages)


def _daily(desk: Desk, room: PrintRoom) -> list[PageSpec]:
    intake = lazily(f"{_UI}.intake.page", "make_page", desk)
    release = lazily(f"{_UI}.release.page", "ReleasePage", desk, room)
    return [
        PageSpec("intake", translate("Pages", "Tiếp nhận"), "F2", "intake", intake),
        PageSpec(
            *("online", translate("Pages", "Trực tuyến"), "", "export"),
            lazily(f"{_UI}.online.page", "OnlinePage", desk),
        ),
        PageSpec("release", translate("Pages", "Trả kết quả"), "F4", "return", release),
        PageSpec(
            *("hand_over", translate("Pages", "Bàn giao"), "F6", "handover"),
            lazily(f"{_UI}.hand_over.page", "HandOverPage", desk, room),
        ),
        PageSpec("list", translate("Pages", "Danh sách"), "F7", "list", lazily(f"{_UI}.list.page", "ListPage", desk)),
        PageSpec(
            *("supplement", translate("Pages", "Bổ sung"), "F8", "supplement"),
            lazily(f"{_UI}.supplement.page", "SupplementPage", desk, room),
        ),
        PageSpec(
            *("search", translate("Pages", "Tìm"), "Ctrl+K", "search"),
            lazily(f"{_UI}.search.page", "SearchPage", desk),
            also="F3",
        ),
        PageSpec(
            *("figures", translate("Pages", "Báo cáo"), "F9", "report"),
            lazily(f"{_UI}.figures.page", "FiguresPage", desk),
        ),
        PageSpec(
            *("unprinted", translate("Pages", "Chưa ra giấy"), "", "printer"),
            lazily(f"{_UI}.unprinted.page", "UnprintedPage", desk, room),
        ),
        PageSpec(
            *("books", translate("Pages", "Sổ sách"), "", "folder"),
            lazily(f"{_UI}.books.page", "BooksPage", desk, room),
        ),
    ]


def _law(desk: Desk) -> list[PageSpec]:
    catalogue = lazily(f"{_UI}.catalogue.page", "CataloguePage", desk)
    calendar = lazily(f"{_UI}.calendar.page", "CalendarPage", desk)
    return [
        PageSpec("catalogue", translate("Pages", "Danh mục"), "", "catalogue", catalogue),
        PageSpec("calendar", translate("Pages", "Lịch làm việc"), "", "calendar", calendar),
    ]


def _administration(desk: Desk, room: PrintRoom, keeper: SyncKeeper) -> list[PageSpec]:
    people = lazily(f"{_UI}.people.page", "PeoplePage", desk)
    settings = lazily(f"{_UI}.settings.page", "SettingsPage", desk, room, keeper)
    return [
        PageSpec("people", translate("Pages", "Nhân sự"), "", "people", people),
        PageSpec("settings", translate("Pages", "Thiết lập"), "", "settings", settings),
    ]
