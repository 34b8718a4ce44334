"""Finding: nothing is missed, nothing is syntax, what was typed with accents comes first."""

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desk.domain.application import Party
from onestop_desk.domain.events import Corrected, Finished, HandedOver, Received, Returned
from onestop_desk.domain.text import fold
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import DossierUnknown
from onestop_desk.services.intake import Accepted, Application, accept, prepare
from onestop_desk.services.record import entries_about, record, record_new_dossiers
from onestop_desk.services.upkeep import check
from tests.desks import SettableClock, a_procedure, an_application, an_owner, open_new_desk
from tests.services.found import Everything

NAMES = (
    *("Nguyễn Thị Hoa", "Nguyễn Văn Hòa", "Nguyển Thị Hoà", "Trần Đường", "Trần Dương", "Đặng Thị Hồng Nhung"),
    *("H'Hen Niê", "K’Brơi", "Y Moan Êban", "Công ty TNHH Dịch vụ 36", "Lê Anh", "Lê Ánh", "Ngô Thị Ngọc Ánh"),
)
PHONES = ("0912345678", "0987654321", "0356000111", "")
NUMBERS = ("034200012345", "034300054321", "0109876543-001", "C1234567", "AB 12-34/5", "")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give a desk with 156 dossiers of few names and numbers, so that words meet often."""
    desk = open_new_desk(tmp_path_factory.mktemp("full") / "data")
    _accept_all(desk, [_form_of_many(desk, number) for number in range(156)])
    yield desk
    desk.close()


def _form_of_many(desk: Desk, number: int) -> Application:
    owner = Party(NAMES[number % 13], id_number=NUMBERS[number % 6], phone=PHONES[number % 4])
    helper = Party(NAMES[number % 7], id_number=NUMBERS[number % 5]) if number % 10 == 3 else None
    at = desk.clock() + timedelta(days=number // 12)
    return an_application(f"f{number}", owner=owner, submitter=helper, received_at=at)


def _accept_all(desk: Desk, forms: list[Application]) -> None:
    with desk.writing() as writing:
        prepared = [prepare(writing, desk, form) for form in forms]
        record_new_dossiers(writing, desk, [(each.uid, each.event) for each in prepared])


@pytest.fixture(scope="module")
def everything(full: Desk) -> Everything:
    """Give the first event of each of those dossiers, as a scan of all would read them."""
    with full.reading() as connection:
        uids = connection.exec_driver_sql("SELECT uid FROM dossier").scalars().all()
        return Everything(entries_about(connection, f"dossier/{uid}")[0].event for uid in uids)


def _codes(desk: Desk, query: str, limit: int = 1000) -> list[str]:
    return [line.code for line in lookup.find(desk, query, limit).rows]


def _accept(desk: Desk, ref: str, name: str = "Nguyễn Văn Mẫu", **changes: object) -> Accepted:
    return accept(desk, an_application(ref, owner=an_owner(name=name, **changes)))


_WORDS = st.sampled_from(sorted({word for name in NAMES for word in fold(name).split()}))
_PREFIXES = st.builds(lambda word, end: word[: end + 1], _WORDS, st.integers(0, 6))
_DIGITS = st.sampled_from(["34200012345", "034300054321", "0912345678", "0109876543001", "31201126112300", "2001"])
_PIECES = st.builds(lambda text, at, end: text[at : at + end], _DIGITS, st.integers(0, 9), st.integers(3, 12))
_QUERIES = st.lists(_PREFIXES | _PIECES.filter(bool), min_size=1, max_size=3, unique=True)


@given(words=_QUERIES)
def test_every_dossier_that_a_scan_of_all_would_find_is_found(
    full: Desk, words: list[str], everything: Everything
) -> None:
    # A comma keeps two numbers side by side from being read as one with a space in it.
    query = " , ".join(words)
    expected = everything.wanted(words)
    assert set(_codes(full, query)) == expected
    assert lookup.count(full, query) == len(expected)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("query", ["nguyen hoa", "NGUYỄN HÒA", "hoà nguyễn", "Nguyễn Hoá", "  Nguyển,  hoà "])
def test_a_name_is_found_in_any_accenting_order_and_spelling(
    full: Desk, query: str, form: str, everything: Everything
) -> None:
    expected = everything.wanted(["nguyen", "hoa"])
    assert set(_codes(full, unicodedata.normalize(form, query))) == expected > set()


@pytest.mark.parametrize("query", ["h'hen", "H’Hen Niê", "h hen", "HHen", "K'Broi", "kbrơi"])
def test_highland_names_are_found_however_the_apostrophe_is_written(full: Desk, query: str) -> None:
    assert _codes(full, query)


@pytest.mark.parametrize("query", ["0912 345 678", "0912.345.678", "+84 912 345 678", "0084912345678", "678", "345678"])
def test_a_phone_is_found_as_people_write_and_remember_it(full: Desk, query: str, everything: Everything) -> None:
    expected = {one.code for one in everything.received if one.owner.phone == "0912345678"}
    assert set(_codes(full, query)) >= expected > set()


@pytest.mark.parametrize("query", ["AB 12-34/5", "ab12345", "AB 12", "12-34/5", "0109876543-001", "0109876543001"])
def test_a_number_with_separators_is_found_with_and_without_them(
    full: Desk, query: str, everything: Everything
) -> None:
    wanted = "0109876543-001" if query.startswith("01") else "AB 12-34/5"
    expected = {one.code for one in everything.received if one.owner.id_number == wanted}
    assert set(_codes(full, query)) >= expected > set()


@pytest.mark.parametrize(
    "query",
    [
        "H31.20.11-261123-2001",
        "h31 20 11 261123 2001",
        "H31–20–11–261123–2001",
        "H3120112611232001",
        "261123-2001",
        "2611232001",
    ],
)
def test_a_code_is_found_official_compact_or_typed_by_hand(full: Desk, query: str) -> None:
    assert _codes(full, query)[0] == "H31.20.11-261123-2001"


@pytest.mark.parametrize("query", ["h3", "H31", "H31.20", "H31.20.11-2611", "h3120112611232", "H31 2611232001"])
def test_the_beginning_of_a_code_finds_it(full: Desk, query: str) -> None:
    assert "H31.20.11-261123-2001" in _codes(full, query)


@pytest.mark.parametrize("query", ["31202001", "3120200", "h312001", "h312611"])
def test_pieces_of_a_code_that_do_not_follow_each_other_do_not_find_it(full: Desk, query: str) -> None:
    assert _codes(full, query) == []
    assert lookup.count(full, query) == 0


def test_a_corrected_name_is_found_and_the_wrong_one_no_longer(desk: Desk) -> None:
    accepted = _accept(desk, "a", "Nguyễn Văn Sai")
    with desk.writing() as writing:
        fix = Corrected(desk.clock(), "owner.name", "Nguyễn Văn Sai", "Nguyễn Văn Đúng", "gõ nhầm")
        record(writing, desk, f"dossier/{accepted.uid}", fix)
    assert _codes(desk, "dung") == _codes(desk, accepted.code) == [accepted.code]
    assert _codes(desk, "sai") == []
    assert check(desk).findings == ()


@given(text=st.text(max_size=60) | st.text(alphabet="\"'*^%_()-+:;,.{}[]~#ab1 ANDORNEAR", max_size=60))
def test_nothing_typed_is_syntax(full: Desk, text: str) -> None:
    found = lookup.find(full, text)
    assert len(found.rows) <= 20
    lookup.suggest_people(full, text)
    lookup.by_code(full, text)
    lookup.by_number(full, text)


@pytest.mark.parametrize(
    "query", ["'; DROP TABLE--", "%", "_", '"', "*", "NEAR(", "^", '"hoa', "hoa OR", "-hoa", "a AND"]
)
def test_odd_signs_find_only_what_the_words_among_them_find(full: Desk, query: str, everything: Everything) -> None:
    words = [word for word in fold(query).split() if word]
    expected = everything.wanted(words) if words else set()
    assert set(_codes(full, query)) == expected


def test_words_as_they_are_accented_come_before_the_same_letters(desk: Desk) -> None:
    accented = [_accept(desk, f"a{n}", "Trần Văn Đường").code for n in range(3)]
    plain = [_accept(desk, f"b{n}", "Trần Văn Dương").code for n in range(3)]
    assert _codes(desk, "đường", 4) == [*accented[::-1], plain[2]]
    assert _codes(desk, "ĐƯỜNG", 4) == [*accented[::-1], plain[2]]
    assert _codes(desk, "duong", 4) == [*plain[::-1], accented[2]]


def test_an_old_dossier_with_the_accents_is_not_hidden_by_many_new_ones(desk: Desk) -> None:
    old = _accept(desk, "old", "Lê Thị Hoà").code
    _accept_all(desk, [an_application(f"n{n}", owner=an_owner(name="Lê Thị Hoa")) for n in range(60)])
    assert _codes(desk, "hòa", 5)[0] == old


def test_an_exact_code_comes_first(desk: Desk) -> None:
    first = _accept(desk, "a").code
    _accept(desk, "b", f"Công ty {first.replace('.', ' ').replace('-', ' ')}")
    assert _codes(desk, first)[0] == first


@pytest.mark.parametrize("query", ["nguyen", "nguyễn", "0912345678"])
def test_the_total_is_told_where_everything_is_shown(full: Desk, everything: Everything, query: str) -> None:
    expected = len(everything.wanted([fold(query)]))
    assert lookup.find(full, query, expected).total == lookup.count(full, query) == expected
    assert lookup.find(full, query, expected - 1).total is None
    assert len(lookup.find(full, query, expected - 1).rows) == expected - 1


def test_nothing_found_is_a_total_of_none_at_all(full: Desk) -> None:
    assert lookup.find(full, "khongcoai").total == lookup.find(full, " ").total == 0


def test_domain_words_ask_for_views(desk: Desk, clock: SettableClock) -> None:
    late = _accept(desk, "late", "Lê Thị Hoa")
    clock.forward(days=10)
    fresh = _accept(desk, "fresh", "Lê Thị Hoa")
    assert _codes(desk, "trễ") == [late.code]
    assert _codes(desk, "quá hạn hoa") == [late.code]
    assert _codes(desk, "trễ nguyen") == []
    assert _codes(desk, "đang xử lý") == [fresh.code, late.code]
    clock.forward(days=3)
    assert _codes(desk, "hẹn:homnay") == _codes(desk, "hen:homnay hoa") == []
    with desk.writing() as writing:
        record(writing, desk, f"dossier/{late.uid}", Finished(desk.clock()))
    assert _codes(desk, "có kết quả hoa") == [late.code]


def test_a_word_without_its_accents_is_a_name(desk: Desk) -> None:
    code = _accept(desk, "tre", "Nguyễn Văn Tre").code
    assert _codes(desk, "tre") == [code]


def test_dossiers_of_a_number_are_those_of_owner_and_submitter(desk: Desk) -> None:
    mine = _accept(desk, "a")
    for_me = accept(desk, an_application("b", owner=an_owner(id_number="", name="Bà Ngoại"), submitter=an_owner()))
    _accept(desk, "c", id_number="034200099999", phone="034200012345")
    assert [line.uid for line in lookup.by_number(desk, "034200012345")] == [for_me.uid, mine.uid]
    assert lookup.by_number(desk, "  ") == ()


def test_people_are_suggested_once_latest_first_as_they_were_last(desk: Desk) -> None:
    first = _accept(desk, "a", "Nguyễn Thị Hoa", id_number="034300000001", birth=date(1990, 1, 2), phone="0911111111")
    _accept(desk, "b", "Nguyễn Văn Hoan", id_number="034200000002", birth=None, phone="0922222222")
    again = _accept(desk, "c", "Nguyễn Thị Hoa", id_number="034300000001", birth=date(1990, 1, 2), phone="0933333333")
    with desk.writing() as writing:
        fix = Corrected(desk.clock(), "owner.address", "", "Thôn 9", "gõ nhầm")
        record(writing, desk, f"dossier/{again.uid}", fix)
    hints = lookup.suggest_people(desk, "hoa")
    assert [(hint.name, hint.birth_year, hint.last_digits) for hint in hints] == [
        ("Nguyễn Thị Hoa", 1990, "0001"),
        ("Nguyễn Văn Hoan", None, "0002"),
    ]
    assert (hints[0].party.phone, hints[0].party.address) == ("0933333333", "Thôn 9")
    assert lookup.suggest_people(desk, "h") == ()
    assert first.uid != again.uid


def test_people_are_suggested_by_phone_and_last_digits_not_by_code(desk: Desk) -> None:
    _accept(desk, "a", phone="0912345678", id_number="034300007777")
    assert len(lookup.suggest_people(desk, "0912345")) == len(lookup.suggest_people(desk, "7777")) == 1
    assert lookup.suggest_people(desk, "2001") == ()


def test_a_submitter_who_matches_does_not_put_the_owner_forward(desk: Desk) -> None:
    accept(desk, an_application("a", owner=an_owner(name="Bà Ngoại"), submitter=an_owner(name="Cháu Trai")))
    assert lookup.suggest_people(desk, "chau") == ()


def test_what_a_person_has_open_ends_with_the_return(desk: Desk) -> None:
    one, two = _accept(desk, "a"), _accept(desk, "b")
    with desk.writing() as writing:
        for event in (Finished(desk.clock()), Returned(desk.clock())):
            record(writing, desk, f"dossier/{one.uid}", event)
    assert [line.uid for line in lookup.open_of_person(desk, "034200012345")] == [two.uid]


def test_twins_are_the_same_request_and_the_same_person_under_another_number(desk: Desk) -> None:
    procedure = a_procedure().code
    known = _accept(desk, "a")
    same = lookup.twins(desk, an_owner(), procedure)
    assert [line.uid for line in same.still_open] == [known.uid]
    assert same.namesakes == ()
    other = lookup.twins(desk, an_owner(id_number="034200054321", name="NGUYỄN VĂN MẬU"), procedure)
    assert (other.still_open, [line.uid for line in other.namesakes]) == ((), [known.uid])
    assert lookup.twins(desk, an_owner(birth=date(1999, 1, 1), id_number="034200054321"), procedure).namesakes == ()
    with desk.writing() as writing:
        record(writing, desk, f"dossier/{known.uid}", Finished(desk.clock()))
    assert lookup.twins(desk, an_owner(), procedure).still_open == ()


def test_the_card_tells_everything_that_happened_and_where(desk: Desk, clock: SettableClock) -> None:
    uid = _accept(desk, "a").uid
    clock.forward(hours=1)
    with desk.writing() as writing:
        record(writing, desk, f"dossier/{uid}", HandedOver(desk.clock(), "Phòng Tư pháp"))
        record(writing, desk, f"dossier/{uid}", Returned(desk.clock()))
    card = lookup.dossier_card(desk, uid)
    assert [type(one.entry.event) for one in card.timeline] == [Received, HandedOver, Returned]
    assert [one.is_set_aside for one in card.timeline] == [False, False, True]
    assert {(one.agency, one.counter, one.entry.by.name) for one in card.timeline} == {
        ("H31.20.11", 2, "Nguyễn Thị Hoa")
    }
    assert (card.state.holder, card.line.needs_person) == ("Phòng Tư pháp", True)


def test_a_card_of_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(DossierUnknown):
        lookup.dossier_card(desk, "0" * 32)
