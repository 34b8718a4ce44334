"""Set-up, adoption, check and rebuild from the command line."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from onestop_desk import __version__
from onestop_desk.services.desk import REGISTER, open_desk
from tests.cli.calls import Command, receive, write_lines
from tests.desks import PASSWORD

SET_UP = ("setup", "--agency", "H31.20.11", "--name", "UBND xã Mẫu", "--counter", "3")


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONESTOP_PASSWORD", PASSWORD)


def test_a_set_up_desk_has_its_catalogue_and_passes_the_check(bare: Command) -> None:
    ran = bare(*SET_UP)
    assert (ran.code, ran.err) == (0, "")
    assert "quầy 3 của H31.20.11" in ran.out
    assert bare("check", "--json").facts["ok"] is True
    assert len(bare("catalogue", "list", "--json").objects) > 20


def test_setting_up_twice_changes_nothing(bare: Command, tmp_path: Path) -> None:
    bare(*SET_UP)
    before = bare("check", "--json").facts
    again = bare(*SET_UP)
    assert again.code == 1
    assert "đã được thiết lập" in again.err
    assert bare("check", "--json").facts == before


@pytest.mark.parametrize(
    "words",
    [
        (*SET_UP[:2], "X", *SET_UP[3:]),
        (*SET_UP[:4], "  ", *SET_UP[5:]),
        (*SET_UP[:6], "10"),
        (*SET_UP, "--admin", " "),
    ],
)
def test_a_set_up_that_cannot_be_leaves_no_desk_behind(bare: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert bare(*words).code == 2
    assert not (tmp_path / "data" / REGISTER).exists()


def test_a_short_password_is_refused_before_anything(
    bare: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONESTOP_PASSWORD", "ngan")
    assert bare(*SET_UP).code == 2
    assert not (tmp_path / "data" / REGISTER).exists()


def test_without_a_terminal_the_password_comes_from_the_environment(
    bare: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONESTOP_PASSWORD")
    ran = bare(*SET_UP)
    assert ran.code == 2
    assert "ONESTOP_PASSWORD" in ran.err


def test_a_copy_writes_nothing_until_it_is_adopted(command: Command, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / "data", copy)
    file = write_lines(tmp_path / "a.jsonl", receive())
    refused = command("import", file, data=copy)
    assert (refused.code, refused.out) == (1, "")
    assert "adopt" in refused.err
    taken = command("adopt", "--counter", 2, "--range", 0, "--admin", "hoa", data=copy)
    assert taken.code == 1
    assert command("adopt", "--counter", 2, "--range", 1, "--admin", "hoa", data=copy).code == 0
    (line,) = command("import", file, "--json", data=copy).objects
    assert line["code"] == "H31.20.11-200302-12001"


def test_only_an_admin_adopts(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / "data", copy)
    monkeypatch.setenv("ONESTOP_PASSWORD", "sai-mat-khau")
    assert command("adopt", "--counter", 2, "--range", 1, "--admin", "hoa", data=copy).code == 1
    assert command("import", write_lines(tmp_path / "a.jsonl", receive()), data=copy).code == 1


def test_a_folder_in_use_is_not_written_but_read(command: Command, tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "data")
    try:
        refused = command("rebuild")
        looked = command("check")
    finally:
        desk.close()
    assert refused.code == 1
    assert "đang mở sẵn" in refused.err
    assert looked.code == 0


@pytest.mark.parametrize("words", [("check",), ("catalogue", "list"), ("find", "mau"), ("rebuild",)])
def test_where_nothing_is_set_up_it_says_so(bare: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = bare(*words)
    assert (ran.code, ran.out) == (1, "")
    assert "setup" in ran.err
    assert not (tmp_path / "data").exists()


def test_rebuilt_tables_are_the_same(command: Command, tmp_path: Path) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive("a"), receive("b")))
    before = command("find", "mau", "--json").out
    assert "2 hồ sơ" in command("rebuild").out
    assert command("find", "mau", "--json").out == before
    assert command("check", "--json").facts["dossiers"] == 2


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE event SET payload = replace(payload, 'Mẫu', 'Xấu') WHERE kind = 'received'", "altered"),
        ("UPDATE event SET payload = 'x' WHERE kind = 'received'", "altered"),
        ("DELETE FROM event WHERE seq = 5", "gap"),
        ("UPDATE dossier SET owner_name = 'Người Khác'", "projection"),
        ("UPDATE dossier SET due_at = 'x'", "projection"),
        ("DELETE FROM dossier", "projection"),
    ],
)
def test_an_altered_register_is_exit_3_and_named(command: Command, tmp_path: Path, statement: str, kind: str) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive()))
    _alter(tmp_path / "data" / REGISTER, statement)
    ran = command("check", "--json")
    assert ran.code == 3
    assert kind in {finding["kind"] for finding in ran.facts["findings"]}
    assert command("check").code == 3


def test_what_rebuild_can_mend_it_mends(command: Command, tmp_path: Path) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", receive()))
    _alter(tmp_path / "data" / REGISTER, "UPDATE dossier SET owner_name = 'Người Khác'")
    assert "rebuild" in command("check").out
    assert command("rebuild").code == 0
    assert command("check").code == 0


def test_a_damaged_file_is_exit_3(command: Command, tmp_path: Path) -> None:
    command("import", write_lines(tmp_path / "a.jsonl", *(receive(f"r{n}") for n in range(300))))
    command("rebuild")
    path = tmp_path / "data" / REGISTER
    content = bytearray(path.read_bytes())
    for place in range(20_000, len(content), 9_000):
        content[place : place + 200] = b"\xff" * 200
    path.write_bytes(content)
    ran = command("check", "--json")
    assert ran.code == 3
    assert ran.facts["ok"] is False


@pytest.mark.parametrize("content", [b"", b"not a register", b"SQLite format 3\0" + bytes(100)])
def test_a_foreign_file_is_exit_3_and_untouched(command: Command, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "data" / REGISTER
    path.write_bytes(content)
    ran = command("check", "--json")
    assert ran.code == 3
    assert "Mã: DB-FOREIGN" in ran.err
    assert path.read_bytes() == content


def test_a_register_that_is_gone_is_exit_3_and_not_replaced(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "data" / REGISTER
    path.unlink()
    assert command("find", "mau").code == 3
    assert not path.exists()


def test_the_version_is_told(bare: Command) -> None:
    assert bare("version").out.startswith(f"onestop-desk {__version__} ")


def _alter(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement)
    connection.close()
