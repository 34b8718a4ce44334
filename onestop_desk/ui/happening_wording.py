"""What an event of a dossier adds to its name, in words. Knows no Qt."""

from typing import Any

from onestop_desk.services.lookup import Happening
from onestop_desk.ui.card.correction_words import corrected_field_words, corrected_value_words
from onestop_desk.ui.line_wording import form_words, local_moment
from onestop_desk.ui.translation import translate


def happening_words(happening: Happening) -> str:
    """Return what an event adds to its name: to whom, what is missing, why."""
    parts = [event_words(happening.entry.event)]
    if happening.is_set_aside:
        parts.append(translate("Line", "không hợp với trạng thái lúc đó, cần xử lý"))
    return "; ".join(part for part in parts if part)


def event_words(event: Any) -> str:
    """Return what an event adds to its name: to whom, what is missing, why."""
    return "; ".join(part for part in (_detail(event), getattr(event, "reason", "")) if part)


def _detail(event: Any) -> str:
    kind = getattr(event, "kind", "")
    if kind == "corrected":
        old, new = (corrected_value_words(event.field, text) for text in (event.old, event.new))
        return f"{corrected_field_words(event.field)}: {old} → {new}"
    if kind == "returned" and event.collector is not None:
        return " · ".join(part for part in (event.collector.name, event.collector.relation) if part)
    if kind == "printed":
        return f"{form_words(event.form)}, BẢN SAO {event.copy}"
    if kind in ("supplement_requested", "finished"):
        return ", ".join(event.missing if kind == "supplement_requested" else event.results)
    for name in ("to", "name", "text", "by_way"):
        if getattr(event, name, ""):
            return str(getattr(event, name))
    return local_moment(getattr(event, "until", None))
