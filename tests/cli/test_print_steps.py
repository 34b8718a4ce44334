"""Printing the papers of steps from the command line: every form of an imported life."""

from pathlib import Path

import pytest

from tests.cli.calls import Command, receive, write_lines
from tests.cli.test_import_steps import CODE, LIFE, step
from tests.documents.pictures import text


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("01", "GIẤY TIẾP NHẬN HỒ SƠ"),
        ("02", "PHIẾU YÊU CẦU BỔ SUNG"),
        ("04", "VĂN BẢN XIN LỖI"),
        ("06", "PHIẾU KIỂM SOÁT"),
        ("07", "SỔ THEO DÕI HỒ SƠ"),
        ("return", "PHIẾU TRẢ KẾT QUẢ"),
    ],
)
def test_every_form_of_a_life_is_drawn(command: Command, tmp_path: Path, form: str, title: str) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", *LIFE))
    out = tmp_path / "out.pdf"
    assert command("print", CODE, "--form", form, "--out", out).code == 0
    assert title in " ".join(text(out.read_bytes()).split())
    kept = Path(command("print", CODE, "--form", form).out.strip())
    assert kept.read_bytes() == out.read_bytes()


@pytest.mark.parametrize(("last", "form"), [("refuse", "03"), ("stop", "05"), ("withdraw", "05")])
def test_the_paper_of_an_end_is_drawn(command: Command, tmp_path: Path, last: str, form: str) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive(), step(last, reason="không đủ điều kiện")))
    out = tmp_path / "out.pdf"
    assert command("print", CODE, "--form", form, "--out", out).code == 0
    assert "không đủ điều kiện" in " ".join(text(out.read_bytes()).split())


def test_a_paper_that_was_never_given_out_is_said(command: Command, tmp_path: Path) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive()))
    ran = command("print", CODE, "--form", "02", "--out", tmp_path / "x.pdf")
    assert (ran.code, ran.out) == (1, "")
    assert "chưa có giấy tờ" in ran.err


def test_a_reprint_with_a_reason_is_counted_for_each_form(command: Command, tmp_path: Path) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", *LIFE))
    for form, copy in (("02", 1), ("02", 2), ("return", 1), ("01", 1)):
        out = tmp_path / f"{form}-{copy}.pdf"
        assert command("print", CODE, "--form", form, "--reason", "mất", "--out", out).code == 0
        assert f"BẢN SAO {copy}" in " ".join(text(out.read_bytes()).split())
