"""What was said of an agency's dossiers in a period, from the log itself: ratings, supplements, apologies, payments."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select

from onestop_desk.domain.events import Paid
from onestop_desk.domain.ledger import Writ, counted_at
from onestop_desk.domain.measures import Period
from onestop_desk.models.log import MONEY, SAID
from onestop_desk.services.clock import MOST_AHEAD
from onestop_desk.services.counting import D, Scope
from onestop_desk.services.record import EVENT, entry_from_row

# Said in the very words of the partial indexes, or SQLite does not use them.
_SAID: ColumnElement[Any] = literal_column(SAID.text)
_MONEY: ColumnElement[Any] = literal_column(MONEY.text)
_PIECE = 500


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a dossier of this agency; `at` is when it counts: a closed month takes nothing more. `field` is the
    dossier's as the books of the period have it."""

    uid: str
    field: str
    at: datetime
    event: Any


def happened(
    scope: Scope, kinds: Collection[type[Any]], period: Period, *, also_before: bool = False
) -> list[Happening]:
    """Return the events of these kinds that count in a period, in the log's order; `also_before` from the beginning."""
    found = []
    for row, entry in _entries(scope, kinds, period, also_before=also_before):
        at = counted_at(entry.event.at, Writ(row.stream, row.seq, row.pos), scope.closings)
        if at < period.end and (also_before or at >= period.begin):
            found.append((entry.subject.removeprefix("dossier/"), at, entry.event))
    fields = _fields(scope, [uid for uid, _, _ in found])
    fields |= {uid: facts.field for uid, facts in scope.facts_before(period.end).items() if uid in fields}
    return [Happening(uid, fields[uid], at, event) for uid, at, event in found if uid in fields]


def _entries(scope: Scope, kinds: Collection[type[Any]], period: Period, *, also_before: bool) -> list[Any]:
    """Read the events; what happened on a day was written down on it or later, or at most MOST_AHEAD before."""
    names = [kind.kind for kind in kinds]
    query = select(EVENT).where(_MONEY if names == [Paid.kind] else _SAID, EVENT.c.kind.in_(names))
    if not also_before:
        query = query.where(EVENT.c.at >= period.begin - MOST_AHEAD)
    rows = scope.connection.execute(query.order_by(EVENT.c.id))
    read = [(row, entry_from_row(scope.connection, row)) for row in rows.all()]
    first: dict[tuple[str, str], tuple[Any, Any]] = {}
    for row, entry in read:  # what two lives of a register have both sent was said once: where the feed has it first
        known = first.get((entry.subject, entry.uid))
        if isinstance(entry.event, tuple(kinds)) and (known is None or _place(row) < _place(known[0])):
            first[entry.subject, entry.uid] = (row, entry)
    return list(first.values())


def _place(row: Any) -> tuple[bool, int, int]:
    return row.pos is None, row.pos or 0, row.id


def _fields(scope: Scope, uids: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    wanted = list(dict.fromkeys(uids))
    for start in range(0, len(wanted), _PIECE):
        query = select(D.uid, D.field).where(scope.is_own, D.uid.in_(wanted[start : start + _PIECE]))
        found.update((row.uid, row.field) for row in scope.connection.execute(query))
    return found
