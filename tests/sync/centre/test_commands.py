"""The centre's commands, as its administrator types them."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from onestop_desk.__main__ import main
from onestop_desk.sync import install
from onestop_desk.sync.centre import open_centre
from onestop_desk.sync.fault import CentreBusy, CentreRefused
from onestop_desk.sync.wire import Answer
from tests.sync.chains import STREAM, chain
from tests.sync.postgres import CentreDatabase, Cluster

AGENCY = "H31.20.11"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], database: CentreDatabase, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call `centre …` on the test's centre."""
    monkeypatch.setenv("ONESTOP_CENTRE", database.owner_url)

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["centre", *words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


def _facts(out: str) -> Any:
    (line,) = out.splitlines()
    return json.loads(line)


def test_a_station_is_given_its_address_and_password_once(call: Call) -> None:
    code, out, _ = call("add-station", "--agency", AGENCY, "--name", "Quầy  2", "--json")
    given = _facts(out)
    assert (code, given["name"], given["agencies"]) == (0, "Quầy 2", [AGENCY])
    with open_centre(given["url"], given["password"]) as centre:
        assert centre.hello(AGENCY).station == "Quầy 2"
    assert given["password"] not in given["url"]
    assert given["password"] not in "".join(call("status")[1:])


def test_for_people_address_and_password_stand_on_lines_of_their_own(call: Call) -> None:
    code, out, _ = call("add-station", "--agency", f"{AGENCY},H31.20.12", "--name", "Quầy 3", "--login", "quay_3")
    assert code == 0
    assert "Địa chỉ: postgresql://quay_3@" in out
    assert "Mật khẩu: " in out


def test_a_reader_takes_feeds_and_gives_nothing(call: Call) -> None:
    words = ("add-station", "--read-only", "--agency", AGENCY, "--name", "Trung ương", "--json")
    given = _facts(call(*words)[1])
    with open_centre(given["url"], given["password"]) as centre:
        assert centre.hello(AGENCY).head_pos == 0
        assert centre.open_stream(AGENCY, STREAM, 1, 0).answer is Answer.NOT_ALLOWED
        assert centre.push(AGENCY, STREAM, "", chain(1)).answer is Answer.NOT_ALLOWED


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "Q"),
        ("--name", "Q", "--agency", AGENCY, "--all-agencies"),
        ("--name", "Q", "--all-agencies", "--read-only"),
        ("--name", " ", "--agency", AGENCY),
        ("--name", "Q", "--agency", "không"),
        ("--name", "Q", "--agency", AGENCY, "--login", 'x"; DROP'),
    ],
)
def test_a_wrong_call_adds_nothing(call: Call, database: CentreDatabase, words: tuple[str, ...]) -> None:
    assert call("add-station", *words)[0] == 2
    assert database.run("SELECT count(*) FROM sy.station") == [(0,)]


def test_a_name_is_given_once_and_a_revoked_station_is_out(call: Call, database: CentreDatabase) -> None:
    url = database.add("Quầy 1", AGENCY)
    assert call("add-station", "--agency", AGENCY, "--name", "Quầy 1")[0] == 1
    assert call("add-station", "--agency", AGENCY, "--name", "x", "--login", database.stations["Quầy 1"].login)[0] == 1
    assert call("revoke", "Quầy 1")[0] == 0
    with pytest.raises(CentreRefused):
        open_centre(url)
    assert call("revoke", "Quầy 1")[0] == 1


def test_the_status_says_who_is_behind_and_what_went_wrong(call: Call, database: CentreDatabase) -> None:
    for name in ("Quầy 1", "Quầy 2"):
        database.add(name, AGENCY)
    with database.open("Quầy 1") as first, database.open("Quầy 2") as second:
        fence = first.open_stream(AGENCY, STREAM, 1, 0).fence
        first.push(AGENCY, STREAM, fence, chain(3))
        second.open_stream(AGENCY, "22" * 16, 1, 0)
        second.hello(AGENCY, cursor=1, unsent=7)
    code, out, _ = call("status")
    assert code == 0
    assert "còn 2 chưa nhận, 7 chưa gửi" in out
    assert "“Quầy 2”: hai máy dùng một số quầy (1: Quầy 1)" in out
    told = _facts(call("status", "--json")[1])
    assert told["agencies"][0]["head_pos"] == 3
    assert told["stations"][1]["seen"][0]["behind"] == 2


def test_a_new_epoch_is_told_to_every_station(call: Call, database: CentreDatabase) -> None:
    before = _facts(call("status", "--json")[1])["epoch"]
    assert call("rotate-epoch")[0] == 0
    assert _facts(call("status", "--json")[1])["epoch"] != before


def test_a_centre_that_is_not_there_is_exit_four(call: Call, tmp_path: Any) -> None:
    code, out, err = call("status", "--url", f"postgresql://x@/x?host={tmp_path}")
    assert (code, out) == (4, "")
    assert "CENTRE-LINE" in err
    assert call("status", "--url", "postgresql://x@centre.example/x?sslmode=require")[0] == 2


