"""The basket's states, rows and answers in words. Knows no Qt."""

from collections.abc import Callable
from typing import Any

from onestop_desk.domain.application import ReturnWay
from onestop_desk.domain.money import format_dong
from onestop_desk.services.lookup import Happening
from onestop_desk.ui.dossier_wording import return_way_words, stage_words
from onestop_desk.ui.errors import sentence_of
from onestop_desk.ui.line_wording import due_words_of, local_moment
from onestop_desk.ui.release.form import Match
from onestop_desk.ui.release.item import Item, Standing
from onestop_desk.ui.translation import translate

Words = Callable[[], str]

GOOD = "good"


def standing_words(item: Item) -> str:
    """Return the state of a row, for large letters."""
    if item.standing is Standing.ENDED and item.line is not None:
        return stage_words(item.line.stage)
    return _STANDINGS[item.standing]()


def tone(item: Item) -> str:
    """Return the colour of a row's state: good, person or info."""
    if item.standing is Standing.READY:
        return "person" if item.refusal is not None else GOOD
    return "person" if item.standing is Standing.NOT_YET else "info"


def whose_words(item: Item) -> str:
    """Return code and owner of a row."""
    return " · ".join(part for part in (item.code, item.owner.name) if part)


def detail_words(item: Item) -> tuple[str, ...]:
    """Return what a row says besides: due moment, fee, where the result lies; when, where and to whom it went."""
    lines = [item.state.procedure.name, *_DETAILS[item.standing](item), refusal_words(item)]
    return tuple(line for line in lines if line)


def refusal_words(item: Item) -> str:
    """Return why a dossier was not given back just now; empty if it was not tried."""
    if item.refusal is None:
        return ""
    return sentence_of(item.refusal).what


def match_words(match: Match) -> str:
    """Return what the scanned cards prove; `{names}` stands for the owners that are not proven."""
    return _MATCHES[match]()


def level_words(level: int) -> str:
    """Return a level of satisfaction."""
    return _LEVELS[level]()


def _ready(item: Item) -> list[str]:
    state = item.state
    refused = translate("Release", "Kết quả là văn bản từ chối: {reason}").format(reason=state.refused_reason)
    lies = translate("Release", "Kết quả đang ở: {place}").format(place=state.holder)
    owed = translate("Release", "Còn phải thu: {amount}").format(amount=format_dong(item.owed))
    return [
        ", ".join(state.results),
        refused if state.refused_reason else "",
        lies if state.holder else "",
        owed if item.owed else "",
        _wanted_way(item),
    ]


def _wanted_way(item: Item) -> str:
    received = item.state.received
    if received is None or received.return_by is ReturnWay.COUNTER:
        return ""
    way = " ".join(part for part in (return_way_words(received.return_by), received.return_address) if part)
    return translate("Release", "Đã đăng ký nhận: {way}").format(way=way)


def _not_yet(item: Item) -> list[str]:
    if item.line is None:
        return []
    late = translate("Release", "{stage} · hẹn trả {due} · đã quá hạn")
    words = late if item.is_late else translate("Release", "{stage} · hẹn trả {due}")
    return [words.format(stage=stage_words(item.line.stage), due=due_words_of(item.line))]


def _returned(item: Item) -> list[str]:
    closing = item.closing
    if closing is None:
        return []
    event: Any = closing.entry.event
    words = translate("Release", "Đã trả lúc {at} tại {place}, người trả {clerk}")
    when = words.format(at=local_moment(event.at), place=_place(closing), clerk=closing.entry.by.name)
    if event.collector is None:
        to = translate("Release", "Người nhận: {name} (chủ hồ sơ)").format(name=item.owner.name)
    else:
        parts = (event.collector.name, event.collector.relation, event.collector.paper)
        to = translate("Release", "Người nhận thay: {who}").format(who=" · ".join(part for part in parts if part))
    sent = " · ".join(part for part in (event.address, event.sending_number) if part)
    way = "" if event.way is ReturnWay.COUNTER else return_way_words(event.way)
    return [when, to, ": ".join(part for part in (way, sent) if part)]


def _ended(item: Item) -> list[str]:
    closing = item.closing
    if closing is None:
        return []
    event: Any = closing.entry.event
    words = translate("Release", "Lúc {at} tại {place}, người ghi {clerk}")
    when = words.format(at=local_moment(event.at), place=_place(closing), clerk=closing.entry.by.name)
    return [when, translate("Release", "Lý do: {reason}").format(reason=event.reason) if event.reason else ""]


def _absent(_item: Item) -> list[str]:
    return [translate("Release", "Hồ sơ có thể ở quầy khác hoặc cơ quan khác; chưa trả được ở đây.")]


def _place(happening: Happening) -> str:
    return translate("Release", "{agency}, quầy {counter}").format(agency=happening.agency, counter=happening.counter)


_STANDINGS: dict[Standing, Words] = {
    Standing.READY: lambda: translate("Release", "Có kết quả"),
    Standing.NOT_YET: lambda: translate("Release", "Chưa có kết quả"),
    Standing.RETURNED: lambda: translate("Release", "Đã trả"),
    Standing.ENDED: lambda: translate("Release", "Đã kết thúc"),
    Standing.ABSENT: lambda: translate("Release", "Không có trên máy này"),
}

_DETAILS: dict[Standing, Callable[[Item], list[str]]] = {
    Standing.READY: _ready,
    Standing.NOT_YET: _not_yet,
    Standing.RETURNED: _returned,
    Standing.ENDED: _ended,
    Standing.ABSENT: _absent,
}

_MATCHES: dict[Match, Words] = {
    Match.NO_CARD: lambda: translate("Release", "Quét thẻ căn cước của chủ hồ sơ để đối chiếu."),
    Match.OWNER: lambda: translate("Release", "Đúng chủ hồ sơ: số trên thẻ khớp đủ 12 chữ số."),
    Match.OTHER: lambda: translate("Release", "Thẻ vừa quét không phải của chủ hồ sơ ({names})."),
    Match.PARTLY: lambda: translate("Release", "Chưa đối chiếu thẻ của: {names}."),
    Match.UNSURE: lambda: translate("Release", "Hồ sơ không ghi số căn cước 12 chữ số ({names}): đối chiếu bằng mắt."),
}

_LEVELS: dict[int, Words] = {
    1: lambda: translate("Release", "Rất hài lòng"),
    2: lambda: translate("Release", "Hài lòng"),
    3: lambda: translate("Release", "Không hài lòng"),
}
