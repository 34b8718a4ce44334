"""Form 04: the office apologises for a delay and promises another day; its title follows the title set."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from onestop_desk.documents.flow import Flow
from onestop_desk.documents.kit import Signer
from onestop_desk.documents.letter import (
    BLANK,
    Addressee,
    Letter,
    Reference,
    close_letter,
    draw_basis,
    draw_greeting,
    draw_sealed,
    open_letter,
)
from onestop_desk.documents.lettering import heavy, plain
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.wording import APOLOGY_TITLES, moment_words

_PLEAS = {
    "2025": "đề nghị gia hạn thời gian giải quyết hồ sơ",
    "2018": "hẹn lại ngày trả kết quả giải quyết hồ sơ",
}


@dataclass(frozen=True, slots=True)
class ApologyLetter:
    """What stands on form 04; `promised_at` is the promise that is not kept, `until` the new one."""

    letter: Letter
    reference: Reference
    addressee: Addressee
    procedure: str
    received_at: datetime
    promised_at: datetime
    until: datetime
    reason: str
    signer: Signer
    recipients: tuple[str, ...] = ()
    title_set: str = "2025"


def draw_apology_letter(form: ApologyLetter, paper: Paper = A4) -> bytes:
    """Return form 04 as PDF.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone.
    """
    flow = open_letter(paper, form.letter, APOLOGY_TITLES[form.title_set], form.reference)
    body, office, pronoun = plain(paper.body), form.letter.office, form.addressee.pronoun
    draw_greeting(flow, form.addressee)
    flow.prose(
        f"Lúc {moment_words(form.received_at)}, {office} đã tiếp nhận hồ sơ của {pronoun} đề nghị giải quyết "
        f"thủ tục hành chính: {form.procedure}; mã hồ sơ: {form.reference.code}.",
        body,
    )
    flow.prose(f"Thời gian hẹn trả kết quả: {moment_words(form.promised_at)}.", body)
    flow.prose(
        f"Đến nay, {office} chưa thể giải quyết xong hồ sơ của {pronoun} theo thời hạn đã hẹn. "
        f"Lý do: {form.reason or BLANK}",
        body,
    )
    return close_letter(flow, form.letter.name(form.reference), partial(_draw_ending, flow, form))


def _draw_ending(flow: Flow, form: ApologyLetter) -> None:
    body, pronoun = plain(flow.paper.body), form.addressee.pronoun
    flow.prose(
        f"Sự chậm trễ này đã gây phiền hà, tốn kém chi phí và công sức của {pronoun}. "
        f"{form.letter.office} chân thành xin lỗi {pronoun} và {_PLEAS[form.title_set]}.",
        body,
    )
    flow.prose(f"Thời gian hẹn lại trả kết quả: {moment_words(form.until)}.", heavy(body.size))
    flow.prose(f"Rất mong nhận được sự thông cảm của {pronoun}./.", body)
    flow.skip(body.size * 0.2)
    draw_sealed(flow, form.signer, form.recipients)
    draw_basis(flow, form.letter)
