"""A line that delivers slowly: a round ends in good order when its time is up, and the next one goes on from there."""

import time
from collections.abc import Iterator

import pytest

from onestop_desk.domain.events import Noted
from onestop_desk.services import syncing
from onestop_desk.services.progress import take_each
from onestop_desk.services.syncing import RoundOutcome, attempt, standing_for, status, unsent
from onestop_desk.sync.centre import Centre, open_centre
from tests.desks import a_procedure
from tests.sync.proxy import Proxy, Trouble
from tests.sync.station.stations import Station

FREE = a_procedure(fees=())
_A_PAGE = 20


@pytest.fixture
def proxy(one: Station) -> Iterator[Proxy]:
    """Give a line of our own to the centre."""
    with Proxy(f"{one.database.cluster.socket}/.s.PGSQL.5432") as made:
        yield made


def _round(station: Station, proxy: Proxy) -> RoundOutcome:
    host = f"host=localhost&port={proxy.port}&sslmode=disable"
    return attempt(station.desk, lambda: open_centre(station.database.url_of(station.name, host)))


def _write_much(station: Station) -> None:
    uid = station.accept(procedure=FREE).uid
    for _ in range(4):
        take_each(station.desk, [(uid, Noted(station.clock(), "gọi lại " * 100)) for _ in range(50)])


def test_a_round_whose_time_is_up_ends_with_the_page_under_way_and_the_next_goes_on(
    one: Station, two: Station, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.round()
    _write_much(one)
    one.round()
    monkeypatch.setattr(syncing, "PAGE", _A_PAGE)
    monkeypatch.setattr(syncing, "ROUND_S", 0.6)
    proxy.trouble = Trouble(down_per_s=60_000)  # a page of these takes a third of a second
    before = standing_for(two.desk)
    began = time.monotonic()
    first = _round(two, proxy)
    assert time.monotonic() - began < 10, "all of it would take twice as long as that takes on a fast machine"
    assert first.is_cut
    assert not first.is_whole
    assert first.trouble is None
    after = standing_for(two.desk)
    assert 0 < after.cursor - before.cursor < 200
    assert (after.cursor - before.cursor) % _A_PAGE == 0, "at a page's border"
    assert after.ok_at == before.ok_at, "not everything is here: nothing says that it is"
    assert status(two.desk).trouble == ""
    assert two.is_sound()
    proxy.trouble = Trouble()
    monkeypatch.setattr(syncing, "ROUND_S", 120)
    assert _round(two, proxy).is_whole
    one.round()
    assert two.digest == one.digest
    assert two.projections() == one.projections()


def test_however_slow_the_line_a_round_takes_a_page_and_sends_a_batch(
    one: Station, two: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit that lets nothing through would be a station that never gets anywhere."""
    for station in (one, two):
        _write_much(station)
    two.round()
    monkeypatch.setattr(syncing, "PAGE", _A_PAGE)
    monkeypatch.setattr(syncing, "MOST_EVENTS", 50)
    monkeypatch.setattr(syncing, "ROUND_S", -1)
    waiting, rounds = unsent(one.desk), []
    while not (rounds and rounds[-1].is_whole):
        rounds.append(one.sync())
        assert (rounds[-1].trouble, len(rounds) < 100) == (None, True)
    assert rounds[0].sent == 50
    assert 0 < rounds[0].received <= _A_PAGE
    assert sum(done.sent for done in rounds) == waiting
    assert unsent(one.desk) == 0
    two.round()
    assert one.digest == two.digest
    assert one.is_sound()


def test_a_trouble_after_the_time_was_up_is_told_as_one(one: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    from onestop_desk.sync.fault import LineLost

    _write_much(one)
    monkeypatch.setattr(syncing, "MOST_EVENTS", 50)
    monkeypatch.setattr(syncing, "ROUND_S", -1)

    def lost(*_: object) -> None:
        raise LineLost("localhost")

    with monkeypatch.context() as patch:
        patch.setattr(Centre, "pull", lost)
        outcome = one.sync()
    assert isinstance(outcome.trouble, LineLost)
    assert status(one.desk).trouble == LineLost.code
