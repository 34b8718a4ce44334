"""Figures counted another way: from the raw payloads of the log and with plain words, knowing no fold, no projection
and none of the definitions that the program counts by."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

from onestop_desk.services.desk import Desk
from onestop_desk.services.record import EVENT

_HERE = timezone(timedelta(hours=7))
_ENDS = ("finished", "withdrawn", "stopped", "refused")


@dataclass
class RawCase:
    """A dossier as its payloads say."""

    uid: str
    received: date
    channel: str
    field: str
    code: str
    is_five: bool
    due: date | None
    ended: date | None = None
    said: list[tuple[str, date, dict[str, Any]]] = field(default_factory=list)

    def how(self) -> str:
        """Return before, on or over of what has ended."""
        if self.ended is None or self.due is None or self.ended == self.due:
            return "on"
        return "before" if self.ended < self.due else "over"


def raw_cases(desk: Desk) -> list[RawCase]:
    """Read every dossier of the log."""
    cases: dict[str, RawCase] = {}
    with desk.reading() as connection:
        rows = connection.execute(EVENT.select().order_by(EVENT.c.id)).all()
    for row in rows:
        event = json.loads(row.payload)["event"]
        if row.kind == "received":
            cases[row.subject] = _case(row.subject, event)
        elif row.subject in cases:
            _follow(cases[row.subject], row.kind, event)
    return list(cases.values())


def bieu06(cases: list[RawCase], first: date, last: date, today: date) -> Counter[str]:
    """Count the eight columns that are no sums, as of today; a figure that is nought is left out."""
    found: Counter[str] = Counter()
    for case in cases:
        is_ended = case.ended is not None and case.ended <= last
        if case.received > last or (case.received < first and case.ended is not None and case.ended < first):
            continue
        came = "carried" if case.received < first else "online" if case.channel == "online" else "direct"
        found[came] += 1
        late = case.due is not None and case.due < min(last, today)
        found[case.how() if is_ended else "open_late" if late else "open_in_time"] += 1
    return found


def yearly(cases: list[RawCase], first: date, last: date) -> Counter[str]:
    """Count the summary: ends by how, those at one place, online ends and receptions."""
    found: Counter[str] = Counter()
    for case in cases:
        found["online_received"] += case.channel == "online" and first <= case.received <= last
        if case.ended is None or not first <= case.ended <= last:
            continue
        found[case.how()] += 1
        found["five_" + case.how()] += case.is_five
        found["online_solved"] += case.channel == "online"
    return found


def overdue(cases: list[RawCase], first: date, last: date, today: date) -> list[str]:
    """Name the dossiers that ended late in the period, or were late at its end or are today."""
    late = []
    for case in cases:
        ended_in = case.ended is not None and first <= case.ended <= last
        open_at_end = case.received <= last and (case.ended is None or case.ended > last)
        late_at_end = open_at_end and case.due is not None and case.due < min(last, today)
        if late_at_end or (ended_in and case.how() == "over"):
            late.append(case.uid)
    return sorted(late)


def said(cases: list[RawCase], kind: str, first: date, last: date) -> list[tuple[str, dict[str, Any]]]:
    """Return the dossiers and payloads of one kind of event in the period."""
    return [(case.uid, event) for case in cases for of, day, event in case.said if of == kind and first <= day <= last]


def _case(subject: str, event: dict[str, Any]) -> RawCase:
    procedure = event["procedure"]
    return RawCase(
        subject.removeprefix("dossier/"),
        _day(event["at"]),
        event.get("channel", "direct"),
        procedure["field"],
        procedure["code"],
        procedure.get("on_site_five", False),
        _due(event["due"]),
    )


def _follow(case: RawCase, kind: str, event: dict[str, Any]) -> None:
    if "at" in event:
        case.said.append((kind, _day(event["at"]), event))
    if kind in _ENDS:
        case.ended = _day(event["at"])
    if event.get("due") is not None:
        case.due = _due(event["due"])
    if kind == "corrected" and event["field"] == "channel":
        case.channel = event["new"]
    if kind == "corrected" and event.get("procedure"):
        now = event["procedure"]
        case.field, case.code, case.is_five = now["field"], now["code"], now.get("on_site_five", False)


def _due(due: dict[str, Any]) -> date | None:
    return _day(due["due_at"]) if due.get("due_at") else None


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone(_HERE).date()
