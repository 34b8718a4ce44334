"""The Desk: one folder, one register, one stream, one clerk; what every use case gets first."""

import os
import time
import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.domain.calendar import WorkingCalendar
from onestop_desk.domain.office import ClerkWord, DeskState, Office, described_office, fold_calendar, fold_desk
from onestop_desk.models.desk import LocalFact
from onestop_desk.models.fault import DatabaseMissing, DatabaseReadOnly
from onestop_desk.models.schema import open_register
from onestop_desk.models.session import Database, file_fault
from onestop_desk.services import witness
from onestop_desk.services.fault import DeskCopied, DeskInUse, NotSetUp
from onestop_desk.services.record import Writing, entries_about, open_writing
from onestop_desk.services.traffic import Traffic
from onestop_desk.settings import Settings, load_settings

REGISTER = "register.sqlite3"
PROGRAM = ClerkWord("", "onestop-desk")
"""Who an event carries when no clerk has signed in: set-up, imports from the command line."""

T = TypeVar("T")
Clock = Callable[[], datetime]

FACT: Table = LocalFact.metadata.tables["local_fact"]


def system_clock() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


def steady_clock() -> float:
    """Return seconds by the clock that nobody can set."""
    return time.monotonic()


@dataclass(slots=True)
class Desk:
    """An open data folder. One writer thread; look-ups may come from any thread."""

    folder: Path
    database: Database
    stream: str
    settings: Settings
    clock: Clock = system_clock
    clerk: ClerkWord = PROGRAM
    clock_confirmed_at: datetime | None = None
    pin_waits: dict[str, float] = field(default_factory=dict)
    opened_at: float = field(default_factory=steady_clock)
    is_closing: bool = False
    has_settled: bool = False
    """Whether a round of this start has looked for what earlier lives left behind."""
    traffic: Traffic = field(default_factory=Traffic)
    folds: dict[str, Any] = field(default_factory=dict)
    """Folds that absorbing goes on from; whoever writes about a subject drops its fold."""
    run: str = field(default_factory=lambda: uuid.uuid4().hex)
    memory: witness.Witness | None = None
    lock: FileLock | None = None
    _kept: dict[str, object] = field(default_factory=dict)
    _changes: int = 0
    _keeping: Lock = field(default_factory=Lock)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Open the one write transaction, remember its last number outside the folder once it is committed."""
        with self.traffic.passing(), self.database.writing() as connection:
            writing = open_writing(connection, self.stream)
            before = writing.seq
            yield writing
        self._forget(writing.touched)
        if self.memory is not None and writing.seq != before:
            self.memory.advance(writing.seq)

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a reading transaction that never waits for the writer."""
        return self.database.reading()

    def kept(self, subject: str, load: Callable[[tuple[object, ...]], T]) -> T:
        """Return the fold of a small subject, made once and again after an event about it is committed."""
        found = self._kept.get(subject)
        if found is not None:
            return cast(T, found)
        changes = self._changes
        with self.reading() as connection:
            made = load(tuple(e.event for e in entries_about(connection, subject)))
        with self._keeping:
            if changes == self._changes:  # else it may have been read from before a commit that came in between
                self._kept[subject] = made
        return made

    def _forget(self, subjects: Collection[str]) -> None:
        """Drop the kept folds of subjects that a committed transaction has changed."""
        with self._keeping:
            self._changes += 1
            for subject in subjects:
                self._kept.pop(subject, None)
                self.folds.pop(subject, None)

    @property
    def state(self) -> DeskState:
        """This desk's agency, counter and ranges."""
        return self.kept(f"desk/{self.stream}", fold_desk)

    @property
    def office(self) -> Office:
        """The office as its papers name it."""
        return self.kept(f"office/{self.state.agency}", described_office)

    @property
    def calendar(self) -> WorkingCalendar:
        """The working calendar of this desk's agency."""
        return self.kept(f"calendar/{self.state.agency}", fold_calendar)

    @property
    def signature(self) -> str:
        """Who signs what is made now; nobody where the program itself works."""
        return "" if self.clerk == PROGRAM else self.clerk.name

    def watch_from(self, sighting: witness.Sighting) -> None:
        """Let the witness follow another stream from now on."""
        if self.memory is not None:
            self.memory.close()
        self.memory = witness.watch(sighting)

    def require_folder(self) -> None:
        """Raise DatabaseUnreachable or DatabaseReadOnly when the folder has gone, was replaced or may not be written.

        Costs microseconds: a window can look every second.
        """
        self.database.require_file()
        if not os.access(self.folder, os.W_OK):
            raise DatabaseReadOnly(str(self.folder))

    def close(self) -> None:
        """Let go of the register, the witness and the lock."""
        self.database.close()
        if self.memory is not None:
            self.memory.close()
        if self.lock is not None:
            self.lock.release()


