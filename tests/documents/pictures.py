"""PDF pages as pictures and as text, and the codes that a reader finds in them."""

import io
import re

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image


def rasters(content: bytes, dpi: int) -> list[Image.Image]:
    """Return every page as a grey picture."""
    document = pypdfium2.PdfDocument(content)
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def codes(picture: Image.Image) -> dict[str, str]:
    """Return the codes found in a picture: text by kind of code."""
    return {str(code.format).replace(" ", ""): code.text for code in zxingcpp.read_barcodes(picture)}


def found_codes(picture: Image.Image) -> list[tuple[str, str]]:
    """Return every code found in a picture from top to bottom: its kind and its text."""
    found = sorted(zxingcpp.read_barcodes(picture), key=lambda code: code.position.top_left.y)
    return [(str(code.format).replace(" ", ""), code.text) for code in found]


def text(content: bytes) -> str:
    """Return the text of all pages as another program reads it."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def place_of(words: str, content: bytes) -> tuple[float, float]:
    """Return where on the first page words begin that were written in one piece, in points from its lower left."""
    places: list[tuple[float, float]] = []

    def see(text: str, _page: object, matrix: list[float], _font: object, _size: float) -> None:
        if text.strip() == words:
            places.append((matrix[4], matrix[5]))

    pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=see)
    return places[0]


def bare(words: str) -> str:
    """Return a text without its white space, which line breaks change."""
    return re.sub(r"\s+", "", words)
