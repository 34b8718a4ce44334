"""What stands in the form, as it was typed: kept as a draft, put back after a crash, read into an application."""

import uuid
from dataclasses import dataclass, replace

from onestop_desk.domain.application import Channel, Party, PartyKind, ReturnWay
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.identity import Sex
from onestop_desk.domain.plain import from_plain
from onestop_desk.ui.widgets.checklist import CheckedPaper
from onestop_desk.ui.wording import date_words


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """The fields of one person. `proof` is what an undamaged card said; changed by hand, it proves nothing more."""

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    number: str = ""
    birth: str = ""
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    proof: str = ""

    @property
    def identity(self) -> str:
        """What a card proves of a person: number, name, birth."""
        return "|".join((self.number, self.name, self.birth))

    @property
    def is_proven(self) -> bool:
        """Whether the fields still say what the card said."""
        return bool(self.proof) and self.proof == self.identity and self.kind is PartyKind.PERSON


@dataclass(frozen=True, slots=True)
class OtherDue:
    """A promise other than the computed one, and why."""

    is_wanted: bool = False
    day: str = ""
    clock: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """The fee as typed; `amount` is None while it is the catalogue's. `pages` and `copies` are what a fee by the page
    is counted from."""

    amount: str | None = None
    is_exempt: bool = False
    reason: str = ""
    pages: int = 1
    copies: int = 1


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """The whole form. `ref` is its own key: however often it is saved, it becomes one dossier."""

    ref: str = ""
    applicant: PersonEntry = PersonEntry()
    is_on_behalf: bool = False
    owner: PersonEntry = PersonEntry()
    procedure: Procedure | None = None
    channel: Channel = Channel.DIRECT
    case: str | None = None
    papers: tuple[CheckedPaper, ...] = ()
    other_due: OtherDue = OtherDue()
    return_by: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    fee: FeeEntry = FeeEntry()
    sets: int = 1
    note: str = ""
    turn_away_reason: str = ""
    focus: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered yet."""
        return replace(self, ref="", focus="") == IntakeForm()


def new_form() -> IntakeForm:
    """Return an empty form with a key of its own."""
    return IntakeForm(ref=uuid.uuid4().hex)


def form_from_draft(content: object) -> IntakeForm | None:
    """Return the form of a kept draft; None where it is none, or of a shape that this program does not know."""
    if not isinstance(content, dict):
        return None
    try:
        form = from_plain(IntakeForm, content)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
    return form if form.ref else None


def entry_of(party: Party) -> PersonEntry:
    """Return the fields of an earlier applicant; what a card proved then proves nothing today."""
    return PersonEntry(
        kind=party.kind,
        name=party.name,
        number=party.id_number,
        birth=date_words(party.birth) if party.birth else "",
        sex=party.sex,
        phone=party.phone,
        email=party.email,
        address=party.address,
    )


def asked_papers(procedure: Procedure) -> tuple[CheckedPaper, ...]:
    """Return the procedure's papers, the required ones ticked."""
    return tuple(
        CheckedPaper(p.name, p.required, handed_in=p.required, originals=p.originals, copies=p.copies)
        for p in procedure.papers
    )
