"""What stands on the return page as it was typed and scanned: kept as a draft, compared, read into a Handing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.events import Collector
from onestop_desk.domain.plain import from_plain
from onestop_desk.domain.search import squash
from onestop_desk.domain.text import clean
from onestop_desk.services.release import Handing
from onestop_desk.services.step import Payment
from onestop_desk.ui.release.item import Item, Standing
from onestop_desk.ui.translation import translate

CARD_DIGITS = 12
METHODS = {"cash": "tiền mặt", "transfer": "chuyển khoản"}
"""How a fee is paid, as the register and the fee book have it."""


class Match(StrEnum):
    """What the scanned cards say of the owners of what is ready."""

    NO_CARD = "no_card"
    OWNER = "owner"
    OTHER = "other"
    PARTLY = "partly"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class SeenCard:
    """A card that was scanned for this basket."""

    number: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class KeptItem:
    """A dossier of the basket as the draft has it."""

    uid: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class ReceiverEntry:
    """Who takes the results: the owner, or somebody else with a paper."""

    is_other: bool = False
    name: str = ""
    number: str = ""
    relation: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class WayEntry:
    """How the results go."""

    way: ReturnWay = ReturnWay.COUNTER
    address: str = ""
    sending_number: str = ""


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """What becomes of the fee: `choice` is empty until a person says paid or exempt; `method` a key of METHODS."""

    choice: str = ""
    method: str = "cash"
    series: str = ""
    number: str = ""
    payer: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseForm:
    """The whole page."""

    items: tuple[KeptItem, ...] = ()
    cards: tuple[SeenCard, ...] = ()
    receiver: ReceiverEntry = ReceiverEntry()
    way: WayEntry = WayEntry()
    fee: FeeEntry = FeeEntry()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was scanned or typed yet."""
        return self == ReleaseForm()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the cards prove, the names of the owners that it is about, and the cards that are no owner's."""

    match: Match = Match.NO_CARD
    names: tuple[str, ...] = ()
    strangers: tuple[SeenCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How the results are given back, or what is wrong: sentences by the field's name."""

    handing: Handing | None
    problems: dict[str, str] = field(default_factory=dict)


def form_from_draft(content: object) -> ReleaseForm:
    """Return the form of a kept draft; an empty one where it is none, or of a shape this program does not know."""
    if not isinstance(content, dict):
        return ReleaseForm()
    try:
        return from_plain(ReleaseForm, content)
    except (TypeError, ValueError, KeyError, AttributeError):
        return ReleaseForm()


def compare(cards: Sequence[SeenCard], items: Sequence[Item]) -> Comparison:
    """Compare the scanned cards with the owners of what is ready, all twelve digits."""
    owners = owners_of(items)
    seen = {card.number for card in cards}
    strangers = tuple(card for card in cards if card.number not in owners)
    if not seen or not owners:
        return Comparison(strangers=strangers)
    left = {number: name for number, name in owners.items() if number not in seen}
    names = tuple(dict.fromkeys((left or owners).values()))
    if not left:
        return Comparison(Match.OWNER, names, strangers)
    if not any(is_card_number(number) for number in left):
        return Comparison(Match.UNSURE, names, strangers)
    return Comparison(Match.OTHER if strangers else Match.PARTLY, names, strangers)


def owners_of(items: Sequence[Item]) -> dict[str, str]:
    """Return the owners of what is ready: names by number."""
    return {squash(item.owner.id_number): item.owner.name for item in items if item.standing is Standing.READY}


def is_card_number(text: str) -> bool:
    """Tell whether a text is twelve digits."""
    return len(text) == CARD_DIGITS and text.isascii() and text.isdigit()


def read_form(form: ReleaseForm, items: Sequence[Item], now: datetime) -> Reading:
    """Read the page into a Handing, or say beside which field what is missing."""
    comparison = compare(form.cards, items)
    owed = sum(item.owed for item in items)
    problems = _receiver_problems(form.receiver, comparison) | _way_problems(form.way) | _fee_problems(form.fee, owed)
    if problems:
        return Reading(None, problems)
    handing = Handing(
        collector=_collector(form.receiver),
        way=form.way.way,
        address=form.way.address if form.way.way is ReturnWay.POST else "",
        sending_number=form.way.sending_number if form.way.way is ReturnWay.POST else "",
        is_compared=comparison.match is Match.OWNER and not form.receiver.is_other,
        payment=_payment(form, items, now) if owed else None,
    )
    return Reading(handing)


def _receiver_problems(receiver: ReceiverEntry, comparison: Comparison) -> dict[str, str]:
    if not receiver.is_other:
        if comparison.match is not Match.OTHER:
            return {}
        words = translate("Release", "Quét thẻ của chủ hồ sơ, bỏ thẻ đã quét, hoặc chọn Người được ủy quyền.")
        return {"card": words}
    missing = {
        "receiver_name": (receiver.name, translate("Release", "Ghi họ tên người nhận thay.")),
        "receiver_number": (receiver.number, translate("Release", "Ghi số giấy tờ của người nhận thay.")),
        "receiver_paper": (receiver.paper, translate("Release", "Ghi giấy ủy quyền hoặc giấy chứng minh quan hệ.")),
    }
    return {name: words for name, (text, words) in missing.items() if not clean(text)}


def _way_problems(way: WayEntry) -> dict[str, str]:
    if way.way is ReturnWay.POST and not clean(way.address):
        return {"return_address": translate("Release", "Ghi địa chỉ gửi kết quả.")}
    return {}


def _fee_problems(fee: FeeEntry, owed: int) -> dict[str, str]:
    if not owed:
        return {}
    if not fee.choice:
        return {"fee_choice": translate("Release", "Thu tiền hoặc ghi lý do miễn, rồi trả kết quả.")}
    if fee.choice == "exempt" and not clean(fee.reason):
        return {"fee_reason": translate("Release", "Ghi lý do miễn.")}
    return {}


def _collector(receiver: ReceiverEntry) -> Collector | None:
    if not receiver.is_other:
        return None
    return Collector(receiver.name, receiver.number, receiver.relation, receiver.paper)


def _payment(form: ReleaseForm, items: Sequence[Item], now: datetime) -> Payment:
    fee = form.fee
    if fee.choice == "exempt":
        return Payment(now, exempt_reason=fee.reason)
    owner = next((item.owner.name for item in items if item.owed), "")
    payer = clean(fee.payer) or (form.receiver.name if form.receiver.is_other else owner)
    return Payment(now, 0, METHODS[fee.method], fee.series, fee.number, payer)
