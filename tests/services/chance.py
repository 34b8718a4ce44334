"""Registers of chance: what a few dossiers live through around the ends of months and of a year, played through the
services into a real register, with closed months, facts written down late, and a counter that becomes another one."""

import heapq
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from onestop_desk.domain.application import Channel, ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import PauseRule, Procedure, ProcedureLimit
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import (
    Extended,
    Finished,
    HandedOver,
    HandOverDeclined,
    PaymentRequested,
    Rated,
    Refused,
    Returned,
    ReturnRecalled,
    Stopped,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.services import catalogue, guidance, months
from onestop_desk.services.desk import PROGRAM
from onestop_desk.services.intake import accept
from onestop_desk.services.opening import adopt_copy
from onestop_desk.services.progress import take_step
from onestop_desk.services.step import Correction, Payment, Supplement
from tests.desks import SettableClock, a_procedure, an_application, an_owner, open_new_desk

FIRST = date(2026, 11, 1)
MONTHS = (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))
LAST = date(2027, 1, 31)
EDGES = (0, 29, 30, 60, 61, 91, 92)
"""The first and the last day of each month, by their number since FIRST; the last one is after everything."""
_CLOCKS = (time(0), time(8), time(15, 1), time(23, 59, 59, 999_999))
_AFTERWARDS = datetime(2027, 6, 1, 8, tzinfo=VIETNAM).astimezone(UTC)
"""When the figures are looked at: every period of a story is over."""

_CHANNELS = tuple(Channel)
_HOLDERS = ("Tư pháp", "Địa chính")


def _offered(number: int, field: str, limit: tuple[int, Unit], **more: Any) -> Procedure:
    return a_procedure(code=f"1.00000{number}", field=field, limits=(ProcedureLimit(*limit),), **more)


