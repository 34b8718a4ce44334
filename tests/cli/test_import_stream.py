"""A file of any length goes through in pieces: memory does not grow with it."""

import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from itertools import repeat

from onestop_desk.services.catalogue import import_starter
from onestop_desk.services.desk import Desk
from onestop_desk.services.exchange import CHUNK, import_lines, lines_in
from onestop_desk.services.line_fields import MOST_BYTES
from tests.bench.bench_import import lines


def test_memory_does_not_grow_with_the_file(desk: Desk) -> None:
    import_starter(desk)
    _peak(desk, lines(10, first=90_000))
    short, long = _peak(desk, lines(CHUNK)), _peak(desk, lines(3 * CHUNK, first=CHUNK))
    assert long < 1.5 * short


def test_refused_lines_are_let_go_too(desk: Desk) -> None:
    short, long = _peak(desk, repeat(b"{" * 400, 2 * CHUNK)), _peak(desk, repeat(b"{" * 400, 40 * CHUNK))
    assert long < 1.5 * short


def test_a_line_without_an_end_is_read_only_as_far_as_it_may_go() -> None:
    endless = b"a" * (5 * MOST_BYTES)
    read = list(lines_in(BytesIO(b"first\n" + endless + b"\nlast\n")))
    assert [line[:5] for line in read] == [b"first", b"aaaaa", b"last\n"]
    assert len(read[1]) == MOST_BYTES + 1


def test_a_line_of_exactly_the_most_keeps_the_next_one() -> None:
    for length in range(MOST_BYTES - 1, MOST_BYTES + 3):
        read = list(lines_in(BytesIO(b"a" * length + b"\nlast")))
        assert (len(read), read[1]) == (2, b"last")


def test_results_come_while_the_file_is_still_being_read(desk: Desk) -> None:
    taken: list[int] = []

    def given() -> Iterator[bytes]:
        for number in range(10 * CHUNK):
            taken.append(number)
            yield b"{"

    first = next(iter(import_lines(desk, given())))
    assert (first.line, first.ok, len(taken)) == (1, False, CHUNK)


def _peak(desk: Desk, given: Iterator[bytes]) -> int:
    tracemalloc.start()
    try:
        for _ in import_lines(desk, given):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
