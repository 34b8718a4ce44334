"""What waits for a supplement: the earliest deadline first, those without one last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select

from onestop_desk.domain.dossier import Stage
from onestop_desk.models.dossier import NOT_RETURNED
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.projection import DOSSIER

# Said in the very words of the partial index, or SQLite does not use it.
_NOT_RETURNED: ColumnElement[Any] = literal_column(NOT_RETURNED.text)
_WAITING = (_NOT_RETURNED, DOSSIER.c.stage == int(Stage.SUPPLEMENT))
_ROWS = (
    select(*COLUMNS, DOSSIER.c.deadline)
    .where(*_WAITING)
    .order_by(DOSSIER.c.deadline.is_(None), DOSSIER.c.deadline, DOSSIER.c.id)
)
_COUNT = select(func.count()).select_from(DOSSIER).where(*_WAITING)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dossier that waits for papers, until `deadline` where there is one."""

    line: DossierLine
    deadline: datetime | None

    def is_late(self, now: datetime) -> bool:
        """Tell whether the deadline has passed."""
        return self.deadline is not None and now > self.deadline


def waiting(desk: Desk, offset: int, limit: int) -> tuple[Waiting, ...]:
    """Return a page of what waits."""
    with desk.reading() as connection:
        rows = connection.execute(_ROWS.offset(offset).limit(limit)).all()
    return tuple(Waiting(line_of(line), deadline) for *line, deadline in rows)


def count_waiting(desk: Desk) -> int:
    """Return how many dossiers wait."""
    with desk.reading() as connection:
        return int(connection.execute(_COUNT).scalar_one())
