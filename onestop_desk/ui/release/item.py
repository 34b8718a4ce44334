"""What lies in the return basket: one scanned dossier each, with everything its row has to say. Knows no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onestop_desk.domain.application import Party
from onestop_desk.domain.dossier import DossierState, Stage
from onestop_desk.domain.errors import DeskError
from onestop_desk.services import lookup
from onestop_desk.services.board import is_late
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown
from onestop_desk.services.line import DossierLine
from onestop_desk.services.lookup import DossierCard, Happening

MOST_TYPED = 2


class Standing(StrEnum):
    """Whether a dossier's result can be given back."""

    READY = "ready"
    NOT_YET = "not_yet"
    RETURNED = "returned"
    ENDED = "ended"
    ABSENT = "absent"


_CLOSING = {
    Stage.RETURNED: "returned",
    Stage.WITHDRAWN: "withdrawn",
    Stage.STOPPED: "stopped",
    Stage.NOT_ACCEPTED: "refused",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One dossier of the basket; without a uid a well-formed code that is not on this machine. `closing` is what ended
    it; `refusal` says why it was not given back just now."""

    code: str
    uid: str = ""
    standing: Standing = Standing.ABSENT
    state: DossierState = DossierState()
    line: DossierLine | None = None
    closing: Happening | None = None
    is_late: bool = False
    refusal: DeskError | None = None

    @property
    def key(self) -> str:
        """What tells it from the others of the basket."""
        return self.uid or self.code

    @property
    def owner(self) -> Party:
        """Whose result it is."""
        return self.state.owner

    @property
    def owed(self) -> int:
        """What has to be paid before it is given back, in đồng."""
        return self.state.still_owed if self.standing is Standing.READY else 0


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What a person has here: results to give back, and dossiers still at work."""

    ready: tuple[Item, ...]
    waiting: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What a typed word means: dossiers to put into the basket, or how many it could mean."""

    items: tuple[Item, ...]
    total: int | None


def items_of_code(desk: Desk, code: str) -> tuple[Item, ...]:
    """Return the dossiers of a well-formed code; a provisional one where this machine has none."""
    lines = lookup.by_code(desk, code)
    return tuple(item_of(desk, line.uid) for line in lines) or (Item(code),)


def items_again(desk: Desk, items: Sequence[Item]) -> tuple[Item, ...]:
    """Read the same dossiers as they are now; one that was not here may have come."""
    return tuple(one for item in items for one in _again(desk, item))


def items_of_person(desk: Desk, number: str) -> OfPerson:
    """Return what the holder of an identity number has here, as owner or submitter, oldest first."""
    lines = {line.uid: line for line in lookup.open_of_person(desk, number.upper())}
    lines |= {line.uid: line for line in lookup.by_number(desk, number)}
    oldest_first = sorted(lines.values(), key=_received)
    ready = tuple(item_of(desk, line.uid) for line in oldest_first if line.stage is Stage.FINISHED)
    return OfPerson(ready, tuple(line for line in oldest_first if _standing(line.stage) is Standing.NOT_YET))


def items_of_words(desk: Desk, words: str) -> Typed:
    """Return the one dossier that typed digits or words mean; several are only counted."""
    found = lookup.find(desk, words, MOST_TYPED)
    if len(found.rows) == 1:
        return Typed((item_of(desk, found.rows[0].uid),), 1)
    return Typed((), found.total if len(found.rows) < MOST_TYPED else None)


def item_of(desk: Desk, uid: str) -> Item:
    """Return a dossier as the basket shows it; raises DossierUnknown."""
    card = lookup.dossier_card(desk, uid)
    return Item(
        code=card.line.code,
        uid=uid,
        standing=_standing(card.line.stage),
        state=card.state,
        line=card.line,
        closing=_closing(card),
        is_late=is_late(card.line, desk.clock()),
    )


def given_uids(items: Iterable[Item]) -> list[str]:
    """Return what is tried to be given back: what is ready, and what may have become so meanwhile."""
    return [item.uid for item in items if item.standing in (Standing.READY, Standing.NOT_YET)]


def _again(desk: Desk, item: Item) -> tuple[Item, ...]:
    if not item.uid:
        return items_of_code(desk, item.code)
    try:
        return (item_of(desk, item.uid),)
    except DossierUnknown:  # a draft of another data folder, or of before a restore
        return (Item(item.code),) if item.code else ()


def _standing(stage: Stage) -> Standing:
    if stage is Stage.FINISHED:
        return Standing.READY
    if stage is Stage.RETURNED:
        return Standing.RETURNED
    return Standing.ENDED if stage in _CLOSING else Standing.NOT_YET


def _closing(card: DossierCard) -> Happening | None:
    kind = _CLOSING.get(card.line.stage)
    lawful = [one for one in card.timeline if not one.is_set_aside]
    return next((one for one in reversed(lawful) if getattr(one.entry.event, "kind", "") == kind), None)


def _received(line: DossierLine) -> tuple[object, str]:
    return line.received_at, line.code
