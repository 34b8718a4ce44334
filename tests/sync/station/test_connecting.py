"""A desk is connected once: the address in its settings, the password where nobody reads it; rounds from the command
line end with the exit codes of cli.md."""

import json
import stat
import sys

import keyring
import pytest
from keyring.backends import fail, null

from onestop_desk.__main__ import main
from onestop_desk.services import connecting, station_secret
from onestop_desk.services.connecting import parted
from onestop_desk.services.station_secret import FILE, Place, keep_secret, secret_of
from onestop_desk.settings import load_settings
from onestop_desk.sync.fault import AddressRefused, CentreRefused
from onestop_desk.ui.refusal import sentence
from tests.sync.station.stations import Station


class Chain(keyring.backend.KeyringBackend):
    """A keychain that keeps for a test what the system's would keep."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the machine have no keychain, as a server has none."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def keychain() -> Chain:
    """Let the machine have a keychain."""
    before = keyring.get_keyring()
    chain = Chain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


def test_the_password_goes_into_the_keychain_and_nowhere_else(one: Station, keychain: Chain) -> None:
    made = connecting.connect(one.desk, one.database.url_of("quay-1"))
    password = one.database.stations["quay-1"].password
    assert (made.station, made.kept_in) == ("quay-1", Place.KEYCHAIN)
    assert list(keychain.kept.values()) == [password]
    for path in one.folder.iterdir():
        assert password.encode() not in path.read_bytes(), path.name
    assert load_settings(one.folder).centre_url
    with connecting.centre_of(one.desk)() as centre:
        assert centre.hello("H31.20.11").station == "quay-1"


@pytest.mark.usefixtures("no_keychain")
def test_without_a_keychain_a_file_that_only_the_owner_reads(one: Station) -> None:
    made = connecting.connect(one.desk, one.database.url_of("quay-1"))
    assert made.kept_in is Place.FILE
    path = one.folder / FILE
    assert path.read_text() == one.database.stations["quay-1"].password
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_keychain_that_forgets_is_not_trusted(one: Station) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    try:
        assert keep_secret(one.folder, "postgresql://x@h/d", "secret") is Place.FILE
        assert secret_of(one.folder, "postgresql://x@h/d") == "secret"
        assert station_secret.secret_of(one.folder.parent, "postgresql://y@h/d") == ""
    finally:
        keyring.set_keyring(before)


@pytest.mark.usefixtures("no_keychain")
def test_a_wrong_password_changes_nothing(one: Station) -> None:
    with pytest.raises(CentreRefused):
        connecting.connect(one.desk, one.database.url_of("quay-1"), "wrong")
    assert load_settings(one.folder).centre_url == ""
    assert not (one.folder / FILE).exists()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://h/d",
        "postgresql://u:p@centre.example/d?sslmode=require",
        "postgresql://[",
        "postgresql://u@h/d?nope=1",
    ],
)
def test_an_address_that_cannot_be_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        parted(url)
    assert sentence(refused.value).do


@pytest.mark.usefixtures("no_keychain")
def test_the_command_line_connects_speaks_and_tells(
    one: Station, two: Station, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(two.folder)
    one.accept()
    one.round()
    two.desk.close()

    def call(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--data", folder, *words])
        return code, *capsys.readouterr()

    assert call("sync", "--once")[0] == 1
    monkeypatch.setenv("ONESTOP_CENTRE_PASSWORD", two.database.stations["quay-2"].password)
    url = two.database.url_of("quay-2").replace(f":{two.database.stations['quay-2'].password}", "")
    code, out, err = call("sync", "setup", "--url", url)
    assert (code, "“quay-2”" in out, "centre.secret" in err) == (0, True, True)
    code, out, _ = call("sync", "--once", "--json")
    said = json.loads(out)
    assert (code, said["trouble"]) == (0, None)
    assert said["received"] > 0
    code, out, _ = call("sync", "status", "--json")
    assert json.loads(out)["unsent"] == 0
    assert "Đã đồng bộ" in call("sync", "status")[1]
    two.desk = two.opened()


@pytest.mark.usefixtures("no_keychain")
def test_a_centre_that_is_not_there_is_exit_4_and_the_work_goes_on(
    one: Station, capsys: pytest.CaptureFixture[str]
) -> None:
    connecting.connect(one.desk, one.database.url_of("quay-1"))
    gone = one.desk.settings.centre_url.replace(one.database.cluster.socket, "/nowhere")
    connecting.choose(one.desk, {"centre_url": gone})
    one.desk.close()
    assert main(["--data", str(one.folder), "sync", "--once"]) == 4
    assert "Không liên lạc được" in capsys.readouterr().err
    one.desk = one.opened()
    assert one.accept().is_new
    main(["--data", str(one.folder), "sync", "status"])
    assert "Mất mạng từ" in capsys.readouterr().out
