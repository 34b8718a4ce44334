"""The province's figures: each agency's as at its own desk, the whole as their sum, closed months closed there too."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from onestop_desk.__main__ import main
from onestop_desk.domain.calendar import VIETNAM
from onestop_desk.domain.events import Finished, HandedOver, ReceiverKind
from onestop_desk.domain.figures import FigureTable, number_of
from onestop_desk.domain.ledger import month_of
from onestop_desk.services import centre_figures, centre_register, months
from onestop_desk.services.counting import By
from onestop_desk.services.desk import PROGRAM
from onestop_desk.services.progress import take_step
from onestop_desk.services.report_list import report
from onestop_desk.services.report_tables import ReportAsk
from onestop_desk.sync.fault import CentreRefused
from onestop_desk.sync.line import Line
from tests.desks import a_procedure
from tests.documents.pictures import text
from tests.sync.postgres import CentreDatabase
from tests.sync.register.test_register import COMMUNE, PROVINCE, pair, worker
from tests.sync.station.stations import Station

__all__ = ["pair", "worker"]
FIELDS = ("Hộ tịch", "Đất đai")


def _numbers(table: FigureTable) -> list[list[int]]:
    return [[number_of(cell) for cell in row] for row in table.all_rows]


def _fill(station: Station, count: int) -> list[str]:
    uids = []
    for number in range(count):
        procedure = a_procedure(field=FIELDS[number % 2], code=f"1.00000{number % 2}", fees=())
        uids.append(station.accept(procedure=procedure, clock_confirmed=True).uid)
        station.clock.forward(hours=5)
    for uid in uids[: count // 2]:
        take_step(station.desk, uid, Finished(station.clock(), ("Giấy",)))
    return uids


def _settled(worker: Line, *stations: Station) -> None:
    for one in stations:
        one.round()
    while centre_register.fold_once(worker).events:
        pass


@pytest.fixture
def filled(pair: tuple[Station, Station], worker: Line) -> tuple[Station, Station, list[str]]:
    """Give both stations with dossiers, one of them handed to the province."""
    commune, province = pair
    uids = _fill(commune, 9)
    take_step(commune.desk, uids[-1], HandedOver(commune.clock(), PROVINCE, ReceiverKind.AGENCY))
    _fill(province, 4)
    _settled(worker, commune, province)
    return commune, province, uids


def test_every_agency_reads_at_the_centre_as_at_its_desk(
    filled: tuple[Station, Station, list[str]], worker: Line
) -> None:
    commune, province, _ = filled
    month = month_of(commune.clock().astimezone(VIETNAM).date())
    for station, agency in ((commune, COMMUNE), (province, PROVINCE)):
        for by in (By.FIELD, By.PROCEDURE, By.COUNTER, By.OFFICER):
            here = report(station.desk, "bieu06", ReportAsk(month, by)).table
            there = centre_figures.centre_report(worker, "bieu06", ReportAsk(month, by), station.clock(), agency)
            assert _numbers(there) == _numbers(here), (agency, by)
        here = report(station.desk, "yearly", ReportAsk(month)).table
        assert _numbers(
            centre_figures.centre_report(worker, "yearly", ReportAsk(month), station.clock(), agency)
        ) == _numbers(here)


def test_the_province_is_the_sum_of_its_agencies_and_counts_a_handed_dossier_once(
    filled: tuple[Station, Station, list[str]], worker: Line
) -> None:
    commune, _, _ = filled
    month = month_of(commune.clock().astimezone(VIETNAM).date())
    whole = centre_figures.centre_report(worker, "bieu06", ReportAsk(month, By.AGENCY), commune.clock())
    assert [row[1] for row in whole.rows] == [f"Cơ quan {agency}" for agency in sorted((COMMUNE, PROVINCE))]
    sums = [sum(number_of(row[at]) for row in whole.rows) for at in range(2, 13)]
    assert [number_of(cell) for cell in whole.total[2:]] == sums
    assert number_of(whole.total[2]) == 13


def test_a_month_closed_at_a_desk_is_closed_at_the_centre(
    filled: tuple[Station, Station, list[str]], worker: Line
) -> None:
    commune, province, uids = filled
    month = month_of(commune.clock().astimezone(VIETNAM).date())
    commune.clock.now = datetime.combine(month.last + timedelta(days=3), datetime.min.time(), VIETNAM)
    commune.desk.clerk = PROGRAM
    months.close_month(commune.desk, month.first)
    published = _numbers(report(commune.desk, "bieu06", ReportAsk(month)).table)
    take_step(commune.desk, uids[6], Finished(month.begin + timedelta(days=27), ("Giấy",)))
    _settled(worker, commune, province)
    next_month = month_of(month.last + timedelta(days=1))
    for period in (month, next_month):
        here = _numbers(report(commune.desk, "bieu06", ReportAsk(period)).table)
        assert (
            _numbers(centre_figures.centre_report(worker, "bieu06", ReportAsk(period), commune.clock(), COMMUNE))
            == here
        )
    assert _numbers(report(commune.desk, "bieu06", ReportAsk(month)).table) == published


def test_the_command_line_reports_the_province(
    filled: tuple[Station, Station, list[str]], database: CentreDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    commune, _, _ = filled
    month = f"{commune.clock().astimezone(VIETNAM):%Y-%m}"
    address = ["--url", database.url_of("router")]
    assert main(["centre", "report", *address, "bieu06", "--month", month, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["total"]["3"] == 13 and len(told["rows"]) == 2
    assert main(["centre", "report", *address, "overdue", "--month", month, "--agency", COMMUNE]) == 0
    assert "DANH SÁCH HỒ SƠ QUÁ HẠN" in capsys.readouterr().out
    assert main(["centre", "report", *address, "yearly", "--day", "today", "--by", "agency"]) == 2
    assert "--by" in capsys.readouterr().err
    assert main(["centre", "report", *address, "bieu06"]) == 2
    assert "--month" in capsys.readouterr().err


@pytest.fixture
def ask(filled: tuple[Station, Station, list[str]], database: CentreDatabase) -> Callable[..., int]:
    """Ask the centre for this month's report."""
    month = f"{filled[0].clock().astimezone(VIETNAM):%Y-%m}"

    def call(name: str, *words: object) -> int:
        url = database.url_of("router")
        return main(["centre", "report", "--url", url, name, "--month", month, *map(str, words)])

    return call


