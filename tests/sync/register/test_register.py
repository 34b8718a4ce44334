"""The centre as a register: dossiers of all agencies counted once, handed from commune to province and back, by a
worker that may be killed and doubled."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from onestop_desk.__main__ import main
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.events import Finished, HandedOver, Noted, ReceiverKind, Returned, TakenOver
from onestop_desk.domain.office import ClerkWord, Office
from onestop_desk.services import centre_register, lookup
from onestop_desk.services.opening import SetUp, set_up
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.sync.line import Line
from tests.desks import SettableClock, a_procedure, an_owner, events_of
from tests.sync.postgres import CentreDatabase
from tests.sync.station.stations import Station

COMMUNE, PROVINCE = "H31.20.11", "H31"
FREE = a_procedure(fees=())


def station(folder: Path, database: CentreDatabase, agency: str, clock: SettableClock) -> Station:
    """Set up one station of an agency."""
    database.add(agency, agency)
    desk = set_up(folder / agency, SetUp(Office(agency, f"Cơ quan {agency}", "Bộ phận", "Mẫu"), 1), clock)
    desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    return Station(agency, 1, folder / agency, database, clock, desk)


@pytest.fixture
def pair(
    tmp_path: Path, database: CentreDatabase, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Station, Station]]:
    """Give a commune's station and the province's."""
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    made = station(tmp_path, database, COMMUNE, clock), station(tmp_path, database, PROVINCE, clock)
    yield made
    for one in made:
        one.desk.close()


@pytest.fixture
def worker(database: CentreDatabase) -> Iterator[Line]:
    """Give the fold worker's line."""
    database.add("router", is_router=True)
    line = centre_register.open_register(database.url_of("router"))
    yield line
    line.close()


def test_a_dossier_goes_to_the_province_and_its_result_comes_back(pair: tuple[Station, Station], worker: Line) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE, owner=an_owner(name="Trần Thị Bưởi"))
    take_step(commune.desk, made.uid, HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
    commune.round()
    assert centre_register.fold_once(worker).copies == 1
    province.round()
    (line,) = lookup.by_code(province.desk, made.code)
    assert line.owner_name == "Trần Thị Bưởi", "the content came with the hand-over"
    take_step(province.desk, made.uid, TakenOver(province.clock(), "Phòng chuyên môn"))
    take_step(province.desk, made.uid, Finished(province.clock(), ("Giấy phép",)))
    province.round()
    assert centre_register.fold_once(worker).copies == 2
    commune.round()
    state = dossier_entries(commune.desk, made.uid)[0]
    assert (state.stage, state.results) == (Stage.FINISHED, ("Giấy phép",))
    take_step(commune.desk, made.uid, Returned(commune.clock()))
    commune.round()
    centre_register.fold_once(worker)
    province.round()
    assert dossier_entries(province.desk, made.uid)[0].stage is Stage.RETURNED
    (found,) = centre_register.find(worker, "buoi")
    assert (found.code, found.agency, found.stage) == (made.code, COMMUNE, Stage.RETURNED), (
        "counted once, at its origin"
    )
    assert commune.is_sound()
    assert province.is_sound()


def test_what_was_never_handed_over_stays_with_its_agency(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase
) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE)
    take_step(commune.desk, made.uid, HandedOver(commune.clock(), "Tư pháp"))
    commune.round()
    assert centre_register.fold_once(worker).copies == 0
    province.round()
    assert lookup.by_code(province.desk, made.code) == ()
    with psycopg.connect(database.url_of(PROVINCE), autocommit=True) as connection:
        for table in ("dossier", "party", "router_stream"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"SELECT * FROM rg.{table}".encode())


def test_a_worker_that_is_killed_in_the_middle_copies_nothing_twice(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE)
    take_step(commune.desk, made.uid, HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
    commune.round()
    dying = centre_register.open_register(database.url_of("router"))
    with monkeypatch.context() as patched:
        patched.setattr(centre_register, "_refold", _die)
        with pytest.raises(ZeroDivisionError):
            centre_register.fold_once(dying)
    dying.close()
    assert centre_register.fold_once(worker).copies == 1
    take_step(commune.desk, made.uid, Noted(commune.clock(), "gọi lại"))
    commune.round()
    assert centre_register.fold_once(worker).copies == 1
    province.round()
    kinds = [event.kind for event in events_of(province.desk, made.uid)]
    assert kinds == ["handed_over", "noted"]
    assert province.is_sound()


def test_two_workers_share_the_work_and_do_no_harm(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase
) -> None:
    commune, province = pair
    uids = [commune.accept(procedure=FREE, owner=an_owner(name=f"Lê Thị {n}")).uid for n in "ABCDEFGH"]
    for uid in uids:
        take_step(commune.desk, uid, HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
    commune.round()
    other = centre_register.open_register(database.url_of("router"))
    done: list[int] = []
    threads = [
        threading.Thread(target=lambda line=line: done.append(centre_register.fold_once(line).copies))
        for line in (worker, other)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    centre_register.fold_once(worker)
    assert sum(done) == len(uids)
    province.round()
    assert len(lookup.find(province.desk, "le thi", limit=50).rows) == len(uids)
    assert len(centre_register.find(worker, "le thi", limit=50)) == len(uids)


@pytest.mark.parametrize("words", ["'", "a | b", "x:*", "!", "(", "\\", "\\' OR 1=1", "bưởi & !a", "*"])
def test_nothing_typed_is_ever_syntax(worker: Line, words: str) -> None:
    assert centre_register.find(worker, words) == ()


def test_the_register_folds_as_the_desks_do(pair: tuple[Station, Station], worker: Line) -> None:
    commune, _ = pair
    made = commune.accept(procedure=FREE)
    commune.round()
    centre_register.fold_once(worker)
    ours = next(row for row in commune.projections()["dossier"] if row["uid"] == made.uid)
    names = [name for name in ours if name not in ("received_at", "due_at", "measured_due_at")]
    theirs = worker.execute(f"SELECT {', '.join(names)} FROM rg.dossier".encode()).fetchone()
    assert theirs == tuple(ours[name] for name in names)


def test_the_command_line_folds_and_finds(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    made = pair[0].accept(procedure=FREE)
    pair[0].round()
    url = database.url_of("router")
    assert main(["centre", "fold", "--url", url]) == 0
    assert main(["centre", "fold", "--url", url, "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"events": 0, "copies": 0}
    assert main(["centre", "find", "mau", "--url", url, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["code"] == made.code
    assert main(["centre", "fold", "--url", database.url_of(COMMUNE)]) == 1, "a counter's login folds nothing"
    assert "không cho máy này vào" in capsys.readouterr().err


def _die(*_: object) -> None:
    raise ZeroDivisionError
