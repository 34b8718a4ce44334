"""What a request from a portal is in the log; what accepting a dossier does to it."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from onestop_desk.domain.portal import RequestAccepted, RequestState, fold_request
from onestop_desk.services.record import Writing, entries_about, record

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onestop_desk.services.desk import Desk

PREFIX = "portal:"
"""How the ref of a dossier begins that came from a portal; the portal's number follows."""


def request_uid(agency: str, number: str) -> str:
    """Return a request's identity: the same at every counter that takes the same file in."""
    return hashlib.sha256(f"{agency}\n{number}".encode()).hexdigest()[:32]


def state_of(connection: "Connection", uid: str) -> RequestState | None:
    """Return a request as it is; None where there is none."""
    return fold_request(entry.event for entry in entries_about(connection, subject_of(uid)))


def subject_of(uid: str) -> str:
    """Return what the log calls a request."""
    return f"request/{uid}"


def note_accepted(writing: Writing, desk: "Desk", ref: str, dossier: tuple[str, str], at: datetime) -> None:
    """Let a request know the dossier, given as uid and code, that it became; other forms are no requests."""
    if not ref.startswith(PREFIX):
        return
    uid = request_uid(desk.state.agency, ref.removeprefix(PREFIX))
    if state_of(writing.connection, uid) is not None:
        record(writing, desk, subject_of(uid), RequestAccepted(at, *dossier))
