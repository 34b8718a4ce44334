"""What a scanned text is, and what is made of a damaged one."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.devices.scanner import Misread, MisreadHint, Scan, ScanKind, read_scan
from onestop_desk.devices.scanner.keyboard import FRENCH, GERMAN, VIETNAMESE, from_vietnamese
from onestop_desk.domain.identity import Doubt

TODAY = date(2026, 11, 23)
CODE = "H31.20.11-261123-0034"
COMPACT = "H3120112611230034"
OLD_CODE = "000.17.22.H56-210531-0001"
NUMBER = "034200012345"
CARD = "034200012345||Nguyễn Văn Mẫu|15082000|Nam|Thôn 1, Xã Mẫu, Tỉnh Hưng Yên|01012024"
PLAIN_CARD = "034200012345||Nguyen Van Mau|15082000|Nam|Thon 1, Xa Mau|01012024"
ADDRESS = "https://dichvucong.hungyen.gov.vn/tra-cuu/"
KNOWN = {CODE, COMPACT, OLD_CODE}


def read(raw: str, known: set[str] | None = None, prefix: str = "") -> Scan | Misread:
    codes = KNOWN if known is None else known
    return read_scan(raw, exists=codes.__contains__, today=TODAY, lookup_prefix=prefix)


def understood(raw: str, known: set[str] | None = None, prefix: str = "") -> Scan:
    result = read(raw, known, prefix)
    assert isinstance(result, Scan), result
    return result


def typed_on(layout: dict[str, str], text: str) -> str:
    """Type the keys of `text` on a keyboard set to another layout."""
    keys = {us: sign for sign, us in reversed(layout.items())}
    return "".join(keys.get(sign, sign) for sign in text)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (CODE, ScanKind.DOSSIER),
        (OLD_CODE, ScanKind.DOSSIER),
        ("G09.01.02-261123-1234567", ScanKind.DOSSIER),
        (COMPACT, ScanKind.COMPACT),
        ("0001722H562105310001", ScanKind.COMPACT),
        (CARD, ScanKind.CARD),
        (NUMBER, ScanKind.CITIZEN_NUMBER),
    ],
)
def test_each_kind_is_recognised_as_it_stands(raw: str, kind: ScanKind) -> None:
    scan = understood(raw, known=set())
    assert (scan.kind, scan.text, scan.repaired, scan.raw) == (kind, raw, (), raw)


def test_a_card_is_read_into_its_fields() -> None:
    card = understood(CARD).card
    assert card is not None
    assert (card.number, card.name, card.birth, card.can_verify) == (
        NUMBER,
        "Nguyễn Văn Mẫu",
        date(2000, 8, 15),
        True,
    )


def test_a_well_formed_code_of_another_desk_is_a_scan_although_nobody_here_knows_it() -> None:
    assert understood("H31.20.99-261123-0001", known=set()).code == "H31.20.99-261123-0001"


@pytest.mark.parametrize(
    "raw",
    [
        "\x02" + CODE,
        "]C1" + CODE,
        "]Q3" + CODE,
        "\x02]C1" + CODE + "\x03",
        CODE + "\r\n",
        CODE + "\t",
        "\ufeff" + CODE,
        "H31.20.11\x00-261123\x1b-00\x1d34",
        "\u202eH31.20.11-\u200b261123-0034\u202c",
    ],
)
def test_what_a_scanner_adds_is_stripped_without_asking(raw: str) -> None:
    scan = understood(raw, known=set())
    assert (scan.code, scan.repaired, scan.raw) == (CODE, (), raw)


def test_the_address_in_front_of_our_own_code_is_taken_off() -> None:
    assert understood(ADDRESS + CODE, prefix=ADDRESS).code == CODE


@pytest.mark.parametrize("raw", [ADDRESS + CODE, "https://example.vn/tra-cuu/" + CODE, ADDRESS, CODE + "/../x"])
def test_any_other_address_is_unknown(raw: str) -> None:
    assert read(raw, prefix="https://dichvucong.gov.vn/") == Misread(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "8934567890123",
        "885909950805",
        "WIFI:T:WPA;S:Nha Mau;P:12345678;;",
        "https://example.vn",
        "IDVNM2000123457034200012345<<0",
        "H31.20.11-261123-0034 🙂",
        "H31.20.11-261332-0034",
        "０３４２０００１２３４５",
        "٠٣٤٢٠٠٠١٢٣٤٥",
        "03420001234²",
        "H31.20.11-２６１１２３-0034",
        "x" * 40,
    ],
)
def test_anything_else_is_an_unknown_code(raw: str) -> None:
    assert read(raw) == Misread(raw, MisreadHint.UNKNOWN)


def test_more_than_512_characters_are_refused_unread() -> None:
    assert read("8" * 600) == Misread("8" * 512, MisreadHint.TOO_LONG)


@pytest.mark.parametrize(
    ("raw", "repair"),
    [
        (CODE.lower(), "upper_case"),
        (OLD_CODE.lower(), "upper_case"),
        (COMPACT.lower(), "upper_case"),
        (CODE.replace("-", "–"), "dashes"),
        (CODE.lower().replace("-", "—"), "dashes"),
        (typed_on(VIETNAMESE, CODE), "layout_vi"),
        (typed_on(VIETNAMESE, CODE).swapcase(), "layout_vi"),
        (typed_on(VIETNAMESE, COMPACT), "layout_vi"),
        (unicodedata.normalize("NFC", typed_on(VIETNAMESE, CODE)), "layout_vi"),
        (typed_on(FRENCH, CODE), "layout_fr"),
        (typed_on(FRENCH, CODE.lower()), "layout_fr"),
        (typed_on(FRENCH, OLD_CODE), "layout_fr"),
        (typed_on(FRENCH, "]C1" + CODE), "layout_fr"),
        (typed_on(GERMAN, CODE), "layout_de"),
        (typed_on(GERMAN, CODE.lower()), "layout_de"),
    ],
)
def test_a_known_dossier_is_found_behind_the_keyboards_state(raw: str, repair: str) -> None:
    scan = understood(raw)
    assert (scan.code in KNOWN, scan.repaired, scan.raw) == (True, (repair,), raw)


def test_the_keys_of_other_layouts_are_what_people_see_on_them() -> None:
    assert typed_on(VIETNAMESE, "1234567890") == "ăâêô\u0300\u0309\u0303\u0301\u0323đ"
    assert from_vietnamese("ếệ\u0301") == "38398"
    assert typed_on(FRENCH, "1234567890") == "&é\"'(-è_çà"
    assert typed_on(FRENCH, "H31.20-45") == "H\"&:éà)'("
    assert typed_on(GERMAN, CODE) == "H31.20.11ß261123ß0034"


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        (CODE.lower(), MisreadHint.CAPS_LOCK),
        (typed_on(VIETNAMESE, CODE), MisreadHint.LAYOUT),
        (typed_on(FRENCH, CODE), MisreadHint.LAYOUT),
        (typed_on(GERMAN, CODE), MisreadHint.LAYOUT),
    ],
)
def test_a_repair_that_nobody_can_confirm_is_refused_with_its_likely_cause(raw: str, hint: MisreadHint) -> None:
    assert read(raw, known=set()) == Misread(raw, hint)


def test_a_card_that_can_be_read_in_two_ways_is_not_read_at_all() -> None:
    """Without its sex field nothing says whether Caps Lock was on as well."""
    raw = typed_on(FRENCH, PLAIN_CARD.replace("Nam", ""))
    assert read(raw) == Misread(raw, MisreadHint.AMBIGUOUS)


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (typed_on(VIETNAMESE, NUMBER), NUMBER),
        (typed_on(FRENCH, NUMBER), NUMBER),
    ],
)
def test_a_citizens_number_is_found_behind_a_layout(raw: str, number: str) -> None:
    scan = understood(raw)
    assert (scan.kind, scan.text, len(scan.repaired)) == (ScanKind.CITIZEN_NUMBER, number, 1)


@pytest.mark.parametrize(
    ("raw", "repair"),
    [
        (CARD.swapcase(), "caps_lock"),
        (typed_on(VIETNAMESE, PLAIN_CARD), "layout_vi"),
        (typed_on(FRENCH, PLAIN_CARD), "layout_fr"),
        (typed_on(GERMAN, PLAIN_CARD), "layout_de"),
        (typed_on(FRENCH, PLAIN_CARD.swapcase()), "layout_fr"),
    ],
)
def test_a_card_is_repaired_whole_and_says_so(raw: str, repair: str) -> None:
    scan = understood(raw)
    assert scan.card is not None
    assert (scan.card.number, scan.card.birth, scan.repaired) == (NUMBER, date(2000, 8, 15), (repair,))
    assert scan.card.name in {"Nguyễn Văn Mẫu", "Nguyen Van Mau"}


def test_a_card_keeps_its_words_under_the_vietnamese_layout() -> None:
    digits, rest = CARD.split("|", 1)
    raw = typed_on(VIETNAMESE, digits) + "|" + rest
    card = understood(raw).card
    assert card is not None
    assert (card.number, card.name, card.address) == (NUMBER, "Nguyễn Văn Mẫu", "Thôn 1, Xã Mẫu, Tỉnh Hưng Yên")


def test_a_damaged_name_on_a_card_is_marked() -> None:
    card = understood(CARD.replace("Nguyễn", "Nguy?n")).card
    assert card is not None
    assert card.doubts == (Doubt.NAME_DAMAGED,)


@pytest.mark.parametrize(
    ("prefix", "raw"),
    [
        ("https://lookup.vn/", "https://lôkup.vn/"),
        ("https://tra.vn/maso/", "https://tra.vn/máo/"),
        ("https://tra.vn/mas/", "https://tra.vn/má/"),
        ("https://tra.vn/ddi/", "https://tra.vn/đi/"),
        ("https://tra.vn/a1/", "https://tra.vn/á/"),
        ("https://tra.vn/o6/", "https://tra.vn/ô/"),
        ("https://TRA.vn/OO/", "https://TRA.vn/Ô/"),
    ],
)
def test_the_marks_that_telex_and_vni_set_in_the_address_are_undone(prefix: str, raw: str) -> None:
    scan = understood(raw + CODE, prefix=prefix)
    assert (scan.code, scan.repaired) == (CODE, ("input_method",))


texts = st.text(alphabet=st.sampled_from("HhGg0123456789.-–|ß:;)(àéêăđ\u0300\u0323'\"&_ "), max_size=40)


@given(texts)
def test_nothing_repaired_is_ever_a_dossier_that_is_not_here(raw: str) -> None:
    result = read(raw, known=set())
    assert isinstance(result, Misread) or not (result.repaired and result.code)


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(raw: str) -> None:
    assert isinstance(read(raw), Scan | Misread)
