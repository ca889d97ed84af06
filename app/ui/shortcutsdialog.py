"""All keys that do something: searched, changed, switched off, and put back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from app.ui import keymap, theme
from app.ui.actions import FIXED, Actions, Place
from app.ui.controls import Button, Label, column, row
from app.ui.dialogs import Dialog
from app.ui.keymap import Keys
from app.ui.language import tr
from app.ui.matching import plain
from app.ui.notice import Banner
from app.ui.settingsmodel import SettingsModel
from app.ui.shortcutrow import FixedRow, ShortcutRow

WIDTH, HEIGHT = 620, 420  # of the list, in design pixels


class ShortcutsDialog(Dialog):
    """Each change holds at once and is kept; a key that another action has is asked about."""

    def __init__(self, parent: QWidget, actions: Actions, settings: SettingsModel) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"), width=WIDTH)
        self._actions = actions
        self._banner = Banner()
        self.rows: dict[str, ShortcutRow] = {}
        self._places: list[tuple[Label, list[ShortcutRow | FixedRow]]] = []
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the shortcuts"))
        self.search.setPlaceholderText(tr("Search by name or key"))
        self.search.textChanged.connect(self._filter)
        self._nothing = Label(tr("Nothing fits."), "muted")
        self.content.addWidget(self._banner)
        self.content.addWidget(self.search)
        self.content.addWidget(self._list())
        self.reset_all = Button("plain", tr("Reset all"), on=self._reset_all)
        self.reset_all.setAccessibleName(tr("Reset all shortcuts"))
        self.content.addLayout(
            row(self.reset_all, None, Button("primary", tr("Done"), on=self.accept))
        )
        settings.refused.connect(self._banner.show_problem)
        actions.changed.connect(self._show)
        self._show()
        self._filter("")
        self.search.setFocus()

    def _list(self) -> QScrollArea:
        lines = column(space=2, margins=(0, 0, 10, 0))
        for place in Place:
            heading = Label(tr(place.value), "label")
            heading.setContentsMargins(0, theme.current().px(14), 0, theme.current().px(4))
            made: list[ShortcutRow | FixedRow] = [
                *self._changeable(place),
                *(FixedRow(key) for key in FIXED if key.place == place),
            ]
            self._places.append((heading, made))
            for widget in (heading, *made):
                lines.addWidget(widget)
        lines.addWidget(self._nothing)
        lines.addStretch(1)
        page = QWidget()
        page.setLayout(lines)
        area = QScrollArea()
        area.setAccessibleName(tr("Shortcuts"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(theme.current().px(HEIGHT))
        area.setWidget(page)
        return area

    def _changeable(self, place: Place) -> list[ShortcutRow]:
        made = []
        for action in self._actions.all.values():
            if action.place == place:
                line = ShortcutRow(action.title)
                line.wanted.connect(lambda keys, id=action.id: self._want(id, keys))
                line.reset_wanted.connect(lambda id=action.id: self._reset(id))
                self.rows[action.id] = line
                made.append(line)
        return made

    # changes

    def _want(self, action: str, keys: Keys) -> None:
        refused = next((why for key in keys if (why := keymap.why_not(key))), "")
        if refused:
            self.rows[action].tell(refused)
        else:
            self._take(action, keys)

    def _reset(self, action: str) -> None:
        self._take(action, self._actions.map.defaults[action])

    def _take(self, action: str, keys: Keys) -> None:
        """Asks first where another action would lose a key."""
        new = self._actions.map.give(action, keys)
        taken = self._actions.map.holders(keys, action)
        if not taken:
            self._actions.choose(new)
            return
        said = " ".join(
            tr("{key} is “{action}” now.", key=keymap.shown(key), action=self._title(other))
            for key, other in taken.items()
        )
        self.rows[action].ask(said, lambda: self._actions.choose(new))

    def _title(self, action: str) -> str:
        return self._actions.all[action].title

    def _reset_all(self) -> None:
        self._actions.choose(keymap.Keymap(self._actions.map.defaults))

    def _show(self) -> None:
        chosen = self._actions.map.chosen
        for action, line in self.rows.items():
            line.show_keys(self._actions.keys(action), changed=action in chosen)
        self.reset_all.setEnabled(bool(chosen))

    def _filter(self, typed: str) -> None:
        wanted = plain(typed).split()
        some = False
        for heading, lines in self._places:
            fits = [all(word in plain(line.text()) for word in wanted) for line in lines]
            for line, fit in zip(lines, fits, strict=True):
                line.setVisible(fit)
            heading.setVisible(any(fits))
            some = some or any(fits)
        self._nothing.setVisible(not some)
