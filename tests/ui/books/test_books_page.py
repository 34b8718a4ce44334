"""Sổ sách: books of a day and a period, kept, opened and saved; bad periods said; papers printed again."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView
from sqlalchemy import select

from onestop_desk.devices.printer import folder_printer
from onestop_desk.services import guidance, hand_over, paperwork
from onestop_desk.services.board import today
from onestop_desk.services.choices import choose
from onestop_desk.services.paperwork import Form, Sheet
from onestop_desk.services.printing import JOB
from onestop_desk.ui import theme
from onestop_desk.ui.books.drawing import Book, Period
from tests.desks import SettableClock
from tests.documents.pictures import text
from tests.ui.books.conftest import Office, words
from tests.ui.legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible


def test_the_day_list_of_today_is_kept_opened_and_told(office: Office) -> None:
    office.click("book_day_view")
    (path,) = office.program.paths
    assert path == office.desk.folder / "papers" / "2026" / "11" / "H31.20.11-261125-day.pdf"
    assert "Người Thứ Tư" in office.last_opened()
    assert "Người Mẫu 2" not in office.last_opened()
    assert office.strips() == [f"Danh sách cuối ngày 25/11/2026: đã giữ tại {path}."]
    assert office.find("book_day_said").isHidden()


def test_another_day_is_typed_or_stepped(office: Office) -> None:
    office.type_day("book_day_day", "231126")
    office.click("book_day_view")
    assert "Người Mẫu 2" in office.last_opened()
    line = office.find("book_day_day")
    line.setFocus()
    office.qtbot.keyClicks(line, "d")
    assert line.text() == "24/11/2026"


def test_the_register_has_both_days_of_its_period(office: Office) -> None:
    office.click("book_register_view")
    assert office.program.paths[-1].name == "H31.20.11-261101-261125-07.pdf"
    assert [name in office.last_opened() for name in ("Người Mẫu 0", "Người Thứ Tư")] == [True, True]
    office.type_day("book_register_first", "24/11/2026")
    office.click("book_register_view")
    assert [name in office.last_opened() for name in ("Người Mẫu 0", "Người Thứ Tư")] == [False, True]
    assert len({path.name for path in office.program.paths}) == 2, "one period does not overwrite another"


def test_the_fee_book_names_what_was_waived(office: Office) -> None:
    office.click("book_fees_view")
    assert "hộ nghèo" in office.last_opened()


@pytest.mark.parametrize(
    ("first", "last", "at", "problem"),
    [
        ("25/11/2026", "24/11/2026", "last", "Kỳ kết thúc trước khi bắt đầu."),
        ("21/10/2025", "25/11/2026", "last", "Kỳ dài hơn 400 ngày; chia thành nhiều kỳ."),
        ("26/11/2026", "27/11/2026", "first", "Ngày này chưa đến."),
        ("31/11/2026", "25/11/2026", "first", "Không phải ngày, ví dụ 23/11/2026"),
        ("23/11/2026", " ", "last", "Chưa nhập ngày."),
    ],
)
def test_a_bad_period_is_said_beside_its_field_and_draws_nothing(
    office: Office, first: str, last: str, at: str, problem: str
) -> None:
    office.type_day("book_register_first", first)
    office.type_day("book_register_last", last)
    for button in ("book_register_view", "book_register_save"):
        office.click(button)
        assert office.problem(f"book_register_{at}") == problem
        assert office.find(f"book_register_{at}").hasFocus()
    assert office.program.paths == []
    assert office.window.findChild(QFileDialog) is None


def test_what_was_wrong_is_taken_back_with_the_next_try(office: Office) -> None:
    office.type_day("book_register_last", "1/10/2026")
    office.click("book_register_view")
    office.type_day("book_register_first", "1/9/2026")
    office.click("book_register_view")
    assert office.problem("book_register_last") == ""
    assert office.program.paths[-1].name == "H31.20.11-260901-261001-07.pdf"


@pytest.mark.parametrize("name", ["day_day", "register_first"])
def test_a_year_that_no_register_has_is_said(office: Office, name: str) -> None:
    book = name.partition("_")[0]
    for field in {name, f"{book}_last"} - {"day_last"}:
        office.type_day(f"book_{field}", "1/1/0001")
    office.click(f"book_{book}_view")
    said = {"day": "book_day_day", "register": "book_register_last"}[book]
    assert office.problem(said) == "Kỳ phải nằm trong các năm 2000 đến 2099."
    assert office.program.paths == []


def test_400_days_are_a_period(office: Office) -> None:
    office.type_day("book_register_first", "22/10/2025")
    office.click("book_register_view")
    assert office.program.paths[-1].name == "H31.20.11-251022-261125-07.pdf"


def test_a_book_is_saved_where_a_person_says(office: Office, tmp_path: Path) -> None:
    office.click("book_fees_save")
    dialog = office.find("save_file", QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not dialog.isModal() or dialog.windowModality() is Qt.WindowModality.WindowModal
    dialog.fileSelected.emit(str(tmp_path / "sổ"))
    dialog.reject()
    office.settle()
    assert "hộ nghèo" in words(tmp_path / "sổ.pdf")
    assert office.strips() == [f"Sổ phí, lệ phí: đã lưu ra {tmp_path / 'sổ.pdf'}."]
    office.click("strip_action")
    assert office.program.paths == [tmp_path / "sổ.pdf"]


def test_a_file_that_cannot_be_written_is_told_and_the_card_is_free_again(office: Office, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    office.page.save_to(Book.FEES, Period(*[office.desk.clock().date()] * 2), tmp_path / "tệp" / "x.pdf")
    assert office.find("book_fees_said", QLabel).text() == "Đang lập, có thể làm việc khác…"
    office.settle()
    assert office.strips() == [f"Không ghi được tệp PDF: {tmp_path / 'tệp' / 'x.pdf'}."]
    office.click("book_fees_view")
    assert len(office.program.paths) == 1


@pytest.mark.qt_log_ignore("does not support QPlatformServices::openDocument")
def test_a_machine_without_a_pdf_program_says_where_the_paper_is(office: Office) -> None:
    QDesktopServices.unsetUrlHandler("file")
    office.click("book_day_view")
    assert office.strips()[0] == "Máy này không mở được tệp PDF."
    assert "H31.20.11-261125-day.pdf" in office.window.strips.strips()[0].sentence.do


def test_a_long_book_holds_up_neither_saving_nor_looking_up(office: Office) -> None:
    gate, answers = threading.Event(), []
    office.window.jobs.read_long(gate.wait, 20.0)
    press(office, "book_register_view")
    office.window.jobs.read(today, office.desk, done=answers.append)
    office.window.jobs.run(choose, office.desk, {"scale": 115}, done=answers.append)
    office.qtbot.waitUntil(lambda: len(answers) == 2)
    assert office.program.paths == []
    press(office, "book_register_view")
    gate.set()
    office.settle()
    assert len(office.program.paths) == 1, "a book that is being drawn is not begun twice"


def test_the_days_offered_follow_the_calendar_unless_others_were_chosen(office: Office, clock: SettableClock) -> None:
    office.type_day("book_fees_first", "5/11/2026")
    clock.forward(days=7)
    office.window.show_page("list")
    office.window.show_page("books")
    office.settle()
    shown = [office.find(f"book_{name}").text() for name in ("day_day", "register_first", "fees_first", "fees_last")]
    assert shown == ["02/12/2026", "01/12/2026", "05/11/2026", "25/11/2026"]


def test_visits_and_lists_stand_below_newest_first(office: Office) -> None:
    assert [row[2:] for row in office.cells("visits_table")] == [
        ["Phiếu hướng dẫn", "Trần Thị Đào", "Đăng ký khai sinh"],
        ["Phiếu từ chối", "Lê Văn Ổi", "Cấp lại bằng lái"],
    ]
    assert [row[2:] for row in office.cells("book_lists_table")] == [["2", "Tư pháp - Hộ tịch"]]


@pytest.mark.parametrize(("row", "form"), [(0, Form.REQUEST), (1, Form.REFUSAL)])
def test_a_visit_s_letter_is_printed_again_as_it_was(office: Office, tmp_path: Path, row: int, form: Form) -> None:
    tray = with_tray(office, tmp_path)
    table = office.find("visits_table", QTableView)
    table.setCurrentIndex(table.model().index(row, 0))
    office.click("visits_again")
    visit = guidance.visits(office.desk)[row]
    assert jobs(office)[-1] == (form.value, visit.uid)
    (printed,) = tray.glob("*.pdf")
    assert printed.read_bytes() == paperwork.draw(office.desk, "", Sheet(form, about=visit.uid))
    assert visit.person in text(printed.read_bytes())


def test_a_hand_over_list_is_printed_again_as_it_was(office: Office, tmp_path: Path) -> None:
    tray = with_tray(office, tmp_path)
    office.click("book_lists_again")
    (listed,) = hand_over.recent_lists(office.desk)
    assert jobs(office)[-1] == ("hand_over", listed.uid)
    (printed,) = tray.glob("*.pdf")
    assert printed.read_bytes() == paperwork.draw(office.desk, "", Sheet(Form.HAND_OVER, about=listed.uid))
    assert office.strips() == [f"Danh sách bàn giao {listed.serial} đang in lại."]


@pytest.mark.parametrize("name", list(theme.ThemeName))
@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 100), ((1024, 640), 175), ((1366, 768), 150)])
def test_the_page_can_be_read_and_reached(
    office: Office, size: tuple[int, int], scale: int, name: theme.ThemeName
) -> None:
    office.window.set_look(theme.Look(name, scale=scale))
    office.window.resize(*size)
    office.type_day("book_register_last", "1/10/2026")
    office.click("book_register_view")
    wait_legible(office.qtbot, office.window)
    page = office.page
    assert nameless(office.window) == untabbable(page) == default_buttons(office.window) == tab_jumps(page) == []


def with_tray(office: Office, folder: Path) -> Path:
    """Make a folder the printer of everything on A4, empty of what was waiting before."""
    tray = folder / "tray"
    tray.mkdir()
    office.room.hand_in()
    office.settle()
    choose(office.desk, {"receipt_printer": folder_printer(tray)})
    return tray


def jobs(office: Office) -> list[tuple[str, str]]:
    """Return form and subject of every print job, oldest first."""
    with office.desk.reading() as connection:
        query = select(JOB.c.form, JOB.c.about).order_by(JOB.c.made_at, JOB.c.changed_at)
        return [tuple(row) for row in connection.execute(query)]


def press(office: Office, name: str) -> None:
    """Press a button without waiting."""
    office.find(name, QPushButton).click()
