"""An independent reading of what a search must find: folds and compares, knows no index."""

import re
import unicodedata
from collections.abc import Iterable

from onestop_desk.domain.application import Party
from onestop_desk.domain.events import Received


def plain(text: str) -> list[str]:
    """Return the words of a text without accents, in small letters."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.findall(r"[a-z0-9]+", bare)


def is_wanted(received: Received, word: str) -> bool:
    """Tell whether one plain word must find a dossier."""
    people = [received.owner, *([received.submitter] if received.submitter else [])]
    if any(name.startswith(word) for person in people for name in plain(person.name)):
        return True
    if any(_has_number(number, word) for person in people for number in _numbers(person)):
        return True
    digits = re.sub(r"\D", "", received.code)
    return word.isdigit() and len(word) >= 4 and word in digits


class Everything:
    """All dossiers of a register, to be scanned from end to end."""

    def __init__(self, received: Iterable[Received]) -> None:
        self.received = tuple(received)

    def wanted(self, words: Iterable[str]) -> set[str]:
        """Return the codes of all dossiers that every word must find."""
        asked = list(words)
        return {one.code for one in self.received if all(is_wanted(one, word) for word in asked)}


def _numbers(person: Party) -> list[list[str]]:
    """Return the pieces of each number: `0109876543-001` has two."""
    return [plain(number) for number in (person.id_number, person.phone) if number]


def _has_number(pieces: list[str], word: str) -> bool:
    whole = "".join(pieces)
    is_tail = word.isdigit() and len(word) >= 3 and whole.endswith(word)
    return is_tail or any(each.startswith(word) for each in (whole, *pieces))
