"""The codes of agencies, dossiers and procedures, and the serial numbers each counter owns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import clean

_OLD_AGENCY: Final = r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[HG][0-9]{2}"
_NEW_AGENCY: Final = r"[HG][0-9]{2}(?:\.[0-9]{2,3}){0,8}"
_AGENCY: Final = re.compile(rf"{_OLD_AGENCY}|{_NEW_AGENCY}")
_DOSSIER: Final = re.compile(rf"({_OLD_AGENCY}|{_NEW_AGENCY})-([0-9]{{6}})-([0-9]{{4,7}})")
_COMPACT_OLD: Final = re.compile(r"[0-9]{7}[HG][0-9]{2}([0-9]{10,13})")
_COMPACT_NEW: Final = re.compile(r"[HG][0-9]{2}([0-9]{10,37})")
_PROCEDURE: Final = re.compile(rf"([1-9]\.[0-9]{{6}})(?:\.({_OLD_AGENCY}|[HG][0-9]{{2}}))?(?:\.([0-9]{{2}}))?")
_ROOT: Final = re.compile(r"[HG][0-9]{2}")
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－_", "-"))
_LARGEST_SERIAL: Final = 9_999_999
_COUNTERS: Final = range(10)
_EXTRA_RANGES: Final = range(1000)

YEARS: Final = range(2000, 2100)
"""The years that the two digits of a dossier's code can tell, and so all that a register has."""


@dataclass(frozen=True, slots=True)
class AgencyCode:
    """An agency's identifier, `000.00.14.H54` (widest on the right) or `H31.20.11` (widest on the left)."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what fits neither style."""
        if not _AGENCY.fullmatch(self.text):
            raise BadValue("agency_code", "shape", self.text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code in either style; raises BadValue."""
        return cls(text)

    @property
    def root(self) -> str:
        """The province (H54) or ministry (G01) at the top."""
        found = _ROOT.search(self.text)
        return found[0] if found else ""

    @property
    def province(self) -> str:
        """The province's code, empty under a ministry."""
        return self.root if self.root.startswith("H") else ""

    @property
    def is_ministry(self) -> bool:
        """Whether a ministry stands at the top."""
        return self.root.startswith("G")

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class DossierCode:
    """One dossier's code; `digits` keeps how many the serial was written with, for 0975 and 00975 are two codes."""

    agency: AgencyCode
    day: date
    serial: int
    digits: int = 4

    def __post_init__(self) -> None:
        """Refuse a serial outside 1 to 9,999,999 and a year that two digits cannot tell."""
        if not 1 <= self.serial <= _LARGEST_SERIAL or not 4 <= self.digits <= 7:
            raise BadValue("dossier_code", "serial", str(self.serial))
        if self.day.year not in YEARS:
            raise BadValue("dossier_code", "day", self.day.isoformat())
        object.__setattr__(self, "digits", max(self.digits, len(str(self.serial))))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read exactly the official spelling; raises BadValue."""
        found = _DOSSIER.fullmatch(text)
        if not found:
            raise BadValue("dossier_code", "shape", text)
        agency, day, serial = found.groups()
        read = _day_of(day)
        if read is None:
            raise BadValue("dossier_code", "day", text)
        return cls(AgencyCode(agency), read, int(serial), len(serial))

    @property
    def official(self) -> str:
        """The code as people read it: `H31.20.11-261123-0001`."""
        day = self.day
        return f"{self.agency}-{day.year % 100:02}{day.month:02}{day.day:02}-{self.serial:0{self.digits}}"

    @property
    def compact(self) -> str:
        """The code as narrow slips carry it in Code 128: without dots and dashes."""
        return self.official.replace(".", "").replace("-", "")

    def __str__(self) -> str:
        return self.official


@dataclass(frozen=True, slots=True)
class ProcedureCode:
    """A procedure's national code, the local tail some provinces add, and the number of its online service."""

    national: str
    tail: str = ""
    service: str = ""

    def __post_init__(self) -> None:
        """Refuse parts that do not make a procedure code."""
        if not _PROCEDURE.fullmatch(str(self)):
            raise BadValue("procedure_code", "shape", str(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1.001193`, `1.001193.000.00.00.H54`, either with an online service's `.01`; raises BadValue."""
        found = _PROCEDURE.fullmatch(text)
        if not found:
            raise BadValue("procedure_code", "shape", text)
        return cls(*(part or "" for part in found.groups()))

    def __str__(self) -> str:
        return ".".join(part for part in (self.national, self.tail, self.service) if part)


@dataclass(frozen=True, slots=True)
class SerialRange:
    """The serials, both ends included, that one counter may issue on one day."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many serials it holds."""
        return self.last - self.first + 1

    @property
    def warns_at(self) -> int:
        """The serial with which 90 % of the range is used."""
        return self.first - 1 + -(-self.size * 9 // 10)

    def __contains__(self, serial: int) -> bool:
        return self.first <= serial <= self.last


def serial_range(counter: int, extra: int = 0) -> SerialRange:
    """Return the serials that only counter 0-9 may issue; `extra` 1, 2, 3… are the further ranges an admin gives.

    No two pairs share a serial, so desks without a network cannot issue one number twice; raises BadValue.
    """
    if counter not in _COUNTERS:
        raise BadValue("counter", "range", str(counter))
    if extra not in _EXTRA_RANGES:
        raise BadValue("extra_range", "range", str(extra))
    first = extra * 10_000 + counter * 1000 + 1
    return SerialRange(first, first + 998)


def compact_of(official: str) -> str:
    """Return the compact form of an official code; raises BadValue."""
    return DossierCode.parse(official).compact


def is_compact(text: str) -> bool:
    """Tell whether a text can be a compact dossier code: an agency, a day that exists, 4 to 7 digits."""
    old = _COMPACT_OLD.fullmatch(text)
    if old:
        return any(head == 0 for head in _compact_heads(old[1]))
    new = _COMPACT_NEW.fullmatch(text)
    return new is not None and any(head == 0 or 2 <= head <= 24 for head in _compact_heads(new[1]))


def read_dossier_code(text: str) -> DossierCode:
    """Read a code typed by hand: any case; spaces, dots and any dashes stand for each other; raises BadValue.

    A space never joins digits: `…-0001 2` is refused rather than read as another dossier.
    """
    typed = clean(text).upper().translate(_DASHES)
    parts = re.split(r"[ .\-]+", typed.strip(" .-"))
    spelling = "-".join((".".join(parts[:-2]), *parts[-2:]))
    if not _DOSSIER.fullmatch(spelling):
        raise BadValue("dossier_code", "shape", text)
    return DossierCode.parse(spelling)


def _compact_heads(digits: str) -> Iterator[int]:
    """Yield how many digits stand before the day, for each length of the serial that leaves a day that exists."""
    for serial in range(4, 8):
        head = len(digits) - serial - 6
        if head >= 0 and _day_of(digits[head : head + 6]) and int(digits[-serial:]):
            yield head


def _day_of(digits: str) -> date | None:
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    try:
        return date(2000 + year, month, day)
    except ValueError:
        return None
