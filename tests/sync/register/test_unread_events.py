"""One event that nobody can read, its hash true and accepted by the centre, stops neither a station nor the fold: it is
kept, told, and folded to nothing."""

import hashlib
import json
import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from onestop_desk.domain import plain
from onestop_desk.domain.chain import GENESIS, UnknownEvent, payload_of
from onestop_desk.domain.events import Noted, Rated, Received
from onestop_desk.domain.measures import Period
from onestop_desk.domain.office import ClerkWord
from onestop_desk.models.fault import EventUnreadable
from onestop_desk.services import centre_register, lookup, parking
from onestop_desk.services.conflict import conflicts
from onestop_desk.services.counting import counting
from onestop_desk.services.happened import happened
from onestop_desk.services.parking import parked
from onestop_desk.services.progress import take_step
from onestop_desk.services.record import dossier_entries
from onestop_desk.services.report_list import REPORTS, report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.services.upkeep import rebuild
from onestop_desk.sync import install
from onestop_desk.sync.line import Line
from onestop_desk.sync.wire import Answer, WireEvent
from onestop_desk.ui.sync_wording import parked_words
from tests.desks import a_procedure, an_owner
from tests.sync.chains import hash_of
from tests.sync.postgres import CentreDatabase
from tests.sync.register.test_register import worker
from tests.sync.station.conftest import make, one, two
from tests.sync.station.stations import AGENCY, Station

__all__ = ["make", "one", "two", "worker"]
FREE = a_procedure(fees=())
STREAM, UID = "77" * 16, "a" * 32
BY = ClerkWord("h", "H")
NOTED = b'{"by":["h","H"],"event":{"at":"2026-11-23T01:30:00Z","text":%s},"uid":"' + UID.encode() + b'"}'

CASES: dict[str, dict[str, Any]] = {
    "not UTF-8": {"payload": b"\xff\xfe"},
    "empty": {"payload": b""},
    "an empty object": {"payload": b"{}"},
    "a list": {"payload": b"[]"},
    "deep": {"payload": b"[" * 100_000},
    "half a pair": {"payload": NOTED % b'"\\ud800"'},
    "NUL": {"payload": NOTED % b'"\\u0000"'},
    "a number for a text": {"payload": NOTED % b"5"},
    "unknown kind, no JSON": {"kind": "zzz", "payload": b"\xff"},
    "unknown kind, another shape": {"kind": "zzz", "payload": b'{"v":2}'},
    "about a visit": {"subject": "visit/abc", "payload": b"{}", "kind": "guidance_given"},
    "about a clerk": {"subject": "clerk/ma", "payload": b"{}", "kind": "clerk_admitted"},
    "about a month": {"subject": f"months/{AGENCY}", "payload": b"{}", "kind": "month_closed"},
    "a rating": {"kind": "rated", "payload": NOTED % b"5"},
    "a payment": {"kind": "paid", "payload": b"[]"},
}


def _push(database: CentreDatabase, *events: WireEvent) -> Answer:
    """Send events as a station of the agency that is not this program."""
    database.add("may-la", AGENCY)
    previous, chained = GENESIS, []
    for seq, event in enumerate(events, 1):
        linked = replace(event, seq=seq)
        previous = hash_of(linked, previous)
        chained.append(replace(linked, hash=previous))
    with database.open("may-la") as centre:
        fence = centre.open_stream(AGENCY, STREAM, 9, 0).fence
        return centre.push(AGENCY, STREAM, fence, chained).answer


def _event(uid: str, **changes: Any) -> WireEvent:
    event = WireEvent(STREAM, 1, 1_764_000_000_000_000, "noted", 1, f"dossier/{uid}", NOTED % b'"x"', b"")
    return replace(event, **changes)


def _received(station: Station, uid: str, **changes: Any) -> bytes:
    (entry,) = [entry for entry in dossier_entries(station.desk, uid)[1] if isinstance(entry.event, Received)]
    payload = json.loads(payload_of("c" * 32, BY, replace(entry.event, ref="", **changes)))
    return json.dumps(payload).encode()


@pytest.mark.parametrize("name", CASES)
def test_it_stops_nobody(name: str, one: Station, two: Station, database: CentreDatabase, worker: Line) -> None:
    made = one.accept(procedure=FREE)
    one.round()
    two.round()
    assert _push(database, _event(made.uid, **CASES[name])) is Answer.OK
    later = one.accept(procedure=FREE)
    one.round()
    two.round()
    assert one.digest == two.digest, "kept byte for byte, in the chain and in the digest"
    assert lookup.by_code(two.desk, later.code) != ()
    assert one.projections() == two.projections()
    take_step(two.desk, made.uid, Noted(two.clock(), "gọi lại"))
    two.round()
    for station in (one, two):
        assert station.is_sound()
        rebuild(station.desk)
        assert station.is_sound()
        _read_everything(station, made.uid)
        (line,) = parked(station.desk)
        assert database.run(f"SELECT pos FROM sy.event WHERE stream = decode('{line.stream}', 'hex')") == [(line.pos,)]
        assert str(line.pos) in parked_words([line])
    _folds_at_the_centre(worker, database, later.code)


def _folds_at_the_centre(worker: Line, database: CentreDatabase, code: str) -> None:
    assert centre_register.fold_once(worker).events
    assert [found.code for found in centre_register.find(worker, code)] == [code]
    told = install.status(database.owner_url)
    assert [one.behind for one in told.agencies] == [0]
    (incident,) = told.incidents
    assert (incident.kind, incident.station, incident.agency) == ("UNREAD", "may-la", AGENCY)


