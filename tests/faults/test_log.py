"""What may reach a log file: places and codes, never a name, a number or a phone."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from onestop_desk.devices.printer import PrintPool, folder_printer
from onestop_desk.domain.errors import DeskError
from onestop_desk.models.session import connect_raw
from onestop_desk.services import draft, exchange, lookup, printing, staff
from onestop_desk.services.desk import Desk
from onestop_desk.services.draft import DRAFT
from onestop_desk.services.intake import accept
from onestop_desk.services.upkeep import check, rebuild
from onestop_desk.settings import with_setting
from onestop_desk.ui.bugs import log_bug
from onestop_desk.ui.log_file import log_nowhere, log_to
from tests.desks import MONDAY_MORNING, PASSWORD, admit_hoa, an_application, an_owner
from tests.devices.waiting import wait_until
from tests.faults.conftest import SECRETS, Heard, leaks
from tests.faults.disks import fill, needs_mount, small_disk

SECRET = an_owner(name="Hồ Thị Kín")


def test_the_listener_would_hear_a_name(heard: Heard) -> None:
    logging.getLogger("onestop_desk.x").warning("saved %s", SECRET.name)
    assert leaks(heard.lines)
    heard.lines.clear()


def test_a_whole_day_is_logged_without_people(desk: Desk, heard: Heard, tmp_path: Path) -> None:
    admit_hoa(desk)
    staff.sign_in(desk, "hoa", PASSWORD)
    draft.keep(desk, "hoa", "intake", {"name": SECRET.name})
    desk.settings = with_setting(desk.settings, "receipt_printer", folder_printer(tmp_path / "no such tray"))
    pool = PrintPool()
    printing.register(desk, an_application(owner=SECRET, note="Ghi chú kín"))
    printing.hand_in(desk, pool)
    wait_until(lambda: printing.take_outcomes(desk, pool), "the outcome")
    pool.close()
    lookup.find(desk, SECRET.name)
    list(
        exchange.import_lines(
            desk, [b'{"do": "receive", "owner": {"name": "H\xe1\xbb\x93 Th\xe1\xbb\x8b K\xc3\xadn"}}', b"{"]
        )
    )
    rebuild(desk)
    check(desk)
    assert leaks(heard.lines) == []


def _twice(desk: Desk) -> None:
    with desk.writing() as writing:
        for _ in range(2):
            writing.connection.execute(DRAFT.insert(), _draft(SECRET.name))


def _unbindable(desk: Desk) -> None:
    with desk.writing() as writing:
        writing.connection.execute(DRAFT.insert(), _draft([SECRET.name, SECRET.phone]))


def _draft(content: object) -> dict[str, object]:
    return {"login": "hoa", "page": SECRET.phone, "content": content, "changed_at": MONDAY_MORNING}


@pytest.mark.parametrize("bug", [_twice, _unbindable])
def test_the_text_of_a_database_error_holds_no_values(desk: Desk, bug: Callable[[Desk], None]) -> None:
    with pytest.raises(DBAPIError) as raised:
        bug(desk)
    assert not [secret for secret in SECRETS if secret in str(raised.value)]


def test_a_bug_is_logged_by_its_places(desk: Desk, heard: Heard) -> None:
    def fails(_writing: object, _uid: str) -> None:
        raise LookupError(SECRET.name, SECRET.phone)

    with pytest.raises(LookupError) as raised:
        accept(desk, an_application(owner=SECRET), fails)
    bug_id = log_bug(raised.value)
    (line,) = [line for line in heard.lines if bug_id in line]
    assert "accept" in line
    assert leaks([line]) == []


def test_a_damaged_event_is_refused_by_its_place(desk: Desk) -> None:
    uid = accept(desk, an_application(owner=SECRET)).uid
    other = connect_raw(desk.database.path)
    other.execute(
        "UPDATE event SET payload = substr(payload, 1, 300) WHERE subject = ?", (b"\x01" + bytes.fromhex(uid),)
    )
    other.close()
    with pytest.raises(DeskError) as refused:
        lookup.dossier_card(desk, uid)
    assert leaks([str(refused.value)]) == []
    assert leaks(traceback.format_exception(refused.value)) == []


@needs_mount
def test_a_full_disk_silences_the_log_and_shows_no_trace(
    desk: Desk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        log_to(disk / "logs")
        filler = fill(disk)
        for number in range(200):
            logging.getLogger("onestop_desk.x").warning("line %d %s", number, "x" * 200)
        accept(desk, an_application())
        filler.unlink()
        logging.getLogger("onestop_desk.x").warning("room again")
        assert "room again" in (disk / "logs" / "onestop-desk.log").read_text(encoding="utf-8")
        fill(disk)
        logging.getLogger("onestop_desk.x").warning("y" * 5000)
        log_nowhere()
    assert "Traceback" not in capfd.readouterr().err