PROCEDURES = (
    _offered(1, "Hộ tịch", (3, Unit.WORKING_DAY), on_site_five=True),
    _offered(2, "Đất đai", (10, Unit.CALENDAR_DAY)),
    _offered(3, "Chứng thực", (0, Unit.SAME_DAY), on_site_five=True),
    _offered(4, "Đất đai", (0, Unit.NONE)),
    _offered(5, "Hộ tịch", (2, Unit.WORKING_DAY), pause_rule=PauseRule.RESTART),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """One step: `which` of those that may follow, `days` after the one before it (or from the promised day), or on
    the next edge, at `clock`, written down `late` days after; `pick` chooses among what it can be about."""

    which: int
    days: int
    clock: time
    is_beside_due: bool
    is_on_edge: bool
    late: int
    pick: int


@dataclass(frozen=True, slots=True)
class Life:
    """A dossier: received on a day, written down late, and what happens to it afterwards."""

    day: int
    clock: time
    late: int
    procedure: int
    channel: Channel
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A quarter at a counter: its dossiers, after how many days each month was closed (None: it was not), the day on
    which the counter became another one, and the days of people who were refused at the counter."""

    lives: tuple[Life, ...]
    closed_after: tuple[int | None, ...]
    moved_on: int | None
    refused_on: tuple[int, ...]


def _promised(at: datetime, pick: int) -> datetime:
    """Return a moment some days ahead, or the very first one of the next edge of a month."""
    ahead = [day for number in EDGES if (day := _midnight(FIRST + timedelta(days=number))) > at]
    return ahead[0] if ahead and pick % 2 == 0 else at + timedelta(days=pick)


_STEPS: dict[str, Callable[[datetime, int], Any]] = {
    "hand over": lambda at, pick: HandedOver(at, _HOLDERS[pick % 2]),
    "take over": lambda at, pick: TakenOver(at, ("", "Lê Thị Mẫu")[pick % 2]),
    "decline": lambda at, _: HandOverDeclined(at, "nhầm nơi"),
    "ask for papers": lambda at, _: SupplementRequested(at, ("Ảnh",), "mờ"),
    "bring papers": lambda at, _: Supplement(at),
    "ask for money": lambda at, _: PaymentRequested(at, 50_000),
    "pay": lambda at, pick: Payment(at, 8_000 + pick, ("tiền mặt", "chuyển khoản")[pick % 2]),
    "waive": lambda at, _: Payment(at, exempt_reason="hộ nghèo"),
    "apologise": lambda at, pick: Extended(at, at + timedelta(days=15 + pick), f"thiếu người {pick}"),
    "finish": lambda at, _: Finished(at, ("Giấy",)),
    "withdraw": lambda at, _: Withdrawn(at, "thôi"),
    "withdraw with money back": lambda at, pick: Withdrawn(at, "thôi", 5_000 + pick),
    "stop": lambda at, _: Stopped(at, "không bổ sung"),
    "refuse": lambda at, _: Refused(at, "không đủ"),
    "return": lambda at, pick: Returned(at, way=tuple(ReturnWay)[pick % 3]),
    "take the return back": lambda at, _: ReturnRecalled(at, "trao nhầm"),
    "rate": lambda at, pick: Rated(at, 1 + pick % 3, ("", "chờ lâu")[pick % 2]),
    "correct the channel": lambda at, pick: Correction(at, "channel", _CHANNELS[pick % 3].value, "chọn nhầm"),
    "correct the procedure": lambda at, pick: Correction(at, "procedure", PROCEDURES[pick].code, "nhầm thủ tục"),
    "correct the promise": lambda at, pick: Correction(at, "due_at", _promised(at, pick).isoformat(), "tính nhầm"),
}
_CORRECTIONS = ("correct the channel", "correct the procedure", "correct the promise")
_AT_WORK = (
    *("finish", "finish", "finish", *("apologise",) * 4, "ask for papers", "ask for papers", "ask for money"),
    *("pay", "waive", "hand over", "take over", "decline"),
    *("withdraw", "withdraw with money back", "stop", "refuse", *_CORRECTIONS),
)
_OVER = ("rate", *_CORRECTIONS)
_FOLLOWING = {
    Stage.RECEIVED: _AT_WORK,
    Stage.IN_PROGRESS: _AT_WORK,
    Stage.SUPPLEMENT: ("bring papers", "bring papers", "bring papers", "withdraw", "stop", "correct the channel"),
    Stage.PAYMENT: ("pay", "pay", "waive", "withdraw", "stop"),
    Stage.FINISHED: ("return", "return", "rate", "pay", "hand over", *_CORRECTIONS),
    Stage.RETURNED: ("rate", "take the return back", *_CORRECTIONS),
}
"""What may follow, the usual more often."""

_PICKS = st.integers(0, len(PROCEDURES) - 1)
_LATE = st.sampled_from((0, 0, 0, 0, 2, 9, 35))
_DEEDS = st.builds(
    Deed,
    which=st.integers(0, len(_AT_WORK) - 1),
    days=st.sampled_from((0, 0, 1, -1, 3, 12, 33)),
    clock=st.sampled_from(_CLOCKS),
    is_beside_due=st.booleans(),
    is_on_edge=st.booleans(),
    late=_LATE,
    pick=_PICKS,
)
_LIVES = st.builds(
    Life,
    day=st.one_of(st.sampled_from(EDGES), st.integers(0, EDGES[-1])),
    clock=st.sampled_from(_CLOCKS),
    late=_LATE,
    procedure=_PICKS,
    channel=st.sampled_from(_CHANNELS),
    deeds=st.lists(_DEEDS, max_size=8).map(tuple),
)
_CLOSED = st.sampled_from((None, 0, 4, 20))


def stories(most: int = 30) -> st.SearchStrategy[Story]:
    """Return quarters of 6 to `most` dossiers."""
    return st.builds(
        Story,
        lives=st.lists(_LIVES, min_size=6, max_size=most).map(tuple),
        closed_after=st.tuples(*(_CLOSED for _ in MONTHS)),
        moved_on=st.sampled_from((None, 12, 45, 61)),
        refused_on=st.lists(st.sampled_from(EDGES), max_size=2).map(tuple),
    )


def make_template(folder: Path) -> Path:
    """Set up the office that every story begins in: a folder to be copied."""
    desk = open_new_desk(folder, clock=SettableClock(datetime(2026, 10, 31, 8, tzinfo=VIETNAM).astimezone(UTC)))
    desk.clerk = PROGRAM
    for procedure in PROCEDURES:
        catalogue.begin(desk, procedure)
    desk.close()
    return folder


@contextmanager
def played(template: Path, story: Story) -> Iterator[Any]:
    """Open a register in which a story has happened."""
    with tempfile.TemporaryDirectory(prefix="onestop-chance-") as folder:
        play = _Play(shutil.copytree(template, Path(folder) / "data"))
        try:
            play.run(story)
            yield play.desk
        finally:
            play.desk.close()


@dataclass(slots=True)
class _Course:
    """How far a dossier has come, and what was promised at first."""

    uid: str
    due_at: datetime
    stage: Stage | None = Stage.RECEIVED


class _Play:
    """Does what a story says in the order in which it was written down."""

    def __init__(self, folder: Path) -> None:
        self._clock = SettableClock(datetime(2026, 10, 31, 9, tzinfo=VIETNAM).astimezone(UTC))
        self._queue: list[tuple[datetime, int, Callable[..., None], tuple[Any, ...]]] = []
        self._number = count()
        self.desk = adopt_copy(folder, 1, 0, "máy của câu chuyện", self._clock)

    def run(self, story: Story) -> None:
        """Play a story to its end."""
        for number, life in enumerate(story.lives):
            at = datetime.combine(FIRST + timedelta(days=life.day), life.clock, VIETNAM)
            self._plan(at + timedelta(days=life.late), self._receive, number, life, at)
        for month, days in zip(MONTHS, story.closed_after, strict=True):
            if days is not None:
                self._plan(_midnight(_next_month(month) + timedelta(days=days)), self._close, month)
        for day in story.refused_on:
            self._plan(_midnight(FIRST + timedelta(days=day)), self._refuse)
        if story.moved_on is not None:
            self._plan(_midnight(FIRST + timedelta(days=story.moved_on)), self._move)
        while self._queue:
            at, _, act, about = heapq.heappop(self._queue)
            self._clock.now = max(self._clock.now, at.astimezone(UTC))
            self.desk.clerk, self.desk.clock_confirmed_at = PROGRAM, self._clock.now
            act(*about)
        self._clock.now = max(self._clock.now, _AFTERWARDS)

    def _plan(self, at: datetime, act: Callable[..., None], *about: Any) -> None:
        heapq.heappush(self._queue, (at, next(self._number), act, about))

    def _receive(self, number: int, life: Life, at: datetime) -> None:
        form = an_application(f"c{number}", procedure=PROCEDURES[life.procedure], channel=life.channel, received_at=at)
        made = accept(self.desk, form)
        self._plan_next(_Course(made.uid, made.due.due_at or at), life.deeds, at)

    def _plan_next(self, course: _Course, deeds: Sequence[Deed], after: datetime) -> None:
        if deeds:
            at = max(after, _day_of(deeds[0], course, after))
            self._plan(at + timedelta(days=deeds[0].late), self._do, course, deeds, at)

    def _do(self, course: _Course, deeds: Sequence[Deed], at: datetime) -> None:
        may_follow = _FOLLOWING.get(course.stage, _OVER)
        step = _STEPS[may_follow[deeds[0].which % len(may_follow)]](at, deeds[0].pick)
        with suppress(DeskError):  # an apology too late, more money back than was paid: refused, as at a counter
            course.stage = take_step(self.desk, course.uid, step).state.stage
        self._plan_next(course, deeds[1:], at)

    def _close(self, month: date) -> None:
        months.close_month(self.desk, month)

    def _refuse(self) -> None:
        asked = guidance.Request(an_owner(name="Lê Văn Mẫu"), "Cấp lại bằng lái")
        guidance.refuse_at_counter(self.desk, asked, "không thuộc thẩm quyền")

    def _move(self) -> None:
        folder = self.desk.folder
        self.desk.close()
        self.desk = adopt_copy(folder, 3, 0, "đổi quầy", self._clock)


def _day_of(deed: Deed, course: _Course, after: datetime) -> datetime:
    """Return the moment that a step asks for: on an edge, or some days from the promise or from the step before it."""
    begin = (course.due_at if deed.is_beside_due else after).astimezone(VIETNAM).date()
    edges = [day for number in EDGES if (day := FIRST + timedelta(days=number)) > begin]
    if deed.is_on_edge and edges:
        return datetime.combine(edges[0], deed.clock, VIETNAM)
    return datetime.combine(begin + timedelta(days=deed.days), deed.clock, VIETNAM)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), VIETNAM)


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
