"""What stands beside the register on the sync page: work that only this desk still has, dossiers that share a code."""

from onestop_desk.services import lookup
from onestop_desk.services.intake import accept
from onestop_desk.services.syncing import run_round
from onestop_desk.sync import install
from tests.desks import a_procedure, an_application, open_new_desk
from tests.ui.legibility import nameless, untabbable, wait_legible
from tests.ui.program.running import Running
from tests.ui.sync.conftest import AGENCY, Office
from tests.ui.sync.test_sync_window import foot, speak

FREE = a_procedure(fees=())


def _go_to(running: Running, office: Office, centre: str) -> None:
    from onestop_desk.services.choices import choose

    desk = running.workplace.desk
    choose(desk, {"centre_url": desk.settings.centre_url.replace(f"/{office.database.name}?", f"/{centre}?")})


def test_what_only_this_desk_has_is_listed_and_sent_by_a_supervisor(office: Office) -> None:
    one, two = office.counter(1), office.counter(2)
    for _ in range(2):
        speak(one)
        speak(two)
    older = office.database.backed_up()
    made = accept(one.workplace.desk, an_application(procedure=FREE))
    speak(one)
    speak(two)
    install.rotate_epoch(older.owner_url)
    _go_to(two, office, older.name)
    two.window.show_page("sync")
    assert not two.find("lost_card").isVisible()
    speak(two)
    two.wait(lambda: two.find("lost_card").isVisible())
    assert two.find("lost_works").text() == f"Quầy 1: 1 việc. Hồ sơ: {made.code}"
    assert foot(two) == "1 việc của máy khác chỉ còn ở máy này, cần xử lý"
    page = two.window.page("sync")
    wait_legible(two.qtbot, page)
    assert nameless(page) == []
    assert untabbable(page) == []
    two.find("lost_send").click()
    two.wait(lambda: not two.find("lost_card").isVisible())
    assert "1 việc đã vào sổ và sẽ gửi ở lượt tới." in two.strips()
    speak(two)
    assert older.run(f"SELECT count(*) FROM sy.event WHERE subject = 'dossier/{made.uid}'") == [(1,)]
    assert [line.uid for line in lookup.by_code(two.workplace.desk, made.code)] == [made.uid]
    older.drop()


def test_two_dossiers_with_one_code_are_shown(office: Office) -> None:
    one, two = office.counter(1), office.counter(2)
    first = accept(one.workplace.desk, an_application("một", procedure=FREE))
    two.window.show_page("sync")
    speak(one)
    speak(two)
    assert not two.find("twins_card").isVisible()
    install.revoke(office.database.owner_url, "quay-1")
    office.database.add("quay-1 moi", AGENCY)
    folder = office.folder / "heir"
    heir = open_new_desk(folder, 1, office.clock)
    second = accept(heir, an_application("hai", procedure=FREE))
    with office.database.open("quay-1 moi") as centre:
        run_round(heir, centre)
    heir.close()
    assert first.code == second.code
    speak(two)
    two.wait(lambda: two.find("twins_card").isVisible())
    told = two.find("twin_codes").text()
    assert told.startswith(f"{first.code}: ")
    assert len(told.split("; ")) == 2
    wait_legible(two.qtbot, two.window.page("sync"))
