"""The figures of a province, from the centre's register, under the head of the office that reports them."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from onestop_desk.cli.centre_address import Router
from onestop_desk.cli.output import misuse
from onestop_desk.cli.report_json import report_facts
from onestop_desk.cli.report_options import As, Format, Out, Rows, leave_facts, leave_table, only_with
from onestop_desk.cli.report_period import Day, Days, First, Last, Month, asked_period
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.office import Office
from onestop_desk.services.counting import By
from onestop_desk.services.report_heading import heading_from
from onestop_desk.services.report_list import Freshness, draw_table
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.ui.translation import translate

_HEADED = (Format.PDF, Format.XLSX)

Name = Annotated[
    str | None, typer.Option("--name", metavar="TEXT", help="Tên cơ quan ở đầu báo cáo; không có: như cơ quan đã khai.")
]
Heading = Annotated[str | None, typer.Option("--heading", metavar="TEXT", help="Dòng thứ hai ở đầu giấy (pdf).")]
Place = Annotated[str | None, typer.Option("--place", metavar="TEXT", help="Địa danh trước ngày tháng (pdf).")]
Role = Annotated[
    str | None,
    typer.Option("--signer-role", metavar="TEXT", help="Chức vụ người ký; dấu / xuống dòng (pdf)."),
]


class CentreReport(StrEnum):
    """The reports of a province."""

    BIEU06 = "bieu06"
    YEARLY = "yearly"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Head:
    """What a call says of the head of its paper; None for what the centre is to know itself."""

    name: str | None
    heading: str | None
    place: str | None
    signer_role: str | None

    def require_meant(self, form: Format) -> None:
        """Refuse what the form has no room for."""
        on_paper = {"--heading": self.heading, "--place": self.place, "--signer-role": self.signer_role}
        given = [option for option, value in on_paper.items() if value is not None]
        if given and form is not Format.PDF:
            raise only_with(given[0], "--format pdf")
        if self.name is not None and form not in _HEADED:
            raise only_with("--name", "--format pdf, xlsx")

    def put_on(self, known: Office) -> Office:
        """Return the office as the paper names it."""
        named = {"name": self.name, "heading": self.heading, "place": self.place}
        rules = known.papers if self.signer_role is None else replace(known.papers, signer_role=self.signer_role)
        return replace(known, papers=rules, **{field: value for field, value in named.items() if value is not None})


def report(
    url: Router,
    name: Annotated[CentreReport, typer.Argument(help="bieu06, yearly hoặc overdue.")],
    first: First = None,
    last: Last = None,
    month: Month = None,
    day: Day = None,
    agency: Annotated[str, typer.Option(metavar="CODE", help="Một cơ quan; không có: cả tỉnh.")] = "",
    by: Rows = None,
    form: As = Format.TEXT,
    out: Out = None,
    office_name: Name = None,
    heading: Heading = None,
    place: Place = None,
    signer_role: Role = None,
) -> None:
    """Báo cáo của cả tỉnh hoặc một cơ quan, từ sổ chung của trung tâm."""
    from onestop_desk.services import centre_figures, centre_register

    head, now = Head(office_name, heading, place, signer_role), datetime.now(VIETNAM)
    head.require_meant(form)
    if by is not None and name is not CentreReport.BIEU06:
        raise only_with("--by", "bieu06")
    ask = ReportAsk(asked_period(Days(first, last, month, day), now.date()), by or By.AGENCY)
    with centre_register.open_register(url) as line:
        table = centre_figures.centre_report(line, name.value, ask, now, agency)
        office = head.put_on(centre_figures.reporting_office(line, agency))
    fresh = Freshness(now, None)
    if form is Format.JSON:
        leave_facts(report_facts(table, agency, ask.period), out)
        return
    if form is Format.PDF:
        _require_head(office)
    told = heading_from(office.name, ask.period, fresh)
    leave_table(table, told, form, out, partial(draw_table, office, table, fresh))


def _require_head(office: Office) -> None:
    said = {"--name": office.name, "--heading": office.heading, "--place": office.place}
    missing = ", ".join(option for option, value in said.items() if not value)
    if missing:
        words = translate("Report", "trung tâm chưa biết cơ quan nào đứng đầu giấy này; cần {options}")
        raise misuse(words.format(options=missing))
