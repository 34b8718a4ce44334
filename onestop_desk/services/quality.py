"""Satisfaction, supplements and apologies, cut limits, and the two scores that are made of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from sqlalchemy import select

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.events import (
    Extended,
    Paid,
    Rated,
    Returned,
    Stopped,
    Supplemented,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.domain.figures import Share
from onestop_desk.domain.ledger import Aspect
from onestop_desk.domain.measures import Period
from onestop_desk.domain.quality import WEIGHTS, Criterion, IndexGroup, evaluate, index_of
from onestop_desk.domain.text import sort_key
from onestop_desk.services.counting import D, Scope
from onestop_desk.services.happened import Happening, happened
from onestop_desk.services.reporting import Asked, Opened, bieu06, opened, yearly

V = TypeVar("V")

LEVELS = (1, 2, 3)
MEASURED = {1: "progress", 2: "five", 3: "asked_once", 6: "satisfaction", 8: "publicity", 9: "online"}
"""The criteria of NĐ 61 that the register can measure, and the share that each is measured by."""

_DAY_SECONDS = 86_400
_TENTH = Decimal("0.1")
_CASH = ("", "tiền mặt")


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The last word of each person in the period, by field: the dossiers of each level, and the reasons given."""

    by_field: Mapping[str, Mapping[int, tuple[str, ...]]]
    reasons: tuple[tuple[str, int], ...]

    def uids(self, level: int, of: str | None = None) -> tuple[str, ...]:
        """Return the dossiers of a level, of one field or of all."""
        return tuple(uid for name, row in self.by_field.items() if of in (None, name) for uid in row.get(level, ()))

    @property
    def satisfied(self) -> Share:
        """Those who were satisfied or very satisfied, of all who said anything."""
        counts = [len(self.uids(level)) for level in LEVELS]
        return Share(counts[0] + counts[1], sum(counts))


@dataclass(slots=True)
class Delays:
    """Supplements and apologies of a field: dossiers by what happened to them, and how long people waited.
    `asked_again` holds once each dossier that was asked in the period for the second time in its life, or oftener."""

    asked: list[str] = field(default_factory=list)
    asked_again: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    extended: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        """Whether anything of it falls into the period."""
        return bool(self.asked or self.answered or self.waiting or self.extended)

    @property
    def mean_days(self) -> Decimal | None:
        """Days from the request to the papers, on average, one decimal; None where nobody answered."""
        if not self.waited:
            return None
        return Decimal(sum(self.waited) / len(self.waited)).quantize(_TENTH, ROUND_HALF_UP)


def satisfaction(scope: Scope, period: Period) -> Satisfaction:
    """Return what people said."""
    last: dict[str, Happening] = {}
    for one in happened(scope, (Rated,), period):
        last[one.uid] = one
    by_field: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in last.values():
        by_field[one.field][one.event.level].append(one.uid)
    reasons = Counter(one.event.reason for one in last.values() if one.event.reason)
    plain = {name: {level: tuple(uids) for level, uids in row.items()} for name, row in by_name(by_field)}
    return Satisfaction(plain, tuple(reasons.most_common()))


def by_name(rows: Mapping[str, V]) -> list[tuple[str, V]]:
    """Return rows in the Vietnamese order of their names."""
    return sorted(rows.items(), key=lambda row: sort_key(row[0]))


def delays(scope: Scope, period: Period) -> dict[str, Delays]:
    """Return supplements and apologies by field."""
    found: dict[str, Delays] = defaultdict(Delays)
    asked_at: dict[str, Happening] = {}
    times = Counter[str]()
    for one in happened(scope, (SupplementRequested, Supplemented, Extended), period, also_before=True):
        is_now, row = one.at >= period.begin, found[one.field]
        match one.event:
            case SupplementRequested():
                asked_at[one.uid] = one
                times[one.uid] += 1
                row.asked += [one.uid] if is_now else []
                again = is_now and times[one.uid] > 1 and one.uid not in row.asked_again
                row.asked_again += [one.uid] if again else []
            case Supplemented():
                request = asked_at.pop(one.uid, None)
                if is_now and request is not None:
                    row.answered.append(one.uid)
                    row.waited.append((one.event.at - request.event.at).total_seconds() / _DAY_SECONDS)
            case _ if is_now:
                row.extended.append(one.uid)
    for uid in _open_at(scope, period, asked_at):
        found[asked_at[uid].field].waiting.append(uid)
    return {name: row for name, row in by_name(found) if row.is_any}


