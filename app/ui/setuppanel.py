"""The panel in which a conversation is set up: under the header, inside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QWidget

from app.domain.ledger import Setup
from app.ui import theme
from app.ui.controls import Button, Label, Panel, column, row
from app.ui.growingtext import GrowingText
from app.ui.language import figure, mark, tr
from app.ui.reasonwords import ARMS
from app.ui.setupmodel import SetupModel

WIDTH = 400  # design pixels
PAUSE_MS = 600  # after the last key in the system prompt
SUITED = mark("automatic")
ANSWERS = ((None, mark("Memory and what it learned, as far as there")), *ARMS.items())


class NumberField(QWidget):
    """A number between two bounds, or nothing. `chosen` with the number, or None."""

    chosen = Signal(object)

    def __init__(self, name: str, explained: str, low: float, high: float, *, whole: bool) -> None:
        super().__init__()
        self._low, self._high, self._whole = low, high, whole
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(explained)
        self.line.setPlaceholderText(tr(SUITED))
        self.line.setFixedWidth(theme.current().px(110))
        self.line.editingFinished.connect(self._edited)
        bounds = {"low": figure(low, "g"), "high": figure(high, "g")}
        self.error = Label(
            tr("A whole number from {low} to {high}", **bounds)
            if whole
            else tr("A number from {low} to {high}", **bounds),
            "error",
        )
        self.error.hide()
        words = column(Label(name, "strong"), Label(explained, "caption", wrap=True), space=2)
        line = row(space=12)
        line.addLayout(words, 1)
        line.addWidget(self.line)
        outer = column(space=2)
        outer.addLayout(line)
        outer.addWidget(self.error, 0, Qt.AlignmentFlag.AlignRight)
        self.setLayout(outer)

    def show_number(self, number: float | None) -> None:
        self.line.setText("" if number is None else figure(number, ".10g"))
        self.error.hide()

    def _edited(self) -> None:
        text = self.line.text().strip().replace(",", ".")
        try:
            number = None if not text else int(text) if self._whole else float(text)
        except ValueError:
            self.error.show()
            return
        fits = number is None or self._low <= number <= self._high
        self.error.setVisible(not fits)
        if fits:
            self.chosen.emit(number)


class SetupPanel(Panel):
    """Each field takes effect when it is left; Esc closes. `closed` when it goes."""

    closed = Signal()

    def __init__(self, model: SetupModel, page: QWidget) -> None:
        super().__init__("card")
        self.setParent(page)
        self._host = page
        self._model = model
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._take_system)
        self._make_fields()
        self.setLayout(column(self._scrolled(), margins=(4, 4, 4, 4)))
        model.changed.connect(self._show)
        page.installEventFilter(self)
        self.hide()
        self._show()

    def toggle(self) -> None:
        if self.isVisible():
            self.close_panel()
            return
        self._usual.setText(tr("Left empty: “{text}”", text=self._model.usual_system()))
        self._show()
        self.show()
        self._place()
        self.raise_()
        self.system.setFocus()

    def close_panel(self) -> None:
        self._take_system()
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field that is left tells what was typed
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    # the parts

    def _make_fields(self) -> None:
        self.setAccessibleName(tr("Setup of this conversation"))
        self.close_button = Button(
            "icon", icon="cross", name=tr("Close the setup"), on=self.close_panel
        )
        self.preset = QComboBox()
        self.preset.setEditable(True)
        self.preset.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.preset.setAccessibleName(tr("Preset"))
        self.preset.view().setAccessibleName(tr("Presets"))
        self.preset.activated.connect(self._use_preset)
        self.preset.editTextChanged.connect(lambda _: self._show_preset_buttons())
        self.preset_name = QLineEdit()
        self.preset.setLineEdit(self.preset_name)
        self.preset_name.setPlaceholderText(tr("Choose or name"))
        self.save = Button("plain", tr("Save"), name=tr("Save as a preset"), on=self._save_preset)
        self.delete = Button(
            "plain", tr("Delete"), name=tr("Delete the preset"), on=self._delete_preset
        )
        self.system = GrowingText(tr("What the model is told"), most_lines=7, enter_breaks=True)
        self._usual = Label("", "caption", wrap=True)
        self.system.textChanged.connect(self._pause.start)
        self.system.cancelled.connect(self.close_panel)
        self.arm = QComboBox()
        self.arm.setAccessibleName(tr("Answer with"))
        self.arm.view().setAccessibleName(tr("Answer with"))
        for box in (self.preset, self.arm):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for _, text in ANSWERS:
            self.arm.addItem(tr(text))
        self.arm.activated.connect(lambda at: self._model.change(arm=ANSWERS[at][0]))
        self.numbers = {
            "temperature": NumberField(
                tr("Temperature"), tr("Low is steady, high is varied."), 0, 2, whole=False
            ),
            "top_p": NumberField(
                tr("Choice of words"),
                tr("Top-p: how large a share of the likely words it picks from."),
                0.05,
                1,
                whole=False,
            ),
            "max_tokens": NumberField(
                tr("Longest answer"),
                tr("In tokens; three words take about four."),
                16,
                8192,
                whole=True,
            ),
            "seed": NumberField(
                tr("Seed"),
                tr("The same number writes the same reply again."),
                0,
                2**31 - 1,
                whole=True,
            ),
        }
        for field, view in self.numbers.items():
            view.chosen.connect(self._setter(field))
        self.reset = Button(
            "quiet", tr("Back to what suits the model"), icon="undo", on=lambda: self._use(Setup())
        )

    def _scrolled(self) -> QScrollArea:
        system = Panel("field")
        system.setLayout(column(self.system, margins=(10, 8, 10, 8)))
        head = row(Label(tr("This conversation"), "title"), None, self.close_button)
        presets = row(self.preset, self.save, self.delete)
        presets.setStretch(0, 1)
        self._inner = column(
            head,
            column(Label(tr("Preset"), "label"), presets, space=4),
            column(Label(tr("What the model is told"), "label"), system, self._usual, space=4),
            column(Label(tr("Answer with"), "label"), self.arm, space=4),
            Label(tr("What is left empty is chosen to suit the model."), "caption"),
            *self.numbers.values(),
            row(self.reset, None),
            None,
            space=16,
            margins=(16, 12, 16, 12),
        )
        page = Panel("sheet")
        page.setLayout(self._inner)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Setup of this conversation"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll

    def _place(self) -> None:
        """At the right, under the header; as tall as it needs and the window allows."""
        px, room = theme.current().px, self._host.size()
        gap, top = px(12), px(56)
        width = min(px(WIDTH), room.width() - 2 * gap)
        need = self._inner.totalHeightForWidth(width - px(12))
        need = max(need, self._inner.minimumSize().height()) + px(12)
        self.setGeometry(
            room.width() - width - gap, top, width, min(need, room.height() - top - gap)
        )

    # showing

    def _show(self) -> None:
        now = self._model.now
        if not self.system.hasFocus() or not self._pause.isActive():
            self._show_system(now.system or "")
        self.arm.setCurrentIndex([arm for arm, _ in ANSWERS].index(now.arm))
        for field, view in self.numbers.items():
            if not view.line.hasFocus():
                view.show_number(getattr(now, field))
        self.reset.setEnabled(self._model.is_own)
        self._show_presets()

    def _show_system(self, text: str) -> None:
        if self.system.text().strip() != text:
            self.system.set_text(text)
        self._pause.stop()

    def _show_presets(self) -> None:
        names = list(self._model.presets)
        if [self.preset.itemText(at) for at in range(self.preset.count())] != names:
            typed = self.preset_name.text()
            self.preset.clear()
            self.preset.addItems(names)
            self.preset.setEditText(typed)
        self._show_preset_buttons()

    def _show_preset_buttons(self) -> None:
        name = " ".join(self.preset_name.text().split())
        self.save.setEnabled(bool(name) and self._model.presets.get(name) != self._model.now)
        self.delete.setEnabled(name in self._model.presets)

    # changing

    def _setter(self, field: str) -> Callable[[object], None]:
        return lambda number: self._model.change(**{field: number})

    def _take_system(self) -> None:
        self._pause.stop()
        self._model.change(system=self.system.text().strip() or None)

    def _use(self, setup: Setup) -> None:
        self._show_system(setup.system or "")
        self._model.use(setup)

    def _use_preset(self, at: int) -> None:
        setup = self._model.presets.get(self.preset.itemText(at))
        if setup is not None:
            self._use(setup)

    def _save_preset(self) -> None:
        self._take_system()
        self._model.save_preset(self.preset_name.text())
        self.save.flash(tr("Saved"))

    def _delete_preset(self) -> None:
        """Its name stays in the field and its values in force: Save brings it back."""
        self._model.delete_preset(" ".join(self.preset_name.text().split()))
