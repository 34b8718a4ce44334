"""The day's board: views of dossiers with their counts, paged from SQL, and the figures of today.

A due moment is compared by its date (domain.md §3.12): due today is not late. While the clock stands still for a
supplement or a payment, nothing is due.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select, text

from onestop_desk.domain.calendar import VIETNAM, on
from onestop_desk.domain.dossier import Stage
from onestop_desk.domain.question import Question, View, read_question
from onestop_desk.models.dossier import DOUBTFUL, HELD, NOT_RETURNED, OPEN
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import COLUMNS, DossierLine, line_of
from onestop_desk.services.matching import NEWEST_FOUND, holds, match_of, through_index
from onestop_desk.services.printing import JOB, JobState
from onestop_desk.services.projection import DOSSIER

_Clauses = list[ColumnElement[bool]]

STOPPED_CLOCK = (Stage.SUPPLEMENT, Stage.PAYMENT)
AT_WORK = (Stage.RECEIVED, Stage.IN_PROGRESS, *STOPPED_CLOCK)
NO_PAPER = (JobState.WAITING, JobState.SENDING, JobState.REFUSED, JobState.UNKNOWN, JobState.EXPIRED)
LARGE = frozenset({View.ALL, View.RETURNED})
"""Views that hold most of the register: words are looked for in the index first."""

_REACHED = 5000
_DAY = timedelta(days=1)
# Said in the very words of the partial indexes, or SQLite does not use them.
_OPEN: ColumnElement[Any] = literal_column(OPEN.text)
_NOT_RETURNED: ColumnElement[Any] = literal_column(NOT_RETURNED.text)
_DOUBTFUL: ColumnElement[Any] = literal_column(DOUBTFUL.text)
_HELD: ColumnElement[Any] = literal_column(HELD.text)


class Sort(StrEnum):
    """How a list is ordered; names in the Vietnamese order."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    NAME_BACK = "name_back"
    DUE = "due"
    DUE_BACK = "due_back"


