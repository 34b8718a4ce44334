"""Taking in dossiers and their steps from files, a JSON line each (cli.md): what is refused is named, the rest goes
on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import BinaryIO

from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.text import clean
from onestop_desk.services.catalogue import procedure as procedure_of
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ImportFileRefused, StepUnknown
from onestop_desk.services.line_fields import MOST_BYTES, read_object, text
from onestop_desk.services.receive_line import ReceiveLine, read_receive
from onestop_desk.services.staff import clerks
from onestop_desk.services.step_line import Here, StepLine, is_step, read_step
from onestop_desk.services.taking_in import Taken, TakingIn

CHUNK = 500
_CHUNK_BYTES = 4 * MOST_BYTES

_Numbered = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of one line: a dossier or a step of one, or an error; `is_new` is False when the line had been taken
    in before. `is_step` tells steps from receptions."""

    line: int
    uid: str = ""
    code: str = ""
    due_at: datetime | None = None
    is_new: bool = True
    is_step: bool = False
    error: DeskError | None = None

    @property
    def ok(self) -> bool:
        """Whether the line's fact is in the register."""
        return self.error is None


def open_lines(path: Path) -> BinaryIO:
    """Open a file to take lines in from; raises ImportFileRefused where that cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        raise ImportFileRefused(str(path), "missing") from error


def lines_in(stream: BinaryIO) -> Iterator[bytes]:
    """Yield a file's lines; of one that is too long only as much as tells that it is."""
    while line := stream.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES + 1)


def import_lines(desk: Desk, lines: Iterable[bytes]) -> Iterator[LineResult]:
    """Take in lines, 500 a transaction; yields a result for each line that is not blank, in order."""
    for chunk in _chunks(lines):
        yield from _import_chunk(desk, chunk)


def _chunks(lines: Iterable[bytes]) -> Iterator[list[_Numbered]]:
    chunk: list[_Numbered] = []
    size = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            chunk.append((number, line))
            size += len(line)
        if len(chunk) == CHUNK or size > _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _import_chunk(desk: Desk, chunk: Sequence[_Numbered]) -> list[LineResult]:
    results: list[LineResult] = []
    requests: list[tuple[int, ReceiveLine | StepLine]] = []
    read = _reader(desk)
    for number, line in chunk:
        try:
            requests.append((number, read(line)))
        except DeskError as error:
            results.append(_refused(number, error))
    if requests:
        results += _take_in(desk, requests)
    return sorted(results, key=lambda result: result.line)


def _reader(desk: Desk) -> Callable[[bytes], ReceiveLine | StepLine]:
    find_procedure: Callable[[str], Procedure] = cache(lambda code: procedure_of(desk, code))
    here = Here(desk.calendar, frozenset(clerk.login for clerk in clerks(desk)), desk.clock())

    def read(line: bytes) -> ReceiveLine | StepLine:
        data = read_object(line)
        word = clean(text(data, "do"))
        if word == "receive":
            return read_receive(data, find_procedure, here.now)
        if is_step(word):
            return read_step(data, here)
        raise StepUnknown(word)

    return read


def _take_in(desk: Desk, requests: Sequence[tuple[int, ReceiveLine | StepLine]]) -> list[LineResult]:
    results = []
    with desk.writing() as writing:
        taking = TakingIn(writing, desk, [request for _, request in requests])
        for number, request in requests:
            try:
                results.append(_result(number, request, taking.take(request)))
            except DeskError as error:
                results.append(_refused(number, error))
        taking.store()
    return results


def _result(line: int, request: ReceiveLine | StepLine, taken: Taken) -> LineResult:
    return LineResult(line, taken.uid, taken.code, taken.due_at, taken.is_new, isinstance(request, StepLine))


def _refused(line: int, error: DeskError) -> LineResult:
    # A traceback holds frames, and the frames hold the whole chunk: memory would wait for the garbage collector.
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return LineResult(line, error=error)
