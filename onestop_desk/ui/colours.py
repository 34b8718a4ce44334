"""The colours of the three themes, and how contrast between two of them is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme: `#rrggbb` by use. Names in pairs: `x` is written on `x_soft`, `on_x` on `x`."""

    window: str
    surface: str
    stripe: str
    text: str
    muted: str
    disabled: str
    line: str
    edge: str
    focus: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    header: str
    on_header: str
    header_muted: str
    header_edge: str
    gold: str
    info: str
    info_soft: str
    person: str
    person_soft: str
    fault: str
    fault_soft: str
    good: str
    good_soft: str


LIGHT = Colours(
    window="#f3f5f8",
    surface="#ffffff",
    stripe="#f7f9fb",
    text="#17212b",
    muted="#50606f",
    disabled="#8a96a1",
    line="#dbe2e8",
    edge="#7c8b99",
    focus="#0b62b0",
    accent="#1b5a8c",
    accent_strong="#134468",
    on_accent="#ffffff",
    accent_soft="#e4eef6",
    header="#123650",
    on_header="#ffffff",
    header_muted="#c6d5e1",
    header_edge="#7893a8",
    gold="#c9a23a",
    info="#0d5292",
    info_soft="#e7f1fa",
    person="#7a4a00",
    person_soft="#fff2d3",
    fault="#a3151f",
    fault_soft="#fde9e9",
    good="#1a5c31",
    good_soft="#e4f3e8",
)

DARK = Colours(
    window="#11171d",
    surface="#1a222b",
    stripe="#1e2731",
    text="#e8edf2",
    muted="#a7b4c0",
    disabled="#6d7a87",
    line="#2c3743",
    edge="#758595",
    focus="#8cc8f5",
    accent="#79b8e6",
    accent_strong="#9bcbee",
    on_accent="#0a1620",
    accent_soft="#1d3447",
    header="#0c1d2b",
    on_header="#f2f6f9",
    header_muted="#b4c5d3",
    header_edge="#5f7a8f",
    gold="#b8943a",
    info="#8fc5f2",
    info_soft="#152c41",
    person="#f2c261",
    person_soft="#352a12",
    fault="#ff9d9d",
    fault_soft="#3e1a1d",
    good="#86d6a0",
    good_soft="#143222",
)

HIGH_CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    stripe="#101010",
    text="#ffffff",
    muted="#e6e6e6",
    disabled="#a8a8a8",
    line="#ffffff",
    edge="#ffffff",
    focus="#00e5ff",
    accent="#ffe14d",
    accent_strong="#fff0a0",
    on_accent="#000000",
    accent_soft="#2b2600",
    header="#000000",
    on_header="#ffffff",
    header_muted="#e6e6e6",
    header_edge="#ffffff",
    gold="#ffe14d",
    info="#8fd0ff",
    info_soft="#00131f",
    person="#ffc94d",
    person_soft="#1f1500",
    fault="#ffb0b0",
    fault_soft="#240000",
    good="#7dffa0",
    good_soft="#001a08",
)


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
