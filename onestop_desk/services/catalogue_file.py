"""A catalogue as a file: the .json format of resources/catalogue/starter.json, read row by row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import (
    PauseRule,
    Procedure,
    ProcedureFee,
    ProcedureLimit,
    ProcedureResult,
    ProcedureStep,
    RequiredPaper,
)
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.page_fee import PageRate
from onestop_desk.domain.procedure_rules import sound_procedure
from onestop_desk.domain.text import fold
from onestop_desk.services.import_file import Fields, RefusedRow, json_rows, read_text, refused_row, text_of

UNITS = {
    Unit.WORKING_DAY: "ngày làm việc", Unit.WORKING_HOUR: "giờ làm việc", Unit.CALENDAR_DAY: "ngày",
    Unit.CALENDAR_MONTH: "tháng", Unit.SAME_DAY: "trong ngày", Unit.NONE: "không quy định",
}  # fmt: skip
"""How files and the template write the units."""


def spellings(words: Mapping[Any, str]) -> dict[str, Any]:
    """Return value by folded word, for the words given and for the values' own names."""
    named = {fold(str(value)): value for value in words}
    return named | {fold(word): value for value, word in words.items()}


UNIT_OF = spellings(UNITS) | {"gio": Unit.WORKING_HOUR, "ngay lich": Unit.CALENDAR_DAY}

_STATUTORY = re.compile(r"([0-9]{1,4})(?: (.+))?")
_NEXT_PROCEDURE = re.compile(r'\{\s*"code"\s*:\s*"([1-9]\.[0-9]{6}[^"\n]{0,40})"')


@dataclass(frozen=True, slots=True)
class FileRow:
    """A procedure that a file states, and where: its line, or its row on a sheet."""

    row: int
    procedure: Procedure
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """What a file states, row by row, and what of it cannot be taken in."""

    source: str
    rows: tuple[FileRow, ...]
    refused: tuple[RefusedRow, ...]


def read_json_catalogue(path: Path) -> CatalogueFile:
    """Read a .json catalogue: `{"source": …, "procedures": […]}` or a bare list; raises ImportFileRefused."""
    head, elements = json_rows(path, read_text(path), "procedures", _NEXT_PROCEDURE)
    rows: list[FileRow] = []
    refused: list[RefusedRow] = []
    for element in elements:
        if element.value is None:
            refused.append(RefusedRow(element.line, element.name, "line", "not_json"))
            continue
        try:
            rows.append(FileRow(element.line, procedure_of(element.value)))
        except BadValue as error:
            refused.append(refused_row(element.line, code_of(element.value), error))
    source = head.get("source")
    return CatalogueFile(source if isinstance(source, str) else "", tuple(rows), tuple(refused))


def code_of(data: object) -> str:
    """Return the code that a row carries, as far as it can be shown."""
    code = data.get("code") if isinstance(data, dict) else None
    return str(code)[:60] if isinstance(code, str | int | float) else ""


def procedure_of(data: object) -> Procedure:
    """Return the procedure of one JSON object, checked whole; raises BadValue."""
    row = Fields(data, "procedure")
    return sound_procedure(
        Procedure(
            code=row.text("code", "procedure_code"),
            name=row.text("name", "procedure.name"),
            field=row.text("field", "procedure.field"),
            levels=tuple(text_of(level, "procedure.levels") for level in row.rows("levels", "procedure.levels")),
            limits=tuple(map(_limit, row.rows("limits", "limits"))),
            fees=tuple(map(_fee, row.rows("fees", "fees"))),
            papers=tuple(map(_paper, row.rows("papers", "papers"))),
            results=tuple(map(_result, row.rows("results", "results"))),
            on_site_five=row.flag("on_site_five", default=False),
            steps=tuple(map(_step, row.rows("steps", "steps"))),
            pause_rule=row.choice("pause_rule", PauseRule) or PauseRule.PAUSE,
        )
    )


def _limit(data: Any) -> ProcedureLimit:
    row = Fields(data, "limits")
    unit = row.choice("unit", Unit)
    if unit is None:
        raise BadValue("limits", "unit")
    statutory = _statutory(data.get("statutory"), unit)
    return ProcedureLimit(
        row.whole("value", 0), unit, row.choice("channel", Channel), row.text("case") or None, statutory
    )


def _statutory(value: object, unit: Unit) -> int | None:
    """Read the law's limit: a number, or as people write it, `5 ngày làm việc`, in the unit of the shortened one."""
    if value is None or type(value) is int:
        return value or None
    written = text_of(value, "limits.statutory")
    if not written:
        return None
    found = _STATUTORY.fullmatch(written)
    if found is None:
        raise BadValue("limits.statutory", "number", written)
    number, word = found.groups()
    if word is not None and UNIT_OF.get(fold(word)) is not unit:
        raise BadValue("limits.statutory", "other_unit", written)
    return int(number) or None


def _fee(data: Any) -> ProcedureFee:
    row = Fields(data, "fees")
    by_page = _page_rate(data.get("by_page"))
    begins_at = by_page.first if by_page else None
    return ProcedureFee(
        row.whole("amount", begins_at), row.choice("channel", Channel), row.text("case") or None, by_page
    )


def _page_rate(data: object) -> PageRate | None:
    """Read `{"first": 2000, "first_pages": 2, "then": 1000, "most": 200000}`; `most` may be missing: no end."""
    if data is None:
        return None
    row = Fields(data, "fees")
    return PageRate(row.whole("first"), row.whole("first_pages", 1), row.whole("then"), row.whole("most", 0))


def _paper(data: Any) -> RequiredPaper:
    row = Fields(data, "papers")
    required = row.flag("required", default=True)
    return RequiredPaper(row.text("name"), row.whole("originals", 1), row.whole("copies", 0), required)


def _result(data: Any) -> ProcedureResult:
    row = Fields(data, "results")
    return ProcedureResult(row.text("name"), row.text("code"))


def _step(data: Any) -> ProcedureStep:
    row = Fields(data, "steps")
    return ProcedureStep(row.text("name"), row.whole("hours"))
