"""Two programs at once: counters on copies of one set-up share no code; one folder has one program."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.fault import DeskInUse
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import adopt_copy
from onestop_desk.services.upkeep import check
from tests.desks import SettableClock, an_application

MANY = 25
_COUNTER = """
import sys
from pathlib import Path
from onestop_desk.services.desk import open_desk
from onestop_desk.services.intake import accept
from tests.desks import SettableClock, an_application
desk = open_desk(Path(sys.argv[1]), SettableClock())
print("open", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    print(accept(desk, an_application(f"form-{number}")).code, flush=True)
print("done", flush=True)
sys.stdin.readline()
"""


def _start(folder: Path, many: int = MANY) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _COUNTER, str(folder), str(many)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def _line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def _say(program: subprocess.Popen[str]) -> None:
    assert program.stdin is not None
    program.stdin.write("\n")
    program.stdin.flush()


def _codes(program: subprocess.Popen[str]) -> list[str]:
    codes = []
    while (line := _line(program)) != "done":
        assert line, program.communicate()[1]
        codes.append(line)
    return codes


def test_two_processes_of_two_counters_on_copies_of_one_set_up_share_no_code(
    desk: Desk, tmp_path: Path, clock: SettableClock
) -> None:
    accept(desk, an_application("before the copy"))
    desk.close()
    copy = shutil.copytree(desk.folder, tmp_path / "copy")
    adopt_copy(copy, 3, 0, "quầy thứ hai", clock).close()
    with _start(desk.folder) as here, _start(copy) as there:
        assert [_line(here), _line(there)] == ["open", "open"]
        _say(here)
        _say(there)
        codes = _codes(here) + _codes(there)
        _say(here)
        _say(there)
    assert len(codes) == len(set(codes)) == 2 * MANY
    for folder in (desk.folder, copy):
        again = open_desk(folder, clock)
        assert check(again).findings == ()
        again.close()


def test_a_second_program_on_one_folder_is_refused_while_the_first_goes_on(desk: Desk, clock: SettableClock) -> None:
    desk.close()
    with _start(desk.folder, 1) as first:
        assert _line(first) == "open"
        with _start(desk.folder) as second:
            assert _line(second) == ""
            assert "DeskInUse" in second.communicate()[1]
        with pytest.raises(DeskInUse):
            open_desk(desk.folder, clock)
        _say(first)
        assert len(_codes(first)) == 1
        _say(first)
    open_desk(desk.folder, clock).close()


@pytest.mark.skipif(os.name != "posix", reason="ends a program as only POSIX systems can")
def test_the_lock_of_a_killed_program_stops_nobody(desk: Desk, clock: SettableClock) -> None:
    desk.close()
    with _start(desk.folder, 5) as program:
        assert _line(program) == "open"
        _say(program)
        codes = [_line(program)]
        program.send_signal(signal.SIGKILL)
    assert (desk.folder / "desk.lock").exists()
    again = open_desk(desk.folder, clock)
    assert not accept(again, an_application("form-0")).is_new
    assert accept(again, an_application("form-0")).code == codes[0]
    assert check(again).findings == ()
    again.close()


def test_a_desk_closed_on_another_thread_lets_go_of_its_folder(desk: Desk, clock: SettableClock) -> None:
    desk.close()
    opened: list[Desk] = []
    worker = threading.Thread(target=lambda: opened.append(open_desk(desk.folder, clock)))
    worker.start()
    worker.join()
    opened[0].close()
    again = open_desk(desk.folder, clock)
    assert again.stream == desk.stream
    assert accept(again, an_application()).is_new
    again.close()


@pytest.mark.parametrize("content", [b"", b"12345\n", os.urandom(200)])
def test_whatever_is_in_the_lock_file_stops_nobody(desk: Desk, clock: SettableClock, content: bytes) -> None:
    desk.close()
    (desk.folder / "desk.lock").write_bytes(content)
    again = open_desk(desk.folder, clock)
    assert accept(again, an_application()).is_new
    again.close()
