"""Draw the pages of a PDF as pictures, for the window to show before printing."""

import io
import threading

import pypdfium2 as pdfium

_PDFIUM_IS_NOT_THREAD_SAFE = threading.Lock()


def pages_as_png(pdf: bytes, dpi: float) -> tuple[bytes, ...]:
    """Return every page as a PNG at `dpi` dots an inch."""
    with _PDFIUM_IS_NOT_THREAD_SAFE, pdfium.PdfDocument(pdf) as document:
        return tuple(_as_png(page, dpi) for page in document)


def _as_png(page: pdfium.PdfPage, dpi: float) -> bytes:
    stream = io.BytesIO()
    page.render(scale=dpi / 72).to_pil().save(stream, format="PNG")
    return stream.getvalue()
