"""Text as people type and scan it: cleaned once at the door, folded for finding, keyed for sorting."""

import re
import unicodedata
from typing import Final

# Characters that are never seen on paper: controls that are not white space, soft hyphen, bidi marks, zero-width
# signs, BOM, fillers, variation selectors, tags, lone surrogates and noncharacters.
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"
    r"\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff"
    r"\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U0001fffe\U0001ffff\U000e0000-\U000e0fff]"
)
_STRAY_D: Final = re.compile(r"(?<![^\W\d_])ð")

_LETTERS_APART: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_CONSONANTS: Final = "bcdfgjklmnpqrstvwxz"
# The prefixes H', K' and Y of highland names, written without a mark or a space: no Vietnamese syllable begins so.
_HIGHLAND_PREFIX: Final = re.compile(rf"\b(?:[hy](?=[h{_CONSONANTS}])|k(?=[{_CONSONANTS}]))+(?=[a-z]*[aeiouy])")

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = str.maketrans({letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)})
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_WITHOUT_TONE: Final = str.maketrans(dict.fromkeys(_TONES, ""))

_NEVER_IN_A_NAME: Final = re.compile(r"[?\x80-\x9f¡-³µ-¿×÷ƒ\ufffd\ud800-\udfff]")
_UTF8_READ_AS_LATIN: Final = re.compile(r"[ÃÄÅÆ][´\u00a0€‚„…†‡ˆ‰ŠšŒœŽžŸ‹›‘’“”•–—˜™]|â€")


def clean(text: str) -> str:
    """Return the text in NFC on one line, without invisible characters, outer or doubled spaces; the Icelandic Ð that
    old keyboards send becomes Đ, ð becomes đ where a syllable begins with it."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    visible = _INVISIBLE.sub("", text)
    return " ".join(_with_vietnamese_d(unicodedata.normalize("NFC", visible)).split())


def clean_lines(text: str) -> str:
    """Clean a note line by line: its line breaks stay (as LF), empty lines around it go."""
    lines = [clean(line) for line in _INVISIBLE.sub("", text).splitlines()]
    return "\n".join(lines).strip("\n")


def fold(text: str) -> str:
    """Return the finding key: lower-case words without accents or punctuation, one space between them.

    Any spelling of one name gives one key: Đ and D, hoà and hòa, `H'Hen`, `H’Hen`, `H Hen` and `HHen`.
    """
    plain = " ".join(text.translate(_FOLDS).split())
    return _HIGHLAND_PREFIX.sub(_spell_apart, plain)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in their order."""
    return tuple(fold(text).split())


def sort_key(text: str) -> str:
    """Return a key whose plain code point order is the Vietnamese order: a ă â b c d đ e ê …, and where the letters
    are equal the tones ngang, huyền, hỏi, ngã, sắc, nặng, word by word; case and punctuation do not count.

    SQLite's BINARY and PostgreSQL's "C" collation sort it as Python does.
    """
    composed = unicodedata.normalize("NFC", text)
    letters = ".".join(composed.translate(_SORT_LETTERS).split())
    tones = "".join(max(word) for word in composed.translate(_SORT_TONES).split())
    return f"{letters} {tones}"


def mask(number: str, keep: int = 4) -> str:
    """Replace all but the last `keep` characters by `*`; a number no longer than that is hidden whole."""
    shown = number[-keep:] if 0 < keep < len(number) else ""
    return "*" * (len(number) - len(shown)) + shown


def looks_damaged(name: str) -> bool:
    """Tell whether a name lost letters on its way: `NGUY?N`, UTF-8 read as Latin letters, replacement characters.

    Ask before `clean`, which removes some of the traces; a hint to check, not a proof.
    """
    return bool(_NEVER_IN_A_NAME.search(name) or _UTF8_READ_AS_LATIN.search(name))


def in_capitals(text: str) -> str:
    """Return the text in capitals and NFC, as the heads of forms have it."""
    return unicodedata.normalize("NFC", text.upper())


def _with_vietnamese_d(text: str) -> str:
    if "Ð" in text or "Ɖ" in text:
        text = text.replace("Ð", "Đ").replace("Ɖ", "Đ")
    return _STRAY_D.sub("đ", text) if "ð" in text else text


def _spell_apart(prefix: re.Match[str]) -> str:
    return " ".join(prefix[0]) + " "


def _fold_character(character: str) -> str:
    if _INVISIBLE.match(character):
        return ""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_plain_letter, decomposed)).translate(_LETTERS_APART)


def _plain_letter(character: str) -> str:
    if unicodedata.category(character).startswith("M"):
        return ""
    is_apostrophe = "\u02b9" <= character <= "\u02df"
    return character if character.isalnum() and not is_apostrophe else " "


def _without_tone(character: str) -> str:
    bare = unicodedata.normalize("NFD", character.lower()).translate(_WITHOUT_TONE)
    letter = unicodedata.normalize("NFC", bare)
    return letter if letter in _ALPHABET else _fold_character(character)


class _FoldTable(dict[int, str]):
    """Code point to folded text, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _fold_character(chr(code)))


class _LetterTable(dict[int, str]):
    """Code point to its place in the Vietnamese alphabet, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _without_tone(chr(code)).translate(_RANK))


class _ToneTable(dict[int, str]):
    """Code point to its tone (0 where a letter has none, a space between words), filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        marks = (_TONES[mark] for mark in unicodedata.normalize("NFD", chr(code)) if mark in _TONES)
        return self.setdefault(code, next(marks, "0") if folded.strip() else folded)


_FOLDS: Final = _FoldTable()
_SORT_LETTERS: Final = _LetterTable()
_SORT_TONES: Final = _ToneTable()
