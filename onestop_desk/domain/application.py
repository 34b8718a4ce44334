"""What a citizen brings to the counter: who, by which way, with which papers."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onestop_desk.domain.identity import Sex
from onestop_desk.domain.text import clean, looks_damaged


class Channel(StrEnum):
    """How a dossier reaches the office."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


class ReturnWay(StrEnum):
    """How the result goes back to the person."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"


class PartyKind(StrEnum):
    """A natural person or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Party:
    """An owner or a submitter; texts are clean NFC, numbers normalised; `verified` only from an undamaged card."""

    name: str
    kind: PartyKind = PartyKind.PERSON
    id_number: str = ""
    birth: date | None = None
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class GivenPaper:
    """A paper taken in: how many originals and copies, and whether it is good; `doubt` says why not."""

    name: str
    originals: int = 1
    copies: int = 0
    required: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """The fee of one dossier in whole đồng; `exempt_reason` says why nothing is owed. Not `is_stated`: the catalogue
    names no fee and the clerk typed none, so the paper does not say that there is none."""

    amount: int = 0
    exempt_reason: str = ""
    is_stated: bool = True


def clean_party(party: Party) -> Party:
    """Return a person or organisation with clean texts; a damaged name is never a verified one."""
    return replace(
        party,
        name=clean(party.name),
        id_number=clean(party.id_number),
        phone=clean(party.phone),
        email=clean(party.email),
        address=clean(party.address),
        verified=party.verified and not looks_damaged(party.name),
    )


def clean_paper(paper: GivenPaper) -> GivenPaper:
    """Return a paper with clean texts."""
    name, doubt = clean(paper.name), clean(paper.doubt)
    return paper if (name, doubt) == (paper.name, paper.doubt) else replace(paper, name=name, doubt=doubt)
