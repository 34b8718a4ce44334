"""The log of bugs: an id and a trail of places, never the message, which may hold a person's data."""

import logging
import secrets
import traceback
from pathlib import PurePath

_log = logging.getLogger("onestop_desk.bug")


def log_bug(error: BaseException) -> str:
    """Log where `error` came from and return the id to quote."""
    bug_id = f"L-{secrets.token_hex(3).upper()}"
    _log.error("bug %s: %s", bug_id, " <- ".join(_trail(error)))
    return bug_id


def _trail(error: BaseException) -> list[str]:
    parts = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        frames = traceback.extract_tb(link.__traceback__)
        places = (f"{PurePath(f.filename).name}:{f.lineno} {f.name}" for f in frames)
        parts.append(f"{type(link).__qualname__} at {' > '.join(places)}")
        link = link.__cause__ or link.__context__
    return parts
