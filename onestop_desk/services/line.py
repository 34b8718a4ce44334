"""One dossier as a line of a list: what look-ups and views give out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onestop_desk.domain.dossier import Stage
from onestop_desk.services.projection import DOSSIER


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A dossier as lists show it; times are aware, UTC."""

    uid: str
    code: str
    stage: Stage
    owner_name: str
    owner_number: str
    owner_birth: date | None
    owner_phone: str
    procedure_code: str
    procedure_name: str
    channel: str
    counter: int
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None
    needs_person: bool


_NAMES = tuple(DossierLine.__dataclass_fields__)
COLUMNS = tuple(DOSSIER.c[name] for name in _NAMES)
"""What a query must select, in the order that `line_of` reads."""


def line_of(row: Iterable[Any]) -> DossierLine:
    """Read one row of COLUMNS."""
    uid, code, stage, *rest = row
    return DossierLine(uid, code, Stage(stage), *rest)
