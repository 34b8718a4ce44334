"""The real program in a process of its own: no Qt, any console, closed pipes, wrong use, bugs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onestop_desk.services import upkeep
from onestop_desk.services.desk import Desk
from tests.cli.calls import Command, receive, write_lines

_WITHOUT_QT = """
import sys
from onestop_desk.__main__ import main
code = main(sys.argv[1:])
assert not any(name.partition(".")[0] in ("PySide6", "shiboken6") for name in sys.modules), "Qt was imported"
sys.exit(code)
"""


def run(*words: object, **settings: str) -> "subprocess.CompletedProcess[bytes]":
    call = [sys.executable, "-c", _WITHOUT_QT, *map(str, words)]
    return subprocess.run(call, capture_output=True, check=False, env={**os.environ, **settings})


def test_no_command_imports_qt(tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    lines = write_lines(tmp_path / "a.jsonl", receive(code="H31.20.11-200302-2001"))
    made = ("--agency", "H31.20.11", "--name", "UBND xã Mẫu", "--counter", 2)
    calls = [
        ("setup", *made),
        ("import", lines, "--receipts", tmp_path / "papers"),
        ("show", "H31.20.11-200302-2001", "--history"),
        ("find", "mau"),
        ("print", "H31.20.11-200302-2001", "--form", "slip80"),
        ("catalogue", "list"),
        ("catalogue", "template", tmp_path / "mau.xlsx"),
        ("catalogue", "import", tmp_path / "mau.xlsx"),
        ("calendar", "show", "2026"),
        ("due", "--received", "2026-02-13T10:00", "--limit", "3 working_day"),
        ("check",),
        ("rebuild",),
        ("version",),
        ("--help",),
    ]
    for words in calls:
        done = run(*data, *words, ONESTOP_PASSWORD="matkhau-123")
        assert (done.returncode, done.stderr) == (0, b""), (words, done.stderr.decode())


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258"])
def test_output_is_utf_8_whatever_the_console_says(encoding: str) -> None:
    words = ("due", "--received", "2026-11-20T10:00", "--limit", "2 working_day", "--json")
    done = run(*words, PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C")
    assert json.loads(done.stdout.decode())["skipped"][2]["why"] == "Ngày Văn hóa Việt Nam"


def test_a_reader_that_goes_away_is_no_bug() -> None:
    words = ["due", "--received", "2026-01-05T10:00", "--limit", "9999 working_day"]
    call = [sys.executable, "-m", "onestop_desk", *words]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        process.wait(60)
    assert b"Traceback" not in said
    assert b"L-" not in said


def test_the_window_without_a_screen_names_the_tour(tmp_path: Path) -> None:
    settings = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    for words in ((), ("--data", tmp_path), (f"--data={tmp_path}",)):
        done = run(*words, **settings)
        assert done.returncode == 2
        assert "onestop-desk tour --out DIR" in done.stderr.decode()


@pytest.mark.parametrize(
    "words",
    [("fly",), ("due",), ("show",), ("check", "--no-such"), ("find",), ("check", "extra"), ("print", "X", "--form")],
)
def test_wrong_use_is_exit_2_and_one_sentence(bare: Command, words: tuple[str, ...]) -> None:
    ran = bare(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Sai cách dùng: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("room", ["catalogue", "calendar"])
def test_a_room_without_a_command_shows_its_help(bare: Command, room: str) -> None:
    ran = bare(room)
    assert ran.code == 2
    assert "import" in ran.err


def test_the_data_folder_may_stand_anywhere(common: Command, common_folder: Path, tmp_path: Path) -> None:
    for words in (("check", "--data", common_folder, "--json"), ("check", "--json", f"--data={common_folder}")):
        assert common(*words, data=tmp_path / "elsewhere").code == 0, "the last one wins"
    for words in (("check", "--data", common_folder), (f"--data={common_folder}", "check")):
        assert run(*words).returncode == 0


def test_a_bug_is_an_id_on_the_screen_and_a_trail_in_the_log(
    common: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stumble(_desk: Desk) -> None:
        raise ZeroDivisionError("Nguyễn Văn Mẫu")

    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(upkeep, "check", stumble)
    ran = common("check", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "Mã: L-" in ran.err
    bug = ran.err.split("Mã: ")[1].strip()
    log = (tmp_path / "state" / "logs" / "onestop-desk.log").read_text(encoding="utf-8")
    assert bug in log
    assert "ZeroDivisionError" in log
    assert "Mẫu" not in log + ran.err
