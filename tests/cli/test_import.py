"""Importing lines: what goes in goes in once, what is refused is named by line and field, the rest goes on."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import OWNER, Command, receive, write_lines


def test_a_line_becomes_a_dossier_with_its_promise(command: Command, tmp_path: Path) -> None:
    ran = command("import", write_lines(tmp_path / "a.jsonl", receive()), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.facts == {
        "line": 1,
        "ok": True,
        "code": "H31.20.11-200302-2001",
        "due_at": "2020-03-05T08:15:00+07:00",
        "new": True,
    }
    facts = command("show", "H31.20.11-200302-2001", "--json").facts
    assert facts["owner"] == {key: value for key, value in OWNER.items() if key != "kind"}
    assert facts["received_at"] == "2020-03-02T08:15:00+07:00"


def test_every_field_of_a_line_arrives(command: Command, tmp_path: Path) -> None:
    line = receive(
        case=None,
        channel="post",
        code="000.00.11.H31-200302-0042",
        submitter={"name": "Trần Thị Hoa", "phone": "+84 912.345.679"},
        papers=[{"name": "Tờ khai", "originals": 2, "copies": 3}],
        sets=2,
        return_by="post",
        return_address="Thôn 2, Xã Mẫu",
        on_site_five=True,
        note="Dòng một\nDòng hai",
    )
    assert command("import", write_lines(tmp_path / "a.jsonl", line)).code == 0
    shown = command("show", "000.00.11.H31-200302-0042", "--json", "--history").facts
    fields = shown["history"][0]["fields"]
    assert (fields["channel"], fields["sets"], fields["return_by"]) == ("post", 2, "post")
    assert fields["submitter"] == {"name": "Trần Thị Hoa", "phone": "0912345679"}
    assert fields["papers"] == [{"name": "Tờ khai", "originals": 2, "copies": 3}]
    assert fields["procedure"]["on_site_five"] is True
    assert fields["note"] == "Dòng một\nDòng hai"
    assert fields["return_address"] == "Thôn 2, Xã Mẫu"


def test_the_same_file_twice_changes_nothing(command: Command, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", receive("a"), receive(None), receive("b", code="H31.20.11-200302-2500"))
    first = command("import", file, "--json").objects
    before = command("check", "--json").facts
    second = command("import", file, "--json").objects
    assert [one["code"] for one in first] == [one["code"] for one in second]
    assert [one["new"] for one in second] == [False] * 3
    assert command("check", "--json").facts == before
    assert "0 hồ sơ mới và 0 bước, 3 dòng đã có" in command("import", file).out


def test_the_same_file_is_known_again_after_a_new_catalogue(command: Command, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", receive())
    command("import", file)
    catalogue = tmp_path / "new.json"
    papers = [{"name": "Giấy tờ mới"}]
    new = {"code": "1.004873", "name": "Tên mới", "field": "Hộ tịch", "papers": papers}
    catalogue.write_text(json.dumps([new | {"limits": [{"value": 9, "unit": "working_day"}]}]), encoding="utf-8")
    assert "thay đổi 1" in command("catalogue", "import", catalogue).out
    (line,) = command("import", file, "--json").objects
    assert (line["ok"], line["new"], line["due_at"]) == (True, False, "2020-03-05T08:15:00+07:00")


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("owner", {"owner": OWNER | {"name": "Người Khác"}}),
        ("received_at", {"received_at": "2020-03-02T08:16"}),
        ("procedure", {"procedure": "1.001193"}),
        ("channel", {"channel": "online"}),
        ("code", {"code": "H31.20.11-200302-2777"}),
        ("submitter", {"submitter": {"name": "Trần Thị Hoa"}}),
        ("sets", {"sets": 2}),
        ("return_by", {"return_by": "electronic"}),
        ("note", {"note": "khác"}),
        ("papers", {"papers": [{"name": "Khác"}]}),
        ("on_site_five", {"on_site_five": True}),
    ],
)
def test_a_known_ref_with_other_content_is_refused(
    command: Command, tmp_path: Path, field: str, change: dict[str, Any]
) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive()))
    ran = command("import", write_lines(tmp_path / "b.jsonl", receive(**change)), "--json")
    assert ran.code == 1
    assert (ran.facts["ok"], ran.facts["reason"], ran.facts["field"]) == (False, "LINE-CHANGED", field)


def test_a_code_given_twice_is_one_dossier(command: Command, tmp_path: Path) -> None:
    code = "H31.20.11-200302-2010"
    file = write_lines(tmp_path / "a.jsonl", receive("a", code=code), receive("b", code=code), receive("c"))
    first, second, third = command("import", file, "--json").objects
    assert (first["code"], second["reason"]) == (code, "CODE-TAKEN")
    assert third["code"] == "H31.20.11-200302-2011", "a kept code of this counter's range is never issued again"
    (again,) = command("import", write_lines(tmp_path / "b.jsonl", receive("d", code=code)), "--json").objects
    assert again["reason"] == "CODE-TAKEN"


def test_a_ref_given_twice_in_one_file_is_one_dossier(command: Command, tmp_path: Path) -> None:
    ran = command("import", write_lines(tmp_path / "a.jsonl", receive(), receive(), receive(sets=3)), "--json")
    first, same, other = ran.objects
    assert (same["ok"], same["code"], same["new"]) == (True, first["code"], False)
    assert (other["ok"], other["field"]) == (False, "sets")


LINE = json.dumps(receive("x"), ensure_ascii=False)
DEEP_INSIDE = LINE[:-1].replace('"ref": "x"', '"ref": null').encode() + b',"more":' + b"[" * 900 + b"]" * 900 + b"}"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (LINE.encode("cp1258", "replace"), "line"),
        (LINE.encode("utf-16-le"), "line"),
        (LINE.encode()[:40], "line"),
        (LINE.replace("Mẫu", "M\0u").encode(), "line"),
        (b"[" * 100_000, "line"),
        (b"{" * 100_000, "line"),
        (DEEP_INSIDE, None),
        (b"9" * 5_000, "line"),
        (b"[1, 2]", "line"),
        (b"null", "line"),
        (b'"do"', "line"),
        (b"NaN", "line"),
        (json.dumps(receive("x", note="a" * 10_000_000)).encode(), "line"),
        (json.dumps(receive("x", note="a" * 20_001)).encode(), "note"),
        (json.dumps(receive("x", owner=OWNER | {"name": "Lê " * 1000})).encode(), "owner.name"),
    ],
    ids=lambda value: None if value is None or isinstance(value, str) else value[:12].decode("latin-1"),
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_goes_on(
    common: Command, tmp_path: Path, line: bytes, field: str | None
) -> None:
    good = [receive(f"r{number}") for number in range(3)]
    ran = common("import", write_lines(tmp_path / "a.jsonl", *good[:2], line, b"", *good[2:]), "--json")
    results = ran.objects
    assert [one["line"] for one in results] == [1, 2, 3, 5]
    assert [one["ok"] for one in results if one["line"] != 3] == [True, True, True]
    if field is not None:
        assert ran.code == 1
        assert (results[2]["ok"], results[2]["field"]) == (False, field)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"received_at": None}, "received_at"),
        ({"received_at": "2/3/2020"}, "received_at"),
        ({"received_at": 20200302}, "received_at"),
        ({"received_at": "1999-12-31T08:00"}, "received_at"),
        ({"received_at": "9999-12-31T08:00"}, "received_at"),
        ({"received_at": "2099-01-04T08:00"}, "received_at"),
        ({"owner": None}, "owner.name"),
        ({"owner": "Nguyễn Văn Mẫu"}, "owner"),
        ({"owner": {"name": " \u200b\u00a0\n"}}, "owner.name"),
        ({"owner": {"name": 5}}, "owner.name"),
        ({"owner": OWNER | {"birth": "31021985"}}, "owner.birth"),
        ({"owner": OWNER | {"birth": "2030-01-01"}}, "owner.birth"),
        ({"owner": OWNER | {"phone": "không có"}}, "owner.phone"),
        ({"owner": OWNER | {"id_number": 34200012345}}, "owner.id_number"),
        ({"owner": OWNER | {"sex": "?"}}, "owner.sex"),
        ({"owner": OWNER | {"kind": "robot"}}, "owner.kind"),
        ({"channel": "pigeon"}, "channel"),
        ({"sets": 0}, "sets"),
        ({"sets": 10**30}, "sets"),
        ({"sets": 1.5}, "sets"),
        ({"sets": True}, "sets"),
        ({"papers": "tất cả"}, "papers"),
        ({"papers": [{"name": ""}]}, "papers"),
        ({"papers": [{"name": "Tờ khai", "originals": -1}]}, "papers"),
        ({"papers": [{"name": "Tờ khai"}] * 201}, "papers"),
        ({"return_by": "post"}, "return_address"),
        ({"code": "0975"}, "dossier_code"),
        ({"code": "H31.20.11-200230-0001"}, "dossier_code"),
        ({"on_site_five": "có"}, "on_site_five"),
        ({"procedure": "9.999999"}, None),
        ({"do": "fly"}, None),
        ({"do": None}, None),
    ],
)
def test_a_value_that_cannot_be_is_named_by_its_field(
    common: Command, tmp_path: Path, change: dict[str, Any], field: str | None
) -> None:
    ran = common("import", write_lines(tmp_path / "a.jsonl", receive("bad", **change), receive("good")), "--json")
    bad, good = ran.objects
    assert (ran.code, bad["ok"], bad["field"], good["ok"]) == (1, False, field, True)
    assert bad["error"]


def test_odd_text_is_kept_as_text(command: Command, tmp_path: Path) -> None:
    names = [
        "'; DROP TABLE event--",
        "=HYPERLINK(1)",
        "<b>A</b> &amp; {} %s",
        "H'Hen Niê",
        "Nguyê\u0303n\u202e Thi\u0323",
    ]
    lines = [receive(f"r{number}", owner={"name": name}) for number, name in enumerate(names)]
    broken = json.dumps(receive(None, owner={"name": "A\ud800B"})).encode()
    results = command("import", write_lines(tmp_path / "a.jsonl", *lines, broken), "--json").objects
    assert all(one["ok"] for one in results)
    kept = [command("show", one["code"], "--json").facts["owner"]["name"] for one in results]
    assert kept == [*names[:4], "Nguyễn Thị", "AB"]
    assert command("check").code == 0


def test_a_byte_order_mark_is_no_fault(common: Command, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", b"\xef\xbb\xbf" + LINE.encode())
    assert common("import", file).code == 0


def test_windows_line_ends_and_blank_lines_are_no_fault(common: Command, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", b"\r", LINE.encode() + b"\r", b"   ", b"\t")
    assert [one["line"] for one in common("import", file, "--json").objects] == [2]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_in_utf_16_is_refused_by_name(common: Command, tmp_path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    (tmp_path / "wide.jsonl").write_bytes(mark + LINE.encode(encoding))
    ran = common("import", tmp_path / "wide.jsonl", "--json")
    assert (ran.code, ran.facts["ok"]) == (1, False)
    assert "UTF-8" in ran.facts["error"]


def test_a_step_that_never_was_is_named(common: Command, tmp_path: Path) -> None:
    ran = common("import", write_lines(tmp_path / "a.jsonl", {"do": "fly", "dossier": "x"}), "--json")
    assert ran.code == 1
    assert "“fly”" in ran.facts["error"]


def test_people_read_which_lines_were_refused(command: Command, tmp_path: Path) -> None:
    ran = command("import", write_lines(tmp_path / "a.jsonl", receive(), b"{", receive("b", sets=0)))
    assert ran.out.splitlines() == [
        "Dòng 2: Dòng nhập: không phải JSON.",
        "Dòng 3: Số bộ hồ sơ: ngoài khoảng cho phép.",
        "Đã nhập 1 hồ sơ mới và 0 bước, 0 dòng đã có từ trước, từ chối 2 dòng.",
    ]


def test_more_dossiers_a_day_than_the_counter_has_numbers_are_refused_by_line(command: Command, tmp_path: Path) -> None:
    lines = [receive(f"r{number}") for number in range(1001)]
    results = command("import", write_lines(tmp_path / "a.jsonl", *lines), "--json").objects
    assert [one["ok"] for one in results] == [True] * 999 + [False] * 2
    assert results[-1]["reason"] == "SERIAL-END"
    assert len({one.get("code") for one in results[:999]}) == 999


def test_receipts_are_left_beside(command: Command, tmp_path: Path) -> None:
    file, folder = write_lines(tmp_path / "a.jsonl", receive("a"), receive("b")), tmp_path / "papers"
    assert command("import", file, "--receipts", folder).code == 0
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(kept) == ["H31.20.11-200302-2001-01.pdf", "H31.20.11-200302-2002-01.pdf"]
    command("import", file, "--receipts", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == kept


def test_a_receipt_that_cannot_be_written_loses_no_dossier(command: Command, tmp_path: Path) -> None:
    (tmp_path / "papers").write_bytes(b"a file, not a folder")
    file = write_lines(tmp_path / "a.jsonl", *(receive(f"r{n}", received_at="2020-03-02T08:15") for n in range(3)))
    ran = command("import", file, "--receipts", tmp_path / "papers", "--json")
    assert (ran.code, [one["ok"] for one in ran.objects]) == (1, [True] * 3)
    assert ran.err.count("Mã: PAPER") == 3


@pytest.mark.parametrize("name", ["gone.jsonl", "."])
def test_a_file_that_is_not_there_is_wrong_use(common: Command, tmp_path: Path, name: str) -> None:
    ran = common("import", tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
