"""Fees that go by the page, as certified copies do (Thông tư 226/2016/TT-BTC: 2.000 đ a page, from the third 1.000 đ,
at most 200.000 đ a copy)."""

from dataclasses import dataclass

from onestop_desk.domain.errors import BadValue

MOST_PAGES = 9_999


@dataclass(frozen=True, slots=True)
class PageRate:
    """Đồng a page: `first` for the first `first_pages`, `then` for each further one; `most` a copy, 0 for no end."""

    first: int = 2_000
    first_pages: int = 2
    then: int = 1_000
    most: int = 200_000

    def amount(self, pages: int, copies: int = 1) -> int:
        """Return the fee of `copies` copies of `pages` pages; raises BadValue below one or far above."""
        for name, value in (("pages", pages), ("copies", copies)):
            if not 1 <= value <= MOST_PAGES:
                raise BadValue(name, "range", str(value))
        dear = min(pages, self.first_pages)
        one = dear * self.first + (pages - dear) * self.then
        return copies * (min(one, self.most) if self.most else one)
