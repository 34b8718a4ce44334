"""Identity: every card is read as far as it can be, and what is doubtful is marked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.identity import (
    Card,
    Doubt,
    IdKind,
    IdNumber,
    Sex,
    citizen_number_doubts,
    normalise_phone,
    normalise_tax_code,
    read_card_qr,
    read_id_number,
    read_mrz,
)

TODAY = date(2026, 11, 23)
SAMPLE = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"
MRZ = ("IDVNM2000123457034200012345<<0", "0008154M2508153VNM<<<<<<<<<<<8", "NGUYEN<<VAN<MAU<<<<<<<<<<<<<<<")


def _with(position: int, value: str) -> Card:
    fields = SAMPLE.split("|")
    fields[position] = value
    return read_card_qr("|".join(fields), TODAY)


def test_the_sample_card_is_read_without_doubt() -> None:
    assert read_card_qr(SAMPLE, TODAY) == Card(
        number="034200012345",
        name="Nguyễn Văn Mẫu",
        birth=date(2000, 8, 15),
        sex=Sex.MALE,
        address="Thôn 1, Xã Mẫu, Tỉnh Hưng Yên",
        issued_on=date(2024, 1, 1),
    )
    assert read_card_qr(SAMPLE, TODAY).can_verify


@pytest.mark.parametrize(
    "wrapped", [f"\ufeff{SAMPLE}\r\n", f"{SAMPLE}\r", f"\x02{SAMPLE}\x00", SAMPLE.replace("|", " |\t")]
)
def test_what_surrounds_a_card_is_dropped(wrapped: str) -> None:
    assert read_card_qr(wrapped, TODAY) == read_card_qr(SAMPLE, TODAY)


def test_six_fields_are_a_card_without_issue_date() -> None:
    card = read_card_qr(SAMPLE.rpartition("|")[0], TODAY)
    assert card.issued_on is None
    assert card.can_verify


@pytest.mark.parametrize("extras", [("Hà",), ("Trần Văn A", "Lê Thị B"), ("a", "", "c", "d")])
def test_up_to_four_more_fields_are_kept(extras: tuple[str, ...]) -> None:
    card = read_card_qr("|".join([SAMPLE, *extras]), TODAY)
    assert card.extras == extras
    assert card.issued_on == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("034200012345||Nguyễn Văn Mẫu|15082000|Nam", "fields"),
        (SAMPLE + "|1|2|3|4|5", "fields"),
        ("https://example.vn/a", "fields"),
        ("", "fields"),
        (SAMPLE.replace("034200012345", "03420001234"), "number"),
        (SAMPLE.replace("034200012345", "03420001234５"), "number"),
        (SAMPLE.replace("034200012345", "03420001234²"), "number"),
        ("WIFI:S|T:WPA|P|H|x|y|z", "number"),
    ],
)
def test_what_is_no_card_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadValue) as refusal:
        read_card_qr(text, TODAY)
    assert (refusal.value.field, refusal.value.reason, refusal.value.value) == ("card", reason, "")


@pytest.mark.parametrize(
    ("position", "value", "doubt"),
    [
        (1, "12345", Doubt.OLD_NUMBER_UNREADABLE),
        (2, "NGUY?N V?N ???NG", Doubt.NAME_DAMAGED),
        (2, "Nguyễn Văn Mẫu".encode().decode("latin-1"), Doubt.NAME_DAMAGED),
        (2, "Đinh An".encode().decode("latin-1"), Doubt.NAME_DAMAGED),
        (2, " \u00a0", Doubt.NAME_MISSING),
        (3, "31021985", Doubt.BIRTH_UNREADABLE),
        (3, "00001985", Doubt.BIRTH_UNREADABLE),
        (3, "", Doubt.BIRTH_UNREADABLE),
        (3, "15081800", Doubt.BIRTH_UNREADABLE),
        (3, "1508２000", Doubt.BIRTH_UNREADABLE),
        (3, "24112026", Doubt.BIRTH_IN_FUTURE),
        (3, "15081999", Doubt.YEAR_MISMATCH),
        (4, "Nữ", Doubt.SEX_MISMATCH),
        (4, "N?", Doubt.SEX_UNREADABLE),
        (4, "", Doubt.SEX_UNREADABLE),
        (5, "X? M?u", Doubt.ADDRESS_DAMAGED),
        (6, "32012024", Doubt.ISSUE_DATE_UNREADABLE),
        (6, "01012030", Doubt.ISSUE_DATE_IN_FUTURE),
    ],
)
def test_a_bad_field_is_marked_and_the_rest_is_used(position: int, value: str, doubt: Doubt) -> None:
    card = _with(position, value)
    assert card.doubts == (doubt,)
    assert card.number == "034200012345"
    assert not card.can_verify


@pytest.mark.parametrize("born", ["31021985", "00001985", "24112026", "abc"])
def test_a_bad_birth_leaves_the_field_empty(born: str) -> None:
    assert _with(3, born).birth is None


@pytest.mark.parametrize("issued", ["32012024", "01012030"])
def test_a_bad_issue_date_leaves_the_field_empty(issued: str) -> None:
    assert _with(6, issued).issued_on is None


def test_a_child_born_today_has_a_birth() -> None:
    card = read_card_qr("034226012345||Bé|23112026|nam|x|", TODAY)
    assert (card.birth, card.sex, card.doubts) == (TODAY, Sex.MALE, ())


@pytest.mark.parametrize(("old", "kept"), [("", ""), ("151234567", "151234567"), ("15123", "")])
def test_an_old_number_is_kept_only_where_it_is_one(old: str, kept: str) -> None:
    assert _with(1, old).old_number == kept


@pytest.mark.parametrize("prefix", ["000", "999", "034"])
def test_no_province_prefix_is_rejected(prefix: str) -> None:
    assert read_card_qr(SAMPLE.replace("034200", f"{prefix}200"), TODAY).can_verify


@pytest.mark.parametrize("name", ["H'Hen Niê", "K’Brơi", "Y Moan", "Mẫu", "Nguyễn " * 17 + "A"])
def test_unusual_names_are_read_exactly(name: str) -> None:
    card = _with(2, name)
    assert (card.name, card.can_verify) == (name, True)


@given(st.text(max_size=20), st.text(max_size=20), st.integers(1, 6), st.integers(1, 6))
def test_any_dirt_in_the_fields_is_survived(one: str, other: str, first: int, second: int) -> None:
    fields = SAMPLE.split("|")
    fields[first], fields[second] = one.replace("|", ""), other.replace("|", "")
    assert read_card_qr("|".join(fields), TODAY).number == "034200012345"


def test_the_sample_machine_zone_gives_number_birth_sex_and_expiry() -> None:
    card = read_mrz(MRZ, date(2025, 8, 15))
    assert card == Card("034200012345", birth=date(2000, 8, 15), sex=Sex.MALE, expires_on=date(2025, 8, 15))
    assert not card.can_verify


def test_an_expired_card_is_marked() -> None:
    assert read_mrz(MRZ, date(2025, 8, 16)).doubts == (Doubt.EXPIRED,)


def test_spaces_small_letters_and_empty_lines_do_not_hinder_the_machine_zone() -> None:
    assert read_mrz([" " + MRZ[0].lower(), "", MRZ[1] + "\r", MRZ[2]], TODAY) == read_mrz(MRZ, TODAY)


@pytest.mark.parametrize("place", [(0, 5), (0, 14), (0, 20), (1, 0), (1, 6), (1, 8), (1, 14), (1, 29)])
def test_one_misread_digit_is_found_by_the_check_digits(place: tuple[int, int]) -> None:
    line, column = place
    lines = list(MRZ)
    misread = "1" if lines[line][column] != "1" else "2"
    lines[line] = lines[line][:column] + misread + lines[line][column + 1 :]
    with pytest.raises(BadValue) as refusal:
        read_mrz(lines, TODAY)
    assert refusal.value.reason == "check_digit"


def _check_digit(part: str) -> str:
    """Weigh the signs 7, 3, 1 as ICAO 9303 part 3 has it; letters from A = 10, filler 0."""
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".find(sign) if sign != "<" else 0 for sign in part]
    return str(sum(value * weight for value, weight in zip(values, [7, 3, 1] * 20, strict=False)) % 10)


def _zone(number: str = "034200012345", birth: str = "000815", sex: str = "M", wrong: str = "") -> tuple[str, ...]:
    """Return a card's zone, valid to 15/8/2030; the check digit of `wrong` is off, the composite one fits it."""
    parts = {"document": "200012345", "birth": birth, "expiry": "300815"}
    signed = {name: part + _check_digit(part + "1" * (name == wrong)) for name, part in parts.items()}
    top = f"IDVNM{signed['document']}{number:<<12}<<0"
    middle = f"{signed['birth']}{sex}{signed['expiry']}VNM{'<' * 11}"
    return top, middle + _check_digit(top[5:] + signed["birth"] + signed["expiry"] + "<" * 11), MRZ[2]