def open_desk(folder: Path, clock: Clock = system_clock) -> Desk:
    """Open a folder for work: the only program on it, its stream witnessed; raises what ui/wording can explain."""
    folder = folder.resolve()
    if not folder.is_dir():
        _refuse_missing(folder)
    lock = lock_folder(folder)
    try:
        desk = _opened(folder, clock)
        try:
            _confirm_stream(desk)
            begin_life(desk)
        except BaseException:
            desk.database.close()
            raise
    except BaseException:
        lock.release()
        raise
    desk.lock = lock
    return desk


def look_into(folder: Path, clock: Clock = system_clock) -> Desk:
    """Open a folder for looking only, beside the program that may work on it."""
    return _opened(folder.resolve(), clock)


def lock_folder(folder: Path) -> FileLock:
    """Take the folder for this process; raises DeskInUse when another one has it."""
    path = folder / "desk.lock"
    lock = FileLock(path, thread_local=False)  # the desk may be opened on one thread and closed on another
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DeskInUse(str(folder)) from error
    except OSError as error:
        raise file_fault(error, path) from error
    return lock


def begin_life(desk: Desk) -> None:
    """Give this start a token of its own, in the register and in this machine's witness."""
    token = uuid.uuid4().hex
    with desk.reading() as connection:
        seq = open_writing(connection, desk.stream).seq
        before = fact(connection, "token")
    sighting = witness.Sighting(desk.stream, str(desk.folder), before, seq, token)
    witness.note(sighting)
    with desk.database.writing() as connection:
        keep_fact(connection, "token", token)
    desk.memory = witness.watch(replace(sighting, token=token, next_token=""))


def fresh_stream() -> str:
    """Return an identity that nothing has yet: 32 hex digits."""
    return uuid.uuid4().hex


def keep_fact(connection: Connection, name: str, value: str) -> None:
    """Store a named fact about this database alone."""
    statement = upsert(FACT).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def fact(connection: Connection, name: str) -> str:
    """Return a named fact, empty where it was never kept."""
    return str(connection.execute(select(FACT.c.value).where(FACT.c.name == name)).scalar() or "")


def _opened(folder: Path, clock: Clock) -> Desk:
    path = folder / REGISTER
    if not path.exists():
        _refuse_missing(folder)
    database = open_register(path)
    try:
        with database.reading() as connection:
            stream = fact(connection, "stream")
        if not stream:
            raise NotSetUp(str(folder))
    except BaseException:
        database.close()
        raise
    return Desk(folder, database, stream, load_settings(folder), clock)


def _refuse_missing(folder: Path) -> None:
    if witness.knows_folder(folder) or (folder / "settings.toml").exists():
        raise DatabaseMissing(str(folder / REGISTER))
    raise NotSetUp(str(folder))


def _confirm_stream(desk: Desk) -> None:
    with desk.reading() as connection:
        token = fact(connection, "token")
        seq = open_writing(connection, desk.stream).seq
    known = witness.recall(desk.stream, desk.folder)
    if known is None and not token:
        return  # a set-up cut short before its first life: nothing was numbered from it yet
    if known is not None and known.agrees_with(token, seq):
        return
    state = desk.state
    raise DeskCopied(
        folder=str(desk.folder),
        agency=state.agency,
        counter=state.counter,
        extra=max(state.extras, default=0),
        known_seq=known.seq if known else 0,
        found_seq=seq,
    )
