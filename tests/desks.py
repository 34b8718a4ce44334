"""Desks, forms and clocks for tests: real registers in temporary folders, synthetic people."""

from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from onestop_desk.domain.application import GivenPaper, Party
from onestop_desk.domain.calendar import VIETNAM, Unit
from onestop_desk.domain.catalogue import Procedure, ProcedureFee, ProcedureLimit, RequiredPaper
from onestop_desk.domain.identity import Sex
from onestop_desk.domain.office import ClerkWord, Office, Role
from onestop_desk.models.session import connect_raw
from onestop_desk.services import staff
from onestop_desk.services.desk import REGISTER, Desk
from onestop_desk.services.intake import Application
from onestop_desk.services.opening import SetUp, set_up
from onestop_desk.services.record import dossier_entries

MONDAY_MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=VIETNAM)
PASSWORD = "matkhau-123"
OFFICE = Office("H31.20.11", "UBND xã Mẫu", "Trung tâm Phục vụ hành chính công xã Mẫu", "Xã Mẫu", "02213123456")


@dataclass
class SettableClock:
    """A clock that stands still until it is told."""

    now: datetime = MONDAY_MORNING.astimezone(UTC)
    steps: list[timedelta] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


def open_new_desk(folder: Path, counter: int = 2, clock: Any = None) -> Desk:
    """Set up a desk whose clerk, hoa, is signed in without waiting for argon2."""
    desk = set_up(folder, SetUp(OFFICE, counter), clock or SettableClock())
    desk.clerk = ClerkWord("hoa", "Nguyễn Thị Hoa")
    return desk


def events_of(desk: Desk, uid: str) -> list[Any]:
    """Return what happened to a dossier, in order."""
    return [entry.event for entry in dossier_entries(desk, uid)[1]]


def alter(desk: Desk, statement: str) -> None:
    """Change a desk's register behind its back."""
    with closing(connect_raw(desk.folder / REGISTER)) as connection:
        connection.execute(statement)


def admit_hoa(desk: Desk) -> None:
    """Give hoa her account: admin and reception."""
    staff.admit(desk, "hoa", "Nguyễn Thị Hoa", (Role.ADMIN, Role.RECEPTION), PASSWORD)


def a_procedure(**changes: Any) -> Procedure:
    procedure = Procedure(
        code="1.004873",
        name="Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        field="Hộ tịch",
        limits=(ProcedureLimit(3, Unit.WORKING_DAY, statutory=5),),
        fees=(ProcedureFee(8000),),
        papers=(RequiredPaper("Tờ khai cấp giấy xác nhận tình trạng hôn nhân"),),
    )
    return replace(procedure, **changes)


def an_owner(**changes: Any) -> Party:
    owner = Party(
        name="Nguyễn Văn Mẫu",
        id_number="034200012345",
        birth=date(2000, 8, 15),
        sex=Sex.MALE,
        phone="0912345678",
        address="Thôn 1, Xã Mẫu, Tỉnh Hưng Yên",
    )
    return replace(owner, **changes)


def an_application(ref: str = "form-1", **changes: Any) -> Application:
    form = Application(
        ref=ref,
        procedure=a_procedure(),
        owner=an_owner(),
        papers=(GivenPaper("Tờ khai cấp giấy xác nhận tình trạng hôn nhân", required=True),),
    )
    return replace(form, **changes)
