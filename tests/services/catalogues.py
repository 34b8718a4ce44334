"""Catalogue files for tests, as offices send them: small, and as odd as they come."""

import json
from pathlib import Path
from typing import Any

import openpyxl

from onestop_desk.services.catalogue_sheet import SHEETS
from onestop_desk.services.catalogue_template import write_template


def a_row(code: str = "1.000001", **changes: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "code": code,
        "name": "Thủ tục đăng ký thử",
        "field": "Hộ tịch",
        "levels": ["commune"],
        "limits": [{"channel": None, "case": None, "value": 3, "unit": "working_day"}],
        "fees": [{"channel": None, "case": None, "amount": 8000}],
        "papers": [{"name": "Tờ khai", "originals": 1, "copies": 0, "required": True}],
        "results": [],
    }
    return row | changes


def json_text(*rows: dict[str, Any]) -> str:
    """Return a catalogue as offices write it: a line a procedure, the first procedure on line 3."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"source": "thử",\n"procedures": [\n{lines}\n]}}'


def write_json(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "catalogue.json"
    path.write_text(json_text(*rows), encoding="utf-8")
    return path


def write_workbook(folder: Path, **sheets: list[tuple[Any, ...]]) -> Path:
    """Fill the program's own template; sheets by key: main, limits, fees, papers, steps, results."""
    path = folder / "catalogue.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    titles = dict(zip(("main", "limits", "fees", "papers", "steps", "results"), SHEETS, strict=True))
    for key, rows in sheets.items():
        for row in rows:
            book[titles[key]].append(row)
    book.save(path)
    return path
