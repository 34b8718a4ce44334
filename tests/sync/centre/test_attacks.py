"""A station that does not keep to the rules: the database itself refuses, whatever the program says."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from onestop_desk.sync import install, login
from onestop_desk.sync.centre import Centre
from onestop_desk.sync.fault import CentreBusy, CentreRefused, LineLost
from onestop_desk.sync.line import faults_named
from onestop_desk.sync.wire import Answer
from tests.sync.chains import OTHER, STREAM, chain, hash_of
from tests.sync.postgres import CentreDatabase

MINE, THEIRS = "H31.20.11", "H31.20.12"
YEAR_2 = -62_104_060_800_000_000
"""The earliest moment that an event may name, in microseconds since 1970."""


@pytest.fixture
def filled(database: CentreDatabase) -> Iterator[CentreDatabase]:
    """Give a centre with a station in each of two agencies, both with events."""
    for name, agency, stream in (("mine", MINE, STREAM), ("theirs", THEIRS, OTHER)):
        database.add(name, agency)
        with database.open(name) as line:
            fence = line.open_stream(agency, stream, 1, 0).fence
            line.push(agency, stream, fence, chain(3, stream))
    yield database


@pytest.fixture
def mine(filled: CentreDatabase) -> Iterator[Centre]:
    """Give the line of the station that attacks."""
    with filled.open("mine") as line:
        yield line


@pytest.fixture
def bare(filled: CentreDatabase) -> Iterator[psycopg.Connection[Any]]:
    """Give the station's own login without the program."""
    with psycopg.connect(filled.url_of("mine"), autocommit=True) as connection:
        yield connection


def test_other_agencies_rows_are_not_there(bare: psycopg.Connection[Any]) -> None:
    for table in ("event", "stream", "agency_head"):
        found = bare.execute(f"SELECT DISTINCT agency FROM sy.{table}".encode()).fetchall()
        assert found == [(MINE,)], table
    for part in range(16):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            bare.execute(f"SELECT * FROM sy.event_{part}".encode())


@pytest.mark.parametrize("call", ["pull", "hello"])
def test_other_agencies_feeds_are_not_read_through_the_functions(mine: Centre, call: str) -> None:
    with pytest.raises(CentreRefused):
        mine.pull(THEIRS, 0, 10, STREAM, 0) if call == "pull" else mine.hello(THEIRS)
    assert mine.digest_at(THEIRS, 1) is None


def test_nobody_pushes_into_another_agency_or_another_stations_stream(mine: Centre, filled: CentreDatabase) -> None:
    ((fence,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{THEIRS}'")
    more = chain(1, OTHER, 4, chain(3, OTHER)[-1].hash)
    assert mine.push(THEIRS, OTHER, fence.hex, more).answer is Answer.NOT_ALLOWED
    assert mine.open_stream(THEIRS, "44" * 16, 5, 0).answer is Answer.NOT_ALLOWED
    filled.add("neighbour", MINE)
    ((own,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{MINE}'")
    follow = chain(1, STREAM, 4, chain(3)[-1].hash)
    with filled.open("neighbour") as other:
        assert other.push(MINE, STREAM, own.hex, follow).answer is Answer.NOT_ALLOWED
        assert other.rejoin(MINE, STREAM, 3, chain(3)[-1].hash).answer is Answer.NOT_ALLOWED
        assert other.open_stream(MINE, STREAM, 1, 0).answer is Answer.NOT_ALLOWED
        assert other.stream_head(MINE, STREAM) is None


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO sy.event SELECT * FROM sy.event",
        "UPDATE sy.event SET pos = 1, received_at = now()",
        "DELETE FROM sy.event",
        "TRUNCATE sy.event",
        "UPDATE sy.stream SET fence = gen_random_uuid()",
        "UPDATE sy.agency_head SET head_pos = 0",
        "UPDATE sy.server SET server_epoch = gen_random_uuid()",
        "SELECT * FROM sy.station",
        "SELECT * FROM sy.incident",
        "SELECT * FROM sy.seen",
        "SELECT * FROM rg.dossier",
        "SELECT * FROM rg.party",
        "INSERT INTO rg.routed VALUES ('H31.20.11', 'x')",
        "SELECT * FROM sy.migration",
        "BEGIN; LOCK TABLE sy.event IN EXCLUSIVE MODE",
        "SELECT * FROM sy.agency_head FOR UPDATE",
        "COPY sy.event TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
        "ALTER ROLE sy_station SUPERUSER",
        "GRANT sy_owner TO sy_station",
        "SET ROLE sy_owner",
        "INSERT INTO sy.station_scope SELECT id, 'H31.20.12', true FROM sy.station",
        "SELECT sy.note_incident('H31.20.11', NULL, 'X', '')",
        "SELECT sy.caller()",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "SELECT fence FROM sy.stream",
        "SELECT head_hash FROM sy.stream",
        "SELECT * FROM sy.stream",
        "SELECT lo_from_bytea(0, repeat('x', 50000000)::bytea)",
        "SELECT lo_creat(-1)",
        "SELECT lo_create(0)",
        "SELECT lo_put(1, 0, 'x')",
        "SELECT lowrite(0, 'x')",
        "SELECT sy.is_router()",
        "SELECT rg.found('a', 'a', 9)",
        "SELECT rg.guard()",
        "CREATE TABLE public.x (a integer)",
        "CREATE TEMPORARY TABLE server (server_epoch uuid)",
        "CREATE FUNCTION sy.x() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA evil",
        "ALTER TABLE sy.event DISABLE ROW LEVEL SECURITY",
        "CREATE OR REPLACE FUNCTION sy.caller() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()'",
    ],
)
def test_what_only_the_functions_may_do_is_refused(bare: psycopg.Connection[Any], statement: str) -> None:
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue)):
        bare.execute(statement.encode())


