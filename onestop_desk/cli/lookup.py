"""Showing, finding and printing what is in the register."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from onestop_desk.cli.output import Json, say, say_json
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.codes import compact_of
from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.office import Entry
from onestop_desk.domain.plain import to_plain
from onestop_desk.domain.text import clean
from onestop_desk.services import book, lookup, paperwork
from onestop_desk.services.book import REGISTER_FORM
from onestop_desk.services.desk import Desk, look_into, open_desk
from onestop_desk.services.fault import DossierUnknown
from onestop_desk.services.line import DossierLine
from onestop_desk.services.lookup import Found
from onestop_desk.services.paperwork import ON_A5, Sheet
from onestop_desk.services.record import dossier_entries
from onestop_desk.ui.dossier_wording import stage_words, step_words
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import moment_words

Code = Annotated[str, typer.Argument(metavar="CODE", help="Mã hồ sơ, đủ hoặc viết liền.")]


def add_commands(app: typer.Typer) -> None:
    """Add this room's commands."""
    app.command()(show)
    app.command()(find)
    app.command("print")(print_form)


def show(
    context: typer.Context,
    code: Code,
    history: Annotated[bool, typer.Option("--history", help="Kèm mọi việc đã qua.")] = False,
    as_json: Json = False,
) -> None:
    """Cho xem một hồ sơ."""
    with closing(look_into(context.obj)) as desk:
        line = _one(desk, code)
        state, entries = dossier_entries(desk, line.uid)
    facts = _facts(state, line)
    if history:
        facts["history"] = [_happened(entry) for entry in entries]
    if as_json:
        say_json(facts)
    else:
        _say_facts(facts)


def find(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="Tên, mã, số giấy tờ, điện thoại, trễ, …")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=10_000)] = 20,
    as_json: Json = False,
) -> None:
    """Tìm hồ sơ; không cần dấu."""
    with closing(look_into(context.obj)) as desk:
        found = lookup.find(desk, clean(" ".join(words)), limit)
    if as_json:
        for line in found.rows:
            say_json(_line_facts(line))
    else:
        _say_found(found)


def print_form(
    context: typer.Context,
    code: Code,
    form: Annotated[str, typer.Option(metavar="FORM", help="01 đến 07, return, hand_over, slip80 hoặc label.")] = "01",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Ghi PDF vào tệp này.")] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="In lại thành BẢN SAO, có ghi sổ.")] = "",
) -> None:
    """Vẽ giấy tờ của một hồ sơ ra PDF; có --reason thì là BẢN SAO được đếm."""
    with closing(open_desk(context.obj) if reason else look_into(context.obj)) as desk:
        line = _one(desk, code)
        path = _register_page(desk, line, out) if form == REGISTER_FORM else _paper(desk, line.uid, form, out, reason)
    say(str(path))


def _paper(desk: Desk, uid: str, form: str, out: Path | None, reason: str) -> Path:
    which = paperwork.read_form(form)
    copy = paperwork.reprint(desk, uid, which, reason) if reason else None
    about = copy.of if copy else paperwork.latest(desk, uid, which)
    sheet = Sheet(which, desk.settings.receipt_paper if which in ON_A5 else "A4", copy, about)
    if out is None:
        return paperwork.keep(desk, uid, sheet)
    return paperwork.write_paper(out, paperwork.draw(desk, uid, sheet))


def _register_page(desk: Desk, line: DossierLine, out: Path | None) -> Path:
    """Draw form 07 of the day on which the dossier was received."""
    day = line.received_at.astimezone(VIETNAM).date()
    pdf = book.register_book(desk, day, day)
    return book.keep_book(desk, REGISTER_FORM, day, pdf) if out is None else paperwork.write_paper(out, pdf)


def _say_found(found: Found) -> None:
    for line in found.rows:
        due = "-" if line.due_at is None else moment_words(line.due_at.astimezone(VIETNAM))
        say(f"{line.code}  {line.owner_name}  {stage_words(line.stage)}  {due}  {line.procedure_name}")
    if not found.rows:
        say(translate("Command", "Không tìm thấy hồ sơ nào."))
    elif found.total is None:
        say(translate("Command", "… còn nữa; thêm --limit N hoặc thêm từ."))
    elif found.total > len(found.rows):
        say(
            translate("Command", "… còn {n} hồ sơ; thêm --limit N hoặc thêm từ.").format(
                n=found.total - len(found.rows)
            )
        )


def _one(desk: Desk, code: str) -> DossierLine:
    found = lookup.by_code(desk, code)
    if not found:
        raise DossierUnknown(code)
    return found[0]


def _local(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(VIETNAM).isoformat()


def _facts(state: DossierState, line: DossierLine) -> dict[str, Any]:
    return {
        "code": state.code,
        "compact": compact_of(state.code),
        "state": int(line.stage),
        "state_name": stage_words(line.stage),
        "owner": to_plain(state.owner),
        "procedure": {"code": state.procedure.code, "name": state.procedure.name},
        "received_at": _local(line.received_at),
        "due_at": _local(state.due_at),
        "original_due_at": _local(state.original_due_at),
        "finished_at": _local(state.finished_at),
        "returned_at": _local(state.returned_at),
        "timeliness": state.timeliness.value if state.timeliness else None,
        "counter": line.counter,
        "flags": ["needs_person"] if line.needs_person else [],
    }


def _happened(entry: Entry) -> dict[str, Any]:
    event: Any = entry.event
    return {
        "kind": event.kind,
        "at": _local(getattr(event, "at", entry.recorded_at)),
        "by": entry.by.name,
        "recorded_at": _local(entry.recorded_at),
        "stream": entry.stream,
        "seq": entry.seq,
        "fields": to_plain(event),
    }


def _line_facts(line: DossierLine) -> dict[str, Any]:
    return {
        "code": line.code,
        "owner": line.owner_name,
        "state": int(line.stage),
        "procedure": line.procedure_code,
        "received_at": _local(line.received_at),
        "due_at": _local(line.due_at),
    }


def _say_facts(facts: dict[str, Any]) -> None:
    owner = facts["owner"]
    say(f"{facts['code']}  {facts['state']} {facts['state_name']}")
    say(f"{owner['name']}  {owner.get('id_number', '')}  {owner.get('phone', '')}".rstrip())
    say(f"{facts['procedure']['code']}  {facts['procedure']['name']}")
    for name, words in (
        ("received_at", translate("Command", "Tiếp nhận")),
        ("due_at", translate("Command", "Hẹn trả")),
        ("finished_at", translate("Command", "Xong")),
        ("returned_at", translate("Command", "Đã trả")),
    ):
        if facts[name]:
            say(f"{words}: {moment_words(datetime.fromisoformat(facts[name]))}")
    for step in facts.get("history", ()):
        say(f"  {moment_words(datetime.fromisoformat(step['at']))}  {step_words(step['kind'])}  {step['by']}")
