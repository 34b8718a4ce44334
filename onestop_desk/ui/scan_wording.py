"""What to say about scans: what was read, why it was not understood. Knows no Qt."""

from collections.abc import Callable

from onestop_desk.devices.scanner import Misread, MisreadHint, Scan
from onestop_desk.ui.translation import translate
from onestop_desk.ui.wording import Sentence, Severity

Words = Callable[[], str]
_SHOWN = 24


def misread_sentence(misread: Misread) -> Sentence:
    """Return what to tell about a scan that was not understood; what was read is shown without a person's data."""
    what = translate("Scan", "Mã lạ: “{read}”. Không mở gì cả.").format(read=masked(misread.raw))
    return Sentence(what, "", _HINTS[misread.hint](), f"SCAN-{misread.hint.upper()}", Severity.FAULT)


def repaired_sentence(scan: Scan) -> Sentence:
    """Return what to tell about a scan that had to be repaired."""
    what = translate("Scan", "Mã quét bị bàn phím làm sai, đã đọc lại thành {code}.")
    do = translate("Scan", "Đối chiếu với giấy trước khi làm tiếp.")
    return Sentence(what.format(code=scan.code or masked(scan.text)), "", do, "SCAN-REPAIRED", Severity.PERSON)


def unknown_sentence(code: str) -> Sentence:
    """Return what to tell about a well-formed code of a dossier that is not here."""
    what = translate("Scan", "{code}: không có trên máy này.").format(code=code)
    do = translate("Scan", "Hồ sơ có thể ở quầy khác hoặc cơ quan khác.")
    return Sentence(what, "", do, "SCAN-ABSENT", Severity.INFO)


def masked(text: str) -> str:
    """Return the beginning of what was read, its digits and names hidden."""
    shown = "".join("•" if sign.isalnum() and at >= 4 else sign for at, sign in enumerate(text[:_SHOWN]))
    return shown + ("…" if len(text) > _SHOWN else "")


_HINTS: dict[MisreadHint, Words] = {
    MisreadHint.UNKNOWN: lambda: translate("Scan", "Chỉ dùng mã hồ sơ, mã QR thẻ căn cước hoặc số định danh."),
    MisreadHint.TOO_LONG: lambda: translate("Scan", "Mã quá dài, không phải mã của quầy."),
    MisreadHint.BROKEN: lambda: translate("Scan", "Mã bị đứt quãng; quét lại, giữ máy quét yên."),
    MisreadHint.CAPS_LOCK: lambda: translate("Scan", "Có thể Caps Lock đang bật; tắt rồi quét lại."),
    MisreadHint.LAYOUT: lambda: translate("Scan", "Có thể bàn phím không để tiếng Anh (US); đổi rồi quét lại."),
    MisreadHint.AMBIGUOUS: lambda: translate("Scan", "Đọc ra nhiều mã khác nhau; quét lại."),
}
