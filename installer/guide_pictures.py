"""Make the guide's pictures from a tour and its page of what may follow what; run after a change of the window."""

import sys
import tempfile
from pathlib import Path

from PIL import Image

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from onestop_desk.ui.life_page import life_page  # noqa: E402  the script runs from a checkout
from onestop_desk.ui.tour import play  # noqa: E402

GUIDE = _ROOT / "docs" / "guide"
PICTURES = (
    *("thiet-lap", "dang-nhap", "quet-the", "da-luu", "giay-hen", "loi-in", "tim", "the-ho-so"),
    *("danh-sach", "ban-giao", "tra-ket-qua", "da-tra", "nhan-bo-sung", "so-sach", "lich", "chua-ra-giay"),
    *("bao-cao", "bieu-do", "truc-tuyen"),
)
"""The tour's pictures that the guide shows, without their numbers."""
_MOST_WIDE, _MOST_BYTES = 1100, 120_000
_COLOURS = (128, 64, 32, 16)


def main() -> None:
    """Play the tour and keep what the guide shows."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        play(out, _say)
        for name in PICTURES:
            _keep(sorted(out.glob(f"[0-9][0-9]-{name}.png"))[0], GUIDE / "pictures" / f"{name}.png")
    (GUIDE / "vong-doi.md").write_text(life_page(), encoding="utf-8")


def _keep(picture: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    if image.width > _MOST_WIDE:
        image = image.resize((_MOST_WIDE, round(image.height * _MOST_WIDE / image.width)), Image.Resampling.LANCZOS)
    for colours in _COLOURS:
        image.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= _MOST_BYTES:
            return
    raise SystemExit(f"{target.name}: more than {_MOST_BYTES} bytes")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
