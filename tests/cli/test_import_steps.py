"""Importing steps: a whole life from lines, each line once, what cannot be is named by line and field."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import Command, receive, write_lines

CODE = "H31.20.11-200302-2001"


def step(do: str, day: int = 3, **fields: Any) -> dict[str, Any]:
    return {"do": do, "dossier": "r1", "at": f"2020-03-{day:02}T09:00", **fields}


LIFE = (
    receive(),
    step("hand_over", 2, to="Tư pháp", by="Hoa"),
    step("take_over", 2, by="Lan"),
    step("step", 2, name="Thẩm định", by="Lan"),
    step("request_supplement", 2, missing=["Bản sao hộ khẩu"], reason="thiếu", deadline="2020-03-20"),
    step("supplement", 4, papers=[{"name": "Bản sao hộ khẩu", "originals": 0, "copies": 1}]),
    step("request_payment", 4, amount=50_000),
    step("pay", 5, amount=50_000, method="tiền mặt", receipt_series="AA/20E", receipt_number="7"),
    step("correct", 5, field="owner.phone", value="0987654321", reason="đổi số"),
    step("extend", 5, until="2020-03-25", reason="chờ xác minh"),
    step("finish", 6, results=["Giấy xác nhận"]),
    step("notify", 6, by_way="tin nhắn"),
    step(
        "return",
        9,
        receiver={"name": "Lê Văn Mẫu", "id_number": "034200012399", "relation": "con", "paper": "ủy quyền"},
    ),
    step("rate", 9, level=1),
    step("note", 9, text="xong"),
)


def test_a_whole_life_goes_in_and_is_shown(command: Command, tmp_path: Path) -> None:
    ran = command("import", write_lines(tmp_path / "a.jsonl", *LIFE), "--json")
    assert ran.code == 0, ran.out
    shown = command("show", CODE, "--json", "--history").facts
    assert (shown["state"], shown["timeliness"], shown["flags"]) == (10, "before", [])
    assert shown["owner"]["phone"] == "0987654321"
    assert shown["returned_at"] == "2020-03-09T09:00:00+07:00"
    assert shown["due_at"] == "2020-03-25T17:00:00+07:00", "the apology's day, to its closing"
    assert shown["original_due_at"] == "2020-03-10T08:15:00+07:00", "3 days, 2 and 1 of them given back"
    assert [one["kind"] for one in shown["history"]][:3] == ["received", "handed_over", "taken_over"]
    assert [one["by"] for one in shown["history"]][1:4] == ["Hoa", "Lan", "Lan"]
    assert command("check").code == 0


def test_the_same_steps_twice_change_nothing(command: Command, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", *LIFE, *LIFE[1:])
    first = command("import", file, "--json").objects
    before = command("check", "--json").facts
    assert [one["new"] for one in first] == [True] * len(LIFE) + [False] * (len(LIFE) - 1)
    assert {one["new"] for one in command("import", file, "--json").objects} == {False}
    assert command("check", "--json").facts == before


def test_steps_in_files_of_their_own_find_the_dossier_by_code_or_ref(command: Command, tmp_path: Path) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive()))
    by_code = step("finish", dossier="h31.20.11-200302-2001")
    by_ref = step("return", 4, dossier="r1")
    ran = command("import", write_lines(tmp_path / "b.jsonl", by_code, by_ref), "--json")
    assert [one["code"] for one in ran.objects] == [CODE, CODE]
    assert command("show", CODE, "--json").facts["state"] == 10


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (step("finish", dossier=""), "dossier"),
        (step("finish", at=None), "at"),
        (step("finish", at="2020-02-01T08:00"), "at"),
        (step("finish", at="2099-02-01T08:00"), "at"),
        (step("finish", results="Giấy"), "results"),
        (step("hand_over"), "to"),
        (step("step"), "name"),
        (step("request_supplement", missing=[" "]), "missing"),
        (step("request_payment", amount=-5), "amount"),
        (step("request_payment", amount="5"), "amount"),
        (step("extend", until="sometime", reason="x"), "until"),
        (step("correct", field="stage", value="10", reason="x"), "field"),
        (step("correct", field="owner.birth", value="31/02/2000", reason="x"), "owner.birth"),
        (step("note", text="  "), "text"),
    ],
)
def test_what_cannot_be_is_refused_by_field_and_the_rest_goes_on(
    command: Command, tmp_path: Path, line: dict[str, Any], field: str
) -> None:
    ran = command("import", write_lines(tmp_path / "a.jsonl", receive(), line, step("finish", 5)), "--json")
    first, refused, last = ran.objects
    assert ran.code == 1
    assert (first["ok"], refused["ok"], last["ok"]) == (True, False, True)
    assert refused["field"] == field
    assert command("check").code == 0


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (step("return"), "STEP"),
        (step("finish", dossier="nobody"), "DOSSIER"),
        (step("withdraw", reason=" "), "REASON"),
        (step("extend", 25, until="2020-04-25", reason="muộn"), "EXTENSION"),
    ],
)
def test_a_step_that_may_not_follow_is_refused_with_its_reason(
    command: Command, tmp_path: Path, line: dict[str, Any], reason: str
) -> None:
    ran = command("import", write_lines(tmp_path / "a.jsonl", receive(), line), "--json")
    assert ran.objects[1]["reason"] == reason
    assert [one["kind"] for one in command("show", CODE, "--json", "--history").facts["history"]] == ["received"]


def test_a_wrong_procedure_is_put_right_from_the_catalogue(command: Command, tmp_path: Path) -> None:
    right = step("correct", 2, field="procedure", value="1.001193", reason="chọn nhầm")
    assert command("import", write_lines(tmp_path / "a.jsonl", receive(), right)).code == 0
    assert command("show", CODE, "--json").facts["procedure"]["code"] == "1.001193"
    wrong = step("correct", 3, field="procedure", value="9.999999", reason="x")
    assert command("import", write_lines(tmp_path / "b.jsonl", wrong), "--json").facts["reason"] == "PROCEDURE"


def test_steps_of_many_dossiers_interleaved_in_one_chunk(command: Command, tmp_path: Path) -> None:
    lines = [receive(f"r{n}") for n in range(20)]
    lines += [step("finish", dossier=f"r{n}") for n in range(20)] + [
        step("return", 4, dossier=f"r{n}") for n in range(20)
    ]
    ran = command("import", write_lines(tmp_path / "a.jsonl", *lines))
    assert "20 hồ sơ mới và 40 bước" in ran.out
    assert command("check").code == 0
