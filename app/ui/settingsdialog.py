"""The settings that exist. Each takes effect at once; closing is all that is left to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTimeEdit,
    QWidget,
)

from app.settings import Language, Settings, Theme
from app.ui import theme
from app.ui.controls import Button, Label, Switch, column, row, setting
from app.ui.dialogs import Dialog
from app.ui.language import LANGUAGES, mark, tr
from app.ui.notice import Banner
from app.ui.runner import Problem
from app.ui.settingsmodel import SettingsModel

THEMES = (
    (mark("Like the desktop"), Theme.SYSTEM),
    (mark("Light"), Theme.LIGHT),
    (mark("Dark"), Theme.DARK),
)
LENGTHS = (
    (mark("Short"), 256),
    (mark("Medium"), 512),
    (mark("Long"), 1024),
    (mark("Very long"), 2048),
)
LANGUAGE_SAID = mark("Of the window, not of the replies.")
LANGUAGE_LATER = mark("Reverie speaks it from its next start on.")
WIDTH = 560
AROUND = 240
"""Of the screen's height: title and buttons of the dialog, its frame, a panel of the desktop."""
OWN_FILE = mark("Choose a GGUF file …")

T = TypeVar("T")


class SettingsDialog(Dialog):
    """Shows the settings model; owns nothing that must outlive it."""

    def __init__(self, parent: QWidget, model: SettingsModel, more: QWidget | None = None) -> None:
        """`more`: lines that need more than the model; shown after its own."""
        super().__init__(parent, tr("Settings"), width=WIDTH)
        self._model = model
        self.content.setSpacing(theme.current().px(20))
        self._banner = Banner()
        self.content.addWidget(self._banner)
        self._make_fields(model.now)
        self.content.addWidget(self._scrolling(more))
        model.refused.connect(self._banner.show_problem)
        model.model_changed.connect(self._model_chosen)
        model.model_refused.connect(self._model_refused)
        self.content.addSpacing(8)
        self.shortcuts = Button("quiet", tr("Keyboard shortcuts"), icon="keyboard")
        self.shortcuts.clicked.connect(self.accept)
        self.content.addLayout(
            row(self.shortcuts, None, Button("primary", tr("Done"), on=self.accept))
        )

    def _scrolling(self, more: QWidget | None) -> QScrollArea:
        """As high as its lines, or as the screen allows."""
        px = theme.current().px
        lines = column(space=12, margins=(0, 0, 14, 0))
        for title, explained, control in self._lines():
            lines.addLayout(setting(title, explained, control))
        if more is not None:
            lines.addWidget(more)
        inner = QWidget()
        inner.setLayout(lines)
        area = QScrollArea()
        area.setAccessibleName(tr("Settings"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        least = inner.minimumSizeHint()
        area.setMinimumWidth(least.width())
        room = self.screen().availableGeometry().height() - px(AROUND)
        wanted = lines.totalHeightForWidth(max(px(WIDTH), least.width()))
        area.setMinimumHeight(min(max(wanted, least.height()), room))
        return area

    def _make_fields(self, settings: Settings) -> None:
        self.theme = _choice(tr("Appearance"), _told(THEMES), settings.theme, self._set_theme)
        languages = ((tr("As the system"), Language.SYSTEM), *_languages())
        self.language = _choice(tr("Language"), languages, settings.language, self._set_language)
        self.language_said = _said(tr(LANGUAGE_SAID))
        self.nightly = Switch(tr("Learn every night"))
        self.nightly.setChecked(settings.nightly)
        self.nightly.toggled.connect(self._set_nightly)
        self.notice = Switch(tr("Notice what you say about yourself"))
        self.notice.setChecked(settings.notice_memories)
        self.notice.toggled.connect(self._set_notice)
        self.ask_first = Switch(tr("Ask before it is remembered"))
        self.ask_first.setChecked(settings.approve_memories)
        self.ask_first.setEnabled(settings.notice_memories)
        self.ask_first.toggled.connect(lambda on: self._change(approve_memories=on))
        self.hour = QTimeEdit(QTime(settings.sleep_at.hour, settings.sleep_at.minute))
        self.hour.setAccessibleName(tr("Hour of the night"))
        self.hour.setDisplayFormat("HH:mm")
        self.hour.setEnabled(settings.nightly)
        self.hour.editingFinished.connect(self._set_hour)
        lengths = _with(_told(LENGTHS), settings.max_tokens)
        self.length = _choice(
            tr("Length of answers"), lengths, settings.max_tokens, self._set_length
        )
        self.own_temperature = Switch(tr("Set the temperature myself"))
        self.own_temperature.setChecked(settings.temperature is not None)
        self.temperature = QDoubleSpinBox()
        self.temperature.setAccessibleName(tr("Temperature"))
        self.temperature.setRange(0.0, 2.0)
        self.temperature.setSingleStep(0.1)
        self.temperature.setDecimals(2)
        chosen = settings.temperature
        self.temperature.setValue(0.2 if chosen is None else chosen)
        self.temperature.setEnabled(chosen is not None)
        self.own_temperature.toggled.connect(self._set_temperature)
        self.temperature.valueChanged.connect(self._set_temperature)
        for number in (self.hour, self.temperature):
            number.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # so are numbers everywhere
            number.lineEdit().setTextMargins(theme.current().px(6), 0, 0, 0)
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Model"))
        self.model.view().setAccessibleName(tr("Models"))
        self._fill_models()
        self.model.activated.connect(self._choose_model)

    def _lines(self) -> list[tuple[str, Label, QWidget | QHBoxLayout]]:
        return [
            (tr("Appearance"), _said(tr("Light or dark.")), self.theme),
            (tr("Language"), self.language_said, self.language),
            (
                tr("Learn every night"),
                _said(tr("While you are away, from your own corrections, on this machine.")),
                row(self.nightly, self.hour, space=12),
            ),
            (
                tr("Notice what you say about yourself"),
                _said(tr("Proposed as memories. Off: only what you tell it to remember.")),
                self.notice,
            ),
            (
                tr("Ask before it is remembered"),
                _said(tr("Off: it is remembered at once; a mark on your message says so.")),
                self.ask_first,
            ),
            (tr("Length of answers"), _said(tr("Where a long answer ends.")), self.length),
            (
                tr("Temperature"),
                _said(tr("Low is steady, high is varied. Off: what suits the model.")),
                row(self.own_temperature, self.temperature, space=12),
            ),
            (
                tr("Model"),
                _said(tr("What was learned belongs to the model it was learned on.")),
                self.model,
            ),
        ]

    # changes

    def _set_theme(self, chosen: object) -> None:
        self._change(theme=chosen)

    def _set_language(self, chosen: object) -> None:
        self._change(language=chosen)
        self.language_said.setText(tr(LANGUAGE_LATER))

    def _set_nightly(self, on: bool) -> None:
        self.hour.setEnabled(on)
        self._change(nightly=on)

    def _set_notice(self, on: bool) -> None:
        self.ask_first.setEnabled(on)
        self._change(notice_memories=on)

    def _set_hour(self) -> None:
        chosen = self.hour.time()
        self._change(sleep_at=time(chosen.hour(), chosen.minute()))

    def _set_length(self, tokens: object) -> None:
        self._change(max_tokens=tokens)

    def _set_temperature(self) -> None:
        own = self.own_temperature.isChecked()
        self.temperature.setEnabled(own)
        self._change(temperature=round(self.temperature.value(), 2) if own else None)

    def _change(self, **values: object) -> None:
        self._model.change(**values)

    # the model

    def _fill_models(self) -> None:
        """The catalogue, the file of one's own if one is in use, and the way to choose one."""
        chosen = self._model.now.model
        self.model.clear()
        for entry in self._model.models():
            self.model.addItem(entry.title, entry.name)
        if chosen and self.model.findData(chosen) < 0:
            self.model.addItem(Path(chosen).name, chosen)
        self.model.addItem(tr(OWN_FILE), None)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)) if chosen else 0)

    def _choose_model(self, position: int) -> None:
        name = self.model.itemData(position)
        if name is None:
            self._choose_file()
        else:
            self.use_model(name)

    def _choose_file(self) -> None:
        dialog = QFileDialog(
            self, tr("Choose a model"), str(Path.home()), tr("GGUF models (*.gguf)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_model)
        dialog.rejected.connect(self._fill_models)
        dialog.open()

    def use_model(self, name_or_path: str) -> None:
        """Checked in the background; the old model stays if the new one does not work."""
        self.model.setEnabled(False)
        self._model.use_model(name_or_path)

    def _model_chosen(self) -> None:
        self.model.setEnabled(True)
        self._fill_models()

    def _model_refused(self, problem: Problem) -> None:
        self.model.setEnabled(True)
        self._fill_models()
        self._banner.show_problem(problem)


def _choice(
    name: str,
    options: Sequence[tuple[str, object]],
    chosen: object,
    on: Callable[[object], None],
) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.view().setAccessibleName(name)
    for text, _ in options:
        made.addItem(text)
    values = [value for _, value in options]
    made.setCurrentIndex(values.index(chosen))
    made.activated.connect(lambda position: on(values[position]))
    return made


def _told(options: Sequence[tuple[str, T]]) -> list[tuple[str, T]]:
    return [(tr(text), value) for text, value in options]


def _with(options: Sequence[tuple[str, int]], value: int) -> list[tuple[str, int]]:
    """The options and, if it is none of them, the value in use."""
    known = [tokens for _, tokens in options]
    own = [] if value in known else [(tr("%n token(s)", "", value), value)]
    return sorted([*options, *own], key=lambda option: option[1])


def _languages() -> list[tuple[str, Language]]:
    """In their own words, whatever is spoken now."""
    return [(name, Language(code)) for code, name in LANGUAGES.items()]


def _said(text: str) -> Label:
    return Label(text, "caption", wrap=True)
