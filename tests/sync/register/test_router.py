"""The router: pages of any weight, a centre that was restored, who may speak about whose dossier, and one state of an
interlinked dossier everywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onestop_desk.domain.dossier import DossierState, Stage
from onestop_desk.domain.events import (
    ConflictDecided,
    Finished,
    HandedOver,
    Noted,
    Received,
    ReceiverKind,
    Returned,
    TakenOver,
    Verdict,
    Withdrawn,
)
from onestop_desk.services import centre_register, lookup, router
from onestop_desk.services.conflict import conflicts, decide
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries, record
from onestop_desk.services.upkeep import rebuild
from onestop_desk.sync import install
from onestop_desk.sync.line import Line
from onestop_desk.sync.wire import MOST_BYTES
from tests.desks import a_procedure, admit_hoa, an_owner
from tests.sync.postgres import CentreDatabase
from tests.sync.register.test_register import COMMUNE, PROVINCE, pair, station, worker
from tests.sync.station.stations import Station

__all__ = ["pair", "worker"]
FREE = a_procedure(fees=())
THIRD = "H31.20.12"


@pytest.fixture
def third(pair: tuple[Station, Station], database: CentreDatabase) -> Iterator[Station]:
    """Give a station of an agency that has nothing to do with the other two."""
    made = station(pair[0].folder.parent, database, THIRD, pair[0].clock)
    yield made
    made.desk.close()


def _hand_over(station: Station, uid: str, to: str) -> None:
    take_step(station.desk, uid, HandedOver(station.clock(), to, ReceiverKind.AGENCY))


def _settle(worker: Line, *stations: Station) -> None:
    """Let everybody speak until nothing moves."""
    for _ in range(6):
        moved = [one.round() for one in stations]
        if not centre_register.fold_once(worker).events and not any(one.sent or one.received for one in moved):
            return
    raise AssertionError("it never comes to rest")


def _state(station: Station, uid: str) -> DossierState:
    return dossier_entries(station.desk, uid)[0]


def _told(database: CentreDatabase) -> list[tuple[str, str, str]]:
    return [(one.agency, one.station, one.kind) for one in install.status(database.owner_url).incidents]


def test_a_page_of_any_weight_is_copied_in_batches(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, province = pair
    append, sent = router._append, list[tuple[int, str]]()

    def listened(line: Line, to: str, rows: Sequence[router.FeedRow]) -> str:
        answer = append(line, to, rows)
        sent.append((sum(len(row.payload) for row in rows), answer))
        return answer

    monkeypatch.setattr(router, "_append", listened)
    codes = []
    for _ in range(40):
        made = commune.accept(procedure=FREE, note="ấ" * 20_000)
        codes.append(made.code)
        _hand_over(commune, made.uid, PROVINCE)
    commune.round()
    assert centre_register.fold_once(worker).copies == 40
    province.round()
    assert all(lookup.by_code(province.desk, code) for code in codes)
    assert province.is_sound()
    assert _told(database) == []
    assert {answer for _, answer in sent} == {"OK"}
    assert max(size for size, _ in sent) <= MOST_BYTES < sum(size for size, _ in sent)


def test_what_is_too_large_for_any_batch_is_passed_over_alone(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune, province = pair
    small, large = commune.accept(procedure=FREE), commune.accept(procedure=FREE, note="ấ" * 20_000)
    for made in (large, small):
        _hand_over(commune, made.uid, PROVINCE)
    commune.round()
    monkeypatch.setattr(router, "MOST_BYTES", 20_000)
    assert centre_register.fold_once(worker).copies == 1
    province.round()
    assert [bool(lookup.by_code(province.desk, made.code)) for made in (large, small)] == [False, True]
    assert _told(database) == [(COMMUNE, COMMUNE, "UNROUTED")]


def test_what_the_centre_refuses_is_passed_over_alone(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase
) -> None:
    """What an older centre took and this one would not."""
    commune, province = pair
    first, second = commune.accept(procedure=FREE), commune.accept(procedure=FREE)
    for made in (first, second):
        _hand_over(commune, made.uid, PROVINCE)
    commune.round()
    database.run(
        "UPDATE sy.event SET at_us = 4611686018427387904 WHERE kind = 'handed_over' "
        f"AND subject = 'dossier/{first.uid}'"
    )
    assert centre_register.fold_once(worker).copies == 1
    province.round()
    assert [bool(lookup.by_code(province.desk, made.code)) for made in (first, second)] == [False, True]
    assert (COMMUNE, COMMUNE, "UNROUTED") in _told(database)


@pytest.fixture
def restored(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase
) -> Iterator[tuple[CentreDatabase, str]]:
    """Give a centre as of an earlier moment, and the uid of a dossier that was handed over before it; another one was
    handed over after it, and all of it reached the province."""
    commune, province = pair
    made = commune.accept(procedure=FREE)
    _hand_over(commune, made.uid, PROVINCE)
    _settle(worker, commune, province)
    worker.close()
    older = database.backed_up()
    with centre_register.open_register(database.url_of("router")) as line:
        lost = commune.accept(procedure=FREE)
        _hand_over(commune, lost.uid, PROVINCE)
        _settle(line, commune, province)
    yield older, made.uid
    older.drop()


def test_a_restored_centre_routes_on_in_new_streams(
    pair: tuple[Station, Station], third: Station, restored: tuple[CentreDatabase, str]
) -> None:
    commune, province = pair
    older, uid = restored
    install.rotate_epoch(older.owner_url)
    for one in (commune, province, third):
        one.database = older
    with centre_register.open_register(older.url_of("router")) as line:
        other = third.accept(procedure=FREE)
        _hand_over(third, other.uid, PROVINCE)
        third.round()
        centre_register.fold_once(line)
        province.round()
        assert lookup.by_code(province.desk, other.code)
        _settle(line, commune, province, third)
        take_step(province.desk, uid, Finished(province.clock(), ("Giấy",)))
        _settle(line, commune, province, third)
    assert [_state(one, uid).stage for one in pair] == [Stage.FINISHED] * 2
    for made in commune.made:
        assert len(lookup.by_code(province.desk, _state(commune, made).code)) == 1
        entries = dossier_entries(province.desk, made)[1]
        assert sum(isinstance(entry.event, HandedOver) for entry in entries) == 1
    assert province.is_sound()
    routed = older.run("SELECT count(*), count(DISTINCT (agency, uid)) FROM rg.routed")[0]
    assert routed[0] == routed[1]


def test_a_copy_in_an_earlier_stream_of_the_router_is_still_a_copy(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase
) -> None:
    """A third party's feed holds copies that the worker has not passed yet when the centre is restored."""
    commune, province = pair
    made = commune.accept(procedure=FREE)
    _hand_over(commune, made.uid, PROVINCE)
    _settle(worker, commune, province)
    install.rotate_epoch(database.owner_url)
    database.run("UPDATE rg.folded SET pos = 0")
    copies = database.run("SELECT count(*) FROM rg.routed")
    centre_register.fold_once(worker)
    assert database.run("SELECT count(*) FROM rg.routed") == copies


