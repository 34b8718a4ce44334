"""Registers as hypothesis draws them: receptions, steps, corrections and closed months in any order, most of them near
a midnight, the end of a month or the end of the year. What may not follow is refused, as at a counter."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from onestop_desk.domain.application import Channel, ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import ProcedureLimit
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import (
    Extended,
    Finished,
    HandedOver,
    Rated,
    Refused,
    Returned,
    ReturnRecalled,
    Stopped,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.services import catalogue, months
from onestop_desk.services.desk import PROGRAM, Desk
from onestop_desk.services.intake import Accepted, accept
from onestop_desk.services.progress import take_step
from onestop_desk.services.step import Correction, Payment, Supplement
from tests.desks import SettableClock, a_procedure, an_application, open_new_desk

START = datetime(2026, 11, 28, 8, 0, tzinfo=VIETNAM)
"""Figures of November, December and, over the year's end, January."""

PROCEDURES = (
    a_procedure(code="1.000001", field="Hộ tịch", on_site_five=True),
    a_procedure(code="1.000002", field="Đất đai", limits=(ProcedureLimit(9, Unit.CALENDAR_DAY),)),
    a_procedure(code="1.000003", field="Đất đai", limits=(ProcedureLimit(0, Unit.SAME_DAY),)),
    a_procedure(code="1.000004", field="Chứng thực", limits=(ProcedureLimit(0, Unit.NONE),)),
)
_MINUTE = timedelta(minutes=1)
NOW, PROMISED = "now", "on the promised day"


def _midnight(now: datetime) -> datetime:
    return datetime.combine(now.date(), time(0), VIETNAM)


_EDGES: dict[str, Callable[[datetime], datetime]] = {
    NOW: lambda now: now,
    "first minute of the day": _midnight,
    "last minute of the day before": lambda now: _midnight(now) - _MINUTE,
    "first minute of the month": lambda now: _midnight(now).replace(day=1),
    "last minute of the month before": lambda now: _midnight(now).replace(day=1) - _MINUTE,
    "nine days ago": lambda now: now - timedelta(days=9),
}
_STEPS: dict[str, Callable[[datetime, int], Any]] = {
    "hand over": lambda at, n: HandedOver(at, ("Tư pháp", "Địa chính")[n % 2]),
    "ask for papers": lambda at, n: SupplementRequested(at, ("Ảnh",), "mờ"),
    "papers": lambda at, n: Supplement(at),
    "pay": lambda at, n: Payment(at, 1_000 * (n + 1), "tiền mặt", payer="Nguyễn Văn Mẫu"),
    "waive": lambda at, n: Payment(at, exempt_reason="hộ nghèo"),
    "apologise": lambda at, n: Extended(at, at + timedelta(days=20), "thiếu người"),
    "finish": lambda at, n: Finished(at, ("Giấy",)),
    "withdraw": lambda at, n: Withdrawn(at, "thôi"),
    "stop": lambda at, n: Stopped(at, "không bổ sung"),
    "refuse": lambda at, n: Refused(at, "không đủ"),
    "return": lambda at, n: Returned(at, way=list(ReturnWay)[n % 3]),
    "recall": lambda at, n: ReturnRecalled(at, "nhầm"),
    "rate": lambda at, n: Rated(at, 1 + n % 3, ("", "chờ lâu")[n % 2]),
    "correct the channel": lambda at, n: Correction(at, "channel", list(Channel)[n % 3].value, "nhầm"),
    "correct the procedure": lambda at, n: Correction(at, "procedure", PROCEDURES[n % 4].code, "nhầm"),
}


@dataclass(frozen=True)
class Deed:
    """Something done: after `hours`, to the dossier `of` (modulo how many there are), at an edge, with a number that
    chooses among variants."""

    what: str
    hours: int
    of: int
    at: str
    number: int


def deeds(closing: bool) -> st.SearchStrategy[list[Deed]]:
    """Draw what happens in a register; every fourth deed or so is a reception."""
    often = ("apologise", "ask for papers", "papers", "finish", "finish", "rate", "rate")
    words = ["receive"] * 5 + [*often, *_STEPS] + (["close the month before"] * 3 if closing else [])
    one = st.builds(
        Deed,
        what=st.sampled_from(words),
        hours=st.sampled_from((0, 1, 15, 24, 72, 200)),
        of=st.integers(0, 6),
        at=st.sampled_from((*_EDGES, PROMISED, PROMISED)),
        number=st.integers(0, 11),
    )
    return st.lists(one, min_size=15, max_size=60)


def play(folder: Path, done: list[Deed]) -> Desk:
    """Make the register."""
    clock = SettableClock(START)
    desk = open_new_desk(folder, clock=clock)
    desk.clerk = PROGRAM
    for procedure in PROCEDURES:
        catalogue.begin(desk, procedure)
    made = [_received(desk, Deed("receive", 0, 0, NOW, number), number) for number in range(3)]
    for place, deed in enumerate(done, len(made)):
        clock.forward(hours=deed.hours)
        try:
            _do(desk, clock, deed, made, place)
        except DeskError:
            continue
    return desk


def _do(desk: Desk, clock: SettableClock, deed: Deed, made: list[Accepted], place: int) -> None:
    now = desk.clock().astimezone(VIETNAM)
    if deed.what == "receive":
        made.append(_received(desk, deed, place))
    elif deed.what == "close the month before":
        months.close_month(desk, (now.replace(day=1) - timedelta(days=1)).date())
    else:
        about = made[deed.of % len(made)]
        at = _moment(deed, now, about)
        clock.now = max(clock.now, at.astimezone(UTC))
        take_step(desk, about.uid, _STEPS[deed.what](at, deed.number))


def _moment(deed: Deed, now: datetime, about: Accepted) -> datetime:
    """Return when a step is said to have happened; on the promised day it is the first, a middle or the last minute."""
    if deed.at != PROMISED:
        return _EDGES[deed.at](now)
    due_at = about.due.due_at or now
    minutes = (0, 600, 1439)[deed.number % 3]
    return _midnight(due_at.astimezone(VIETNAM)) + timedelta(minutes=minutes)


def _received(desk: Desk, deed: Deed, place: int) -> Accepted:
    now = desk.clock().astimezone(VIETNAM)
    procedure, channel = PROCEDURES[deed.number % 4], list(Channel)[deed.number % 3]
    form = an_application(f"r{place}", procedure=procedure, channel=channel)
    if deed.at in _EDGES and deed.at != NOW:
        form = replace(form, received_at=_EDGES[deed.at](now))
    return accept(desk, form)
