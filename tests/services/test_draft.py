"""Drafts stay with their clerk and page, are replaced and forgotten, the last with the save itself."""

import pytest

from onestop_desk.services import draft
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import PapersMissing
from onestop_desk.services.printing import register
from tests.desks import an_application


def test_a_draft_comes_back_as_it_was_kept(desk: Desk) -> None:
    draft.keep(desk, "hoa", "intake", {"name": "Đặng Thị Ước", "sets": 2})
    assert draft.load(desk, "hoa", "intake") == {"name": "Đặng Thị Ước", "sets": 2}


def test_the_newest_draft_takes_the_place_of_the_one_before(desk: Desk) -> None:
    draft.keep(desk, "hoa", "intake", {"name": "cũ"})
    draft.keep(desk, "hoa", "intake", {"name": "mới"})
    assert draft.load(desk, "hoa", "intake") == {"name": "mới"}


def test_drafts_cross_neither_clerks_nor_pages(desk: Desk) -> None:
    draft.keep(desk, "hoa", "intake", {"name": "của Hoa"})
    assert draft.load(desk, "binh", "intake") is None
    assert draft.load(desk, "hoa", "supplement") is None
    draft.drop(desk, "binh", "intake")
    draft.drop(desk, "hoa", "supplement")
    assert draft.load(desk, "hoa", "intake") == {"name": "của Hoa"}


def test_a_dropped_draft_is_gone(desk: Desk) -> None:
    draft.keep(desk, "hoa", "intake", {"name": "x"})
    draft.drop(desk, "hoa", "intake")
    assert draft.load(desk, "hoa", "intake") is None


def test_a_draft_that_cannot_be_read_is_none(desk: Desk) -> None:
    draft.keep(desk, "hoa", "intake", {})
    with desk.database.writing() as connection:
        connection.exec_driver_sql("UPDATE draft SET content = '{broken'")
    assert draft.load(desk, "hoa", "intake") is None


def test_a_save_forgets_its_draft_in_its_own_transaction(desk: Desk) -> None:
    draft.keep(desk, "hoa", "intake", {"name": "x"})
    with pytest.raises(PapersMissing):
        register(desk, _without_papers(), draft.dropped_with("hoa", "intake"))
    assert draft.load(desk, "hoa", "intake") is not None
    register(desk, an_application("form-1"), draft.dropped_with("hoa", "intake"))
    assert draft.load(desk, "hoa", "intake") is None


def test_a_forms_dossier_is_known_by_its_ref(desk: Desk) -> None:
    assert draft.saved_code(desk, "form-1") == ""
    accepted = register(desk, an_application("form-1"))
    assert draft.saved_code(desk, "form-1") == accepted.code


def _without_papers():
    from dataclasses import replace

    application = an_application("form-0")
    return replace(application, papers=tuple(replace(paper, originals=0) for paper in application.papers))
