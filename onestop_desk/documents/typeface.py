"""The four faces of Tinos: what a letter measures, and the few outlines a paper needs, cut out of the font file.

A face is read once and lazily. Glyphs keep the numbers they have in the font file, so a line of text is a row of
precomputed hex digits, and the embedded font is the same table with the unused outlines left empty.
"""

import struct
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import itemgetter

from onestop_desk.paths import resource

BOX = "□"  # stands on paper for a letter the font does not have

_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO, _INSTRUCTIONS = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100


class _Numbers(dict[str, int]):
    """Glyph numbers by character, looked up in the font's own table the first time a character is met."""

    def __init__(self, cmap: bytes) -> None:
        super().__init__()
        count = struct.unpack_from(">H", cmap, 6)[0] // 2
        words = struct.unpack(f">{(len(cmap) - 14) // 2}H", cmap[14 : 14 + (len(cmap) - 14) // 2 * 2])
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
    """What a PDF needs to embed one face: a font file with only the used outlines, widths and meanings of its glyphs."""

    tag: str
    program: bytes
    widths: str
    meanings: bytes


class Typeface:
    """One face of the font: measures text, and cuts itself down to the letters used."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._tables = dict(_tables(content))
        head, hhea = self._tables["head"], self._tables["hhea"]
        self.units: int = struct.unpack_from(">H", head, 18)[0]
        self.bounds: tuple[int, ...] = tuple(
            self._thousandths(n) for n in struct.unpack_from(">4h", head, 36)
        )
        self.ascent, self.descent = (self._thousandths(n) for n in struct.unpack_from(">2h", hhea, 4))
        self.slant: int = struct.unpack_from(">h", self._tables["post"], 4)[0]
        self._places = _places(head, self._tables["loca"])
        metrics = struct.unpack_from(">H", hhea, 34)[0]
        self._bearings = self._tables["hmtx"]
        advances = struct.unpack(f">{2 * metrics}H", self._bearings[: 4 * metrics])[::2]
        self._advances = advances
        self._numbers = _Numbers(_unicode_map(self._tables["cmap"]))
        self._widths = _Widths(self._numbers, advances)
        self._digits = _Digits(self._numbers)
        self._outlines: dict[int, tuple[bytes, tuple[int, ...]]] = {}

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
            meaning.setdefault(self._numbers[letter], letter if self.has(letter) else BOX)
        numbers = sorted(meaning)
        program = self._program(self._closure(numbers))
        return Subset(
            tag=_tag(numbers),
            program=program,
            widths=" ".join(f"{n} [{self._thousandths(self._advance(n))}]" for n in numbers),
            meanings=_meanings([(n, meaning[n]) for n in numbers]),
        )

    def _advance(self, number: int) -> int:
        return self._advances[min(number, len(self._advances) - 1)]

    def _thousandths(self, units: int) -> int:
        return round(units * 1000 / self.units)

    def _closure(self, numbers: list[int]) -> list[int]:
        found, waiting = {0}, [0, *numbers]
        while waiting:
            number = waiting.pop()
            found.add(number)
            waiting.extend(part for part in self._outline(number)[1] if part not in found)
        return sorted(found)

    def _outline(self, number: int) -> tuple[bytes, tuple[int, ...]]:
        outline = self._outlines.get(number)
        if outline is None:
            start, end = self._places[number], self._places[number + 1]
            outline = self._outlines[number] = _without_hints(self._tables["glyf"][start:end])
        return outline

    def _program(self, numbers: list[int]) -> bytes:
        count = numbers[-1] + 1
        lengths, bearings = [0] * count, bytearray(4 * count)
        for number in numbers:
            lengths[number] = len(self._outline(number)[0])
            bearings[4 * number : 4 * number + 4] = struct.pack(
                ">Hh", self._advance(number), self._bearing(number)
            )
        places = [0, *accumulate(lengths)]
        head = bytearray(self._tables["head"])
        head[8:12] = bytes(4)
        struct.pack_into(">h", head, 50, 1)
        tables = {
            "glyf": b"".join(self._outline(number)[0] for number in numbers),
            "head": bytes(head),
            "hhea": self._tables["hhea"][:34] + struct.pack(">H", count),
            "hmtx": bytes(bearings),
            "loca": struct.pack(f">{count + 1}L", *places),
            "maxp": self._tables["maxp"][:4] + struct.pack(">H", count) + self._tables["maxp"][6:],
        }
        return _font_file(tables)

    def _bearing(self, number: int) -> int:
        metrics = len(self._advances)
        place = 4 * number + 2 if number < metrics else 4 * metrics + 2 * (number - metrics)
        bearing: int = struct.unpack_from(">h", self._bearings, place)[0]
        return bearing


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
        bare, parts = outline[:place] + bytes(2) + outline[place + 2 + length :], ()
    else:
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


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Put tables together into a font file with right checksums (the OpenType specification, "Font file")."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = [
        struct.pack(">L4H", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    ]
    place, head, bodies = 12 + 16 * count, 0, []
    for tag, table in sorted(tables.items(), key=itemgetter(0)):
        head = place if tag == "head" else head
        padded = table + bytes(-len(table) % 4)
        directory.append(struct.pack(">4s3L", tag.encode("ascii"), _checksum(padded), place, len(table)))
        bodies.append(padded)
        place += len(padded)
    content = bytearray(b"".join(directory + bodies))
    struct.pack_into(">L", content, head + 8, (0xB1B0AFBA - _checksum(bytes(content))) & 0xFFFFFFFF)
    return bytes(content)


def _checksum(padded: bytes) -> int:
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF


def _tag(numbers: list[int]) -> str:
    """Return six capitals made from the glyphs used: PDF wants subsets named apart (ISO 32000-1, 9.6.4)."""
    value, letters = sum(number * (place + 1) for place, number in enumerate(numbers)), ""
    for _ in range(6):
        value, rest = divmod(value * 31 + 7, 26)
        letters += chr(ord("A") + rest)
    return letters


def _meanings(pairs: list[tuple[int, str]]) -> bytes:
    """Return the ToUnicode map that lets readers search and copy the text."""
    blocks = []
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        rows = "\n".join(
            f"<{number:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for number, letter in block
        )
        blocks.append(f"{len(block)} beginbfchar\n{rows}\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{''.join(blocks)}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