@pytest.fixture
def empty(cluster: Cluster) -> Iterator[str]:
    """Give a database without a centre that an administrator who is no superuser owns, and that one's URL."""
    cluster.run("CREATE ROLE clerk_admin LOGIN CREATEROLE PASSWORD 'a-secret'")
    cluster.run("CREATE DATABASE another OWNER clerk_admin")
    for role in ("sy_owner", "sy_station", "sy_router"):
        cluster.run(f"GRANT {role} TO clerk_admin WITH ADMIN OPTION")
    yield cluster.url("another").replace("postgres@", "clerk_admin:a-secret@")
    cluster.run("DROP DATABASE another WITH (FORCE)")
    cluster.run("DROP ROLE IF EXISTS sy_here, sy_there")
    cluster.run("DROP OWNED BY clerk_admin CASCADE")
    cluster.run("DROP ROLE clerk_admin")


def test_an_administrator_who_is_no_superuser_can_do_it_all(call: Call, empty: str) -> None:
    code, _, err = call("status", "--url", empty)
    assert (code, "CENTRE-FOREIGN" in err) == (1, True)
    code, _, err = call("init", "--url", empty)
    assert code == 0
    assert err.count("Còn mở") == err.count("đối tượng lớn") == 1, "what only a superuser can close is named"
    words = ("add-station", "--agency", AGENCY, "--name", "Quầy 9", "--login", "sy_here", "--url", empty, "--json")
    given = _facts(call(*words)[1])
    with open_centre(given["url"], given["password"]) as centre:
        fence = centre.open_stream(AGENCY, STREAM, 1, 0).fence
        centre.push(AGENCY, STREAM, fence, chain(1))
        assert call("revoke", "Quầy 9", "--url", empty)[0] == 0
        with pytest.raises(CentreBusy):
            centre.hello(AGENCY)
    with pytest.raises(CentreRefused):
        open_centre(given["url"], given["password"])
    assert _facts(call("status", "--url", empty, "--json")[1])["agencies"][0]["head_pos"] == 1


def _reads(line: psycopg.Connection[Any], what: str) -> list[Any]:
    return line.execute(f"SELECT * FROM {what}".encode()).fetchall()


def test_a_revoked_router_loses_its_open_line_where_the_administrator_is_no_superuser(empty: str) -> None:
    install.init(empty)
    router = install.add_station(empty, install.Joining("R", (), "sy_there", is_router=True))
    url = empty.replace("clerk_admin:a-secret@", f"{router.login}:{router.password}@")
    with psycopg.connect(url, autocommit=True) as line:
        assert _reads(line, "rg.dossier") == []
        line.execute("INSERT INTO rg.folded (agency) VALUES ('H31')")
        install.revoke(empty, "R")
        with pytest.raises(psycopg.errors.AdminShutdown):
            _reads(line, "rg.dossier")