def test_a_stream_of_the_router_that_cannot_go_on_is_followed_by_a_new_one(
    pair: tuple[Station, Station], worker: Line, database: CentreDatabase
) -> None:
    commune, province = pair
    first, second = commune.accept(procedure=FREE), commune.accept(procedure=FREE)
    _hand_over(commune, first.uid, PROVINCE)
    _settle(worker, commune, province)
    database.run(f"UPDATE sy.stream SET is_quarantined = true WHERE agency = '{PROVINCE}' AND counter = -1")
    _hand_over(commune, second.uid, PROVINCE)
    _settle(worker, commune, province)
    assert all(lookup.by_code(province.desk, made.code) for made in (first, second))


def _speak_of(station: Station, uid: str, *events: Any) -> None:
    """Write about a dossier that this station has never seen."""
    with station.desk.writing() as writing:
        record(writing, station.desk, f"dossier/{uid}", *events)


def test_who_only_knows_a_uid_neither_writes_nor_reads(
    pair: tuple[Station, Station], third: Station, worker: Line, database: CentreDatabase
) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE, owner=an_owner(name="Hồ Thị Kín"))
    _settle(worker, commune)
    mine = third.accept(procedure=FREE)
    content = replace(_received(third, mine.uid), agency=COMMUNE)
    _speak_of(
        third,
        made.uid,
        HandedOver(third.clock(), COMMUNE, ReceiverKind.AGENCY, content=content),
        HandedOver(third.clock(), PROVINCE, ReceiverKind.AGENCY, content=content),
        Withdrawn(third.clock(), "kẻ lạ"),
    )
    _settle(worker, commune, province, third)
    assert _state(commune, made.uid).stage is Stage.RECEIVED
    take_step(commune.desk, made.uid, Noted(commune.clock(), "số điện thoại riêng"))
    _settle(worker, commune, province, third)
    assert not [entry for entry in dossier_entries(third.desk, made.uid)[1] if isinstance(entry.event, Noted)]
    assert database.run("SELECT count(*) FROM rg.party") == [(0,)]
    assert set(_told(database)) == {(THIRD, THIRD, "FOREIGN")}


