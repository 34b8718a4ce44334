"""The board: every view holds what it says, counts it, and pages through it in the Vietnamese order."""

from datetime import date, datetime, timedelta

import pytest

from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.events import Finished, PaymentRequested, Returned, SupplementRequested, Withdrawn
from onestop_desk.domain.question import View
from onestop_desk.domain.text import sort_key
from onestop_desk.services import board, hand_over
from onestop_desk.services.board import Listing, Sort
from onestop_desk.services.desk import Desk
from onestop_desk.services.hand_over import Receiver
from onestop_desk.services.intake import accept
from onestop_desk.services.printing import register
from onestop_desk.services.record import record
from tests.desks import SettableClock, an_application, an_owner

NAMES = ("Ân", "An", "Ăn", "Đào", "Dào", "Danh", "Ánh", "Anh", "Ông", "Oanh", "Ưng", "Uyên", "Yến", "Bình")


def _accept(desk: Desk, ref: str, name: str = "Nguyễn Văn Mẫu") -> str:
    return accept(desk, an_application(ref, owner=an_owner(name=name))).uid


def _happens(desk: Desk, uid: str, *events: object) -> None:
    with desk.writing() as writing:
        record(writing, desk, f"dossier/{uid}", *events)


def _uids(desk: Desk, view: View, **listing: object) -> list[str]:
    uids = [line.uid for line in board.page(desk, Listing(view, **listing), 0, 1000)]
    assert board.count(desk, view, str(listing.get("words", ""))) == len(uids)
    return uids


# Received Monday 23/11; Tuesday 24/11 is off: three working days end on Friday 27/11.
@pytest.mark.parametrize(
    ("now", "views"),
    [
        (datetime(2026, 11, 25, 8, tzinfo=VIETNAM), set()),
        (datetime(2026, 11, 26, 8, tzinfo=VIETNAM), {View.DUE_SOON, View.DUE_TOMORROW}),
        (datetime(2026, 11, 27, 7, tzinfo=VIETNAM), {View.DUE_SOON, View.DUE_TODAY}),
        (datetime(2026, 11, 27, 23, 59, tzinfo=VIETNAM), {View.DUE_SOON, View.DUE_TODAY}),
        (datetime(2026, 11, 28, 0, 0, tzinfo=VIETNAM), {View.OVERDUE}),
    ],
)
def test_a_promise_draws_near_is_due_and_is_late(
    desk: Desk, clock: SettableClock, now: datetime, views: set[View]
) -> None:
    uid = _accept(desk, "a")
    clock.now = now
    dated = {View.DUE_SOON, View.DUE_TODAY, View.DUE_TOMORROW, View.OVERDUE}
    assert {view for view in dated if uid in _uids(desk, view)} == views
    (line,) = board.page(desk, Listing(View.ALL), 0, 1)
    assert board.is_late(line, now) == (View.OVERDUE in views)


def test_a_weekend_between_does_not_hide_what_is_due_after_it(desk: Desk, clock: SettableClock) -> None:
    clock.now = datetime(2026, 11, 25, 8, tzinfo=VIETNAM)
    uid = _accept(desk, "a")  # due on Monday 30/11
    clock.now = datetime(2026, 11, 27, 8, tzinfo=VIETNAM)
    assert _uids(desk, View.DUE_SOON) == [uid]


@pytest.mark.parametrize(
    ("event", "view"),
    [
        (SupplementRequested(datetime(2026, 11, 23, 9, tzinfo=VIETNAM), ("x",)), View.SUPPLEMENT),
        (PaymentRequested(datetime(2026, 11, 23, 9, tzinfo=VIETNAM), 1000), View.OPEN),
        (Finished(datetime(2026, 11, 23, 9, tzinfo=VIETNAM)), View.RESULT),
        (Withdrawn(datetime(2026, 11, 23, 9, tzinfo=VIETNAM), "x"), View.WITHDRAWN),
    ],
)
def test_what_waits_for_somebody_else_or_is_done_is_never_late(
    desk: Desk, clock: SettableClock, event: object, view: View
) -> None:
    uid = _accept(desk, "a")
    _happens(desk, uid, event)
    clock.forward(days=30)
    assert _uids(desk, view) == [uid]
    assert _uids(desk, View.OVERDUE) == []
    (line,) = board.page(desk, Listing(View.ALL), 0, 1)
    assert not board.is_late(line, clock())


def test_what_needs_a_person_and_what_is_not_on_paper_show(desk: Desk) -> None:
    doubtful = _accept(desk, "a")
    _happens(desk, doubtful, Returned(desk.clock()))
    unprinted = register(desk, an_application("b")).uid
    assert _uids(desk, View.NEEDS_PERSON) == [doubtful]
    assert _uids(desk, View.UNPRINTED) == [unprinted]


