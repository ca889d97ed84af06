"""The colours of the window in light and dark. Pure: no Qt.

Text keeps a contrast of at least 4.5:1 on every surface that it stands on; a test holds that.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """What every surface and text is painted with."""

    dark: bool
    window: str
    sidebar: str
    surface: str
    bubble: str
    hover: str
    pressed: str
    border: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    danger: str
    danger_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    code: str
    selection: str


LIGHT = Colours(
    dark=False,
    window="#fdfcfa",
    sidebar="#f6f4f0",
    surface="#ffffff",
    bubble="#f2f0eb",
    hover="#edeae4",
    pressed="#e3dfd7",
    border="#e7e3dc",
    control="#918b80",
    text="#1e1d1b",
    muted="#625e57",
    accent="#4a4fa3",
    on_accent="#ffffff",
    accent_hover="#3d4290",
    accent_soft="#ecedf8",
    danger="#a3312a",
    danger_soft="#fbe9e6",
    good="#1d6840",
    good_soft="#e4f3ea",
    warn="#7d5200",
    warn_soft="#fbf0da",
    code="#f6f4f0",
    selection="#d5d8f3",
)

DARK = Colours(
    dark=True,
    window="#17181b",
    sidebar="#121316",
    surface="#1f2024",
    bubble="#282a2f",
    hover="#26282d",
    pressed="#303239",
    border="#2e3037",
    control="#777b85",
    text="#ecebe7",
    muted="#aaa79f",
    accent="#aeb5f5",
    on_accent="#15172c",
    accent_hover="#c3c8fa",
    accent_soft="#292c48",
    danger="#f4a69d",
    danger_soft="#3d2522",
    good="#93d6ab",
    good_soft="#1d3427",
    warn="#e9c680",
    warn_soft="#372d1a",
    code="#1d1e22",
    selection="#3c4170",
)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
