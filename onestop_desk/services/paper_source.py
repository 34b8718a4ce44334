"""What papers are drawn from: a dossier at the event a paper is about, dossiers that went together, a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from onestop_desk.domain.bundle import Bundle, ReturnedTogether, fold_bundle
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import fold
from onestop_desk.domain.events import Corrected, HandedOver, Printed, Received, Returned
from onestop_desk.domain.office import Entry, Office, described_office
from onestop_desk.domain.visit import Visit, fold_visit
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown, PaperNotIssued
from onestop_desk.services.record import entries_about

# The documents are imported where they are drawn: the window opens without their fonts.
if TYPE_CHECKING:
    from onestop_desk.documents.filling import DossierRecord
    from onestop_desk.documents.letter_filling import Issue


@dataclass(frozen=True, slots=True)
class Together:
    """A bundle or a visit with the office as it was then, who recorded it, and the dossiers of a bundle."""

    subject: Bundle | Visit
    office: Office
    by: str
    records: "tuple[DossierRecord, ...]" = ()


def history(desk: Desk, uid: str) -> tuple[Entry, ...]:
    """Return a dossier's entries; raises DossierUnknown."""
    with desk.reading() as connection:
        entries = entries_about(connection, f"dossier/{uid}")
    if not any(isinstance(entry.event, Received | HandedOver) for entry in entries):
        raise DossierUnknown(uid)
    return entries


def dossier_record(desk: Desk, uid: str, about: str = "") -> "DossierRecord":
    """Return all that a dossier's papers are drawn from as of one event (empty: its reception), the office as it was
    at reception."""
    entries = history(desk, uid)
    return record_of(desk, entries[: place_of(entries, about) + 1])


def issue_of(desk: Desk, uid: str, about: str, reprint: Printed | None) -> "Issue":
    """Return the event that a letter is about, with the dossier before and after it."""
    from onestop_desk.documents.letter_filling import Issue

    entries = history(desk, uid)
    place = place_of(entries, about)
    before, after = entries[: max(1, place)], entries[: place + 1]
    return Issue(entries[place], record_of(desk, before), record_of(desk, after), reprint)


def together_of(desk: Desk, about: str, dossier: str = "") -> Together:
    """Return a bundle or a visit with all that its paper says; a return that was imported by itself is a bundle of its
    one `dossier`. Raises PaperNotIssued."""
    with desk.reading() as connection:
        entries = entries_about(connection, f"bundle/{about}") or entries_about(connection, f"visit/{about}")
        if not entries and dossier:
            return _returned_alone(connection, about, dossier)
        if not entries:
            raise PaperNotIssued(about)
        first = entries[0]
        bundle = fold_bundle(entry.event for entry in entries)
        subject = bundle or fold_visit(entry.event for entry in entries)
        assert subject is not None
        office = _office_then(connection, subject.agency, first)
        records = _records(connection, bundle, first) if bundle is not None else ()
    return Together(subject, office, first.by.name, records)


def basket_of(desk: Desk, uid: str) -> str:
    """Return the basket of a dossier's latest return, or the return itself where it had none; raises PaperNotIssued
    before any."""
    for entry in reversed(history(desk, uid)):
        if isinstance(entry.event, Returned):
            return entry.event.basket or entry.uid
    raise PaperNotIssued(uid)


def list_of(desk: Desk, uid: str) -> str:
    """Return the latest hand-over list of a dossier; raises PaperNotIssued where it went with none."""
    lists = [entry.event.list_ref for entry in history(desk, uid) if isinstance(entry.event, HandedOver)]
    if not lists or not lists[-1]:
        raise PaperNotIssued(uid)
    return lists[-1]


def latest_about(entries: Sequence[Entry], kinds: tuple[type, ...]) -> str:
    """Return the uid of the latest event of these kinds; empty where there is none."""
    return next((entry.uid for entry in reversed(entries) if isinstance(entry.event, kinds)), "")


def edition_of(entries: Sequence[Entry], about: str) -> int:
    """Return which of its kind an event is, from 1; the first correction gives out the second receipt."""
    place = place_of(entries, about)
    kind = type(entries[place].event)
    same = sum(1 for entry in entries[: place + 1] if type(entry.event) is kind)
    return same + 1 if kind is Corrected else same


def place_of(entries: Sequence[Entry], about: str) -> int:
    """Return the place of an event among a dossier's entries; of the reception where `about` is empty."""
    for place, entry in enumerate(entries):
        if entry.uid == about or (not about and isinstance(entry.event, Received | HandedOver)):
            return place
    raise PaperNotIssued(about)


def record_of(desk: Desk, entries: Sequence[Entry]) -> "DossierRecord":
    """Return the record that these entries of a dossier make."""
    with desk.reading() as connection:
        return _record(connection, entries)


def _record(connection: Connection, entries: Sequence[Entry]) -> "DossierRecord":
    from onestop_desk.documents.filling import DossierRecord

    state = fold(entries)
    assert state.received is not None
    first = next(entry for entry in entries if isinstance(entry.event, Received | HandedOver))
    office = _office_then(connection, state.received.agency, first)
    return DossierRecord(state, state.received, first.by.name, office)


def _records(connection: Connection, bundle: Bundle, first: Entry) -> "tuple[DossierRecord, ...]":
    """Return a bundle's dossiers as they were when it was recorded."""
    records = []
    for uid in bundle.dossiers:
        entries = entries_about(connection, f"dossier/{uid}")
        then = [entry for entry in entries if was_known(entry, first)]
        records.append(_record(connection, then or entries))
    return tuple(records)


def _returned_alone(connection: Connection, about: str, dossier: str) -> Together:
    entries = entries_about(connection, f"dossier/{dossier}")
    place = place_of(entries, about)
    returned, record = entries[place], _record(connection, entries[: place + 1])
    assert isinstance(returned.event, Returned)
    subject = ReturnedTogether(
        at=returned.event.at,
        agency=record.received.agency,
        counter=record.received.counter,
        serial=DossierCode.parse(record.received.code).serial,
        dossiers=(dossier,),
        collector=returned.event.collector,
        way=returned.event.way,
    )
    return Together(subject, record.office, returned.by.name, (record,))


def _office_then(connection: Connection, agency: str, at: Entry) -> Office:
    described = entries_about(connection, f"office/{agency}")
    return described_office(entry.event for entry in described if was_known(entry, at))


def was_known(entry: Entry, at: Entry) -> bool:
    """Tell whether an entry was in the log when another was written."""
    if entry.stream == at.stream:
        return entry.seq < at.seq
    return entry.recorded_at <= at.recorded_at
