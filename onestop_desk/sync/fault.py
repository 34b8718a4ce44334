"""What can be wrong with the centre or the way to it, told apart, each with its facts; never a name or a number."""

from dataclasses import dataclass

from onestop_desk.domain.errors import DeskError


@dataclass(eq=False)
class CentreUnreachable(DeskError):
    """No conversation came about: no line, no such host, nobody listening."""

    host: str
    code = "CENTRE-LINE"


@dataclass(eq=False)
class LineLost(DeskError):
    """The line broke in the middle of an answer: whether the centre acted is not known, and is asked again."""

    host: str
    code = "CENTRE-LOST"


@dataclass(eq=False)
class CentreRefused(DeskError):
    """The centre does not let this station in, or not to this agency: wrong password, revoked, no such scope."""

    host: str
    agency: str = ""
    code = "CENTRE-NO"


@dataclass(eq=False)
class CertificateRefused(DeskError):
    """The centre's certificate is not one to trust for this host; there is no way round it."""

    host: str
    code = "CENTRE-TLS"


@dataclass(eq=False)
class AddressRefused(DeskError):
    """The centre's address cannot be used; `reason`: `form`, not a PostgreSQL URL with a host; `plain`, it asks for a
    line anybody can read; `several`, it names more than one host."""

    reason: str
    code = "CENTRE-URL"


@dataclass(eq=False)
class CentreBusy(DeskError):
    """The centre cannot take anything in now: starting, stopping, full, read-only, too many at once."""

    host: str
    reason: str
    code = "CENTRE-BUSY"


@dataclass(eq=False)
class CentreForeign(DeskError):
    """There is a database, but no centre of this program in it."""

    host: str
    code = "CENTRE-FOREIGN"


@dataclass(eq=False)
class CentreUnfit(DeskError):
    """This PostgreSQL cannot become a centre: `reason` is encoding, version, or rights."""

    reason: str
    code = "CENTRE-UNFIT"


@dataclass(eq=False)
class CentreOtherVersion(DeskError):
    """The centre and this program speak no common version of the conversation."""

    lowest: int
    highest: int
    ours: int
    code = "CENTRE-VERSION"


@dataclass(eq=False)
class CentreWrong(DeskError):
    """The centre's answer does not hold together: a position missing, a hash or digest that does not follow."""

    what: str
    pos: int
    code = "CENTRE-WRONG"


@dataclass(eq=False)
class StationUnknown(DeskError):
    """There is no station of this name at the centre, or one already."""

    name: str
    reason: str
    code = "STATION"
