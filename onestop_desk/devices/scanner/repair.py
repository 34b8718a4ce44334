"""Read a scan, repairing what a keyboard's state did to it, one step after the other, and never by guessing."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from onestop_desk.devices.scanner.capture import LONGEST
from onestop_desk.devices.scanner.grammar import Grammar, Misread, MisreadHint, Scan
from onestop_desk.devices.scanner.keyboard import LAYOUTS, unmarked
from onestop_desk.domain.text import clean

_SYMBOLOGY: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")  # AIM identifier, e.g. ]C1, a scanner's optional prefix
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))
_HINTS: Final = {"upper_case": MisreadHint.CAPS_LOCK, "caps_lock": MisreadHint.CAPS_LOCK}

_Candidate = tuple[str, str]  # the name of the repair, the repaired text


def read_scan(raw: str, *, exists: Callable[[str], bool], today: date, lookup_prefix: str = "") -> Scan | Misread:
    """Say what was scanned; `exists` tells whether a dossier code (official or compact) is known on this desk.

    A text that is well formed as it stands needs no such witness: it may be another desk's dossier.
    """
    if len(raw) > LONGEST:
        return Misread(raw[:LONGEST], MisreadHint.TOO_LONG)
    grammar = Grammar(today, lookup_prefix)
    text = strip(raw)
    scan = grammar.classify(text)
    if scan is not None:
        return replace(scan, raw=raw)
    return _repair(raw, text, grammar, exists)


def strip(raw: str) -> str:
    """Take off what a scanner or its cable adds: STX, line ends, the AIM identifier, invisible characters."""
    seen = "".join(_visible(character) for character in raw).strip()
    return _SYMBOLOGY.sub("", seen, count=1) if _SYMBOLOGY.match(seen) else seen


def _visible(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character if clean(character) else ""


def _repair(raw: str, text: str, grammar: Grammar, exists: Callable[[str], bool]) -> Scan | Misread:
    hint: MisreadHint | None = None
    for step in _ladder(text):
        found: dict[str, Scan] = {}
        for name, candidate in step:
            scan = grammar.classify(strip(candidate))
            if scan is None:
                continue
            if scan.code is not None and not exists(scan.code):
                hint = hint or _HINTS.get(name, MisreadHint.LAYOUT)
                continue
            found.setdefault(scan.text, replace(scan, repaired=(name,), raw=raw))
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return Misread(raw, MisreadHint.AMBIGUOUS)
    return Misread(raw, hint or MisreadHint.UNKNOWN)


def _ladder(text: str) -> Iterator[list[_Candidate]]:
    """Yield the steps of counter.md §4 in their order, each with all it can offer."""
    swapped = text.swapcase()
    yield from ([("upper_case", variant)] for variant in _in_capitals(text))
    yield [("dashes", variant.translate(_DASHES)) for variant in (text, *_in_capitals(text)) if "|" not in text]
    yield [("caps_lock", swapped), ("caps_lock", swapped.translate(_DASHES))]
    yield [(name, variant) for name, to_us in LAYOUTS.items() for variant in _in_any_case(to_us, text)]
    if any(unicodedata.normalize("NFD", sign) != sign or sign in "đĐ" for sign in text):
        yield [("input_method", variant) for variant in unmarked(text)]


def _in_any_case(to_us: Callable[[str], str], text: str) -> tuple[str, ...]:
    """Offer a layout's reading with Caps Lock off, on before the layout, and on after it."""
    read = to_us(text)
    return (read, read.swapcase(), to_us(text.swapcase()), *_in_capitals(read))


def _in_capitals(text: str) -> tuple[str, ...]:
    """Offer capitals for a code, never for a card: its names would lose their case."""
    return () if "|" in text else (text.upper(),)
