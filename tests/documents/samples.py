"""Receipts of synthetic people for the tests of papers."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from onestop_desk.documents.kit import Reprint
from onestop_desk.documents.label import Label
from onestop_desk.documents.receipt import Receipt, ReceiptPaper

_VIETNAM = timezone(timedelta(hours=7))

USUAL = Receipt(
    bodies=("ỦY BAN NHÂN DÂN XÃ MẪU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"),
    place="Xã Mẫu",
    issued_on=date(2026, 11, 23),
    number="1034/TNHS",
    code="H31.20.11-261123-1034",
    compact_code="H3120112611231034",
    qr_text="H31.20.11-261123-1034",
    office="Trung tâm Phục vụ hành chính công xã Mẫu, tỉnh Hưng Yên",
    owner="Nguyễn Thị Hường",
    identity="034200012345",
    address="Thôn 1, Xã Mẫu, Tỉnh Hưng Yên",
    phone="0912345678",
    email="huong.mau@example.vn",
    procedure="Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    papers=(
        ReceiptPaper("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu", 1, 0, 1),
        ReceiptPaper("Giấy tờ tùy thân (xuất trình)", 1, 0, 1),
        ReceiptPaper("Quyết định ly hôn hoặc giấy chứng tử của vợ, chồng (nếu đã có vợ, chồng)", 0, 1, 1),
        ReceiptPaper("Văn bản ủy quyền có chứng thực trong trường hợp ủy quyền thực hiện", 1, 1, 2),
    ),
    sets=1,
    limit="3 ngày làm việc",
    received_at=datetime(2026, 11, 23, 14, 5, tzinfo=_VIETNAM),
    due_at=datetime(2026, 11, 27, 14, 5, tzinfo=_VIETNAM),
    return_to="Trung tâm Phục vụ hành chính công xã Mẫu",
    fee="3.000 đ",
    book="01/2026",
    entry="1034",
    submitter="Nguyễn Thị Hường",
    receiver="Trần Văn Mẫu",
    note="Khi đến nhận kết quả, đề nghị mang theo giấy này và thẻ căn cước; người nhận thay mang văn bản ủy quyền.",
    hotline="0221 1022",
)

LONG = replace(
    USUAL,
    procedure=(
        "Đăng ký biến động đối với trường hợp thay đổi quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất " * 11
    )[:1094],
    papers=tuple(
        ReceiptPaper(
            f"Giấy tờ thứ {n}: " + "bản sao có chứng thực của văn bản liên quan đến việc giải quyết " * (n % 5),
            n % 3,
            n % 2,
            n % 3 + n % 2,
        )
        for n in range(1, 112)
    ),
)

STAMPED = replace(
    USUAL,
    reprint=Reprint(2, datetime(2026, 11, 24, 9, 41, tzinfo=_VIETNAM)),
    replaces="giấy tiếp nhận số 0034/TNHS, ngày 20 tháng 11 năm 2026",
    code="000.00.14.H54-261123-0034",
    compact_code="000000014H542611230034",
    qr_text="https://dichvucong.example.vn/tra-cuu?ma=000.00.14.H54-261123-0034",
    due_at=None,
    phone="",
)

TAG = Label(USUAL.code, USUAL.compact_code, USUAL.qr_text, USUAL.owner, USUAL.procedure, USUAL.due_at)
