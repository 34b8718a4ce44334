"""The catalogue: what is published, what the office changed on top, and what the counter finds of it."""

import gzip
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import ProcedureFee, ProcedureLimit, ProcedureStep, RequiredPaper, limit_for
from onestop_desk.domain.errors import BadValue
from onestop_desk.services import intake
from onestop_desk.services.catalogue import (
    ImportReport,
    adapt,
    drop_adaptation,
    entry,
    import_catalogue,
    import_starter,
    procedure,
    restore,
    retire,
)
from onestop_desk.services.catalogue_list import catalogue_lines, find_codes, most_used, procedures, search
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ProcedureNotOffered, ReasonMissing
from onestop_desk.services.lookup import by_code, dossier_card
from onestop_desk.services.opening import adopt_copy
from onestop_desk.services.record import EVENT
from onestop_desk.services.upkeep import check, rebuild
from tests.desks import SettableClock, a_procedure, an_application
from tests.services.catalogues import a_row, write_json

NATIONAL = Path(__file__).parent.parent / "data" / "catalogue-620.json.gz"


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    """Give a desk with the starter catalogue."""
    import_starter(desk)
    return desk


def events(desk: Desk) -> int:
    with desk.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(EVENT)).scalar_one())


def test_all_620_national_procedures_go_in(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "catalogue-620.json"
    path.write_bytes(gzip.decompress(NATIONAL.read_bytes()))
    report = import_catalogue(desk, path)
    assert report == ImportReport(new=620)
    assert len(catalogue_lines(desk)) == len(procedures(desk)) == 620
    assert max(len(one.papers) for one in procedures(desk)) == 111
    assert max(len(one.name) for one in procedures(desk)) == 1094


def test_the_same_file_again_changes_nothing(stocked: Desk) -> None:
    before = events(stocked)
    assert import_starter(stocked) == ImportReport(unchanged=36)
    assert events(stocked) == before


def test_what_changed_in_the_file_is_counted_and_published(desk: Desk, tmp_path: Path) -> None:
    import_catalogue(desk, write_json(tmp_path, a_row(), a_row("1.000002")))
    report = import_catalogue(desk, write_json(tmp_path, a_row(name="Tên mới"), a_row("1.000002"), a_row("1.000003")))
    assert report == ImportReport(new=1, changed=1, unchanged=1)
    assert procedure(desk, "1.000001").name == "Tên mới"


def test_the_starter_has_its_shortened_limits_and_steps(stocked: Desk) -> None:
    lines = {line.code: line for line in catalogue_lines(stocked)}
    land = lines["1.013978"]
    assert (land.limit, land.shortened, land.cut_percent) == ("45 working_day", "27 working_day", 40.0)
    assert [one.shortened for one in land.limits] == ["27 working_day", "20 working_day", "17 working_day"]
    assert lines["1.001193"].limit == "same_day"
    assert lines["1.001193"].fee == 0
    assert any(procedure(stocked, line.code).steps for line in lines.values() if line.on_site_five)


def test_the_offices_own_entry_survives_a_new_publication(desk: Desk, tmp_path: Path) -> None:
    import_catalogue(desk, write_json(tmp_path, a_row()))
    own = adapt(desk, replace(procedure(desk, "1.000001"), limits=(ProcedureLimit(2, Unit.WORKING_DAY, statutory=3),)))
    assert import_catalogue(desk, write_json(tmp_path, a_row())) == ImportReport(unchanged=1)
    assert import_catalogue(desk, write_json(tmp_path, a_row(name="Tên mới"))) == ImportReport(changed=1)
    assert procedure(desk, "1.000001") == own
    drop_adaptation(desk, "1.000001")
    assert procedure(desk, "1.000001").name == "Tên mới"


def test_changing_nothing_writes_nothing(stocked: Desk) -> None:
    before = events(stocked)
    adapt(stocked, procedure(stocked, "1.001193"))
    drop_adaptation(stocked, "1.001193")
    restore(stocked, "1.001193")
    assert events(stocked) == before


def test_a_dossier_keeps_the_procedure_of_its_day(stocked: Desk) -> None:
    before = procedure(stocked, "1.004873")
    accepted = intake.accept(stocked, an_application(procedure=before))
    adapt(stocked, replace(before, name="Tên khác", limits=(ProcedureLimit(1, Unit.WORKING_HOUR),)))
    (line,) = by_code(stocked, accepted.code)
    state = dossier_card(stocked, line.uid).state
    assert state.procedure.name == before.name
    assert state.due_at == accepted.due.due_at


def test_every_part_of_a_procedure_can_be_adapted(stocked: Desk) -> None:
    wanted = replace(
        procedure(stocked, "1.001193"),
        limits=(ProcedureLimit(4, Unit.WORKING_HOUR, Channel.ONLINE, " Có yếu tố  nước ngoài ", 8),),
        fees=(ProcedureFee(12000, Channel.POST),),
        papers=(RequiredPaper("Tờ khai\u200b", 2, 1, required=False),),
        on_site_five=True,
        steps=(ProcedureStep("Thẩm định", 2), ProcedureStep("Đóng dấu", 1)),
    )
    adapt(stocked, wanted)
    own = procedure(stocked, "1.001193")
    assert limit_for(own, Channel.ONLINE, "Có yếu tố nước ngoài").cut_percent == 50
    assert own.papers == (RequiredPaper("Tờ khai", 2, 1, required=False),)
    assert (own.fees, own.steps) == (wanted.fees, wanted.steps)
    assert entry(stocked, "1.001193").published != own


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"name": " \u200b "}, "procedure.name", "empty"),
        ({"field": ""}, "procedure.field", "empty"),
        ({"code": "khai sinh"}, "procedure_code", "shape"),
        ({"limits": (ProcedureLimit(0, Unit.WORKING_DAY),)}, "limit", "range"),
        ({"limits": (ProcedureLimit(5, Unit.WORKING_DAY, statutory=3),)}, "limits.statutory", "below_shortened"),
        ({"limits": (ProcedureLimit(5, Unit.WORKING_DAY), ProcedureLimit(3, Unit.SAME_DAY))}, "limits", "duplicate"),
        ({"limits": (ProcedureLimit(0, Unit.SAME_DAY, statutory=3),)}, "limits.statutory", "number"),
        ({"fees": (ProcedureFee(-1),)}, "fees", "negative"),
        ({"fees": (ProcedureFee(1), ProcedureFee(2))}, "fees", "duplicate"),
        ({"papers": (RequiredPaper("Tờ khai", -1),)}, "papers", "range"),
        ({"papers": (RequiredPaper("Tờ khai", 1000),)}, "papers", "range"),
        ({"papers": (RequiredPaper("  "),)}, "papers", "empty"),
        ({"papers": (RequiredPaper("Tờ khai"),) * 201}, "papers", "too_many"),
        ({"steps": (ProcedureStep("Thẩm định", 0),)}, "steps", "range"),
        ({"steps": (ProcedureStep("Thẩm định", 1),) * 2}, "steps", "duplicate"),
    ],
)
def test_what_cannot_be_is_refused_by_name(desk: Desk, changes: dict[str, object], field: str, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        adapt(desk, a_procedure(**changes))
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert catalogue_lines(desk) == ()


def test_a_retired_procedure_is_offered_no_more_until_it_is_restored(stocked: Desk) -> None:
    retire(stocked, "1.001193", "Bị bãi bỏ")
    with pytest.raises(ProcedureNotOffered):
        procedure(stocked, "1.001193")
    assert search(stocked, "1.001193") == ()
    assert find_codes(stocked, is_offered=False) == ("1.001193",)
    assert import_starter(stocked) == ImportReport(unchanged=36)
    restore(stocked, "1.001193")
    assert procedure(stocked, "1.001193").name == "Thủ tục đăng ký khai sinh"


def test_retiring_asks_why_and_knows_what_it_retires(stocked: Desk) -> None:
    with pytest.raises(ReasonMissing):
        retire(stocked, "1.001193", " ")
    with pytest.raises(ProcedureNotOffered):
        retire(stocked, "9.000000", "Không có")
    with pytest.raises(ProcedureNotOffered):
        entry(stocked, "9.000000")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("ĐĂNG KÝ LẠI khai sinh", "1.004884"),
        ("1.001193", "1.001193"),
        ("004884", "1.004884"),
        ("ket hon", "1.000894"),
        ("kết hôn nước ngoài", "2.000806"),
        ("the can cuoc", "1.014061"),
    ],
)
def test_the_picker_needs_no_accents_and_knows_codes(stocked: Desk, typed: str, first: str) -> None:
    assert search(stocked, typed, 5)[0].code == first


