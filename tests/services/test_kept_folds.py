"""What a desk keeps of its office is never older than the last commit, whoever reads while somebody writes."""

from dataclasses import replace

import pytest

from onestop_desk.domain.office import Office, OfficeDescribed
from onestop_desk.services.desk import Desk
from onestop_desk.services.record import record
from tests.desks import OFFICE

SUBJECT = f"office/{OFFICE.code}"
RENAMED = replace(OFFICE, name="UBND xã Khác")


def test_a_reader_during_the_write_does_not_keep_the_old_office(desk: Desk) -> None:
    with desk.writing() as writing:
        record(writing, desk, SUBJECT, OfficeDescribed(RENAMED))
        assert desk.office == OFFICE, "not committed yet"
    assert desk.office == RENAMED


def test_a_fold_loaded_across_a_commit_is_not_kept(desk: Desk) -> None:
    with desk.writing() as writing:
        record(writing, desk, SUBJECT, OfficeDescribed(OFFICE))

    def slow(events: tuple[object, ...]) -> Office:
        with desk.writing() as writing:
            record(writing, desk, SUBJECT, OfficeDescribed(RENAMED))
        (*_, last) = events
        assert isinstance(last, OfficeDescribed)
        return last.office

    assert desk.kept(SUBJECT, slow) == OFFICE, "it began before the commit"
    assert desk.office == RENAMED


def test_a_write_that_fails_forgets_nothing_and_changes_nothing(desk: Desk) -> None:
    before = desk.office
    with pytest.raises(ZeroDivisionError), desk.writing() as writing:
        record(writing, desk, SUBJECT, OfficeDescribed(RENAMED))
        raise ZeroDivisionError
    assert desk.office is before
