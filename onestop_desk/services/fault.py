"""What a use case refuses, each with its facts."""

from dataclasses import dataclass
from datetime import date, datetime

from onestop_desk.domain.errors import DeskError


@dataclass(eq=False)
class NotSetUp(DeskError):
    """This data folder has no desk yet."""

    folder: str
    code = "SETUP-NONE"


@dataclass(eq=False)
class AlreadySetUp(DeskError):
    """This data folder has a desk already."""

    folder: str
    code = "SETUP-DONE"


@dataclass(eq=False)
class DeskInUse(DeskError):
    """Another copy of the program works on this data folder."""

    folder: str
    code = "DESK-IN-USE"


@dataclass(eq=False)
class DeskCopied(DeskError):
    """The data folder was copied, moved or restored: nothing is written before an admin opens a new stream with a
    range of serials that no other copy uses. `known_seq` is how far this machine saw the stream go, 0 if never."""

    folder: str
    agency: str
    counter: int
    extra: int
    known_seq: int
    found_seq: int
    code = "DESK-COPIED"


@dataclass(eq=False)
class SerialsUsedUp(DeskError):
    """The counter's range for this day is used up; an admin can grant another."""

    counter: int
    day: date
    last: int
    code = "SERIAL-END"


@dataclass(eq=False)
class ClockMoved(DeskError):
    """The clock stands before the last event, or long after it; a person must say that it is right."""

    last_at: datetime
    now: datetime
    code = "CLOCK"


@dataclass(eq=False)
class ProcedureNotOffered(DeskError):
    """No such procedure is offered here."""

    procedure: str
    code = "PROCEDURE"


@dataclass(eq=False)
class ProcedureKnown(DeskError):
    """The catalogue has this code already, offered or retired; it is changed, not begun anew."""

    procedure: str
    name: str
    code = "PROCEDURE-KNOWN"


@dataclass(eq=False)
class PapersMissing(DeskError):
    """Required papers are not there: guidance can be given, reception cannot."""

    names: tuple[str, ...]
    code = "PAPERS"


@dataclass(eq=False)
class CodeTaken(DeskError):
    """The code belongs to another dossier."""

    dossier: str
    code = "CODE-TAKEN"


@dataclass(eq=False)
class DossierUnknown(DeskError):
    """No dossier of this code is on this machine."""

    dossier: str
    code = "DOSSIER"


@dataclass(eq=False)
class StepUnlawful(DeskError):
    """This step may not follow at this stage."""

    dossier: str
    step: str
    stage: int | None
    code = "STEP"


@dataclass(eq=False)
class RequestDecided(DeskError):
    """The online request was accepted or refused before; `stage` says which, `dossier` what it became."""

    number: str
    stage: str
    dossier: str = ""
    code = "REQUEST"


@dataclass(eq=False)
class ExtensionRefused(DeskError):
    """An apology cannot move this promise; `reason` is no_due, too_late or not_later, `due_at` the promise itself."""

    dossier: str
    reason: str
    due_at: datetime | None = None
    code = "EXTENSION"


@dataclass(eq=False)
class SupervisorNeeded(DeskError):
    """Only a supervisor may do this step."""

    step: str
    code = "SUPERVISOR"


@dataclass(eq=False)
class FeeDue(DeskError):
    """The result is not given out before `amount` đồng are paid or waived."""

    dossier: str
    amount: int
    code = "FEE-DUE"


@dataclass(eq=False)
class DueNeedsReason(DeskError):
    """The promise differs from the computed one without a reason, or is later without a supervisor."""

    later: bool
    code = "DUE-REASON"


@dataclass(eq=False)
class RangeTaken(DeskError):
    """A desk of this office numbers from this range already."""

    counter: int
    extra: int
    code = "RANGE-TAKEN"


@dataclass(eq=False)
class SignInRefused(DeskError):
    """No such clerk works here, or the password is wrong: the two are not told apart."""

    login: str
    code = "SIGN-IN"


@dataclass(eq=False)
class PinRefused(DeskError):
    """The PIN is wrong, or none is heard for so many seconds (0: the next one is)."""

    login: str
    wait_s: int
    code = "PIN"


@dataclass(eq=False)
class LastAdmin(DeskError):
    """The last admin can neither be dismissed nor lose the role."""

    login: str
    code = "LAST-ADMIN"


@dataclass(eq=False)
class ReasonMissing(DeskError):
    """This step is recorded with a reason, and none was given."""

    step: str
    code = "REASON"


@dataclass(eq=False)
class FormUnknown(DeskError):
    """No such form is drawn here."""

    form: str
    code = "FORM"


@dataclass(eq=False)
class PaperNotIssued(DeskError):
    """No such paper was given out for this dossier: the step that gives it out has not happened."""

    about: str
    code = "PAPER-NONE"


@dataclass(eq=False)
class PaperNotKept(DeskError):
    """The PDF could not be written; the dossier itself is safe."""

    path: str
    code = "PAPER"


@dataclass(eq=False)
class LineChanged(DeskError):
    """A line of this ref was taken in before, with other content in `field`."""

    dossier: str
    field: str = ""
    code = "LINE-CHANGED"


@dataclass(eq=False)
class StepUnknown(DeskError):
    """No such step can be imported."""

    step: str
    code = "STEP-UNKNOWN"


@dataclass(eq=False)
class ImportFileRefused(DeskError):
    """A file cannot be taken in at all; `reason` is missing, suffix, encoding, broken, shape, columns or too_large,
    `line` where it breaks, 0 if nowhere in particular."""

    path: str
    reason: str
    line: int = 0
    code = "IMPORT-FILE"


@dataclass(eq=False)
class FileNotWritten(DeskError):
    """A file could not be written where the clerk wanted it."""

    path: str
    code = "FILE-WRITE"


@dataclass(eq=False)
class YearKnown(DeskError):
    """This year has a calendar already; its days are changed one by one, or by importing a file."""

    year: int
    code = "YEAR-KNOWN"


@dataclass(eq=False)
class CounterTaken(DeskError):
    """Another station of the agency has this counter's number at the centre; `rival` is its name there."""

    counter: int
    rival: str
    code = "COUNTER-TAKEN"


@dataclass(eq=False)
class PushStopped(DeskError):
    """The centre does not take what this desk sends; the desk works on, and a person must look. `answer` is the
    centre's word."""

    answer: str
    code = "PUSH-STOPPED"


@dataclass(eq=False)
class RoundBroken(DeskError):
    """A round ended with a bug, logged under `bug_id`; the next one is planned as ever."""

    bug_id: str
    code = "SYNC-BUG"


@dataclass(eq=False)
class CentreNotSet(DeskError):
    """This desk was never connected with a centre."""

    code = "CENTRE-NONE"
