"""Steps with their papers: what is recorded and the job of the paper that goes with it, in one transaction."""

from collections.abc import Sequence

from sqlalchemy import Connection

from onestop_desk.domain.events import Corrected, Extended, Refused, Stopped, SupplementRequested, Withdrawn
from onestop_desk.domain.visit import GuidanceGiven
from onestop_desk.services import guidance, hand_over, portal, progress, release
from onestop_desk.services.desk import Desk
from onestop_desk.services.guidance import Request, Visited
from onestop_desk.services.hand_over import Listed, Receiver
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.services.printing import add_job, printer_of
from onestop_desk.services.progress import Taken
from onestop_desk.services.record import Writing
from onestop_desk.services.release import GivenBack, Handing
from onestop_desk.services.step import Step

PAPER_OF: dict[type, Form] = {
    SupplementRequested: Form.REQUEST,
    Refused: Form.REFUSAL,
    Extended: Form.APOLOGY,
    Stopped: Form.STOP,
    Withdrawn: Form.STOP,
    Corrected: Form.RECEIPT,
}
"""Which paper a step gives out."""


def take_step(desk: Desk, uid: str, step: Step) -> Taken:
    """Record a step and the job of its paper, where it has one; raises as progress.take_step."""

    def paper(writing: Writing, taken: Taken) -> None:
        form = PAPER_OF.get(type(taken.event))
        if form is not None:
            _add(writing.connection, desk, uid, form, taken.event_uid)

    return progress.take_step(desk, uid, step, paper)


def hand_over_list(desk: Desk, receiver: Receiver, uids: Sequence[str]) -> Listed:
    """Hand dossiers over and write the job of the list."""

    def paper(writing: Writing, listed: Listed) -> None:
        _add(writing.connection, desk, "", Form.HAND_OVER, listed.uid)

    return hand_over.hand_over(desk, receiver, uids, paper)


def print_list_again(desk: Desk, list_uid: str) -> None:
    """Write the job of a hand-over list once more: the same paper."""
    with desk.database.writing() as connection:
        _add(connection, desk, "", Form.HAND_OVER, list_uid)


def print_visit_again(desk: Desk, visit_uid: str) -> None:
    """Write the job of a visit's letter once more: the same paper."""
    form = Form.REQUEST if isinstance(guidance.visit_of(desk, visit_uid), GuidanceGiven) else Form.REFUSAL
    with desk.database.writing() as connection:
        _add(connection, desk, "", form, visit_uid)


def give_back(desk: Desk, uids: Sequence[str], handing: Handing) -> GivenBack:
    """Give results back and write the job of the one slip."""

    def paper(writing: Writing, given: GivenBack) -> None:
        _add(writing.connection, desk, "", Form.RETURN, given.uid)

    return release.give_back(desk, uids, handing, paper)


def refuse_at_counter(desk: Desk, request: Request, reason: str) -> Visited:
    """Record a refusal at the counter and write the job of form 03."""

    def paper(writing: Writing, visited: Visited) -> None:
        _add(writing.connection, desk, "", Form.REFUSAL, visited.uid)

    return guidance.refuse_at_counter(desk, request, reason, paper)


def refuse_request(desk: Desk, uid: str, reason: str) -> Visited:
    """Refuse an online request and put form 03 in the queue; raises as `portal.refuse_request`."""

    def paper(writing: Writing, visited: Visited) -> None:
        _add(writing.connection, desk, "", Form.REFUSAL, visited.uid)

    return portal.refuse_request(desk, uid, reason, paper)


def give_guidance(desk: Desk, request: Request, missing: tuple[str, ...], reason: str = "") -> Visited:
    """Record guidance and write the job of form 02."""

    def paper(writing: Writing, visited: Visited) -> None:
        _add(writing.connection, desk, "", Form.REQUEST, visited.uid)

    return guidance.give_guidance(desk, request, missing, reason, paper)


def _add(connection: Connection, desk: Desk, uid: str, form: Form, about: str) -> None:
    printer, paper = printer_of(desk, form)
    add_job(connection, desk, uid, Sheet(form, paper, about=about), printer)
