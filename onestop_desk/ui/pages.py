"""The registry of pages: what a page is called, how it is reached, and how it is made when first asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

Factory = Callable[[Any], QWidget]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: key, title in words, shortcut (`F2`; empty for none), icon, factory(window), another shortcut."""

    key: str
    title: str
    shortcut: str
    icon: str
    factory: Factory
    also: str = ""

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys that bring the page to the front."""
        return tuple(filter(None, (self.shortcut, self.also)))


def lazily(module: str, name: str, *args: Any) -> Factory:
    """Return a factory that imports `module` at the first visit and calls `name(window, *args)`."""

    def make(window: Any) -> QWidget:
        made = getattr(import_module(module), name)(window, *args)
        if not isinstance(made, QWidget):
            raise TypeError(f"{module}.{name} made no widget")
        return made

    return make
