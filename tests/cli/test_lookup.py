"""Showing, finding and printing from the command line."""

from pathlib import Path

import pytest

from tests.cli.calls import OWNER, Command, Ran, receive, write_lines

CODE = "H31.20.11-200302-2001"


@pytest.fixture
def stocked(command: Command, tmp_path: Path) -> Command:
    """Give a register of three dossiers."""
    others = ("Đường Thị Hoa", "H'Hen Niê")
    lines = [receive("a"), *(receive(name, owner={"name": name}) for name in others)]
    assert command("import", write_lines(tmp_path / "a.jsonl", *lines)).code == 0
    return command


def test_a_dossier_is_shown_whole_as_json(stocked: Command) -> None:
    assert stocked("show", CODE, "--json").facts == {
        "code": CODE,
        "compact": "H3120112003022001",
        "state": 2,
        "state_name": "Đã tiếp nhận",
        "owner": {key: value for key, value in OWNER.items() if key != "kind"},
        "procedure": {"code": "1.004873", "name": "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"},
        "received_at": "2020-03-02T08:15:00+07:00",
        "due_at": "2020-03-05T08:15:00+07:00",
        "original_due_at": "2020-03-05T08:15:00+07:00",
        "finished_at": None,
        "returned_at": None,
        "timeliness": None,
        "counter": 2,
        "flags": [],
    }


def test_the_history_says_what_when_and_by_whom(stocked: Command) -> None:
    stocked("print", CODE, "--reason", "Người dân làm mất")
    history = stocked("show", CODE, "--json", "--history").facts["history"]
    assert [step["kind"] for step in history] == ["received", "printed"]
    assert history[0]["at"] == "2020-03-02T08:15:00+07:00"
    assert history[0]["by"] == "onestop-desk"
    assert history[1]["fields"]["reason"] == "Người dân làm mất"
    assert [step["seq"] for step in history] == sorted(step["seq"] for step in history)


def test_people_read_the_same_in_words(stocked: Command) -> None:
    said = stocked("show", CODE, "--history").out
    for words in (CODE, "2 Đã tiếp nhận", "Nguyễn Văn Mẫu", "Hẹn trả: 08:15, 05/03/2020", "Tiếp nhận  onestop-desk"):
        assert words in said


@pytest.mark.parametrize("typed", [CODE.lower(), "H31 20 11 200302 2001", "H3120112003022001"])
def test_a_code_is_understood_however_it_is_typed(stocked: Command, typed: str) -> None:
    assert stocked("show", typed, "--json").facts["code"] == CODE


@pytest.mark.parametrize("code", ["H31.20.11-200302-9999", "xyz", "%", "' OR 1=1 --", "\x00"])
def test_an_unknown_code_is_refused_in_a_sentence(common: Command, code: str) -> None:
    for words in (("show", code, "--json"), ("print", code)):
        ran = common(*words)
        assert (ran.code, ran.out) == (1, "")
        assert "Mã: DOSSIER" in ran.err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["nguyen", "mau"], ["Nguyễn Văn Mẫu"]),
        (["duong"], ["Đường Thị Hoa"]),
        (["HHen"], ["H'Hen Niê"]),
        (["2345"], ["Nguyễn Văn Mẫu"]),
        ([CODE], ["Nguyễn Văn Mẫu"]),
        (["khong", "co"], []),
    ],
)
def test_words_find_dossiers_without_accents(stocked: Command, words: list[str], found: list[str]) -> None:
    ran = stocked("find", *words, "--json")
    assert [line["owner"] for line in ran.objects] == found
    assert ran.code == 0


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE dossier--",
        "%",
        "_",
        '"',
        "*",
        "NEAR(a b)",
        "^a",
        'chua "dong',
        "a AND",
        "NOT",
        "a:b",
        "{}",
        "\x00",
    ],
)
def test_signs_of_a_query_language_are_only_text(common: Command, words: str) -> None:
    ran = common("find", words, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert common("check").code == 0


def test_words_that_begin_with_a_dash_follow_two_dashes(stocked: Command) -> None:
    assert stocked("find", "-1").code == 2
    assert stocked("find", "--json", "--", "-1").code == 0


def test_the_limit_holds_and_the_rest_is_told(stocked: Command) -> None:
    assert len(stocked("find", "2003", "--limit", 2, "--json").objects) == 2
    assert "còn nữa" in stocked("find", "2003", "--limit", 2).out
    assert stocked("find", "2003", "--limit", 0).code == 2


@pytest.mark.parametrize("form", ["01", "slip80", "label"])
def test_a_paper_printed_twice_is_the_same_to_the_byte(stocked: Command, tmp_path: Path, form: str) -> None:
    made = []
    for name in ("one.pdf", "two.pdf"):
        assert stocked("print", CODE, "--form", form, "--out", tmp_path / "new" / name).code == 0
        made.append((tmp_path / "new" / name).read_bytes())
    assert made[0].startswith(b"%PDF-")
    assert made[0] == made[1]


def test_without_a_file_the_paper_is_kept_in_the_data_folder(stocked: Command, tmp_path: Path) -> None:
    kept = Path(stocked("print", CODE).out.strip())
    assert kept == tmp_path / "data" / "papers" / "2020" / "03" / f"{CODE}-01.pdf"
    assert kept.read_bytes().startswith(b"%PDF-")


def test_a_reprint_with_a_reason_is_another_paper_and_counted(stocked: Command, tmp_path: Path) -> None:
    for name in ("plain.pdf", "first.pdf", "second.pdf"):
        reason = () if name == "plain.pdf" else ("--reason", "mất")
        assert stocked("print", CODE, "--out", tmp_path / name, *reason).code == 0
    papers = {(tmp_path / name).read_bytes() for name in ("plain.pdf", "first.pdf", "second.pdf")}
    assert len(papers) == 3
    printed = stocked("show", CODE, "--json", "--history").facts["history"][1:]
    assert [step["fields"]["copy"] for step in printed] == [1, 2]


@pytest.mark.parametrize("form", ["99", "08", "", "test"])
def test_a_form_that_is_not_drawn_is_wrong_use(stocked: Command, tmp_path: Path, form: str) -> None:
    ran = stocked("print", CODE, "--form", form, "--out", tmp_path / "x.pdf")
    assert (ran.code, ran.out) == (2, "")
    assert not (tmp_path / "x.pdf").exists()


def test_a_place_that_cannot_be_written_is_said(stocked: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for out in (tmp_path, tmp_path / "file" / "x.pdf"):
        ran: Ran = stocked("print", CODE, "--out", out)
        assert ran.code == 1
        assert "Mã: PAPER" in ran.err
    assert not list(tmp_path.glob("*.new"))
