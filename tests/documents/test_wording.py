"""Times, limits and masked numbers in the words of official papers."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onestop_desk.documents.wording import (
    book_words,
    day_words,
    limit_words,
    masked,
    moment_words,
    period_words,
    short_moment,
    stacked_code,
    stacked_moment,
    table_moment,
)

VIETNAM = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 23, 14, 5, tzinfo=VIETNAM), "14 giờ 05 phút, ngày 23 tháng 11 năm 2026"),
        (datetime(2026, 11, 22, 17, 30, tzinfo=UTC), "00 giờ 30 phút, ngày 23 tháng 11 năm 2026"),
    ],
)
def test_moments_are_written_in_full_in_vietnams_time(moment, words):
    assert moment_words(moment) == words


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        moment_words(datetime(2026, 11, 23, 14, 5, tzinfo=VIETNAM).replace(tzinfo=None))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_small_days_and_the_first_two_months_take_a_zero(day, words):
    assert day_words(day) == words


def test_narrow_papers_write_moments_in_figures():
    assert short_moment(datetime(2026, 11, 3, 7, 5, tzinfo=UTC)) == "14:05 ngày 03/11/2026"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (3, "working_day", "3 ngày làm việc"),
        (8, "working_hour", "8 giờ làm việc"),
        (15, "calendar_day", "15 ngày"),
        (1, "calendar_month", "1 tháng"),
        (0, "same_day", "trong ngày làm việc"),
        (0, "none", "không quy định thời hạn"),
    ],
)
def test_limits_are_written_with_their_unit(value, unit, words):
    assert limit_words(value, unit) == words


def test_an_unknown_unit_is_refused():
    with pytest.raises(KeyError):
        limit_words(1, "fortnight")


@pytest.mark.parametrize(("number", "shown"), [("034200012345", "********2345"), ("1234", "****"), ("", "")])
def test_masking_leaves_the_last_four(number, shown):
    assert masked(number) == shown


def test_tables_break_moments_and_codes_where_readers_expect_it():
    moment = datetime(2026, 11, 3, 7, 5, tzinfo=UTC)
    assert table_moment(moment) == ("14 giờ 05 phút,", "ngày 03/11/2026")
    assert stacked_moment(moment) == ("14:05", "03/11/2026")
    assert stacked_code("000.00.14.H54-261123-0034") == ("000.00.14.H54-", "261123-0034")
    assert stacked_code("lạ") == ("lạ",)


def test_books_name_their_volume_and_period():
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    assert period_words(first, first) == "Ngày 01/11/2026"
    assert book_words("", first, last) == "(Từ ngày 01/11/2026 đến ngày 30/11/2026)"
    assert book_words("01/2026", first, last) == "(Quyển số: 01/2026. Từ ngày 01/11/2026 đến ngày 30/11/2026)"
