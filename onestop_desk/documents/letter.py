"""What the office's letters share: how they open, whom they address, how they end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Head, Reprint, Signer, draw_codes, draw_head, draw_reprint, draw_signatures
from onestop_desk.documents.lettering import heavy, heavy_slanted, plain, slanted, wrap
from onestop_desk.documents.sheet import Pages, Paper
from onestop_desk.documents.table import DrawLast
from onestop_desk.documents.wording import day_words

BLANK = "……………………"  # in a sentence, to fill in by hand
SEALED = "(Ký tên, đóng dấu)"


@dataclass(frozen=True, slots=True)
class Letter:
    """What every letter carries: its head, the office as sentences name it, the legal basis from the settings.

    A number that begins with its slash is written in by hand: the desk keeps no book of the office's letters.
    """

    bodies: tuple[str, ...]
    place: str
    issued_on: date
    number: str
    office: str
    legal_basis: str = ""
    reprint: Reprint | None = None

    @property
    def place_and_date(self) -> str:
        """Return the line under the national title; without a place it is a sentence of its own."""
        day = day_words(self.issued_on)
        return f"{self.place}, {day}" if self.place else f"{day[:1].upper()}{day[1:]}"

    def name(self, reference: "Reference | None") -> str:
        """Return what tells its pages from another letter's: its dossier's code, or its number."""
        return self.number if reference is None else reference.code


@dataclass(frozen=True, slots=True)
class Reference:
    """The dossier that a letter is about: its official code, and what the QR code says."""

    code: str
    qr_text: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter is for."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    is_organisation: bool = False

    @property
    def pronoun(self) -> str:
        """Return how sentences speak to them."""
        return "Quý tổ chức" if self.is_organisation else "Ông/Bà"

    @property
    def salutation(self) -> str:
        """Return how a letter greets them."""
        return self.name if self.is_organisation else f"Ông/Bà {self.name}"


def open_letter(paper: Paper, letter: Letter, title: str, reference: Reference | None = None, under: str = "") -> Flow:
    """Begin a letter on its first page: head, codes of its dossier if there is one, title, stamp of a reprint."""
    flow, body = Flow(Pages(paper)), paper.body
    draw_head(flow, Head(letter.bodies, letter.number, letter.place_and_date))
    flow.skip(body * (0.4 if reference is None else 0.25))
    if reference is not None:
        draw_codes(flow, reference.code, reference.qr_text, body * 0.75)
        flow.skip(body * 0.2)
    flow.centred(title, heavy(body * 1.12))
    if under:
        flow.centred(under, slanted(body))
    draw_reprint(flow, letter.reprint)
    flow.skip(body * 0.25)
    return flow


def draw_greeting(flow: Flow, addressee: Addressee) -> None:
    """Write whom the letter is addressed to, and where they live."""
    body = plain(flow.paper.body)
    flow.centred(f"Kính gửi: {addressee.salutation}", body)
    if addressee.address:
        flow.centred(f"Địa chỉ: {addressee.address}", body)
    flow.skip(flow.paper.body * 0.2)


def draw_addressee(flow: Flow, label: str, addressee: Addressee, request: str) -> None:
    """Write whose matter it is, what they ask for, and how to reach them."""
    strong = heavy(flow.paper.body)
    flow.field(label, addressee.name, strong)
    flow.field("Nội dung yêu cầu giải quyết", request, strong)
    flow.field("Địa chỉ", addressee.address)
    flow.fields(("Số điện thoại", addressee.phone), ("Email", addressee.email))
    flow.skip(flow.paper.body * 0.1)


def draw_sealed(flow: Flow, signer: Signer, recipients: tuple[str, ...]) -> None:
    """Draw the head's signature at the right with room for a seal, and who else gets the letter at the left."""
    top = draw_signatures(flow, (None, signer), flow.paper.body * 1.9)
    if not recipients:
        return
    below, small, room = flow.y, plain(flow.paper.body * 0.85), flow.paper.room / 2 - 4
    ends = [";"] * (len(recipients) - 1) + ["."]
    lines = [line for name, end in zip(recipients, ends, strict=True) for line in wrap(f"- {name}{end}", small, room)]
    heading = heavy_slanted(flow.paper.body * 0.92)
    is_beside = top + heading.leading + len(lines) * small.leading <= flow.paper.foot
    flow.y = top if is_beside else below
    flow.line(flow.paper.left, "Nơi nhận:", heading)
    for line in lines:
        flow.line(flow.paper.left, line, small)
    if is_beside:
        flow.y = max(flow.y, below)


def close_letter(flow: Flow, name: str, draw_ending: Callable[[], None], draw_last: DrawLast | None = None) -> bytes:
    """End a letter with what must not be torn from its signatures, number its pages under a name, and return it as PDF.

    `draw_last` draws the last row of a table that ends in it, told how tall the ending is.
    """
    if draw_last is not None:
        below = flow.height_of(draw_ending)
        flow.keep_together(partial(_draw_both, partial(draw_last, below), draw_ending))
    else:
        flow.keep_together(draw_ending)
    flow.number_pages(name)
    return flow.pages.to_pdf(name)


def _draw_both(draw_last: Callable[[], None], draw_ending: Callable[[], None]) -> None:
    draw_last()
    draw_ending()


def basis_words(letter: Letter, end: str) -> str:
    """Return the legal basis as the end of a sentence, or a place to write it in."""
    basis = letter.legal_basis.strip() or BLANK
    return basis if basis.endswith((".", ";")) else f"{basis}{end}"


def draw_basis(flow: Flow, letter: Letter) -> None:
    """Write the legal basis small, under the signatures."""
    if letter.legal_basis:
        flow.skip(flow.paper.body * 0.25)
        flow.paragraph(f"Căn cứ: {basis_words(letter, '.')}", slanted(flow.paper.body * 0.85))
