"""Making the centre and looking after it: schema, stations, epoch; for who owns the database, never for a station."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from urllib.parse import quote, urlencode

from psycopg import sql

from onestop_desk.domain.codes import AgencyCode
from onestop_desk.sync import login
from onestop_desk.sync.fault import CentreUnfit, StationUnknown
from onestop_desk.sync.line import Line, faults_named, open_line, safe_parts
from onestop_desk.sync.login import LooseEnd

_PREFIX = "sy_"
_NAME = re.compile(r"[^a-z0-9]+")
_OLDEST = 150_000
"""PostgreSQL 15: before it, anybody could create things in the schema public."""

_STATIONS = """
    SELECT s.name, s.login, (SELECT coalesce(array_agg(c.agency ORDER BY c.agency), '{}') FROM sy.station_scope c
                             WHERE c.station = s.id),
           s.is_router, s.revoked_at IS NOT NULL,
           (SELECT coalesce(sum(t.head_seq), 0)::bigint FROM sy.stream t WHERE t.station = s.id)
    FROM sy.station s ORDER BY s.name
"""
_SEEN = """
    SELECT s.name, n.agency, n.seen_at, coalesce(h.head_pos, 0) - n.cursor_pos, n.unsent
    FROM sy.seen n JOIN sy.station s ON s.id = n.station LEFT JOIN sy.agency_head h ON h.agency = n.agency
    ORDER BY s.name, n.agency
"""


@dataclass(frozen=True, slots=True)
class NewStation:
    """What a station must be given, once: the password is kept nowhere else."""

    name: str
    login: str
    password: str
    agencies: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Joining:
    """A station to be added. A router reads and writes every agency's feed: the worker of `centre fold`. A reader
    only pulls: the level above, which takes several centres together."""

    name: str
    agencies: tuple[str, ...] = ()
    login: str = ""
    is_router: bool = False
    is_reader: bool = False


@dataclass(frozen=True, slots=True)
class SeenLine:
    """When a station was last here about an agency, how many events behind the feed, and with how many unsent."""

    agency: str
    seen_at: datetime
    behind: int | None
    unsent: int | None


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station as `centre status` lists it; `events` is what it has sent."""

    name: str
    login: str
    agencies: tuple[str, ...]
    is_router: bool
    is_revoked: bool
    events: int
    seen: tuple[SeenLine, ...]


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency's feed: its head and the digest that proves a replica; `behind` is how many events of it `centre fold`
    has not taken in, and `folded_at` when it last took any."""

    agency: str
    head_pos: int
    digest: str
    streams: int
    quarantined: int
    behind: int
    folded_at: datetime | None


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
        _require_fitness(line)
        _make_roles(line)
        _close_database(line)
        line.execute("SET LOCAL ROLE sy_owner")
        line.execute("CREATE SCHEMA IF NOT EXISTS sy")
        line.execute(
            "CREATE TABLE IF NOT EXISTS sy.migration (number integer PRIMARY KEY, ran_at timestamptz NOT NULL)"
        )
        line.execute("LOCK TABLE sy.migration IN EXCLUSIVE MODE")
        done = {number for (number,) in line.execute("SELECT number FROM sy.migration")}
        missing = [(number, text) for number, text in migrations() if number not in done]
        for number, text in missing:
            line.execute(text.encode())
            line.execute("INSERT INTO sy.migration VALUES (%s, now())", (number,))
        line.execute("SELECT rg.guard()")
        line.execute("RESET ROLE")
        login.limit_logins(line)
        return len(missing)


def loose_ends(url: str, password: str = "") -> tuple[LooseEnd, ...]:
    """Return what stays open at a centre because this administrator may not close it."""
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        return login.loose_ends(line)


def migrations() -> list[tuple[int, str]]:
    """Return the SQL of every migration by number, in order."""
    folder = files("onestop_desk.sync") / "sql"
    found = [(int(one.name[:4]), one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".sql")]
    return sorted(found)


def add_station(url: str, station: Joining, password: str = "") -> NewStation:
    """Add a station with a login of its own, scoped to agencies; raises StationUnknown where the name is taken."""
    scope = tuple(str(AgencyCode.parse(agency)) for agency in station.agencies)
    name, secret = station.login or _new_login(station.name), secrets.token_urlsafe(24)
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        line.execute("LOCK TABLE sy.migration IN EXCLUSIVE MODE")
        _require_free(line, station.name, name)
        login.make_login(line, name, secret, is_router=station.is_router)
        added = line.execute(
            "INSERT INTO sy.station (name, login, is_router) VALUES (%s, %s, %s) RETURNING id",
            (station.name, name, station.is_router),
        ).fetchone()
        for agency in scope:
            may_push = not station.is_reader
            line.execute("INSERT INTO sy.station_scope VALUES (%s, %s, %s)", (*(added or ()), agency, may_push))
        return NewStation(station.name, name, secret, scope, _station_url(line, url, name))


def revoke(url: str, name: str, password: str = "") -> None:
    """End a station's right to anything, at once and on open lines; what it sent stays. Raises StationUnknown."""
    with open_line(url, password) as line, faults_named(line.info.host):
        with line.transaction():
            found = line.execute(
                "UPDATE sy.station SET revoked_at = now() WHERE name = %s AND revoked_at IS NULL RETURNING login",
                (name,),
            ).fetchone()
            if found is None:
                raise StationUnknown(name, "unknown")
            login.close_login(line, found[0])
        login.hang_up(line, found[0])  # afterwards: who is cut off finds the door shut


