"""Form 01 on A4, two copies, four papers: drawn warm, drawn cold, beside the raw limit and peers that are installed."""

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path

from onestop_desk.documents.receipt import Receipt, draw_receipt
from onestop_desk.paths import resource

SAMPLES = Path(__file__).resolve().parents[1] / "documents" / "samples.py"
USUAL: Receipt = run_path(str(SAMPLES))["USUAL"]
WARM_MS, COLD_MS = 10.0, 250.0
_ROUNDS, _COLD_ROUNDS = 120, 9
_LIBRARIES = "import reportlab.pdfgen.canvas, segno, barcode.charsets.code128"
_FIRST = (
    "from runpy import run_path\n"
    "from onestop_desk.documents.receipt import draw_receipt\n"
    f"draw_receipt(run_path({str(SAMPLES)!r})['USUAL'])"
)


def main() -> str | None:
    """Print the table; return a sentence when a promised figure is missed."""
    warm, cold = _warm(), _cold()
    print(f"{'':44}{'median ms':>10}{'p95 ms':>10}{'ratio':>8}")
    for rows in (warm, cold):
        base = statistics.median(next(iter(rows.values())))
        for name, times in rows.items():
            median, late = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
            print(f"{name:44}{median:10.1f}{late:10.1f}{median / base:8.2f}")
    print(f"{'one receipt takes':44}{len(draw_receipt(USUAL)) / 1000:10.1f} KB")
    first, drawn = statistics.median(cold["cold: process to first PDF"]), statistics.median(warm["warm: draw_receipt"])
    if drawn > WARM_MS or first > COLD_MS:
        return f"form 01: warm {drawn:.1f} ms (promised {WARM_MS}), cold {first:.0f} ms (promised {COLD_MS})"
    return None


def another(number: int) -> Receipt:
    """Return a receipt that no cache has seen whole: another code, another owner."""
    code = f"H31.20.11-261123-{number:04d}"
    return replace(
        USUAL, code=code, compact_code=code.replace(".", "").replace("-", ""), qr_text=code, owner=f"Lê Mẫu {number}"
    )


def _warm() -> dict[str, list[float]]:
    """Time ours and the others in turn, so that a busy machine is unfair to none."""
    lines = _lines()
    ways: dict[str, Callable[[int], object]] = {
        "warm: bare reportlab canvas, same lines of text": lambda _: _bare(lines),
        "warm: draw_receipt": lambda number: draw_receipt(another(number)),
    }
    if find_spec("typst"):
        ways["warm: typst, same lines of text"] = lambda _: _typst(lines)
    if find_spec("weasyprint"):
        ways["warm: weasyprint, same lines of text"] = lambda _: _weasyprint(lines)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(_ROUNDS):
        for name, draw in ways.items():
            start = time.perf_counter()
            draw(number)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: spent[3:] for name, spent in times.items()}


def _cold() -> dict[str, list[float]]:
    ways = {
        "cold: python with reportlab, segno, barcode": _LIBRARIES,
        "cold: python alone": "pass",
        "cold: process to first PDF": _FIRST,
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(_COLD_ROUNDS):
        for name, program in ways.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            times[name].append((time.perf_counter() - start) * 1000)
    return times


def _lines() -> list[list[str]]:
    import pypdf

    pages = pypdf.PdfReader(io.BytesIO(draw_receipt(USUAL))).pages
    return [page.extract_text().splitlines() for page in pages]


def _bare(pages: list[list[str]]) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    faces = ("Tinos-Regular", "Tinos-Bold", "Tinos-Italic")
    for face in faces:
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, str(resource(f"fonts/{face}.ttf"))))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.setFont(faces[place % 3], 13)
            canvas.drawString(85, 780 - 15 * place, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _typst(pages: list[list[str]]) -> bytes:
    import typst

    rows = [" \\\n".join(f'#"{line}"' for line in lines) for lines in pages]
    source = '#set page(paper: "a4")\n#set text(font: "Tinos", size: 13pt)\n' + "\n#pagebreak()\n".join(rows)
    content: bytes = typst.compile(source.encode(), font_paths=[str(resource("fonts"))])
    return content


def _weasyprint(pages: list[list[str]]) -> bytes:
    import weasyprint

    body = "".join(f"<section>{'<br>'.join(map(escape, lines))}</section>" for lines in pages)
    content: bytes = weasyprint.HTML(
        string=f"<style>section{{break-after:page;font:13pt Tinos}}</style>{body}"
    ).write_pdf()
    return content


if __name__ == "__main__":
    sys.exit(main())
