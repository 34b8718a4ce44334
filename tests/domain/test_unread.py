"""Whatever stands in a payload, reading it ends in one of two ways: an event whose every value is of its field's type,
or a parked one that folds to nothing."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onestop_desk.domain.chain import NOT_READ, Link, UnreadEvent, entry_of, payload_of, read_entry
from onestop_desk.domain.dossier import DossierState, fold
from onestop_desk.domain.office import ClerkWord
from onestop_desk.services import projection
from tests.domain.test_chain import AT, EVENTS, LINK, OTHERS

BY = ClerkWord("hoa", "Nguyễn Thị Hoa")
NOTED = b'{"by":["h","H"],"event":{"at":"2026-11-23T01:30:00Z","text":"%s"},"uid":"%s"}'
UID = b"a" * 32

UNREAD = {
    "not UTF-8": b"\xff\xfe",
    "empty": b"",
    "an empty object": b"{}",
    "a list": b"[]",
    "a number": b"1",
    "a long number": b"9" * 5_000,
    "deep": b"[" * 100_000,
    "half a pair": NOTED % (b"\\ud800", UID),
    "NUL": NOTED % (b"\\u0000", UID),
    "NUL in a name of a field": b'{"a\\u0000":1,' + (NOTED % (b"x", UID))[1:],
    "text that is a number": NOTED.replace(b'"%s"', b"5", 1).replace(b"%s", UID),
    "a moment without a zone": (NOTED % (b"x", UID)).replace(b"00Z", b"00"),
    "a moment at the end of time": (NOTED % (b"x", UID)).replace(b"2026", b"9999"),
    "no author": (NOTED % (b"x", UID)).replace(b'["h","H"]', b"[]"),
    "an author who is a number": (NOTED % (b"x", UID)).replace(b'"h"', b"1"),
    "a uid that is a list": (NOTED % (b"x", UID)).replace(b'"' + UID + b'"', b"[]"),
    "a uid without end": NOTED % (b"x", b"a" * 3_000),
    "no event": b'{"by":["h","H"],"uid":"' + UID + b'"}',
    "the event is a list": b'{"by":["h","H"],"event":[],"uid":"' + UID + b'"}',
}

MAY_BE_MEANT = {
    *("text that is a number", "a moment without a zone", "a moment at the end of time", "the event is a list"),
}
"""What may be the right shape of a kind that only a later program knows."""


@pytest.mark.parametrize("name", UNREAD)
@pytest.mark.parametrize("kind", ["noted", "a later program's"])
def test_what_cannot_be_read_is_parked(name: str, kind: str) -> None:
    if kind != "noted" and name in MAY_BE_MEANT:
        return
    link = replace(LINK, kind=kind)
    entry = read_entry(link, UNREAD[name], AT)
    assert isinstance(entry.event, UnreadEvent)
    assert (entry.event.kind, entry.subject, entry.stream, entry.seq) == (kind, link.subject, link.stream, link.seq)
    assert 0 < len(entry.uid) <= 64
    assert fold([entry]) == DossierState()


def test_what_is_written_as_json_escapes_and_means_plain_letters_is_read() -> None:
    entry = read_entry(LINK, NOTED % (b"\\u1ea5 \\ud83d\\ude00 \\\\u0000", UID), AT)
    assert getattr(entry.event, "text", "") == "ấ 😀 \\u0000"


def test_a_parked_event_keeps_its_identity_where_it_has_one() -> None:
    entry = read_entry(LINK, UNREAD["text that is a number"], AT)
    assert (entry.uid, entry.by) == (UID.decode(), ClerkWord("h", "H"))


def test_a_code_that_is_none_parks_the_reception_and_the_hand_over() -> None:
    (received,) = [event for event in EVENTS if event.kind == "received"]
    for event in (
        replace(received, code="zzz"),
        next(replace(e, content=replace(received, code="")) for e in EVENTS if e.kind == "handed_over"),
    ):
        link = replace(LINK, kind=event.kind)
        assert isinstance(read_entry(link, payload_of("u", BY, event), AT).event, UnreadEvent)


_ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(["2026-11-23T01:30:00Z", "0001-01-01T00:00:00+14:00", "2026-11-23", "08:00", "H31.20.11"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["at", "name", "day"]), inner),
    max_leaves=6,
)
_SUBJECTS = ("dossier", "procedure", "clerk", "visit", "bundle", "request", "office", "calendar", "desk", "months")


@given(st.data())
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_no_value_in_any_field_of_any_event_stops_the_fold(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([*EVENTS, *OTHERS]))
    payload = json.loads(payload_of("u" * 32, BY, whole))
    _spoil(data, payload["event"], data.draw(st.integers(0, 2)))
    link = replace(LINK, kind=whole.kind, version=whole.version)
    spelled = json.dumps(payload).encode()
    try:
        entry = entry_of(link, spelled, AT)
    except NOT_READ:
        entry = read_entry(link, spelled, AT)
        assert isinstance(entry.event, UnreadEvent)
    else:
        _require_types(entry.event)
    received = next(event for event in EVENTS if event.kind == "received")
    first = read_entry(replace(LINK, kind="received"), payload_of("r" * 32, BY, received), AT)
    for prefix in _SUBJECTS:
        projection.row_of(f"{prefix}/x", [entry], 1)
        projection.row_of(f"{prefix}/x", [first, entry], 1)


def _spoil(data: st.DataObject, event: Any, depth: int) -> None:
    """Put anything in place of one value, as deep as asked."""
    while isinstance(event, dict) and event:
        name = data.draw(st.sampled_from(sorted(event)))
        if depth and isinstance(event[name], dict):
            event, depth = event[name], depth - 1
            continue
        event[name] = data.draw(_ANYTHING)
        return


def _require_types(value: Any) -> None:
    assert is_dataclass(value)
    for field in fields(value):
        found = getattr(value, field.name)
        if field.type in (str, "str"):
            assert type(found) is str
        if field.type in (int, "int"):
            assert type(found) is int
        if isinstance(found, datetime):
            assert found.astimezone(UTC)
        if is_dataclass(found):
            _require_types(found)


def test_links_of_any_moment_are_read() -> None:
    from onestop_desk.models.base import from_microseconds, to_microseconds

    for at_us in (2**62, -(2**62), 2**63 - 1, -(2**63), 0, 1_764_000_000_000_001):
        moment = from_microseconds(at_us)
        assert to_microseconds(moment) == at_us
        assert moment.astimezone(UTC).year in range(2, 9999)
        assert read_entry(Link("0" * 32, 1, at_us, "noted", 1, "x"), NOTED % (b"x", UID), moment).recorded_at == moment
