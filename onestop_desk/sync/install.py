"""Making the centre and looking after it: schema, stations, epoch; for who owns the database, never for a station."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any

from psycopg import sql

from onestop_desk.domain.codes import AgencyCode
from onestop_desk.sync.fault import StationUnknown
from onestop_desk.sync.line import Line, faults_named, open_line

_PREFIX = "sy_"
_NAME = re.compile(r"[^a-z0-9]+")
_LOCK = "SELECT pg_advisory_xact_lock(729145)"


@dataclass(frozen=True, slots=True)
class NewStation:
    """What a station must be given, once: the password is kept nowhere else."""

    name: str
    login: str
    password: str
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station as `centre status` lists it; `behind` is unknown to the centre, `streams` what it has sent."""

    name: str
    login: str
    agencies: tuple[str, ...]
    is_revoked: bool
    seen_at: datetime | None
    events: int


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency's feed: its head and the digest that proves a replica."""

    agency: str
    head_pos: int
    digest: str
    streams: int
    quarantined: int


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """Something that a person should look at: two writers of one stream, a counter given twice, a wrong hash."""

    agency: str
    at: datetime
    station: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class CentreStatus:
    """The whole of it."""

    epoch: str
    stations: tuple[StationLine, ...]
    agencies: tuple[AgencyLine, ...]
    incidents: tuple[IncidentLine, ...]


def init(url: str, password: str = "") -> int:
    """Make or migrate the schema; returns how many migrations were run. May be called again at any time."""
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        line.execute(_LOCK)
        _make_group(line)
        line.execute("CREATE SCHEMA IF NOT EXISTS sy_admin")
        line.execute("CREATE TABLE IF NOT EXISTS sy_admin.migration (number integer PRIMARY KEY, ran_at timestamptz)")
        done = {number for (number,) in line.execute("SELECT number FROM sy_admin.migration")}
        ran = 0
        for number, text in migrations():
            if number not in done:
                line.execute(text.encode())
                line.execute("INSERT INTO sy_admin.migration VALUES (%s, now())", (number,))
                ran += 1
        database = sql.Identifier(line.info.dbname)
        line.execute(sql.SQL("REVOKE CREATE, TEMPORARY ON DATABASE {} FROM PUBLIC").format(database))
        line.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        return ran


def migrations() -> list[tuple[int, str]]:
    """Return the SQL of every migration by number, in order."""
    folder = files("onestop_desk.sync") / "sql"
    found = [(int(one.name[:4]), one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".sql")]
    return sorted(found)


def add_station(
    url: str, name: str, agencies: tuple[str, ...], *, is_router: bool = False, password: str = ""
) -> NewStation:
    """Add a station with a login of its own, scoped to agencies; raises StationUnknown where the name is taken."""
    scope = tuple(str(AgencyCode.parse(agency)) for agency in agencies)
    login = _login(name)
    secret = secrets.token_urlsafe(24)
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        line.execute(_LOCK)
        if line.execute("SELECT FROM sy.station WHERE name = %s", (name,)).fetchone() is not None:
            raise StationUnknown(name, "taken")
        role = sql.Identifier(login)
        line.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} IN ROLE sy_station").format(role, sql.Literal(secret)))
        (station,) = line.execute(
            "INSERT INTO sy.station (name, login, is_router) VALUES (%s, %s, %s) RETURNING id", (name, login, is_router)
        ).fetchone() or (None,)
        for agency in scope:
            line.execute("INSERT INTO sy.station_scope VALUES (%s, %s, true)", (station, agency))
    return NewStation(name, login, secret, scope)


def revoke(url: str, name: str, password: str = "") -> None:
    """End a station's right to anything, at once and on open lines; what it sent stays. Raises StationUnknown."""
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        found = line.execute(
            "UPDATE sy.station SET revoked_at = now() WHERE name = %s AND revoked_at IS NULL RETURNING login", (name,)
        ).fetchone()
        if found is None:
            raise StationUnknown(name, "unknown")
        line.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(found[0])))
        line.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", found)


def rotate_epoch(url: str, password: str = "") -> str:
    """Say that the centre's history may have gone back (a restore, a promotion): every station proves itself anew."""
    with open_line(url, password) as line, faults_named(line.info.host):
        (epoch,) = line.execute(
            "UPDATE sy.server SET server_epoch = gen_random_uuid() RETURNING server_epoch"
        ).fetchone() or (None,)
    return str(epoch)


def status(url: str, password: str = "") -> CentreStatus:
    """Return stations, feeds and incidents as the centre has them."""
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        (epoch,) = line.execute("SELECT server_epoch FROM sy.server").fetchone() or ("",)
        return CentreStatus(str(epoch), _stations(line), _agencies(line), _incidents(line))


def _make_group(line: Line) -> None:
    if line.execute("SELECT FROM pg_roles WHERE rolname = 'sy_station'").fetchone() is None:
        line.execute("CREATE ROLE sy_station NOLOGIN")


def _login(name: str) -> str:
    return f"{_PREFIX}{_NAME.sub('_', name.lower()).strip('_')[:40]}_{secrets.token_hex(3)}"


def _stations(line: Line) -> tuple[StationLine, ...]:
    query = """
        SELECT s.name, s.login, coalesce(array_agg(c.agency) FILTER (WHERE c.agency IS NOT NULL), '{}'),
               s.revoked_at IS NOT NULL, s.seen_at,
               (SELECT coalesce(sum(t.head_seq), 0)::bigint FROM sy.stream t WHERE t.station = s.id)
        FROM sy.station s LEFT JOIN sy.station_scope c ON c.station = s.id
        GROUP BY s.id ORDER BY s.name
    """
    rows: list[Any] = line.execute(query).fetchall()
    return tuple(StationLine(r[0], r[1], tuple(sorted(r[2])), r[3], r[4], r[5]) for r in rows)


def _agencies(line: Line) -> tuple[AgencyLine, ...]:
    query = """
        SELECT h.agency, h.head_pos, encode(h.digest, 'hex'), count(t.stream), count(*) FILTER (WHERE t.is_quarantined)
        FROM sy.agency_head h LEFT JOIN sy.stream t ON t.agency = h.agency
        GROUP BY h.agency, h.head_pos, h.digest ORDER BY h.agency
    """
    return tuple(AgencyLine(*row) for row in line.execute(query).fetchall())


def _incidents(line: Line) -> tuple[IncidentLine, ...]:
    query = """
        SELECT i.agency, i.at, coalesce(s.name, ''), i.kind, i.detail
        FROM sy.incident i LEFT JOIN sy.station s ON s.id = i.station ORDER BY i.at DESC LIMIT 100
    """
    return tuple(IncidentLine(*row) for row in line.execute(query).fetchall())
