"""What the calendar's page calls days, months and rules. Knows no Qt."""

from onestop_desk.domain.calendar import CutOffRule, DueClock
from onestop_desk.services.calendar_file import CalendarReport
from onestop_desk.services.workdays import CalendarDay, DayKind
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import date_words, weekday_words


def kind_words(kind: DayKind) -> str:
    """Return what a day is."""
    return {
        DayKind.WORKED: translate("Calendar", "Ngày làm việc"),
        DayKind.WEEKEND: translate("Calendar", "Nghỉ hằng tuần"),
        DayKind.OFF: translate("Calendar", "Ngày nghỉ"),
        DayKind.MAKE_UP: translate("Calendar", "Làm bù"),
    }[kind]


def kind_letter(kind: DayKind) -> str:
    """Return the letter that stands beside the colour: N for a day off, B for a make-up day."""
    return {DayKind.OFF: translate("Calendar", "N"), DayKind.MAKE_UP: translate("Calendar", "B")}.get(kind, "")


def day_words(one: CalendarDay) -> str:
    """Return a day in one line: weekday, date, kind, name, shifts."""
    parts = [f"{weekday_words(one.day)} {date_words(one.day)}", kind_words(one.kind)]
    return ", ".join((*parts, *filter(None, (one.name, " ".join(one.shifts)))))


def month_words(month: int) -> str:
    """Return `Tháng 1`."""
    return translate("Calendar", "Tháng {n}").format(n=month)


def weekday_letters() -> tuple[str, ...]:
    """Return the heads of a month's columns, Monday first."""
    return tuple(translate("Calendar", "T2 T3 T4 T5 T6 T7 CN").split())


def cut_off_words(rule: CutOffRule) -> str:
    """Return what the cut-off does to limits other than same-day."""
    return {
        CutOffRule.IGNORE: translate("Calendar", "Chỉ áp dụng cho hồ sơ trong ngày"),
        CutOffRule.NEXT_DAY: translate("Calendar", "Nhận sau giờ này tính sang ngày sau"),
    }[rule]


def due_clock_words(rule: DueClock) -> str:
    """Return at which hour of its day something is due."""
    return {
        DueClock.SAME_CLOCK: translate("Calendar", "Hẹn trả theo giờ tiếp nhận"),
        DueClock.END_OF_DAY: translate("Calendar", "Hẹn trả cuối giờ làm việc"),
    }[rule]


def report_words(report: CalendarReport) -> str:
    """Return what an import did, in one line."""
    if not report.years:
        return translate("Calendar", "Tệp không có ngày nào nhập được.")
    years = ", ".join(map(str, report.years))
    words = translate("Calendar", "Lịch năm {years}: {off} ngày nghỉ, {made} ngày làm bù.")
    if not report.is_changed:
        words = translate("Calendar", "Lịch năm {years} không đổi: {off} ngày nghỉ, {made} ngày làm bù.")
    return words.format(years=years, off=report.days_off, made=report.make_up)