LARGE_SORTS = frozenset({Sort.NEWEST, Sort.OLDEST})


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: a view, narrowed by words as in the search box. The large views know only the orders of
    LARGE_SORTS, and come newest first when narrowed by words."""

    view: View
    sort: Sort = Sort.NEWEST
    words: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """The figures beside every page."""

    received: int
    returned: int
    due_soon: int
    overdue: int


def count(desk: Desk, view: View, words: str = "") -> int:
    """Return how many dossiers a view holds."""
    question = read_question(words)
    query, parameters = _asked(desk, select(func.count()), (view, *question.views), question)
    with desk.reading() as connection:
        return int(connection.execute(query, parameters).scalar_one())


def page(desk: Desk, listing: Listing, offset: int, limit: int) -> tuple[DossierLine, ...]:
    """Return the lines of a view from `offset` on."""
    question = read_question(listing.words)
    views = (listing.view, *question.views)
    query, parameters = _asked(desk, select(*COLUMNS), views, question)
    query = query.order_by(*_order(listing.sort, views, question)).limit(limit).offset(offset)
    with desk.reading() as connection:
        return tuple(map(line_of, connection.execute(query, parameters)))


def place(desk: Desk, listing: Listing, uid: str) -> int | None:
    """Return the row of a dossier in a view, None where it is not among the first rows that a hand would reach."""
    question = read_question(listing.words)
    views = (listing.view, *question.views)
    query, parameters = _asked(desk, select(DOSSIER.c.uid), views, question)
    query = query.order_by(*_order(listing.sort, views, question)).limit(_REACHED)
    with desk.reading() as connection:
        uids = connection.execute(query, parameters).scalars()
        return next((row for row, found in enumerate(uids) if found == uid), None)


def today(desk: Desk) -> Today:
    """Return the figures of this day."""
    begin, end = _span(_today(desk))
    returned = select(func.count()).where(DOSSIER.c.returned_at >= begin, DOSSIER.c.returned_at < end)
    with desk.reading() as connection:
        given_back = int(connection.execute(returned).scalar_one())
    return Today(
        received=count(desk, View.TODAY),
        returned=given_back,
        due_soon=count(desk, View.DUE_SOON),
        overdue=count(desk, View.OVERDUE),
    )


def is_late(line: DossierLine, now: datetime) -> bool:
    """Tell whether a line belongs to the overdue view."""
    if line.due_at is None or line.finished_at is not None or line.stage in STOPPED_CLOCK:
        return False
    return line.due_at.astimezone(VIETNAM).date() < now.astimezone(VIETNAM).date()


def asked_views(desk: Desk, views: Sequence[View]) -> _Clauses:
    """Return the conditions of all these views together."""
    return [clause for view in dict.fromkeys(views) for clause in _clauses(desk, view)]


def held_by_me(desk: Desk) -> _Clauses:
    """Return the conditions of what is with who works at this desk, by login or by name."""
    names = [name for name in (desk.clerk.login, desk.clerk.name) if name]
    return [_HELD, DOSSIER.c.holder.in_(names)]


def _asked(
    desk: Desk, query: "Select[Any]", views: Sequence[View], question: Question
) -> tuple["Select[Any]", dict[str, str]]:
    clauses = asked_views(desk, views)
    if _goes_by_index(views, question):
        return through_index(query, question).where(*clauses), match_of(question)
    return query.select_from(DOSSIER).where(*clauses, *holds(question.parts)), {}


def _goes_by_index(views: Sequence[View], question: Question) -> bool:
    return bool(question.parts) and set(views) <= LARGE


def _order(sort: Sort, views: Sequence[View], question: Question) -> "list[Any]":
    if _goes_by_index(views, question):
        return [NEWEST_FOUND]
    if set(views) <= LARGE:
        return [text(term) for term in _ORDER[sort if sort in LARGE_SORTS else Sort.NEWEST]]
    # The plus keeps SQLite from walking the whole register in this order instead of asking the view's own index.
    return [text(f"+{term}") for term in _ORDER[sort]]


def _clauses(desk: Desk, view: View) -> _Clauses:
    stage = _STAGES.get(view)
    if stage is not None:
        return [_NOT_RETURNED, DOSSIER.c.stage == int(stage)]
    match view:
        case View.ALL:
            return []
        case View.OPEN:
            return [_OPEN]
        case View.RETURNED:
            return [DOSSIER.c.stage == int(Stage.RETURNED)]
        case View.NEEDS_PERSON:
            return [_DOUBTFUL]
        case View.MINE:
            return [*held_by_me(desk), _at_stages(AT_WORK)]
        case View.ON_THE_WAY:
            return [_NOT_RETURNED, _at_stages((*AT_WORK, Stage.FINISHED)), DOSSIER.c.is_on_the_way]
        case View.UNPRINTED:
            return [DOSSIER.c.uid.in_(select(JOB.c.dossier).where(JOB.c.state.in_([*NO_PAPER])))]
        case View.TODAY:
            begin, end = _span(_today(desk))
            return [DOSSIER.c.received_at >= begin, DOSSIER.c.received_at < end]
    return _due_clauses(desk, view)


def _due_clauses(desk: Desk, view: View) -> _Clauses:
    day = _today(desk)
    after_next = desk.calendar.working_days_after(day, 2)[1]
    first, before = {
        View.OVERDUE: (date.min, day),
        View.DUE_SOON: (day, after_next),
        View.DUE_TODAY: (day, day + _DAY),
        View.DUE_TOMORROW: (day + _DAY, day + 2 * _DAY),
    }[view]
    running = DOSSIER.c.stage.not_in([int(stage) for stage in STOPPED_CLOCK])
    clauses: _Clauses = [_OPEN, running, DOSSIER.c.due_at < on(before, time())]
    return clauses if first == date.min else [*clauses, DOSSIER.c.due_at >= on(first, time())]


def _at_stages(stages: Sequence[Stage]) -> ColumnElement[bool]:
    return DOSSIER.c.stage.in_([int(stage) for stage in stages])


def _today(desk: Desk) -> date:
    return desk.clock().astimezone(VIETNAM).date()


def _span(day: date) -> tuple[datetime, datetime]:
    return on(day, time()), on(day + _DAY, time())


_STAGES = {
    View.SUPPLEMENT: Stage.SUPPLEMENT,
    View.RESULT: Stage.FINISHED,
    View.WITHDRAWN: Stage.WITHDRAWN,
    View.STOPPED: Stage.STOPPED,
    View.REFUSED: Stage.NOT_ACCEPTED,
}
_ORDER: dict[Sort, tuple[str, ...]] = {
    Sort.NEWEST: ("dossier.id DESC",),
    Sort.OLDEST: ("dossier.id",),
    Sort.NAME: ("dossier.owner_sort", "dossier.id DESC"),
    Sort.NAME_BACK: ("dossier.owner_sort DESC", "dossier.id DESC"),
    Sort.DUE: ("dossier.due_at IS NULL", "dossier.due_at", "dossier.id DESC"),
    Sort.DUE_BACK: ("dossier.due_at DESC", "dossier.id DESC"),
}
