"""Whatever is typed, pasted or scanned into any field: kept clean, found, proved, printed and exported literally."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from argon2 import PasswordHasher

from onestop_desk.documents.lettering import literal, missing_glyphs
from onestop_desk.domain.application import Party
from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.office import Role
from onestop_desk.domain.text import clean, clean_lines, fold
from onestop_desk.reports.workbook import write_text_rows
from onestop_desk.services import lookup, paperwork, staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import describe_office, free_extra, grant_range
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.upkeep import check, rebuild
from tests.desks import OFFICE, admit_hoa, an_application, an_owner, open_new_desk
from tests.documents.pictures import bare, text
from tests.faults.odd import ODD, odd_application

names = pytest.mark.parametrize("name", ODD)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give a desk that many tests of this file use one after the other."""
    desk = open_new_desk(tmp_path_factory.mktemp("used") / "data")
    yield desk
    assert check(desk).findings == ()
    desk.close()


class Filled:
    """A register with one dossier for each odd text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.uids = {name: accept(desk, odd_application(name)).uid for name in ODD}

    def state(self, name: str) -> DossierState:
        return dossier_entries(self.desk, self.uids[name])[0]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    desk = open_new_desk(tmp_path_factory.mktemp("odd") / "data")
    yield Filled(desk)
    desk.close()


@names
def test_every_text_of_a_dossier_is_kept_clean(filled: Filled, name: str) -> None:
    state, odd = filled.state(name), ODD[name]
    owner, received = state.owner, state.received
    assert received is not None
    assert received.submitter is not None
    (paper,) = state.papers
    kept = [owner.name, owner.phone, owner.email, owner.address, received.submitter.name, paper.name, paper.doubt]
    kept += [received.return_address, received.charge.exempt_reason, received.procedure.name, received.procedure.field]
    plain = [odd, odd, f"{odd}@x", f"Thôn {odd}", f"Người nộp {odd}", f"Giấy {odd}", f"ngờ {odd}"]
    plain += [f"Nơi nhận {odd}", f"miễn {odd}", f"Thủ tục {odd}", f"Lĩnh vực {odd}"]
    assert kept == [clean(text) for text in plain]
    assert received.note == clean_lines(f"Ghi chú {odd}")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("stroke", "Đặng Đức"),
        ("decomposed", "Nguyễn Thị Hòa"),
        ("bell", "chuông và [31m"),
        ("nul", "nửachừng"),
        ("surrogate", "nửachữ"),
        ("bidi", "đảo gnort"),
        ("zero_width", "Nguyễn"),
        ("lines", "dòng một dòng hai ba"),
        ("spaces", "trước sau"),
        ("plus", "+84912345678"),
        ("brother", "K’Brơi"),
    ],
)
def test_a_name_is_kept_as_a_person_would_write_it(filled: Filled, name: str, kept: str) -> None:
    assert filled.state(name).owner.name == kept


def test_no_control_bidi_or_invisible_character_is_in_the_log(filled: Filled) -> None:
    with filled.desk.reading() as connection:
        payloads = [row[0] for row in connection.exec_driver_sql("SELECT payload FROM event")]
    for text_ in [each for payload in payloads for each in _texts(json.loads(payload))]:
        assert all(line == clean(line) for line in text_.split("\n"))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _texts(inner)


@names
def test_what_was_typed_finds_its_dossier_and_is_never_syntax(filled: Filled, name: str) -> None:
    found = {line.uid for line in lookup.find(filled.desk, ODD[name], 100).rows}
    assert filled.uids[name] in found or not fold(ODD[name])
    lookup.suggest_people(filled.desk, ODD[name])
    lookup.by_number(filled.desk, ODD[name])
    lookup.by_code(filled.desk, ODD[name])


@names
def test_markup_and_odd_letters_stand_on_paper_as_they_are(filled: Filled, name: str) -> None:
    receipt = bare(text(paperwork.draw(filled.desk, filled.uids[name], Sheet(Form.RECEIPT))))
    slip = bare(text(paperwork.draw(filled.desk, filled.uids[name], Sheet(Form.SLIP))))
    label = bare(text(paperwork.draw(filled.desk, filled.uids[name], Sheet(Form.LABEL))))
    owner, paper = _on_paper(ODD[name]), _on_paper(f"Giấy {ODD[name]}")
    assert owner in receipt
    assert owner in slip
    assert owner in label
    assert paper in receipt


def _on_paper(words: str) -> str:
    shown = literal(clean(words))
    return bare("".join("□" if letter in missing_glyphs([letter]) else letter for letter in shown))


def test_the_register_proves_itself_and_is_rebuilt_equal(filled: Filled) -> None:
    before = _rows(filled.desk)
    assert check(filled.desk).findings == ()
    assert rebuild(filled.desk) == len(ODD)
    assert _rows(filled.desk) == before
    assert check(filled.desk).findings == ()


def _rows(desk: Desk) -> list[Any]:
    with desk.reading() as connection:
        return list(connection.exec_driver_sql("SELECT * FROM dossier ORDER BY id"))


def test_exported_cells_are_text(filled: Filled, tmp_path: Path) -> None:
    names = [filled.state(name).owner.name for name in ODD]
    write_text_rows(tmp_path / "list.xlsx", "Danh sách", ["Tên", "Số"], [(name, "034200012345") for name in names])
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    cells = list(sheet.iter_rows(min_row=2))
    assert [row[0].value for row in cells] == names
    assert {cell.data_type for row in cells for cell in row} == {"s"}
    assert {row[1].value for row in cells} == {"034200012345"}


@names
def test_an_office_of_any_name_draws_its_papers(used: Desk, name: str) -> None:
    odd = ODD[name]
    office = replace(OFFICE, name=odd, heading=f"BP {odd}", place=f"Nơi {odd}", phone=f"ĐT {odd}")
    describe_office(used, office)
    accepted = accept(used, an_application(name))
    assert used.office.place == clean(f"Nơi {odd}")
    drawn = bare(text(paperwork.draw(used, accepted.uid, Sheet(Form.RECEIPT))))
    assert _on_paper(clean(odd).upper()) in drawn


@names
def test_a_clerk_of_any_name_signs_what_they_take_in(used: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    admit_hoa(used)
    staff.admit(used, "lan", ODD[name], (Role.RECEPTION,), "matkhau-456")
    staff.sign_in(used, "lan", "matkhau-456")
    uid = accept(used, an_application(f"clerk {name}")).uid
    assert _on_paper(ODD[name]) in bare(text(paperwork.draw(used, uid, Sheet(Form.RECEIPT))))
    with pytest.raises(BadValue):
        staff.admit(used, f"{ODD[name]} {ODD[name]}", "Tên", (Role.RECEPTION,), "matkhau-456")


@names
def test_reasons_are_kept_clean_and_printed(used: Desk, name: str) -> None:
    uid = accept(used, an_application(f"reason {name}")).uid
    printed = paperwork.reprint(used, uid, Form.RECEIPT, ODD[name])
    grant_range(used, free_extra(used, 2), ODD[name])
    assert printed.reason == clean(ODD[name])
    paperwork.draw(used, uid, Sheet(Form.RECEIPT, reprint=printed))


@pytest.mark.parametrize("nothing", ["", " ", "\u00a0", "\n", "\u200b", "\x00", "\ud800"])
def test_a_name_of_nothing_is_refused(used: Desk, nothing: str) -> None:
    with pytest.raises(BadValue) as refused:
        accept(used, an_application("nothing", owner=an_owner(name=nothing)))
    assert (refused.value.field, refused.value.reason) == ("owner.name", "empty")


@pytest.mark.parametrize("damaged", ["NGUY?N V?N ???NG", "Nguyá»…n VÄƒn Máº«u", "Nguy\ufffdn"])
def test_a_damaged_name_is_never_kept_as_verified(used: Desk, damaged: str) -> None:
    uid = accept(used, an_application(damaged, owner=an_owner(name=damaged, verified=True))).uid
    assert not dossier_entries(used, uid)[0].owner.verified


def test_twenty_thousand_characters_in_a_field_are_kept_found_and_printed(desk: Desk) -> None:
    owner: Party = an_owner(name="Nguyễn " * 2857, address="x" * 20_000)
    uid = accept(desk, an_application(owner=owner, note="ghi " * 5_000)).uid
    assert len(dossier_entries(desk, uid)[0].owner.name) == 19_998
    assert [line.uid for line in lookup.find(desk, "nguyen").rows] == [uid]
    assert bare(text(paperwork.draw(desk, uid, Sheet(Form.RECEIPT)))).count("x" * 50)
    assert check(desk).findings == ()
