"""What somebody means by what they type into a search box; nothing typed is ever syntax.

Every part must be found. A word finds names, numbers and phones that begin with it; digits find numbers and phones
that end with them, and four or more find a code that holds them in a row; digits with separators are one number too.
A word with its right accents (`trễ`, `chờ bổ sung`) or a colon (`hẹn:homnay`, `la:tre`) asks for a view.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from onestop_desk.domain.codes import read_dossier_code
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.identity import normalise_phone
from onestop_desk.domain.search import CODE, GRAM, SPOKEN, TAIL, code_digits, grams, spoken_words, squash
from onestop_desk.domain.text import clean, fold

FEWEST_TAIL_DIGITS = 3
MOST_LETTERS = 200
LONGEST_CODE_DIGITS = 40
ROOT = 3


class View(StrEnum):
    """A list of dossiers that a clerk works through."""

    ALL = "all"
    OPEN = "open"
    TODAY = "today"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    DUE_TOMORROW = "due_tomorrow"
    OVERDUE = "overdue"
    SUPPLEMENT = "supplement"
    RESULT = "result"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    REFUSED = "refused"
    UNPRINTED = "unprinted"
    NEEDS_PERSON = "needs_person"
    MINE = "mine"
    ON_THE_WAY = "on_the_way"


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word, letters and digits only; marked where it is meant as spoken."""

    text: str

    @property
    def is_number(self) -> bool:
        """Whether it is all ASCII digits."""
        return self.text.isascii() and self.text.isdigit()

    @property
    def is_in_codes(self) -> bool:
        """Whether it is looked for inside codes."""
        return self.is_number and GRAM <= len(self.text) <= LONGEST_CODE_DIGITS

    @property
    def root(self) -> str:
        """The root of a code with its letter, as far as typed (`h5`, `h54`), where it may be a piece of a code."""
        found = _CODE_PIECE.fullmatch(self.text)
        return found[1] if found and len(self.text) <= LONGEST_CODE_DIGITS else ""

    @property
    def is_tail(self) -> bool:
        """Whether it is looked for at the end of numbers and phones."""
        return self.is_number and len(self.text) >= FEWEST_TAIL_DIGITS


@dataclass(frozen=True, slots=True)
class Part:
    """Something that must be found: all of `words`, or any one of `wholes`, the same digits without separators."""

    words: tuple[Word, ...]
    wholes: tuple[Word, ...] = ()

    @property
    def is_spoken(self) -> bool:
        """Whether it stands for one word as its accents have it."""
        return self.words[0].text.startswith(SPOKEN)

    @property
    def readings(self) -> tuple[tuple[Word, ...], ...]:
        """The ways to find it."""
        return (self.words, *((whole,) for whole in self.wholes))


