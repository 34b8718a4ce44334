"""The columns of a procedure's parts, and what a new row of each begins with."""

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import ProcedureFee, ProcedureLimit, ProcedureStep, RequiredPaper
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.money import format_number, parse_dong
from onestop_desk.domain.page_fee import MOST_PAGES, PageRate
from onestop_desk.domain.procedure_rules import MOST_COUNTED
from onestop_desk.ui.catalogue_wording import channel_words, cut_words, unit_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.widgets.edit_table import EditColumn

MOST_LIMIT = 9999


def limit_columns() -> tuple[EditColumn, ...]:
    """Return the columns of limits: the law's, the office's, and what was cut."""
    return (
        EditColumn(translate("Catalogue", "Cách nộp"), "channel", choices=_channels()),
        EditColumn(translate("Catalogue", "Trường hợp"), "case", _case_words, _read_case, is_wide=True),
        EditColumn(translate("Catalogue", "Theo luật"), "statutory", _number_words, _read_statutory),
        EditColumn(translate("Catalogue", "Áp dụng"), "value", _number_words, _read_whole),
        EditColumn(translate("Catalogue", "Đơn vị"), "unit", choices=tuple((unit, unit_words(unit)) for unit in Unit)),
        EditColumn(translate("Catalogue", "Giảm"), words=_limit_cut),
    )


def fee_columns() -> tuple[EditColumn, ...]:
    """Return the columns of fees in đồng."""
    return (
        EditColumn(translate("Catalogue", "Cách nộp"), "channel", choices=_channels()),
        EditColumn(translate("Catalogue", "Trường hợp"), "case", _case_words, _read_case, is_wide=True),
        EditColumn(translate("Catalogue", "Mức phí (đồng)"), "amount", format_number, _read_dong),
        EditColumn(_page_title(), "by_page", _page_words, _read_page_rate, is_wide=True),
    )


def paper_columns() -> tuple[EditColumn, ...]:
    """Return the columns of the papers a procedure asks for."""
    return (
        EditColumn(translate("Catalogue", "Tên giấy tờ"), "name", is_wide=True),
        EditColumn(translate("Catalogue", "Bản chính"), "originals", str, _read_count),
        EditColumn(translate("Catalogue", "Bản sao"), "copies", str, _read_count),
        EditColumn(translate("Catalogue", "Bắt buộc"), "required", is_check=True),
    )


def step_columns() -> tuple[EditColumn, ...]:
    """Return the columns of the on-site-five steps."""
    return (
        EditColumn(translate("Catalogue", "Tên bước"), "name", is_wide=True),
        EditColumn(translate("Catalogue", "Số giờ làm việc"), "hours", str, _read_whole),
    )


def new_limit() -> ProcedureLimit:
    """Return what a new limit begins with."""
    return ProcedureLimit(1, Unit.WORKING_DAY)


def new_fee() -> ProcedureFee:
    """Return what a new fee begins with."""
    return ProcedureFee(0)


def new_paper() -> RequiredPaper:
    """Return what a new paper begins with."""
    return RequiredPaper("")


def new_step() -> ProcedureStep:
    """Return what a new step begins with."""
    return ProcedureStep("", 1)


def _page_title() -> str:
    return translate("Catalogue", "Theo trang: mỗi trang đầu; số trang đầu; mỗi trang sau; tối đa một bản")


def _page_words(rate: PageRate | None) -> str:
    if rate is None:
        return "–"
    return "; ".join(format_number(number) for number in (rate.first, rate.first_pages, rate.then, rate.most))


def _read_page_rate(typed: str) -> PageRate | None:
    """Read four numbers parted by semicolons; the last may be missing: no most."""
    if not typed.strip("–- "):
        return None
    numbers = [_read_dong(part) for part in typed.split(";")]
    if len(numbers) not in (3, 4) or not 0 <= numbers[1] <= MOST_PAGES:
        raise ValueError(typed)
    first, first_pages, then, *most = numbers
    return PageRate(first, first_pages, then, most[0] if most else 0)


def _channels() -> tuple[tuple[Channel | None, str], ...]:
    return tuple((channel, channel_words(channel)) for channel in (None, *Channel))


def _case_words(case: str | None) -> str:
    return case or translate("Catalogue", "mọi trường hợp")


def _read_case(typed: str) -> str | None:
    return typed or None


def _number_words(number: int | None) -> str:
    return str(number) if number else "–"


def _limit_cut(row: ProcedureLimit) -> str:
    return cut_words(row.cut_percent, row.unit)


def _read_whole(typed: str) -> int:
    number = _digits(typed)
    if not 0 <= number <= MOST_LIMIT:
        raise ValueError(typed)
    return number


def _read_count(typed: str) -> int:
    number = _digits(typed)
    if not 0 <= number <= MOST_COUNTED:
        raise ValueError(typed)
    return number


def _read_statutory(typed: str) -> int | None:
    return _read_whole(typed) or None if typed.strip("–-0 ") else None


def _read_dong(typed: str) -> int:
    try:
        return parse_dong(typed)
    except BadValue as error:
        raise ValueError(typed) from error


def _digits(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 6):
        raise ValueError(typed)
    return int(typed)
