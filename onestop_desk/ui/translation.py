"""One door to translation that knows no Qt: identity until a window puts Qt's translator behind it."""

from collections.abc import Callable

Translator = Callable[[str, str], str]


def _as_written(_context: str, text: str) -> str:
    return text


_in_use: dict[str, Translator] = {"translate": _as_written}


def translate(context: str, text: str) -> str:
    """Return `text` in the language in use; `context` is its group in the translation files."""
    return _in_use["translate"](context, text)


def use(translator: Translator | None) -> None:
    """Put `translator` behind translate(); None returns to the words as written (Vietnamese)."""
    _in_use["translate"] = translator or _as_written
