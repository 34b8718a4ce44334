"""The centre's functions on a real PostgreSQL: what is taken in, what is refused, and what an answer may say twice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onestop_desk.sync import install
from onestop_desk.sync.centre import Centre
from onestop_desk.sync.fault import CentreRefused
from onestop_desk.sync.wire import Answer, StreamHead
from tests.sync.chains import OTHER, STREAM, chain, digest_of, hash_of
from tests.sync.postgres import CentreDatabase

AGENCY = "H31.20.11"
Pair = tuple[Centre, Centre]


@pytest.fixture
def pair(database: CentreDatabase) -> Iterator[Pair]:
    """Give two stations of one agency."""
    for name in ("quay-1", "quay-2"):
        database.add(name, AGENCY)
    lines = database.open("quay-1"), database.open("quay-2")
    yield lines
    for line in lines:
        line.close()


@pytest.fixture
def centre(pair: Pair) -> Centre:
    """Give the first station's line."""
    return pair[0]


@pytest.fixture
def head(centre: Centre) -> StreamHead:
    """Give the first station's open stream."""
    return centre.open_stream(AGENCY, STREAM, 1, 0)


def test_what_is_pushed_is_pulled_in_order_with_its_digest(centre: Centre, head: StreamHead) -> None:
    events = chain(5)
    answer = centre.push(AGENCY, STREAM, head.fence, events)
    assert (answer.answer, answer.head_seq, answer.head_hash) == (Answer.OK, 5, events[-1].hash)
    page = centre.pull(AGENCY, 0, 500, "00" * 16, 0)
    assert [(one.pos, one.seq, one.payload, one.hash) for one in page.events] == [
        (n, one.seq, one.payload, one.hash) for n, one in enumerate(events, 1)
    ]
    assert page.digest == digest_of([one.hash for one in events])
    assert centre.digest_at(AGENCY, 3) == digest_of([one.hash for one in events[:3]])
    assert centre.digest_at(AGENCY, 6) is None
    assert centre.pull(AGENCY, 5, 500, "00" * 16, 0).events == ()


def test_a_station_does_not_get_the_payload_of_what_it_holds(centre: Centre, head: StreamHead) -> None:
    centre.push(AGENCY, STREAM, head.fence, chain(3))
    page = centre.pull(AGENCY, 0, 500, STREAM, 2)
    assert [one.payload is None for one in page.events] == [True, True, False]


def test_positions_of_two_stations_have_no_gaps(pair: Pair, head: StreamHead) -> None:
    first, second = pair
    other = second.open_stream(AGENCY, OTHER, 2, 0)
    mine, theirs = chain(4), chain(4, OTHER)
    fence, fences = head.fence, other.fence
    for at in range(4):
        fence = first.push(AGENCY, STREAM, fence, mine[at : at + 1]).fence
        fences = second.push(AGENCY, OTHER, fences, theirs[at : at + 1]).fence
    page = first.pull(AGENCY, 0, 500, "00" * 16, 0)
    assert [one.pos for one in page.events] == list(range(1, 9))
    assert page.digest == digest_of([one.hash for one in page.events])


def test_a_gap_is_refused_and_nothing_appended(centre: Centre, head: StreamHead) -> None:
    answer = centre.push(AGENCY, STREAM, head.fence, chain(3)[1:])
    assert (answer.answer, answer.head_seq) == (Answer.GAP, 0)
    assert centre.pull(AGENCY, 0, 500, "00" * 16, 0).events == ()


def test_a_lost_answer_is_given_again_and_nothing_appended_twice(centre: Centre, head: StreamHead) -> None:
    events = chain(4)
    first = centre.push(AGENCY, STREAM, head.fence, events)
    again = centre.push(AGENCY, STREAM, head.fence, events)
    assert again == first
    assert len(centre.pull(AGENCY, 0, 500, "00" * 16, 0).events) == 4
    more = chain(1, first=5, previous=events[-1].hash)
    assert centre.push(AGENCY, STREAM, again.fence, more).answer is Answer.OK


