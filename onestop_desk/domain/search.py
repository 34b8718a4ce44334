"""What a dossier is found by: one folded line of words per dossier."""

from onestop_desk.domain.dossier import DossierState
from onestop_desk.domain.text import fold


def search_key(state: DossierState) -> str:
    """Return the folded words that a dossier is found by: people, numbers, phones, the parts of its code."""
    received = state.received
    submitter = received.submitter if received else None
    people = [state.owner, *([submitter] if submitter else [])]
    parts = [fold(person.name) for person in people]
    parts += [person.id_number.lower() for person in people]
    parts += [person.phone for person in people]
    parts.append(fold(state.code))
    return " ".join(dict.fromkeys(word for part in parts for word in part.split()))


def person_key(name: str, id_number: str, birth: str) -> str:
    """Return what tells one person from another: the number, else the folded name with the birth date."""
    return id_number.upper() if id_number else f"{fold(name)}|{birth}"
