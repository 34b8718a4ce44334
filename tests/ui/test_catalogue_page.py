"""The catalogue's page on a real register: find, read, change, retire, import; nothing typed is lost."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Unit
from onestop_desk.domain.catalogue import PauseRule, Procedure, ProcedureLimit, ProcedureStep
from onestop_desk.domain.page_fee import PageRate
from onestop_desk.services.catalogue import adapt, entry, import_starter, procedure, retire
from onestop_desk.services.desk import Desk
from onestop_desk.services.fault import ProcedureNotOffered
from onestop_desk.ui import theme
from onestop_desk.ui.catalogue.editor import ProcedureEditor
from onestop_desk.ui.catalogue.page import CataloguePage
from onestop_desk.ui.jobs import Jobs
from onestop_desk.ui.main_window import MainWindow
from onestop_desk.ui.widgets.label import Paragraph
from onestop_desk.ui.widgets.labelled import LabelledLine
from tests.desks import a_procedure
from tests.services.catalogues import a_row, write_json

from .conftest import open_window
from .legibility import default_buttons, nameless, tab_jumps, untabbable, wait_legible

BIRTH = "1.001193"


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, desk: Desk) -> CataloguePage:
    """Give the page over the starter catalogue."""
    import_starter(desk)
    window = open_window(qtbot, jobs, lambda shell: CataloguePage(shell, desk))
    made = window.page("intake")
    assert isinstance(made, CataloguePage)
    qtbot.waitUntil(lambda: table(made).model().rowCount() == 36)
    return made


def table(page: CataloguePage) -> QTableView:
    return page.findChild(QTableView, "catalogue_table")


def shell(page: CataloguePage) -> MainWindow:
    found = page.window()
    assert isinstance(found, MainWindow)
    return found


def texts(page: CataloguePage, row: int) -> list[str]:
    model = table(page).model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def settle(qtbot: QtBot, page: CataloguePage) -> None:
    qtbot.waitUntil(lambda: not shell(page).jobs.is_busy())


def open_one(qtbot: QtBot, page: CataloguePage, code: str = BIRTH) -> ProcedureEditor:
    page.open_procedure(code)
    editor = page.findChild(ProcedureEditor)
    qtbot.waitUntil(lambda: editor.code() == code and editor.isVisible())
    return editor


def show_tab_of(view: QTableView) -> None:
    tabs = view.window().findChild(QTabWidget, "procedure_tabs")
    tabs.setCurrentIndex(next(at for at in range(tabs.count()) if tabs.widget(at).isAncestorOf(view)))


def type_into(qtbot: QtBot, view: QTableView, row: int, column: int, text: str) -> None:
    show_tab_of(view)
    index = view.model().index(row, column)
    view.setCurrentIndex(index)
    view.edit(index)
    line = view.viewport().findChildren(QLineEdit)[-1]
    line.selectAll()
    line.insert(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.viewport().findChildren(QLineEdit))


def press(qtbot: QtBot, page: CataloguePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def test_the_list_shows_limits_cuts_and_fees(qtbot: QtBot, page: CataloguePage) -> None:
    page.findChild(QLineEdit, "catalogue_words").setText("1.013978")
    qtbot.waitUntil(lambda: table(page).model().rowCount() == 1)
    qtbot.waitUntil(lambda: texts(page, 0)[0] == "1.013978")
    assert texts(page, 0)[2:6] == ["Đất đai", "45 ngày làm việc", "27 ngày làm việc", "40%"]


def test_words_without_accents_narrow_the_list(qtbot: QtBot, page: CataloguePage) -> None:
    qtbot.keyClicks(page.findChild(QLineEdit, "catalogue_words"), "ket hon")
    qtbot.waitUntil(lambda: 0 < table(page).model().rowCount() < 10)
    qtbot.waitUntil(lambda: "kết hôn" in texts(page, 0)[1])
    assert page.findChild(Paragraph, "catalogue_count").text() == f"{table(page).model().rowCount()} thủ tục"


def test_a_click_on_a_row_opens_it(qtbot: QtBot, page: CataloguePage) -> None:
    qtbot.waitUntil(lambda: texts(page, 0)[0] != "…")
    view = table(page)
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    editor = page.findChild(ProcedureEditor)
    qtbot.waitUntil(editor.isVisible)
    assert editor.code() == texts(page, 0)[0]


def test_a_shortened_limit_is_saved_and_its_cut_is_shown(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    editor = open_one(qtbot, page, "1.004873")
    limits = editor.findChild(QTableView, "limits_table")
    assert not editor.findChild(QPushButton, "procedure_save").isEnabled()
    type_into(qtbot, limits, 0, 2, "8")
    type_into(qtbot, limits, 0, 3, "2")
    assert limits.model().index(0, 5).data() == "75%"
    press(qtbot, page, "procedure_save")
    row = procedure(desk, "1.004873").limits[0]
    assert (row.statutory, row.value) == (8, 2)
    assert entry(desk, "1.004873").published != procedure(desk, "1.004873")
    qtbot.waitUntil(lambda: not editor.is_changed())


def test_fees_papers_and_steps_are_saved(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    editor = open_one(qtbot, page)
    type_into(qtbot, editor.findChild(QTableView, "fees_table"), 0, 2, "12.000")
    type_into(qtbot, editor.findChild(QTableView, "fees_table"), 0, 3, "2.000; 2; 1.000; 200.000")
    papers = editor.findChild(QTableView, "papers_table")
    editor.findChild(QPushButton, "papers_add").click()
    type_into(qtbot, papers, papers.model().rowCount() - 1, 0, "Giấy ủy quyền")
    papers.model().setData(papers.model().index(0, 3), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    editor.findChild(QCheckBox, "on_site_five").setChecked(True)
    steps = editor.findChild(QTableView, "steps_table")
    for _ in range(steps.model().rowCount()):
        steps.setCurrentIndex(steps.model().index(0, 0))
        editor.findChild(QPushButton, "steps_remove").click()
    editor.findChild(QPushButton, "steps_add").click()
    type_into(qtbot, steps, 0, 0, "Thẩm định")
    type_into(qtbot, steps, 0, 1, "3")
    editor.findChild(QComboBox, "pause_rule").setCurrentIndex(1)
    press(qtbot, page, "procedure_save")
    own = procedure(desk, BIRTH)
    assert (own.fees[0].amount, own.fees[0].by_page) == (12000, PageRate())
    assert (own.papers[-1].name, own.papers[0].required) == ("Giấy ủy quyền", False)
    assert (own.on_site_five, own.steps, own.pause_rule) == (True, (ProcedureStep("Thẩm định", 3),), PauseRule.RESTART)


def test_a_choice_is_taken_from_its_list(qtbot: QtBot, page: CataloguePage) -> None:
    editor = open_one(qtbot, page, "1.004873")
    limits = editor.findChild(QTableView, "limits_table")
    limits.edit(limits.model().index(0, 0))
    box = limits.viewport().findChild(QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    edited = editor.edited()
    assert edited is not None
    assert edited.limits[0].channel is Channel.ONLINE
    assert limits.model().index(0, 0).data() == "Trực tuyến"


@pytest.mark.parametrize("typed", ["-1", "ba", "1.5", "99999", "1²", "٣"])
def test_what_is_no_number_leaves_the_cell_as_it_was(qtbot: QtBot, page: CataloguePage, typed: str) -> None:
    editor = open_one(qtbot, page, "1.004873")
    limits = editor.findChild(QTableView, "limits_table")
    before = limits.model().index(0, 3).data()
    type_into(qtbot, limits, 0, 3, typed)
    assert limits.model().index(0, 3).data() == before


def test_what_cannot_be_is_said_and_nothing_is_saved(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    editor = open_one(qtbot, page, "1.004873")
    before = procedure(desk, "1.004873")
    editor.findChild(QPushButton, "papers_add").click()
    press(qtbot, page, "procedure_save")
    assert editor.findChild(Paragraph, "procedure_problem").text() == "Giấy tờ: chưa nhập."
    type_into(qtbot, editor.findChild(QTableView, "limits_table"), 0, 2, "1")
    press(qtbot, page, "procedure_save")
    assert procedure(desk, "1.004873") == before
    press(qtbot, page, "procedure_undo")
    assert not editor.is_changed()


def test_what_is_not_saved_waits_while_another_procedure_is_read(qtbot: QtBot, page: CataloguePage) -> None:
    editor = open_one(qtbot, page)
    editor.findChild(QPushButton, "papers_add").click()
    count = len(editor.edited().papers)
    open_one(qtbot, page, "1.000894")
    assert not editor.is_changed()
    open_one(qtbot, page)
    assert editor.is_changed()
    assert len(editor.edited().papers) == count


def test_the_published_entry_comes_back(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    published = procedure(desk, BIRTH)
    adapt(desk, a_procedure(code=BIRTH))
    open_one(qtbot, page)
    press(qtbot, page, "procedure_drop")
    assert procedure(desk, BIRTH) == published


def test_a_procedure_is_retired_with_a_reason_and_offered_again(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    editor = open_one(qtbot, page)
    assert not editor.findChild(QPushButton, "procedure_retire").isEnabled()
    editor.findChild(QLineEdit, "retire_reason").insert("Bị bãi bỏ")
    press(qtbot, page, "procedure_retire")
    assert not entry(desk, BIRTH).is_offered
    qtbot.waitUntil(lambda: editor.findChild(QPushButton, "procedure_restore").isVisible())
    page.findChild(QPushButton, "shown_False").setChecked(False)
    press(qtbot, page, "procedure_restore")
    assert entry(desk, BIRTH).is_offered


def test_retired_procedures_are_listed_apart(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    open_one(qtbot, page)
    page.findChild(ProcedureEditor).retire_asked.emit(BIRTH, "Bị bãi bỏ")
    qtbot.waitUntil(lambda: table(page).model().rowCount() == 35)
    page.findChild(QPushButton, "catalogue_back").click()
    page.findChild(QPushButton, "shown_False").click()
    qtbot.waitUntil(lambda: table(page).model().rowCount() == 1)
    qtbot.waitUntil(lambda: texts(page, 0)[0] != "…")
    assert texts(page, 0)[0] == BIRTH


def test_an_import_says_what_it_did_and_names_what_stayed_out(
    qtbot: QtBot, page: CataloguePage, desk: Desk, tmp_path: Path
) -> None:
    page.import_file(str(write_json(tmp_path, a_row(), a_row("1.000002", name="<b>"), a_row("1.000003", name=""))))
    settle(qtbot, page)
    assert "2 mới, 0 thay đổi, 0 không đổi" in page.findChild(Paragraph, "import_summary").text()
    lines = page.findChild(QListView, "refused_rows").model()
    assert lines.index(0, 0).data() == "Dòng 5, 1.000003: Tên thủ tục chưa nhập."
    qtbot.waitUntil(lambda: table(page).model().rowCount() == 38)
    press(qtbot, page, "refused_close")
    assert not page.findChild(QListView, "refused_rows").isVisible()


def test_a_file_that_is_none_is_said_and_the_button_works_again(
    qtbot: QtBot, page: CataloguePage, tmp_path: Path
) -> None:
    page.import_file(str(tmp_path / "none.json"))
    qtbot.waitUntil(lambda: len(shell(page).strips.strips()) == 1)
    assert shell(page).strips.strips()[0].sentence.code == "IMPORT-FILE"
    assert page.findChild(QPushButton, "catalogue_import").isEnabled()


def test_the_template_is_written_where_the_clerk_wants_it(qtbot: QtBot, page: CataloguePage, tmp_path: Path) -> None:
    page.save_template(tmp_path / "mau.xlsx")
    settle(qtbot, page)
    assert (tmp_path / "mau.xlsx").stat().st_size > 1000


@pytest.mark.parametrize("scale", theme.SCALES)
def test_list_and_editor_can_be_read_at_every_size(qtbot: QtBot, page: CataloguePage, desk: Desk, scale: int) -> None:
    window = shell(page)
    window.set_look(theme.Look(scale=scale))
    window.resize(1024, 640)
    wait_legible(qtbot, page)
    open_one(qtbot, page, "1.013978")
    wait_legible(qtbot, page)
    window.resize(2200, 1200)
    wait_legible(qtbot, page)
    assert page.findChild(ProcedureEditor).isVisible()


def test_every_control_has_a_name_and_tab_reaches_it(qtbot: QtBot, page: CataloguePage) -> None:
    open_one(qtbot, page)
    assert nameless(page) == []
    assert untabbable(page) == []
    assert tab_jumps(page) == []
    assert default_buttons(page) == []


def test_a_wide_window_shows_list_and_editor_side_by_side(qtbot: QtBot, page: CataloguePage) -> None:
    open_one(qtbot, page)
    assert not table(page).isVisible()
    shell(page).resize(2000, 900)
    qtbot.waitUntil(lambda: table(page).isVisible())
    assert table(page).editTriggers() != QAbstractItemView.EditTrigger.AllEditTriggers
    assert not page.findChild(QPushButton, "catalogue_back").isVisible()


def begin_new(page: CataloguePage, code: str = "9.000001", name: str = "Thủ tục thử nghiệm") -> ProcedureEditor:
    page.findChild(QPushButton, "catalogue_new").click()
    for part, text in (("code", code), ("name", name), ("field", "Thử nghiệm")):
        page.findChild(QLineEdit, f"new_procedure_{part}").setText(text)
    return page.findChild(ProcedureEditor)


def add_limit(editor: ProcedureEditor) -> None:
    show_tab_of(editor.findChild(QTableView, "limits_table"))
    editor.findChild(QPushButton, "limits_add").click()


def problem_of(page: CataloguePage, part: str) -> str:
    labelled = page.findChild(QLineEdit, f"new_procedure_{part}").parentWidget()
    assert isinstance(labelled, LabelledLine)
    return labelled.problem()


def test_a_new_procedure_is_filled_in_whole_and_saved_at_once(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    open_one(qtbot, page)
    editor = begin_new(page)
    assert editor.edited() == Procedure("9.000001", "Thủ tục thử nghiệm", "Thử nghiệm")
    assert not editor.findChild(QPushButton, "procedure_retire").isVisible()
    assert not editor.findChild(QPushButton, "procedure_restore").isVisible()
    add_limit(editor)
    type_into(qtbot, editor.findChild(QTableView, "limits_table"), 0, 3, "7")
    with pytest.raises(ProcedureNotOffered):
        procedure(desk, "9.000001")
    press(qtbot, page, "procedure_save")
    made = procedure(desk, "9.000001")
    assert (made.name, made.field) == ("Thủ tục thử nghiệm", "Thử nghiệm")
    assert made.limits == (ProcedureLimit(7, Unit.WORKING_DAY),)
    assert entry(desk, "9.000001").published is None
    assert (editor.code(), editor.is_changed()) == ("9.000001", False)
    assert not page.findChild(QLineEdit, "new_procedure_code").isVisible()
    qtbot.waitUntil(lambda: table(page).model().rowCount() == 37)


def test_a_new_procedure_begins_with_its_code(qtbot: QtBot, page: CataloguePage) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, "catalogue_new"), Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is page.findChild(QLineEdit, "new_procedure_code")
    assert not page.findChild(QPushButton, "procedure_save").isEnabled()


@pytest.mark.parametrize("code", ["abc", "", "1.0011", "1.00119٣", "1.001193; DROP"])
def test_a_code_that_is_none_is_said_beside_it(qtbot: QtBot, page: CataloguePage, code: str) -> None:
    editor = begin_new(page, code)
    add_limit(editor)
    press(qtbot, page, "procedure_save")
    assert problem_of(page, "code") == "Mã thủ tục: không đúng dạng mã."
    assert page.window().focusWidget() is page.findChild(QLineEdit, "new_procedure_code")
    assert page.findChild(QLineEdit, "new_procedure_name").text() == "Thủ tục thử nghiệm"
    page.findChild(QLineEdit, "new_procedure_code").insert("1")
    assert editor.is_new()


@pytest.mark.parametrize("is_retired", [False, True])
def test_a_code_that_is_known_is_said_with_its_procedure(
    qtbot: QtBot, page: CataloguePage, desk: Desk, is_retired: bool
) -> None:
    if is_retired:
        retire(desk, BIRTH, "Bãi bỏ")
    before = entry(desk, BIRTH)
    editor = begin_new(page, f" {BIRTH} ")
    add_limit(editor)
    press(qtbot, page, "procedure_save")
    assert before.procedure is not None
    told = f"Danh mục đã có thủ tục {BIRTH}: {before.procedure.name}."
    assert problem_of(page, "code").startswith(told)
    assert entry(desk, BIRTH) == before
    page.findChild(QLineEdit, "new_procedure_code").setText("9.000002")
    press(qtbot, page, "procedure_save")
    assert procedure(desk, "9.000002").name == "Thủ tục thử nghiệm"


def test_a_new_procedure_without_name_or_limit_is_not_saved(qtbot: QtBot, page: CataloguePage, desk: Desk) -> None:
    editor = begin_new(page, name=" ")
    press(qtbot, page, "procedure_save")
    assert problem_of(page, "name") == "Tên thủ tục: chưa nhập."
    page.findChild(QLineEdit, "new_procedure_name").setText("Thủ tục thử")
    press(qtbot, page, "procedure_save")
    assert editor.findChild(Paragraph, "procedure_problem").text() == "Thời hạn: chưa nhập."
    with pytest.raises(ProcedureNotOffered):
        procedure(desk, "9.000001")


def test_a_new_procedure_waits_while_another_is_read_and_can_be_given_up(qtbot: QtBot, page: CataloguePage) -> None:
    editor = begin_new(page)
    add_limit(editor)
    wanted = editor.edited()
    open_one(qtbot, page)
    page.findChild(QPushButton, "catalogue_new").click()
    assert editor.edited() == wanted
    press(qtbot, page, "procedure_undo")
    assert not editor.is_changed()
    assert page.findChild(QLineEdit, "new_procedure_code").text() == ""


def test_what_was_saved_while_one_looked_elsewhere_leaves_that_alone(qtbot: QtBot, page: CataloguePage) -> None:
    editor = open_one(qtbot, page, "1.004873")
    type_into(qtbot, editor.findChild(QTableView, "limits_table"), 0, 3, "1")
    gate = Event()
    shell(page).jobs.run(gate.wait)
    editor.findChild(QPushButton, "procedure_save").click()
    begin_new(page)
    gate.set()
    settle(qtbot, page)
    assert editor.is_new()
    assert shell(page).strips.strips()[0].sentence.what == "Đã lưu thủ tục 1.004873."
    assert not open_one(qtbot, page, "1.004873").is_changed()


@pytest.mark.parametrize("scale", theme.SCALES)
def test_a_new_procedure_can_be_read_and_reached_at_every_size(qtbot: QtBot, page: CataloguePage, scale: int) -> None:
    window = shell(page)
    window.set_look(theme.Look(scale=scale))
    window.resize(1024, 640)
    editor = begin_new(page, BIRTH)
    add_limit(editor)
    press(qtbot, page, "procedure_save")
    wait_legible(qtbot, page)
    assert nameless(page) == untabbable(page) == tab_jumps(page) == default_buttons(page) == []


def test_the_buttons_about_files_stand_in_one_line_at_1366(qtbot: QtBot, page: CataloguePage) -> None:
    wait_legible(qtbot, page)
    names = ("catalogue_import", "catalogue_template")
    assert len({page.findChild(QPushButton, name).geometry().top() for name in names}) == 1
    first = ("catalogue_words", "shown_True", "catalogue_new")
    tops = {page.findChild(QWidget, name).mapTo(page, QPoint(0, 0)).y() for name in first}
    assert max(tops) - min(tops) < 4
