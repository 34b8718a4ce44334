"""Two lanes: order kept, answers on the window's thread, nothing swallowed, and an end that does not wait forever."""

import threading
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from onestop_desk.ui.jobs import Jobs


class Listener(QObject):
    """Takes answers and notes the thread they came on."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.got.append(result)
        self.threads.add(threading.get_ident())


def test_the_desk_lane_keeps_the_order_and_answers_on_this_thread(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    for number in range(50):
        jobs.run(lambda n: (n, threading.get_ident()), number, done=listener.take)
    qtbot.waitUntil(lambda: len(listener.got) == 50)
    workers = {worker for _, worker in listener.got}
    assert [n for n, _ in listener.got] == list(range(50))
    assert len(workers) == 1
    assert listener.threads == {threading.get_ident()}
    assert workers != listener.threads


def test_reading_goes_on_while_the_desk_works(qtbot: QtBot, jobs: Jobs) -> None:
    gate, listener = threading.Event(), Listener()
    jobs.run(gate.wait, 5.0)
    jobs.read(str, 7, done=listener.take)
    qtbot.waitUntil(lambda: listener.got == ["7"])
    assert jobs.is_busy()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())


def test_long_reading_keeps_neither_lane_waiting(qtbot: QtBot, jobs: Jobs) -> None:
    gate, listener = threading.Event(), Listener()
    jobs.read_long(gate.wait, 5.0, done=listener.take)
    jobs.read(str, 7, done=listener.take)
    jobs.run(str, 8, done=listener.take)
    qtbot.waitUntil(lambda: sorted(map(str, listener.got)) == ["7", "8"])
    assert jobs.is_busy()
    gate.set()
    qtbot.waitUntil(lambda: listener.got[-1] is True)


def test_an_answer_with_something_given_along_is_dropped_with_its_page_too(qtbot: QtBot, jobs: Jobs) -> None:
    listener, gate = Listener(), threading.Event()
    jobs.run(gate.wait, 5.0, done=partial(Listener.take, listener))
    jobs.run(gate.wait, 5.0, done=partial(listener.take))
    got = listener.got
    delete(listener)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert got == [True], "only a function that belongs to nobody is called"


def test_only_the_newest_question_of_a_kind_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    gate, listener = threading.Event(), Listener()
    jobs.read(gate.wait, 5.0)
    for typed in ("n", "ng", "ngu"):
        jobs.read(str.upper, typed, done=listener.take, key="name")
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert listener.got == ["NGU"]


def test_a_refusal_goes_to_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    jobs.run(int, "x", done=listener.take, failed=listener.take)
    qtbot.waitUntil(lambda: len(listener.got) == 1)
    assert isinstance(listener.got[0], ValueError)


def test_an_error_nobody_takes_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.went_wrong) as told:
        jobs.run(int, "x")
    assert isinstance(told.args[0], ValueError)


def test_answers_to_a_page_that_is_gone_are_dropped_but_its_errors_are_told(qtbot: QtBot, jobs: Jobs) -> None:
    listener, gate = Listener(), threading.Event()
    jobs.run(gate.wait, 5.0, done=listener.take)
    jobs.run(int, "x", done=listener.take, failed=listener.take)
    delete(listener)
    with qtbot.waitSignal(jobs.went_wrong):
        gate.set()
    assert listener.got == []


def test_closing_lets_the_desk_finish(qtbot: QtBot) -> None:
    jobs, done = Jobs(), []
    for number in range(20):
        jobs.run(done.append, number)
    assert jobs.close(5.0)
    assert done == list(range(20))


def test_closing_does_not_wait_for_what_hangs(qtbot: QtBot) -> None:
    jobs, gate = Jobs(), threading.Event()
    jobs.run(gate.wait, 30.0)
    assert not jobs.close(0.05)
    gate.set()
    assert jobs.close(5.0)


def test_a_lane_that_outlives_the_lanes_end_tells_nobody(qapp: QApplication) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        may_end.wait(10)

    lanes = Jobs()
    lanes.read(slow)
    assert begun.wait(10)
    lanes.close(0.1)
    (thread,) = (one for one in threading.enumerate() if one.name == "reading")
    delete(lanes)
    may_end.set()
    thread.join(10)
    assert not thread.is_alive()