def test_a_revoked_router_reads_and_writes_nothing_though_its_line_cannot_be_cut(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install.init(empty)
    router = install.add_station(empty, install.Joining("R", (), "sy_there", is_router=True))
    monkeypatch.setattr("onestop_desk.sync.login.hang_up", lambda *_: None)
    url = empty.replace("clerk_admin:a-secret@", f"{router.login}:{router.password}@")
    with psycopg.connect(url, autocommit=True) as line:
        assert _reads(line, "rg.dossier") == []
        install.revoke(empty, "R")
        for statement in (
            "SELECT * FROM rg.dossier",
            "INSERT INTO rg.folded (agency) VALUES ('H31.9')",
            "SELECT * FROM rg.found('a', 'a', 9)",
            "SELECT * FROM sy.event",
            "SELECT * FROM sy.hello('H31', 0, 0)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                line.execute(statement.encode())


def test_a_router_that_is_none_any_more_finds_the_register_empty_and_shut(database: CentreDatabase) -> None:
    """Also where its groups could not be taken from it: what the register lets in depends on who calls."""
    database.run("INSERT INTO rg.folded (agency) VALUES ('H31')")
    _put_dossier(database)
    with psycopg.connect(database.add("router", is_router=True), autocommit=True) as line:
        for what in ("rg.folded", "rg.dossier", "rg.found('a', '', 9)", "rg.found('x', 'a', 9)"):
            assert len(_reads(line, what)) == 1, what
        database.run("UPDATE sy.station SET revoked_at = now()")
        tables = database.run("SELECT tablename FROM pg_tables WHERE schemaname = 'rg'")
        assert len(tables) >= 5
        for (table,) in tables:
            assert _reads(line, f"rg.{table}") == []
        for what in ("rg.found('a', '', 9)", "rg.found('x', 'a', 9)"):
            assert _reads(line, what) == [], what
        assert line.execute("UPDATE rg.folded SET pos = 5").rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            line.execute("INSERT INTO rg.folded (agency) VALUES ('H31.99')")


def _put_dossier(database: CentreDatabase) -> None:
    """Put a row into the register whose every word is `a`."""
    columns = database.run(
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE (table_schema, table_name, is_nullable) = ('rg', 'dossier', 'NO')"
    )
    values = {"text": "'a'", "date": "'2026-11-23'", "boolean": "false"}
    names = ", ".join(name for name, _ in columns)
    database.run(f"INSERT INTO rg.dossier ({names}) VALUES ({', '.join(values.get(kind, '0') for _, kind in columns)})")


def test_every_table_of_the_register_asks_who_calls(database: CentreDatabase) -> None:
    open_to_all = database.run(
        "SELECT relname FROM pg_class WHERE relnamespace = 'rg'::regnamespace AND relkind IN ('r', 'p') "
        "AND NOT relrowsecurity"
    )
    assert open_to_all == []


def test_the_search_in_the_register_uses_its_indexes(database: CentreDatabase) -> None:
    ((body,),) = database.run("SELECT prosrc FROM pg_proc WHERE proname = 'found'")
    query = str(body).replace("p_words", "'a'::tsquery").replace("p_compact", "'x'").replace("p_limit", "9")
    with psycopg.connect(database.owner_url) as owner:
        owner.execute("SET enable_seqscan = off")
        owner.execute("SET enable_indexscan = off")  # so small a table would be read in the order of another index
        told = str(owner.execute(f"EXPLAIN {query}".encode()).fetchall())
    assert "dossier_search_idx" in told
    assert "dossier_compact_idx" in told


def test_a_database_that_cannot_be_a_centre_is_left_alone(call: Call, cluster: Cluster) -> None:
    cluster.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    cluster.run("CREATE ROLE weak LOGIN PASSWORD 'a-secret'")
    try:
        code, _, err = call("init", "--url", cluster.url("latin"))
        assert (code, "UTF-8" in err) == (1, True)
        code, _, err = call("init", "--url", cluster.url("latin").replace("postgres@", "weak:a-secret@"))
        assert (code, "CENTRE-UNFIT" in err) == (1, True)
        assert cluster.run("SELECT FROM pg_namespace WHERE nspname = 'sy'", "latin") == []
    finally:
        cluster.run("DROP DATABASE latin WITH (FORCE)")
        cluster.run("DROP ROLE weak")


def test_a_migration_runs_once_and_one_that_breaks_leaves_nothing(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, known = cluster.copied("sy_template"), install.migrations()
    later = (901, "CREATE FUNCTION sy.later() RETURNS integer LANGUAGE sql AS 'SELECT 1'")
    try:
        monkeypatch.setattr(install, "migrations", lambda: [*known, later, (902, "SELECT 1 / 0")])
        with pytest.raises(psycopg.errors.DivisionByZero):
            install.init(other.owner_url)
        assert other.run("SELECT FROM pg_proc WHERE proname = 'later'") == []
        monkeypatch.setattr(install, "migrations", lambda: [*known, later])
        assert [install.init(other.owner_url), install.init(other.owner_url)] == [1, 0]
        open_to_all = "SELECT has_function_privilege('sy_station', 'sy.later()', 'EXECUTE')"
        assert other.run(open_to_all) == [(False,)], "what a migration adds is nobody's until it is granted"
    finally:
        other.drop()


def test_nothing_of_the_centre_belongs_to_anybody_who_can_log_in(database: CentreDatabase) -> None:
    owners = database.run(
        "SELECT DISTINCT rolname, rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE oid IN ("
        "SELECT relowner FROM pg_class WHERE relnamespace = 'sy'::regnamespace UNION "
        "SELECT proowner FROM pg_proc WHERE pronamespace = 'sy'::regnamespace UNION "
        "SELECT nspowner FROM pg_namespace WHERE nspname = 'sy')"
    )
    assert owners == [("sy_owner", False, False, False)]


def test_every_function_pins_its_search_path(database: CentreDatabase) -> None:
    loose = database.run(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'sy'::regnamespace "
        "AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)"
    )
    assert loose == []


def test_every_table_of_an_agency_is_spread_over_sixteen_partitions_by_it(database: CentreDatabase) -> None:
    spread = database.run(
        "SELECT p.relname, count(i.inhrelid), pg_get_partkeydef(p.oid) FROM pg_class p "
        "JOIN pg_inherits i ON i.inhparent = p.oid WHERE p.relkind = 'p' GROUP BY p.oid ORDER BY 1"
    )
    tables = ("agency_head", "event", "incident", "seen", "stream")
    assert spread == [(name, 16, "HASH (agency)") for name in tables]
    placed = "SELECT count(DISTINCT satisfies_hash_partition('sy.event'::regclass, 16, r, 'H31.20.' || a)) FROM "
    assert database.run(placed + "generate_series(0, 15) r, generate_series(1, 50) a") == [(2,)]


def test_a_plain_login_of_the_server_sees_nothing(cluster: Cluster, database: CentreDatabase) -> None:
    cluster.run("CREATE ROLE passer_by LOGIN PASSWORD 'x-secret'")
    try:
        url = database.owner_url.replace("postgres@", "passer_by:x-secret@")
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(url)
    finally:
        cluster.run("DROP ROLE passer_by")
