"""Limits and fees as the public reads them: one figure where all ways and cases agree, else every one that differs."""

from collections.abc import Callable, Iterable

from onestop_desk.documents.wording import limit_words
from onestop_desk.domain.application import Channel
from onestop_desk.domain.catalogue import Procedure, ProcedureFee, ProcedureLimit, fee_for, limit_for
from onestop_desk.domain.money import format_dong
from onestop_desk.domain.page_fee import PageRate

_WAYS = {Channel.DIRECT: "trực tiếp", Channel.POST: "bưu chính", Channel.ONLINE: "trực tuyến"}
_NAMED_BY_NOBODY, _FREE = "theo quy định", "không thu"
_OTHERWISE = "Trường hợp khác"

Words = Callable[[Channel, str | None], str]
"""What a way of handing in costs, or how long it takes, in a case."""


def offered_limit(procedure: Procedure) -> str:
    """Write how long a procedure takes: 27 ngày làm việc (bưu chính 20, trực tuyến 17)."""

    def words(way: Channel, case: str | None) -> str:
        found = limit_for(procedure, way, case)
        return limit_words(found.value, found.unit.value)

    return _by_case(_cases(procedure.limits), _ways(procedure.limits, ()), words)


def offered_fee(procedure: Procedure) -> str:
    """Write what a procedure costs: 20.000 đ (trực tuyến 10.000 đ)."""

    def words(way: Channel, case: str | None) -> str:
        return _fee_words(fee_for(procedure, way, case))

    cases = _cases(procedure.fees)
    if set(procedure.cases) - set(cases) and None not in cases:
        cases = (*cases, None)  # the limits tell apart a case of which no fee is named
    return _by_case(cases, _ways(procedure.fees, procedure.limits), words)


def _cases(rows: Iterable[ProcedureLimit | ProcedureFee]) -> tuple[str | None, ...]:
    """Return the cases that rows tell apart, the one without a name last."""
    found = dict.fromkeys(row.case or None for row in rows)
    return tuple(sorted(found, key=lambda case: case is None)) or (None,)


def _by_case(cases: tuple[str | None, ...], ways: tuple[Channel, ...], words: Words) -> str:
    """Write a part for each case; a single one where all agree."""
    told = {case: _by_way({way: words(way, case) for way in ways}) for case in cases}
    agree = len(set(told.values())) == 1
    if agree and (len(cases) > 1 or cases == (None,)):  # of a case alone its name tells for whom it is
        return _begun(told[cases[0]])
    return "; ".join(f"{_begun(case or _OTHERWISE)}: {part}" for case, part in told.items())


def _by_way(told: dict[Channel, str]) -> str:
    """Write what one case is by each way: first that of the counter, then the ways that differ from it."""
    alike: dict[str, list[str]] = {}
    for way, words in told.items():
        alike.setdefault(words, []).append(_WAYS[way])
    if len(alike) == 1:
        return next(iter(alike))
    at_counter = told.get(Channel.DIRECT)
    others = [(" và ".join(ways), words) for words, ways in alike.items() if words != at_counter]
    if at_counter is None:
        return ", ".join(f"{ways} {words}" for ways, words in others)
    return f"{at_counter} ({', '.join(f'{ways} {_shortened(words, at_counter)}' for ways, words in others)})"


def _shortened(words: str, beside: str) -> str:
    """Leave the unit out where the limit beside it has the same: 20 after 27 ngày làm việc."""
    (value, _, unit), (other, _, same) = words.partition(" "), beside.partition(" ")
    return value if value.isdecimal() and other.isdecimal() and unit == same else words


def _ways(
    rows: Iterable[ProcedureLimit | ProcedureFee], beside: Iterable[ProcedureLimit | ProcedureFee]
) -> tuple[Channel, ...]:
    """Return the ways that rows speak of, and those that rows beside them name; all where one row is for any way."""
    named = {row.channel for row in rows}
    ways = set(Channel) if None in named or not named else named | {row.channel for row in beside}
    return tuple(way for way in _WAYS if way in ways)


def _fee_words(fee: ProcedureFee | None) -> str:
    if fee is None:
        return _NAMED_BY_NOBODY
    if fee.by_page is not None:
        return _page_words(fee.by_page)
    return format_dong(fee.amount) if fee.amount else _FREE


def _page_words(rate: PageRate) -> str:
    """Write a fee by the page: 2.000 đ/trang, từ trang thứ 3 1.000 đ/trang, tối đa 200.000 đ/bản."""
    parts = [f"{format_dong(rate.first)}/trang"]
    if rate.then != rate.first:
        parts.append(f"từ trang thứ {rate.first_pages + 1} {format_dong(rate.then)}/trang")
    if rate.most:
        parts.append(f"tối đa {format_dong(rate.most)}/bản")
    return ", ".join(parts)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
