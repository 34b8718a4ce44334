"""What a dossier is found by: one line of words per dossier, marked so that no kind of word is taken for another.

Plain words: folded names, identity numbers, phones. Marked words: `~` a number or phone backwards, so that its last
digits are a beginning; `^` a name's word with its accents, tone first, so that the place of the tone mark does not
count. The index adds `#` words of the code by itself (view dossier_words): the compact code, its root (`#h54`), and
every four digits in a row.
"""

import re
import unicodedata
from collections.abc import Iterator

from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.text import fold

CODE, TAIL, SPOKEN = "#", "~", "^"
GRAM = 4

_NAME_WORD = re.compile(r"[^\W_]+")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def search_key(state: DossierState) -> str:
    """Return the words that a dossier is found by, but for those of its code: its people, numbers and phones."""
    submitter = state.received.submitter if state.received else None
    found: list[str] = []
    for person in (state.owner, *([submitter] if submitter else [])):
        found += fold(person.name).split()
        found += spoken_words(person.name)
        found += _number_words(person.id_number)
        found += _number_words(person.phone)
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
    """Return as few marked words of four digits as cover them all."""
    last = len(digits) - GRAM
    return [CODE + digits[at : at + GRAM] for at in (*range(0, last, GRAM), last)]


def _number_words(number: str) -> Iterator[str]:
    whole = squash(number)
    if whole:
        yield whole
        yield from fold(number).split()
        yield TAIL + whole[::-1]


def _spoken(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    tone = next((_TONES[mark] for mark in apart if mark in _TONES), "0")
    letters = "".join(sign for sign in apart if sign not in _TONES)
    return SPOKEN + tone + unicodedata.normalize("NFC", letters)
