"""A page that does not hold together is refused whole, whatever is wrong with it, and nothing of it is written."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from onestop_desk.domain.events import Noted
from onestop_desk.services.absorb import absorb, fold_parked
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import EVENT, dossier_entries
from onestop_desk.services.syncing import standing_for, unsent
from onestop_desk.sync.centre import Centre
from onestop_desk.sync.fault import CentreWrong
from onestop_desk.sync.wire import Page, StreamHead
from tests.desks import a_procedure
from tests.sync.station.stations import AGENCY, Station

FREE = a_procedure(fees=())


@pytest.fixture
def page(one: Station, two: Station) -> Page:
    """Give the feed that the second station would take in."""
    one.accept(procedure=FREE)
    one.round()
    with two.open() as centre:
        centre.hello(AGENCY)
        return centre.pull(AGENCY, 0, 500, two.desk.stream, 0)


def _events(station: Station) -> int:
    with station.desk.reading() as connection:
        return len(connection.execute(EVENT.select()).all())


def _changed(page: Page, at: int, **changes: Any) -> Page:
    events = list(page.events)
    events[at] = replace(events[at], **changes)
    return replace(page, events=tuple(events))


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("hash", {"payload": b'{"by":["x","x"],"event":{},"uid":"0"}'}),
        ("hash", {"kind": "paid"}),
        ("hash", {"subject": "dossier/other"}),
        ("hash", {"at_us": 1}),
        ("hash", {"version": 2}),
        ("hash", {"hash": bytes(32)}),
        ("position", {"pos": 99}),
        ("payload", {"payload": None}),
        ("gap", {"seq": 99}),
    ],
)
def test_an_altered_event_is_refused_and_nothing_of_its_page_is_kept(
    two: Station, page: Page, what: str, changes: dict[str, Any]
) -> None:
    before = _events(two)
    with pytest.raises(CentreWrong) as refused:
        absorb(two.desk, _changed(page, 2, **changes))
    assert refused.value.what == what
    assert _events(two) == before
    assert standing_for(two.desk).cursor == 0


def test_a_digest_that_does_not_follow_is_refused(two: Station, page: Page) -> None:
    with pytest.raises(CentreWrong) as refused:
        absorb(two.desk, replace(page, digest=bytes(32)))
    assert refused.value.what == "digest"
    assert standing_for(two.desk).cursor == 0


def test_an_event_left_out_is_refused(two: Station, page: Page) -> None:
    with pytest.raises(CentreWrong):
        absorb(two.desk, replace(page, events=page.events[:1] + page.events[2:]))


def test_a_page_taken_in_twice_is_taken_in_once(two: Station, page: Page) -> None:
    assert absorb(two.desk, page) > 0
    before = _events(two)
    with pytest.raises(CentreWrong):
        absorb(two.desk, page)
    assert _events(two) == before


@pytest.mark.parametrize("wrong", [{"head_hash": b"\1" * 32}, {"head_seq": 1}], ids=["hash", "length"])
def test_an_answer_that_does_not_fit_the_own_chain_confirms_nothing(
    one: Station, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    one.round()
    one.accept(procedure=FREE)
    waiting, before, push = unsent(one.desk), standing_for(one.desk), Centre.push

    def lying(centre: Centre, *values: Any) -> StreamHead:
        return replace(push(centre, *values), **wrong)

    with monkeypatch.context() as patch:
        patch.setattr(Centre, "push", lying)
        outcome = one.sync()
    assert isinstance(outcome.trouble, CentreWrong)
    assert outcome.trouble.what == "head"
    assert (outcome.sent, unsent(one.desk)) == (0, waiting)
    assert standing_for(one.desk).fence == before.fence, "the batch goes out again as it was"
    assert one.sync().is_whole
    assert unsent(one.desk) == 0


def test_an_event_of_a_later_program_is_kept_passed_over_and_folded_once_it_is_known(
    one: Station, two: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onestop_desk.domain import chain

    uid = one.accept(procedure=FREE).uid
    take_step(one.desk, uid, Noted(one.clock(), "gọi lại"))
    one.round()
    with monkeypatch.context() as earlier:
        earlier.delitem(chain.KINDS, "noted")
        two.round()
        state, entries = dossier_entries(two.desk, uid)
        assert state.set_aside == ()
        assert getattr(entries[-1].event, "kind", "") == "noted"
        assert fold_parked(two.desk) == 0
    assert fold_parked(two.desk) == 1
    assert fold_parked(two.desk) == 0
    assert isinstance(dossier_entries(two.desk, uid)[1][-1].event, Noted)
    assert two.is_sound()


def test_another_event_under_a_known_number_is_a_fork(two: Station, page: Page) -> None:
    absorb(two.desk, page)
    before, standing = _events(two), standing_for(two.desk)
    other = replace(page.events[0], pos=standing.cursor + 1, hash=b"\1" * 32)
    digest = hashlib.sha256(standing.digest + other.hash).digest()
    with pytest.raises(CentreWrong) as refused:
        absorb(two.desk, replace(page, events=(other,), digest=digest))
    assert refused.value.what == "fork"
    assert _events(two) == before and standing_for(two.desk) == standing
