"""Codes: read strictly, written one way, and no two counters share a number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.codes import (
    AgencyCode,
    DossierCode,
    ProcedureCode,
    SerialRange,
    compact_of,
    is_compact,
    read_dossier_code,
    serial_range,
)
from onestop_desk.domain.errors import BadValue

TWO = st.integers(0, 99).map("{:02d}".format)
THREE = st.integers(0, 999).map("{:03d}".format)
ROOT = st.builds("{}{}".format, st.sampled_from("HG"), TWO)
OLD_STYLE = st.builds("{}.{}.{}.{}".format, THREE, TWO, TWO, ROOT)
NEW_STYLE = st.builds(lambda root, groups: ".".join([root, *groups]), ROOT, st.lists(TWO | THREE, max_size=5))
AGENCIES = st.builds(AgencyCode, OLD_STYLE | NEW_STYLE)
DOSSIERS = st.builds(
    DossierCode, AGENCIES, st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 9_999_999), st.integers(4, 7)
)
RANGES = st.tuples(st.integers(0, 9), st.integers(0, 999))


@pytest.mark.parametrize(
    ("text", "root", "province", "is_ministry"),
    [
        ("000.00.14.H54", "H54", "H54", False),
        ("H31.20.11", "H31", "H31", False),
        ("H54", "H54", "H54", False),
        ("H15.50.05.13", "H15", "H15", False),
        ("H31.200.11", "H31", "H31", False),
        ("000.00.00.G01", "G01", "", True),
        ("G09.102", "G09", "", True),
    ],
)
def test_both_styles_of_agency_codes_are_read(text: str, root: str, province: str, is_ministry: bool) -> None:
    agency = AgencyCode.parse(text)
    assert (str(agency), agency.root, agency.province, agency.is_ministry) == (text, root, province, is_ministry)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "h54",
        "H5",
        "H545",
        "X54",
        "H31.",
        "H31.1",
        "H31.1234",
        "00.00.14.H54",
        "000.00.14",
        "H٥4",
        "H31.20\n",
        " H31",
    ],
)
def test_what_is_no_agency_code_is_refused(text: str) -> None:
    with pytest.raises(BadValue) as refusal:
        AgencyCode.parse(text)
    assert refusal.value.field == "agency_code"


@pytest.mark.parametrize(
    ("official", "compact"),
    [
        ("000.17.22.H56-210531-0001", "0001722H562105310001"),
        ("H15.50.05.13-261008-0975", "H155005132610080975"),
        ("H54-240229-00012", "H5424022900012"),
        ("H31.20.11-261123-1234567", "H3120112611231234567"),
    ],
)
def test_a_dossier_code_is_read_and_written_alike(official: str, compact: str) -> None:
    code = DossierCode.parse(official)
    assert code.official == str(code) == official
    assert code.compact == compact_of(official) == compact
    assert is_compact(compact)


def test_a_new_code_has_four_digits_until_they_do_not_suffice() -> None:
    agency = AgencyCode("H31.20.11")
    assert DossierCode(agency, date(2026, 11, 23), 1).official == "H31.20.11-261123-0001"
    assert DossierCode(agency, date(2026, 11, 23), 12_001).official == "H31.20.11-261123-12001"


@given(DOSSIERS)
def test_every_code_survives_writing_and_reading(code: DossierCode) -> None:
    assert DossierCode.parse(code.official) == code
    assert read_dossier_code(code.official) == code
    assert is_compact(code.compact)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H31.20.11-261123-001",
        "H31.20.11-261123-12345678",
        "H31.20.11-261323-0001",
        "H31.20.11-230229-0001",
        "H31.20.11-261123-0000",
        "H31.20.11-261123-000１",
        "H31.20.11-261123-000²",
        "H31.20.11-26112٣-0001",
        "h31.20.11-261123-0001",
        "H31.20.11-261123-0001\n",
        " H31.20.11-261123-0001",
        "H31.20.11_261123_0001",
    ],
)
def test_what_is_not_exactly_a_dossier_code_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        DossierCode.parse(text)


@pytest.mark.parametrize(
    ("day", "serial", "digits"), [(1999, 1, 4), (2100, 1, 4), (2026, 0, 4), (2026, 10**7, 4), (2026, 1, 8)]
)
def test_a_code_that_could_not_be_read_back_is_never_made(day: int, serial: int, digits: int) -> None:
    with pytest.raises(BadValue):
        DossierCode(AgencyCode("H31"), date(day, 1, 1), serial, digits)


@pytest.mark.parametrize(
    "typed",
    [
        "h31.20.11-261123-0975",
        " H31.20.11 - 261123 - 0975 ",
        "H31.20.11–261123—0975",
        "H31 20 11 261123 0975",
        "h31.20.11.261123.0975",
        "\ufeffH31.20.11‑261123‑0975\r\n",
        "H31-20-11_261123_0975",
        "- H31.20.11-261123-0975.",
    ],
)
def test_a_hand_typed_code_is_understood(typed: str) -> None:
    assert read_dossier_code(typed).official == "H31.20.11-261123-0975"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0975",
        "H31.20.11-261123-0975 2",
        "H31.20.11-261123-09 75",
        "H31.20.11-261123",
        "H3120112611230975",
        "Ｈ31-261123-0975",
        "H31-26112３-0975",
    ],
)
def test_a_doubtful_typed_code_opens_nothing(typed: str) -> None:
    with pytest.raises(BadValue):
        read_dossier_code(typed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "034200012345",
        "8934567890123",
        "H31991399130001",
        "H319999990001",
        "H312611230000",
        "H3112611230001",
        "00017H562105310001",
        "h312611230001",
        "H31261123000１",
        "H31.261123-0001",
        "0001722H56112105310001",
    ],
)
def test_what_cannot_be_a_compact_code_is_seen(text: str) -> None:
    assert not is_compact(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.001193", ("1.001193", "", "")),
        ("1.001193.01", ("1.001193", "", "01")),
        ("1.001193.000.00.00.H54", ("1.001193", "000.00.00.H54", "")),
        ("2.000889.000.00.00.H54.01", ("2.000889", "000.00.00.H54", "01")),
        ("1.001193.H54", ("1.001193", "H54", "")),
    ],
)
def test_a_procedure_code_keeps_its_parts_apart(text: str, parts: tuple[str, str, str]) -> None:
    code = ProcedureCode.parse(text)
    assert (code.national, code.tail, code.service) == parts
    assert str(code) == text


@pytest.mark.parametrize(
    "text", ["", "0.001193", "1.00119", "1.0011933", "1001193", "1.001193.", "1.00119３", "1.001193.1", "1.001193\n"]
)
def test_what_is_no_procedure_code_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        ProcedureCode.parse(text)


@pytest.mark.parametrize(
    ("counter", "extra", "first", "last"),
    [(0, 0, 1, 999), (2, 0, 2001, 2999), (9, 0, 9001, 9999), (0, 1, 10_001, 10_999), (9, 2, 29_001, 29_999)],
)
def test_a_counter_owns_its_serials(counter: int, extra: int, first: int, last: int) -> None:
    assert serial_range(counter, extra) == SerialRange(first, last)


@given(RANGES, RANGES)
def test_no_two_ranges_ever_share_a_serial(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = serial_range(*one), serial_range(*other)
    assert one == other or first.last < second.first or second.last < first.first


@given(RANGES, st.integers(0, 998), AGENCIES)
def test_every_owned_serial_makes_a_code(pair: tuple[int, int], step: int, agency: AgencyCode) -> None:
    owned = serial_range(*pair)
    code = DossierCode(agency, date(2026, 11, 23), owned.first + step)
    assert code.serial in owned
    assert read_dossier_code(code.official).serial in owned


@pytest.mark.parametrize(("counter", "extra"), [(-1, 0), (10, 0), (0, -1), (0, 1000)])
def test_a_counter_that_does_not_exist_owns_nothing(counter: int, extra: int) -> None:
    with pytest.raises(BadValue):
        serial_range(counter, extra)


@given(RANGES)
def test_the_warning_comes_at_nine_tenths(pair: tuple[int, int]) -> None:
    owned = serial_range(*pair)
    used = owned.warns_at - owned.first + 1
    assert owned.size == 999
    assert (used - 1) / owned.size < 0.9 <= used / owned.size


def test_counter_two_is_warned_with_its_nine_hundredth_number() -> None:
    assert serial_range(2).warns_at == 2900
    assert 2999 in serial_range(2)
    assert 3000 not in serial_range(2)
    assert 2000 not in serial_range(2)
