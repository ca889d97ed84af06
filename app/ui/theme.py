"""Colours, spacing and type in one place; the style sheets are made from them.

Sizes grow with the person's own font: `Theme.px(16)` is 16 pixels where body text is 15 high.
"""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from string import Template
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.palette import DARK, LIGHT, Colours

SANS = ("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell")
MONO = ("JetBrains Mono", "Cascadia Code", "SF Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono")
MATH = ("STIX Two Text", "Cambria", "STIX Two Math", "Cambria Math", "Noto Serif", "DejaVu Serif")
BODY_PIXELS = 15  # the design is drawn at this height of body text
SETTLE_MS = 250  # how long a selection stands before anything is offered for it
SCALE = {"display": 1.73, "heading": 1.4, "title": 1.2, "body": 1.0, "small": 0.88, "caption": 0.8}


class Theme(QObject):
    """The look now: follows the desktop live, unless the setting says light or dark."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._system_font = QFont(app.font())
        self._light_at_start = _is_light(app.palette())
        app.setStyle("Fusion")
        app.setFont(self._body_font())
        self._em = max(1, QFontInfo(app.font()).pixelSize())
        app.styleHints().colorSchemeChanged.connect(self._refresh)
        self.colours = self._decide()
        self._document_style: str | None = None
        self._apply()

    def choose(self, choice: str) -> None:
        """`system`, `light` or `dark`."""
        self._choice = choice
        self._refresh()

    def px(self, design_pixels: float) -> int:
        """Pixels of the drawing, grown with the person's font."""
        return max(1, round(design_pixels * self._em / BODY_PIXELS)) if design_pixels else 0

    def font(self, role: str = "body", *, weight: QFont.Weight | None = None) -> QFont:
        font = QFont(self._app.font())
        font.setPointSizeF(font.pointSizeF() * SCALE[role])
        if weight is not None:
            font.setWeight(weight)
        return font

    def font_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._app.font())

    def mono(self, role: str = "small") -> QFont:
        font = self.font(role)
        font.setFamilies([_first_installed(MONO) or "monospace"])
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setFixedPitch(True)
        return font

    def document_style(self) -> str:
        """The style sheet of rich text; Qt's text engine knows a part of CSS only."""
        if self._document_style is None:
            self._document_style = self._fill("document.css")
        return self._document_style

    def _refresh(self) -> None:
        colours = self._decide()
        if colours is not self.colours:
            self.colours = colours
            self._apply()
            self.changed.emit()

    def _decide(self) -> Colours:
        if self._choice in ("light", "dark"):
            return DARK if self._choice == "dark" else LIGHT
        scheme = self._app.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return LIGHT if self._light_at_start else DARK
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        self._document_style = None
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(self._fill("window.qss"))

    def _body_font(self) -> QFont:
        font = QFont(self._system_font)
        family = _first_installed(SANS)
        if family:
            font.setFamilies([family, *font.families()])
        font.setPointSizeF(max(10.5, font.pointSizeF() * 1.1))
        return font

    def _fill(self, name: str) -> str:
        text = (files("resources") / "style" / name).read_text(encoding="utf-8")
        return Template(text).substitute(cast("dict[str, object]", _Tokens(self)))


class _Tokens:
    """`$accent`, `$pt_small`, `$mono`, `$math`, `$chevron`, `$px12`: what style sheets name."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._colours = asdict(theme.colours)

    def __getitem__(self, key: str) -> object:
        if key in self._colours:
            return self._colours[key]
        if key.startswith("px"):
            return f"{self._theme.px(int(key[2:]))}px"
        if key.startswith("pt_"):
            return f"{self._theme.font(key[3:]).pointSizeF():.2f}pt"
        if key == "chevron":
            return str(files("resources") / "icons" / "chevron-field.svg").replace("\\", "/")
        if key == "mono":
            return self._theme.mono().families()[0]
        if key == "math":
            return _first_installed(MATH) or "serif"
        raise KeyError(key)


def current() -> Theme:
    """The application's theme. There is one from the first widget on."""
    theme = cast("QApplication", QApplication.instance()).findChild(Theme)
    assert theme is not None, "Theme(app) comes before the first widget"  # noqa: S101
    return theme


def _is_light(palette: QPalette) -> bool:
    return palette.window().color().lightness() >= palette.windowText().color().lightness()


def _first_installed(families: tuple[str, ...]) -> str | None:
    installed = set(QFontDatabase.families())
    return next((family for family in families if family in installed), None)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for key, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.bubble,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Accent: colours.accent,
    }.items():
        palette.setColor(key, value)
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, colours.muted)
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, colours.muted)
    return palette
