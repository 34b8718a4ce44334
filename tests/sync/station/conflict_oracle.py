"""Which dossiers a person must settle, told from the raw feed of the centre: it knows no fold and no projection."""

import json
from collections.abc import Iterable
from typing import Any

_FOLLOWS = {
    "": {"received": "in work"},
    "in work": {"handed_over": "in work", "finished": "done", "withdrawn": "over"},
    "done": {"handed_over": "done", "returned": "over"},
    "over": {},
}
_ALWAYS = ("noted", "corrected")


def doubtful(feed: Iterable[tuple[str, str, bytes]]) -> set[str]:
    """Return the uids of the dossiers to which something happened that could not any more; `feed` is an agency's, as
    kind, subject and payload in the order of its places."""
    found, stage, address, seen = set[str](), dict[str, str](), dict[str, str](), set[str]()
    for kind, subject, payload in feed:
        told = json.loads(payload)
        if not subject.startswith("dossier/") or told["uid"] in seen:
            continue
        seen.add(told["uid"])
        uid, event = subject.removeprefix("dossier/"), told["event"]
        if not _is_possible(stage.get(uid, ""), kind) or _is_overtaken(kind, event, address.get(uid, "")):
            found.add(uid)
        stage[uid] = _FOLLOWS[stage.get(uid, "")].get(kind, stage.get(uid, ""))
        if kind == "received":
            address[uid] = event["owner"].get("address", "")
        elif kind == "corrected":
            address[uid] = event["new"]
    return found


def _is_possible(stage: str, kind: str) -> bool:
    return kind in _FOLLOWS[stage] or (bool(stage) and kind in _ALWAYS)


def _is_overtaken(kind: str, event: dict[str, Any], address: str) -> bool:
    return kind == "corrected" and event["old"] != address