@dataclass(frozen=True, slots=True)
class Question:
    """A search as understood: parts of which all must be found and the views asked for. `spoken` are the same parts
    with the accents typed, empty where none were."""

    typed: str
    parts: tuple[Part, ...] = ()
    views: tuple[View, ...] = ()
    spoken: tuple[Part, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.parts and not self.views

    @property
    def needs_proof(self) -> bool:
        """Whether the index alone may say too much: four digits in a row twice are not eight."""
        words = (word for part in self.parts for way in part.readings for word in way)
        return any(word.root or (word.is_in_codes and len(word.text) > GRAM) for word in words)


def read_question(text: str) -> Question:
    """Read what was typed."""
    typed = clean(text)[:MOST_LETTERS]
    rest, views = _take_views(typed)
    parts, spoken = [], []
    for chunk in _chunks(rest):
        parts += _parts(chunk)
        spoken += _spoken_parts(chunk)
    has_accents = any(part.is_spoken for part in spoken)
    return Question(typed, tuple(parts), views, tuple(spoken) if has_accents else ())


def match_expression(parts: tuple[Part, ...], *, people_only: bool = False) -> str:
    """Return the parts in FTS5's language, every word quoted; `people_only` leaves codes out."""
    return " AND ".join(_either([_all(way, people_only) for way in part.readings]) for part in parts)


def is_found(part: Part, key: str, compact: str) -> bool:
    """Tell whether a dossier's key and compact code hold the part: what the index promises, word for word."""
    line, code = f" {key}", compact.lower()
    return any(all(_holds(line, code, word) for word in way) for way in part.readings)


def _holds(line: str, code: str, word: Word) -> bool:
    return (
        f" {word.text}" in line
        or (word.is_tail and f" {TAIL}{word.text[::-1]}" in line)
        or (word.is_in_codes and word.text in code_digits(code))
        or (bool(word.root) and word.text in code)
    )


def _all(words: tuple[Word, ...], people_only: bool) -> str:
    return " AND ".join(_any_kind(word, people_only) for word in words)


def _any_kind(word: Word, people_only: bool) -> str:
    if word.text.startswith(SPOKEN):
        return f'"{word.text}"'
    ways = [_begins(word.text)]
    if word.is_tail:
        ways.append(_begins(TAIL + word.text[::-1]))
    if not people_only and (word.is_in_codes or word.root):
        ways.append(_in_code(word))
    return _either(ways)


def _in_code(word: Word) -> str:
    digits = code_digits(word.text)
    pieces = grams(digits) if len(digits) >= GRAM else []
    ways = [f'"{piece}"' for piece in dict.fromkeys(pieces)]
    if word.root:
        ways.append(f'"{CODE}{word.root}"' if len(word.root) == ROOT else _begins(CODE + word.root))
    return " AND ".join(ways)


def _begins(word: str) -> str:
    return f'"{word}"*'


def _either(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else "(" + " OR ".join(f"({way})" for way in ways) + ")"


def _chunks(text: str) -> list[str]:
    """Split at spaces, but keep digits with digits: `0912 345 678` is one chunk."""
    runs = groupby(text.split(), key=lambda piece: bool(_DIGITS.fullmatch(piece)))
    return [chunk for is_digits, run in runs for chunk in ([" ".join(run)] if is_digits else run)]


def _parts(chunk: str) -> list[Part]:
    code = _compact(chunk)
    if code:
        return [Part((Word(code),))]
    pieces = tuple(Word(word) for word in fold(chunk).split())
    if not any(sign.isdigit() for sign in chunk):
        return [Part((word,)) for word in pieces]
    wholes = {squash(chunk), _phone(chunk)} - {"", *(word.text for word in pieces if len(pieces) == 1)}
    return [Part(pieces, tuple(Word(whole) for whole in sorted(wholes)))] if pieces else []


def _spoken_parts(chunk: str) -> list[Part]:
    """Return the chunk's parts with the folded words that carry accents put as they are spoken."""
    accented = spoken_words(chunk)
    if not accented:
        return _parts(chunk)
    plain = [word for word in chunk.split() if not spoken_words(word)]
    return [Part((Word(word),)) for word in accented] + [part for word in plain for part in _parts(word)]


def _compact(chunk: str) -> str:
    try:
        return read_dossier_code(chunk).compact.lower()
    except BadValue:
        return ""


def _phone(chunk: str) -> str:
    try:
        return normalise_phone(chunk)
    except BadValue:
        return ""


def _take_views(typed: str) -> tuple[str, tuple[View, ...]]:
    views: list[View] = []

    def take_phrase(found: re.Match[str]) -> str:
        views.append(_PHRASES[found[0].lower()])
        return " "

    def take_colon(found: re.Match[str]) -> str:
        view = _COLON_WORDS.get(squash(found[0]))
        if view is None:
            return found[0]
        views.append(view)
        return " "

    rest = _COLON.sub(take_colon, _PHRASE.sub(take_phrase, typed))
    return rest, tuple(dict.fromkeys(views))


_CODE_PIECE = re.compile(r"[0-9]{0,7}([hg][0-9]{1,2})[0-9]*", re.ASCII)
_DIGITS = re.compile(r"[+(]?[0-9][0-9().\-/]*")
_COLON = re.compile(r"\S+:\S+")
_PHRASES = {
    "trễ": View.OVERDUE,
    "quá hạn": View.OVERDUE,
    "sắp hạn": View.DUE_SOON,
    "đang xử lý": View.OPEN,
    "chờ bổ sung": View.SUPPLEMENT,
    "có kết quả": View.RESULT,
    "chờ trả": View.RESULT,
    "đã trả": View.RETURNED,
    "xin rút": View.WITHDRAWN,
    "đã rút": View.WITHDRAWN,
    "dừng xử lý": View.STOPPED,
    "bị từ chối": View.REFUSED,
    "chưa in": View.UNPRINTED,
    "cần xử lý": View.NEEDS_PERSON,
    "của tôi": View.MINE,
    "đang chuyển": View.ON_THE_WAY,
}
_PHRASE = re.compile(r"(?<!\S)(?:" + "|".join(sorted(_PHRASES, key=len, reverse=True)) + r")(?!\S)", re.IGNORECASE)
_COLON_WORDS = {
    **{squash(f"là:{phrase}"): view for phrase, view in _PHRASES.items()},
    "nhanhomnay": View.TODAY,
    "henhomnay": View.DUE_TODAY,
    "henmai": View.DUE_TOMORROW,
    "hensap": View.DUE_SOON,
    "hentre": View.OVERDUE,
}
