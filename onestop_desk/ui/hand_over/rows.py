"""The rows of the hand-over tables: what stands in them, in which order, and why a dossier cannot go. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onestop_desk.domain.dossier import MAY_FOLLOW
from onestop_desk.domain.events import HandedOver
from onestop_desk.services.holding import Held
from onestop_desk.ui.dossier_wording import stage_words
from onestop_desk.ui.hand_over.form import GiveForm
from onestop_desk.ui.translation import translate


class Mark(StrEnum):
    """How a row stands: in order of the table."""

    WRONG = "wrong"
    TICKED = "ticked"
    OPEN = "open"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `key` is the dossier's uid, or the code of one that is not here; `said` its state or what is wrong."""

    key: str
    code: str
    owner: str
    said: str
    procedure: str
    mark: Mark = Mark.OPEN


def row_of(held: Held, mark: Mark, said: str) -> Row:
    """Return the row of a dossier."""
    line = held.line
    return Row(line.uid, line.code, line.owner_name, said, line.procedure_name, mark)


def place_words(held: Held) -> str:
    """Return a dossier's stage and with whom it is."""
    stage = stage_words(held.line.stage)
    if not held.holder:
        return stage
    if held.is_on_the_way:
        return translate("HandOver", "Đang chuyển đến {holder}, chờ xác nhận").format(holder=held.holder)
    return translate("HandOver", "{stage} · đang ở {holder}").format(stage=stage, holder=held.holder)


def why_not(held: Held) -> str:
    """Return why a dossier cannot be handed over; empty where it can."""
    if HandedOver not in MAY_FOLLOW[held.line.stage]:
        words = translate("HandOver", "Đang ở trạng thái “{stage}”: không bàn giao được, để riêng ra.")
        return words.format(stage=stage_words(held.line.stage))
    if held.is_on_the_way:
        words = translate("HandOver", "Đang chuyển đến {holder}, chờ xác nhận: không giao lần nữa.")
        return words.format(holder=held.holder)
    return ""


def give_rows(
    form: GiveForm, ready: Sequence[Held], known: Mapping[str, Held], refused: Mapping[str, str]
) -> tuple[Row, ...]:
    """Return what cannot go and why, then what is ticked in the order scanned, then what else could go."""
    absent = translate("HandOver", "Không có trên máy này, không vào danh sách: để riêng ra.")
    wrong, ticked = [Row(code, code, "", absent, "", Mark.WRONG) for code in form.absent], []
    for held in (known[uid] for uid in form.picked if uid in known):
        reason = why_not(held) or refused.get(held.uid, "")
        if reason:
            wrong.append(row_of(held, Mark.WRONG, reason))
        else:
            ticked.append(row_of(held, Mark.TICKED, place_words(held)))
    picked = set(form.picked)
    others = [row_of(held, Mark.OPEN, place_words(held)) for held in ready if held.uid not in picked]
    return (*wrong, *ticked, *others)


def count_ticked(rows: Sequence[Row]) -> tuple[int, int]:
    """Return how many rows are ticked, and of how many that could be."""
    ticked = sum(row.mark is Mark.TICKED for row in rows)
    return ticked, ticked + sum(row.mark is Mark.OPEN for row in rows)
