"""What this database remembers of its conversation with the centre (sync.md §1); never sent anywhere."""

from datetime import datetime

from sqlalchemy import BigInteger, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from onestop_desk.models.base import Base, Blob, Moment, Subject
from onestop_desk.models.log import Written


class SyncState(Base):
    """One row an agency. `acked_seq` counts what of `stream` the centre has, `pushing_seq` the end
    of a batch whose answer is not here yet; `cursor` and `digest` how far its feed is here; `fence` and
    `epoch` are the centre's, empty before the first conversation."""

    __tablename__ = "sync_state"

    agency: Mapped[str] = mapped_column(Text, primary_key=True)
    epoch: Mapped[str] = mapped_column(String(32), default="")
    stream: Mapped[str] = mapped_column(String(32), default="")
    acked_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    pushing_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    fence: Mapped[str] = mapped_column(String(32), default="")
    cursor: Mapped[int] = mapped_column(BigInteger, default=0)
    digest: Mapped[bytes] = mapped_column(default=bytes(32))
    ok_at: Mapped[datetime | None] = mapped_column(Moment)
    tried_at: Mapped[datetime | None] = mapped_column(Moment)
    trouble: Mapped[str] = mapped_column(Text, default="")
    trouble_since: Mapped[datetime | None] = mapped_column(Moment)
    clock_ahead_us: Mapped[int] = mapped_column(BigInteger, default=0)


class FeedPage(Base):
    """The digest of the feed at the end of a page: where two histories part is found by halving between these."""

    __tablename__ = "feed_page"

    pos: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )
    digest: Mapped[bytes] = mapped_column(Blob)


class Parked(Base):
    """A subject with an event of a kind or version that this program does not know yet: folded anew once it does."""

    __tablename__ = "parked"

    subject: Mapped[str] = mapped_column(Subject, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class LostEvent(Written, Base):
    """An event of another desk that the centre has lost: kept until it is back, or a supervisor sends it from here."""

    __tablename__ = "lost_event"

    hash: Mapped[bytes] = mapped_column(Blob, primary_key=True)
