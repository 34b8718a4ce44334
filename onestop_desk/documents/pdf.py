"""The PDF around the pages: reportlab keeps the document's books; pages and fonts come ready from the sheets."""

from collections.abc import Mapping, Sequence
from hashlib import md5
from math import floor
from operator import attrgetter
from typing import Any
from zlib import compress

from reportlab.pdfbase import pdfdoc

from onestop_desk.documents.sheet import POINTS_A_MM, Sheet
from onestop_desk.documents.typeface import Typeface

_EFFORT = 3  # of zlib: twice as fast as its default, and 3 % larger


def write(title: str, width: float, sheets: Sequence[Sheet], letters: Mapping[Typeface, set[str]]) -> bytes:
    """Return sheets of a width in millimetres as PDF, with the faces cut down to the letters used on them.

    The same sheets give the same bytes on every day and machine: dates are fixed, the id is a hash of the pages.
    """
    document = pdfdoc.PDFDocument(invariant=1, compression=1, pdfVersion=(1, 4), lang="vi-VN")
    document.info.title, document.info.author, document.info.creator = title, "", "onestop-desk"
    document.info.subject = ""
    document.info._dateFormatter = _same_day_for_ever
    document.signature = md5(usedforsecurity=False)
    fonts = document.idToObject[pdfdoc.BasicFonts]
    for face in sorted(letters, key=attrgetter("name")):
        fonts[face.name] = _embedded(document, face, letters[face])
    for sheet in sheets:
        _put(document, sheet, width * POINTS_A_MM)
    content: bytes = document.GetPDFData(None)
    return content


def _down(points: float) -> str:
    """Round down, so that a page of whole dots never rasterises one pixel wider."""
    return f"{floor(points * 1e4) / 1e4:.4f}"


def _same_day_for_ever(*_moment: int) -> str:
    return "D:20000101000000+00'00'"


def _put(document: Any, sheet: Sheet, width: float) -> None:
    height = sheet.height * POINTS_A_MM
    marks = "\n".join(sheet.marks)
    document.updateSignature(marks)
    page = pdfdoc.PDFPage()
    page.Override_default_compilation = True
    page.Parent = document.Reference(document.Pages)
    page.Resources = _dictionary(Font=pdfdoc.PDFObjectReference(pdfdoc.BasicFonts))
    page.MediaBox = f"[0 0 {_down(width)} {_down(height)}]"
    page.Contents = _stream(f"1 0 0 1 0 {height:.4f} cm\n{marks}\n".encode("ascii"))
    document.addPage(page)


def _embedded(document: Any, face: Typeface, letters: set[str]) -> Any:
    """Return a composite font (ISO 32000-1, 9.7) that holds just these letters."""
    subset = face.subset(letters)
    name = f"/{subset.tag}+{face.name}"
    program = document.Reference(_stream(subset.program, Length1=len(subset.program)))
    box = " ".join(map(str, face.bounds))
    descriptor = _dictionary(
        Type="/FontDescriptor",
        FontName=name,
        Flags=4,
        FontBBox=f"[{box}]",
        ItalicAngle=face.slant,
        Ascent=face.ascent,
        Descent=face.descent,
        CapHeight=662,
        StemV=80,
        FontFile2=program,
    )
    descendant = _dictionary(
        Type="/Font",
        Subtype="/CIDFontType2",
        BaseFont=name,
        CIDToGIDMap="/Identity",
        W=f"[{subset.widths}]",
        CIDSystemInfo="<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        FontDescriptor=document.Reference(descriptor),
    )
    return document.Reference(
        _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=name,
            Encoding="/Identity-H",
            DescendantFonts=_listed(document.Reference(descendant)),
            ToUnicode=document.Reference(_stream(subset.meanings)),
        )
    )


def _dictionary(**entries: object) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _listed(*things: object) -> Any:
    return pdfdoc.PDFArray(things)


def _stream(content: bytes, **entries: int) -> Any:
    packed = compress(content, _EFFORT)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries}), packed)
