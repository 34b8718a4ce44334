"""The log's wire form: payload bytes, kinds, and the hash that chains a stream's events."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onestop_desk.domain.bundle import BUNDLE_EVENTS
from onestop_desk.domain.catalogue import CATALOGUE_EVENTS
from onestop_desk.domain.codes import DossierCode
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.events import DOSSIER_EVENTS, HandedOver, Received
from onestop_desk.domain.ledger import LEDGER_EVENTS
from onestop_desk.domain.office import OFFICE_EVENTS, ClerkWord, Entry
from onestop_desk.domain.plain import canonical, from_plain, to_plain
from onestop_desk.domain.portal import REQUEST_EVENTS
from onestop_desk.domain.visit import VISIT_EVENTS

GENESIS = bytes(32)
"""What the first event of a stream is chained to."""

LONGEST_TEXT, MOST_PAYLOAD, MOST_WITH_CONTENT = 20_000, 400_000, 800_000
"""What an event may hold: letters of one text; bytes of the whole; bytes of one that carries a dossier's content along.
The centre takes 1,000,000 bytes at a time (sync.md §3): what is let in here can be sent there, for ever."""

_CARRIED = frozenset({"content", "old"})
"""What was let in before and is only carried along: too long or not, it must not be in the way of a correction."""

_EVENTS: tuple[type[Any], ...] = (
    *DOSSIER_EVENTS,
    *BUNDLE_EVENTS,
    *VISIT_EVENTS,
    *CATALOGUE_EVENTS,
    *OFFICE_EVENTS,
    *LEDGER_EVENTS,
    *REQUEST_EVENTS,
)
KINDS: dict[str, type[Any]] = {event.kind: event for event in _EVENTS}


@dataclass(frozen=True, slots=True)
class UnknownEvent:
    """An event of a kind or version that this program does not know yet: kept, folded after the update."""

    kind: str
    version: int
    fields: str


@dataclass(frozen=True, slots=True)
class UnreadEvent(UnknownEvent):
    """An event whose hash is true and whose payload this program cannot read: kept byte for byte, folded to nothing,
    and something for a person to look at."""


NOT_READ = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, BadValue)
"""What reading a payload of any other shape raises."""

_LONGEST_UID = 64


@dataclass(frozen=True, slots=True)
class Link:
    """The facts that an event's hash covers; `at_us` is microseconds since 1970 UTC, as the station's clock said."""

    stream: str
    seq: int
    at_us: int
    kind: str
    version: int
    subject: str


def link_hash(previous: bytes, link: Link, payload_hash: bytes) -> bytes:
    """Return sha256(previous ‖ stream ‖ seq ‖ time ‖ kind ‖ version ‖ subject ‖ sha256(payload)); variable parts are
    preceded by their length, so no two different events spell the same bytes."""
    kind, subject = link.kind.encode(), link.subject.encode()
    spelled = b"".join(
        (
            previous,
            bytes.fromhex(link.stream),
            link.seq.to_bytes(8, "big"),
            link.at_us.to_bytes(8, "big", signed=True),
            len(kind).to_bytes(2, "big"),
            kind,
            link.version.to_bytes(2, "big"),
            len(subject).to_bytes(2, "big"),
            subject,
            payload_hash,
        )
    )
    return hashlib.sha256(spelled).digest()


def chained(previous: bytes, link: Link, payload: bytes) -> bytes:
    """Return the hash of an event with its payload, behind the event before it."""
    return link_hash(previous, link, hashlib.sha256(payload).digest())


def payload_of(uid: str, by: ClerkWord, event: Any) -> bytes:
    """Return an event's canonical payload: its identity, its author and its fields; NUL never enters. Raises BadValue
    with the field that is too long to be sent to the centre."""
    plain = to_plain(event)
    payload = canonical({"uid": uid, "by": [by.login, by.name], "event": plain})
    if b"\\u0000" in payload:
        raise ValueError("a NUL reached the log")
    if len(payload) > LONGEST_TEXT:  # in bytes, so no text of a shorter payload can have more letters
        _require_room(plain, len(payload))
    return payload


def _require_room(plain: dict[str, Any], size: int) -> None:
    for field, text in _texts(plain):
        if len(text) > LONGEST_TEXT:
            raise BadValue(field, "text_too_long", str(len(text)))
    if size > (MOST_WITH_CONTENT if "content" in plain else MOST_PAYLOAD):
        heaviest = max(plain, key=lambda name: len(canonical(plain[name])))
        raise BadValue(heaviest, "too_much", str(size))


def _texts(plain: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with the dotted name of its field."""
    match plain:
        case str():
            yield field, plain
        case dict():
            for name, value in plain.items():
                if field or name not in _CARRIED:
                    yield from _texts(value, f"{field}.{name}" if field else name)
        case list():
            for value in plain:
                yield from _texts(value, field)


def entry_of(link: Link, payload: bytes, recorded_at: datetime) -> Entry:
    """Read a stored event back; an unknown kind or a later version becomes an UnknownEvent. Raises one of NOT_READ."""
    data = json.loads(payload.decode())
    kind = KINDS.get(link.kind)
    if b"\\u" in payload:
        _require_text(data)
    if kind is None or link.version > kind.version:
        event: object = UnknownEvent(link.kind, link.version, canonical(data["event"]).decode())
    else:
        event = from_plain(kind, data["event"])
        if kind in _CODED:
            _require_code(event)
    return _entry(link, _uid(data), _author(data), event, recorded_at)


def parked_entry(link: Link, payload: bytes, recorded_at: datetime) -> Entry:
    """Return what stands for an event that `entry_of` cannot read: it may still have its identity and its author."""
    uid, by = f"{link.stream}-{link.seq}", ClerkWord("", "")
    with suppress(*NOT_READ):  # else its place in the log is its identity
        data = json.loads(payload.decode())
        _require_text(data)
        uid = _uid(data)
        by = _author(data)
    return _entry(link, uid, by, UnreadEvent(link.kind, link.version, ""), recorded_at)


def read_entry(link: Link, payload: bytes, recorded_at: datetime) -> Entry:
    """Read an event whose hash is known to be true, or park it."""
    try:
        return entry_of(link, payload, recorded_at)
    except NOT_READ:
        return parked_entry(link, payload, recorded_at)


def is_understood(kind: str, version: int) -> bool:
    """Tell whether this program knows the kind and the version."""
    return kind in KINDS and version <= KINDS[kind].version


def _entry(link: Link, uid: str, by: ClerkWord, event: object, recorded_at: datetime) -> Entry:
    return Entry(uid, link.subject, event, by, recorded_at, link.stream, link.seq)


def _uid(data: Any) -> str:
    uid = data["uid"]
    if type(uid) is not str or not 0 < len(uid) <= _LONGEST_UID:
        raise ValueError("no uid")
    return uid


def _author(data: Any) -> ClerkWord:
    login, name = data["by"]
    if type(login) is not str or type(name) is not str:
        raise TypeError("no author")
    return ClerkWord(login, name)


def _require_code(event: Any) -> None:
    """Refuse a dossier whose code is none: everything else finds it by its code."""
    received = event if isinstance(event, Received) else event.content
    if received is not None:
        DossierCode.parse(received.code)


_CODED = (Received, HandedOver)


def _require_text(data: Any) -> None:
    """Refuse signs that no database keeps: NUL, and halves of a pair. Only what JSON escapes can hold them."""
    match data:
        case str():
            if "\0" in data:
                raise ValueError("a NUL in the log")
            data.encode()
        case dict():
            for name, value in data.items():
                _require_text(name)
                _require_text(value)
        case list():
            for value in data:
                _require_text(value)
