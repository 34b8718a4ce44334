"""How this desk stands with the centre: read and kept in the transaction that changes what it describes."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from onestop_desk.models.sync import FeedPage, SyncState

STATE: Table = SyncState.metadata.tables["sync_state"]
PAGE: Table = FeedPage.metadata.tables["feed_page"]

_NEW = upsert(STATE)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["agency"], set_={column.name: _NEW.excluded[column.name] for column in STATE.columns}
)
_NEW_PAGE = upsert(PAGE)
_KEEP_PAGE = _NEW_PAGE.on_conflict_do_update(index_elements=["pos"], set_={"digest": _NEW_PAGE.excluded.digest})


@dataclass(frozen=True, slots=True)
class Standing:
    """The row of models/sync.py as a value; `clock_ahead_us` is by how much this clock is ahead of the centre's."""

    agency: str
    epoch: str = ""
    stream: str = ""
    acked_seq: int = 0
    pushing_seq: int = 0
    fence: str = ""
    cursor: int = 0
    digest: bytes = bytes(32)
    ok_at: datetime | None = None
    tried_at: datetime | None = None
    trouble: str = ""
    trouble_since: datetime | None = None
    clock_ahead_us: int = 0


def standing_of(connection: Connection, agency: str) -> Standing:
    """Return how the desk stands; the beginning where it never spoke to the centre."""
    row = connection.execute(select(STATE).where(STATE.c.agency == agency)).mappings().first()
    return Standing(agency) if row is None else Standing(**row)


def keep_standing(connection: Connection, standing: Standing) -> None:
    """Keep how the desk stands now."""
    connection.execute(_KEEP, asdict(standing))


def keep_page(connection: Connection, pos: int, digest: bytes) -> None:
    """Keep the digest at the end of a page."""
    connection.execute(_KEEP_PAGE, {"pos": pos, "digest": digest})


def pages(connection: Connection) -> list[tuple[int, bytes]]:
    """Return the kept digests by position, in order."""
    return [(pos, digest) for pos, digest in connection.execute(select(PAGE.c.pos, PAGE.c.digest).order_by(PAGE.c.pos))]


def drop_pages(connection: Connection, above: int) -> None:
    """Forget the digests above a position."""
    connection.execute(delete(PAGE).where(PAGE.c.pos > above))
