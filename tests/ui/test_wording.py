"""Sentences and values in words; every refusal in the code has words of its own."""

import ast
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import onestop_desk
from onestop_desk.domain.calendar import Due, Limit, Skipped, Unit
from onestop_desk.domain.errors import BadValue, DeskError
from onestop_desk.ui import wording
from onestop_desk.ui.due_wording import due_moment_words, due_words, limit_words, missing_years_words
from onestop_desk.ui.value_wording import FIELDS, REASONS

VIETNAM = timezone(timedelta(hours=7))
RECEIVED = datetime(2026, 11, 20, 10, 0, tzinfo=VIETNAM)
CULTURE = Skipped(date(2026, 11, 24), "Ngày Văn hóa Việt Nam")
WEEKEND = (Skipped(date(2026, 11, 21), "saturday"), Skipped(date(2026, 11, 22), "sunday"))
THREE = Limit(3, Unit.WORKING_DAY)


def _due(
    *skipped: Skipped, limit: Limit = THREE, due_at: datetime | None = RECEIVED, years: tuple[int, ...] = ()
) -> Due:
    return Due(due_at, RECEIVED, (), skipped, limit, years)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (_due(), "3 ngày làm việc"),
        (_due(*WEEKEND), "3 ngày làm việc, trừ Thứ Bảy, Chủ nhật"),
        (_due(*WEEKEND, CULTURE), "3 ngày làm việc, trừ Thứ Bảy, Chủ nhật, nghỉ 24/11 (Ngày Văn hóa Việt Nam)"),
        (_due(Skipped(date(2027, 1, 1), "Tết")), "3 ngày làm việc, trừ nghỉ 01/01/2027 (Tết)"),
        (_due(*(Skipped(date(2026, 2, d), "Tết") for d in (16, 17, 18))), "3 ngày làm việc, trừ nghỉ 16/2–18/2 (Tết)"),
        (_due(Skipped(date(2026, 11, 23), "pause")), "3 ngày làm việc, trừ 1 ngày chờ bổ sung"),
        (_due(limit=Limit(0, Unit.NONE), due_at=None), "Không quy định thời hạn"),
    ],
)
def test_a_due_moment_is_explained(due: Due, words: str) -> None:
    assert due_words(due) == words


def test_every_unit_of_a_limit_has_words() -> None:
    assert len({limit_words(Limit(5, unit)) for unit in Unit}) == len(Unit)


def test_a_due_moment_and_a_missing_calendar_are_said() -> None:
    assert due_moment_words(_due()) == "10:00, 20/11/2026"
    assert due_moment_words(_due(due_at=None)) == "Không quy định thời hạn"
    assert missing_years_words(_due()) == ""
    assert "2031" in missing_years_words(_due(years=(2031,)))


def test_dates_and_times_as_vietnam_writes_them() -> None:
    assert wording.date_words(date(2026, 11, 3)) == "03/11/2026"
    assert wording.clock_words(datetime(2026, 11, 3, 14, 5, tzinfo=VIETNAM)) == "14:05"
    assert wording.weekday_words(date(2026, 11, 23)) == "Thứ Hai"


def test_a_refused_value_says_field_reason_safety_and_next_step() -> None:
    told = wording.sentence(BadValue("phone", "length", "0912"))
    assert told.what == "Số điện thoại: không đúng số chữ số."
    assert told.safe
    assert told.do
    assert told.detail.endswith("Mã: VALUE")
    assert "0912" not in told.what + told.detail


def test_a_refusal_nobody_named_still_has_a_sentence() -> None:
    class Unheard(DeskError):
        code = "UNHEARD"

    assert wording.sentence(Unheard()).code == "UNHEARD"


def test_every_field_and_reason_in_the_code_has_words() -> None:
    named = {pair for path in Path(onestop_desk.__file__).parent.rglob("*.py") for pair in _bad_values(path)}
    assert {field for field, _ in named} - set(FIELDS) == set()
    assert {reason for _, reason in named} - set(REASONS) == set()
    assert len(named) > 20


def _bad_values(path: Path) -> list[tuple[str, str]]:
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    found = [c.args[:2] for c in calls if getattr(c.func, "id", "") == "BadValue" and len(c.args) > 1]
    return [(a.value, b.value) for a, b in found if isinstance(a, ast.Constant) and isinstance(b, ast.Constant)]
