"""A new password for a station that has lost its own: the same login, the same streams, nothing to begin anew."""

import secrets

from onestop_desk.sync.fault import StationUnknown
from onestop_desk.sync.line import faults_named, open_line
from onestop_desk.sync.login import change_password


def renew_password(url: str, name: str, password: str = "") -> str:
    """Give a station another password and return it, kept nowhere else; the old one is void. Raises StationUnknown."""
    secret = secrets.token_urlsafe(24)
    with open_line(url, password) as line, faults_named(line.info.host), line.transaction():
        query = "SELECT login FROM sy.station WHERE name = %s AND revoked_at IS NULL"
        found = line.execute(query, (name,)).fetchone()
        if found is None:
            raise StationUnknown(name, "unknown")
        change_password(line, found[0], secret)
    return secret