def test_accents_that_are_typed_count(desk: Desk) -> None:
    for code, name in (("1.000001", "Thủ tục dương"), ("1.000002", "Thủ tục đường")):
        adapt(desk, a_procedure(code=code, name=name))
    assert [line.code for line in search(desk, "đường")] == ["1.000002", "1.000001"]
    assert [line.code for line in search(desk, "duong")] == ["1.000001", "1.000002"]


@pytest.mark.parametrize("typed", ["", "  ", "%", "'; DROP TABLE--", "zzz khai sinh", '"', "*", "NEAR("])
def test_the_picker_takes_anything_and_finds_nothing_by_mistake(stocked: Desk, typed: str) -> None:
    assert search(stocked, typed) == ()


def test_the_list_is_in_vietnamese_order_and_can_be_narrowed(stocked: Desk) -> None:
    names = [one.field for one in procedures(stocked)]
    assert names.index("Đất đai") > names.index("Chứng thực")
    assert names.index("Đất đai") < names.index("Giảm nghèo")
    assert len(find_codes(stocked, "chung thuc")) == 7


def test_the_tiles_are_what_this_counter_takes_in(stocked: Desk) -> None:
    assert [line.code for line in most_used(stocked)][:2] == ["1.001193", "1.000656"]
    for number, code in enumerate(("1.010038", "1.010038", "1.002755")):
        intake.accept(stocked, an_application(f"form-{number}", procedure=procedure(stocked, code), papers=()))
    assert [line.code for line in most_used(stocked)][:2] == ["1.010038", "1.002755"]
    retire(stocked, "1.010038", "Bị bãi bỏ")
    assert most_used(stocked)[0].code == "1.002755"
    assert len(most_used(stocked)) == 9


