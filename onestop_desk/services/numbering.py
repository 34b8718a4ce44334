"""Serials of this counter and day: given once, inside the transaction that uses them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.codes import DossierCode, SerialRange, serial_range
from onestop_desk.domain.office import DeskState
from onestop_desk.models.desk import SerialCounter
from onestop_desk.services.fault import SerialsUsedUp
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import Writing

COUNTER: Table = SerialCounter.metadata.tables["serial_counter"]

_GIVEN = select(COUNTER.c.last).where(
    COUNTER.c.series == bindparam("series"),
    COUNTER.c.agency == bindparam("agency"),
    COUNTER.c.day == bindparam("day"),
    COUNTER.c.first == bindparam("first"),
)
_SEEN = select(func.max(DOSSIER.c.serial)).where(
    DOSSIER.c.agency == bindparam("agency"),
    DOSSIER.c.day == bindparam("day"),
    DOSSIER.c.serial.between(bindparam("first"), bindparam("last")),
)
_INSERT = upsert(COUNTER)
_KEEP = _INSERT.on_conflict_do_update(
    index_elements=["series", "agency", "day", "first"], set_={"last": _INSERT.excluded.last}
)

_Key = tuple[str, str, date, int]


@dataclass(frozen=True, slots=True)
class Serial:
    """A serial, and how many of its range are left when 90 % are gone (None: no need to say)."""

    value: int
    left: int | None = None


def next_serial(writing: Writing, desk: DeskState, day: date, series: str = "dossier") -> Serial:
    """Take the next serial of this desk's ranges; raises SerialsUsedUp, never runs over into another counter's."""
    ranges = [serial_range(desk.counter, extra) for extra in desk.extras]
    for number, each in enumerate(ranges):
        key = (series, desk.agency, day, each.first)
        value = _last_used(writing, key, each) + 1
        if value <= each.last:
            _keep(writing, key, value)
            is_last_range = number == len(ranges) - 1
            return Serial(value, each.last - value if is_last_range and value >= each.warns_at else None)
    raise SerialsUsedUp(desk.counter, day, ranges[-1].last if ranges else 0)


def reserve(writing: Writing, desk: DeskState, code: DossierCode) -> None:
    """Keep a code that was given elsewhere out of this desk's own numbers."""
    if str(code.agency) != desk.agency:
        return
    for extra in desk.extras:
        each = serial_range(desk.counter, extra)
        if each.first <= code.serial <= each.last:
            key = ("dossier", desk.agency, code.day, each.first)
            _keep(writing, key, max(_last_used(writing, key, each), code.serial))


def _last_used(writing: Writing, key: _Key, within: SerialRange) -> int:
    if key in writing.serials:
        return writing.serials[key]
    series, agency, day, first = key
    row = {"agency": agency, "day": day, "first": first}
    given = writing.connection.execute(_GIVEN, {**row, "series": series}).scalar()
    # Codes kept from elsewhere may lie in this range: the log knows better than the counter.
    seen = writing.connection.execute(_SEEN, {**row, "last": within.last}).scalar() if series == "dossier" else None
    return max(given or 0, seen or 0, within.first - 1)


def _keep(writing: Writing, key: _Key, last: int) -> None:
    series, agency, day, first = key
    row = {"series": series, "agency": agency, "day": day, "first": first, "last": last}
    writing.connection.execute(_KEEP, row)
    writing.serials[key] = last
