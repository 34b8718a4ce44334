"""Faults are logged without people: whatever these tests make the program log is read at their end."""

import logging
import traceback
from collections.abc import Iterator

import pytest

SECRETS = ("034200012345", "0912345678", "Văn Mẫu", "Nguyễn Thị Hoa", "DROP TABLE", "Hồ Thị Kín", "Ghi chú")
"""The number, phone, names and texts of everybody in these tests."""


class Heard(logging.Handler):
    """Keeps every record as a log file would have it, with the traces of its errors."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trace = "".join(traceback.format_exception(record.exc_info[1])) if record.exc_info else ""
        self.lines.append(f"{record.name} {record.getMessage()} {trace}")


def leaks(lines: list[str]) -> list[str]:
    """Return the lines that hold a person's name, number or phone."""
    return [line for line in lines if any(secret in line for secret in SECRETS)]


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Listen to every logger of the process."""
    root, heard = logging.getLogger(), Heard()
    before = root.level
    root.addHandler(heard)
    root.setLevel(logging.INFO)
    yield heard
    root.removeHandler(heard)
    root.setLevel(before)


@pytest.fixture(autouse=True)
def _nobody_in_the_log(heard: Heard) -> Iterator[None]:
    """Fail any test during which a person reached a log."""
    yield
    assert leaks(heard.lines) == []
