"""The list of guards itself: each stands where it counts, in what the centre or the station runs in the end."""

import re

import pytest

from onestop_desk.sync.install import migrations
from tests.sync.mutations import MUTATIONS, ROOT, Mutation

_FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+\.\w+)\(")
_RENAMED = re.compile(r"ALTER FUNCTION (\w+\.\w+)\([^)]*\)\s+RENAME TO")


@pytest.mark.parametrize("one", MUTATIONS, ids=lambda one: one.name)
def test_what_is_taken_out_is_there_and_no_later_migration_puts_it_back(one: Mutation) -> None:
    text = (ROOT / one.file).read_text("utf-8")
    assert one.old in text
    if not one.file.endswith(".sql"):
        return
    number = int(one.file.rpartition("/")[2][:4])
    touched = {_function_at(text, found.start()) for found in re.finditer(re.escape(one.old), text)}
    after = [sql for at, sql in migrations() if at > number]
    later = {name for sql in after for name in set(_FUNCTION.findall(sql)) - set(_RENAMED.findall(sql))}
    assert not touched & later, "the function is made anew by a later migration: the guard must be taken out there"


def _function_at(text: str, place: int) -> str:
    """Return the function whose definition a place lies in; a comment or a grant after it counts as its own."""
    before = _FUNCTION.findall(text, 0, place)
    return str(before[-1]) if before else ""
