"""Behind pgbouncer in transaction mode: every statement may find itself on another connection to the server."""

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop_desk.sync import install
from onestop_desk.sync.centre import Centre, open_centre
from onestop_desk.sync.fault import CentreRefused, CentreUnreachable
from onestop_desk.sync.wire import Answer
from tests.sync.chains import chain, digest_of
from tests.sync.postgres import CentreDatabase

AGENCY = "H31.20.11"
PROGRAM = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no pgbouncer (installer/prepare.sh test installs it with apt)")

_SETTINGS = """
[databases]
{name} = host={socket} dbname={name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = 2
server_lifetime = 1
"""


@pytest.fixture
def pooled(database: CentreDatabase) -> Iterator[str]:
    """Give the end of a URL that leads through a pooler, for two stations of one agency."""
    for name in ("quay-1", "quay-2"):
        database.add(name, AGENCY)
    folder, owner = Path(tempfile.mkdtemp(prefix="onestop-pool-")), Path(database.cluster.socket).stat()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    facts = {"name": database.name, "socket": database.cluster.socket, "port": port, "folder": folder}
    (folder / "pool.ini").write_text(_SETTINGS.format(**facts))
    users = [f'"{one.login}" "{one.password}"\n' for one in database.stations.values()]
    (folder / "users").write_text("".join(users))
    for path in (folder, *folder.iterdir()):  # pgbouncer refuses to run as root
        shutil.chown(path, owner.st_uid, owner.st_gid)
    command = [str(PROGRAM), "-q", str(folder / "pool.ini")]
    with subprocess.Popen(command, user=owner.st_uid, group=owner.st_gid, stderr=subprocess.PIPE) as process:
        yield f"localhost:{port}/{database.name}"
        process.terminate()
    shutil.rmtree(folder)


def _open(database: CentreDatabase, name: str, pooled: str) -> Centre:
    station = database.stations[name]
    url = f"postgresql://{station.login}:{station.password}@{pooled}?sslmode=disable"
    for _ in range(1_000):  # until the pooler listens; a refused connection takes well below a millisecond
        try:
            return open_centre(url)
        except CentreUnreachable:
            continue
    raise AssertionError("pgbouncer does not come up")


def test_many_lines_share_two_connections_and_nothing_gets_mixed_up(database: CentreDatabase, pooled: str) -> None:
    lines = [_open(database, f"quay-{1 + n % 2}", pooled) for n in range(6)]
    streams = [f"{n:02x}" * 16 for n in range(6)]
    events = [chain(12, stream) for stream in streams]
    fences = [
        line.open_stream(AGENCY, stream, n % 2, n).fence
        for n, (line, stream) in enumerate(zip(lines, streams, strict=True))
    ]
    for at in range(0, 12, 2):
        for n, line in enumerate(lines):
            answer = line.push(AGENCY, streams[n], fences[n], events[n][at : at + 2])
            assert answer.answer is Answer.OK
            fences[n] = answer.fence
            assert line.hello(AGENCY).station == f"quay-{1 + n % 2}"
    pages = [line.pull(AGENCY, 0, 500, streams[n], 0) for n, line in enumerate(lines)]
    assert [one.pos for one in pages[0].events] == list(range(1, 73))
    assert {page.digest for page in pages} == {digest_of([one.hash for one in pages[0].events])}
    for line in lines:
        line.close()


def test_a_revoked_station_is_out_though_the_pooler_keeps_its_connection(database: CentreDatabase, pooled: str) -> None:
    with _open(database, "quay-1", pooled) as line:
        line.hello(AGENCY)
        database.run("UPDATE sy.station SET revoked_at = now() WHERE name = 'quay-1'")
        with pytest.raises(CentreRefused):
            line.hello(AGENCY)
    install.revoke(database.owner_url, "quay-2")
    with pytest.raises(CentreRefused), _open(database, "quay-2", pooled) as line:
        line.hello(AGENCY)
