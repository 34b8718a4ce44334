"""A catalogue as a workbook: a row a procedure, further sheets for what has several rows; and the empty template.

Columns are found by their headings, accents and order do not matter; docs are in the template's own first sheet.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import UNCOUNTED
from onestop_desk.domain.catalogue import PauseRule
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.money import parse_dong
from onestop_desk.domain.text import clean, fold
from onestop_desk.services.catalogue_file import UNIT_OF, CatalogueFile, FileRow, procedure_of, spellings
from onestop_desk.services.fault import ImportFileRefused
from onestop_desk.services.import_file import RefusedRow, refused_row
from onestop_desk.services.sheet import EMPTY, SheetRow, read_sheets

EXAMPLE = "9.999999"
"""The code of the template's example: passed over when the file is read."""

CODE, CHANNEL, CASE, VALUE, UNIT, STATUTORY = "Mã thủ tục", "Cách nộp", "Trường hợp", "Thời hạn", "Đơn vị", "Theo luật"
_MAIN, _LIMITS, _FEES, _PAPERS, _STEPS, _RESULTS = "Thủ tục", "Thời hạn", "Phí", "Giấy tờ", "Các bước", "Kết quả"

SHEETS: dict[str, dict[str, str]] = {
    _MAIN: {
        CODE: "code", "Tên thủ tục": "name", "Lĩnh vực": "field", "Cấp": "levels",
        VALUE: "value", UNIT: "unit", STATUTORY: "statutory", "Phí (đồng)": "amount", "Giấy tờ": "papers",
        "5 tại chỗ": "on_site_five", "Khi chờ bổ sung": "pause_rule",
    },
    _LIMITS: {CODE: "code", CHANNEL: "channel", CASE: "case", VALUE: "value", UNIT: "unit", STATUTORY: "statutory"},
    _FEES: {
        CODE: "code", CHANNEL: "channel", CASE: "case", "Phí (đồng)": "amount",
        "Mỗi trang đầu (đồng)": "first", "Số trang đầu": "first_pages", "Mỗi trang sau (đồng)": "then",
        "Tối đa một bản (đồng)": "most",
    },
    _PAPERS: {
        CODE: "code", "Tên giấy tờ": "name", "Bản chính": "originals", "Bản sao": "copies", "Bắt buộc": "required",
    },
    _STEPS: {CODE: "code", "Tên bước": "name", "Số giờ": "hours"},
    _RESULTS: {CODE: "code", "Tên kết quả": "name", "Mã kết quả": "result_code"},
}  # fmt: skip
"""Sheet → heading → key, as the template has them."""

CHANNELS = {Channel.DIRECT: "trực tiếp", Channel.ONLINE: "trực tuyến", Channel.POST: "bưu chính"}
PAUSES = {PauseRule.PAUSE: "tạm dừng", PauseRule.RESTART: "tính lại từ đầu"}
_YES_NO = {True: "có", False: "không"}

_COLUMNS = {fold(sheet): {fold(head): key for head, key in heads.items()} for sheet, heads in SHEETS.items()}


_CHANNEL_OF = spellings(CHANNELS) | {"tat ca": None}
_PAUSE_OF = spellings(PAUSES)
_FLAG_OF = spellings(_YES_NO) | {"x": True, "1": True, "0": False}


@dataclass(slots=True)
class _Parts:
    """What the further sheets say about the procedures, and which of their rows cannot be read."""

    rows: dict[str, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)
    places: dict[str, SheetRow] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)


def read_workbook(path: Path) -> CatalogueFile:
    """Read a .xlsx catalogue; a row of a further sheet that is refused keeps its procedure out too.

    Raises ImportFileRefused when the file is no workbook or lacks the sheet Thủ tục with its headings.
    """
    sheets = read_sheets(path, _COLUMNS)
    main = sheets.pop(fold(_MAIN), None)
    if main is None:
        raise ImportFileRefused(str(path), "columns")
    parts = _parts(sheets)
    rows: list[FileRow] = []
    refused = list(parts.refused)
    for row in main:
        code = _shown_code(row)
        parts.places.pop(code, None)
        if code == EXAMPLE or code in parts.spoiled:
            continue
        try:
            found = procedure_of(_main(row, parts.rows.get(code, {})))
            rows.append(FileRow(row.row, found, row.sheet))
        except BadValue as error:
            refused.append(refused_row(row.row, code, error, row.sheet))
    refused += [_orphan(code, row) for code, row in parts.places.items() if code not in parts.spoiled]
    return CatalogueFile(path.name, tuple(rows), tuple(refused))


def _orphan(code: str, row: SheetRow) -> RefusedRow:
    return RefusedRow(row.row, code, "procedure_code", "unknown", code, row.sheet)


