"""A stream that cannot go on: another life of it has spoken to the centre, or its station there is no more. This desk
begins a new one and takes along, under the same uids, whatever the centre has not confirmed."""

from dataclasses import replace

from onestop_desk.domain.office import DeskOpened
from onestop_desk.services import witness
from onestop_desk.services.desk import Desk, fact
from onestop_desk.services.lives import take_along
from onestop_desk.services.opening import free_extra


def begin_new_life(desk: Desk, reason: str) -> str:
    """Open a new stream with a range of its own and chain what the centre has not confirmed to it; one transaction.
    Returns the new stream. Dossiers that were numbered meanwhile keep their codes."""
    extra = free_extra(desk, desk.state.counter)
    opened = DeskOpened(desk.state.agency, desk.state.counter, extra, desk.stream, reason)
    with desk.reading() as connection:
        token = fact(connection, "token")
    try:
        with desk.writing() as writing:
            fresh, seq = take_along(writing, desk, opened)
            # Noted before it is true: a crash in between must not make this very folder look like a copy.
            sighting = witness.Sighting(fresh, str(desk.folder), token, 0, token)
            witness.note(sighting)
            desk.stream = fresh  # before the commit lets the next writer in
    except BaseException:
        desk.stream = opened.previous
        raise
    desk.watch_from(replace(sighting, seq=seq))
    return fresh
