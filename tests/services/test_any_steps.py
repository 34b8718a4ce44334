"""Any sequence of lawful and unlawful steps: the service refuses exactly what the table forbids and loses nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onestop_desk.domain.application import GivenPaper
from onestop_desk.domain.dossier import is_lawful
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.events import (
    Extended,
    Finished,
    HandedOver,
    HandOverDeclined,
    Noted,
    Notified,
    PaymentRequested,
    Rated,
    Refused,
    Returned,
    ReturnRecalled,
    StepDone,
    Stopped,
    SupplementRequested,
    TakenOver,
    Withdrawn,
)
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import accept
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.step import Correction, Payment, Step, Supplement, event_kind
from onestop_desk.services.upkeep import check, rebuild
from tests.desks import MONDAY_MORNING, SettableClock, an_application, open_new_desk

AT = MONDAY_MORNING
STEPS: tuple[Step, ...] = (
    HandedOver(AT, "Tư pháp"),
    TakenOver(AT, "lan"),
    HandOverDeclined(AT, "thiếu"),
    StepDone(AT, "Thẩm định"),
    SupplementRequested(AT, ("Ảnh",), "mờ"),
    Supplement(AT, (GivenPaper("Ảnh"),)),
    PaymentRequested(AT, 50_000),
    Payment(AT, 8_000, "tiền mặt"),
    Extended(AT, AT + timedelta(days=30), "chờ"),
    Finished(AT, ("Giấy",)),
    Notified(AT, "tin nhắn"),
    Returned(AT),
    ReturnRecalled(AT, "nhầm"),
    Withdrawn(AT, "thôi"),
    Stopped(AT, "quá hạn"),
    Refused(AT, "không đủ"),
    Correction(AT, "owner.phone", "0987654321", "đổi"),
    Rated(AT, 2),
    Noted(AT, "gọi lại"),
)
_FORMS = iter(range(10**6))


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give one desk on which all examples work."""
    folder: Path = tmp_path_factory.mktemp("any") / "data"
    desk = open_new_desk(folder, clock=SettableClock())
    desk.clerk = type(desk.clerk)("", "onestop-desk")
    yield desk
    desk.close()


@settings(max_examples=60)
@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=10))
def test_what_the_table_allows_is_recorded_and_nothing_else(used: Desk, steps: list[Step]) -> None:
    uid = accept(used, an_application(f"any-{next(_FORMS)}")).uid
    recorded = 1
    for step in steps:
        before = dossier_entries(used, uid)[0]
        allowed = is_lawful(before.stage, object.__new__(event_kind(step)))
        try:
            after = take_step(used, uid, step).state
        except DeskError:
            assert dossier_entries(used, uid)[0] == before, "a refused step changes nothing"
            assert not allowed or isinstance(step, Extended), "only an apology is bound by more than the table"
            continue
        assert allowed
        recorded += 1
        assert after == dossier_entries(used, uid)[0]
    state, entries = dossier_entries(used, uid)
    assert len(entries) == recorded
    assert state.set_aside == ()


def test_after_all_of_it_the_register_is_whole(used: Desk) -> None:
    assert check(used).findings == ()
    rebuild(used)
    assert check(used).findings == ()
