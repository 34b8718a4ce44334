"""Taking in dossiers from files, a JSON line each (cli.md): what is refused is named, the rest goes on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import BinaryIO

from sqlalchemy import bindparam, select

from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import Received
from onestop_desk.services.catalogue import procedure as procedure_of
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import LineChanged
from onestop_desk.services.intake import Prepared, prepare_sound
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.receive_line import MOST_BYTES, ReceiveLine, read_line
from onestop_desk.services.record import Writing, entries_about, record_new_dossiers

CHUNK = 500
_CHUNK_BYTES = 4 * MOST_BYTES
_KNOWN = select(DOSSIER.c.ref, DOSSIER.c.uid, DOSSIER.c.code).where(
    DOSSIER.c.ref.in_(bindparam("refs", expanding=True))
)

_Numbered = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of one line: a dossier, or an error; `is_new` is False when the line had been taken in before."""

    line: int
    uid: str = ""
    code: str = ""
    due_at: datetime | None = None
    is_new: bool = True
    error: DeskError | None = None

    @property
    def ok(self) -> bool:
        """Whether the line's dossier is in the register."""
        return self.error is None


def lines_in(stream: BinaryIO) -> Iterator[bytes]:
    """Yield a file's lines; of one that is too long only as much as tells that it is."""
    while line := stream.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES + 1)


def import_lines(desk: Desk, lines: Iterable[bytes]) -> Iterator[LineResult]:
    """Take in receive lines, 500 a transaction; yields a result for each line that is not blank, in order."""
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
    requests: list[tuple[int, ReceiveLine]] = []
    find_procedure: Callable[[str], Procedure] = cache(lambda code: procedure_of(desk, code))
    now = desk.clock()
    for number, line in chunk:
        try:
            requests.append((number, read_line(line, find_procedure, now)))
        except DeskError as error:
            results.append(_refused(number, error))
    if requests:
        with desk.writing() as writing:
            results += _take_in(writing, desk, requests)
    return sorted(results, key=lambda result: result.line)


def _take_in(writing: Writing, desk: Desk, requests: Sequence[tuple[int, ReceiveLine]]) -> list[LineResult]:
    known = _known_before(writing, [request.form.ref for _, request in requests])
    fresh: dict[str, Prepared] = {}
    results = []
    for number, request in requests:
        ref = request.form.ref
        try:
            earlier = known.get(ref) or fresh.get(ref)
            if earlier is not None:
                _require_same(request, earlier.event)
                results.append(_result(number, earlier, is_new=False))
            else:
                fresh[ref] = prepare_sound(writing, desk, request.form)
                results.append(_result(number, fresh[ref]))
        except DeskError as error:
            results.append(_refused(number, error))
    record_new_dossiers(writing, desk, [(made.uid, made.event) for made in fresh.values()])
    return results


def _result(line: int, made: Prepared, *, is_new: bool = True) -> LineResult:
    return LineResult(line, made.uid, made.event.code, made.event.due.due_at, is_new)


def _refused(line: int, error: DeskError) -> LineResult:
    # A traceback holds frames, and the frames hold the whole chunk: memory would wait for the garbage collector.
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return LineResult(line, error=error)


def _known_before(writing: Writing, refs: Sequence[str]) -> dict[str, Prepared]:
    found = {}
    for row in writing.connection.execute(_KNOWN, {"refs": refs}):
        first = entries_about(writing.connection, f"dossier/{row.uid}")[0].event
        if isinstance(first, Received):
            found[row.ref] = Prepared(row.uid, first)
    return found


def _require_same(request: ReceiveLine, before: Received) -> None:
    field = request.contradiction(before)
    if field is not None:
        raise LineChanged(before.code, field)