def payments(scope: Scope, period: Period) -> list[Happening]:
    """Return what was paid or waived."""
    return happened(scope, (Paid,), period)


def collected(scope: Scope, period: Period) -> list[Happening]:
    """Return what was paid."""
    return [one for one in payments(scope, period) if one.event.amount]


def is_cashless(paid: Happening) -> bool:
    """Tell whether it was paid without cash."""
    return paid.event.method.strip().lower() not in _CASH


def refunds(scope: Scope, period: Period) -> list[Happening]:
    """Return what was given back with a withdrawal or a stop."""
    return [one for one in happened(scope, (Withdrawn, Stopped), period) if one.event.refunded]


def given(scope: Scope, period: Period) -> list[Happening]:
    """Return what was given to people."""
    return happened(scope, (Returned,), period)


def is_electronic(returned: Happening) -> bool:
    """Tell whether a result was given electronically."""
    return returned.event.way is ReturnWay.ELECTRONIC


def asked_once(scope: Scope, period: Period) -> Opened:
    """Return what was solved in the period for which nobody was asked for papers more than once in its life."""
    asked = Counter(one.uid for one in happened(scope, (SupplementRequested,), period, also_before=True))
    solved = opened(scope, period, Asked(("solved",)))
    lines, back = ([line for line in ones if asked[line.uid] < 2] for ones in (solved.lines, solved.taken_back))
    return Opened(tuple(lines), tuple(back))


def index_766(
    scope: Scope, period: Period, offered: Iterable[Procedure], weights: tuple[int, ...] = WEIGHTS
) -> tuple[IndexGroup, ...]:
    """Return the six groups of the index, each from what the register and the catalogue hold."""
    return index_of(_shares(scope, period, tuple(offered)), weights)


def evaluation_61(
    scope: Scope, period: Period, offered: Iterable[Procedure], points: Mapping[int, int]
) -> tuple[Criterion, ...]:
    """Return the nine criteria; raises BadValue for points that do not exist."""
    shares, five = _shares(scope, period, tuple(offered)), yearly(scope, period).on_site_five
    shares["five"] = Share(five.before + five.on, five.solved)
    shares["asked_once"] = Share(asked_once(scope, period).count, shares["progress"].whole)
    return evaluate({number: shares[name] for number, name in MEASURED.items()}, points)


def _shares(scope: Scope, period: Period, offered: tuple[Procedure, ...]) -> dict[str, Share]:
    total, paid, returned = bieu06(scope, period).total, collected(scope, period), given(scope, period)
    return {
        "publicity": Share(sum(1 for one in offered if one.limits and one.fees and one.papers), len(offered)),
        "progress": Share(total.before + total.on, total.solved),
        "online": Share(total.online, total.online + total.direct),
        "payment": Share(sum(map(is_cashless, paid)), len(paid)),
        "digitisation": Share(sum(map(is_electronic, returned)), len(returned)),
        "satisfaction": satisfaction(scope, period).satisfied,
    }


def _open_at(scope: Scope, period: Period, asked: Iterable[str]) -> set[str]:
    """Return which of the dossiers had not ended at the end of the period, as its books say: an end told after their
    closing is none there."""
    late = [(one.uid, booking) for one in scope.late for booking in reversed(one.bookings)]
    booked = {uid: booking.at for uid, booking in late if booking.aspect is Aspect.ENDED}
    wanted, found = list(asked), set[str]()
    for start in range(0, len(wanted), 500):
        query = select(D.uid, D.finished_at).where(D.uid.in_(wanted[start : start + 500]))
        for row in scope.connection.execute(query):
            ended_at = booked.get(row.uid, row.finished_at)
            if ended_at is None or ended_at >= period.end:
                found.add(row.uid)
    return found
