"""Registering: one form, one number, one promise, also when things go wrong."""

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from onestop_desk.documents.filling import fee_words
from onestop_desk.domain.application import Channel, Charge, GivenPaper, ReturnWay
from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import ProcedureFee, ProcedureLimit
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.dossier import Stage, fold
from onestop_desk.domain.errors import BadValue
from onestop_desk.services.desk import Desk, open_desk
from onestop_desk.services.fault import (
    ClockMoved,
    CodeTaken,
    DueNeedsReason,
    PapersMissing,
    SerialsUsedUp,
)
from onestop_desk.services.intake import Application, accept, prepare
from onestop_desk.services.opening import grant_range
from onestop_desk.services.record import dossier_entries, entries_about, record_new_dossiers
from tests.desks import SettableClock, a_procedure, an_application, an_owner, open_new_desk


def _events(desk: Desk, uid: str) -> list[object]:
    with desk.reading() as connection:
        return [entry.event for entry in entries_about(connection, f"dossier/{uid}")]


def test_a_dossier_gets_the_counters_first_number_and_the_right_promise(desk: Desk) -> None:
    accepted = accept(desk, an_application())
    assert accepted.code == "H31.20.11-261123-2001"
    # Tue 24/11 is off, so three working days after Monday end on Friday.
    assert accepted.due.due_at == datetime(2026, 11, 27, 8, 30, tzinfo=VIETNAM)


def test_the_log_says_who_received_it(desk: Desk) -> None:
    uid = accept(desk, an_application()).uid
    with desk.reading() as connection:
        (entry,) = entries_about(connection, f"dossier/{uid}")
    assert (entry.by.login, entry.by.name, entry.stream) == ("hoa", "Nguyễn Thị Hoa", desk.stream)


def test_numbers_follow_one_another_and_start_anew_the_next_day(desk: Desk, clock: SettableClock) -> None:
    codes = [accept(desk, an_application(f"f{n}")).code for n in range(2)]
    clock.forward(days=1)
    codes.append(accept(desk, an_application("f3")).code)
    assert codes == ["H31.20.11-261123-2001", "H31.20.11-261123-2002", "H31.20.11-261124-2001"]


def test_the_same_form_saved_twice_is_one_dossier(desk: Desk) -> None:
    first = accept(desk, an_application())
    again = accept(desk, an_application())
    assert (again.uid, again.code, again.is_new) == (first.uid, first.code, False)
    assert len(_events(desk, first.uid)) == 1


def test_two_threads_with_many_forms_share_no_number(desk: Desk) -> None:
    codes: list[str] = []

    def work(name: str) -> None:
        codes.extend(accept(desk, an_application(f"{name}{n}")).code for n in range(50))

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(codes) == len(set(codes)) == 100


def test_two_offline_counters_with_999_registrations_each_share_no_code(tmp_path: Path) -> None:
    codes: set[str] = set()
    for counter in (1, 2):
        desk = open_new_desk(tmp_path / str(counter), counter)
        with desk.writing() as writing:
            made = [prepare(writing, desk, an_application(f"{counter}-{n}")) for n in range(999)]
            record_new_dossiers(writing, desk, [(each.uid, each.event) for each in made])
        codes |= {each.event.code for each in made}
        desk.close()
    assert len(codes) == 1998


def test_a_used_up_range_is_said_and_a_granted_one_goes_on(desk: Desk) -> None:
    _use_up_to(desk, 998)
    last = accept(desk, an_application("last"))
    assert (DossierCode.parse(last.code).serial, last.serials_left) == (2999, 0)
    with pytest.raises(SerialsUsedUp):
        accept(desk, an_application("one too many"))
    grant_range(desk, 1, "đông người")
    assert DossierCode.parse(accept(desk, an_application("one too many")).code).serial == 12001


def test_the_last_tenth_of_a_range_is_said(desk: Desk) -> None:
    _use_up_to(desk, 897)
    lefts = [accept(desk, an_application(f"f{n}")).serials_left for n in range(4)]
    assert lefts[0] is None
    assert lefts[-1] == 999 - 901


def _use_up_to(desk: Desk, serial: int) -> None:
    code = f"{desk.state.agency}-261123-{2000 + serial}"
    accept(desk, an_application("filler", code=code, received_at=desk.clock()))


def test_a_clock_set_back_is_asked_about_and_never_doubles_a_number(desk: Desk, clock: SettableClock) -> None:
    first = accept(desk, an_application("a"))
    clock.forward(hours=-1)
    with pytest.raises(ClockMoved):
        accept(desk, an_application("b"))
    second = accept(desk, an_application("b", clock_confirmed=True))
    assert second.code != first.code


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=-365), timedelta(days=27_000)])
def test_a_jumping_clock_stops_registering_until_a_person_confirms(
    desk: Desk, clock: SettableClock, jump: timedelta
) -> None:
    accept(desk, an_application("a"))
    clock.now += jump
    with pytest.raises(ClockMoved):
        accept(desk, an_application("b"))


