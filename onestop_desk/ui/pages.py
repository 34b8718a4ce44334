"""The registry of pages: what a page is called, how it is reached, and how it is made when first asked for."""

from collections.abc import Callable, Iterable
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


@dataclass(frozen=True, slots=True)
class Lazy:
    """A factory whose module is loaded at the first visit, or before it by `load_ahead`."""

    module: str
    name: str
    args: tuple[Any, ...]

    def __call__(self, window: Any) -> QWidget:
        """Make the page."""
        made = getattr(import_module(self.module), self.name)(window, *self.args)
        if not isinstance(made, QWidget):
            raise TypeError(f"{self.module}.{self.name} made no widget")
        return made


def lazily(module: str, name: str, *args: Any) -> Factory:
    """Return a factory that imports `module` and calls `name(window, *args)`."""
    return Lazy(module, name, args)


def load_ahead(specs: Iterable[PageSpec]) -> None:
    """Load the modules of pages that nobody has visited yet: away from the window's thread, before the first visit."""
    for spec in specs:
        if isinstance(spec.factory, Lazy):
            import_module(spec.factory.module)
