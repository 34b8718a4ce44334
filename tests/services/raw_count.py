"""Another count of the figures, from the raw payloads of the log: it knows no fold, no projection and no bookings.

A moment's books are closed by the first month_closed whose month reaches it. Whatever counts before that moment is
therefore what the log said when that event was written; before a moment nobody has closed, what the log says now.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

from onestop_desk.services.desk import Desk
from onestop_desk.services.record import EVENT

_VIETNAM = timezone(timedelta(hours=7))
_ENDS = ("finished", "withdrawn", "stopped", "refused")
Told = tuple[int, str, dict[str, Any]]
"""An event: its place in the log, its kind, its fields."""
Weights = dict[tuple[str, str], Counter[str]]
"""How often each dossier counts in a figure, by the row's key and the figure's name; below zero: taken back."""


@dataclass
class Case:
    """What a dossier is, as far as it was told."""

    received: datetime
    due: datetime | None
    ended: datetime | None = None
    field: str = ""
    procedure: str = ""
    agency: str = ""
    counter: str = ""
    is_online: bool = False
    is_five: bool = False
    stopped: datetime | None = None
    """Since when the clock stands still."""

    @property
    def promise(self) -> datetime | None:
        """What it is measured against: nothing where the clock stands still since before the promise had passed."""
        if self.due is not None and self.stopped is not None and day_of(self.stopped) <= day_of(self.due):
            return None
        return self.due

    def name(self, procedure: dict[str, Any]) -> None:
        """Take over a procedure."""
        self.field, self.procedure = procedure["field"], procedure["code"]
        self.is_five = procedure.get("on_site_five", False)

    def has_come(self, moment: datetime) -> bool:
        """Tell whether it was here before a moment."""
        return self.received < moment

    def has_gone(self, moment: datetime) -> bool:
        """Tell whether it had ended before a moment."""
        return self.ended is not None and self.ended < moment

    @property
    def how(self) -> str:
        """Before, on or over, by the days."""
        assert self.ended is not None
        promise = self.promise
        if promise is None or day_of(self.ended) == day_of(promise):
            return "on"
        return "before" if day_of(self.ended) < day_of(promise) else "over"


class RawCount:
    """The log of a register, counted in plain loops."""

    def __init__(self, desk: Desk) -> None:
        self._about: dict[str, list[Told]] = defaultdict(list)
        self._closings: list[tuple[int, datetime]] = []
        with desk.reading() as connection:
            for row in connection.execute(EVENT.select().order_by(EVENT.c.id)):
                told = json.loads(row.payload)["event"]
                if row.kind == "month_closed":
                    month = date.fromisoformat(told["month"])
                    self._closings.append((row.id, midnight((month + timedelta(days=31)).replace(day=1))))
                elif row.subject.startswith("dossier/"):
                    self._about[row.subject.removeprefix("dossier/")].append((row.id, row.kind, told))

    @property
    def uids(self) -> tuple[str, ...]:
        """Every dossier."""
        return tuple(self._about)

    def kinds(self) -> Counter[str]:
        """How often each kind of event happened."""
        return Counter(kind for told in self._about.values() for _, kind, _ in told)

    def known(self, uid: str, moment: datetime | None = None) -> Case | None:
        """Return what the books before a moment say of a dossier, None where it is not in them; without a moment, what
        is known now."""
        case = None
        for place, kind, event in self._about[uid]:
            if moment is not None and place > self._shut(moment):
                break
            if kind == "received":
                case = _case(event)
            elif case is not None:
                _apply(case, kind, event)
        return case

    def holder(self, uid: str, moment: datetime | None = None) -> str:
        """Return who has a dossier now, or who the books before a moment say had it."""
        now = before = ""
        for place, kind, event in self._about[uid]:
            if moment is not None and not self._is_in(place, event, moment):
                continue
            if kind == "handed_over":
                now, before = event["to"], now
            elif kind == "taken_over":
                now = event.get("by") or now
            elif kind == "hand_over_declined":
                now, before = before, ""
        return now

    def bieu06(self, first: date, last: date, by: str = "field") -> Weights:
        """Return the cells of Biểu 06 with the dossiers that each counts."""
        found: Weights = defaultdict(Counter)
        begin, end = midnight(first), midnight(last + timedelta(days=1))
        for uid in self.uids:
            for sign, moment in ((1, end), (-1, begin)):
                for key, cell in self._come_and_gone(uid, moment, by):
                    found[key, cell][uid] += sign
            for moment, cell_of in ((begin, lambda _case: "carried"), (end, _open_cell(last))):
                case = self.known(uid, moment)
                if case is not None and case.has_come(moment) and not case.has_gone(moment):
                    found[self._key(uid, case, by), cell_of(case)][uid] += 1
        return {where: left for where, uids in found.items() if (left := _nonzero(uids))}

    def yearly(self, first: date, last: date) -> Counter[str]:
        """Return the figures of the summary."""
        found: Counter[str] = Counter()
        for uid in self.uids:
            for sign, moment in ((1, midnight(last + timedelta(days=1))), (-1, midnight(first))):
                for name in _summary_names(self.known(uid, moment), moment):
                    found[name] += sign
        return found

    def said(self, kind: str, first: date, last: date) -> list[tuple[str, dict[str, Any]]]:
        """Return the events of a kind that count in a period, in the log's order."""
        begin, end = midnight(first), midnight(last + timedelta(days=1))
        told = [
            (place, uid, event)
            for uid in self.uids
            for place, of, event in self._about[uid]
            if of == kind and self._is_in(place, event, end) and not self._is_in(place, event, begin)
        ]
        return [(uid, event) for _, uid, event in sorted(told, key=lambda one: one[0])]

    def field(self, uid: str, last: date) -> str:
        """Return a dossier's field as the books up to a day have it."""
        case = self.known(uid, midnight(last + timedelta(days=1))) or self.known(uid)
        assert case is not None
        return case.field

    def hours(self, first: date, last: date) -> Counter[int]:
        """Return how many were received in each hour of the day."""
        found: Counter[int] = Counter()
        for uid in self.uids:
            for sign, moment in ((1, midnight(last + timedelta(days=1))), (-1, midnight(first))):
                case = self.known(uid, moment)
                if case is not None and case.has_come(moment):
                    found[case.received.astimezone(_VIETNAM).hour] += sign
        return found

    def ages(self, last: date) -> list[int]:
        """Return how many days each dossier had been here that was open at the end of a day."""
        end = midnight(last + timedelta(days=1))
        cases = [case for uid in self.uids if (case := self.known(uid, end)) is not None and case.has_come(end)]
        return [(last - day_of(case.received)).days for case in cases if not case.has_gone(end)]

    def waiting(self, last: date) -> list[str]:
        """Return the dossiers that waited for papers at the end of a day."""
        end, found = midnight(last + timedelta(days=1)), []
        for uid in self.uids:
            kinds = [kind for place, kind, event in self._about[uid] if self._is_in(place, event, end)]
            turns = [kind for kind in kinds if kind in ("supplement_requested", "supplemented", *_ENDS)]
            if turns and turns[-1] == "supplement_requested":
                found.append(uid)
        return found

    def waits(self, first: date, last: date) -> list[tuple[str, Fraction]]:
        """Return how many days each person took who brought papers in a period."""
        begin, end = midnight(first), midnight(last + timedelta(days=1))
        found = []
        for uid in self.uids:
            asked_at = end
            for place, kind, event in self._about[uid]:
                if kind == "supplement_requested":
                    asked_at = moment_of(event["at"])
                in_time = self._is_in(place, event, end) and not self._is_in(place, event, begin)
                if kind == "supplemented" and in_time:
                    found.append((uid, Fraction((moment_of(event["at"]) - asked_at) / timedelta(days=1))))
        return found

    def reason(self, uid: str, moment: datetime) -> str:
        """Return the reason of the last apology in the books before a moment."""
        told = ((kind, event) for place, kind, event in self._about[uid] if self._is_in(place, event, moment))
        reasons = [event["reason"] for kind, event in told if kind == "extended"]
        return str(reasons[-1]) if reasons else ""

    def code(self, uid: str) -> str:
        """Return a dossier's official code."""
        return str(self._about[uid][0][2]["code"])

    def _shut(self, moment: datetime) -> float:
        """Return the place in the log after which nothing counts before a moment any more."""
        return next((place for place, until in self._closings if until >= moment), float("inf"))

    def _is_in(self, place: int, event: dict[str, Any], moment: datetime) -> bool:
        return moment_of(event["at"]) < moment and place <= self._shut(moment)

    def _come_and_gone(self, uid: str, moment: datetime, by: str) -> Iterator[tuple[str, str]]:
        case = self.known(uid, moment)
        if case is None or not case.has_come(moment):
            return
        yield self._key(uid, case, by), "online" if case.is_online else "direct"
        if case.has_gone(moment):
            yield self._key(uid, case, by), case.how

    def _key(self, uid: str, case: Case, by: str) -> str:
        return self.holder(uid) if by == "officer" else str(getattr(case, by))


