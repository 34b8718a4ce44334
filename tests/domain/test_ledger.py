"""Closed months: whatever comes in later, a closed month reads as it did, and every month adds up."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.ledger import (
    Booking,
    Closing,
    Life,
    Writ,
    book,
    cells_of_bookings,
    closed_until,
    implied,
    month_of,
)
from onestop_desk.domain.measures import CELLS, Facts, Period, cells_of

START = datetime(2026, 1, 1, tzinfo=VIETNAM)
MONTHS = [month_of(date(2026, number, 1)) for number in range(1, 7)]
KEYS = ("Hộ tịch", "Đất đai")


def _at(days: float) -> datetime:
    return START + timedelta(days=days)


@dataclass(frozen=True)
class _Written:
    """What a dossier is after an event, and when that was written down: day of the year."""

    day: int
    facts: Facts


_DAYS = st.integers(0, 170)


@st.composite
def _life(draw: Any) -> list[_Written]:
    received = draw(_DAYS)
    facts = Facts(_at(received), None, _at(received + draw(st.integers(0, 40))), draw(st.sampled_from(KEYS)))
    day = received + draw(st.sampled_from((0, 0, 1, 40)))
    life = [_Written(day, facts)]
    for kind in draw(st.lists(st.sampled_from(("end", "due", "field", "channel", "five", "received")), max_size=5)):
        day += draw(st.integers(0, 45))
        facts = _changed(draw, kind, facts, day)
        life.append(_Written(day, facts))
    return life


def _changed(draw: Any, kind: str, facts: Facts, day: int) -> Facts:
    match kind:
        case "end":
            if facts.ended_at is not None:
                return facts
            earliest = (facts.received_at - START).days
            return replace(facts, ended_at=_at(max(earliest, day - draw(st.integers(0, 40)))))
        case "due":
            return replace(facts, measured_due_at=draw(st.none() | _DAYS.map(_at)))
        case "field":
            return replace(facts, field=draw(st.sampled_from(KEYS)))
        case "channel":
            return replace(facts, channel=draw(st.sampled_from(list(Channel))))
        case "five":
            return replace(facts, on_site_five=True)
    return replace(facts, received_at=min(facts.received_at, _at(draw(_DAYS))))


def _until(day: int, closings: dict[int, date]) -> datetime | None:
    return max((month_of(month).end for on, month in closings.items() if on < day), default=None)


def _booked(life: list[_Written], closings: dict[int, date], known_on: int) -> tuple[Booking, ...]:
    return book((one.facts, _until(one.day, closings)) for one in life if one.day <= known_on)


def _figures(lives: list[list[_Written]], closings: dict[int, date], known_on: int, period: Period) -> Any:
    found: dict[tuple[str, str], int] = {}
    for life in lives:
        for booking in _booked(life, closings, known_on):
            for cell, value in cells_of_bookings((booking,), period).items():
                at = booking.facts.field, cell
                found[at] = found.get(at, 0) + value
    return {at: value for at, value in found.items() if value}


@given(st.lists(_life(), max_size=6), st.lists(st.integers(0, 25), min_size=5, max_size=5))
def test_a_closed_month_never_changes_again(lives: list[list[_Written]], delays: list[int]) -> None:
    closings: dict[int, date] = {}
    day = 0
    for month, delay in zip(MONTHS, delays, strict=False):
        day = max(day + 1, (month.end - START).days + delay)
        closings[day] = month.first
    for closed_on, month in closings.items():
        until_then = {on: which for on, which in closings.items() if on <= closed_on}
        then = _figures(lives, until_then, closed_on, month_of(month))
        for later in (closed_on + 20, 400):
            assert _figures(lives, closings, later, month_of(month)) == then


@given(st.lists(_life(), max_size=6), st.dictionaries(st.integers(20, 200), st.sampled_from(MONTHS), max_size=4), _DAYS)
def test_every_period_adds_up_and_months_make_the_year(
    lives: list[list[_Written]], closed: dict[int, Period], first: int
) -> None:
    closings = {day: month.first for day, month in closed.items()}
    year = Period(MONTHS[0].first, MONTHS[-1].last)
    any_period = Period(_at(first).date(), _at(first + 25).date())
    for period in (*MONTHS, year, any_period):
        for key in KEYS:
            row = {cell: _figures(lives, closings, 400, period).get((key, cell), 0) for cell in CELLS}
            came, ended = row["online"] + row["direct"] + row["carried"], row["before"] + row["on"] + row["over"]
            assert came == ended + row["open_in_time"] + row["open_late"]
    for cell in ("online", "direct", "before", "on", "over"):
        of_year, of_months = _sum(lives, closings, [year], cell), _sum(lives, closings, MONTHS, cell)
        assert of_year == of_months


def _sum(lives: list[list[_Written]], closings: dict[int, date], periods: list[Period], cell: str) -> int:
    found = [_figures(lives, closings, 400, period) for period in periods]
    return sum(value for one in found for (_, name), value in one.items() if name == cell)


@given(_life(), _DAYS, st.integers(0, 60))
def test_where_nothing_was_closed_the_bookings_say_what_the_dossier_says(
    life: list[_Written], first: int, length: int
) -> None:
    bookings = _booked(life, {}, 400)
    assert bookings == implied(life[-1].facts)
    period = Period(_at(first).date(), _at(first + length).date())
    if life[-1].facts.ended_at is None or life[-1].facts.ended_at >= life[-1].facts.received_at:
        assert cells_of_bookings(bookings, period) == dict.fromkeys(cells_of(life[-1].facts, period), 1)


def test_a_correction_shows_as_a_correction() -> None:
    wrong = Facts(_at(5), None, _at(40), "Hộ tịch")
    bookings = book([(wrong, None), (replace(wrong, field="Đất đai"), month_of(date(2026, 1, 1)).end)])
    assert [(one.sign, one.facts.field, one.at.date().isoformat()) for one in bookings] == [
        (1, "Hộ tịch", "2026-01-06"),
        (-1, "Hộ tịch", "2026-02-01"),
        (1, "Đất đai", "2026-02-01"),
    ]


def test_an_end_that_is_told_too_late_belongs_to_the_open_month_and_stays_in_time() -> None:
    facts = Facts(_at(5), None, _at(20), "Hộ tịch")
    late = replace(facts, ended_at=_at(18))
    bookings = book([(facts, None), (late, month_of(date(2026, 1, 1)).end)])
    assert cells_of_bookings(bookings, MONTHS[0]) == {"direct": 1, "open_late": 1}
    assert cells_of_bookings(bookings, MONTHS[1]) == {"carried": 1, "before": 1}


@pytest.mark.parametrize(("old", "new", "was", "is_now"), [(None, 70, "on", "before"), (70, None, "before", "on")])
def test_a_promise_given_or_taken_after_the_closing_moves_what_had_ended_openly(
    old: int | None, new: int | None, was: str, is_now: str
) -> None:
    promised = Facts(_at(5), _at(18), None if old is None else _at(old), "Hộ tịch")
    corrected = replace(promised, measured_due_at=None if new is None else _at(new))
    bookings = book([(promised, None), (corrected, month_of(date(2026, 1, 1)).end)])
    assert cells_of_bookings(bookings, MONTHS[0]) == {"direct": 1, was: 1}
    assert cells_of_bookings(bookings, MONTHS[1]) == {was: -1, is_now: 1}


@pytest.mark.parametrize(
    ("event", "is_late"),
    [
        (Writ("a", 11, None), True),
        (Writ("a", 9, None), False),
        (Writ("a", 9, 900), False),
        (Writ("b", 1, None), True),
        (Writ("b", 1, 71), True),
        (Writ("b", 1, 70), False),
        (Writ("before a restore", 4, None), False),
        (Writ("before a restore", 4, 900), False),
        (Writ("before a restore", 5, None), True),
    ],
)
def test_what_a_closing_did_not_know_is_late_on_every_desk(event: Writ, is_late: bool) -> None:
    closing = Closing(date(2026, 1, 1), Writ("a", 10, None), 70, (Life("before a restore", 4),))
    assert closing.is_before(event) is is_late
    assert (closed_until(event, [closing]) is not None) is is_late


def test_a_month_is_found_from_any_of_its_days_also_in_december() -> None:
    assert month_of(date(2026, 12, 31)) == Period(date(2026, 12, 1), date(2026, 12, 31))
    assert month_of(date(2028, 2, 29)) == Period(date(2028, 2, 1), date(2028, 2, 29))
