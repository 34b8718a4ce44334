"""A portal's request as the form of a new dossier. Knows no Qt."""

from dataclasses import replace

from onestop_desk.domain.application import Channel
from onestop_desk.domain.catalogue import Procedure
from onestop_desk.domain.portal import RequestSubmitted
from onestop_desk.services.portal_request import PREFIX
from onestop_desk.ui.intake.form import IntakeForm, PersonEntry, asked_papers, entry_of
from onestop_desk.ui.widgets.checklist import CheckedPaper


def form_of(submitted: RequestSubmitted, procedure: Procedure) -> IntakeForm:
    """Return the form filled from a request: what was sent is ticked, what is required and missing is not."""
    applicant = submitted.submitter or submitted.owner
    on_behalf = submitted.submitter is not None
    return IntakeForm(
        ref=f"{PREFIX}{submitted.number}",
        applicant=entry_of(applicant),
        is_on_behalf=on_behalf,
        owner=entry_of(submitted.owner) if on_behalf else PersonEntry(),
        procedure=procedure,
        channel=Channel.ONLINE,
        case=submitted.case,
        papers=_papers(submitted, procedure),
        return_by=submitted.return_by,
        return_address=submitted.return_address,
        sets=submitted.sets,
        note=submitted.note,
    )


def _papers(submitted: RequestSubmitted, procedure: Procedure) -> tuple[CheckedPaper, ...]:
    sent = {paper.name: paper for paper in submitted.papers}
    asked = [_checked(paper, sent.pop(paper.name, None) is not None) for paper in asked_papers(procedure)]
    extra = (
        CheckedPaper(paper.name, required=False, originals=paper.originals, copies=paper.copies, extra=True)
        for paper in sent.values()
    )
    return (*asked, *extra)


def _checked(paper: CheckedPaper, is_sent: bool) -> CheckedPaper:
    return replace(paper, handed_in=is_sent)
