"""A damaged register: named whatever is broken, never a traceback, its file left as it is, found by check."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onestop_desk.domain.errors import DeskError
from onestop_desk.models.fault import DatabaseDamaged, DatabaseForeign, EventUnreadable
from onestop_desk.services import lookup
from onestop_desk.services.desk import REGISTER, Desk, open_desk
from onestop_desk.services.intake import accept
from onestop_desk.services.upkeep import check, rebuild
from onestop_desk.ui.refusal import sentence
from tests.desks import SettableClock, alter, an_application, an_owner, open_new_desk

PAGE = 8192


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the closed folder of a desk with forty dossiers; tests work on its register's bytes."""
    desk = open_new_desk(tmp_path_factory.mktemp("damaged") / "data")
    for number in range(40):
        accept(desk, an_application(f"f{number}", owner=an_owner(name=f"Trần Thị Mẫu {number}")))
    desk.close()
    return desk.folder


@pytest.fixture
def bytes_of(closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bytearray]:
    """Give the register's bytes to be changed; afterwards they are as before, and so is the machine's memory."""
    content = (closed / REGISTER).read_bytes()
    shutil.copytree(_state(), tmp_path / "state")
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    yield bytearray(content)
    for rest in closed.glob(f"{REGISTER}*"):
        rest.unlink()
    (closed / REGISTER).write_bytes(content)


def _state() -> Path:
    from onestop_desk import paths

    return paths.state_folder()


def _spoil(content: bytearray, seed: int, first: int, end: int, count: int = 200) -> None:
    chance = random.Random(seed)
    for place in chance.choices(range(first, end), k=count):
        content[place] = chance.randrange(256)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("where", ["anywhere", "first pages", "header"])
def test_no_damage_is_met_with_a_traceback(closed: Path, bytes_of: bytearray, where: str, seed: int) -> None:
    end = {"anywhere": len(bytes_of), "first pages": 4 * PAGE, "header": 100}[where]
    _spoil(bytes_of, seed, 16, end)
    with _opened(closed, bytes_of) as desk:
        if desk is None:
            return
        named = [_named(lambda: accept(desk, an_application("new"))), _named(lambda: lookup.find(desk, "tran thi"))]
        assert check(desk).findings or (where != "anywhere" and _is_whole(desk, 41))
        named.append(_named(lambda: rebuild(desk)))
        assert set(named) <= {None, DatabaseDamaged, EventUnreadable}


@contextmanager
def _opened(folder: Path, content: bytes | bytearray) -> Iterator[Desk | None]:
    """Open a folder with these bytes as its register; None when they were refused by name and left alone."""
    (folder / REGISTER).write_bytes(content)
    try:
        desk = open_desk(folder, SettableClock())
    except DeskError as refused:
        assert isinstance(refused, DatabaseDamaged | DatabaseForeign | EventUnreadable)
        assert sentence(refused).safe == "Tệp dữ liệu không bị thay đổi."
        assert (folder / REGISTER).read_bytes() == content
        yield None
        return
    try:
        yield desk
    finally:
        desk.close()


def _is_whole(desk: Desk, dossiers: int) -> bool:
    """Tell whether only bytes that mean nothing were hit: unused room of pages, counters of the header."""
    return check(desk).dossiers == dossiers == lookup.count(desk, "tran thi mau") + (dossiers - 40)


def _named(work: Callable[[], object]) -> type[DeskError] | None:
    try:
        work()
    except DeskError as error:
        return type(error)
    return None


@pytest.mark.parametrize("kept", [0, 50, 100, PAGE - 1, PAGE, 5 * PAGE, -PAGE, -1])
def test_a_file_cut_short_is_named_or_found(closed: Path, bytes_of: bytearray, kept: int) -> None:
    with _opened(closed, bytes_of[:kept]) as desk:
        assert desk is None or check(desk).findings or _is_whole(desk, 40)


@pytest.mark.parametrize("rest", ["-wal", "-shm"])
def test_rubbish_beside_the_register_does_not_stop_it(closed: Path, bytes_of: bytearray, rest: str) -> None:
    (closed / f"{REGISTER}{rest}").write_bytes(random.Random(7).randbytes(40_000))
    with _opened(closed, bytes_of) as desk:
        assert desk is not None
        assert accept(desk, an_application("beside")).code.endswith("2041")
        assert check(desk).findings == ()


@pytest.fixture
def five(desk: Desk) -> Desk:
    for number in range(5):
        accept(desk, an_application(f"f{number}"))
    return desk


FOREIGN_VALUES = [
    *("at='x'", "at=9000000000000000000", "stream='abc'", "stream=x'00'", "seq=-1", "seq='x'", "version=99999999"),
    *("version='x'", "kind=x'00'", "kind='zzz'", "kind='range_granted'", "subject=x'ff'", "hash='t'", "payload='[]'"),
    *("payload=x'5b5d'", "payload=x'00'", "subject=CAST(x'ff' AS TEXT)", "payload=CAST(x'ff' AS TEXT)"),
]


@pytest.mark.parametrize("change", FOREIGN_VALUES)
def test_a_value_of_another_kind_in_the_log_is_found(five: Desk, change: str) -> None:
    alter(five, f"UPDATE event SET {change} WHERE id=6")
    assert {finding.kind for finding in check(five).findings} <= {"altered", "gap", "file"}
    assert check(five).findings


@pytest.mark.parametrize(
    "change",
    ["day='x'", "received_at='x'", "stage='x'", "owner_birth='31021985'", "serial=x'00'", "due_at=9000000000000000000"],
)
def test_a_value_of_another_kind_in_a_projection_is_found_and_made_anew(five: Desk, change: str) -> None:
    alter(five, f"UPDATE dossier SET {change} WHERE id=6")
    assert {finding.kind for finding in check(five).findings} == {"projection"}
    rebuild(five)
    assert check(five).findings == ()


@pytest.mark.parametrize(("table", "column"), [("event", "payload"), ("dossier", "code"), ("serial_counter", "last")])
def test_a_column_that_is_gone_is_damage(five: Desk, table: str, column: str) -> None:
    alter(five, f"ALTER TABLE {table} RENAME COLUMN {column} TO gone")
    with pytest.raises(DatabaseDamaged):
        accept(five, an_application("after"))
    assert {finding.kind for finding in check(five).findings} <= {"file"}


def test_a_register_that_lacks_its_own_facts_is_damage_at_the_door(five: Desk) -> None:
    alter(five, "ALTER TABLE local_fact RENAME COLUMN value TO gone")
    five.close()
    with pytest.raises(DatabaseDamaged):
        open_desk(five.folder)


@pytest.mark.parametrize("payload", ["x'5b5d'", "x'ff'", "x''", "'{}'", "x'7b7d'"])
def test_an_event_that_cannot_be_read_is_refused_by_its_place(five: Desk, payload: str) -> None:
    (uid,) = [line.uid for line in lookup.by_code(five, "H31.20.11-261123-2003")]
    alter(five, f"UPDATE event SET payload = {payload} WHERE subject = x'01{uid}'")
    with pytest.raises(EventUnreadable) as refused:
        lookup.dossier_card(five, uid)
    assert refused.value.stream == five.stream
    assert "không đọc được" in sentence(refused.value).what
    assert {finding.kind for finding in check(five).findings} == {"altered"}


def test_a_finding_names_a_place_and_nobody(five: Desk) -> None:
    alter(five, "UPDATE event SET at = at + 1 WHERE id=6")
    alter(five, "UPDATE dossier SET owner_name = 'Hồ Thị Kín'")
    assert "Mẫu" not in str(check(five).findings)
    assert "Kín" not in str(check(five).findings)
