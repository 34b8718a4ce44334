"""Form 05 of the 2025 set: thông báo dừng giải quyết hồ sơ, because the person asks for it or the office stops."""

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
    basis_words,
    close_letter,
    draw_greeting,
    draw_sealed,
    open_letter,
)
from onestop_desk.documents.lettering import plain, slanted
from onestop_desk.documents.sheet import A4, Paper
from onestop_desk.documents.wording import NO_DUE, moment_words
from onestop_desk.domain.money import amount_in_words, format_dong

_TITLE = "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"


@dataclass(frozen=True, slots=True)
class StopNotice:
    """What stands on form 05; `asked_at` is when the person asked to stop, None where the office stops by itself.

    Money is in whole đồng.
    """

    letter: Letter
    reference: Reference
    addressee: Addressee
    procedure: str
    received_at: datetime
    due_at: datetime | None
    asked_at: datetime | None
    reason: str
    stage: str
    stopped_at: datetime
    signer: Signer
    paid: int = 0
    refunded: int = 0
    recipients: tuple[str, ...] = ()


def draw_stop_notice(form: StopNotice, paper: Paper = A4) -> bytes:
    """Return form 05 as PDF.

    Raises ValueError for a code that Code 128 cannot hold, or a moment without a time zone; BadValue for money below 0.
    """
    flow = open_letter(paper, form.letter, _TITLE, form.reference)
    body, pronoun = plain(paper.body), form.addressee.pronoun
    draw_greeting(flow, form.addressee)
    if form.letter.legal_basis:
        flow.prose(f"Căn cứ {basis_words(form.letter, ';')}", slanted(body.size))
    flow.prose(
        f"Lúc {moment_words(form.received_at)}, {form.letter.office} đã tiếp nhận hồ sơ của {pronoun} đề nghị "
        f"giải quyết thủ tục hành chính: {form.procedure}; mã hồ sơ: {form.reference.code}.",
        body,
    )
    due = NO_DUE if form.due_at is None else moment_words(form.due_at)
    flow.prose(f"Thời gian hẹn trả kết quả: {due}.", body)
    flow.prose(_cause(form), body)
    flow.prose(f"Lý do: {form.reason or BLANK}", body)
    return close_letter(flow, form.letter.name(form.reference), partial(_draw_ending, flow, form))


def _cause(form: StopNotice) -> str:
    if form.asked_at is None:
        return f"Qua xem xét, {form.letter.office} không có đủ điều kiện để tiếp tục giải quyết hồ sơ nêu trên."
    return (
        f"Lúc {moment_words(form.asked_at)}, {form.letter.office} nhận được đề nghị của {form.addressee.pronoun} "
        "về việc dừng giải quyết hồ sơ nêu trên."
    )


def _draw_ending(flow: Flow, form: StopNotice) -> None:
    body = plain(flow.paper.body)
    flow.prose(f"Giai đoạn giải quyết tại thời điểm dừng: {form.stage or BLANK}.", body)
    flow.prose(f"Phí, lệ phí đã nộp: {_money(form.paid)}; hoàn trả: {_money(form.refunded)}.", body)
    flow.prose(
        f"{form.letter.office} thông báo dừng giải quyết hồ sơ kể từ {moment_words(form.stopped_at)} "
        f"để {form.addressee.pronoun} được biết./.",
        body,
    )
    flow.skip(body.size * 0.2)
    draw_sealed(flow, form.signer, form.recipients)


def _money(amount: int) -> str:
    return f"{format_dong(amount)} ({amount_in_words(amount)})" if amount else "không"