@pytest.mark.parametrize("piece", [slice(0, 1), slice(1, 2), slice(0, 2)])
def test_the_fence_before_opens_nothing_but_the_unanswered_tail(centre: Centre, head: StreamHead, piece: slice) -> None:
    events = chain(3)
    fence = centre.push(AGENCY, STREAM, head.fence, events[:1]).fence
    centre.push(AGENCY, STREAM, fence, events[1:])
    assert centre.push(AGENCY, STREAM, fence, events[piece]).answer is Answer.FENCED


def test_an_older_fence_is_refused(centre: Centre, head: StreamHead, database: CentreDatabase) -> None:
    events = chain(3)
    second = centre.push(AGENCY, STREAM, head.fence, events[:1])
    centre.push(AGENCY, STREAM, second.fence, events[1:2])
    assert centre.push(AGENCY, STREAM, head.fence, events[2:]).answer is Answer.FENCED
    assert [one.kind for one in install.status(database.owner_url).incidents] == ["FENCED"]


def test_two_lives_of_one_stream_are_a_fork_and_the_stream_is_closed(centre: Centre, head: StreamHead) -> None:
    events = chain(3)
    fence = centre.push(AGENCY, STREAM, head.fence, events).fence
    changed = replace(events[2], payload=b'{"by":["x","x"],"event":{},"uid":"99"}')
    other = [events[1], replace(changed, hash=hash_of(changed, events[1].hash))]
    assert centre.push(AGENCY, STREAM, fence, other).answer is Answer.FORK
    more = chain(1, first=4, previous=events[-1].hash)
    assert centre.push(AGENCY, STREAM, fence, more).answer is Answer.FORK
    assert len(centre.pull(AGENCY, 0, 500, "00" * 16, 0).events) == 3


@pytest.mark.parametrize("field", ["payload", "kind", "version", "subject", "at_us", "hash"])
def test_an_altered_event_is_refused(centre: Centre, head: StreamHead, field: str) -> None:
    events = chain(4)
    changed = {"payload": b"{}", "kind": "paid", "version": 2, "subject": "dossier/x", "at_us": 5, "hash": bytes(32)}
    events[2] = replace(events[2], **{field: changed[field]})
    assert centre.push(AGENCY, STREAM, head.fence, events).answer is Answer.BADHASH
    assert centre.pull(AGENCY, 0, 500, "00" * 16, 0).events == ()


def test_an_overlap_with_the_right_fence_appends_only_what_is_new(centre: Centre, head: StreamHead) -> None:
    events = chain(5)
    fence = centre.push(AGENCY, STREAM, head.fence, events[:3]).fence
    answer = centre.push(AGENCY, STREAM, fence, events[1:])
    assert (answer.answer, answer.head_seq) == (Answer.OK, 5)
    page = centre.pull(AGENCY, 0, 500, "00" * 16, 0)
    assert [one.seq for one in page.events] == [1, 2, 3, 4, 5]
    assert page.digest == digest_of([one.hash for one in events])


@pytest.mark.parametrize("count", [501, 1])
def test_a_batch_that_is_too_large_is_refused(centre: Centre, head: StreamHead, count: int) -> None:
    events = chain(count)
    if count == 1:
        fat = replace(events[0], payload=b"x" * 1_000_001)
        events = [replace(fat, hash=hash_of(fat, bytes(32)))]
    assert centre.push(AGENCY, STREAM, head.fence, events).answer is Answer.TOO_LARGE


def test_a_kind_that_nobody_knows_and_a_date_in_2099_are_kept(centre: Centre, head: StreamHead) -> None:
    event = replace(chain(1)[0], kind="teleported", version=9, at_us=4_070_908_800_000_000)
    events = [replace(event, hash=hash_of(event, bytes(32)))]
    assert centre.push(AGENCY, STREAM, head.fence, events).answer is Answer.OK
    (found,) = centre.pull(AGENCY, 0, 500, "00" * 16, 0).events
    assert (found.kind, found.at_us) == ("teleported", 4_070_908_800_000_000)


