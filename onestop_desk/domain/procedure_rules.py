"""What a procedure must be before it enters the catalogue, from a file or from the page."""

from collections.abc import Hashable, Iterable
from dataclasses import replace

from onestop_desk.domain.calendar import UNCOUNTED, Limit
from onestop_desk.domain.catalogue import (
    Procedure,
    ProcedureFee,
    ProcedureLimit,
    ProcedureResult,
    ProcedureStep,
    RequiredPaper,
)
from onestop_desk.domain.codes import ProcedureCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.page_fee import MOST_PAGES
from onestop_desk.domain.text import clean

LONGEST_TEXT = 4000
MOST_ROWS = 200
MOST_COUNTED = 999
MOST_HOURS = 999
MOST_DONG = 10**12


def sound_procedure(procedure: Procedure) -> Procedure:
    """Return the procedure with clean texts and one spelling of every value; raises BadValue for what cannot be."""
    _require_few(procedure)
    limits = tuple(map(_limit, procedure.limits))
    fees = tuple(map(_fee, procedure.fees))
    steps = tuple(map(_step, procedure.steps))
    _require_distinct("limits", ((row.channel, row.case) for row in limits))
    _require_distinct("fees", ((row.channel, row.case) for row in fees))
    _require_distinct("steps", (row.name for row in steps))
    return replace(
        procedure,
        code=str(ProcedureCode.parse(clean(procedure.code))),
        name=_text("procedure.name", procedure.name),
        field=_text("procedure.field", procedure.field),
        levels=tuple(level for level in map(clean, procedure.levels) if level),
        limits=limits,
        fees=fees,
        papers=tuple(map(_paper, procedure.papers)),
        results=tuple(map(_result, procedure.results)),
        steps=steps,
    )


def _require_few(procedure: Procedure) -> None:
    for field in ("limits", "fees", "papers", "results", "steps"):
        count = len(getattr(procedure, field))
        if count > MOST_ROWS:
            raise BadValue(field, "too_many", str(count))


def _require_distinct(field: str, keys: Iterable[Hashable]) -> None:
    seen: set[Hashable] = set()
    for key in keys:
        if key in seen:
            raise BadValue(field, "duplicate", str(key))
        seen.add(key)


def _text(field: str, text: str) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise BadValue(field, "empty")
    if len(cleaned) > LONGEST_TEXT:
        raise BadValue(field, "too_long", cleaned[:40])
    return cleaned


def _limit(row: ProcedureLimit) -> ProcedureLimit:
    if row.unit in UNCOUNTED:
        if row.statutory:
            raise BadValue("limits.statutory", "number", str(row.statutory))
        return ProcedureLimit(0, row.unit, row.channel, _case(row.case))
    statutory = row.statutory
    Limit(row.value, row.unit)
    if statutory is not None:
        Limit(statutory, row.unit)
        if statutory < row.value:
            raise BadValue("limits.statutory", "below_shortened", str(statutory))
    law = None if statutory == row.value else statutory
    return ProcedureLimit(row.value, row.unit, row.channel, _case(row.case), law)


def _fee(row: ProcedureFee) -> ProcedureFee:
    by_page = row.by_page
    amounts = (row.amount, by_page.first, by_page.then, by_page.most) if by_page else (row.amount,)
    for amount in amounts:
        if amount < 0:
            raise BadValue("fees", "negative", str(amount))
        if amount > MOST_DONG:
            raise BadValue("fees", "too_large", str(amount))
    if by_page and not 0 <= by_page.first_pages <= MOST_PAGES:
        raise BadValue("fees", "range", str(by_page.first_pages))
    return ProcedureFee(row.amount, row.channel, _case(row.case), by_page)


def _paper(row: RequiredPaper) -> RequiredPaper:
    name = _text("papers", row.name)
    if not (0 <= row.originals <= MOST_COUNTED and 0 <= row.copies <= MOST_COUNTED):
        raise BadValue("papers", "range", name)
    return RequiredPaper(name, row.originals, row.copies, row.required)


def _step(row: ProcedureStep) -> ProcedureStep:
    name = _text("steps", row.name)
    if not 1 <= row.hours <= MOST_HOURS:
        raise BadValue("steps", "range", name)
    return ProcedureStep(name, row.hours)


def _result(row: ProcedureResult) -> ProcedureResult:
    """Some published results carry nothing but their national code."""
    name, code = clean(row.name), clean(row.code)
    return ProcedureResult(name if code and not name else _text("results", name), code)


def _case(case: str | None) -> str | None:
    return clean(case or "") or None
