"""Speak IPP with the system's print spooler through its own library, libcups (Linux and macOS).

libcups finds the spooler as `lp` does (client.conf, CUPS_SERVER, the local socket) and answers in numbers and
keywords; the output of `lp` and `lpstat` is text that follows the user's language and hides why a job ended.
A call hangs as long as the spooler does: only ever call from a process that can be killed.
"""

import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

Value = str | int
Attributes = dict[str, tuple[Value, ...]]


class Operation(IntEnum):
    """The few operations a counter needs (RFC 8011 §4; CUPS's own from 0x4000 on)."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    GET_DEFAULT = 0x4001
    GET_PRINTERS = 0x4002


class Group(IntEnum):
    """Where in a request an attribute belongs (RFC 8010 §3.5.1)."""

    NONE = 0x00
    OPERATION = 0x01
    JOB = 0x02


class Tag(IntEnum):
    """Kinds of attribute values (RFC 8010 §3.5.2)."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


class Status(IntEnum):
    """Answers that mean something of their own to a counter (RFC 8011 appendix B)."""

    LAST_OK = 0x00FF
    NOT_POSSIBLE = 0x0404
    NOT_FOUND = 0x0406
    SERVICE_UNAVAILABLE = 0x0502
    NOT_ACCEPTING_JOBS = 0x0506


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute of a request."""

    group: Group
    tag: Tag
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One question or order; `file` is the document of a print job."""

    operation: Operation
    resource: str
    fields: tuple[Field, ...]
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the spooler said: a status and one set of attributes for each job or printer."""

    status: int
    message: str
    entries: tuple[Attributes, ...]

    @property
    def is_ok(self) -> bool:
        """Whether the spooler did what it was asked."""
        return self.status <= Status.LAST_OK


class LibraryMissing(Exception):
    """This machine has no libcups, so it has no CUPS to print with either."""


def ask_spooler(request: Request) -> Answer:
    """Send one request to this machine's spooler and return the answer.

    Raise LibraryMissing where there is no libcups; an unreachable spooler is an answer, SERVICE_UNAVAILABLE.
    """
    return _answer(_library(), None, request)


def ask_device(host: str, port: int, request: Request) -> Answer:
    """Send one request to a network printer itself, past the spooler; raise as `ask_spooler` does."""
    cups = _library()
    connection = cups.httpConnect2(host.encode(), port, None, 0, _ENCRYPT_IF_ASKED, 1, _CONNECT_MS, None)
    if not connection:
        return Answer(Status.SERVICE_UNAVAILABLE, "", ())
    try:
        cups.httpSetTimeout(connection, _ANSWER_SECONDS, None, None)
        return _answer(cups, connection, request)
    finally:
        cups.httpClose(connection)


def keywords(name: str, *values: str) -> Field:
    """Return an operation attribute of keywords, as `requested-attributes` is."""
    return Field(Group.OPERATION, Tag.KEYWORD, name, values)


_PASSWORD_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p
)


def _no_password(*_: object) -> None:
    """Never stop to ask for a password on a terminal: there is nobody to answer."""


_refuse_password = _PASSWORD_CALLBACK(_no_password)

_ENCRYPT_IF_ASKED = 0
_CONNECT_MS = 1500
_ANSWER_SECONDS = 2.0

_POINTER, _TEXT, _NUMBER = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
_PROTOTYPES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "cupsDoFileRequest": (_POINTER, (_POINTER, _POINTER, _TEXT, _TEXT)),
    "cupsLastError": (_NUMBER, ()),
    "cupsLastErrorString": (_TEXT, ()),
    "cupsSetPasswordCB2": (None, (_PASSWORD_CALLBACK, _POINTER)),
    "cupsUser": (_TEXT, ()),
    "httpClose": (None, (_POINTER,)),
    "httpConnect2": (_POINTER, (_TEXT, _NUMBER, _POINTER, _NUMBER, _NUMBER, _NUMBER, _NUMBER, _POINTER)),
    "httpSetTimeout": (None, (_POINTER, ctypes.c_double, _POINTER, _POINTER)),
    "ippAddBoolean": (_POINTER, (_POINTER, _NUMBER, _TEXT, ctypes.c_char)),
    "ippAddInteger": (_POINTER, (_POINTER, _NUMBER, _NUMBER, _TEXT, _NUMBER)),
    "ippAddStrings": (_POINTER, (_POINTER, _NUMBER, _NUMBER, _TEXT, _NUMBER, _TEXT, ctypes.POINTER(_TEXT))),
    "ippDelete": (None, (_POINTER,)),
    "ippFirstAttribute": (_POINTER, (_POINTER,)),
    "ippGetBoolean": (_NUMBER, (_POINTER, _NUMBER)),
    "ippGetCount": (_NUMBER, (_POINTER,)),
    "ippGetGroupTag": (_NUMBER, (_POINTER,)),
    "ippGetInteger": (_NUMBER, (_POINTER, _NUMBER)),
    "ippGetName": (_TEXT, (_POINTER,)),
    "ippGetStatusCode": (_NUMBER, (_POINTER,)),
    "ippGetString": (_TEXT, (_POINTER, _NUMBER, _POINTER)),
    "ippGetValueTag": (_NUMBER, (_POINTER,)),
    "ippNewRequest": (_POINTER, (_NUMBER,)),
    "ippNextAttribute": (_POINTER, (_POINTER,)),
}


@cache
def _library() -> ctypes.CDLL:
    name = "libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2"
    try:
        cups = ctypes.CDLL(name)
    except OSError as error:
        raise LibraryMissing(name) from error
    for function, (result, arguments) in _PROTOTYPES.items():
        entry = getattr(cups, function)
        entry.restype, entry.argtypes = result, arguments
    cups.cupsSetPasswordCB2(_refuse_password, None)
    return cups


def _answer(cups: ctypes.CDLL, connection: int | None, request: Request) -> Answer:
    message = cups.ippNewRequest(request.operation)
    for field in sorted((_field_of_user(cups), *request.fields), key=_group_of):
        _add(cups, message, field)
    path = None if request.file is None else bytes(request.file)
    response = cups.cupsDoFileRequest(connection, message, request.resource.encode(), path)
    status, said = cups.cupsLastError(), _decoded(cups.cupsLastErrorString())
    if not response:
        return Answer(max(status, Status.LAST_OK + 1), said, ())
    try:
        return Answer(cups.ippGetStatusCode(response), said, tuple(_entries(cups, response)))
    finally:
        cups.ippDelete(response)


def _field_of_user(cups: ctypes.CDLL) -> Field:
    return Field(Group.OPERATION, Tag.NAME, "requesting-user-name", (_decoded(cups.cupsUser()),))


def _group_of(field: Field) -> int:
    return field.group


def _add(cups: ctypes.CDLL, request: int, field: Field) -> None:
    name = field.name.encode()
    if field.tag in (Tag.INTEGER, Tag.ENUM):
        cups.ippAddInteger(request, field.group, field.tag, name, int(field.values[0]))
    elif field.tag is Tag.BOOLEAN:
        cups.ippAddBoolean(request, field.group, name, bytes([int(field.values[0])]))
    else:
        texts = [str(value).encode() for value in field.values]
        array = (ctypes.c_char_p * len(texts))(*texts)
        cups.ippAddStrings(request, field.group, field.tag, name, len(texts), None, array)


def _entries(cups: ctypes.CDLL, response: int) -> Iterator[Attributes]:
    """Yield one dictionary for each group of attributes about a job or a printer."""
    entry: Attributes = {}
    attribute = cups.ippFirstAttribute(response)
    while attribute:
        name = cups.ippGetName(attribute)
        if name is None and entry:
            yield entry
            entry = {}
        elif name is not None and cups.ippGetGroupTag(attribute) not in (Group.NONE, Group.OPERATION):
            entry[_decoded(name)] = _values(cups, attribute)
        attribute = cups.ippNextAttribute(response)
    if entry:
        yield entry


def _values(cups: ctypes.CDLL, attribute: int) -> tuple[Value, ...]:
    """Return the values that are numbers or text; collections and ranges are nothing a counter reads."""
    tag, indices = cups.ippGetValueTag(attribute), range(cups.ippGetCount(attribute))
    if tag in (Tag.INTEGER, Tag.ENUM):
        return tuple(int(cups.ippGetInteger(attribute, index)) for index in indices)
    if tag == Tag.BOOLEAN:
        return tuple(int(cups.ippGetBoolean(attribute, index)) for index in indices)
    if tag in (Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE) or Tag.TEXT <= tag <= Tag.MIME_TYPE:
        return tuple(_decoded(cups.ippGetString(attribute, index, None)) for index in indices)
    return ()


def _decoded(text: bytes | None) -> str:
    return "" if text is None else text.decode("utf-8", "replace")