@pytest.mark.parametrize(
    ("lines", "birth", "sex", "doubts"),
    [
        (_zone(), date(2000, 8, 15), Sex.MALE, ()),
        (_zone("034185012345", "850312", "F"), date(1985, 3, 12), Sex.FEMALE, ()),
        (_zone("034020012345", "200312"), date(1920, 3, 12), Sex.MALE, ()),
        (_zone(sex="<"), date(2000, 8, 15), None, (Doubt.SEX_UNREADABLE,)),
        (_zone(birth="000231"), None, Sex.MALE, (Doubt.BIRTH_UNREADABLE,)),
        (_zone(birth="<<<<<<"), None, Sex.MALE, (Doubt.BIRTH_UNREADABLE,)),
        (_zone("034226012345", "261124"), None, Sex.MALE, (Doubt.BIRTH_IN_FUTURE,)),
        (_zone(birth="850312"), date(1985, 3, 12), Sex.MALE, (Doubt.YEAR_MISMATCH,)),
        (_zone(birth="100312"), date(2010, 3, 12), Sex.MALE, (Doubt.YEAR_MISMATCH,)),
    ],
)
def test_the_number_tells_the_century_of_birth(
    lines: tuple[str, ...], birth: date | None, sex: Sex | None, doubts: tuple[Doubt, ...]
) -> None:
    card = read_mrz(lines, TODAY)
    assert (card.birth, card.sex, card.doubts) == (birth, sex, doubts)