def _read_everything(station: Station, uid: str) -> None:
    """Read what looks through the log."""
    desk, now = station.desk, station.clock()
    assert lookup.dossier_card(desk, uid).state.set_aside == ()
    assert conflicts(desk) == ()
    period = Period(now.date() - timedelta(days=2), now.date() + timedelta(days=2))
    for table in REPORTS:
        report(desk, table, ReportAsk(period))
    with counting(desk) as scope:
        assert happened(scope, (Rated,), period) == []
        assert all(scope.log(uid))


def test_a_moment_beyond_any_calendar_is_refused_at_the_door(one: Station, database: CentreDatabase) -> None:
    made = one.accept(procedure=FREE)
    one.round()
    assert _push(database, _event(made.uid, at_us=2**62)) is Answer.BADHASH
    with database.open("may-la") as centre:
        fence = centre.open_stream(AGENCY, "78" * 16, 8, 0).fence
        event = _event(made.uid, stream="78" * 16, at_us=-(2**62))
        assert centre.push(AGENCY, "78" * 16, fence, [replace(event, hash=hash_of(event, GENESIS))]).answer == "BADHASH"


def test_one_that_an_older_centre_took_stops_nobody(
    one: Station, two: Station, database: CentreDatabase, worker: Line
) -> None:
    made = one.accept(procedure=FREE)
    one.round()
    event = _event(made.uid, at_us=2**62, subject="\x01" + "x" * 16)
    hashed = hash_of(event, GENESIS)
    (head,) = database.run(f"SELECT head_pos, digest FROM sy.agency_head WHERE agency = '{AGENCY}'")
    digest = hashlib.sha256(bytes(head[1]) + hashed).hexdigest()
    assert _push(database, _event(made.uid)) is Answer.OK
    hash_sql, digest_sql = f"hash = decode('{hashed.hex()}', 'hex')", f"digest = decode('{digest}', 'hex')"
    database.run(
        f"UPDATE sy.event SET at_us = {event.at_us}, subject = E'\\x01' || repeat('x', 16), "
        f"{hash_sql}, {digest_sql} WHERE stream = decode('{STREAM}', 'hex')"
    )
    database.run(f"UPDATE sy.agency_head SET {digest_sql} WHERE agency = '{AGENCY}'")
    two.round()
    one.round()
    assert one.digest == two.digest
    assert one.is_sound()
    assert centre_register.fold_once(worker).events


def test_what_this_program_learns_to_read_is_folded_once_it_has_learnt(
    one: Station, two: Station, database: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later program may know more values of a field: what is unread today is a dossier tomorrow."""
    made = one.accept(procedure=FREE)
    one.round()
    with monkeypatch.context() as earlier:
        readers = dict(plain._READERS)
        readers[Received] = _refusing
        earlier.setattr(plain, "_READERS", readers)
        two.round()
        assert lookup.by_code(two.desk, made.code) == ()
        assert "không đọc được" in parked_words(parked(two.desk))
        two.round()
    two.round()
    assert lookup.by_code(two.desk, made.code) == (), "tried once by each program"
    monkeypatch.setattr(parking, "__version__", "0.2.0")
    two.round()
    assert lookup.by_code(two.desk, made.code) != ()
    assert parked(two.desk) == ()
    assert two.is_sound()


def _refusing(_data: object) -> object:
    raise ValueError("a value of tomorrow")


def test_what_the_centre_cannot_store_is_passed_over_alone_and_told(
    one: Station, database: CentreDatabase, worker: Line
) -> None:
    made = one.accept(procedure=FREE)
    one.round()
    received = _event("d" * 32, kind="received", payload=_received(one, made.uid, counter=2**40))
    assert _push(database, received) is Answer.OK
    later = one.accept(procedure=FREE)
    one.round()
    centre_register.fold_once(worker)
    assert [len(centre_register.find(worker, code)) for code in (made.code, later.code)] == [1, 1]
    assert [one.kind for one in install.status(database.owner_url).incidents] == ["UNSTORED"]
    take_step(one.desk, later.uid, Noted(one.clock(), "x"))
    one.round()
    assert centre_register.fold_once(worker).events == 1


def test_a_name_of_one_endless_word_is_found_by_its_beginning(
    one: Station, worker: Line, database: CentreDatabase
) -> None:
    endless = "Abbb" + "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=9_000))  # no index packs it
    made = one.accept(procedure=FREE, owner=an_owner(name=endless))
    one.round()
    centre_register.fold_once(worker)
    assert [found.code for found in centre_register.find(worker, "abbb")] == [made.code]
    assert install.status(database.owner_url).incidents == ()


def test_an_altered_event_is_damage_and_not_parked(one: Station) -> None:
    made = one.accept(procedure=FREE)
    with one.desk.database.writing() as connection:
        connection.exec_driver_sql("UPDATE event SET payload = x'7b7d' WHERE kind = 'received'")
    one.desk._kept.clear()
    with pytest.raises(EventUnreadable):
        dossier_entries(one.desk, made.uid)
    assert not one.is_sound()


def test_an_unread_event_is_no_event_of_any_kind(one: Station, two: Station, database: CentreDatabase) -> None:
    made = one.accept(procedure=FREE)
    one.round()
    _push(database, _event(made.uid, payload=b"{}"))
    two.round()
    (*_, last) = dossier_entries(two.desk, made.uid)[1]
    assert isinstance(last.event, UnknownEvent)
