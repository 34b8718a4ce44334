"""The ranges of numbers that an agency's counters have used, whoever has them now: each was printed on papers."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from onestop_desk.sync.line import Line, faults_named, open_line

_OPENED = "SELECT agency, stream, counter, extra, head_seq FROM sy.stream WHERE agency = ANY(%s) AND counter >= 0"
_WRITTEN = """
    SELECT agency, stream, payload FROM sy.event
    WHERE agency = ANY(%s) AND kind IN ('desk_opened', 'range_granted') AND subject BETWEEN 'desk/' AND 'desk/g'
"""


@dataclass(frozen=True, slots=True)
class UsedRange:
    """The ranges that a counter has used, and the lowest that a new station there may take."""

    agency: str
    counter: int
    used: tuple[int, ...]

    @property
    def next(self) -> int:
        """The lowest range that nobody has used."""
        return next(extra for extra in range(len(self.used) + 1) if extra not in self.used)


def used_ranges(url: str, agencies: Sequence[str], password: str = "") -> tuple[UsedRange, ...]:
    """Return what the counters of these agencies have used."""
    with open_line(url, password) as line, faults_named(line.info.host):
        found = _found(line, list(agencies))
    return tuple(UsedRange(*key, tuple(sorted(extras))) for key, extras in sorted(found.items()))


def _found(line: Line, agencies: list[str]) -> dict[tuple[str, int], set[int]]:
    found: dict[tuple[str, int], set[int]] = {}
    counters: dict[tuple[str, bytes], int] = {}
    for agency, stream, counter, extra, head_seq in line.execute(_OPENED, (agencies,)):
        counters[agency, bytes(stream)] = counter
        if head_seq:
            found.setdefault((agency, counter), set()).add(extra)
    for agency, stream, payload in line.execute(_WRITTEN, (agencies,)):
        with suppress(ValueError, KeyError, TypeError):  # anything may stand in a payload
            event = json.loads(bytes(payload))["event"]
            counter = int(event.get("counter", counters[agency, bytes(stream)]))
            found.setdefault((agency, counter), set()).add(int(event.get("extra", 0)))
    return found
