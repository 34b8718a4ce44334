"""Letters to synthetic people for the tests of papers, and how each is drawn."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from onestop_desk.documents.apology_letter import ApologyLetter, draw_apology_letter
from onestop_desk.documents.kit import Reprint, Signer
from onestop_desk.documents.letter import SEALED, Addressee, Letter, Reference
from onestop_desk.documents.refusal_letter import RefusalLetter, draw_refusal_letter
from onestop_desk.documents.request_letter import RequestLetter, draw_request_letter
from onestop_desk.documents.return_slip import Receiver, ReturnedDossier, ReturnSlip, draw_return_slip
from onestop_desk.documents.stop_notice import StopNotice, draw_stop_notice

_VIETNAM = timezone(timedelta(hours=7))

LETTER = Letter(
    bodies=("ỦY BAN NHÂN DÂN XÃ MẪU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"),
    place="Xã Mẫu",
    issued_on=date(2026, 11, 24),
    number="0007/PYC",
    office="Trung tâm Phục vụ hành chính công xã Mẫu",
    legal_basis="Nghị định mẫu số 00/2025/NĐ-CP ngày 01 tháng 01 năm 2025 của Chính phủ",
)
REPRINT = Reprint(2, datetime(2026, 11, 25, 9, 41, tzinfo=_VIETNAM))
REFERENCE = Reference("H31.20.11-261123-1034", "H31.20.11-261123-1034")
OLD_STYLE = Reference("000.00.14.H54-261123-0034", "https://dichvucong.example.vn/tra-cuu?ma=000.00.14.H54-261123-0034")
PERSON = Addressee("Nguyễn Thị Hường", "Thôn 1, Xã Mẫu, Tỉnh Hưng Yên", "0912345678", "huong.mau@example.vn")
COMPANY = Addressee("Công ty TNHH Thử Nghiệm Mẫu", "Khu công nghiệp Mẫu, Tỉnh Hưng Yên", is_organisation=True)
CHAIRMAN = Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Phạm Văn Thử", SEALED)
_PROCEDURE = "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"
_RECEIVED = datetime(2026, 11, 23, 14, 5, tzinfo=_VIETNAM)
_DUE = datetime(2026, 11, 27, 14, 5, tzinfo=_VIETNAM)

REQUEST = RequestLetter(
    letter=LETTER,
    addressee=PERSON,
    request=_PROCEDURE,
    missing=(
        "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân: chưa ghi mục đích sử dụng, chưa ký tên.",
        "Quyết định ly hôn hoặc giấy chứng tử của vợ, chồng (bản sao có chứng thực).",
    ),
    reason="thành phần hồ sơ chưa đầy đủ theo quy định của thủ tục.",
    guide="Trần Văn Mẫu",
    contact="Trần Văn Mẫu",
    contact_phone="0221 1022",
    deadline=datetime(2026, 12, 8, 17, 0, tzinfo=_VIETNAM),
    reference=REFERENCE,
)
GUIDANCE = replace(REQUEST, letter=replace(LETTER, number="0003/HD"), deadline=None, reference=None)
REFUSAL = RefusalLetter(
    letter=replace(LETTER, number="0002/TC"),
    addressee=PERSON,
    request=_PROCEDURE,
    reason="Nội dung yêu cầu không thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã Mẫu; đề nghị nộp hồ sơ tại Ủy "
    "ban nhân dân cấp xã nơi đăng ký thường trú.",
    submitter="Nguyễn Thị Hường",
    receiver="Trần Văn Mẫu",
)
REFUSED = replace(REFUSAL, reference=REFERENCE)
APOLOGY = ApologyLetter(
    letter=replace(LETTER, number="0001/XL"),
    reference=REFERENCE,
    addressee=PERSON,
    procedure=_PROCEDURE,
    received_at=_RECEIVED,
    promised_at=_DUE,
    until=datetime(2026, 12, 2, 14, 5, tzinfo=_VIETNAM),
    reason="phải xác minh tình trạng hôn nhân tại nơi thường trú trước đây, cơ quan được hỏi chưa trả lời.",
    signer=CHAIRMAN,
    recipients=("Như trên", "Lưu: VT, hồ sơ"),
)
APOLOGY_2018 = replace(APOLOGY, title_set="2018", addressee=COMPANY)
STOPPED = StopNotice(
    letter=replace(LETTER, number="0004/TB"),
    reference=REFERENCE,
    addressee=PERSON,
    procedure=_PROCEDURE,
    received_at=_RECEIVED,
    due_at=_DUE,
    asked_at=datetime(2026, 11, 24, 8, 10, tzinfo=_VIETNAM),
    reason="người nộp hồ sơ không còn nhu cầu sử dụng Giấy xác nhận tình trạng hôn nhân.",
    stage="đang thẩm định",
    stopped_at=datetime(2026, 11, 24, 8, 30, tzinfo=_VIETNAM),
    signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Thị Mẫu", SEALED),
    paid=3000,
    refunded=3000,
    recipients=("Như trên", "Bộ phận chuyên môn", "Lưu: VT, hồ sơ"),
)
SLIP = ReturnSlip(
    letter=replace(LETTER, number="0021/TKQ", issued_on=date(2026, 11, 27), legal_basis=""),
    dossiers=(
        ReturnedDossier(
            REFERENCE, "Nguyễn Thị Hường", _PROCEDURE, ("Giấy xác nhận tình trạng hôn nhân (02 bản chính)",), "3.000 đ"
        ),
    ),
    receiver=Receiver("Nguyễn Thị Hường", "034200012345", "0912345678"),
    way="trực tiếp tại quầy",
    returned_at=datetime(2026, 11, 27, 9, 20, tzinfo=_VIETNAM),
    giver="Trần Văn Mẫu",
)
BASKET = replace(
    SLIP,
    dossiers=tuple(
        ReturnedDossier(
            Reference(f"H31.20.11-261123-1{n:03d}", f"H31.20.11-261123-1{n:03d}"),
            ("Nguyễn Văn Mẫu", "Nguyễn Thị Hường", "Nguyễn Mẫu An")[n % 3],
            (_PROCEDURE, "Thủ tục đăng ký khai sinh", "Chứng thực bản sao từ bản chính")[n % 3],
            ("Giấy xác nhận", "Bản sao trích lục")[: 1 + n % 2],
            "miễn (hộ nghèo)" if n % 5 == 0 else "8.000 đ",
        )
        for n in range(1, 61)
    ),
    receiver=Receiver("Nguyễn Văn Mẫu", "034200012346", "0987654321", "chồng", "Giấy ủy quyền số 12/2026"),
    collected=384_000,
)

DRAWN = {
    "request": (draw_request_letter, REQUEST),
    "guidance": (draw_request_letter, GUIDANCE),
    "refusal": (draw_refusal_letter, REFUSAL),
    "refused": (draw_refusal_letter, REFUSED),
    "apology": (draw_apology_letter, APOLOGY),
    "apology-2018": (draw_apology_letter, APOLOGY_2018),
    "stop": (draw_stop_notice, STOPPED),
    "return": (draw_return_slip, SLIP),
    "basket": (draw_return_slip, BASKET),
}
