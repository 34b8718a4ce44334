"""The machine's memory of a stream after power cuts and on bad disks: a question or a refusal, never a guess."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from onestop_desk import paths
from onestop_desk.domain.codes import DossierCode
from onestop_desk.models.fault import DatabaseUnreachable
from onestop_desk.services import witness
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.fault import DeskCopied
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import SetUp, adopt_copy, set_up
from onestop_desk.services.upkeep import check
from tests.desks import OFFICE, SettableClock, an_application


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the machine a memory of its own, empty at first."""
    monkeypatch.setenv("ONESTOP_STATE", str(tmp_path / "state"))
    return paths.state_folder()


def _file(state: Path) -> Path:
    (found,) = (state / "streams").glob("*.witness")
    return found


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "zeros": lambda whole: bytes(len(whole)),
    "cut": lambda whole: whole[: len(whole) // 2],
    "rubbish": lambda _: os.urandom(300),
    "no number": lambda whole: b"x" * 20 + whole[20:],
    "a list": lambda whole: whole[:21] + b"[1, 2]\n",
    "other words": lambda whole: whole[:21] + b'{"a": 1}\n',
    "far ahead": lambda whole: b"9" * 20 + whole[20:],
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_witness_leads_to_a_question_and_no_number_twice(
    desk: Desk, clock: SettableClock, state: Path, spoil: Callable[[bytes], bytes]
) -> None:
    first = accept(desk, an_application("a"))
    desk.close()
    _file(state).write_bytes(spoil(_file(state).read_bytes()))
    with pytest.raises(DeskCopied):
        open_desk(desk.folder, clock)
    adopted = adopt_copy(desk.folder, 2, 1, "mất bộ nhớ máy", clock)
    assert DossierCode.parse(accept(adopted, an_application("b")).code).serial == 12001
    assert first.code.endswith("2001")
    assert check(adopted).findings == ()
    adopted.close()
    open_desk(desk.folder, clock).close()


def test_a_lost_witness_leads_to_a_question(desk: Desk, clock: SettableClock, state: Path) -> None:
    accept(desk, an_application("a"))
    desk.close()
    _file(state).unlink()
    with pytest.raises(DeskCopied):
        open_desk(desk.folder, clock)


def test_a_number_lost_with_the_power_is_no_restore(desk: Desk, clock: SettableClock, state: Path) -> None:
    before = _file(state).read_bytes()
    accept(desk, an_application("a"))
    desk.close()
    _file(state).write_bytes(before)  # the last overwrites never reached the disk
    again = open_desk(desk.folder, clock)
    assert again.stream == desk.stream
    assert check(again).findings == ()
    again.close()


@pytest.mark.parametrize("moment", ["before the register", "after the register"])
def test_a_power_cut_while_a_life_begins_is_no_copy(
    desk: Desk, clock: SettableClock, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    accept(desk, an_application("a"))
    desk.close()
    with monkeypatch.context() as cut:
        broken = "note" if moment == "before the register" else "watch"
        real = getattr(witness, broken)

        def dies(sighting: witness.Sighting) -> None:
            if broken == "note":
                real(sighting)
            raise KeyboardInterrupt

        cut.setattr(witness, broken, dies)
        with pytest.raises(KeyboardInterrupt):
            open_desk(desk.folder, clock)
    again = open_desk(desk.folder, clock)
    assert accept(again, an_application("b")).code.endswith("2002")
    again.close()


def test_a_machine_that_keeps_no_memory_is_named_at_set_up_and_at_every_start(
    desk: Desk, clock: SettableClock, state: Path, tmp_path: Path
) -> None:
    desk.close()
    kept = _file(state)
    (state / "streams").rename(state / "elsewhere")
    (state / "streams").write_text("tệp, không phải thư mục")
    with pytest.raises(DatabaseUnreachable) as refused:
        set_up(tmp_path / "other", SetUp(OFFICE, 3), clock)
    assert refused.value.path.startswith(str(state))
    (state / "streams").unlink()
    (state / "elsewhere").rename(state / "streams")
    content = kept.read_bytes()
    kept.unlink()
    kept.mkdir()
    with pytest.raises(DatabaseUnreachable):
        open_desk(desk.folder, clock)
    kept.rmdir()
    kept.write_bytes(content)
    open_desk(desk.folder, clock).close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_memory_that_fails_after_a_save_does_not_undo_it(desk: Desk, clock: SettableClock, state: Path) -> None:
    assert desk.memory is not None
    desk.memory.close()
    with Path("/dev/full").open("r+b", buffering=0) as nowhere:
        desk.memory = witness.Witness(nowhere)
        assert accept(desk, an_application("a")).is_new
        desk.close()
    again = open_desk(desk.folder, clock)
    assert not accept(again, an_application("a")).is_new
    again.close()


def test_a_set_up_cut_short_before_its_first_life_opens(
    tmp_path: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(_sighting: witness.Sighting) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(witness, "note", dies)
        with pytest.raises(KeyboardInterrupt):
            set_up(tmp_path / "data", SetUp(OFFICE, 2), clock)
    desk = open_desk(tmp_path / "data", clock)
    assert accept(desk, an_application()).code.endswith("2001")
    desk.close()
