"""Serials of this counter and day: given once, inside the transaction that uses them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from onestop_desk.domain.codes import DossierCode, SerialRange, serial_range
from onestop_desk.domain.office import DeskState
from onestop_desk.services.fault import SerialsUsedUp
from onestop_desk.services.record import Writing

# Plain SQL, for the driver itself: SQLAlchemy compiles an upsert anew at every call and binds names slowly, and this is
# the hottest path of the program.
_LAST = text(
    "SELECT max("
    "coalesce((SELECT last FROM serial_counter"
    " WHERE series = :series AND agency = :agency AND day = :day AND first = :first), 0), "
    # Codes kept from elsewhere may lie in this range: the register knows better than the counter.
    "coalesce((SELECT max(serial) FROM dossier"
    " WHERE :series = 'dossier' AND agency = :agency AND day = :day AND serial BETWEEN :first AND :end), 0))"
)
_KEEP = (
    "INSERT INTO serial_counter (series, agency, day, first, last) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (series, agency, day, first) DO UPDATE SET last = excluded.last"
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
    known = {"series": series, "agency": agency, "day": day.isoformat(), "first": first, "end": within.last}
    last = writing.connection.execute(_LAST, known).scalar()
    return max(int(last or 0), within.first - 1)


def _keep(writing: Writing, key: _Key, last: int) -> None:
    series, agency, day, first = key
    writing.connection.exec_driver_sql(_KEEP, (series, agency, day.isoformat(), first, last))
    writing.serials[key] = last
