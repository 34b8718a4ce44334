"""Phiếu trả kết quả: what was given to whom, for one dossier or a family's basket, with both signatures."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import Letter, Reference, close_letter, draw_basis, open_letter
from onestop_desk.documents.lettering import heavy, plain
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.table import Align, Column, Table, draw_table
from onestop_desk.documents.wording import moment_words
from onestop_desk.domain.money import amount_in_words, format_dong

_TITLE = "PHIẾU TRẢ KẾT QUẢ"


@dataclass(frozen=True, slots=True)
class ReturnedDossier:
    """A row of the slip; the fee is in words, as on the receipt."""

    reference: Reference
    owner: str
    procedure: str
    results: tuple[str, ...]
    fee: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who takes the results; somebody other than the owner says in which relation, and shows a paper."""

    name: str
    identity: str = ""
    phone: str = ""
    relation: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """What stands on a return slip; `way` is in words, `collected` what is paid at the return, in whole đồng."""

    letter: Letter
    dossiers: tuple[ReturnedDossier, ...]
    receiver: Receiver
    way: str
    returned_at: datetime
    giver: str
    collected: int = 0


def draw_return_slip(slip: ReturnSlip, paper: Paper = A4) -> bytes:
    """Return the slip as PDF; that of a single dossier carries its codes.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone; BadValue for money below 0.
    """
    reference = slip.dossiers[0].reference if len(slip.dossiers) == 1 else None
    flow = open_letter(paper, slip.letter, _TITLE, reference)
    _draw_receiver(flow, slip)
    flow.need(plain(paper.body).leading * 5)
    flow.paragraph(f"Kết quả giải quyết của {len(slip.dossiers)} hồ sơ:", plain(paper.body))
    flow.skip(1)
    _draw_dossiers(flow, slip.dossiers)
    return close_letter(flow, slip.letter.name(reference), partial(_draw_ending, flow, slip))


def _draw_receiver(flow: Flow, slip: ReturnSlip) -> None:
    receiver = slip.receiver
    flow.field("Bộ phận tiếp nhận và trả kết quả", slip.letter.office)
    flow.field("Người nhận kết quả", receiver.name, heavy(flow.paper.body))
    flow.fields(("Số giấy tờ tùy thân", receiver.identity), ("Số điện thoại", receiver.phone))
    if receiver.relation or receiver.paper:
        flow.field("Là người được ủy quyền, quan hệ với chủ hồ sơ", receiver.relation)
        flow.field("Giấy tờ ủy quyền", receiver.paper)
    else:
        flow.field("Tư cách nhận", "chủ hồ sơ")
    flow.field("Phương thức trả kết quả", slip.way)
    flow.field("Thời gian trả kết quả", moment_words(slip.returned_at))


def _draw_dossiers(flow: Flow, dossiers: tuple[ReturnedDossier, ...]) -> None:
    pen, room = plain(flow.paper.body * 0.85), flow.paper.room
    number = flow.paper.body * 0.85
    code = min(room * 0.3, max((pen.width(dossier.reference.code) for dossier in dossiers), default=0) + 3)
    rest = room - number - code
    columns = (
        Column("STT", number),
        Column("Mã hồ sơ", code),
        Column("Chủ hồ sơ", rest * 0.25, Align.LEFT),
        Column("Thủ tục hành chính", rest * 0.33, Align.LEFT),
        Column("Kết quả", rest * 0.24, Align.LEFT),
        Column("Phí, lệ phí", rest * 0.18),
    )
    rows = tuple(
        (str(place), one.reference.code, one.owner, one.procedure, "; ".join(one.results), one.fee)
        for place, one in enumerate(dossiers, 1)
    )
    draw_table(flow, Table(columns, pen.size), rows)
    flow.skip(1.5)


def _draw_ending(flow: Flow, slip: ReturnSlip) -> None:
    body = flow.paper.body
    money = f"{format_dong(slip.collected)} ({amount_in_words(slip.collected)})" if slip.collected else "không"
    flow.field("Phí, lệ phí thu khi trả kết quả", money)
    flow.paragraph("Người nhận đã kiểm tra và nhận đủ kết quả nêu trên.", plain(body))
    flow.skip(body * 0.3)
    signers = (Signer(("NGƯỜI NHẬN",), slip.receiver.name), Signer(("NGƯỜI TRẢ",), slip.giver))
    draw_signatures(flow, signers, body * 1.4)
    draw_basis(flow, slip.letter)
