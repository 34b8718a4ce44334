"""Every form beside the receipt, drawn warm with a code and an owner that no cache has seen: at most 25 ms each."""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.documents import books, letters

FORMS: dict[str, tuple[Callable[..., bytes], Any]] = {
    "02 supplement requested": letters.DRAWN["request"],
    "02 guidance": letters.DRAWN["guidance"],
    "03 refused at the counter": letters.DRAWN["refusal"],
    "03 refused after reception": letters.DRAWN["refused"],
    "04 apology": letters.DRAWN["apology"],
    "04 apology, 2018": letters.DRAWN["apology-2018"],
    "05 stopped": letters.DRAWN["stop"],
    "06 control slip": books.DRAWN["control-slip"],
    "07 register, 12 rows": books.DRAWN["register"],
    "hand-over list, 12 dossiers": books.DRAWN["hand-over"],
    "end-of-day list, 11 dossiers": books.DRAWN["day-list"],
    "fee book, 12 rows": books.DRAWN["fee-book"],
    "return slip": letters.DRAWN["return"],
    "return slip, 60 dossiers": letters.DRAWN["basket"],
}
WARM_MS = 25.0
_ROUNDS = 60


def main() -> str | None:
    """Print the table; return a sentence when a form takes longer than promised."""
    print(f"{'warm':32}{'median ms':>10}{'p95 ms':>10}{'KB':>8}")
    late = []
    for name, (draw, form) in FORMS.items():
        times = _timed(draw, form)
        median = statistics.median(times)
        print(f"{name:32}{median:10.1f}{sorted(times)[int(len(times) * 0.95)]:10.1f}{len(draw(form)) / 1000:8.1f}")
        if median > WARM_MS:
            late.append(f"{name} {median:.1f} ms")
    return f"forms over {WARM_MS:.0f} ms: {', '.join(late)}" if late else None


def _timed(draw: Callable[..., bytes], form: Any) -> list[float]:
    times = []
    for number in range(_ROUNDS):
        other = _another(form, number)
        start = time.perf_counter()
        draw(other)
        times.append((time.perf_counter() - start) * 1000)
    return times[3:]


def _another(value: Any, number: int) -> Any:
    """Return a form with other codes, names and reasons than any drawn before."""
    if isinstance(value, tuple):
        return tuple(_another(one, number) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {field.name: _other_text(field.name, getattr(value, field.name), number) for field in fields(value)}
    return replace(value, **changed)


def _other_text(name: str, value: Any, number: int) -> Any:
    if name in {"code", "compact_code", "qr_text"}:
        return f"{value[:-7]}{number:02d}{value[-5:]}"
    if name in {"name", "owner", "reason"} and isinstance(value, str):
        return f"{value} {number}"
    return _another(value, number)


if __name__ == "__main__":
    sys.exit(main())