@pytest.mark.parametrize("wrong", ["document", "birth", "expiry"])
def test_each_check_digit_is_looked_at(wrong: str) -> None:
    assert read_mrz(_zone(), TODAY).number == "034200012345"
    with pytest.raises(BadValue) as refusal:
        read_mrz(_zone(wrong=wrong), TODAY)
    assert refusal.value.reason == "check_digit"


def test_a_zone_without_a_citizen_number_is_refused() -> None:
    with pytest.raises(BadValue) as refusal:
        read_mrz(_zone("C1234567"), TODAY)
    assert refusal.value.reason == "number"


@pytest.mark.parametrize("lines", [(), MRZ[:2], (*MRZ, MRZ[2]), (MRZ[0][:-1], *MRZ[1:]), ("Đ" * 30, *MRZ[1:])])
def test_what_is_no_machine_zone_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(BadValue) as refusal:
        read_mrz(lines, TODAY)
    assert refusal.value.reason == "shape"


@pytest.mark.parametrize(
    ("number", "birth", "sex", "doubts"),
    [
        ("034200012345", date(2000, 8, 15), Sex.MALE, ()),
        ("034085012345", date(1985, 3, 12), Sex.MALE, ()),
        ("034185012345", date(1985, 3, 12), Sex.FEMALE, ()),
        ("034301012345", date(2001, 3, 12), Sex.FEMALE, ()),
        ("034085012345", date(1985, 3, 12), Sex.FEMALE, (Doubt.SEX_MISMATCH,)),
        ("034085012345", date(2085, 3, 12), Sex.MALE, (Doubt.YEAR_MISMATCH,)),
        ("034185012345", date(1986, 3, 12), Sex.MALE, (Doubt.SEX_MISMATCH, Doubt.YEAR_MISMATCH)),
        ("034085012345", None, None, ()),
        ("151234567", date(1985, 3, 12), Sex.FEMALE, ()),
    ],
)
def test_number_sex_and_year_are_compared(number: str, birth: date, sex: Sex, doubts: tuple[Doubt, ...]) -> None:
    assert citizen_number_doubts(number, birth, sex) == doubts


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" 034200012345\n", IdNumber(IdKind.CITIZEN, "034200012345")),
        ("034 200 012 345", IdNumber(IdKind.CITIZEN, "034200012345")),
        ("034.200.012.345", IdNumber(IdKind.CITIZEN, "034200012345")),
        ("151 234 567", IdNumber(IdKind.OLD, "151234567")),
        ("c1234567", IdNumber(IdKind.OTHER, "C1234567")),
        ("12/qđ-bqp", IdNumber(IdKind.OTHER, "12/QĐ-BQP")),
        ("1234567890", IdNumber(IdKind.OTHER, "1234567890")),
    ],
)
def test_an_identity_number_finds_its_kind(typed: str, expected: IdNumber) -> None:
    assert read_id_number(typed) == expected


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" \u200b", "empty"),
        ("không có", "characters"),
        ("03420001234５", "characters"),
        ("C123²", "characters"),
        ("=HYPERLINK(1)", "characters"),
        ("1" * 41, "characters"),
        ("A" * 5000 + "!", "characters"),
    ],
)
def test_what_is_no_identity_number_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(BadValue) as refusal:
        read_id_number(typed)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0912345678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(+84) 0912-345-678", "0912345678"),
        ("0912\u00a0345 678", "0912345678"),
        ("0221 3862 345", "02213862345"),
        ("+84 221 3862345", "02213862345"),
    ],
)
def test_a_phone_is_stored_one_way(typed: str, phone: str) -> None:
    assert normalise_phone(typed) == phone
    assert normalise_phone(phone) == phone


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("không có", "characters"),
        ("+1 202 555 0100", "characters"),
        ("09123４5678", "characters"),
        ("091234567", "length"),
        ("09123456789", "length"),
        ("912345678", "length"),
        ("0012345678", "length"),
    ],
)
def test_what_is_no_phone_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(BadValue) as refusal:
        normalise_phone(typed)
    assert (refusal.value.field, refusal.value.reason) == ("phone", reason)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0101234567", "0101234567"),
        ("0101234567-001", "0101234567-001"),
        ("0101234567 – 001", "0101234567-001"),
        ("0101234567001", "0101234567-001"),
        ("034200012345", "034200012345"),
    ],
)
def test_a_tax_code_is_stored_one_way(typed: str, code: str) -> None:
    assert normalise_tax_code(typed) == code
    assert normalise_tax_code(code) == code


@pytest.mark.parametrize(
    ("typed", "reason"), [("", "empty"), ("MST01", "characters"), ("010123456", "length"), ("01012345671", "length")]
)
def test_what_is_no_tax_code_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(BadValue) as refusal:
        normalise_tax_code(typed)
    assert (refusal.value.field, refusal.value.reason) == ("tax_code", reason)
