"""Form 02: phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, for a dossier or as guidance to somebody who was sent home."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer, draw_signatures
from onestop_desk.documents.letter import (
    BLANK,
    Addressee,
    Letter,
    Reference,
    close_letter,
    draw_addressee,
    draw_basis,
    open_letter,
)
from onestop_desk.documents.lettering import heavy, plain
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.wording import moment_words

_TITLE = "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"


@dataclass(frozen=True, slots=True)
class RequestLetter:
    """What stands on form 02; without a reference nothing was taken in, and no deadline runs."""

    letter: Letter
    addressee: Addressee
    request: str
    missing: tuple[str, ...]
    reason: str
    guide: str
    contact: str = ""
    contact_phone: str = ""
    deadline: datetime | None = None
    reference: Reference | None = None


def draw_request_letter(form: RequestLetter, paper: Paper = A4) -> bytes:
    """Return form 02 as PDF.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    flow = open_letter(paper, form.letter, _TITLE, form.reference)
    body = plain(paper.body)
    label = "Hồ sơ của" if form.reference is None else "Tiếp nhận hồ sơ của"
    draw_addressee(flow, label, form.addressee, form.request)
    flow.prose("Yêu cầu bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:", body)
    for place, missing in enumerate(form.missing or (BLANK,), 1):
        flow.prose(f"{place}. {missing}", body)
    flow.prose(f"Lý do: {form.reason or BLANK}", body)
    return close_letter(flow, form.letter.name(form.reference), partial(_draw_ending, flow, form))


def _draw_ending(flow: Flow, form: RequestLetter) -> None:
    body, pronoun = plain(flow.paper.body), form.addressee.pronoun
    if form.reference is None:
        flow.prose(
            f"{form.letter.office} chưa tiếp nhận hồ sơ này. Sau khi hoàn thiện các nội dung nêu trên, "
            f"đề nghị {pronoun} nộp lại hồ sơ để được tiếp nhận.",
            body,
        )
    elif form.deadline is not None:
        flow.prose(f"Thời hạn bổ sung hồ sơ: trước {moment_words(form.deadline)}.", heavy(body.size))
    flow.prose(
        f"Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, {pronoun} liên hệ với {form.contact or BLANK}, "
        f"số điện thoại {form.contact_phone or BLANK} để được hướng dẫn./.",
        body,
    )
    flow.skip(body.size * 0.2)
    draw_signatures(flow, (None, Signer(("NGƯỜI HƯỚNG DẪN",), form.guide)), body.size * 1.4)
    draw_basis(flow, form.letter)
