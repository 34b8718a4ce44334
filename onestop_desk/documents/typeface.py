"""The four faces of Tinos: what a letter measures, and the few outlines a paper needs, cut out of the font file.

A face is read once and lazily. Glyphs keep the numbers they have in the font file, so a line of text is a row of
precomputed hex digits, and the embedded font is the same table with the unused outlines left empty.
"""

import struct
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from onestop_desk.paths import resource

BOX = "□"  # stands on paper for a letter the font does not have

_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO, _INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100


class _Numbers(dict[str, int]):
    """Glyph numbers by character, looked up in the font's own table the first time a character is met."""

    def __init__(self, cmap: bytes) -> None:
        super().__init__()
        count: int = struct.unpack_from(">H", cmap, 6)[0] // 2
        words: tuple[int, ...] = struct.unpack(f">{(len(cmap) - 14) // 2}H", cmap[14 : 14 + (len(cmap) - 14) // 2 * 2])
        self._words = words
        self._ends = words[:count]
        self._count = count

    def __missing__(self, letter: str) -> int:
        number = self[letter] = self.find(letter) or self.find(BOX)
        return number

    def find(self, letter: str) -> int:
        """Return the number the font gives a character, 0 where it has none (cmap format 4)."""
        code, count = ord(letter), self._count
        segment = bisect_left(self._ends, code)
        if segment >= count or self._words[count + 1 + segment] > code:
            return 0
        delta = self._words[2 * count + 1 + segment]
        place = 3 * count + 1 + segment
        offset = self._words[place]
        if offset == 0:
            return (code + delta) & 0xFFFF
        number = self._words[place + offset // 2 + code - self._words[count + 1 + segment]]
        return (number + delta) & 0xFFFF if number else 0


class _Widths(dict[str, int]):
    """Advance widths by character, in font units."""

    def __init__(self, numbers: _Numbers, advances: tuple[int, ...]) -> None:
        super().__init__()
        self._numbers, self._advances = numbers, advances

    def __missing__(self, letter: str) -> int:
        width = self[letter] = self._advances[min(self._numbers[letter], len(self._advances) - 1)]
        return width


class _Digits(dict[str, str]):
    """Glyph numbers by character as the four hex digits that a PDF string wants."""

    def __init__(self, numbers: _Numbers) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, letter: str) -> str:
        digits = self[letter] = f"{self._numbers[letter]:04X}"
        return digits


@dataclass(frozen=True, slots=True)
class Subset:
    """What a PDF needs to embed one face: a font file with only the used outlines, their widths and meanings."""

    tag: str
    program: bytes
    widths: str
    meanings: bytes


@dataclass(frozen=True, slots=True)
class _Glyph:
    """What a subset needs of one glyph, prepared when it is first met."""

    number: int
    outline: bytes
    parts: tuple[int, ...]
    metrics: bytes
    width: str
    checksum: int


class Typeface:
    """One face of the font: measures text, and cuts itself down to the letters used."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._tables = dict(_tables(content))
        head, hhea = self._tables["head"], self._tables["hhea"]
        self.units: int = struct.unpack_from(">H", head, 18)[0]
        self.bounds: tuple[int, ...] = tuple(self._thousandths(n) for n in struct.unpack_from(">4h", head, 36))
        self.ascent, self.descent = (self._thousandths(n) for n in struct.unpack_from(">2h", hhea, 4))
        self.slant: int = struct.unpack_from(">h", self._tables["post"], 4)[0]
        self._places = _places(head, self._tables["loca"])
        metrics = struct.unpack_from(">H", hhea, 34)[0]
        advances = struct.unpack(f">{2 * metrics}H", self._tables["hmtx"][: 4 * metrics])[::2]
        self._advances: tuple[int, ...] = advances
        self._numbers = _Numbers(_unicode_map(self._tables["cmap"]))
        self._widths = _Widths(self._numbers, advances)
        self._digits = _Digits(self._numbers)
        self._glyphs: dict[int, _Glyph] = {}

    def has(self, letter: str) -> bool:
        """Tell whether the font can draw this character."""
        return self._numbers.find(letter) != 0

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is, in the unit of its size (points in, points out)."""
        return sum(map(self._widths.__getitem__, text)) * size / self.units

    def digits(self, text: str) -> str:
        """Return a text as hex digits of glyph numbers, two bytes a character."""
        return "".join(map(self._digits.__getitem__, text))

    def subset(self, letters: Iterable[str]) -> Subset:
        """Cut the face down to these characters; the same characters always give the same bytes."""
        meaning: dict[int, str] = {}
        for letter in sorted(letters):
            meaning.setdefault(self._numbers[letter], letter)
        if self._numbers[BOX] in meaning:
            meaning[self._numbers[BOX]] = BOX
        glyphs = [self._glyph(number) for number in sorted(meaning)]
        rows = [f"<{number:04X}> {_meaning(letter)}" for number, letter in meaning.items()]
        return Subset(
            tag=_tag(meaning),
            program=self._program(self._closure(glyphs)),
            widths=" ".join([glyph.width for glyph in glyphs]),
            meanings=_meanings(sorted(rows)),
        )

    def _thousandths(self, units: int) -> int:
        return round(units * 1000 / self.units)

    def _closure(self, glyphs: list[_Glyph]) -> list[_Glyph]:
        found = {glyph.number: glyph for glyph in [self._glyph(0), *glyphs]}
        waiting = [part for glyph in found.values() for part in glyph.parts]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found[number] = self._glyph(number)
                waiting.extend(found[number].parts)
        return [found[number] for number in sorted(found)]

    def _glyph(self, number: int) -> _Glyph:
        glyph = self._glyphs.get(number)
        if glyph is None:
            outline, parts = _without_hints(self._tables["glyf"][self._places[number] : self._places[number + 1]])
            advance = self._advances[min(number, len(self._advances) - 1)]
            metrics = struct.pack(">Hh", advance, self._bearing(number))
            width = f"{number} [{self._thousandths(advance)}]"
            glyph = self._glyphs[number] = _Glyph(number, outline, parts, metrics, width, _checksum(outline))
        return glyph

    def _bearing(self, number: int) -> int:
        metrics = len(self._advances)
        place = 4 * number + 2 if number < metrics else 4 * metrics + 2 * (number - metrics)
        bearing: int = struct.unpack_from(">h", self._tables["hmtx"], place)[0]
        return bearing

    def _program(self, glyphs: list[_Glyph]) -> bytes:
        """Return a font file in which only these glyphs have outlines; the numbers of glyphs stay."""
        count, place, last = glyphs[-1].number + 1, 0, -1
        places, metrics = [], []
        for glyph in glyphs:
            gap = glyph.number - last - 1
            places.append(struct.pack(">L", place) * (gap + 1))
            metrics.append(bytes(4 * gap) + glyph.metrics)
            place, last = place + len(glyph.outline), glyph.number
        places.append(struct.pack(">L", place))
        head, maxp = self._tables["head"], self._tables["maxp"]
        tables = {
            "glyf": b"".join([glyph.outline for glyph in glyphs]),
            "head": head[:8] + bytes(4) + head[12:50] + b"\0\1" + head[52:],
            "hhea": self._tables["hhea"][:34] + struct.pack(">H", count),
            "hmtx": b"".join(metrics),
            "loca": b"".join(places),
            "maxp": maxp[:4] + struct.pack(">H", count) + maxp[6:],
        }
        return _font_file(tables, sum(glyph.checksum for glyph in glyphs))


def regular() -> Typeface:
    """Return Tinos Regular."""
    return _face("Tinos-Regular")


def bold() -> Typeface:
    """Return Tinos Bold."""
    return _face("Tinos-Bold")


def italic() -> Typeface:
    """Return Tinos Italic."""
    return _face("Tinos-Italic")


def bold_italic() -> Typeface:
    """Return Tinos Bold Italic."""
    return _face("Tinos-BoldItalic")


@cache
def _face(name: str) -> Typeface:
    return Typeface(name, resource(f"fonts/{name}.ttf").read_bytes())


def _tables(content: bytes) -> Iterable[tuple[str, bytes]]:
    for place in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16):
        tag, _, start, length = struct.unpack_from(">4sLLL", content, place)
        yield tag.decode("ascii"), content[start : start + length]


def _unicode_map(cmap: bytes) -> bytes:
    for place in range(4, 4 + 8 * struct.unpack_from(">H", cmap, 2)[0], 8):
        platform, encoding, start = struct.unpack_from(">HHL", cmap, place)
        kind, length = struct.unpack_from(">2H", cmap, start)
        if (platform, encoding, kind) == (3, 1, 4):
            return cmap[start : start + length]
    raise ValueError("the font has no Unicode map of format 4")


def _places(head: bytes, loca: bytes) -> tuple[int, ...]:
    if struct.unpack_from(">h", head, 50)[0]:
        return struct.unpack(f">{len(loca) // 4}L", loca)
    return tuple(2 * place for place in struct.unpack(f">{len(loca) // 2}H", loca))


def _without_hints(outline: bytes) -> tuple[bytes, tuple[int, ...]]:
    """Return a glyph without its hinting program, padded to four bytes, and the glyphs it is composed of."""
    if not outline:
        return b"", ()
    contours = struct.unpack_from(">h", outline)[0]
    if contours >= 0:
        place = 10 + 2 * contours
        length = struct.unpack_from(">H", outline, place)[0]
        bare = outline[:place] + bytes(2) + outline[place + 2 + length :]
        return bare + bytes(-len(bare) % 4), ()
    bare, parts = _compound(outline)
    return bare + bytes(-len(bare) % 4), parts


def _compound(outline: bytes) -> tuple[bytes, tuple[int, ...]]:
    bare, parts, place, flags = bytearray(outline), [], 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">2H", outline, place)
        struct.pack_into(">H", bare, place, flags & ~_INSTRUCTIONS)
        parts.append(part)
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
    return bytes(bare[:place]), tuple(parts)


