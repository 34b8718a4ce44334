"""The guide's page of what may follow what, written from the table the register itself obeys. Knows no Qt."""

from onestop_desk.domain.dossier import MAY_FOLLOW, Stage
from onestop_desk.domain.events import (
    Finished,
    HandedOver,
    Paid,
    PaymentRequested,
    Received,
    Refused,
    Returned,
    ReturnRecalled,
    StepDone,
    Stopped,
    Supplemented,
    SupplementRequested,
    Withdrawn,
)
from onestop_desk.ui.dossier_wording import stage_words, step_words

LEADS_TO: dict[type, Stage] = {
    Received: Stage.RECEIVED,
    HandedOver: Stage.IN_PROGRESS,
    StepDone: Stage.IN_PROGRESS,
    SupplementRequested: Stage.SUPPLEMENT,
    Supplemented: Stage.IN_PROGRESS,
    PaymentRequested: Stage.PAYMENT,
    Paid: Stage.IN_PROGRESS,
    Finished: Stage.FINISHED,
    Returned: Stage.RETURNED,
    ReturnRecalled: Stage.FINISHED,
    Withdrawn: Stage.WITHDRAWN,
    Stopped: Stage.STOPPED,
    Refused: Stage.NOT_ACCEPTED,
}
"""Where an event takes a dossier; all others leave it where it is."""

_HEAD = """# Vòng đời hồ sơ

Trang này do chương trình tự viết từ bảng luật của nó: bước không có ở đây thì không ghi được.
Mỗi ô là một trạng thái. Mỗi mũi tên là một bước.
"""
_MIDDLE = """
## Ở trạng thái nào thì ghi được bước nào

Bước in đậm làm hồ sơ đổi trạng thái.
"""
_FOOT = """
Bước không ghi được thì chương trình báo rõ trạng thái hiện tại: xem [Thông báo](thong-bao.md).
"""


def life_page() -> str:
    """Return `docs/guide/vong-doi.md`: the graph, and the same as a list for readers without graphs."""
    graph = "\n".join(["```mermaid", "stateDiagram-v2", *_states(), *_arrows(), "```"])
    return f"{_HEAD}\n{graph}\n{_MIDDLE}\n{_list()}\n{_FOOT}"


def stage_after(stage: Stage | None, step: type) -> Stage | None:
    """Return the stage in which a lawful event leaves a dossier of this stage."""
    if (step is Paid and stage is not Stage.PAYMENT) or (step is HandedOver and stage is Stage.FINISHED):
        return stage
    return LEADS_TO.get(step, stage)


def _states() -> list[str]:
    return [f'    state "{stage.value}. {stage_words(stage)}" as s{stage.value}' for stage in Stage]


def _arrows() -> list[str]:
    arrows = []
    for stage, lawful in MAY_FOLLOW.items():
        targets: dict[Stage, list[str]] = {}
        for step in _in_order(lawful):
            after = stage_after(stage, step)
            if after is not None and after is not stage:
                targets.setdefault(after, []).append(step_words(_kind(step)))
        arrows += [f"    {_node(stage)} --> {_node(after)}: {'; '.join(words)}" for after, words in targets.items()]
    return arrows


def _node(stage: Stage | None) -> str:
    return "[*]" if stage is None else f"s{stage.value}"


def _list() -> str:
    lines = []
    for stage, lawful in MAY_FOLLOW.items():
        name = "Chưa có trên máy này" if stage is None else f"{stage.value}. {stage_words(stage)}"
        words = [_marked(step_words(_kind(s)), stage_after(stage, s) is not stage) for s in _in_order(lawful)]
        lines.append(f"- {name}: {'; '.join(words)}.")
    return "\n".join(lines)


def _marked(words: str, moves: bool) -> str:
    return f"**{words}**" if moves else words


def _in_order(steps: frozenset[type]) -> list[type]:
    return sorted(steps, key=_kind)


def _kind(step: type) -> str:
    return str(vars(step)["kind"])
