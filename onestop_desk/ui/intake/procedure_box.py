"""Which procedure: the tiles of this counter, or a few letters; then its limit, fee, case and channel."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onestop_desk.domain.application import Channel
from onestop_desk.domain.calendar import Limit, Unit, parse_limit
from onestop_desk.domain.catalogue import Procedure, ProcedureFee, fee_for, limit_for
from onestop_desk.domain.errors import DeskError
from onestop_desk.domain.money import format_dong
from onestop_desk.services import catalogue, catalogue_list
from onestop_desk.services.catalogue_list import CatalogueLine
from onestop_desk.ui.dossier_wording import channel_words
from onestop_desk.ui.due_wording import limit_words
from onestop_desk.ui.intake.case_list import CaseList
from onestop_desk.ui.intake.command_line import CommandLine
from onestop_desk.ui.intake.seat import Seat
from onestop_desk.ui.widgets.choice_grid import Choice, ChoiceGrid
from onestop_desk.ui.widgets.field_box import FieldBox
from onestop_desk.ui.widgets.field_flow import FieldFlow
from onestop_desk.ui.widgets.label import Paragraph, PlainLabel
from onestop_desk.ui.widgets.segments import Segments
from onestop_desk.ui.widgets.suggest import MOST_ROWS, Suggestion


class ProcedureBox(QWidget):
    """The procedure with channel and case. `chosen` tells of another procedure, `changed` of channel or case."""

    chosen = Signal(object)
    changed = Signal()
    commanded = Signal(int)
    failed = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._procedure: Procedure | None = None
        self._lines: tuple[CatalogueLine, ...] = ()
        self._is_eager = False
        self._asks_way = True
        self.search = CommandLine(self.tr("Thủ tục"), self.tr("Gõ vài chữ của tên, không cần dấu, hoặc mã thủ tục"))
        self.search.setObjectName("procedure")
        self._search_box = FieldBox("", self.search)
        self.tiles = ChoiceGrid(keys_on=self)
        self.tiles.setObjectName("procedure_tiles")
        self._summary = _Summary()
        self.channel = Segments("channel", self.tr("Hình thức nộp"), [(one, channel_words(one)) for one in Channel])
        self.cases = CaseList(self.tr("Trường hợp"))
        self.cases.setObjectName("case")
        self._case_box = FieldBox(self.tr("Trường hợp"), self.cases)
        self._connect()
        self._assemble()
        self.show_procedure(None, Channel.DIRECT, None)

    def procedure(self) -> Procedure | None:
        """Return the procedure as it was when it was chosen."""
        return self._procedure

    def channel_taken(self) -> Channel:
        """Return how the dossier comes in."""
        value = self.channel.value()
        return value if isinstance(value, Channel) else Channel.DIRECT

    def case_taken(self) -> str | None:
        """Return the case; None where the procedure has none or none was taken."""
        return self.cases.value()

    def show_procedure(self, procedure: Procedure | None, channel: Channel, case: str | None) -> None:
        """Show a procedure, or the tiles where there is none."""
        self._procedure = procedure
        self.channel.set_value(channel)
        self.cases.show_cases(procedure.cases if procedure else ())
        self._order()
        self.cases.set_value(case)
        self.search.setText("")
        self.tiles.setVisible(procedure is None)
        self._summary.setVisible(procedure is not None)
        self.channel.setVisible(procedure is not None and self._asks_way)
        self._case_box.setVisible(procedure is not None and bool(procedure.cases) and self._asks_way)
        self.tiles.set_chosen(procedure.code if procedure else None)
        self.show_problems({})
        self._show_summary()

    def ask_procedure_only(self) -> None:
        """Leave channel and case out: they are asked for elsewhere."""
        self._asks_way = False
        self._title.setText(self.tr("Thủ tục đúng"))
        self.show_procedure(self._procedure, self.channel_taken(), self.case_taken())

    def show_tiles(self, lines: Sequence[CatalogueLine]) -> None:
        """Offer these procedures by Alt+1 to Alt+9."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self.tiles.show_choices([Choice(line.code, line.name, _limit_of(line)) for line in lines])
        self._order()

    def take_tile(self, number: int) -> None:
        """Choose the tile of Alt+`number`; nothing happens where there is none."""
        if 1 <= number <= len(self._lines):
            self.take(self._lines[number - 1].code)

    def take(self, code: str) -> None:
        """Choose a procedure as it is offered now; `failed` tells of one that is offered no longer."""
        try:
            procedure = catalogue.procedure(self._seat.desk, code)
        except DeskError as error:
            self.failed.emit(error)
            return
        self.show_procedure(procedure, self.channel_taken(), None)
        self.chosen.emit(procedure)

    def show_problems(self, problems: dict[str, str]) -> None:
        """Say what is wrong with the choice."""
        self._search_box.show_problem(problems.get("procedure", ""))
        self._case_box.show_problem(problems.get("case", ""))

    def take_focus(self) -> None:
        """Put the focus where the next decision is: the case, the channel, or the search."""
        if self._procedure is None:
            self.search.setFocus()
        elif self._procedure.cases:
            self.cases.take_focus()
        else:
            self.channel.take_focus()

    def _connect(self) -> None:
        self.search.asked.connect(self._on_asked)
        self.search.picked.connect(self.take)
        self.search.entered.connect(self._on_entered)
        self.search.textEdited.connect(self._on_typed)
        self.search.commanded.connect(self.commanded)
        self.tiles.chosen.connect(self.take)
        self.channel.chosen.connect(self._on_changed)
        self.cases.chosen.connect(self._on_changed)

    def _assemble(self) -> None:
        head = FieldFlow(across=16)
        self._title = PlainLabel(self.tr("2  Thủ tục"), "heading")
        head.add_field(self._title, 110, 1)
        head.add_field(self.channel, 0, 0)
        policy = self.channel.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.channel.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._search_box)
        column.addWidget(self.tiles)
        column.addWidget(self._summary)
        column.addWidget(self._case_box)

    def _order(self) -> None:
        """Let Tab go from the search to the tiles and the cases, which were made after the rest of the form."""
        chain: list[QWidget] = [self.search, *self.tiles.tiles(), *self.cases.tiles()]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _show_summary(self) -> None:
        if self._procedure is not None:
            self._summary.show_procedure(self._procedure, self.channel_taken(), self.case_taken())

    def _on_changed(self, _value: object) -> None:
        self.show_problems({})
        self._show_summary()
        self.changed.emit()

    def _on_typed(self, _text: str) -> None:
        self._is_eager = False

    def _on_asked(self, text: str) -> None:
        done = partial(self._on_found, text)
        desk = self._seat.desk
        self._seat.jobs.read(catalogue_list.search, desk, text, MOST_ROWS, done=done, key="procedure")

    def _on_found(self, asked: str, lines: tuple[CatalogueLine, ...]) -> None:
        if self.search.text().strip() != asked:
            return
        self.search.offer([Suggestion(line.code, line.name, _detail(line)) for line in lines])
        if not lines:
            self._search_box.show_problem(self.tr("Không có thủ tục nào khớp với “{text}”.").format(text=asked))
        elif self._is_eager:
            self._on_entered()

    def _on_entered(self) -> None:
        rows = self.search.suggestions()
        if rows:
            self.search.close_list()
            self.take(str(rows[0].value))


