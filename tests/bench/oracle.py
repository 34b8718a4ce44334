"""An exhaustive scan of a register's log for what searches must find: folds and compares, knows no index."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from onestop_desk.services.desk import Desk

Query = Sequence[str]


def plain(text: str) -> list[str]:
    """Return the words of a text without accents, in small letters; `Ksor` is `k sor`, as `K'sor` is."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return [piece for word in re.findall(r"[a-z0-9]+", bare) for piece in _highland(word)]


def _highland(word: str) -> list[str]:
    """Part a word from the highland prefixes that stand before a consonant: K (but in kh), H and Y."""
    before = []
    while (
        word[:1] in {"k", "h", "y"}
        and word[1:2].isalpha()
        and word[1] not in "aeiouy"
        and set(word[1:]) & set("aeiouy")
    ):
        if word[:2] == "kh":
            break
        before.append(word[0])
        word = word[1:]
    return [*before, word]


def counts(desk: Desk, queries: Sequence[Query]) -> list[int]:
    """Return how many dossiers each query (plain words, all wanted) must find, reading every reception in the log."""
    words = sorted({word for query in queries for word in query})
    masks = [sum(1 << words.index(word) for word in query) for query in queries]
    found = [0] * len(queries)
    names = _Names(words)
    with desk.reading() as connection:
        sql = "SELECT payload FROM event WHERE kind = 'received'"
        for (payload,) in connection.execution_options(yield_per=5000).exec_driver_sql(sql):
            hits = _hits(json.loads(payload)["event"], names)
            for at, mask in enumerate(masks):
                found[at] += hits & mask == mask
    return found


class _Names:
    """Which of the words a name answers, as bits; each distinct name is folded once."""

    def __init__(self, words: Sequence[str]) -> None:
        self.digits = [(1 << at, word) for at, word in enumerate(words) if word.isdigit()]
        self._words = list(enumerate(words))
        self._known: dict[str, int] = {}

    def bits(self, name: str) -> int:
        if name not in self._known:
            self._known[name] = self._folded(plain(name))
        return self._known[name]

    def _folded(self, pieces: Iterable[str]) -> int:
        said = list(pieces)
        return sum(1 << at for at, word in self._words if any(piece.startswith(word) for piece in said))


def _hits(received: dict[str, Any], names: _Names) -> int:
    people = [received["owner"], *([received["submitter"]] if received.get("submitter") else [])]
    bits = 0
    for person in people:
        bits |= names.bits(person["name"])
    numbers = [person.get(field, "") for person in people for field in ("id_number", "phone")]
    code = re.sub(r"\D", "", received["code"])
    for bit, word in names.digits:
        ends = any(number.startswith(word) or (len(word) >= 3 and number.endswith(word)) for number in numbers)
        if ends or (len(word) >= 4 and word in code):
            bits |= bit
    return bits