def _received(station: Station, uid: str) -> Received:
    received = _state(station, uid).received
    assert received is not None
    return received


@pytest.mark.parametrize("claim", ["received", "handed over"])
def test_nobody_takes_a_dossier_over_by_claiming_its_uid(
    pair: tuple[Station, Station], third: Station, worker: Line, claim: str
) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE)
    mine = third.accept(procedure=FREE)
    claimed = _received(third, mine.uid)
    if claim == "received":
        _settle(worker, commune)
        _speak_of(third, made.uid, claimed)
    else:  # even before the origin was heard
        _speak_of(third, made.uid, HandedOver(third.clock(), PROVINCE, ReceiverKind.AGENCY, content=claimed))
        _settle(worker, third)
    _settle(worker, commune, province, third)
    (found,) = centre_register.find(worker, made.code)
    assert found.agency == COMMUNE
    _hand_over(commune, made.uid, PROVINCE)
    _settle(worker, commune, province, third)
    assert lookup.by_code(province.desk, made.code)


def test_a_dossier_whose_origin_nobody_knows_goes_nowhere(
    pair: tuple[Station, Station], third: Station, worker: Line
) -> None:
    commune, _ = pair
    content = _received(third, third.accept(procedure=FREE).uid)
    made = HandedOver(third.clock(), COMMUNE, ReceiverKind.AGENCY, content=replace(content, agency=COMMUNE))
    _speak_of(third, "e" * 32, made)
    _settle(worker, commune, third)
    assert dossier_entries(commune.desk, "e" * 32)[1] == ()


def test_a_party_may_hand_on_and_all_three_have_one_state(
    pair: tuple[Station, Station], third: Station, worker: Line
) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE)
    _hand_over(commune, made.uid, PROVINCE)
    _settle(worker, commune, province, third)
    _hand_over(province, made.uid, THIRD)
    _settle(worker, commune, province, third)
    take_step(third.desk, made.uid, TakenOver(third.clock(), "Phòng"))
    take_step(third.desk, made.uid, Finished(third.clock(), ("Giấy",)))
    _settle(worker, commune, province, third)
    states = [_state(one, made.uid) for one in (commune, province, third)]
    assert {state.stage for state in states} == {Stage.FINISHED}
    for one in (commune, province, third):
        kinds = [getattr(entry.event, "kind", "") for entry in dossier_entries(one.desk, made.uid)[1]]
        assert len(kinds) == len(set(kinds)) + (kinds.count("handed_over") - 1), "each is told once"
        assert one.is_sound()


def _at_once(
    pair: tuple[Station, Station], worker: Line, *, province_first: bool
) -> tuple[str, tuple[Station, Station]]:
    """The commune withdraws a dossier while the province, which has it, finishes it: both off line."""
    commune, province = pair
    made = commune.accept(procedure=FREE)
    _hand_over(commune, made.uid, PROVINCE)
    _settle(worker, commune, province)
    take_step(commune.desk, made.uid, Withdrawn(commune.clock(), "rút"))
    take_step(province.desk, made.uid, Finished(province.clock(), ("Giấy",)))
    if province_first:
        province.round()
        centre_register.fold_once(worker)
        commune.round()
    else:
        commune.round()
        province.round()
    return made.uid, pair


