"""A real CUPS and real IPP printers of a test's own: private folders, socket and ports, as root or not.

`with running_cups() as cups:` gives the spooler; `cups.start_printer(...)` a printer that keeps what it prints;
`cups.add_queue(...)` the way from one to the other. Programs find this spooler by `CUPS_SERVER=cups.socket`.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.devices.waiting import wait_until

_HERE = Path(__file__).parent
_SYSTEM_SERVER_BIN = Path("/usr/lib/cups")
_NEEDED = {
    "cupsd": "cups-daemon",
    "lpadmin": "cups-client",
    "lpstat": "cups-client",
    "ippeveprinter": "cups-ipp-utils",
    "dbus-daemon": "dbus-daemon",
    "pdftoppm": "poppler-utils",
}
_CUPSD_CONF = """
LogLevel debug
MaxLogSize 0
Listen {folder}/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""
_CUPS_FILES_CONF = """
ServerBin {server_bin}
ServerRoot {folder}/root
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
FileDevice Yes
"""
_BUS_CONF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""
_KEEP = """#!/bin/sh
test -e "{folder}/refuse" && exit 1
cp "$1" "{folder}/$$.part" && env > "{folder}/$$.env" && mv "{folder}/$$.part" "{folder}/$$.page"
"""


@dataclass
class IppPrinter:
    """A printer on the network that keeps each document as it arrived."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def uri(self) -> str:
        """Where the printer listens."""
        return ipp_uri(self.port)

    @property
    def pages(self) -> list[Path]:
        """The documents that came out."""
        return sorted(self.folder.glob("*.page"))

    def refuse_everything(self) -> None:
        """Give up every document from now on, after taking it."""
        (self.folder / "refuse").touch()

    def switch_off(self) -> None:
        """Stop answering: the port is closed."""
        self.process.kill()
        self.process.wait()


@dataclass
class Cups:
    """A running spooler."""

    folder: Path
    stack: ExitStack
    env: dict[str, str] = field(default_factory=dict)

    @property
    def socket(self) -> str:
        """The value of CUPS_SERVER that leads here."""
        return str(self.folder / "cups.sock")

    def start_printer(self, name: str) -> IppPrinter:
        """Switch on a printer with A4, A5, an 80 mm roll and labels."""
        folder = self.folder / f"printer-{name}"
        folder.mkdir()
        keep = folder / "keep"
        keep.write_text(_KEEP.format(folder=folder))
        keep.chmod(0o755)
        port = free_port()
        command = ["ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(port), "-d", str(folder)]
        command += ["-P", str(_HERE / "desk.ppd"), "-F", "application/pdf", "-c", str(keep), name]
        printer = IppPrinter(port, folder, _start(self.stack, command, self.env, folder / "log"))
        wait_until(lambda: answers(port), f"printer {name} is on")
        return printer

    def add_queue(self, name: str, device: str, ppd: str = "desk.ppd") -> None:
        """Make a queue to a device; it accepts jobs at once."""
        self._run("lpadmin", "-p", name, "-v", device, "-P", str(_HERE / ppd), "-E")

    def delete_queue(self, name: str) -> None:
        """Take a queue away."""
        self._run("lpadmin", "-x", name)

    def pause_queue(self, name: str) -> None:
        """Stop a queue as its administrator would; it still accepts jobs."""
        self._run("cupsdisable", name)

    def waiting_jobs(self, name: str) -> list[str]:
        """Return the jobs that may still come out of a queue."""
        return self._run("lpstat", "-W", "not-completed", "-o", name).splitlines()

    def ended_jobs(self, name: str) -> list[str]:
        """Return the jobs `lpstat` calls completed, the rejected ones among them."""
        return self._run("lpstat", "-W", "completed", "-o", name).splitlines()

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
        return done.stdout


@contextmanager
def running_cups() -> Iterator[Cups]:
    """Run a spooler with its own folders until the block ends; fail naming the package if a program is missing."""
    missing = {package for program, package in _NEEDED.items() if _program(program) is None}
    if missing:
        pytest.fail(f"needs a real CUPS: apt-get install {' '.join(sorted(missing))}")
    folder = Path(tempfile.mkdtemp(prefix="cups-"))
    folder.chmod(0o755)
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        cups = Cups(folder, stack)
        cups.env.update(os.environ, CUPS_SERVER=cups.socket, DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={folder}/bus")
        cups.env["PATH"] += ":/usr/sbin:/sbin"
        _write_settings(folder)
        _start(stack, ["dbus-daemon", "--nofork", "--config-file", f"{folder}/bus.conf"], cups.env, folder / "bus.log")
        conf = ["-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"]
        _start(stack, ["cupsd", "-f", *conf], cups.env, folder / "cupsd.log")
        wait_until((folder / "bus").exists, "the message bus is up")
        wait_until(lambda: _socket_answers(cups.socket), "cupsd is up")
        yield cups


def ipp_uri(port: int) -> str:
    """Return the address of an IPP printer on this machine."""
    return f"ipp://localhost:{port}/ipp/print"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("localhost", 0)) as server:
        return int(server.getsockname()[1])


def answers(port: int) -> bool:
    """Whether somebody listens on a port of this machine."""
    try:
        socket.create_connection(("localhost", port), 1).close()
    except OSError:
        return False
    return True


def _socket_answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(path) == 0


def _program(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def _start(stack: ExitStack, command: list[str], env: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    command = [_program(command[0]) or command[0], *command[1:]]
    with log.open("wb") as stream:
        process = subprocess.Popen(command, env=env, stdout=stream, stderr=stream, stdin=subprocess.DEVNULL)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def _write_settings(folder: Path) -> None:
    for name in ("root", "cache", "state", "spool", "spool/tmp"):
        (folder / name).mkdir()
    words = {"folder": folder, "server_bin": _server_bin(folder)}
    (folder / "cupsd.conf").write_text(_CUPSD_CONF.format(**words))
    (folder / "cups-files.conf").write_text(_CUPS_FILES_CONF.format(**words))
    (folder / "bus.conf").write_text(_BUS_CONF.format(**words))


def _server_bin(folder: Path) -> Path:
    """Return where cupsd finds its programs: copies for one who is not root, since some backends are for root only."""
    if os.geteuid() == 0:
        return _SYSTEM_SERVER_BIN
    own = folder / "bin"
    (own / "backend").mkdir(parents=True)
    for part in _SYSTEM_SERVER_BIN.iterdir():
        if part.name != "backend":
            (own / part.name).symlink_to(part)
    for name in ("ipp", "socket"):
        shutil.copy(_SYSTEM_SERVER_BIN / "backend" / name, own / "backend" / name)
        (own / "backend" / name).chmod(0o755)
    return own
