"""What clerks call the parts of the catalogue and the calendar, and what is said about rows that stay out. No Qt."""

from collections.abc import Callable

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import UNCOUNTED, Unit, parse_limit
from onestop_desk.domain.catalogue import PauseRule
from onestop_desk.services.import_file import RefusedRow
from onestop_desk.ui.due_wording import limit_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import field_words, reason_words

Words = Callable[[], str]

_CHANNELS: dict[Channel | None, Words] = {
    Channel.DIRECT: lambda: translate("Catalogue", "Trực tiếp"),
    Channel.ONLINE: lambda: translate("Catalogue", "Trực tuyến"),
    Channel.POST: lambda: translate("Catalogue", "Bưu chính"),
    None: lambda: translate("Catalogue", "Mọi cách nộp"),
}
_UNITS: dict[Unit, Words] = {
    Unit.WORKING_DAY: lambda: translate("Catalogue", "ngày làm việc"),
    Unit.WORKING_HOUR: lambda: translate("Catalogue", "giờ làm việc"),
    Unit.CALENDAR_DAY: lambda: translate("Catalogue", "ngày"),
    Unit.CALENDAR_MONTH: lambda: translate("Catalogue", "tháng"),
    Unit.SAME_DAY: lambda: translate("Catalogue", "trong ngày"),
    Unit.NONE: lambda: translate("Catalogue", "không quy định"),
}
_PAUSES: dict[PauseRule, Words] = {
    PauseRule.PAUSE: lambda: translate("Catalogue", "Tạm dừng tính giờ"),
    PauseRule.RESTART: lambda: translate("Catalogue", "Tính lại từ đầu"),
}


def channel_words(channel: Channel | None) -> str:
    """Return how a dossier comes in; None is any way."""
    return _CHANNELS[channel]()


def unit_words(unit: Unit) -> str:
    """Return what a limit counts."""
    return _UNITS[unit]()


def pause_words(rule: PauseRule) -> str:
    """Return what waiting for a supplement does to the clock."""
    return _PAUSES[rule]()


def written_limit_words(limit: str) -> str:
    """Return `5 ngày làm việc` for the `5 working_day` of lists."""
    read = parse_limit(limit)
    return unit_words(read.unit) if read.unit in UNCOUNTED else limit_words(read)


def cut_words(percent: float, unit: Unit | None = None) -> str:
    """Return `40%`, or a dash where nothing was cut or nothing can be."""
    if percent <= 0 or unit in UNCOUNTED:
        return "–"
    return f"{percent:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def refused_row_words(row: RefusedRow) -> str:
    """Return one line about a row that was not taken in: where, which code, what is wrong, what was written."""
    where = translate("Catalogue", "Dòng {row}").format(row=row.row)
    if row.sheet:
        where = translate("Catalogue", "Trang {sheet}, dòng {row}").format(sheet=row.sheet, row=row.row)
    about = f"{where}, {row.code}" if row.code else where
    why = f"{field_words(row.field)} {reason_words(row.reason)}"
    return f"{about}: {why} ({row.value})." if row.value and row.value != row.code else f"{about}: {why}."
