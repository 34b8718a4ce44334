"""What can be wrong with the register's file, each with its facts."""

from dataclasses import dataclass

from onestop_desk.domain.errors import DeskError


@dataclass(eq=False)
class DatabaseBusy(DeskError):
    """Another process held the register for longer than `waited` seconds."""

    waited: int
    code = "DB-BUSY"


@dataclass(eq=False)
class DiskFull(DeskError):
    """The disk of `folder` took no more; `free_mb` is what it says is left."""

    folder: str
    free_mb: int
    code = "DB-FULL"


@dataclass(eq=False)
class DatabaseReadOnly(DeskError):
    """The register's file or folder may not be written."""

    folder: str
    code = "DB-READONLY"


@dataclass(eq=False)
class DatabaseUnreachable(DeskError):
    """The register's file or folder is gone or cannot be opened."""

    path: str
    code = "DB-GONE"


@dataclass(eq=False)
class FileIsDevice(DeskError):
    """A pipe or a device has the name under which a file should be written."""

    path: str
    code = "FILE-DEVICE"


@dataclass(eq=False)
class DatabaseMissing(DeskError):
    """This folder was set up, and its register is not there any more: a new empty one is never made in silence."""

    path: str
    code = "DB-MISSING"


@dataclass(eq=False)
class DatabaseDamaged(DeskError):
    """The register's file is damaged."""

    path: str
    code = "DB-DAMAGED"


@dataclass(eq=False)
class EventUnreadable(DeskError):
    """An event of the log cannot be read any more: its bytes were changed outside the program."""

    stream: str
    seq: int
    code = "DB-EVENT"


@dataclass(eq=False)
class DatabaseForeign(DeskError):
    """The file is not a register: a text file, an empty one, another program's database."""

    path: str
    code = "DB-FOREIGN"


@dataclass(eq=False)
class DatabaseNewer(DeskError):
    """A newer program made this register: `found` is its schema, `known` the latest this program knows."""

    path: str
    found: str
    known: str
    code = "DB-NEWER"