def midnight(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime(day.year, day.month, day.day, tzinfo=_VIETNAM)


def moment_of(text: str) -> datetime:
    """Read a moment as payloads spell it."""
    return datetime.fromisoformat(text)


def day_of(moment: datetime) -> date:
    """Return the day of a moment in Vietnam."""
    return moment.astimezone(_VIETNAM).date()


def _case(event: dict[str, Any]) -> Case:
    due = event["due"].get("due_at")
    made = Case(moment_of(event["at"]), moment_of(due) if due else None)
    made.agency, made.counter = event["agency"], str(event["counter"])
    made.is_online = event.get("channel") == "online"
    made.name(event["procedure"])
    return made


def _apply(case: Case, kind: str, event: dict[str, Any]) -> None:
    if kind in _ENDS:
        case.ended = moment_of(event["at"])
    if kind in ("supplement_requested", "payment_requested"):
        case.stopped = moment_of(event["at"])
    if kind in ("supplemented", "paid"):
        case.stopped = None
    if kind in ("supplemented", "paid", "corrected") and event.get("due"):
        due = event["due"].get("due_at")
        case.due = moment_of(due) if due else None
    if kind == "corrected":
        if event["field"] == "channel":
            case.is_online = event["new"] == "online"
        if event.get("procedure"):
            case.name(event["procedure"])


def _open_cell(last: date) -> Callable[[Case], str]:
    def cell(case: Case) -> str:
        return "open_late" if case.promise is not None and day_of(case.promise) < last else "open_in_time"

    return cell


def _summary_names(case: Case | None, moment: datetime) -> Iterator[str]:
    if case is not None and case.has_come(moment):
        if case.is_online:
            yield "online_received"
        if case.has_gone(moment):
            yield case.how
            if case.is_five:
                yield f"five_{case.how}"
            if case.is_online:
                yield "online_solved"


def _nonzero(uids: Counter[str]) -> Counter[str]:
    return Counter({uid: weight for uid, weight in uids.items() if weight})
