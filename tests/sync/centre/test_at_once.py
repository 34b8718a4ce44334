"""Two at one moment: positions stay gapless, one batch stands once, one counter goes to one station."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest

from onestop_desk.sync.fault import CentreBusy
from onestop_desk.sync.wire import Answer, StreamHead
from tests.sync.chains import OTHER, STREAM, chain, digest_of
from tests.sync.postgres import CentreDatabase

AGENCY = "H31.20.11"
_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
_AGENCY_ROW = f"UPDATE sy.agency_head SET head_pos = head_pos WHERE agency = '{AGENCY}'"


@pytest.fixture
def pair(database: CentreDatabase) -> CentreDatabase:
    """Give two stations."""
    for name in ("quay-1", "quay-2"):
        database.add(name, AGENCY)
    return database


@contextmanager
def _held(
    database: CentreDatabase, statement: str, url: str = ""
) -> Iterator[Callable[[list[Future[StreamHead]]], None]]:
    """Hold what a statement locks until as many wait for it as were begun."""
    with (
        psycopg.connect(url or database.owner_url) as holder,
        psycopg.connect(database.owner_url, autocommit=True) as watcher,
    ):
        holder.execute(statement.encode())

        def until_all_wait(begun: list[Future[StreamHead]]) -> None:
            while watcher.execute(_WAITING).fetchone() != (len(begun),):
                assert not any(one.done() for one in begun), "nobody should get past what is held"
            holder.commit()

        yield until_all_wait


def test_two_stations_at_once_get_positions_without_a_gap(pair: CentreDatabase) -> None:
    with pair.open("quay-1") as first, pair.open("quay-2") as second, ThreadPoolExecutor() as pool:
        fences = [first.open_stream(AGENCY, STREAM, 1, 0).fence, second.open_stream(AGENCY, OTHER, 2, 0).fence]
        with _held(pair, _AGENCY_ROW) as until_all_wait:
            begun = [
                pool.submit(first.push, AGENCY, STREAM, fences[0], chain(3)),
                pool.submit(second.push, AGENCY, OTHER, fences[1], chain(3, OTHER)),
            ]
            until_all_wait(begun)
        assert [one.result().answer for one in begun] == [Answer.OK, Answer.OK]
        page = first.pull(AGENCY, 0, 500, STREAM, 0)
    assert [one.pos for one in page.events] == [1, 2, 3, 4, 5, 6]
    assert page.digest == digest_of([one.hash for one in page.events])


def test_one_batch_sent_twice_at_once_stands_once_and_both_hear_the_same(pair: CentreDatabase) -> None:
    with pair.open("quay-1") as line, pair.open("quay-1") as again, ThreadPoolExecutor() as pool:
        fence = line.open_stream(AGENCY, STREAM, 1, 0).fence
        with _held(pair, _AGENCY_ROW) as until_all_wait:
            begun = [pool.submit(one.push, AGENCY, STREAM, fence, chain(3)) for one in (line, again)]
            until_all_wait(begun)
        answers = [one.result() for one in begun]
        assert answers[0] == answers[1]
        assert answers[0].answer is Answer.OK
        assert line.hello(AGENCY).head_pos == 3


def test_one_counter_asked_for_at_once_goes_to_one(pair: CentreDatabase) -> None:
    with pair.open("quay-1") as first, pair.open("quay-2") as second, ThreadPoolExecutor() as pool:
        first.open_stream(AGENCY, "33" * 16, 9, 0)  # the agency's row is there
        asking = f"SELECT * FROM sy.open_stream('{AGENCY}', '\\x{STREAM}', 1, 0)"
        with _held(pair, asking, pair.url_of("quay-1")) as until_all_wait:
            begun = [pool.submit(second.open_stream, AGENCY, OTHER, 1, 0)]
            until_all_wait(begun)
        answer = begun[0].result()
    assert (answer.answer, answer.rival) == (Answer.COUNTER_TAKEN, "quay-1")


@pytest.mark.parametrize("how", ["pg_terminate_backend", "pg_cancel_backend"])
def test_a_push_ended_at_the_centre_leaves_nothing_and_is_sent_again(pair: CentreDatabase, how: str) -> None:
    with pair.open("quay-1") as line, pair.open("quay-1") as again, ThreadPoolExecutor() as pool:
        fence = line.open_stream(AGENCY, STREAM, 1, 0).fence
        with _held(pair, _AGENCY_ROW) as until_all_wait:
            begun = [pool.submit(line.push, AGENCY, STREAM, fence, chain(3))]
            ended = f"SELECT {how}(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            while not pair.run(ended):
                assert not begun[0].done()
            with pytest.raises(CentreBusy):
                begun[0].result()
            until_all_wait([])
        assert again.hello(AGENCY).head_pos == 0
        assert again.push(AGENCY, STREAM, fence, chain(3)).answer is Answer.OK
        assert again.hello(AGENCY).head_pos == 3
