"""The promise as it would be printed now."""

from dataclasses import replace
from datetime import date

from onestop_desk.domain.application import Party
from onestop_desk.domain.calendar import Due
from onestop_desk.services.desk import Desk
from onestop_desk.services.intake import Application, promise
from onestop_desk.ui.intake.form import IntakeForm
from onestop_desk.ui.intake.reading import other_due_at


def computed_due(desk: Desk, form: IntakeForm) -> Due | None:
    """Return the promise by the calendar if the dossier were saved now; None without a procedure."""
    if form.procedure is None:
        return None
    asked = Application(form.ref, form.procedure, Party(""), channel=form.channel, case=form.case)
    return promise(desk, asked, desk.clock())


def promised_due(computed: Due | None, form: IntakeForm, today: date) -> Due | None:
    """Return the promise with what was put in by hand; the computed one where nothing can be read there."""
    wanted = other_due_at(form.other_due, today)
    return replace(computed, due_at=wanted) if computed is not None and wanted is not None else computed
