"""Procedures: which limit and fee a form gets, and what the office's own entry does to the published one."""

from dataclasses import replace

import pytest

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import (
    NO_LIMIT,
    AdaptationDropped,
    Procedure,
    ProcedureAdapted,
    ProcedureFee,
    ProcedureLimit,
    ProcedurePublished,
    ProcedureRetired,
    fee_for,
    fold_catalogue,
    limit_for,
)

DIRECT, POST, ONLINE = Channel.DIRECT, Channel.POST, Channel.ONLINE
LAND = Procedure(
    "1.012345",
    "Đăng ký đất đai",
    "Đất đai",
    limits=(
        ProcedureLimit(27, Unit.WORKING_DAY, DIRECT),
        ProcedureLimit(20, Unit.WORKING_DAY, POST),
        ProcedureLimit(17, Unit.WORKING_DAY, ONLINE),
        ProcedureLimit(10, Unit.WORKING_DAY, None, "Hộ nghèo"),
        ProcedureLimit(8, Unit.WORKING_DAY, ONLINE, "Hộ nghèo"),
    ),
    fees=(ProcedureFee(50_000), ProcedureFee(25_000, ONLINE), ProcedureFee(0, None, "Hộ nghèo")),
)


@pytest.mark.parametrize(
    ("channel", "case", "days"),
    [(DIRECT, None, 27), (POST, None, 20), (ONLINE, None, 17), (ONLINE, "Hộ nghèo", 8), (POST, "Khác", 20)],
)
def test_limits_are_chosen_by_channel_and_case(channel: Channel, case: str | None, days: int) -> None:
    assert limit_for(LAND, channel, case).value == days


def test_a_channel_without_a_limit_of_its_own_takes_the_direct_one() -> None:
    procedure = replace(LAND, limits=LAND.limits[:1])
    assert limit_for(procedure, ONLINE).value == 27


def test_no_limit_at_all_is_no_promise() -> None:
    assert limit_for(replace(LAND, limits=()), DIRECT) == NO_LIMIT


@pytest.mark.parametrize(
    ("channel", "case", "amount"),
    [(DIRECT, None, 50_000), (ONLINE, None, 25_000), (DIRECT, "Hộ nghèo", 0), (ONLINE, "Hộ nghèo", 0)],
)
def test_fees_are_chosen_by_case_then_channel(channel: Channel, case: str | None, amount: int) -> None:
    fee = fee_for(LAND, channel, case)
    assert fee is not None
    assert fee.amount == amount


def test_a_procedure_without_fees_has_none() -> None:
    assert fee_for(replace(LAND, fees=()), DIRECT) is None


@pytest.mark.parametrize(("value", "statutory", "cut"), [(3, 5, 40.0), (5, 5, 0.0), (5, None, 0.0)])
def test_the_cut_is_a_share_of_the_statutory_limit(value: int, statutory: int | None, cut: float) -> None:
    assert ProcedureLimit(value, Unit.WORKING_DAY, statutory=statutory).cut_percent == cut


def test_the_offices_own_entry_survives_a_new_publication() -> None:
    own = replace(LAND, limits=(ProcedureLimit(5, Unit.WORKING_DAY),))
    newer = replace(LAND, name="Đăng ký đất đai, tài sản")
    entry = fold_catalogue([ProcedurePublished(LAND), ProcedureAdapted(own), ProcedurePublished(newer)])
    assert (entry.procedure, entry.published) == (own, newer)


def test_a_dropped_adaptation_shows_the_published_entry_again_where_there_is_one() -> None:
    own = replace(LAND, name="Riêng của xã")
    published = [ProcedurePublished(LAND), ProcedureAdapted(own), AdaptationDropped()]
    assert fold_catalogue(published).procedure == LAND
    assert fold_catalogue([ProcedureAdapted(own), AdaptationDropped()]).procedure == own


def test_a_retired_procedure_is_kept_and_can_be_offered_again() -> None:
    retired = [ProcedurePublished(LAND), ProcedureRetired("bãi bỏ")]
    assert (fold_catalogue(retired).is_offered, fold_catalogue(retired).procedure) == (False, LAND)
    assert fold_catalogue([*retired, ProcedurePublished(LAND)]).is_offered


def test_cases_are_named_once_in_their_order() -> None:
    assert LAND.cases == ("Hộ nghèo",)