@pytest.mark.parametrize("name", ["bieu06", "yearly", "overdue"])
def test_every_report_of_the_province_leaves_as_paper_and_workbook(
    ask: Callable[..., int], tmp_path: Path, name: str
) -> None:
    assert ask(name, "--format", "pdf", "--out", tmp_path / "p.pdf") == 0
    assert ask(name, "--format", "xlsx", "--out", tmp_path / "p.xlsx") == 0
    said = text((tmp_path / "p.pdf").read_bytes())
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx").active
    assert sheet is not None
    assert "CƠ QUAN H31\n" in said and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
    assert "Số liệu tính đến" in said
    office, title, days, fresh = (str(sheet.cell(row, 1).value) for row in range(1, 5))
    assert office == "Cơ quan H31"
    assert title in " ".join(said.split())
    assert days.startswith("Tháng")
    assert fresh.startswith("Số liệu tính đến")


def test_the_paper_of_an_agency_has_its_own_head_and_figures(ask: Callable[..., int], tmp_path: Path) -> None:
    assert ask("bieu06", "--agency", COMMUNE, "--format", "pdf", "--out", tmp_path / "p.pdf") == 0
    said = text((tmp_path / "p.pdf").read_bytes())
    assert f"CƠ QUAN {COMMUNE}\n" in said and "BỘ PHẬN" in said
    assert COMMUNE in said and f"\n{PROVINCE}\n" not in said


def test_the_head_of_the_province_is_what_the_call_says(ask: Callable[..., int], tmp_path: Path) -> None:
    head = (
        "--name",
        "UBND tỉnh Mẫu",
        "--heading",
        "Văn phòng",
        "--place",
        "Mẫu Châu",
        "--signer-role",
        "CHÁNH VĂN PHÒNG",
    )
    assert ask("bieu06", *head, "--format", "pdf", "--out", tmp_path / "p.pdf") == 0
    said = text((tmp_path / "p.pdf").read_bytes())
    for words in ("UBND TỈNH MẪU", "VĂN PHÒNG", "Mẫu Châu, ngày", "CHÁNH VĂN PHÒNG"):
        assert words in said
    assert "CƠ QUAN H31\n" not in said


def test_a_head_that_nobody_knows_and_a_head_for_nothing_are_refused(
    ask: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("--format", "pdf", "--out", tmp_path / "p.pdf")
    assert ask("bieu06", "--agency", "H99.1", "--name", "UBND xã Lạ", *out) == 2
    err = capsys.readouterr().err
    assert "--heading, --place" in err and "--name" not in err
    assert ask("bieu06", "--name", "UBND tỉnh Mẫu") == 2
    assert "--name" in capsys.readouterr().err
    assert ask("bieu06", "--place", "Mẫu", "--format", "xlsx", "--out", tmp_path / "p.xlsx") == 2
    assert "--place" in capsys.readouterr().err
    assert ask("bieu06", "--format", "pdf") == 2
    assert "cần --out FILE" in capsys.readouterr().err
    assert list(tmp_path.glob("p.*")) == []


@pytest.mark.parametrize(
    ("agencies", "top"),
    [
        ([], ""),
        (["H31"], "H31"),
        (["H31", "H31.20", "H31.20.11"], "H31"),
        (["H54", "000.00.14.H54"], "H54"),
        (["H31.20.11", "H31.20.12"], ""),
        (["H31", "H32.20.11"], ""),
    ],
)
def test_the_office_above_all_is_the_one_that_all_codes_carry(agencies: list[str], top: str) -> None:
    assert centre_figures._above_all(agencies) == top


def test_a_station_s_login_sees_no_figures_of_the_province(
    filled: tuple[Station, Station, list[str]], database: CentreDatabase
) -> None:
    commune, _, _ = filled
    month = month_of(commune.clock().astimezone(VIETNAM).date())
    with centre_register.open_register(database.url_of(COMMUNE)) as line, pytest.raises(CentreRefused):
        centre_figures.centre_report(line, "bieu06", ReportAsk(month), commune.clock())
