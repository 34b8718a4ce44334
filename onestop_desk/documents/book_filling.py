"""From dossiers to the rows of the office's books, in the words of official papers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from onestop_desk.documents.day_list import DayList, DayRow
from onestop_desk.documents.fee_book import FeeBook, FeeRow
from onestop_desk.documents.figure_sheet import FigureSheet
from onestop_desk.documents.kit import Signer
from onestop_desk.documents.letter import SEALED, Letter
from onestop_desk.documents.notice_sheet import NoticeSheet
from onestop_desk.documents.plot_sheet import PlotSheet
from onestop_desk.documents.register_book import RegisterBook, RegisterRow
from onestop_desk.documents.wording import RETURN_WAYS, moment_words, short_moment
from onestop_desk.domain.bundle import HandOverListed
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.dossier import DossierState, Stage, fold
from onestop_desk.domain.events import HandedOver, Paid, Received, ReceiverKind, Stopped, Withdrawn
from onestop_desk.domain.figures import FigureTable
from onestop_desk.domain.office import Entry, Office
from onestop_desk.domain.plot import Plotted
from onestop_desk.domain.text import in_capitals

_NOTES = {Stage.WITHDRAWN: "rút hồ sơ", Stage.STOPPED: "dừng giải quyết", Stage.NOT_ACCEPTED: "từ chối tiếp nhận"}
_WITH_RESULT = (Stage.FINISHED, Stage.RETURNED)  # whatever else ended brought no result back

Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class DayParts:
    """The three parts of an end-of-day list."""

    received: tuple[DayRow, ...]
    handed_over: tuple[DayRow, ...]
    returned: tuple[DayRow, ...]


def register_of(
    office: Office, period: Period, rows: tuple[RegisterRow, ...], keeper: str, drawn_on: date
) -> RegisterBook:
    """Return form 07 of a period, dated the day on which it is signed: the one on which it is drawn."""
    return RegisterBook(
        letter=_letter(office, drawn_on, "STD"),
        first=period[0],
        last=period[1],
        rows=rows,
        signers=_signers(office, keeper),
        title_set=office.papers.title_set,
    )


def day_list_of(office: Office, day: date, parts: DayParts, by: tuple[int, str, datetime]) -> DayList:
    """Return the end-of-day list; `by` is the counter's number, who drew it, and when."""
    counter, maker, drawn_at = by
    return DayList(
        letter=_letter(office, day, "DSN"),
        day=day,
        counter=f"Quầy {counter}",
        drawn_at=drawn_at,
        received=parts.received,
        handed_over=parts.handed_over,
        returned=parts.returned,
        maker=maker,
    )


def fee_book_of(office: Office, period: Period, rows: tuple[FeeRow, ...], keeper: str, drawn_on: date) -> FeeBook:
    """Return the fee book of a period, dated as form 07."""
    return FeeBook(_letter(office, drawn_on, "SPLP"), period[0], period[1], rows, _signers(office, keeper))


def figures_of(office: Office, table: FigureTable, day: date, keeper: str, fresh: str) -> FigureSheet:
    """Return a report as the office's paper, made on a day."""
    return FigureSheet(_letter(office, day, "BC"), table, _reporters(office, keeper), fresh)


def plots_of(office: Office, plots: tuple[Plotted, ...], day: date, keeper: str, fresh: str) -> PlotSheet:
    """Return the plots of a period as the office's paper, made on a day."""
    return PlotSheet(_letter(office, day, "BC"), plots[0].table.period, plots, _reporters(office, keeper), fresh)


def notice_of(office: Office, tables: tuple[FigureTable, FigureTable], day: date, fresh: str) -> NoticeSheet:
    """Return the public notice as the office posts it."""
    results, offered = tables
    return NoticeSheet(_letter(office, day, "TB"), results, offered, _signers(office, "")[1], fresh)


