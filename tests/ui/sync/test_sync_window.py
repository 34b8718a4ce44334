"""Sync in the real window: a sentence at its foot, F5, the conflict card, and a close that waits for no line."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from onestop_desk.domain.chain import GENESIS
from onestop_desk.domain.events import HandedOver, Withdrawn
from onestop_desk.models.fault import DiskFull
from onestop_desk.services import lookup, syncing
from onestop_desk.services.choices import choose
from onestop_desk.services.conflict import conflicts
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.sync import install
from onestop_desk.sync.wire import WireEvent
from tests.desks import a_procedure, an_application
from tests.sync.chains import STREAM, hash_of
from tests.ui.legibility import nameless, untabbable, wait_legible
from tests.ui.program.running import Running
from tests.ui.sync.conftest import AGENCY, Office

FREE = a_procedure(fees=())


def speak(running: Running) -> None:
    """Let a round begin now, as F5 does, and wait until it is over."""
    sync = running.workplace.sync
    running.wait(lambda: not sync.is_speaking())
    with running.qtbot.waitSignal(sync.ended, timeout=20_000):
        sync.speak()
    running.wait(sync.is_idle)
    running.settle()


def foot(running: Running) -> str:
    return str(running.window.status.sync.text())


def test_f5_speaks_at_once(office: Office) -> None:
    one = office.counter(1)
    running = one.workplace.sync
    one.wait(lambda: not running.is_speaking())
    with one.qtbot.waitActive(one.window):
        one.window.activateWindow()
    with one.qtbot.waitSignal(running.ended, timeout=20_000):
        one.qtbot.keyClick(one.window, Qt.Key.Key_F5)
    one.wait(running.is_idle)
    one.settle()
    assert foot(one).startswith("Đã đồng bộ ")


def test_what_one_counter_registers_the_other_one_finds(office: Office) -> None:
    one, two = office.counter(1), office.counter(2)
    made = accept(one.workplace.desk, an_application(procedure=FREE))
    speak(one)
    speak(two)
    assert foot(one).startswith("Đã đồng bộ ")
    (line,) = lookup.by_code(two.workplace.desk, made.code)
    assert line.owner_name == "Nguyễn Văn Mẫu"


def test_a_line_that_is_down_is_said_and_the_next_try_is_planned(office: Office) -> None:
    one = office.counter(1)
    speak(one)
    desk = one.workplace.desk
    there = desk.settings.centre_url
    choose(desk, {"centre_url": there.replace(office.database.cluster.socket, "/nowhere")})
    accept(desk, an_application(procedure=FREE))
    speak(one)
    assert foot(one).startswith("Mất mạng từ ")
    choose(desk, {"centre_url": there})
    speak(one)
    assert foot(one).startswith("Đã đồng bộ ")


def _broken(*_: object, **__: object) -> None:
    raise OverflowError("date value out of range")


def _no_room(*_: object, **__: object) -> None:
    raise DiskFull("/data", 0)


@pytest.mark.parametrize(
    ("where", "what", "said", "code"),
    [
        ("_exchanged", _broken, "Lượt đồng bộ gặp lỗi ngoài dự kiến", "SYNC-BUG"),
        ("_keep_outcome", _no_room, "", "DB-FULL"),
        ("_keep_outcome", _broken, "Lượt đồng bộ gặp lỗi ngoài dự kiến", "SYNC-BUG"),
    ],
)
def test_after_an_unexpected_error_it_is_said_and_the_next_round_is_planned(
    office: Office, where: str, what: Callable[..., None], said: str, code: str
) -> None:
    one = office.counter(1)
    one.window.show_page("sync")
    speak(one)
    keeper = one.workplace.sync
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syncing, where, what)
        accept(one.workplace.desk, an_application(procedure=FREE))
        for _ in range(2):
            speak(one)
        assert not keeper.is_speaking()
        assert keeper._timer.isActive(), "the next try is planned"
        assert foot(one).startswith("Đồng bộ lỗi trên máy này từ ")
        assert code in foot(one)
        assert said in one.find("sync_trouble").text() != ""
        strips = [strip for strip in one.strips() if "Lượt đồng bộ" in strip]
        assert len(strips) == bool(said), "said once, not at every try"
    made = accept(one.workplace.desk, an_application("form-2", procedure=FREE))
    speak(one)
    assert foot(one).startswith("Đã đồng bộ "), "F5 speaks again"
    assert office.database.run("SELECT count(*) FROM sy.event WHERE kind = 'received'") == [(2,)], made.code
    assert one.find("sync_trouble").text() == ""


def test_a_round_whose_time_was_up_is_followed_by_another_soon(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    one = office.counter(1)
    speak(one)
    desk, keeper, planned = one.workplace.desk, one.workplace.sync, list[tuple[bool, int]]()
    for n in range(5):
        accept(desk, an_application(f"form-{n}", procedure=FREE))
    monkeypatch.setattr(syncing, "MOST_EVENTS", 3)
    monkeypatch.setattr(syncing, "ROUND_S", -1)
    keeper.ended.connect(lambda outcome: planned.append((outcome.is_cut, keeper._timer.interval())))
    keeper.speak()
    one.wait(lambda: planned)
    assert planned == [(True, 1_500)], "in a second and a half, not in a minute"
    one.wait(lambda: syncing.unsent(desk) == 0)


def test_a_desk_without_a_centre_says_so_and_f5_explains(office: Office) -> None:
    one = office.counter(1, connected=False)
    one.wait(lambda: foot(one) == "Chưa nối trung tâm")
    with one.qtbot.waitActive(one.window):
        one.window.activateWindow()
    one.qtbot.keyClick(one.window, Qt.Key.Key_F5)
    assert one.strips()[0] == "Quầy này chưa nối với trung tâm nào."


def test_a_revoked_station_reads_what_to_do_on_the_page(office: Office) -> None:
    one = office.counter(1)
    speak(one)
    install.revoke(office.database.owner_url, "quay-1")
    one.window.show_page("sync")
    speak(one)
    assert "cần xử lý" in foot(one)
    assert "Báo quản trị trung tâm" in one.find("sync_trouble").text()


def test_a_conflict_is_a_card_with_both_sides_and_closed_by_a_supervisor(office: Office) -> None:
    one, two = office.counter(1), office.counter(2)
    uid = accept(one.workplace.desk, an_application(procedure=FREE)).uid
    speak(one)
    speak(two)
    take_step(one.workplace.desk, uid, Withdrawn(office.clock(), "không cần nữa"))
    take_step(two.workplace.desk, uid, HandedOver(office.clock(), "Tư pháp"))
    speak(one)
    speak(two)
    two.window.show_page("sync")
    page = two.window.page("sync")
    two.wait(page.cards)
    (card,) = page.cards()
    told = " ".join(label.text() for label in card.findChildren(type(two.find("sync_said"))))
    assert "Rút hồ sơ" in told
    assert "Bàn giao" in told
    assert "quầy 1" in told
    assert "quầy 2" in told
    two.find("conflict_stands").click()
    two.settle()
    assert page.cards()[0].reason.problem() == "Việc này phải ghi lý do."
    two.find("conflict_reason").setText("đã gọi hỏi, người nộp xin rút thật")
    two.find("conflict_stands").click()
    two.wait(lambda: not page.cards())
    speak(two)
    speak(one)
    assert conflicts(one.workplace.desk) == ()


@pytest.mark.parametrize("scale", [100, 175])
def test_the_page_can_be_read_and_reached(office: Office, scale: int) -> None:
    from onestop_desk.ui import theme

    one = office.counter(1)
    one.window.show_page("sync")
    one.settle()
    one.window.set_look(theme.Look(scale=scale))
    one.window.resize(1024, 640)
    page = one.window.page("sync")
    wait_legible(one.qtbot, page)
    assert nameless(page) == []
    assert untabbable(page) == []


def test_another_clerk_at_the_same_counter_is_synced_too(office: Office) -> None:
    one = office.counter(1)
    speak(one)
    one.window.show_page("account")
    one.settle()
    one.find("sign_out").click()
    one.wait_page("sign_in_page")
    one.begin_work()
    made = accept(one.workplace.desk, an_application(procedure=FREE))
    speak(one)
    found = office.database.run("SELECT count(*) FROM sy.event WHERE kind = 'received'")
    assert found == [(1,)], made.code


def test_closing_does_not_wait_for_a_silent_line(office: Office) -> None:
    from tests.sync.silent import SilentCentre

    one = office.counter(1)
    with SilentCentre() as silent:
        choose(one.workplace.desk, {"centre_url": f"postgresql://x@127.0.0.1:{silent.port}/d"})
        one.workplace.sync.speak()
        one.wait(lambda: silent.has_caller)
        began = time.monotonic()
        one.program.end()
        assert time.monotonic() - began < 10, "the line would be silent for ever"


def test_what_nobody_can_read_is_told_on_the_page(office: Office) -> None:
    one = office.counter(1)
    event = WireEvent(STREAM, 1, 1_764_000_000_000_000, "noted", 1, "dossier/" + "d" * 32, b"{}", b"")
    with office.database.open("quay-2") as centre:
        fence = centre.open_stream(AGENCY, STREAM, 2, 0).fence
        centre.push(AGENCY, STREAM, fence, [replace(event, hash=hash_of(event, GENESIS))])
    speak(one)
    one.window.show_page("sync")
    one.settle()
    told = one.find("sync_parked")
    one.wait(told.isVisible)
    assert told.text().startswith("1 việc nhận về không đọc được: giữ nguyên trong sổ")
    assert foot(one).startswith("Đã đồng bộ ")