def test_a_login_begins_with_limits(filled: CentreDatabase, bare: psycopg.Connection[Any]) -> None:
    names = tuple(login.STATION_LIMITS)
    assert {name: _shown(bare, name) for name in names} == login.STATION_LIMITS
    with psycopg.connect(filled.add("router", is_router=True), autocommit=True) as router:
        assert {name: _shown(router, name) for name in names} == login.ROUTER_LIMITS


def test_logins_of_before_get_the_limits_with_the_next_init(filled: CentreDatabase) -> None:
    filled.run(f'ALTER ROLE "{filled.stations["mine"].login}" RESET ALL')
    install.init(filled.owner_url)
    with psycopg.connect(filled.url_of("mine"), autocommit=True) as connection:
        assert _shown(connection, "lock_timeout") == login.STATION_LIMITS["lock_timeout"]


def test_a_station_that_hangs_in_a_transaction_holds_up_its_neighbour_no_longer_than_its_limit(
    filled: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(login.STATION_LIMITS, "idle_in_transaction_session_timeout", "300ms")
    filled.add("hanging", MINE)
    with psycopg.connect(filled.url_of("hanging")) as hanging, filled.open("mine") as line:
        hanging.execute(f"SELECT sy.open_stream('{MINE}', decode(repeat('ac', 16), 'hex'), 7, 7)".encode())
        ((fence,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{MINE}' AND head_seq = 3")
        more = chain(1, STREAM, 4, chain(3)[-1].hash)
        assert line.push(MINE, STREAM, fence.hex, more).answer is Answer.OK
        with pytest.raises(LineLost), faults_named("localhost"):
            hanging.execute("SELECT 1")


def test_a_station_that_waits_for_another_hears_that_the_centre_is_busy(
    filled: CentreDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(login.STATION_LIMITS, "lock_timeout", "100ms")
    filled.add("waiting", MINE)
    with psycopg.connect(filled.owner_url) as holder, filled.open("waiting") as line:
        holder.execute(f"SELECT FROM sy.agency_head WHERE agency = '{MINE}' FOR UPDATE".encode())
        with pytest.raises(CentreBusy):
            line.open_stream(MINE, "ac" * 16, 7, 7)


def _shown(connection: psycopg.Connection[Any], name: str) -> str:
    (value,) = connection.execute(f"SHOW {name}".encode()).fetchone() or ("",)
    return str(value)


_ARRAYS = {
    "at_us": "ARRAY[1::bigint, 2]",
    "kinds": "ARRAY['noted', 'noted']",
    "versions": "ARRAY[1, 1]",
    "subjects": "ARRAY['x/1', 'x/2']",
    "payloads": "ARRAY['{}'::bytea, '{}']",
    "hashes": "ARRAY[sha256('1'), sha256('2')]",
}


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("hashes", "'[2:3]={\\\\x" + "11" * 32 + ",\\\\x" + "22" * 32 + "}'::bytea[]"),
        ("hashes", "ARRAY[[sha256('1')], [sha256('2')]]"),
        ("hashes", "ARRAY[sha256('1'), NULL]"),
        ("hashes", "ARRAY[sha256('1'), 'short'::bytea]"),
        ("hashes", "NULL::bytea[]"),
        ("hashes", "'{}'::bytea[]"),
        ("payloads", "ARRAY['{}'::bytea, NULL]"),
        ("payloads", "ARRAY['{}'::bytea]"),
        ("at_us", "'[0:1]={1,2}'::bigint[]"),
        ("kinds", "ARRAY[repeat('k', 40000), 'noted']"),
        ("versions", "ARRAY[1, 70000]"),
        ("versions", "ARRAY[1, -1]"),
        ("subjects", "ARRAY['x/1', 'x/2', 'x/3']"),
    ],
)
def test_arrays_of_another_shape_put_nothing_in(
    filled: CentreDatabase, bare: psycopg.Connection[Any], name: str, odd: str
) -> None:
    """A slice of a shifted array is shorter than it looks: the feed's head would run ahead of its events."""
    ((fence,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{MINE}'")
    arrays = ", ".join((_ARRAYS | {name: odd}).values())
    call = f"SELECT answer FROM sy.push('{MINE}', '\\x{STREAM}', '{fence}', 4, {arrays})"
    assert bare.execute(call.encode()).fetchone() == ("BADHASH",)
    assert filled.run(f"SELECT head_pos FROM sy.agency_head WHERE agency = '{MINE}'") == [(3,)]
    assert filled.run(f"SELECT count(*) FROM sy.event WHERE agency = '{MINE}'") == [(3,)]


@pytest.mark.parametrize(
    ("form", "answer"), [("{{{},{}}}", "OK"), ("[2:3]={{{},{}}}", "BADHASH"), ("{{{{{}}},{{{}}}}}", "BADHASH")]
)
def test_a_true_chain_in_arrays_of_another_shape_makes_no_hole_in_the_feed(
    filled: CentreDatabase, bare: psycopg.Connection[Any], form: str, answer: str
) -> None:
    ((fence,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{MINE}'")
    more = chain(2, STREAM, 4, chain(3)[-1].hash)
    columns = [(one.at_us, one.kind, one.version, one.subject, one.payload, one.hash) for one in more]
    arrays = [form.format(*map(_spelled, values)) for values in zip(*columns, strict=True)]
    call = "SELECT answer FROM sy.push(%s, %s, %s, 4, %s::text::bigint[], %s::text::text[], %s::text::integer[], "
    call += "%s::text::text[], %s::text::bytea[], %s::text::bytea[])"
    assert bare.execute(call, (MINE, bytes.fromhex(STREAM), fence, *arrays)).fetchone() == (answer,)
    head = f"SELECT head_pos FROM sy.agency_head WHERE agency = '{MINE}'"
    assert filled.run(head) == filled.run(f"SELECT count(*) FROM sy.event WHERE agency = '{MINE}'")


def test_a_true_chain_with_a_payload_left_out_is_refused(filled: CentreDatabase, bare: psycopg.Connection[Any]) -> None:
    ((fence,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{MINE}'")
    one, two = chain(2, STREAM, 4, chain(3)[-1].hash)
    call = "SELECT answer FROM sy.push(%s, %s, %s, 4, %s, %s, %s::integer[], %s, %s, %s)"
    columns = [[getattr(e, name) for e in (one, two)] for name in ("at_us", "kind", "version", "subject")]
    values = (MINE, bytes.fromhex(STREAM), fence, *columns, [one.payload, None], [one.hash, two.hash])
    assert bare.execute(call.replace("4, %s,", "4, %s::bigint[],"), values).fetchone() == ("BADHASH",)


def _spelled(value: object) -> str:
    return f'"\\\\x{value.hex()}"' if isinstance(value, bytes) else f'"{value}"'


def test_nobody_chooses_a_position_or_a_time_of_receipt(filled: CentreDatabase, mine: Centre) -> None:
    """An event says when its desk thinks it happened; where it stands and when it came in is the centre's to say."""
    ((fence,),) = filled.run(f"SELECT fence FROM sy.stream WHERE agency = '{MINE}'")
    for at_us, answer in ((-(2**62), Answer.BADHASH), (YEAR_2, Answer.OK)):
        old = replace(chain(1, STREAM, 4)[0], at_us=at_us)
        event = replace(old, hash=hash_of(old, chain(3)[-1].hash))
        assert mine.push(MINE, STREAM, fence.hex, [event]).answer is answer
    found = filled.run(
        f"SELECT pos, at_us, now() - received_at < interval '1 minute' FROM sy.event "
        f"WHERE agency = '{MINE}' AND seq = 4"
    )
    assert found == [(4, YEAR_2, True)]


def test_insisting_on_a_refusal_fills_no_table(filled: CentreDatabase, mine: Centre) -> None:
    for _ in range(5):
        assert mine.push(MINE, STREAM, "ab" * 16, chain(1, STREAM, 4, chain(3)[-1].hash)).answer is Answer.FENCED
    assert filled.run("SELECT count(*) FROM sy.incident") == [(1,)]


def test_names_of_the_callers_own_change_nothing_in_the_functions(filled: CentreDatabase) -> None:
    """Even a station that was wrongly given a schema of its own cannot put its functions before the centre's."""
    login = filled.stations["mine"].login
    filled.run(f'CREATE SCHEMA evil AUTHORIZATION "{login}"')
    with psycopg.connect(filled.url_of("mine"), autocommit=True) as connection:
        connection.execute("CREATE FUNCTION evil.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT ''\\x00''::bytea'")
        connection.execute("SET search_path = evil, pg_catalog")
        values = (MINE, bytes.fromhex(STREAM), 4)
        forged = "SELECT answer FROM sy.push(%s, %s, gen_random_uuid(), %s, '{1}', '{k}', '{1}', '{s}', '{x}', '{x}')"
        assert connection.execute(forged, values).fetchone() == ("BADHASH",)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT sy.is_chain('', '', 1, 1, '{}', '{}', '{}', '{}', '{}', '{}')")


def test_a_revoked_station_is_out_at_once_even_on_an_open_line(filled: CentreDatabase, mine: Centre) -> None:
    with psycopg.connect(filled.url_of("mine"), autocommit=True) as connection:
        filled.run("UPDATE sy.station SET revoked_at = now() WHERE name = 'mine'")
        assert connection.execute("SELECT count(*) FROM sy.event").fetchone() == (0,)
    with pytest.raises(CentreRefused):
        mine.hello(MINE)
    assert mine.push(MINE, STREAM, "ab" * 16, chain(1)).answer is Answer.NOT_ALLOWED
    filled.run("UPDATE sy.station SET revoked_at = NULL WHERE name = 'mine'")
    install.revoke(filled.owner_url, "mine")
    with pytest.raises(CentreRefused):
        filled.open("mine")
    login_of = f"FROM pg_roles WHERE rolname = '{filled.stations['mine'].login}'"
    assert filled.run(f"SELECT rolcanlogin {login_of}") == [(False,)], "nor into another database of this server"
    assert filled.run(f"SELECT FROM pg_auth_members WHERE member = (SELECT oid {login_of})") == []


def test_a_wrong_password_is_refused_and_never_shown(filled: CentreDatabase) -> None:
    station = filled.stations["mine"]
    url = filled.url_of("mine").replace(station.password, "wrong-secret")
    from onestop_desk.sync.centre import open_centre

    with pytest.raises(CentreRefused) as refused:
        open_centre(url)
    assert "wrong-secret" not in str(refused.value)
    assert "wrong-secret" not in repr(refused.value)
