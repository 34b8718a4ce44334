"""What this desk has written and where it is: sent, waiting for the next round, or waiting for a person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from onestop_desk.services import fault
from onestop_desk.services.desk import Desk
from onestop_desk.services.projection import DOSSIER
from onestop_desk.services.record import EVENT
from onestop_desk.services.standing import standing_of
from onestop_desk.sync import fault as line_fault

_STOPPED = (fault.CounterTaken.code, fault.PushStopped.code, line_fault.CentreRefused.code)
MOST_SENT = 50


class Exit(StrEnum):
    """The three ways out of the outbox."""

    SENT = "sent"
    RETRY = "retry"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One event of this desk: when, which kind, about which dossier (its code, empty for others), and which way."""

    seq: int
    at: datetime
    kind: str
    code: str
    way: Exit


def lines(desk: Desk, limit: int = 500) -> tuple[OutboxLine, ...]:
    """Return what is not sent and the latest that was, newest first."""
    with desk.reading() as connection:
        standing = standing_of(connection, desk.state.agency)
        acked = standing.acked_seq if standing.stream == desk.stream else 0
        waiting = Exit.PERSON if standing.trouble in _STOPPED else Exit.RETRY
        query = select(EVENT.c.seq, EVENT.c.at, EVENT.c.kind, EVENT.c.subject)
        query = query.where(EVENT.c.stream == desk.stream, EVENT.c.seq > acked - MOST_SENT)
        rows = connection.execute(query.order_by(EVENT.c.seq.desc()).limit(limit)).all()
        uids = {row.subject.removeprefix("dossier/") for row in rows if row.subject.startswith("dossier/")}
        found = connection.execute(select(DOSSIER.c.uid, DOSSIER.c.code).where(DOSSIER.c.uid.in_(uids)))
        codes = {row.uid: str(row.code) for row in found}
    return tuple(
        OutboxLine(
            row.seq,
            row.at,
            row.kind,
            codes.get(row.subject.removeprefix("dossier/"), ""),
            Exit.SENT if row.seq <= acked else waiting,
        )
        for row in rows
    )
