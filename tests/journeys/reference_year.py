"""The reference year: whole lives as import lines, such that the yearly summary must read what the province published.

Only dates and channels make it so. `scale` divides every number; the published ones are those of scale 1.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from onestop_desk.domain.calendar import VIETNAM

FIVE, PLAIN, SLOW = "1.001612", "1.004873", "1.013225"
"""Of the starter catalogue: an on-site-five procedure and another one, each with a limit of 3 working days; and an
on-site-five one whose limit reaches from the last days of a year into the next."""

_QUIET = {date(2025, 1, 27), date(2025, 4, 7), date(2025, 4, 28), date(2025, 9, 1)}
"""Mondays of weeks with a holiday, which would move a promise."""

_MONDAYS = [datetime(2025, 1, 6, 8, 0, tzinfo=VIETNAM) + timedelta(weeks=week) for week in range(50)]
_DAYS = [day + timedelta(days=more) for day in _MONDAYS if day.date() not in _QUIET for more in (0, 1)]
_LAST_DAYS = [datetime(2024, 12, 17, 8, 0, tzinfo=VIETNAM) + timedelta(days=day) for day in range(15)]
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Linh", "Nam", "Oanh")


@dataclass(frozen=True, slots=True)
class Year:
    """What the summary must read."""

    before: int = 52_006
    on: int = 9_942
    over: int = 5
    five_before: int = 49_440
    five_on: int = 9_359
    online_solved: int = 21_500
    online_received: int = 7_429

    def scaled(self, scale: int) -> "Year":
        """Return a smaller year of the same make."""
        if scale == 1:
            return self
        five_before, five_on = self.five_before // scale, self.five_on // scale
        before, on = max(self.before // scale, five_before), max(self.on // scale, five_on)
        return Year(before, on, 2, five_before, five_on, self.online_solved // scale, self.online_received // scale)

    @property
    def solved(self) -> int:
        """Everything that ended in the year."""
        return self.before + self.on + self.over


def write(path: Path, year: Year) -> int:
    """Write the lines; returns how many dossiers. Online dossiers beyond those received this year were received at
    the end of the year before."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for number, (ends, is_five) in enumerate(_ways(year), 1):
            is_online = number <= year.online_solved
            is_old = is_online and number > year.online_received
            for line in _life(number, ends, is_five=is_five, is_online=is_online, is_old=is_old):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return number


def _ways(year: Year) -> Iterator[tuple[str, bool]]:
    for way, all_of, five in (
        ("before", year.before, year.five_before),
        ("on", year.on, year.five_on),
        ("over", year.over, 0),
    ):
        yield from ((way, at < five) for at in range(all_of))


def _life(number: int, ends: str, *, is_five: bool, is_online: bool, is_old: bool) -> Iterator[dict[str, Any]]:
    day, procedure = _DAYS[number % len(_DAYS)], FIVE if is_five else PLAIN
    if is_old:  # received in the last days of 2024, done on the first of 2025, promised for later
        day, procedure = _LAST_DAYS[number % len(_LAST_DAYS)], SLOW
    received = day + timedelta(minutes=number % 400)
    ref = f"y{number}"
    yield {
        "do": "receive",
        "ref": ref,
        "procedure": procedure,
        "channel": "online" if is_online else "direct",
        "received_at": received.isoformat(),
        "owner": {
            "kind": "person",
            "name": f"{_FAMILY[number % 8]} Văn {_GIVEN[number // 8 % 10]}",
            "id_number": f"0342{number:08d}",
            "birth": "1985-03-12",
            "phone": f"09{number:08d}",
            "address": "Thôn 1, Xã Mẫu",
        },
    }
    ended = received + timedelta(days={"before": 2, "on": 3, "over": 4}[ends])
    if is_old:
        ended = datetime(2025, 1, 1, 10, 0, tzinfo=VIETNAM)
    yield {"do": "finish", "dossier": ref, "at": ended.isoformat(), "results": ["Giấy chứng nhận"]}
    yield {"do": "return", "dossier": ref, "at": (ended + timedelta(hours=2)).isoformat(), "receiver": "owner"}
