"""From a dossier's record to what its letters and slips say, in the words of official papers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from onestop_desk.documents.apology_letter import ApologyLetter
from onestop_desk.documents.control_slip import ControlSlip, Passage
from onestop_desk.documents.filling import DossierRecord, fee_words
from onestop_desk.documents.hand_over_list import HandOverSheet, ListedDossier
from onestop_desk.documents.kit import Reprint, Signer
from onestop_desk.documents.letter import SEALED, Addressee, Letter, Reference
from onestop_desk.documents.refusal_letter import RefusalLetter
from onestop_desk.documents.request_letter import RequestLetter
from onestop_desk.documents.return_slip import Receiver, ReturnedDossier, ReturnSlip
from onestop_desk.documents.stop_notice import StopNotice
from onestop_desk.documents.wording import RETURN_WAYS, STAGES
from onestop_desk.domain.application import Party, PartyKind
from onestop_desk.domain.bundle import HandOverListed, ReturnedTogether
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.events import (
    Extended,
    HandedOver,
    Printed,
    Refused,
    Stopped,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.domain.office import Entry, Office
from onestop_desk.domain.text import in_capitals
from onestop_desk.domain.visit import GuidanceGiven, RefusedAtCounter

P = TypeVar("P", HandOverSheet, ReturnSlip, RequestLetter, RefusalLetter)

_RECIPIENTS = ("Như trên", "Lưu: VT, hồ sơ")


@dataclass(frozen=True, slots=True)
class Issue:
    """The event that a paper is about, who recorded it, and the dossier as it was just before and just after."""

    entry: Entry
    before: DossierRecord
    after: DossierRecord
    reprint: Printed | None = None


def request_of(issue: Issue) -> RequestLetter:
    """Return form 02 of a request for a supplement."""
    event, record = issue.entry.event, issue.after
    assert isinstance(event, SupplementRequested)
    return RequestLetter(
        letter=_letter(issue, event.at, "HDHS"),
        addressee=_addressee(record.state.owner),
        request=record.state.procedure.name,
        missing=event.missing,
        reason=event.reason,
        guide=issue.entry.by.name,
        contact=issue.entry.by.name,
        contact_phone=record.office.phone,
        deadline=event.deadline,
        reference=_reference(record),
    )


def refusal_of(issue: Issue) -> RefusalLetter:
    """Return form 03 of a dossier that is refused after reception."""
    event, record = issue.entry.event, issue.after
    assert isinstance(event, Refused)
    return RefusalLetter(
        letter=_letter(issue, event.at, "TCGQ"),
        addressee=_addressee(record.state.owner),
        request=record.state.procedure.name,
        reason=event.reason,
        submitter=(record.received.submitter or record.state.owner).name,
        receiver=issue.entry.by.name,
        reference=_reference(record),
    )


def apology_of(issue: Issue) -> ApologyLetter:
    """Return form 04 of an extension."""
    event, record = issue.entry.event, issue.after
    assert isinstance(event, Extended)
    promised = issue.before.state.due_at
    assert promised is not None
    return ApologyLetter(
        letter=_letter(issue, event.at, "XL"),
        reference=_reference(record),
        addressee=_addressee(record.state.owner),
        procedure=record.state.procedure.name,
        received_at=record.received.at,
        promised_at=promised,
        until=event.until,
        reason=event.reason,
        signer=_signer(record.office),
        recipients=_RECIPIENTS,
        title_set=record.office.papers.title_set,
    )


def stop_of(issue: Issue) -> StopNotice:
    """Return form 05 of a dossier that was withdrawn or stopped."""
    event, record = issue.entry.event, issue.after
    assert isinstance(event, Withdrawn | Stopped)
    stage = issue.before.state.stage
    return StopNotice(
        letter=_letter(issue, event.at, "TB-DHS"),
        reference=_reference(record),
        addressee=_addressee(record.state.owner),
        procedure=record.state.procedure.name,
        received_at=record.received.at,
        due_at=issue.before.state.due_at,
        asked_at=event.at if isinstance(event, Withdrawn) else None,
        reason=event.reason,
        stage=STAGES[int(stage)] if stage is not None else "",
        stopped_at=event.at,
        signer=_signer(record.office),
        paid=record.state.paid,
        refunded=event.refunded,
        recipients=_RECIPIENTS,
    )


def control_of(issue: Issue, entries: Sequence[Entry]) -> ControlSlip:
    """Return form 06: a passage for each hand-over among `entries`."""
    record = issue.after
    passages = _passages(record, entries)
    return ControlSlip(
        letter=_letter(issue, record.received.at, "KSHS"),
        reference=_reference(record),
        owner=record.state.owner.name,
        procedure=record.state.procedure.name,
        received_at=record.received.at,
        due_at=record.state.due_at,
        solved_by=passages[0].to_body if passages else record.office.name,
        passages=passages,
        title_set=record.office.papers.title_set,
    )


def guidance_of(visit: GuidanceGiven, office: Office, by: str) -> RequestLetter:
    """Return form 02 of a visit: what to bring, with nothing taken in."""
    return RequestLetter(
        letter=_office_letter(office, visit.at, f"{visit.serial:04d}/HDHS"),
        addressee=_addressee(visit.person),
        request=visit.request,
        missing=visit.missing,
        reason=visit.reason or "thành phần hồ sơ chưa đầy đủ theo quy định của thủ tục.",
        guide=by,
        contact=by,
        contact_phone=office.phone,
    )


def counter_refusal_of(visit: RefusedAtCounter, office: Office, by: str) -> RefusalLetter:
    """Return form 03 of a visit."""
    return RefusalLetter(
        letter=_office_letter(office, visit.at, f"{visit.serial:04d}/TCTN"),
        addressee=_addressee(visit.person),
        request=visit.request,
        reason=visit.reason,
        submitter=visit.person.name,
        receiver=by,
    )


def hand_over_of(listed: HandOverListed, records: Sequence[DossierRecord], office: Office, by: str) -> HandOverSheet:
    """Return a hand-over list with its dossiers in their order."""
    return HandOverSheet(
        letter=_office_letter(office, listed.at, f"{listed.serial:04d}/BGHS"),
        from_body=office.heading,
        to_body=listed.to,
        giver=by,
        receiver="",
        given_at=listed.at,
        dossiers=tuple(_listed(record) for record in records),
    )


def return_slip_of(together: ReturnedTogether, records: Sequence[DossierRecord], office: Office, by: str) -> ReturnSlip:
    """Return the slip of one or several dossiers that were given back together."""
    collector, first = together.collector, records[0].state.owner
    receiver = (
        Receiver(first.name, first.id_number, first.phone)
        if collector is None
        else Receiver(collector.name, collector.id_number, relation=collector.relation, paper=collector.paper)
    )
    return ReturnSlip(
        letter=replace(_office_letter(office, together.at, f"{together.serial:04d}/TKQ"), legal_basis=""),
        dossiers=tuple(_returned(record) for record in records),
        receiver=receiver,
        way=RETURN_WAYS[together.way],
        returned_at=together.at,
        giver=by,
    )


def stamped(paper: P, printed: Printed | None) -> P:
    """Return a paper of a bundle or a visit with the stamp of its reprint."""
    if printed is None:
        return paper
    return replace(paper, letter=replace(paper.letter, reprint=Reprint(printed.copy, printed.at)))


def _letter(issue: Issue, at: datetime, mark: str) -> Letter:
    record, printed = issue.after, issue.reprint
    code = DossierCode.parse(record.received.code)
    letter = _office_letter(record.office, at, f"{code.serial:04d}/{mark}")
    return letter if printed is None else replace(letter, reprint=Reprint(printed.copy, printed.at))


def _office_letter(office: Office, at: datetime, number: str) -> Letter:
    return Letter(
        bodies=(in_capitals(office.name), in_capitals(office.heading)),
        place=office.place,
        issued_on=_day(at),
        number=number,
        office=f"{office.heading}, {office.name}",
        legal_basis=office.papers.legal_basis,
    )


def _day(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()


def _reference(record: DossierRecord) -> Reference:
    code = record.received.code
    return Reference(code, record.office.papers.lookup_address + code)


def _addressee(party: Party) -> Addressee:
    is_organisation = party.kind is PartyKind.ORGANISATION
    return Addressee(party.name, party.address, party.phone, party.email, is_organisation)


def _signer(office: Office) -> Signer:
    rules = office.papers
    return Signer(tuple(part.strip() for part in rules.signer_role.split("/")), rules.signer_name, SEALED)


def _listed(record: DossierRecord) -> ListedDossier:
    code = DossierCode.parse(record.received.code)
    state = record.state
    return ListedDossier(
        code.official, code.compact, state.owner.name, state.procedure.name, record.received.sets, state.due_at
    )


def _returned(record: DossierRecord) -> ReturnedDossier:
    state = record.state
    results = state.results or ((f"Trả lại hồ sơ: {state.refused_reason}",) if state.refused_reason else ())
    fee = fee_words(record.received.charge)
    return ReturnedDossier(_reference(record), state.owner.name, state.procedure.name, results, fee)


def _passages(record: DossierRecord, entries: Sequence[Entry]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    holder = record.office.heading
    for entry in entries:
        event = entry.event
        if isinstance(event, HandedOver):
            passages.append(Passage(holder, event.to, entry.by.name, given_at=event.at))
            holder = event.to
        elif isinstance(event, TakenOver) and passages and passages[-1].taken_at is None:
            passages[-1] = replace(passages[-1], receiver=event.by or entry.by.name, taken_at=event.at)
    if passages and record.state.timeliness is not None:
        passages[-1] = replace(passages[-1], timeliness=record.state.timeliness)
    return tuple(passages)
