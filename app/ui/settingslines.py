"""The settings of Reverie on the desktop: the key of the quick prompt, the tray, start at login."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QKeySequenceEdit, QLineEdit, QWidget

from app.domain.errors import KnownError
from app.services import autostart, default_profile
from app.ui import keymap, theme
from app.ui.controls import Label, Switch, column, setting
from app.ui.globalkey import GlobalKey
from app.ui.globalkey.combination import parse
from app.ui.language import mark, tr
from app.ui.runner import Problem, Runner, problem_of
from app.ui.settingsmodel import SettingsModel
from app.ui.tray import Tray

KEY_OFF = mark("Empty: no key is taken. Press one such as Ctrl+Alt+Space.")


class DesktopLines(QWidget):
    """Beside each switch stands what is true now, not what was wished for."""

    def __init__(
        self, profile: Path, model: SettingsModel, runner: Runner, key: GlobalKey, tray: Tray
    ) -> None:
        super().__init__()
        self._profile = None if profile == default_profile() else profile
        self._model = model
        self._runner = runner
        self._key = key
        self._make_key(model.now.quick_key)
        self.stay = Switch(tr("Closing keeps Reverie in the tray"))
        self.stay.setChecked(model.now.close_to_tray)
        self.stay.toggled.connect(lambda on: model.change(close_to_tray=on))
        self.login = Switch(tr("Start at login"))
        self.login.setChecked(autostart.is_on())
        self.login.toggled.connect(self._set_login)
        self.login_said = Label(tr("In the background, without a window."), "caption", wrap=True)
        tray_said = Label(
            tr("Off: closing the window ends everything.")
            if tray.present
            else tr("This desktop shows no tray now; closing the window ends everything."),
            "caption",
            wrap=True,
        )
        lines = column(space=12)
        for title, said, control in (
            (tr("Key for the quick prompt"), self.key_said, self.key),
            (tr("Closing keeps Reverie in the tray"), tray_said, self.stay),
            (tr("Start at login"), self.login_said, self.login),
        ):
            lines.addLayout(setting(title, said, control))
        self.setLayout(lines)

    def _make_key(self, chosen: str | None) -> None:
        self.key = QKeySequenceEdit(QKeySequence(chosen or ""))
        self.key.setMaximumSequenceLength(1)
        self.key.setClearButtonEnabled(True)
        self.key.setAccessibleName(tr("Key for the quick prompt"))
        self.key.setFixedWidth(theme.current().px(190))
        for inner in self.key.findChildren(QLineEdit):
            inner.setAccessibleName(tr("Key for the quick prompt"))
            inner.setPlaceholderText(tr("None", "no key"))
            for clear in inner.findChildren(QAbstractButton):
                clear.setAccessibleName(tr("Take no key"))
        self.key.editingFinished.connect(self._set_key)
        self.key_said = Label("", "caption", wrap=True)
        self._key.changed.connect(self._show_key)
        self._show_key()

    def _set_key(self) -> None:
        text = self.key.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        try:
            wanted = str(parse(text)) if text else None
        except KnownError as error:
            self._tell(self.key_said, problem_of(error))
            return
        if wanted != self._model.now.quick_key:
            self._model.change(quick_key=wanted)

    def _show_key(self) -> None:
        state = self._key.state
        if state.problem is not None:
            self._tell(self.key_said, state.problem)
        elif state.held is not None:
            held = keymap.shown(state.held) or state.held  # a portal has words of its own
            self._say(self.key_said, tr("{key} opens the quick prompt from anywhere.", key=held))
        elif state.wanted is not None:
            self._say(self.key_said, tr("Your desktop asks you whether Reverie may have this key."))
        else:
            self._say(self.key_said, tr(KEY_OFF))

    def _set_login(self, on: bool) -> None:
        self._runner.in_turn(
            "login", lambda: autostart.switch(on, self._profile), failed=self._login_failed
        )

    def _login_failed(self, problem: Problem) -> None:
        self.login.blockSignals(True)
        self.login.setChecked(autostart.is_on())
        self.login.blockSignals(False)
        self._tell(self.login_said, problem)

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.setText(text)
        label.set_role("caption")

    @staticmethod
    def _tell(label: Label, problem: Problem) -> None:
        label.setText(f"{problem.sentence} {problem.remedy}")
        label.set_role("error")