def test_a_year_without_a_calendar_is_named(desk: Desk, clock: SettableClock) -> None:
    clock.now = datetime(2027, 12, 30, 8, 0, tzinfo=VIETNAM)
    accepted = accept(desk, an_application(clock_confirmed=True))
    assert accepted.due.missing_years == (2028,)


def test_a_later_promise_needs_a_reason_and_a_supervisor(desk: Desk) -> None:
    later = datetime(2026, 12, 4, 16, 0, tzinfo=VIETNAM)
    with pytest.raises(DueNeedsReason):
        accept(desk, an_application(due_at=later, by_supervisor=True))
    with pytest.raises(DueNeedsReason):
        accept(desk, an_application(due_at=later, due_reason="chờ xác minh"))
    accepted = accept(desk, an_application(due_at=later, due_reason="chờ xác minh", by_supervisor=True))
    assert accepted.due.due_at == later


def test_an_earlier_promise_needs_only_a_reason(desk: Desk) -> None:
    sooner = datetime(2026, 11, 25, 16, 0, tzinfo=VIETNAM)
    assert accept(desk, an_application(due_at=sooner, due_reason="gấp")).due.due_at == sooner


def test_no_limit_means_no_promise(desk: Desk) -> None:
    assert accept(desk, an_application(procedure=a_procedure(limits=()))).due.due_at is None


def test_the_channel_chooses_the_limit(desk: Desk) -> None:
    limits = (
        ProcedureLimit(27, Unit.WORKING_DAY, Channel.DIRECT),
        ProcedureLimit(17, Unit.WORKING_DAY, Channel.ONLINE),
    )
    accepted = accept(desk, an_application(procedure=a_procedure(limits=limits), channel=Channel.ONLINE))
    assert accepted.due.limit.value == 17


def test_a_given_code_is_kept_once(desk: Desk) -> None:
    code = "000.17.22.H56-210531-0001"
    when = datetime(2021, 5, 31, 9, 0, tzinfo=VIETNAM)
    assert accept(desk, an_application("a", code=code, received_at=when)).code == code
    with pytest.raises(CodeTaken):
        accept(desk, an_application("b", code=code, received_at=when))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"owner": an_owner(name=" ")}, "owner.name"),
        ({"return_by": ReturnWay.POST}, "return_address"),
        ({"sets": 0}, "sets"),
        ({"sets": 1000}, "sets"),
        ({"papers": (GivenPaper("x"),) * 201}, "papers"),
        ({"papers": (GivenPaper("x", originals=-1),)}, "papers"),
        ({"papers": (GivenPaper("x", copies=1000),)}, "papers"),
        ({"papers": (GivenPaper(" "),)}, "papers"),
        ({"charge": Charge(-1)}, "charge"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_field(desk: Desk, change: dict[str, object], field: str) -> None:
    with pytest.raises(BadValue) as refused:
        accept(desk, an_application(**change))
    assert refused.value.field == field


def test_a_missing_required_paper_blocks_reception_and_is_named(desk: Desk) -> None:
    papers = (GivenPaper("Tờ khai", originals=0, copies=0, required=True),)
    with pytest.raises(PapersMissing) as refused:
        accept(desk, an_application(papers=papers))
    assert refused.value.names == ("Tờ khai",)


def test_what_was_accepted_is_there_after_the_program_starts_again(desk: Desk, clock: SettableClock) -> None:
    form: Application = replace(an_application(), note="x" * 20_000)
    accepted = accept(desk, form)
    desk.close()
    again = open_desk(desk.folder, clock)
    with again.reading() as connection:
        state = fold(entries_about(connection, f"dossier/{accepted.uid}"))
    again.close()
    assert (state.code, state.stage, state.owner) == (accepted.code, Stage.RECEIVED, form.owner)
    assert state.received is not None
    assert (state.received.note, state.owner.birth) == (form.note, date(2000, 8, 15))


def test_a_fee_that_the_catalogue_does_not_state_is_not_called_none(desk: Desk) -> None:
    unstated = accept(desk, an_application("a", procedure=a_procedure(fees=())))
    free = accept(desk, an_application("b", procedure=a_procedure(fees=(ProcedureFee(0),))))
    first, second = (dossier_entries(desk, one.uid)[0].charge for one in (unstated, free))
    assert (fee_words(first), fee_words(second)) == ("theo quy định của thủ tục", "không thu")
