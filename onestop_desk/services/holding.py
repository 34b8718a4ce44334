"""Where dossiers are: with whom, on the way to whom, and which of them this desk can hand over."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, select

from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.office import ClerkWord
from onestop_desk.domain.question import View
from onestop_desk.services import board
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.projection import CLERK, DOSSIER

MOST_SHOWN = 500

_QUERY = select(*COLUMNS, DOSSIER.c.holder, DOSSIER.c.is_on_the_way)
_TO_GO = (Stage.RECEIVED, Stage.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who works here; `held_as` is the word for them as a holder: their name, or the login where two have
    the same name."""

    login: str
    name: str
    held_as: str


@dataclass(frozen=True, slots=True)
class Held:
    """A dossier and with whom it is; `holder` is empty while it never left reception."""

    line: DossierLine
    holder: str
    is_on_the_way: bool

    @property
    def uid(self) -> str:
        """The dossier's uid."""
        return self.line.uid


def officers(desk: Desk) -> tuple[Officer, ...]:
    """Return who works here now, by name."""
    query = select(CLERK.c.login, CLERK.c.name).where(CLERK.c.is_active).order_by(CLERK.c.name, CLERK.c.login)
    with desk.reading() as connection:
        rows = connection.execute(query).all()
    named = Counter(row.name for row in rows)
    return tuple(Officer(row.login, row.name, row.name if named[row.name] == 1 else row.login) for row in rows)


def held_as(desk: Desk) -> str:
    """Return the word for who works at this desk as a holder."""
    return held_word(desk, desk.clerk)


def held_word(desk: Desk, clerk: ClerkWord) -> str:
    """Return the word for a clerk as a holder."""
    return next((one.held_as for one in officers(desk) if one.login == clerk.login), clerk.name)


def ready_to_go(desk: Desk) -> tuple[Held, ...]:
    """Return what this desk has and can hand over, oldest first: what was received at this counter and never left, and
    what was taken over by who works here."""
    state = desk.state
    here = and_(DOSSIER.c.agency == state.agency, DOSSIER.c.counter == state.counter)
    waiting = [int(stage) for stage in _TO_GO]
    at_reception = _QUERY.where(
        *board.asked_views(desk, (View.OPEN,)), DOSSIER.c.stage.in_(waiting), DOSSIER.c.holder == "", here
    )
    with_me = _QUERY.where(*board.held_by_me(desk), DOSSIER.c.stage.in_([*waiting, int(Stage.FINISHED)]))
    found = {one.uid: one for query in (at_reception, with_me) for one in _read(desk, query)}
    ready = [one for one in found.values() if not one.is_on_the_way]
    return tuple(sorted(ready, key=lambda one: one.line.received_at)[:MOST_SHOWN])


def held(desk: Desk, uids: Sequence[str]) -> tuple[Held, ...]:
    """Return these dossiers and where they are, in the order asked; unknown ones are left out."""
    found = {one.uid: one for one in _read(desk, _QUERY.where(DOSSIER.c.uid.in_(tuple(uids))))}
    return tuple(found[uid] for uid in dict.fromkeys(uids) if uid in found)


def coming(desk: Desk, to: str = "") -> tuple[Held, ...]:
    """Return what is on the way (to one receiver) and not confirmed yet, oldest first."""
    query = _QUERY.where(*board.asked_views(desk, (View.ON_THE_WAY,)))
    if to:
        query = query.where(DOSSIER.c.holder == to)
    return _read(desk, query)


def _read(desk: Desk, query: "Select[Any]") -> tuple[Held, ...]:
    ordered = query.order_by(DOSSIER.c.received_at, DOSSIER.c.id).limit(MOST_SHOWN)
    with desk.reading() as connection:
        return tuple(Held(line_of(row[:-2]), row[-2], row[-1]) for row in connection.execute(ordered))
