"""A question in SQL: through the full-text index, or word for word where few rows are left to look at."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, bindparam, column, func, literal, or_, table

from onestop_desk.domain.question import Part, Question, Word, match_expression
from onestop_desk.domain.search import TAIL
from onestop_desk.services.projection import DOSSIER

SEARCH = table("dossier_search", Column("rowid"), column("dossier_search"))
MATCH = SEARCH.c.dossier_search.op("MATCH")(bindparam("match"))
NEWEST_FOUND = SEARCH.c.rowid.desc()
FOUND_ROWS = SEARCH.join(DOSSIER, SEARCH.c.rowid == DOSSIER.c.id)

_LINE = literal(" ") + DOSSIER.c.search_key
_DIGITS = func.replace(func.replace(DOSSIER.c.compact, "H", ""), "G", "")


def through_index(query: "Select[Any]", question: Question) -> "Select[Any]":
    """Return the query over the rows that the index finds; execute it with `match_of(question)`."""
    found = query.select_from(FOUND_ROWS).where(MATCH)
    return found.where(*holds(question.parts)) if question.needs_proof else found


def match_of(question: Question) -> dict[str, str]:
    """Return the parameter of MATCH."""
    return {"match": match_expression(question.parts)}


def holds(parts: Iterable[Part]) -> list[ColumnElement[bool]]:
    """Return the condition, word for word, that a row holds every part."""
    return [or_(*(and_(*map(_holds_word, way)) for way in part.readings)) for part in parts]


def _holds_word(word: Word) -> ColumnElement[bool]:
    ways = [_has(_LINE, f" {word.text}")]
    if word.root:
        ways.append(_has(func.lower(DOSSIER.c.compact), word.text))
    if word.is_tail:
        ways.append(_has(_LINE, f" {TAIL}{word.text[::-1]}"))
    if word.is_in_codes:
        ways.append(_has(_DIGITS, word.text))
    return or_(*ways)


def _has(text: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    return func.instr(text, wanted) > 0