def rotate_epoch(url: str, password: str = "") -> str:
    """Say that the centre's history may have gone back (a restore, a promotion): every station proves itself anew."""
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        (epoch,) = line.execute(
            "UPDATE sy.server SET server_epoch = gen_random_uuid() RETURNING server_epoch"
        ).fetchone() or (None,)
        line.execute("DELETE FROM rg.router_stream")  # the router goes on in new ones: its old ones might fork
    return str(epoch)


def status(url: str, password: str = "") -> CentreStatus:
    """Return stations, feeds and incidents as the centre has them."""
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        (epoch,) = line.execute("SELECT server_epoch FROM sy.server").fetchone() or ("",)
        return CentreStatus(str(epoch), _stations(line), _agencies(line), _incidents(line))


def _require_fitness(line: Line) -> None:
    if line.info.server_version < _OLDEST:
        raise CentreUnfit("version")
    if line.info.parameter_status("server_encoding") != "UTF8":  # hashes cover UTF-8 bytes
        raise CentreUnfit("encoding")
    row = line.execute(
        "SELECT rolsuper OR rolcreaterole AND pg_get_userbyid(datdba) = current_user FROM pg_roles, pg_database "
        "WHERE rolname = current_user AND datname = current_database()"
    ).fetchone()
    if row != (True,):
        raise CentreUnfit("rights")


def _make_roles(line: Line) -> None:
    """Make the owner, who cannot log in and is above nobody, and the groups of stations and of fold workers; they are
    the server's own."""
    for role in ("sy_owner", "sy_station", "sy_router"):
        if line.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).fetchone() is None:
            line.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))
    line.execute("GRANT sy_owner TO CURRENT_USER")
    line.execute("ALTER DEFAULT PRIVILEGES FOR ROLE sy_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")


def _close_database(line: Line) -> None:
    """Let nobody but stations in, and nobody make anything of their own, not even for a moment."""
    database = sql.Identifier(line.info.dbname)
    line.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    line.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO sy_station").format(database))
    line.execute(sql.SQL("GRANT CREATE ON DATABASE {} TO sy_owner").format(database))
    line.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    login.close_large_objects(line)


def _require_free(line: Line, name: str, role: str) -> None:
    if line.execute("SELECT FROM sy.station WHERE name = %s", (name,)).fetchone() is not None:
        raise StationUnknown(name, "taken")
    if line.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).fetchone() is not None:
        raise StationUnknown(role, "login")


def _new_login(name: str) -> str:
    return f"{_PREFIX}{_NAME.sub('_', name.lower()).strip('_')[:40]}_{secrets.token_hex(3)}"


def _station_url(line: Line, url: str, role: str) -> str:
    """Return the address as a station writes it down: the administrator's, with the station's login and no password."""
    host, kept = line.info.host, safe_parts(url)
    more: dict[str, str] = {key: str(value) for key, value in kept.items() if key in {"sslmode", "sslrootcert"}}
    if host.startswith("/"):
        return f"postgresql://{role}@/{quote(line.info.dbname)}?{urlencode({'host': host, **more})}"
    shown = f"[{host}]" if ":" in host else host
    query = f"?{urlencode(more)}" if more else ""
    return f"postgresql://{role}@{shown}:{line.info.port}/{quote(line.info.dbname)}{query}"


def _stations(line: Line) -> tuple[StationLine, ...]:
    seen: dict[str, list[SeenLine]] = {}
    for station, *facts in line.execute(_SEEN):
        seen.setdefault(station, []).append(SeenLine(*facts))
    found = []
    for name, role, agencies, is_router, is_revoked, events in line.execute(_STATIONS):
        here = tuple(seen.get(name, ()))
        found.append(StationLine(name, role, tuple(agencies), is_router, is_revoked, events, here))
    return tuple(found)


def _agencies(line: Line) -> tuple[AgencyLine, ...]:
    query = """
        SELECT h.agency, h.head_pos, encode(h.digest, 'hex'), count(t.stream), count(*) FILTER (WHERE t.is_quarantined),
               h.head_pos - coalesce(f.pos, 0), f.folded_at
        FROM sy.agency_head h LEFT JOIN sy.stream t ON t.agency = h.agency LEFT JOIN rg.folded f ON f.agency = h.agency
        GROUP BY h.agency, h.head_pos, h.digest, f.pos, f.folded_at ORDER BY h.agency
    """
    return tuple(AgencyLine(*row) for row in line.execute(query).fetchall())


def _incidents(line: Line) -> tuple[IncidentLine, ...]:
    query = """
        SELECT i.agency, i.at, coalesce(s.name, ''), i.kind, i.detail
        FROM sy.incident i LEFT JOIN sy.station s ON s.id = i.station ORDER BY i.at DESC LIMIT 100
    """
    return tuple(IncidentLine(*row) for row in line.execute(query).fetchall())