def _font_file(tables: dict[str, bytes], outlines: int) -> bytes:
    """Put tables together into a font file with right checksums (the OpenType specification, "Font file").

    `outlines` is the checksum of the largest table, glyf, known from its parts.
    """
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    start = struct.pack(">L4H", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    directory, bodies, place, total, head = [start], [], 12 + 16 * count, 0, 0
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        checksum = (outlines if tag == "glyf" else _checksum(padded)) & 0xFFFFFFFF
        head = place if tag == "head" else head
        directory.append(struct.pack(">4s3L", tag.encode("ascii"), checksum, place, len(table)))
        bodies.append(padded)
        place, total = place + len(padded), total + checksum
    content = bytearray(b"".join(directory + bodies))
    total += _checksum(b"".join(directory))
    struct.pack_into(">L", content, head + 8, (0xB1B0AFBA - total) & 0xFFFFFFFF)
    return bytes(content)


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _tag(numbers: Iterable[int]) -> str:
    """Return six capitals made from the glyphs used: PDF wants subsets named apart (ISO 32000-1, 9.6.4)."""
    value = crc32(",".join(map(str, sorted(numbers))).encode("ascii"))
    return "".join(chr(ord("A") + value // 26**place % 26) for place in range(6))


@cache
def _meaning(letter: str) -> str:
    return f"<{letter.encode('utf-16-be').hex().upper()}>"


def _meanings(rows: list[str]) -> bytes:
    """Return the ToUnicode map that lets readers search and copy the text."""
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