class _Summary(QWidget):
    """What was chosen, in words: name, limit, fee, code and field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Paragraph("", "strong")
        self._name.setObjectName("procedure_name")
        self._limit = Paragraph()
        self._limit.setObjectName("procedure_limit")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for one in (self._name, self._limit):
            column.addWidget(one)

    def show_procedure(self, procedure: Procedure, channel: Channel, case: str | None) -> None:
        """Show the limit and the fee of this channel and case."""
        self._name.setText(procedure.name)
        limit, fee = limit_for(procedure, channel, case), fee_for(procedure, channel, case)
        words = [self.tr("Thời hạn: {limit}").format(limit=limit_words(limit.limit))]
        if limit.statutory and limit.statutory != limit.value:
            statutory = limit_words(Limit(limit.statutory, limit.unit))
            cut = f"{limit.cut_percent:.0f}"
            words.append(self.tr("theo luật {statutory}, đã cắt {cut}%").format(statutory=statutory, cut=cut))
        words += [self._fee_words(fee), procedure.code, procedure.field]
        self._limit.setText(" · ".join(word for word in words if word))

    def _fee_words(self, fee: ProcedureFee | None) -> str:
        if fee is None:
            return self.tr("Phí: danh mục không ghi")
        if fee.by_page is not None:
            words = self.tr("Phí: {first} một trang, từ trang {n}: {then}").format(
                first=format_dong(fee.by_page.first),
                n=fee.by_page.first_pages + 1,
                then=format_dong(fee.by_page.then),
            )
            most = self.tr("tối đa {most} một bản").format(most=format_dong(fee.by_page.most))
            return f"{words}, {most}" if fee.by_page.most else words
        return (
            self.tr("Phí: {amount}").format(amount=format_dong(fee.amount)) if fee.amount else self.tr("Không thu phí")
        )


def _limit_of(line: CatalogueLine) -> str:
    limit = parse_limit(line.shortened or line.limit)
    return "" if limit.unit is Unit.NONE else limit_words(limit)


def _detail(line: CatalogueLine) -> str:
    return " · ".join(part for part in (line.code, _limit_of(line)) if part)