def _parts(sheets: Mapping[str, list[SheetRow]]) -> _Parts:
    parts = _Parts()
    for name, (key, read) in _READERS.items():
        for row in sheets.get(name, ()):
            code = _shown_code(row)
            if code == EXAMPLE:
                continue
            parts.places.setdefault(code, row)
            try:
                found = read(row)
            except BadValue as error:
                parts.refused.append(refused_row(row.row, code, error, row.sheet))
                parts.spoiled.add(code)
                continue
            parts.rows.setdefault(code, defaultdict(list))[key].append(found)
    return parts


def _shown_code(row: SheetRow) -> str:
    """Return the code; a cell that Excel took for a number gets its six digits back."""
    value = row.cells.get("code", EMPTY).value
    return f"{value:.6f}" if isinstance(value, float) else clean(str(value or ""))


def _main(row: SheetRow, parts: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    row.text("code", "procedure_code")
    limits, fees = list(parts.get("limits", ())), list(parts.get("fees", ()))
    if row.text("unit", "limits") or row.text("value", "limits"):
        limits.append(_limit(row))
    if row.text("amount", "fees"):
        fees.append(_fee(row))
    names = row.lines("papers", "papers").splitlines()
    return {
        "code": _shown_code(row),
        "name": row.text("name", "procedure.name"),
        "field": row.text("field", "procedure.field"),
        "levels": [level.strip() for level in row.text("levels", "procedure.levels").split(",") if level.strip()],
        "limits": limits,
        "fees": fees,
        "papers": [*({"name": name} for name in names if name), *parts.get("papers", ())],
        "results": parts.get("results", []),
        "on_site_five": _word(row, "on_site_five", "steps", _FLAG_OF, default=False),
        "steps": parts.get("steps", []),
        "pause_rule": _word(row, "pause_rule", "pause_rule", _PAUSE_OF, default=PauseRule.PAUSE),
    }


def _limit(row: SheetRow) -> dict[str, Any]:
    unit = _word(row, "unit", "limits", UNIT_OF, default=None)
    if unit is None:
        raise BadValue("limits", "unit")
    counted = None if unit not in UNCOUNTED else 0
    return {
        "value": row.whole("value", "limits", counted),
        "unit": unit,
        "statutory": row.text("statutory", "limits.statutory"),
        "channel": _word(row, "channel", "limits", _CHANNEL_OF, default=None),
        "case": row.text("case", "limits"),
    }


def _fee(row: SheetRow) -> dict[str, Any]:
    channel = _word(row, "channel", "fees", _CHANNEL_OF, default=None)
    by_page = _page_rate(row)
    amount = None if by_page and not row.text("amount", "fees") else _dong(row, "amount")
    fee = {"channel": channel, "case": row.text("case", "fees"), "by_page": by_page}
    return fee if amount is None else fee | {"amount": amount}


def _page_rate(row: SheetRow) -> dict[str, int] | None:
    """Return the fee of one page, where the row has one; without a most there is none."""
    if not row.text("first", "fees"):
        return None
    rate = {
        "first": _dong(row, "first"),
        "first_pages": row.whole("first_pages", "fees", 1),
        "then": _dong(row, "then"),
    }
    return rate | {"most": _dong(row, "most")} if row.text("most", "fees") else rate


def _dong(row: SheetRow, key: str) -> int:
    try:
        return parse_dong(row.text(key, "fees"))
    except BadValue as error:
        raise BadValue("fees", error.reason, error.value) from None


def _paper(row: SheetRow) -> dict[str, Any]:
    return {
        "name": row.text("name", "papers"),
        "originals": row.whole("originals", "papers", 1),
        "copies": row.whole("copies", "papers", 0),
        "required": _word(row, "required", "papers", _FLAG_OF, default=True),
    }


def _step(row: SheetRow) -> dict[str, Any]:
    return {"name": row.text("name", "steps"), "hours": row.whole("hours", "steps")}


def _result(row: SheetRow) -> dict[str, Any]:
    return {"name": row.text("name", "results"), "code": row.text("result_code", "results")}


_READERS: dict[str, tuple[str, Callable[[SheetRow], dict[str, Any]]]] = {
    fold(_LIMITS): ("limits", _limit),
    fold(_FEES): ("fees", _fee),
    fold(_PAPERS): ("papers", _paper),
    fold(_STEPS): ("steps", _step),
    fold(_RESULTS): ("results", _result),
}


def _word(row: SheetRow, key: str, where: str, known: Mapping[str, Any], default: Any) -> Any:
    written = row.text(key, where)
    if not written:
        return default
    if fold(written) not in known:
        raise BadValue(where, "unknown", written)
    return known[fold(written)]
