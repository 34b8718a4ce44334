"""The texts that faults.md names, and what each must become in the register."""

from onestop_desk.domain.application import Charge, GivenPaper
from onestop_desk.services.intake import Application
from tests.desks import a_procedure, an_application, an_owner

ODD = {
    "sql": "'; DROP TABLE dossier;--",
    "percent": "100% _gạch_ dưới",
    "quotes": 'dấu " và chưa đóng "',
    "stars": "sao * NEAR( a ^ b",
    "bold": "<b>đậm</b>",
    "entity": "R&amp;D &lt;",
    "less": "0.1 <A <0.9",
    "image": "<img src='file:///etc/passwd'>",
    "braces": "{} {0} {office.__class__}",
    "printf": "%s %d %(code)s",
    "bell": "chuông\x07 và \x1b[31m",
    "formula": '=HYPERLINK("http://x","bấm")',
    "plus": "+84912345678",
    "minus": "-1",
    "at": "@SUM(A1)",
    "bidi": "đảo \u202egnort\u202c",
    "zero_width": "Ng\u200bu\ufeffyễn",
    "nul": "nửa\x00chừng",
    "surrogate": "nửa\ud800chữ",
    "emoji": "mặt 😀 漢",
    "decomposed": "Nguye\u0302\u0303n Thi\u0323 Ho\u0300a",
    "stroke": "Ðặng Ɖức",
    "highland": "H'Hen Niê",
    "brother": "K’Brơi",
    "one_word": "Y",
    "long": "Nguyễn Thị " * 11,
    "lines": "dòng một\r\n\tdòng hai\u2028ba",
    "spaces": "\u00a0 trước\u3000sau \u00a0",
    "json": '","uid":"x","event":{',
}


def odd_application(name: str) -> Application:
    """Return a form whose every text is the odd one, told apart by a word."""
    odd = ODD[name]
    party = an_owner(name=odd, id_number=f"034200012345{odd}", phone=odd, email=f"{odd}@x", address=f"Thôn {odd}")
    return an_application(
        f"{name}-{odd}",
        procedure=a_procedure(name=f"Thủ tục {odd}", field=f"Lĩnh vực {odd}"),
        owner=party,
        submitter=an_owner(name=f"Người nộp {odd}"),
        papers=(GivenPaper(f"Giấy {odd}", doubt=f"ngờ {odd}"),),
        return_address=f"Nơi nhận {odd}",
        charge=Charge(0, f"miễn {odd}"),
        note=f"Ghi chú {odd}",
    )