@pytest.mark.parametrize("province_first", [False, True])
def test_two_agencies_at_once_end_with_one_state(
    pair: tuple[Station, Station], worker: Line, province_first: bool
) -> None:
    uid, (commune, province) = _at_once(pair, worker, province_first=province_first)
    _settle(worker, commune, province)
    here, there = _state(commune, uid), _state(province, uid)
    stage = Stage.FINISHED if province_first else Stage.WITHDRAWN
    assert (here.stage, there.stage) == (stage, stage), "the origin's feed decides"
    assert here.set_aside == there.set_aside != ()
    assert centre_register.find(worker, here.code)[0].stage == stage
    cards = [conflicts(one.desk) for one in (commune, province)]
    assert [card.late.entry.event for (card,) in cards] == [cards[0][0].late.entry.event] * 2
    for one in (commune, province):
        rebuild(one.desk)
        assert one.is_sound()
        assert [row["stage"] for row in one.projections()["dossier"]] == [int(stage)]


@pytest.mark.parametrize("who", [0, 1])
def test_the_verdict_of_either_side_closes_the_card_at_both(
    pair: tuple[Station, Station], worker: Line, who: int
) -> None:
    uid, both = _at_once(pair, worker, province_first=False)
    _settle(worker, *both)
    (card,) = conflicts(both[who].desk)
    admit_hoa(both[who].desk)
    decide(both[who].desk, uid, (card.doubt.uid,), Verdict.STANDS, "đã gọi hai bên")
    _settle(worker, *both)
    for one in both:
        assert conflicts(one.desk) == ()
        assert _state(one, uid).set_aside == ()
        assert sum(isinstance(entry.event, ConflictDecided) for entry in dossier_entries(one.desk, uid)[1]) == 1


def test_the_card_names_the_counter_that_wrote(pair: tuple[Station, Station], worker: Line) -> None:
    _, both = _at_once(pair, worker, province_first=False)
    _settle(worker, *both)
    (card,) = conflicts(both[1].desk)
    assert (card.late.agency, card.late.counter) == (PROVINCE, 1), "what is folded is the copy that came back"
    assert card.late.entry.by.name == "Nguyễn Thị Hoa"


def test_on_the_way_the_receiver_folds_the_origin_first_and_its_own_word_last(
    pair: tuple[Station, Station], worker: Line
) -> None:
    """The origin's withdrawal has come, what the province wrote is in its own feed and not yet at the origin's."""
    uid, (commune, province) = _at_once(pair, worker, province_first=False)
    assert centre_register._fold_page(worker, COMMUNE).copies == 1
    province.round()
    assert _state(province, uid).stage is Stage.WITHDRAWN
    assert [doubt.kind for doubt in _state(province, uid).set_aside] == ["finished"]
    assert province.is_sound()
    _settle(worker, commune, province)
    assert _state(province, uid).stage is Stage.WITHDRAWN


def test_a_long_exchange_reads_the_same_everywhere(pair: tuple[Station, Station], worker: Line) -> None:
    commune, province = pair
    made = commune.accept(procedure=FREE)
    _hand_over(commune, made.uid, PROVINCE)
    _settle(worker, commune, province)
    for number in range(4):
        take_step(commune.desk, made.uid, Noted(commune.clock(), f"xã {number}"))
        take_step(province.desk, made.uid, Noted(province.clock(), f"tỉnh {number}"))
        (commune if number % 2 else province).round()
        centre_register.fold_once(worker)
    take_step(province.desk, made.uid, Finished(province.clock(), ("Giấy",)))
    _settle(worker, commune, province)
    take_step(commune.desk, made.uid, Returned(commune.clock()))
    _settle(worker, commune, province)
    told = [
        [entry.uid for entry in dossier_entries(one.desk, made.uid)[1] if not isinstance(entry.event, Received)]
        for one in pair
    ]
    assert told[0] == told[1]
    assert _state(province, made.uid).stage is Stage.RETURNED


def test_a_second_settling_moves_nothing(pair: tuple[Station, Station], worker: Line, tmp_path: Path) -> None:
    _, both = _at_once(pair, worker, province_first=True)
    _settle(worker, *both)
    assert centre_register.fold_once(worker).events == 0
    assert [(done.sent, done.received) for done in (one.round() for one in both)] == [(0, 0)] * 2
