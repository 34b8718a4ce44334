"""The public notice (công khai): a month's results by field and what the office offers, without a name in it."""

from dataclasses import dataclass
from datetime import date

from onestop_desk.documents.offer_wording import offered_fee, offered_limit
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.figures import Cell, FigureColumn, FigureTable, Share, Sort, number_of
from onestop_desk.domain.ledger import month_of
from onestop_desk.domain.measures import Counts, Period
from onestop_desk.reports.public_page import PublicPage, public_html
from onestop_desk.services.catalogue_list import procedures
from onestop_desk.services.counting import counting
from onestop_desk.services.desk import Desk
from onestop_desk.services.report_list import Freshness, freshness, freshness_words
from onestop_desk.services.report_tables import TOTAL, days_words
from onestop_desk.services.reporting import bieu06

TITLE = "CÔNG KHAI KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
_OFFERED_TITLE = "THỦ TỤC HÀNH CHÍNH, THỜI HẠN VÀ PHÍ, LỆ PHÍ"
_TAKEN_BACK = "Số âm là phần đính chính của tháng đã chốt sổ."
_RESULTS = (
    FigureColumn("Lĩnh vực", Sort.WORDS, 38),
    FigureColumn("Tiếp nhận", width=14),
    FigureColumn("Đã giải quyết", width=14),
    FigureColumn("Trước hạn", width=14),
    FigureColumn("Đúng hạn", width=14),
    FigureColumn("Quá hạn", width=14),
    FigureColumn("Tỷ lệ trước và đúng hạn", Sort.SHARE, 18),
    FigureColumn("Đang giải quyết", width=14),
)
_OFFERED = (
    FigureColumn("STT", Sort.COUNT, 12),
    FigureColumn("Thủ tục hành chính", Sort.WORDS, 65),
    FigureColumn("Lĩnh vực", Sort.WORDS, 26),
    FigureColumn("Thời hạn giải quyết", Sort.WORDS, 34),
    FigureColumn("Phí, lệ phí", Sort.WORDS, 32),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A procedure as the public sees it."""

    name: str
    field: str
    limit: str
    fee: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What is made public of one month."""

    office: str
    phone: str
    period: Period
    total: Counts
    results: FigureTable
    offered: FigureTable
    offers: tuple[Offer, ...]
    freshness: Freshness

    @property
    def tables(self) -> tuple[FigureTable, FigureTable]:
        """The two tables of paper and page."""
        return self.results, self.offered


def public_notice(desk: Desk, period: Period) -> Notice:
    """Count a period for the public."""
    with counting(desk) as scope:
        made, fresh = bieu06(scope, period), freshness(desk, scope)
    offers = tuple(map(_offer, procedures(desk)))
    office = desk.office
    results = _results(period, tuple((row.name, row.counts) for row in made.rows), made.total)
    offered = FigureTable("offered", _OFFERED_TITLE, _as_of(fresh), _OFFERED, _offered(offers), unit="thủ tục")
    body = f"{office.name} · {office.heading}"
    return Notice(body, office.phone, period, made.total, results, offered, offers, fresh)


def this_month(desk: Desk) -> Notice:
    """Count the running month for the public."""
    return public_notice(desk, month_of(desk.clock().astimezone(VIETNAM).date()))


def notice_pdf(desk: Desk, notice: Notice) -> bytes:
    """Draw the notice as the paper that is posted on the board."""
    from onestop_desk.documents.book_filling import notice_of
    from onestop_desk.documents.notice_sheet import draw_notice

    return draw_notice(notice_of(desk.office, notice.tables, _day(notice.freshness), freshness_words(notice.freshness)))


def notice_html(notice: Notice) -> str:
    """Return the notice as one self-contained page."""
    contact = f"Điện thoại: {notice.phone}" if notice.phone else ""
    fresh = freshness_words(notice.freshness)
    title = TITLE[:1] + TITLE[1:].lower()
    return public_html(PublicPage(notice.office, title, notice.results.period, notice.tables, fresh, contact))


def _results(period: Period, rows: tuple[tuple[str, Counts], ...], total: Counts) -> FigureTable:
    """Return the table of results; where a correction of a closed month makes a figure negative (decision 0016), it
    says why."""
    cells = tuple((name, *_result(counts)) for name, counts in rows)
    last = (TOTAL, *_result(total))
    is_negative = any(number_of(cell) < 0 for row in (*cells, last) for cell in row)
    notes = (_TAKEN_BACK,) if is_negative else ()
    return FigureTable("public", TITLE, days_words(period), _RESULTS, cells, last, notes)


def _result(counts: Counts) -> tuple[Cell, ...]:
    return (
        *(counts.online + counts.direct, counts.solved, counts.before, counts.on, counts.over),
        Share(counts.before + counts.on, counts.solved),
        counts.open,
    )


def _offered(offers: tuple[Offer, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((place, one.name, one.field, one.limit, one.fee) for place, one in enumerate(offers, 1))


def _offer(procedure: Procedure) -> Offer:
    return Offer(procedure.name, procedure.field, offered_limit(procedure), offered_fee(procedure))


def _as_of(fresh: Freshness) -> str:
    return f"Danh mục áp dụng đến ngày {_day(fresh):%d/%m/%Y}"


def _day(fresh: Freshness) -> date:
    return fresh.at.astimezone(VIETNAM).date()
