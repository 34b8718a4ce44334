"""Looking through the catalogue: the picker's words without accents, the list with its figures, the tiles."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import UNCOUNTED, Unit
from onestop_desk.domain.catalogue import CatalogueEntry, Procedure, ProcedureLimit, fee_for, limit_for
from onestop_desk.domain.plain import from_plain
from onestop_desk.domain.text import clean, fold, sort_key
from onestop_desk.services.desk import Desk
from onestop_desk.services.projection import DOSSIER, PROCEDURE

TILES = 9
FIRST_TILES = (
    *("1.001193", "1.000656", "1.000894", "1.004873", "2.000815"),
    *("2.000884", "2.000635", "1.004884", "1.004222"),
)
"""What a new counter is asked for most, until it has dossiers of its own."""

_RECENT = 2000
_CHUNK = 500

_KEYS = select(PROCEDURE.c.code, PROCEDURE.c.name, PROCEDURE.c.field, PROCEDURE.c.search_key, PROCEDURE.c.is_offered)
_SOME = select(PROCEDURE.c.code, PROCEDURE.c.entry).where(PROCEDURE.c.code.in_(bindparam("codes", expanding=True)))
_LATEST = (
    select(DOSSIER.c.procedure_code, DOSSIER.c.agency, DOSSIER.c.counter).order_by(DOSSIER.c.id.desc()).limit(_RECENT)
)


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One limit as lists and --json show it: `5 working_day`; `channel` and `case` None mean any."""

    channel: Channel | None
    case: str | None
    limit: str
    shortened: str
    cut_percent: float


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee in whole đồng."""

    channel: Channel | None
    case: str | None
    amount: int


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """A procedure in the list. `limit` is the law's, `shortened` what the office promises at the counter (channel
    direct), `cut_percent` what it gave up, `fee` in đồng, None where the catalogue names none."""

    code: str
    name: str
    field: str
    limit: str
    shortened: str
    cut_percent: float
    fee: int | None
    channels: tuple[Channel, ...]
    limits: tuple[LimitLine, ...]
    fees: tuple[FeeLine, ...]
    on_site_five: bool = False
    is_adapted: bool = False
    is_offered: bool = True


def procedures(desk: Desk) -> tuple[Procedure, ...]:
    """Return what the counter offers, by field and name in Vietnamese order."""
    found = _entries(desk, find_codes(desk))
    return tuple(entry.procedure for _, entry in found if entry.procedure is not None)


def catalogue_lines(desk: Desk) -> tuple[CatalogueLine, ...]:
    """Return the list of what is offered, by field and name in Vietnamese order."""
    return lines_of(desk, find_codes(desk))


def find_codes(desk: Desk, words: str = "", *, is_offered: bool = True) -> tuple[str, ...]:
    """Return the codes of the procedures that hold all the words, offered or retired, by field and name."""
    asked = _Asked(words)
    with desk.reading() as connection:
        rows = connection.execute(_KEYS).all()
    found = [row for row in rows if row.is_offered == is_offered and asked.is_in(row)]
    return tuple(row.code for row in sorted(found, key=_place))


def lines_of(desk: Desk, codes: Sequence[str]) -> tuple[CatalogueLine, ...]:
    """Return the lines of these procedures in this order; unknown codes are left out."""
    return tuple(_line(entry) for _, entry in _entries(desk, codes) if entry.procedure is not None)


def search(desk: Desk, words: str, limit: int = 20) -> tuple[CatalogueLine, ...]:
    """Return what the picker offers for words typed with or without accents, or part of a code, best first."""
    asked = _Asked(words)
    if not asked.tokens:
        return ()
    with desk.reading() as connection:
        rows = connection.execute(_KEYS).all()
    found = [row for row in rows if row.is_offered and asked.is_in(row)]
    return lines_of(desk, [row.code for row in sorted(found, key=asked.rank)[:limit]])


def most_used(desk: Desk, n: int = TILES) -> tuple[CatalogueLine, ...]:
    """Return the procedures this counter took in most often lately, filled up with those a new counter needs."""
    with desk.reading() as connection:
        used = _used_here(connection, (desk.state.agency, desk.state.counter))
    codes = tuple(dict.fromkeys((*(code for code, _ in used.most_common()), *FIRST_TILES)))
    return tuple(line for line in lines_of(desk, codes) if line.is_offered)[:n]


def _used_here(connection: Connection, here: tuple[str, int]) -> Counter[str]:
    rows = connection.execute(_LATEST)
    return Counter(row.procedure_code for row in rows if (row.agency, row.counter) == here)


class _Asked:
    """What was typed: its words folded, and a code or part of one as it stands."""

    def __init__(self, typed: str) -> None:
        self.typed = clean(typed).lower()
        self.tokens = tuple(token for part in self.typed.split() for token in self._readings(part))
        self._phrase = fold(typed)
        self._has_accents = not unicodedata.normalize("NFD", self.typed).isascii()

    def is_in(self, row: Any) -> bool:
        """Say whether the row holds every word, as the beginning of a word or as part of its code."""
        key = f" {row.search_key}"
        return all(f" {token}" in key or (token[:1].isdigit() and token in row.code) for token in self.tokens)

    def rank(self, row: Any) -> tuple[Any, ...]:
        """Return a key that puts the likeliest first."""
        name = f" {fold(row.name)}"
        return (
            not row.code.startswith(self.typed),
            self._has_accents and self.typed not in row.name.lower(),
            not name.endswith(f" {self._phrase}"),
            f" {self._phrase}" not in name,
            len(name),
            row.code,
        )

    @staticmethod
    def _readings(part: str) -> tuple[str, ...]:
        is_code = part.replace(".", "").isdigit() and part.isascii()
        return (part,) if is_code else tuple(fold(part).split())


def _place(row: Any) -> tuple[str, str, str]:
    return sort_key(row.field), sort_key(row.name), row.code


def _entries(desk: Desk, codes: Sequence[str]) -> Iterable[tuple[str, CatalogueEntry]]:
    known: dict[str, str] = {}
    with desk.reading() as connection:
        for first in range(0, len(codes), _CHUNK):
            rows = connection.execute(_SOME, {"codes": list(codes[first : first + _CHUNK])})
            known.update((row.code, row.entry) for row in rows)
    return [(code, from_plain(CatalogueEntry, json.loads(known[code]))) for code in codes if code in known]


def _line(entry: CatalogueEntry) -> CatalogueLine:
    procedure = entry.procedure
    assert procedure is not None
    main = _limit_line(limit_for(procedure, Channel.DIRECT))
    fee = fee_for(procedure, Channel.DIRECT)
    return CatalogueLine(
        code=procedure.code,
        name=procedure.name,
        field=procedure.field,
        limit=main.limit,
        shortened=main.shortened,
        cut_percent=main.cut_percent,
        fee=fee.amount if fee else None,
        channels=_channels(procedure),
        limits=tuple(map(_limit_line, procedure.limits)),
        fees=tuple(FeeLine(row.channel, row.case, row.amount) for row in procedure.fees),
        on_site_five=procedure.on_site_five,
        is_adapted=entry.adapted is not None,
        is_offered=entry.is_offered,
    )


def _limit_line(row: ProcedureLimit) -> LimitLine:
    law = _written(row.statutory or row.value, row.unit)
    return LimitLine(row.channel, row.case, law, _written(row.value, row.unit), round(row.cut_percent, 1))


def _written(value: int, unit: Unit) -> str:
    return unit.value if unit in UNCOUNTED else f"{value} {unit.value}"


def _channels(procedure: Procedure) -> tuple[Channel, ...]:
    named = {row.channel for row in procedure.limits}
    return tuple(one for one in Channel if one in named or None in named or not named)
