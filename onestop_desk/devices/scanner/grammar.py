"""What a scanned text can be: a dossier's code in either form, a citizen's card, a citizen's number; nothing else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from onestop_desk.domain.codes import DossierCode, is_compact
from onestop_desk.domain.errors import BadValue
from onestop_desk.domain.identity import Card, read_card_qr

_CITIZEN: Final = re.compile(r"[0-9]{12}")


class ScanKind(StrEnum):
    """What was scanned."""

    DOSSIER = "dossier"
    COMPACT = "compact"
    CARD = "card"
    CITIZEN_NUMBER = "citizen_number"


class MisreadHint(StrEnum):
    """Why a scan was refused, as far as it can be told."""

    UNKNOWN = "unknown"
    TOO_LONG = "too_long"
    BROKEN = "broken"
    CAPS_LOCK = "caps_lock"
    LAYOUT = "layout"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan that was understood.

    `text` is what was understood, `code` the dossier's code (official or compact, by `kind`), `repaired` the steps
    that were needed: where it is not empty the clerk is told, and a name on the card is a hint, never verified.
    """

    kind: ScanKind
    text: str
    card: Card | None = None
    code: str | None = None
    repaired: tuple[str, ...] = ()
    raw: str = ""

    @property
    def is_dossier(self) -> bool:
        """Whether the scan names a dossier."""
        return self.code is not None


@dataclass(frozen=True, slots=True)
class Misread:
    """A scan that was not understood: it is shown, and nothing is opened."""

    raw: str
    hint: MisreadHint = MisreadHint.UNKNOWN


@dataclass(frozen=True, slots=True)
class Grammar:
    """The four kinds of text, on one day, with this office's look-up address."""

    today: date
    lookup_prefix: str = ""

    def classify(self, text: str) -> Scan | None:
        """Return what `text` is exactly as it stands, None where it is nothing of ours."""
        return self._dossier(text) or self._citizen_number(text) or self._card(text)

    def _dossier(self, text: str) -> Scan | None:
        bare = self._without_address(text)
        try:
            code = DossierCode.parse(bare).official
        except BadValue:
            return Scan(ScanKind.COMPACT, text, code=text) if is_compact(text) else None
        return Scan(ScanKind.DOSSIER, bare, code=code)

    def _without_address(self, text: str) -> str:
        size = len(self.lookup_prefix)
        has_address = size > 0 and text[:size].lower() == self.lookup_prefix.lower()
        return text[size:] if has_address else text

    def _citizen_number(self, text: str) -> Scan | None:
        """Read 12 digits; a birth year to come is a shop's 12-digit barcode, not a person."""
        if not _CITIZEN.fullmatch(text):
            return None
        born_in = 1900 + 100 * (int(text[3]) // 2) + int(text[4:6])
        return Scan(ScanKind.CITIZEN_NUMBER, text) if born_in <= self.today.year else None

    def _card(self, text: str) -> Scan | None:
        fields = text.split("|")
        if len(fields) < 6 or _is_inverted(fields[4]):
            return None
        try:
            card = read_card_qr(text, self.today)
        except BadValue:
            return None
        return Scan(ScanKind.CARD, text, card=card)


def _is_inverted(word: str) -> bool:
    """Recognise `nAM` and `nỮ`: Caps Lock was on."""
    return word[:1].islower() and word[1:].isupper()
