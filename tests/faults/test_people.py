"""People are found and told apart however their names are spelled."""

from collections.abc import Iterator

import pytest

from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from tests.desks import an_application, an_owner, open_new_desk

SPELLINGS = {
    "hoà": (
        "Nguyễn Thị Hoà",
        "Nguyễn Thị Hòa",
        "NGUYỄN THỊ HOÀ",
        "Nguye\u0302\u0303n Thi\u0323 Ho\u0300a",
        "nguyen thi hoa",
    ),
    "đặng": ("Đặng Đức", "Ðặng Ðức", "Ɖặng Ɖức", "đặng đức", "DANG DUC", "Đa\u0323\u0306ng Đư\u0301c"),
    "h'hen": ("H'Hen Niê", "H’Hen Niê", "H Hen Niê", "HHen Niê", "h'hen nie", "Hʼ\u200bHen  Niê"),
    "k'brơi": ("K’Brơi", "K'Brơi", "K Brơi", "KBrơi", "k'broi"),
    "y moan": ("Y Moan", "Y  Moan", "y moan", "\u00a0Y\u00a0Moan"),
}
ASKED = [(group, spelling) for group, spelled in SPELLINGS.items() for spelling in spelled]

Registered = tuple[Desk, dict[str, set[str]]]


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registered]:
    """Give a desk where every spelling stands once, without numbers, and the dossiers of each person."""
    desk = open_new_desk(tmp_path_factory.mktemp("people") / "data")
    uids: dict[str, set[str]] = {group: set() for group in SPELLINGS}
    for group, name in ASKED:
        uids[group].add(accept(desk, an_application(name, owner=an_owner(name=name, id_number="", phone=""))).uid)
    yield desk, uids
    desk.close()


@pytest.mark.parametrize(("group", "asked"), ASKED)
def test_a_person_is_found_suggested_and_warned_about_by_any_spelling(
    registered: Registered, group: str, asked: str
) -> None:
    desk, uids = registered
    assert {line.uid for line in lookup.find(desk, asked).rows} == uids[group]
    (hint,) = lookup.suggest_people(desk, asked)
    assert hint.latest.uid in uids[group]
    twins = lookup.twins(desk, an_owner(name=asked, id_number=""), "1.004873")
    assert {line.uid for line in twins.still_open} == uids[group]


def test_the_same_number_with_another_name_is_shown_side_by_side(desk: Desk) -> None:
    accept(desk, an_application("a", owner=an_owner(name="Trần Văn Một")))
    accept(desk, an_application("b", owner=an_owner(name="Lê Thị Hai")))
    names = {line.owner_name for line in lookup.by_number(desk, "034200012345")}
    assert names == {"Trần Văn Một", "Lê Thị Hai"}
    open_ones = lookup.twins(desk, an_owner(name="Lê Thị Hai"), "1.004873").still_open
    assert {line.owner_name for line in open_ones} == names


def test_the_same_name_and_birth_with_another_number_is_a_namesake(desk: Desk) -> None:
    uid = accept(desk, an_application("a", owner=an_owner(name="Nguyễn Thị Hoà"))).uid
    other = an_owner(name="NGUYEN THI HÒA", id_number="001200099999")
    assert [line.uid for line in lookup.twins(desk, other, "1.004873").namesakes] == [uid]
    accept(desk, an_application("b", owner=other))
    hints = lookup.suggest_people(desk, "nguyen thi hoa")
    assert {hint.last_digits[-4:] for hint in hints} == {"2345", "9999"}


@pytest.mark.parametrize(
    "wild", ["%", "_", "*", '"', "'", "^", "NEAR(", "a OR b", "-a", "{a}", "owner_name:x", "", " "]
)
def test_signs_of_other_languages_find_nobody_by_accident(desk: Desk, wild: str) -> None:
    accept(desk, an_application(owner=an_owner(name="Cụ Ông")))
    assert lookup.find(desk, wild).rows == ()
    assert lookup.suggest_people(desk, wild) == ()
    assert lookup.by_number(desk, wild) == ()