def test_the_tiles_of_another_counter_are_its_own(stocked: Desk, tmp_path: Path, clock: SettableClock) -> None:
    intake.accept(stocked, an_application(procedure=procedure(stocked, "1.010038"), papers=()))
    stocked.close()
    shutil.copytree(stocked.folder, tmp_path / "copy")
    other = adopt_copy(tmp_path / "copy", 3, 0, "Quầy mới", clock)
    assert "1.010038" not in [line.code for line in most_used(other)]
    other.close()


def test_the_channels_of_a_line_are_those_of_its_limits(desk: Desk) -> None:
    online_only = a_procedure(code="1.000001", limits=(ProcedureLimit(1, Unit.SAME_DAY, Channel.ONLINE),))
    adapt(desk, a_procedure(code="1.000001", limits=(replace(online_only.limits[0], value=0),)))
    adapt(desk, a_procedure(code="1.000002", limits=()))
    assert [line.channels for line in catalogue_lines(desk)] == [(Channel.ONLINE,), tuple(Channel)]


def test_the_register_agrees_with_its_log_afterwards(stocked: Desk) -> None:
    adapt(stocked, a_procedure(code="1.001193"))
    drop_adaptation(stocked, "1.001193")
    retire(stocked, "1.000894", "Bị bãi bỏ")
    assert check(stocked).findings == ()
    before = catalogue_lines(stocked)
    rebuild(stocked)
    assert catalogue_lines(stocked) == before