def register_row(office: Office, entries: Sequence[Entry]) -> RegisterRow:
    """Return a dossier's row of the register; whoever was the first to get it to work on leads it, but for a person:
    then it is the office itself."""
    state = fold(entries)
    received = _received(state)
    handed = [entry.event for entry in entries if isinstance(entry.event, HandedOver)]
    return RegisterRow(
        code=received.code,
        procedure=state.procedure.name,
        sets=received.sets,
        owner=state.owner.name,
        address=state.owner.address,
        phone=state.owner.phone,
        led_by=next((one.to for one in handed if one.to_kind is not ReceiverKind.OFFICER), office.name),
        received_at=received.at,
        due_at=state.due_at,
        handed_over_at=handed[0].at if handed else None,
        finished_at=state.finished_at if state.stage in _WITH_RESULT else None,
        returned_at=state.returned_at,
        way=RETURN_WAYS[received.return_by],
        receiver=_receiver(state) if state.returned_at else "",
        note=_note(state),
    )


def received_row(state: DossierState) -> DayRow:
    """Return a row of what came in: its detail is when it is due."""
    received = _received(state)
    due = moment_words(state.due_at) if state.due_at else "không quy định"
    return DayRow(received.code, state.owner.name, state.procedure.name, received.at, due)


def handed_over_row(state: DossierState, listed: HandOverListed) -> DayRow:
    """Return a row of what was handed over: its detail is to whom."""
    return DayRow(_received(state).code, state.owner.name, state.procedure.name, listed.at, listed.to)


def returned_row(state: DossierState) -> DayRow:
    """Return a row of what was given back: its detail is who took it."""
    received = _received(state)
    at = state.returned_at or received.at
    return DayRow(received.code, state.owner.name, state.procedure.name, at, _receiver(state))


def fee_row(state: DossierState, paid: Paid) -> FeeRow:
    """Return a row of the fee book."""
    return FeeRow(
        day=paid.at.astimezone(VIETNAM).date(),
        code=state.code,
        payer=paid.payer or state.owner.name,
        subject=state.procedure.name,
        amount=paid.amount,
        series=paid.receipt_series,
        number=paid.receipt_number,
        method=paid.method,
        exempt_reason=paid.exempt_reason,
    )


def refund_row(state: DossierState, ended: Withdrawn | Stopped) -> FeeRow:
    """Return a row of the fee book for money given back."""
    return FeeRow(
        day=ended.at.astimezone(VIETNAM).date(),
        code=state.code,
        payer=state.owner.name,
        subject=state.procedure.name,
        amount=0,
        refunded=ended.refunded,
    )


def _received(state: DossierState) -> Received:
    assert state.received is not None
    return state.received


def _receiver(state: DossierState) -> str:
    return state.collector.name if state.collector else state.owner.name


def _note(state: DossierState) -> str:
    notes = []
    if state.stage in _NOTES and state.finished_at:
        notes.append(f"{_NOTES[state.stage]} lúc {short_moment(state.finished_at)}")
    if state.extensions and state.due_at:
        notes.append(f"gia hạn đến {short_moment(state.due_at)}")
    if state.refused_reason:
        notes.append("không giải quyết")
    return "; ".join(notes)


def _letter(office: Office, day: date, mark: str) -> Letter:
    return Letter(
        bodies=(in_capitals(office.name), in_capitals(office.heading)),
        place=office.place,
        issued_on=day,
        number=f"/{mark}",
        office=f"{office.heading}, {office.name}",
    )


def _reporters(office: Office, keeper: str) -> tuple[Signer, Signer]:
    maker, head = _signers(office, keeper)
    return replace(maker, roles=("NGƯỜI LẬP BIỂU",)), head


def _signers(office: Office, keeper: str) -> tuple[Signer, Signer]:
    rules = office.papers
    head = Signer(tuple(part.strip() for part in rules.signer_role.split("/")), rules.signer_name, SEALED)
    return Signer(("NGƯỜI LẬP SỔ",), keeper), head