def test_one_counter_belongs_to_one_station_and_the_second_hears_the_first_ones_name(
    pair: Pair, head: StreamHead, database: CentreDatabase
) -> None:
    refused = pair[1].open_stream(AGENCY, OTHER, 1, 0)
    assert (refused.answer, refused.rival) == (Answer.COUNTER_TAKEN, "quay-1")
    assert pair[1].open_stream(AGENCY, OTHER, 2, 0).answer is Answer.OK
    install.revoke(database.owner_url, "quay-1")
    assert pair[1].open_stream(AGENCY, "33" * 16, 1, 0).answer is Answer.OK


def test_one_machines_second_stream_needs_a_range_of_its_own(centre: Centre, head: StreamHead) -> None:
    """A copied or restored disk would give out the same dossier numbers again."""
    second = centre.open_stream(AGENCY, OTHER, 1, 0)
    assert second.answer is Answer.OK, "nothing was sent under the first stream yet"
    centre.push(AGENCY, OTHER, second.fence, chain(1, OTHER))
    refused = centre.open_stream(AGENCY, "33" * 16, 1, 0)
    assert (refused.answer, refused.rival) == (Answer.COUNTER_TAKEN, "quay-1")
    assert centre.open_stream(AGENCY, "33" * 16, 1, 1).answer is Answer.OK


def test_of_two_copies_that_never_sent_a_word_only_the_last_opened_one_may_send(
    centre: Centre, head: StreamHead
) -> None:
    second = centre.open_stream(AGENCY, OTHER, 1, 0)
    assert second.answer is Answer.OK, "the first has not used its range yet"
    assert centre.push(AGENCY, STREAM, head.fence, chain(1)).answer is Answer.UNKNOWN
    assert centre.push(AGENCY, OTHER, second.fence, chain(1, OTHER)).answer is Answer.OK
    again = centre.open_stream(AGENCY, STREAM, 1, 0)
    assert again.answer is Answer.COUNTER_TAKEN, "and once it has, nobody else may"


def test_a_page_ends_before_it_gets_too_heavy_and_goes_on_from_there(centre: Centre, head: StreamHead) -> None:
    fence, previous = head.fence, bytes(32)
    for seq in range(1, 7):
        fat = replace(chain(1, first=seq)[0], payload=b'{"x":"' + b"x" * 990_000 + b'"}')
        event = replace(fat, hash=hash_of(fat, previous))
        fence, previous = centre.push(AGENCY, STREAM, fence, [event]).fence, event.hash
    page = centre.pull(AGENCY, 0, 500, OTHER, 0)
    assert ([one.pos for one in page.events], page.head_pos) == ([1, 2, 3, 4], 6)
    assert page.digest == centre.digest_at(AGENCY, 4)
    assert [one.pos for one in centre.pull(AGENCY, 4, 500, OTHER, 0).events] == [5, 6]
    assert len(centre.pull(AGENCY, 0, 500, STREAM, 6).events) == 6, "what is held weighs nothing"


def test_an_empty_page_proves_where_the_station_stands(centre: Centre, head: StreamHead) -> None:
    assert centre.pull(AGENCY, 0, 500, OTHER, 0).digest == bytes(32)
    centre.push(AGENCY, STREAM, head.fence, chain(2))
    assert centre.pull(AGENCY, 2, 500, OTHER, 0).digest == digest_of([one.hash for one in chain(2)])
    assert centre.pull(AGENCY, 3, 500, OTHER, 0).digest == b""


