"""docs/faults.md names for every fault the tests that hold it; here: those tests exist."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def _rows() -> list[str]:
    lines = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and not line.startswith("| fault ")]


@cache
def _tests_in(path: str) -> frozenset[str]:
    file = ROOT / path
    tree = ast.parse(file.read_text(encoding="utf-8")) if file.is_file() else ast.Module([], [])
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_test_that_the_table_names_exists() -> None:
    named = [found for row in _rows() for found in _TEST.findall(row)]
    assert len(named) > 150
    assert [f"{path}::{name}" for path, name in named if name not in _tests_in(path)] == []


def test_every_fault_of_the_table_names_a_test() -> None:
    rows = _rows()
    assert len(rows) > 80
    assert [row for row in rows if not _TEST.search(row)] == []
