"""What the register knows about the person and the request in the form: warnings before a dossier is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from onestop_desk.domain.application import Party
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.search import person_key
from onestop_desk.domain.text import fold
from onestop_desk.services import lookup
from onestop_desk.services.desk import Desk
from onestop_desk.services.line import DossierLine
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.intake.notice import Notice
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Severity, date_words

_MOST_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What lies near a request: the person's open dossiers, those of the same procedure, others of the same name and
    birth, and other names under the same number."""

    open: tuple[DossierLine, ...] = ()
    still_open: tuple[DossierLine, ...] = ()
    namesakes: tuple[DossierLine, ...] = ()
    other_names: tuple[DossierLine, ...] = ()


def neighbours(desk: Desk, owner: Party, procedure_code: str) -> Neighbours:
    """Look up what lies near; a person without a name and a number has no neighbours."""
    if not owner.name and not owner.id_number:
        return Neighbours()
    birth = owner.birth.isoformat() if owner.birth else ""
    twins = lookup.twins(desk, owner, procedure_code)
    mine = lookup.open_of_person(desk, person_key(owner.name, owner.id_number, birth))
    others = _other_names(lookup.by_number(desk, owner.id_number), owner) if owner.id_number else ()
    return Neighbours(mine, twins.still_open, twins.namesakes, others)


def notices_about(found: Neighbours, owner: Party, use_name: Callable[[str], None]) -> list[Notice]:
    """Return the sentences for what was found, what needs a person first; `use_name` takes a name on offer."""
    notices = [_other_name(line, owner, use_name) for line in found.other_names]
    notices += [_still_open(line) for line in found.still_open]
    notices += [_namesake(line) for line in found.namesakes[:_MOST_SHOWN]]
    rest = [line for line in found.open if line not in found.still_open]
    return notices + ([_open(rest)] if rest else [])


def _other_names(lines: tuple[DossierLine, ...], owner: Party) -> tuple[DossierLine, ...]:
    by_name: dict[str, DossierLine] = {}
    for line in lines:
        name = fold(line.owner_name)
        if line.owner_number == owner.id_number and owner.name and name != fold(owner.name):
            by_name.setdefault(name, line)
    return tuple(by_name.values())


def _other_name(line: DossierLine, owner: Party, use_name: Callable[[str], None]) -> Notice:
    words = translate("Intake", "Số {number}: đang nhập “{typed}”, trước đây ghi “{known}” (hồ sơ {code}).")
    typed, known = owner.name, line.owner_name
    said = words.format(number=owner.id_number, typed=typed, known=known, code=line.code)
    return Notice(said, Severity.PERSON, translate("Intake", "Dùng tên đã ghi"), partial(use_name, known))


def _still_open(line: DossierLine) -> Notice:
    words = translate("Intake", "Người này đã nộp chính thủ tục này, chưa xong: {code}, nhận {received}, {stage}.")
    received = date_words(line.received_at.astimezone(VIETNAM).date())
    return Notice(words.format(code=line.code, received=received, stage=stage_words(line.stage)), Severity.PERSON)


def _namesake(line: DossierLine) -> Notice:
    number = f"…{line.owner_number[-4:]}" if line.owner_number else translate("Intake", "không có số")
    words = translate("Intake", "Trùng họ tên và ngày sinh với {name} ({number}, hồ sơ {code}): kiểm tra có phải một.")
    return Notice(words.format(name=line.owner_name, number=number, code=line.code), Severity.PERSON)


def _open(lines: list[DossierLine]) -> Notice:
    rows = [translate("Intake", "Đang có {n} hồ sơ ở đây:").format(n=len(lines)), *map(_short, lines[:_MOST_SHOWN])]
    more = len(lines) - _MOST_SHOWN
    if more > 0:
        rows.append(translate("Intake", "và {n} hồ sơ khác").format(n=more))
    return Notice("\n".join(rows))


def _short(line: DossierLine) -> str:
    words = f"{line.code} · {stage_words(line.stage)}"
    if line.due_at is not None:
        due = date_words(line.due_at.astimezone(VIETNAM).date())
        words += translate("Intake", ", hẹn {day}").format(day=due)
    return f"{words} · {line.procedure_name}"
