"""Procedures as values: limits, fees, papers, steps; and the fold of their events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Limit, Unit
from onestop_desk.domain.page_fee import PageRate


class PauseRule(StrEnum):
    """What a supplement does to the clock (domain.md §3.9)."""

    PAUSE = "pause"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class ProcedureLimit:
    """A limit for one channel and case (None: any); `statutory` is the law's value where the office shortened it."""

    value: int
    unit: Unit
    channel: Channel | None = None
    case: str | None = None
    statutory: int | None = None

    @property
    def limit(self) -> Limit:
        """The limit that the due moment uses: the shortened one."""
        return Limit(self.value, self.unit)

    @property
    def cut_percent(self) -> float:
        """How much of the statutory limit the office gave up, in percent; 0 where nothing was cut."""
        if not self.statutory:
            return 0.0
        return (self.statutory - self.value) * 100 / self.statutory


@dataclass(frozen=True, slots=True)
class ProcedureFee:
    """A fee in whole đồng for one channel and case (None: any); with `by_page`, `amount` is only where it begins."""

    amount: int
    channel: Channel | None = None
    case: str | None = None
    by_page: PageRate | None = None


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """One paper of a procedure's list."""

    name: str
    originals: int = 1
    copies: int = 0
    required: bool = True


@dataclass(frozen=True, slots=True)
class ProcedureResult:
    """What the procedure produces, with its national code where it has one."""

    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One on-site-five step and the working hours it may take."""

    name: str
    hours: int


@dataclass(frozen=True, slots=True)
class Procedure:
    """A catalogue entry, as it is on one day."""

    code: str
    name: str
    field: str
    levels: tuple[str, ...] = ()
    limits: tuple[ProcedureLimit, ...] = ()
    fees: tuple[ProcedureFee, ...] = ()
    papers: tuple[RequiredPaper, ...] = ()
    results: tuple[ProcedureResult, ...] = ()
    on_site_five: bool = False
    steps: tuple[ProcedureStep, ...] = ()
    pause_rule: PauseRule = PauseRule.PAUSE

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that limits or fees tell apart, in their order."""
        named = [row.case for row in self.limits] + [row.case for row in self.fees]
        return tuple(dict.fromkeys(case for case in named if case))


NO_LIMIT = ProcedureLimit(0, Unit.NONE)


def limit_for(procedure: Procedure, channel: Channel, case: str | None = None) -> ProcedureLimit:
    """Return the limit of this channel and case; without one of its own, the direct one, then the first; none at all
    means no due moment (domain.md §3.7, §3.8)."""
    matches = [row for row in procedure.limits if row.case in (case, None)] or list(procedure.limits)
    for wanted in (channel, None, Channel.DIRECT):
        rows = [row for row in matches if row.channel == wanted]
        if rows:
            return max(rows, key=lambda row: row.case == case)
    return matches[0] if matches else NO_LIMIT


def fee_for(procedure: Procedure, channel: Channel, case: str | None = None) -> ProcedureFee | None:
    """Return the fee of this channel and case, or None where the catalogue names none."""
    rows = [row for row in procedure.fees if row.case in (case, None) and row.channel in (channel, None)]
    return max(rows, key=lambda row: (row.case == case, row.channel == channel), default=None)


@dataclass(frozen=True, slots=True)
class ProcedurePublished:
    """The national or provincial list says this; the office's own adaptation stays on top."""

    kind = "procedure_published"
    version = 1

    procedure: Procedure
    source: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureAdapted:
    """The office's own entry: shortened limits, fees, papers, steps."""

    kind = "procedure_adapted"
    version = 1

    procedure: Procedure


@dataclass(frozen=True, slots=True)
class AdaptationDropped:
    """The office follows the published entry again."""

    kind = "adaptation_dropped"
    version = 1


@dataclass(frozen=True, slots=True)
class ProcedureRetired:
    """The procedure is no longer offered; dossiers that hold it keep it."""

    kind = "procedure_retired"
    version = 1

    reason: str


CatalogueEvent = ProcedurePublished | ProcedureAdapted | AdaptationDropped | ProcedureRetired
CATALOGUE_EVENTS = (ProcedurePublished, ProcedureAdapted, AdaptationDropped, ProcedureRetired)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A procedure as published, as the office adapted it, and whether it is still offered."""

    published: Procedure | None = None
    adapted: Procedure | None = None
    retired_reason: str = ""

    @property
    def procedure(self) -> Procedure | None:
        """What the counter offers: the office's own entry before the published one."""
        return self.adapted or self.published

    @property
    def is_offered(self) -> bool:
        """Whether a new dossier may be opened with it."""
        return self.procedure is not None and not self.retired_reason


def fold_catalogue(events: Iterable[object]) -> CatalogueEntry:
    """Fold one procedure's events in order; publishing or adapting anew ends a retirement."""
    entry = CatalogueEntry()
    for event in events:
        match event:
            case ProcedurePublished():
                entry = replace(entry, published=event.procedure, retired_reason="")
            case ProcedureAdapted():
                entry = replace(entry, adapted=event.procedure, retired_reason="")
            case AdaptationDropped() if entry.published is not None:
                entry = replace(entry, adapted=None)
            case ProcedureRetired():
                entry = replace(entry, retired_reason=event.reason)
    return entry
