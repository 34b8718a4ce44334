"""Form 03: phiếu từ chối tiếp nhận giải quyết hồ sơ, at the counter or after reception."""

from dataclasses import dataclass
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import (
    BLANK,
    Addressee,
    Letter,
    Reference,
    basis_words,
    close_letter,
    draw_addressee,
    open_letter,
)
from onestop_desk.documents.lettering import plain
from onestop_desk.documents.sheet import A4, Paper

_TITLE = "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"


@dataclass(frozen=True, slots=True)
class RefusalLetter:
    """What stands on form 03; with a reference the dossier had been received before."""

    letter: Letter
    addressee: Addressee
    request: str
    reason: str
    submitter: str
    receiver: str
    reference: Reference | None = None


def draw_refusal_letter(form: RefusalLetter, paper: Paper = A4) -> bytes:
    """Return form 03 as PDF; raises ValueError for a code that Code 128 cannot hold."""
    flow = open_letter(paper, form.letter, _TITLE, form.reference)
    body = plain(paper.body)
    label = "Hồ sơ của" if form.reference is None else "Tiếp nhận hồ sơ của"
    draw_addressee(flow, label, form.addressee, form.request)
    flow.prose(
        f"Qua xem xét, {form.letter.office} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
        body,
    )
    flow.prose(form.reason or BLANK, body)
    flow.prose(f"Căn cứ pháp lý: {basis_words(form.letter, '.')}", body)
    return close_letter(flow, form.letter.name(form.reference), partial(_draw_ending, flow, form))


def _draw_ending(flow: Flow, form: RefusalLetter) -> None:
    body = plain(flow.paper.body)
    flow.prose(f"Xin thông báo để {form.addressee.pronoun} được biết và thực hiện./.", body)
    flow.skip(body.size * 0.2)
    signers = (Signer(("NGƯỜI NỘP HỒ SƠ",), form.submitter), Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), form.receiver))
    draw_signatures(flow, signers, body.size * 1.4)