def test_the_figures_of_today_count_this_day_in_vietnam(desk: Desk, clock: SettableClock) -> None:
    late = _accept(desk, "late")
    clock.now = datetime(2026, 11, 30, 0, 0, tzinfo=VIETNAM)
    done = _accept(desk, "done")
    _happens(desk, done, Finished(desk.clock()), Returned(desk.clock()))
    clock.now = datetime(2026, 11, 30, 23, 59, tzinfo=VIETNAM)
    _accept(desk, "open")
    assert board.today(desk) == board.Today(received=2, returned=1, due_soon=0, overdue=1)
    assert _uids(desk, View.OVERDUE) == [late]


@pytest.mark.parametrize("view", [View.OPEN, View.TODAY])
def test_names_stand_in_the_vietnamese_order(desk: Desk, view: View) -> None:
    for number, name in enumerate(NAMES):
        _accept(desk, f"f{number}", f"Lê {name}")
    names = [line.owner_name for line in board.page(desk, Listing(view, Sort.NAME), 0, 100)]
    given = [name.removeprefix("Lê ") for name in names]
    assert given == ["An", "Anh", "Ánh", "Ăn", "Ân", "Bình", "Danh", "Dào", "Đào", "Oanh", "Ông", "Uyên", "Ưng", "Yến"]
    back = [line.owner_name for line in board.page(desk, Listing(view, Sort.NAME_BACK), 0, 100)]
    assert back == names[::-1] == sorted(names, key=sort_key, reverse=True)


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("view", [View.ALL, View.OPEN])
def test_pages_join_without_gap_or_repeat(desk: Desk, view: View, sort: Sort) -> None:
    for number in range(23):
        _accept(desk, f"f{number}")
    pages = [board.page(desk, Listing(view, sort), at, 5) for at in range(0, 25, 5)]
    assert [line for page in pages for line in page] == list(board.page(desk, Listing(view, sort), 0, 100))


@pytest.mark.parametrize("words", ["", "an"])
@pytest.mark.parametrize("sort", [*Sort])
@pytest.mark.parametrize("view", [View.TODAY, View.ALL])
def test_a_dossier_is_found_at_the_row_where_its_page_has_it(desk: Desk, view: View, sort: Sort, words: str) -> None:
    for number, name in enumerate(NAMES):
        _accept(desk, str(number), name)
    uids = _uids(desk, view, sort=sort, words=words)
    assert len(uids) > 3
    listing = Listing(view, sort, words)
    assert [board.place(desk, listing, uid) for uid in uids] == [*range(len(uids))]
    assert board.place(desk, listing, "nobody") is None


def test_dossiers_without_a_promise_stand_last_by_due_moment(desk: Desk, clock: SettableClock) -> None:
    from onestop_desk.domain.catalogue import NO_LIMIT
    from tests.desks import a_procedure

    endless = accept(desk, an_application("a", procedure=a_procedure(limits=(NO_LIMIT,)))).uid
    first = _accept(desk, "b")
    clock.forward(days=7)
    second = _accept(desk, "c")
    assert _uids(desk, View.OPEN, sort=Sort.DUE) == [first, second, endless]


@pytest.mark.parametrize("view", [View.ALL, View.OPEN])
def test_a_list_narrows_by_the_words_of_the_search_box(desk: Desk, clock: SettableClock, view: View) -> None:
    hoa = _accept(desk, "a", "Lê Thị Hòa")
    _accept(desk, "b", "Trần Văn Hùng")
    assert _uids(desk, view, words="hoa") == [hoa]
    assert _uids(desk, view, words="2001") == [hoa]
    assert _uids(desk, view, words="hoa trễ") == []
    clock.now += timedelta(days=20)
    assert _uids(desk, view, words="hoa trễ") == [hoa]
    assert date(2026, 12, 13) == clock.now.date()


def test_my_work_is_what_i_hold_and_is_open(desk: Desk) -> None:
    mine, by_login, way, done, other = (_accept(desk, ref) for ref in ("mine", "login", "way", "done", "other"))
    hand_over.hand_over(desk, Receiver("Nguyễn Thị Hoa"), [mine, done])
    hand_over.hand_over(desk, Receiver("hoa"), [by_login])
    hand_over.hand_over(desk, Receiver("Tư pháp"), [way, other])
    hand_over.take_over(desk, [mine, by_login, done, other])
    _happens(desk, done, Finished(desk.clock()))
    assert _uids(desk, View.MINE) == [by_login, mine]
    assert _uids(desk, View.ON_THE_WAY) == [way]
    assert _uids(desk, View.MINE, words="của tôi") == [by_login, mine]
    assert _uids(desk, View.ALL, words="đang chuyển") == [way]


@pytest.mark.parametrize(
    ("view", "index"),
    [(View.MINE, "ix_dossier_held"), (View.ON_THE_WAY, "ix_dossier_not_returned_stage")],
)
def test_work_lists_stay_on_a_partial_index(desk: Desk, view: View, index: str) -> None:
    from sqlalchemy import event

    asked: list[tuple[str, object]] = []

    def note(_c: object, _k: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    with desk.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        board.count(desk, view)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    with desk.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    assert index in plan[0][3], plan
