"""What a clerk has begun to hand over: kept as a draft, continued the next day."""

from dataclasses import dataclass, replace

from onestop_desk.domain.events import ReceiverKind
from onestop_desk.domain.plain import from_plain


@dataclass(frozen=True, slots=True)
class GiveForm:
    """A list that is not handed over yet: to whom, the uids picked in the order scanned, and the codes scanned of
    dossiers that are not on this machine."""

    kind: ReceiverKind = ReceiverKind.DEPARTMENT
    to: str = ""
    picked: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth keeping."""
        return not (self.to or self.picked or self.absent)

    def with_picked(self, uid: str) -> "GiveForm":
        """Return the form with a dossier picked, once."""
        return self if uid in self.picked else replace(self, picked=(*self.picked, uid))

    def with_absent(self, code: str) -> "GiveForm":
        """Return the form with the code of a dossier that is not here, once."""
        return self if code in self.absent else replace(self, absent=(*self.absent, code))

    def without(self, *keys: str) -> "GiveForm":
        """Return the form without these uids and codes."""
        picked = tuple(uid for uid in self.picked if uid not in keys)
        return replace(self, picked=picked, absent=tuple(code for code in self.absent if code not in keys))


def form_from_draft(content: object) -> GiveForm:
    """Return the form of a kept draft; an empty one where there is none, or one of a shape not known here."""
    if not isinstance(content, dict):
        return GiveForm()
    try:
        return from_plain(GiveForm, content)
    except (TypeError, ValueError, KeyError, AttributeError):
        return GiveForm()