def test_a_router_reads_and_writes_every_feed_and_takes_no_counter(
    centre: Centre, head: StreamHead, database: CentreDatabase
) -> None:
    centre.push(AGENCY, STREAM, head.fence, chain(2))
    database.add("fold", is_router=True)
    with database.open("fold") as router:
        assert router.heads() == {AGENCY: 2}
        for agency in (AGENCY, "H31"):
            fence = router.open_stream(agency, OTHER, 1, 0).fence
            assert router.push(agency, OTHER, fence, chain(1, OTHER)).answer is Answer.OK
        assert router.heads() == {AGENCY: 3, "H31": 1}
    assert centre.heads() == {AGENCY: 3}


def test_rejoining_takes_the_hash_at_the_head_and_gives_a_new_fence(centre: Centre, head: StreamHead) -> None:
    events = chain(3)
    old = centre.push(AGENCY, STREAM, head.fence, events).fence
    assert centre.stream_head(AGENCY, STREAM) == 3
    back = centre.rejoin(AGENCY, STREAM, 3, events[-1].hash)
    assert back.answer is Answer.OK
    more = chain(2, first=4, previous=events[-1].hash)
    assert centre.push(AGENCY, STREAM, old, more).answer is Answer.FENCED
    assert centre.push(AGENCY, STREAM, back.fence, more).answer is Answer.OK


@pytest.mark.parametrize(
    ("seq", "proof"), [(3, bytes(32)), (2, chain(3)[1].hash), (2, chain(3)[2].hash), (4, bytes(32))]
)
def test_rejoining_without_the_hash_at_the_head_closes_the_stream(
    centre: Centre, head: StreamHead, seq: int, proof: bytes
) -> None:
    events = chain(3)
    fence = centre.push(AGENCY, STREAM, head.fence, events).fence
    assert centre.rejoin(AGENCY, STREAM, seq, proof).answer is Answer.FORK
    more = chain(1, first=4, previous=events[-1].hash)
    assert centre.push(AGENCY, STREAM, fence, more).answer is Answer.FORK


def test_a_stream_that_the_centre_never_saw_is_unknown(centre: Centre) -> None:
    assert centre.push(AGENCY, STREAM, "ab" * 16, chain(1)).answer is Answer.UNKNOWN
    assert centre.rejoin(AGENCY, STREAM, 0, bytes(32)).answer is Answer.UNKNOWN
    assert centre.stream_head(AGENCY, STREAM) is None


def test_a_greeting_tells_epoch_clock_and_head_and_a_restore_changes_the_epoch(
    centre: Centre, head: StreamHead, database: CentreDatabase
) -> None:
    centre.push(AGENCY, STREAM, head.fence, chain(2))
    welcome = centre.hello(AGENCY)
    assert (welcome.station, welcome.head_pos) == ("quay-1", 2)
    assert welcome.digest == centre.digest_at(AGENCY, 2)
    install.rotate_epoch(database.owner_url)
    assert centre.hello(AGENCY).epoch != welcome.epoch


def test_another_agency_is_not_greeted(centre: Centre) -> None:
    with pytest.raises(CentreRefused):
        centre.hello("H31.20.12")


def test_making_the_centre_again_changes_nothing(database: CentreDatabase) -> None:
    assert install.init(database.owner_url) == 0


def test_the_status_names_stations_feeds_and_incidents(
    centre: Centre, head: StreamHead, database: CentreDatabase
) -> None:
    centre.push(AGENCY, STREAM, head.fence, chain(2))
    centre.hello(AGENCY, cursor=1, unsent=4)
    told = install.status(database.owner_url)
    assert [(one.name, one.agencies, one.events) for one in told.stations] == [
        ("quay-1", (AGENCY,), 2),
        ("quay-2", (AGENCY,), 0),
    ]
    assert [(one.agency, one.behind, one.unsent) for one in told.stations[0].seen] == [(AGENCY, 1, 4)]
    assert [(one.agency, one.head_pos, one.streams) for one in told.agencies] == [(AGENCY, 2, 1)]
    assert told.incidents == ()
