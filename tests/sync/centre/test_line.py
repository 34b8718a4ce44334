"""A bad line to the centre: whatever is cut, nothing is lost, nothing is there twice, and the cause has its name."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from onestop_desk.domain.errors import DeskError
from onestop_desk.sync import fault, line
from onestop_desk.sync.centre import open_centre
from onestop_desk.sync.line import safe_parts
from onestop_desk.sync.wire import Answer
from tests.sync.chains import STREAM, chain
from tests.sync.postgres import CentreDatabase
from tests.sync.proxy import Proxy, Trouble

AGENCY = "H31.20.11"
EVENTS = chain(6)


@pytest.fixture
def proxy(database: CentreDatabase) -> Iterator[Proxy]:
    """Give a line of our own to the centre, and a station that has opened its stream."""
    database.add("quay-1", AGENCY)
    with Proxy(f"{database.cluster.socket}/.s.PGSQL.5432") as made:
        yield made


def _through(database: CentreDatabase, proxy: Proxy, more: str = "") -> str:
    station = database.stations["quay-1"]
    return f"postgresql://{station.login}:{station.password}@localhost:{proxy.port}/{database.name}?{more}"


@pytest.mark.parametrize(("way", "step"), [("cut_up_after", 17), ("cut_down_after", 11)])
def test_a_push_cut_at_any_byte_is_sent_again_and_stands_once(
    database: CentreDatabase, proxy: Proxy, way: str, step: int
) -> None:
    cut = 0
    with database.open("quay-1") as good:
        fence = good.open_stream(AGENCY, STREAM, 1, 0).fence
        events = chain(40)
        for at, event in enumerate(events):
            proxy.trouble = Trouble()
            with open_centre(_through(database, proxy, "sslmode=disable")) as bad:
                proxy.trouble = Trouble(**{way: at * step})
                try:
                    answer = bad.push(AGENCY, STREAM, fence, [event])
                except fault.LineLost:
                    answer = good.push(AGENCY, STREAM, fence, [event])
                    cut += 1
            assert (answer.answer, answer.head_seq) == (Answer.OK, at + 1), at * step
            fence = answer.fence
        page = good.pull(AGENCY, 0, 500, STREAM, 0)
    assert [one.seq for one in page.events] == list(range(1, 41))
    assert 20 <= cut < 40, "the cuts should reach from the first byte to beyond the last"


def test_a_centre_that_falls_silent_is_given_up(
    database: CentreDatabase, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "SILENCE_S", 0.05)
    monkeypatch.setattr(line, "_LOOK_S", 0.01)
    with open_centre(_through(database, proxy, "sslmode=disable")) as bad:
        fence = bad.open_stream(AGENCY, STREAM, 1, 0).fence
        proxy.trouble = Trouble(silent_down_after=0)
        with pytest.raises(fault.LineLost):
            bad.push(AGENCY, STREAM, fence, EVENTS)
    with database.open("quay-1") as good:
        assert good.push(AGENCY, STREAM, fence, EVENTS).answer is Answer.OK
        assert good.hello(AGENCY).head_pos == len(EVENTS)


def test_a_line_that_nobody_answers_is_named(database: CentreDatabase, proxy: Proxy) -> None:
    proxy.trouble = Trouble(refuses=True)
    with pytest.raises(fault.CentreUnreachable):
        open_centre(_through(database, proxy, "sslmode=disable"))
    with Proxy(f"{database.cluster.socket}/.s.PGSQL.5432") as gone:
        url = _through(database, gone)
    with pytest.raises(fault.CentreUnreachable):
        open_centre(url)


@pytest.mark.parametrize(
    ("statement", "kind", "reason"),
    [
        ("ALTER DATABASE {name} SET default_transaction_read_only = on", fault.CentreBusy, "read_only"),
        ("ALTER DATABASE {name} ALLOW_CONNECTIONS false", fault.CentreBusy, "starting"),
        ("UPDATE sy.server SET min_protocol = 9, max_protocol = 9", fault.CentreOtherVersion, ""),
        ("ALTER SCHEMA sy RENAME TO another_project", fault.CentreForeign, ""),
    ],
)
def test_a_centre_that_cannot_now_is_told_apart(
    database: CentreDatabase, statement: str, kind: type[DeskError], reason: str
) -> None:
    other = database.cluster.copied("sy_template")
    other.add("quay-1", AGENCY)
    (database if statement.startswith("ALTER DATABASE") else other).run(statement.format(name=other.name))
    try:
        with pytest.raises(kind) as told, other.open("quay-1") as centre:
            centre.hello(AGENCY)
        assert getattr(told.value, "reason", "") == reason
    finally:
        other.drop()


def test_no_centre_by_this_name_and_no_such_login(database: CentreDatabase) -> None:
    url = database.add("quay-1", AGENCY)
    with pytest.raises(fault.CentreForeign):
        open_centre(url.replace(database.name, "elsewhere"))
    with pytest.raises(fault.CentreRefused):
        open_centre(url.replace(database.stations["quay-1"].login, "nobody"))


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_an_address_that_asks_for_less_than_a_verified_line_is_refused(mode: str) -> None:
    with pytest.raises(fault.AddressRefused):
        safe_parts(f"postgresql://x@centre.example/sy?sslmode={mode}")


@pytest.mark.parametrize("host", ["centre.example", "10.0.0.7", "127.0.0.1,centre.example", "0.0.0.0", "192.168.1.5"])
def test_every_host_but_this_one_is_spoken_to_with_a_verified_certificate(host: str) -> None:
    assert safe_parts(f"postgresql://x@{host}/sy")["sslmode"] == "verify-full"
    assert safe_parts(f"postgresql://x@{host}/sy")["sslrootcert"] == "system"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://x@localhost/sy?hostaddr=10.0.0.7",
        "postgresql:///sy",
        "service=sy",
        "postgresql://x@localhost/sy?service=y",
        "http://centre.example",
        "what",
    ],
)
def test_an_address_that_leaves_the_host_to_something_else_is_refused(url: str) -> None:
    with pytest.raises(fault.AddressRefused):
        safe_parts(url)


Make = Callable[..., tuple[ssl.SSLContext, Path]]


@pytest.fixture
def certificate(tmp_path: Path) -> Make:
    """Give what makes a server certificate that signs itself, and the file to trust it by."""

    def make(host: str = "localhost", days: int = 1, name: str = "one") -> tuple[ssl.SSLContext, Path]:
        key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
        named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        names = [x509.IPAddress(ip_address("127.0.0.9")), x509.DNSName(host)]
        built = (
            x509.CertificateBuilder(named, named, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=9))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        plain = serialization.NoEncryption()
        form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
        crt, pem = tmp_path / f"{name}.crt", tmp_path / f"{name}.key"
        crt.write_bytes(built.public_bytes(serialization.Encoding.PEM))
        pem.write_bytes(key.private_bytes(*form, plain))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(crt, pem)
        return context, crt

    return make


def test_a_certificate_that_can_be_trusted_opens_the_line(
    database: CentreDatabase, proxy: Proxy, certificate: Make
) -> None:
    context, trusted = certificate()
    with Proxy(f"{database.cluster.socket}/.s.PGSQL.5432", context) as safe:
        url = _through(database, safe, f"sslmode=verify-full&sslrootcert={trusted}")
        with open_centre(url) as centre:
            assert centre.hello(AGENCY).station == "quay-1"


@pytest.mark.parametrize("wrong", ["expired", "another host", "another signer", "no TLS at all"])
def test_any_other_certificate_is_refused_and_no_password_is_sent(
    database: CentreDatabase, proxy: Proxy, certificate: Make, wrong: str
) -> None:
    context, trusted = certificate(
        "elsewhere" if wrong == "another host" else "localhost", -1 if wrong == "expired" else 1
    )
    if wrong == "another signer":
        trusted = certificate(name="two")[1]
    with Proxy(f"{database.cluster.socket}/.s.PGSQL.5432", context, speaks_tls=wrong != "no TLS at all") as unsafe:
        url = _through(database, unsafe, f"sslmode=verify-full&sslrootcert={trusted}")
        with pytest.raises(fault.CertificateRefused):
            open_centre(url)


def test_a_line_of_three_seconds_there_and_back_is_opened(
    database: CentreDatabase, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a third of the time: one second there and back, and a third of what a connection may take."""
    monkeypatch.setattr(line, "CONNECT_S", line.CONNECT_S // 3)
    proxy.trouble = Trouble(delay_s=0.5)
    with open_centre(_through(database, proxy, "sslmode=disable")) as centre:
        assert centre.hello(AGENCY).head_pos == 0
