"""What a keyboard layout or an input method made of keys that were meant for a US keyboard, and the way back."""

import unicodedata
from collections.abc import Callable
from typing import Final

_US_PLAIN: Final = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
_US_SHIFT: Final = '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?'
_FRENCH_PLAIN: Final = "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!"
_FRENCH_SHIFT: Final = "\x001234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§"
_GERMAN_PLAIN: Final = "^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-"
_GERMAN_SHIFT: Final = "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_"

FRENCH: Final = dict(zip(_FRENCH_SHIFT + _FRENCH_PLAIN, _US_SHIFT + _US_PLAIN, strict=True))
GERMAN: Final = dict(zip(_GERMAN_SHIFT + _GERMAN_PLAIN, _US_SHIFT + _US_PLAIN, strict=True))
VIETNAMESE: Final = dict(zip("ăâêô\u0300\u0309\u0303\u0301\u0323đ₫ươĂÂÊÔĐƯƠ", "1234567890=[]12340{}", strict=True))
_TONES: Final = "\u0301\u0300\u0309\u0303\u0323"
_TELEX: Final = dict(zip(_TONES, "sfrxj", strict=True))
_VNI: Final = dict(zip(_TONES, "12345", strict=True))
_LETTERS: Final = "âêôăơưđ"
_TELEX_LETTERS: Final = dict(zip(_LETTERS, ("aa", "ee", "oo", "aw", "ow", "uw", "dd"), strict=True))
_VNI_LETTERS: Final = dict(zip(_LETTERS, ("a6", "e6", "o6", "a8", "o7", "u7", "d9"), strict=True))
_BARE_LETTERS: Final = dict(zip(_LETTERS, "aeoaoud", strict=True))


def from_french(text: str) -> str:
    """Return what the keys say on a US keyboard, if AZERTY was set."""
    return "".join(FRENCH.get(character, character) for character in text)


def from_german(text: str) -> str:
    """Return what the keys say on a US keyboard, if QWERTZ was set."""
    return "".join(GERMAN.get(character, character) for character in text)


def from_vietnamese(text: str) -> str:
    """Return what the keys say on a US keyboard, if Windows' Vietnamese layout was set: its digit row has ă â ê ô, the
    five tones and đ. A card's words keep their letters: only fields made wholly of that row become digits."""
    fields = text.split("|")
    read = ["".join(VIETNAMESE.get(sign, sign) for sign in _apart(field)) for field in fields]
    if len(fields) == 1:
        return read[0]
    return "|".join(new if new.isdecimal() else old for old, new in zip(fields, read, strict=True))


def unmarked(text: str) -> tuple[str, ...]:
    """Return what may have been typed before Telex or VNI set its marks: no such keys at all, a tone's key at once,
    or at the end of the word."""
    bare = dict.fromkeys(_TONES, "")
    return (
        _respell(text, _BARE_LETTERS, bare, at_end=False),
        _respell(text, _TELEX_LETTERS, _TELEX, at_end=False),
        _respell(text, _TELEX_LETTERS, _TELEX, at_end=True),
        _respell(text, _VNI_LETTERS, _VNI, at_end=False),
        _respell(text, _VNI_LETTERS, _VNI, at_end=True),
    )


LAYOUTS: Final[dict[str, Callable[[str], str]]] = {
    "layout_vi": from_vietnamese,
    "layout_fr": from_french,
    "layout_de": from_german,
}


def _apart(text: str) -> list[str]:
    """Split letters from their tones, but not from the hat, breve or horn that makes them another letter."""
    signs: list[str] = []
    for character in text:
        for mark in sorted(unicodedata.normalize("NFD", character), key=_TONES.__contains__):
            if signs and mark not in _TONES and unicodedata.combining(mark):
                signs[-1] = unicodedata.normalize("NFC", signs[-1] + mark)
            else:
                signs.append(mark)
    return signs


def _respell(text: str, letters: dict[str, str], tones: dict[str, str], *, at_end: bool) -> str:
    spelt, waiting = "", ""
    for sign in _apart(text):
        if sign in tones:
            waiting += tones[sign]
        elif not sign.isalpha() or not at_end:
            spelt, waiting = spelt + waiting, ""
        if sign not in tones:
            keys = letters.get(sign.lower(), sign)
            spelt += keys.upper() if sign.isupper() else keys
    return spelt + waiting
