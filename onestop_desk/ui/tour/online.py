"""The tour's online requests: a portal's file taken in, one accepted through the form, one refused."""

import json
from datetime import timedelta

from onestop_desk.ui.online.page import OnlinePage
from onestop_desk.ui.tour.stage import MORNING, Stage
from onestop_desk.ui.translation import translate

_PEOPLE = (("Vũ Thị Mơ", "034195000071", "1.004873"), ("Bùi Văn Sung", "034190000072", "1.001193"))


def online(stage: Stage) -> None:
    """Take a portal's file in, accept one request, refuse the other."""
    stage.window.show_page("online")
    page = stage.page
    assert isinstance(page, OnlinePage)
    path = stage.program.folder / "cong-dich-vu-cong.jsonl"
    path.write_text("\n".join(json.dumps(_line(number), ensure_ascii=False) for number in (0, 1)), encoding="utf-8")
    page.take_file(path)
    stage.settle()
    stage.show("truc-tuyen", translate("Tour", "Yêu cầu trực tuyến: cũ nhất trước, quá giờ xem xét thì ghi rõ."))
    stage.window.strips.clear()
    stage.click("online_open")
    stage.show("truc-tuyen-tiep-nhan", translate("Tour", "Phiếu đã điền sẵn từ yêu cầu; kiểm tra rồi lưu."))
    stage.press("Ctrl+Return")
    stage.window.show_page("online")
    stage.type_text("Không thuộc thẩm quyền của Ủy ban nhân dân xã Mẫu", "online_reason")
    stage.click("online_refuse")
    stage.show("truc-tuyen-tu-choi", translate("Tour", "Từ chối yêu cầu: có lý do, có phiếu mẫu 03."))
    stage.window.strips.clear()


def _line(number: int) -> dict[str, object]:
    name, card, procedure = _PEOPLE[number]
    submitted = MORNING - timedelta(days=4 - 2 * number)
    owner = {"kind": "person", "name": name, "id_number": card, "birth": "1995-04-02", "address": "Thôn 3, Xã Mẫu"}
    return {
        "number": f"H31.20.11-TT-{number + 1}",
        "submitted_at": submitted.isoformat(),
        "procedure": procedure,
        "owner": owner,
    }
