"""Connecting a desk with the centre: the address in the settings, the password in the keychain, the line when asked."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from onestop_desk.services.choices import choose
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import CentreNotSet
from onestop_desk.services.station_secret import Place, keep_secret, secret_of
from onestop_desk.sync.centre import Centre, open_centre
from onestop_desk.sync.fault import AddressRefused
from onestop_desk.sync.line import safe_parts


@dataclass(frozen=True, slots=True)
class Connected:
    """The centre has greeted this desk: as which station, and where its password is kept."""

    station: str
    kept_in: Place


def connect(desk: Desk, url: str, password: str = "") -> Connected:
    """Greet the centre with an address, and keep it once that has worked; raises what sync/fault.py names."""
    address, within = parted(url)
    password = password or within
    with open_centre(address, password) as centre:
        welcome = centre.hello(desk.state.agency)
    kept_in = keep_secret(desk.folder, address, password)
    choose(desk, {"centre_url": address})
    return Connected(welcome.station, kept_in)


def centre_of(desk: Desk) -> Callable[[], Centre]:
    """Return what opens this desk's line; raises CentreNotSet where no centre was ever named."""
    address = desk.settings.centre_url
    if not address:
        raise CentreNotSet()
    return lambda: open_centre(address, secret_of(desk.folder, address))


def parted(url: str) -> tuple[str, str]:
    """Return an address without its password, and the password; raises AddressRefused."""
    try:
        parts = urlsplit(url.strip())
        password = parts.password or ""
    except ValueError:
        raise AddressRefused("form") from None
    if parts.scheme not in ("postgresql", "postgres"):
        raise AddressRefused("form")
    host = parts.netloc.rpartition("@")[2]
    user = quote(parts.username or "", safe="")
    address = urlunsplit(parts._replace(netloc=f"{user}@{host}" if user else host))
    safe_parts(address)
    return address, password
