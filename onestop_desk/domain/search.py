"""What a dossier is found by: one line of words per dossier, marked so that no kind of word is taken for another.

Plain words: folded names, identity numbers, phones. Marked words: `#` every four digits in a row of the code, and the
compact code; `~` a number or phone backwards, so that its last digits are a beginning; `^` a name's word with its
accents, tone first, so that the place of the tone mark does not count.
"""

import re
import unicodedata
from collections.abc import Iterator

from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.text import fold

CODE, TAIL, SPOKEN = "#", "~", "^"
GRAM = 4

_NAME_WORD = re.compile(r"[^\W_]+")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_ROOT = re.compile(r"[hg][0-9]+")


def search_key(state: DossierState) -> str:
    """Return the words that a dossier is found by: its people, their numbers and phones, its code."""
    submitter = state.received.submitter if state.received else None
    found: list[str] = []
    for person in (state.owner, *([submitter] if submitter else [])):
        found += fold(person.name).split()
        found += spoken_words(person.name)
        found += _number_words(person.id_number)
        found += _number_words(person.phone)
    found += _code_words(state.code)
    return " ".join(dict.fromkeys(found))


def person_key(name: str, id_number: str, birth: str) -> str:
    """Return what tells one person from another: the number, else the folded name with the birth date."""
    return id_number.upper() if id_number else f"{fold(name)}|{birth}"


def spoken_words(text: str) -> list[str]:
    """Return the marked form of the words that carry accents: `Đường` and `đừơng` give `^1đương`."""
    words = _NAME_WORD.findall(unicodedata.normalize("NFC", text).lower())
    return [_spoken(word) for word in words if not word.isascii()]


def squash(text: str) -> str:
    """Return a number as one folded word: `AB 12-34/5` is `ab12345`."""
    return "".join(fold(text).split())


def code_digits(compact: str) -> str:
    """Return a code's digits, of which any four in a row find it."""
    return "".join(sign for sign in compact if sign.isdigit())


def grams(digits: str) -> list[str]:
    """Return the marked words of every four digits in a row."""
    return [CODE + digits[at : at + GRAM] for at in range(len(digits) - GRAM + 1)]


def _number_words(number: str) -> Iterator[str]:
    whole = squash(number)
    if whole:
        yield whole
        yield from fold(number).split()
        yield TAIL + whole[::-1]


def _code_words(code: str) -> Iterator[str]:
    try:
        compact = DossierCode.parse(code).compact
    except BadValue:
        return
    whole = compact.lower()
    yield CODE + whole
    root = _ROOT.search(whole)
    if root and root.start():
        yield CODE + whole[root.start() :]
    yield from grams(code_digits(compact))


def _spoken(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    tone = next((_TONES[mark] for mark in apart if mark in _TONES), "0")
    letters = "".join(sign for sign in apart if sign not in _TONES)
    return SPOKEN + tone + unicodedata.normalize("NFC", letters)
