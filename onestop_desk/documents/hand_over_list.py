"""Danh sách bàn giao hồ sơ: what goes from giver to receiver, each dossier with bars to tick it off by scanner."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import Letter, close_letter, open_letter
from onestop_desk.documents.lettering import plain
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.table import Align, Barred, Cell, Column, Table, begin_table
from onestop_desk.documents.wording import moment_words, stacked_moment
from onestop_desk.domain.money import format_number, number_in_words

_TITLE = "DANH SÁCH BÀN GIAO HỒ SƠ"
_COLUMNS = (
    Column("STT", 10),
    Column("Mã hồ sơ", 62.5),  # bars of a compact code, 3 dots a module; the full code would have to be drawn with 2
    Column(("Chủ hồ sơ,", "thủ tục hành chính"), 45, Align.LEFT),
    Column("Số bộ", 10),
    Column("Hẹn trả", 19),
    Column("Ghi chú", 18.5, Align.LEFT),
)


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """A dossier on the list."""

    code: str
    compact_code: str
    owner: str
    procedure: str
    sets: int
    due_at: datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandOverSheet:
    """What stands on a hand-over list; an empty name leaves room to write it."""

    letter: Letter
    from_body: str
    to_body: str
    giver: str
    receiver: str
    given_at: datetime
    dossiers: tuple[ListedDossier, ...]


def draw_hand_over_list(sheet: HandOverSheet, paper: Paper = A4) -> bytes:
    """Return the list as PDF.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    flow = open_letter(paper, sheet.letter, _TITLE)
    flow.field("Bên giao", sheet.from_body)
    flow.field("Người giao", sheet.giver)
    flow.field("Bên nhận", sheet.to_body)
    flow.field("Người nhận", sheet.receiver)
    flow.field("Thời gian bàn giao", moment_words(sheet.given_at))
    flow.skip(paper.body * 0.15)
    table = Table(_COLUMNS, paper.body * 0.77)
    draw_last = begin_table(flow, table, [_row(*one) for one in enumerate(sheet.dossiers, 1)])
    return close_letter(flow, sheet.letter.name(None), partial(_draw_ending, flow, sheet), draw_last)


def _row(place: int, dossier: ListedDossier) -> tuple[Cell, ...]:
    return (
        str(place),
        Barred(dossier.compact_code, dossier.code),
        (dossier.owner, dossier.procedure),
        format_number(dossier.sets),
        "không quy định" if dossier.due_at is None else stacked_moment(dossier.due_at),
        dossier.note,
    )


def _draw_ending(flow: Flow, sheet: HandOverSheet) -> None:
    body, count = flow.paper.body, len(sheet.dossiers)
    flow.skip(body * 0.15)
    flow.paragraph(f"Tổng số hồ sơ bàn giao: {format_number(count)} ({number_in_words(count)}) hồ sơ.", plain(body))
    flow.paragraph("Hai bên đã kiểm đếm, giao và nhận đủ số hồ sơ nêu trên.", plain(body))
    flow.skip(body * 0.2)
    signers = (Signer(("NGƯỜI GIAO",), sheet.giver), Signer(("NGƯỜI NHẬN",), sheet.receiver))
    draw_signatures(flow, signers, body * 1.4)
